"""The single claims of a text, each with its place in it."""

import re
from dataclasses import dataclass

from documents.sentences import sentences

LINE = re.compile(r"[^\n]+")
MARKER = re.compile(r"^\s*(?:[-•▪*–]|\(?\d{1,2}(?:\.\d{1,2})*[.)]|\(?[a-z]\))\s+")  # "• ", "3.2) "
HALF = re.compile(  # "…, while …": each half claims something of its own
    r";\s+(?:and\s+|but\s+)?|,\s+(?:but|while|whereas|although|yet)\s+(?=(?:\S+\s+){4})", re.IGNORECASE
)
FEWEST = 4  # words of a half, and of a sentence: fewer are a label
FEWEST_IN_A_LINE = 6  # of a line without a full stop
VERB = re.compile(  # without one, such a line is a heading, unless it is an item of a list
    r"\b(?:is|are|was|were|has|have|had|do|does|did|can|cannot|could|will|would|should|must|needs?|remains?"
    r"|found|made|rated|judged|said|told|asked|fell|rose|received|achieved|improved|increased|reduced)\b"
    r"|n[’']t\b",
    re.IGNORECASE,
)
SUBORDINATE = re.compile(r"^\W*(?:although|while|whereas|despite|if|when)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence or half of one; characters `start` to `end` of the text it stands in."""

    text: str
    start: int
    end: int


def claims(text: str) -> list[Claim]:
    """In order; headings, labels and questions claim nothing and are left out."""
    alone = len(text.strip().splitlines()) == 1
    return [
        half
        for line in LINE.finditer(text)
        for sentence in _sentences(line.group(), line.start())
        if _claims_something(sentence.text, alone or bool(MARKER.match(line.group())))
        for half in _halves(sentence)
    ]


def whole_claim(text: str) -> Claim:
    """The text as the one claim it is said to be."""
    return Claim(text, 0, len(text))


def _sentences(line: str, offset: int) -> list[Claim]:
    marker = MARKER.match(line)
    skip = marker.end() if marker else 0
    return [
        Claim(line[skip:][start:end], offset + skip + start, offset + skip + end)
        for start, end in sentences(line[skip:])
    ]


def _claims_something(sentence: str, no_heading: bool) -> bool:
    """`no_heading`: it stands alone, or in a list."""
    words = len(sentence.split())
    ends = sentence.rstrip("”’\"') ")[-1:]
    if ends == "?":
        return False
    if ends in (".", "!", ";"):
        return words >= FEWEST
    return words >= FEWEST_IN_A_LINE and (no_heading or bool(VERB.search(sentence)))


def _halves(sentence: Claim) -> list[Claim]:
    if SUBORDINATE.match(sentence.text):
        return [sentence]
    places = [0, *(at for cut in HALF.finditer(sentence.text) for at in cut.span()), len(sentence.text)]
    pairs = list(zip(places[::2], places[1::2], strict=True))
    if any(len(sentence.text[start:end].split()) < FEWEST for start, end in pairs):
        return [sentence]
    return [
        Claim(sentence.text[start:end], sentence.start + start, sentence.start + end) for start, end in pairs
    ]
