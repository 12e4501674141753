"""How a sentence speaks of a matter: well, ill, both, of change for the better or the worse, or plainly.

`tone_words.csv` holds the words that praise, blame, negate and ease ('reduces delay').
"""

import csv
import re
from enum import StrEnum
from functools import cache
from pathlib import Path

from assistant.practice import Matter, matters, without_matters


class Tone(StrEnum):
    IMPROVED = "improved"
    DECLINED = "declined"
    PRAISED = "praised"
    BLAMED = "blamed"
    BOTH = "both"
    PLAIN = "plain"


DECLINE = re.compile(
    r"\b(?:deteriorated|declin(?:ed|ing)|(?:become|became|got|is|are) (?:worse|weaker)|worsen\w*|weakened"
    r"|regressed|slipped|(?:has|have|had|is|are|was|were) not (?:been )?(?:sustained|maintained))\b",
    re.IGNORECASE,
)
DECLINE_IN = re.compile(
    r"\b(?:decline|deterioration) in (?:the )?(?:quality of |timeliness of |service areas, such as )?", re.I
)
IMPROVEMENT = re.compile(
    r"\b(?:(?:has|have|is|are|was|were)(?: \w+){0,2} (?:improved|improving|strengthened|better|transformed)"
    r"|improved since|now improved|areas? of (?:\w+ )?improvement|improvements? (?:since|in|to|can be seen)"
    r"|now (?:an? )?(?:more|much|improved|receive|know)\w*|more (?:accurate|robust|effective|timely)"
    r"|no longer)\b",
    re.IGNORECASE,
)
WANTED = re.compile(  # what is still to come is no improvement
    r"\b(?:needs?|need(?:ed|ing)?|must|should|could|yet)\b(?: \w+){0,3} (?:improv\w+|strengthen\w*|better)\b"
    r"|\brequires? (?:\w+ )?(?:improvement|strengthening)|\b(?:is|are|remains?) (?:\w+ )?an? area for\b"
    r"|\bunder-?developed\b|\bnot (?:yet )?(?:improved|better)\b|\bmore to do\b|\bmuch work to do\b",
    re.IGNORECASE,
)
EARLIER = re.compile(  # what the report says of an inspection before it
    r"\b(?:we reported|(?:was|were) judged|rated as"
    r"|the (?:last|previous) (?:inspection|report|visit) (?:found|said|recommended|identified))\b",
    re.IGNORECASE,
)
CONDITION = re.compile(  # a part that says when or why, and finds nothing
    r"^(?:(?:and|or|but) )?(?:when|where|if|once|in response to|due to|because|given|as a result of)\b", re.I
)
NOT_SAID = re.compile(  # words that only seem to blame or praise
    r",? but this has not always been the case|\bnot (?:\w+ ){0,8}longer than\b"
    r"|\bhelp and protection\b|\bin need\b|\bin an? (?:more )?(?:timely|good) way to\b|\bwell[- ]?being\b",
    re.IGNORECASE,
)
NOT_ENOUGH = re.compile(
    r"\btoo (?:many|much|long|few|little|often|slow\w*|brief|dependent|variable)\b|\bnot (?:\w+ )?enough\b"
    r"|\bnot (?:\w+ )?(?:always|yet|routinely|consistently|fully|sufficiently|consistent|well)\b"
    r"|\bmissed opportunit\w+|\bstill (?:many|some|too|much|work)\b",
    re.IGNORECASE,
)
FEW = re.compile(
    r"\b(?:some|few|minority|small (?:number|proportion)|sometimes|occasionally)\b", re.IGNORECASE
)
PARTS = re.compile(
    r"[;:–—]\s|,\s|\s(?=(?:but|although|though|however|while|whereas|despite|yet)\b)|(?<=[.!?])\s", re.I
)
WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
REACH = 6  # words over which a negation or an easing word reaches


def tone(words: str, about: frozenset[Matter]) -> Tone:
    """The part that names a matter of `about` decides; where that is plain, the whole."""
    if EARLIER.search(words):
        return Tone.PLAIN
    every = [part.strip() for part in PARTS.split(NOT_SAID.sub(" ", words)) if part.strip()]
    parts = [part for part in every if not CONDITION.match(part)] or every
    own = [part for part in parts if matters(part) & about] or parts
    if any(_declined(part, about) for part in own):
        return Tone.DECLINED
    said = _signs(own) or _signs(parts)
    if said == {1} and (_signs(parts) != {1} or FEW.search(" ".join(own))):
        return Tone.BOTH
    if said == {1}:
        return Tone.IMPROVED if any(_improved(part) for part in parts) else Tone.PRAISED
    if not said:
        return Tone.PLAIN
    return Tone.BLAMED if said == {-1} else Tone.BOTH


def _declined(part: str, about: frozenset[Matter]) -> bool:
    """Whether the matter itself declined: it stands before the word, or right after 'decline in'."""
    if found := DECLINE.search(part):
        return bool(matters(part[: found.start()]) & about)
    found = DECLINE_IN.search(part)
    return found is not None and bool(matters(part[found.end() :]) & about)


def _improved(part: str) -> bool:
    return IMPROVEMENT.search(part) is not None and not WANTED.search(part)


def _signs(parts: list[str]) -> set[int]:
    """1 where one of the parts praises, -1 where one blames."""
    return {sign for part in parts if (sign := _sign(part))}


def _sign(part: str) -> int:
    if WANTED.search(part) or NOT_ENOUGH.search(part):
        return -1
    total, negated, eased = 0, 0, 0
    for word in WORD.findall(without_matters(part).lower()):
        worth = (word in _words("good")) - (word in _words("poor"))
        total += abs(worth) if worth < 0 and eased else -worth if negated else worth
        negated = REACH if word in _words("not") else max(0, negated - 1)
        eased = REACH if word in _words("eases") else max(0, eased - 1)
    if total == 0 and re.search(r"\b(?:not|never|unable)\b", part):
        return -1
    return (total > 0) - (total < 0)


@cache
def _words(kind: str) -> frozenset[str]:
    with Path(__file__).with_name("tone_words.csv").open(encoding="utf-8", newline="") as rows:
        return frozenset(
            word for row in csv.DictReader(rows) if row["kind"] == kind for word in row["words"].split()
        )
