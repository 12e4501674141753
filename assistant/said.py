"""What a claim says, without the words that only say who found it, where and when."""

import re

from assistant.periods import NAMED
from documents.mentions import mentions

FINDERS = (
    r"(?:ofsted|(?:the )?(?:[\w’' -]{0,25}?)(?:inspectors|inspection|inspectorate|letter|report|visit|jtai))"
)
FOUND = (
    r"(?:found|said|says|noted|notes|reported|reports|observed|concluded|saw|recorded|stated|states|told us"
    r"|confirmed|highlighted)"
)
FRAME = re.compile(  # "Inspectors in 2022 found that", "The inspection found", "It was found that"
    rf"^\s*(?:according to {FINDERS},"
    rf"|{FINDERS}(?: (?:in|of|at|from|visiting)\b[^,]{{0,40}}?)? {FOUND}(?: that)?"
    rf"|it was {FOUND}(?: that)?)\s+",
    re.IGNORECASE,
)
AFTER_FRAME = re.compile(r"^\s*(?:in|at|by|during|for|from|of|the|as of|,|:|and)*[\s,:]+", re.IGNORECASE)
LATE_IN = re.compile(r"(?:late|early)\s+(?=in\b)", re.IGNORECASE)
OWNED = re.compile(r"[’']s?(?!\w)")
BEFORE_NAME = re.compile(r"(?:\b(?:in|of|for|at|across|within|on)\s+)?(?:\bthe\s+)?$", re.IGNORECASE)
AFTER_NAME = re.compile(r"(?:[’']s?(?!\w))?(?:\s+(?:council|borough|local authority))?", re.IGNORECASE)
BEFORE_TIME = re.compile(
    r"(?:\b(?:in|at|by|during|from|of|the|for|as at|between|and|its)\s+|\()*$", re.IGNORECASE
)
AFTER_TIME = re.compile(r"\s*(?:inspection|visit|,|\))?", re.IGNORECASE)


def said_in(claim: str) -> str:
    """For searching and comparing; the words left are the claim's own, in order."""
    text = _without(claim, [(each.start, each.end) for each in mentions(claim)], BEFORE_NAME, AFTER_NAME)
    times = [(_beginning(found), found.end()) for found in NAMED.finditer(text)]
    text = _without(text, times, BEFORE_TIME, AFTER_TIME)
    text = re.sub(r"\s+([,.;:])", r"\1", " ".join(text.split())).lstrip(" ,:;.")
    framed = FRAME.match(text)
    left = text[framed.end() :] if framed and len(text[framed.end() :].split()) > 3 else text
    return left or claim


def _beginning(time: "re.Match[str]") -> int:
    """After 'late' in 'reviews were late in 2023', which may say more than when."""
    late = LATE_IN.match(time.group())
    return time.start() + late.end() if late else time.start()


def _without(
    text: str, places: list[tuple[int, int]], before: "re.Pattern[str]", after: "re.Pattern[str]"
) -> str:
    for start, end in reversed(places):
        led, followed = before.search(text[:start]), after.match(text, end)
        if OWNED.match(text, end):
            led = None
        text = f"{text[: led.start() if led else start]} {text[followed.end() if followed else end :]}"
    return text
