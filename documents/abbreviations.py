"""Abbreviations that a text writes out: 'independent reviewing officers (IROs)'.

The method is Schwartz and Hearst, A simple algorithm for identifying abbreviation definitions, PSB 2003: the
letters of the short form are found, from the last to the first, in the words before the bracket.
"""

import re
from dataclasses import dataclass

BRACKETED = re.compile(r"\(([A-Z][A-Za-z&/-]*[A-Z][A-Za-z]{0,2})\)")  # "(IROs)", "(EHC)", "(CiN)"
WORD = re.compile(r"[A-Za-z][\w’'-]*")


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """`text[start:end]` is where the long form and the bracket stand."""

    short: str
    long: str
    start: int
    end: int


def abbreviations(text: str) -> list[Abbreviation]:
    """Each abbreviation that `text` explains, in order; the short form without its plural s."""
    found = []
    for bracket in BRACKETED.finditer(text):
        short = singular(bracket.group(1))
        start = _long_form_start(short, text[: bracket.start()].rstrip())
        if start is not None:
            long = text[start : bracket.start()].rstrip()
            found.append(Abbreviation(short, long, start, bracket.end()))
    return found


def singular(short: str) -> str:
    """'IRO' for 'IROs'; 'CSC' stays."""
    return short[:-1] if len(short) > 2 and short.endswith("s") and short[-2].isupper() else short


def _long_form_start(short: str, before: str) -> int | None:
    """Where the long form begins in `before`, at whose end it stands."""
    letters = [letter.lower() for letter in short if letter.isalpha()]
    words = list(WORD.finditer(before))[-min(len(letters) + 5, 2 * len(letters)) :]
    if not words:
        return None
    at = len(before) - 1
    first = words[0].start()
    for place in range(len(letters) - 1, -1, -1):
        at = _back_to(before, at, letters[place], first, begins_word=place == 0)
        if at < first:
            return None
        at -= 1
    return at + 1


def _back_to(text: str, at: int, letter: str, first: int, begins_word: bool) -> int:
    while at >= first:
        starts = at == 0 or not text[at - 1].isalnum()
        if text[at].lower() == letter and (starts or not begins_word):
            return at
        at -= 1
    return -1
