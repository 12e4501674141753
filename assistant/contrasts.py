"""The opposites of the field: words by which inspection findings praise, criticise and measure.

`contrasts.csv` holds them. A row of opposites has the words of one side and of the other: where it is
'valued', the first side speaks well of a service and the second ill; where 'measured', they only exclude each
other. Rows of praise and blame have no opposite; a negator turns round what follows it, an easer what is bad.
"""

import csv
from functools import cache
from pathlib import Path


@cache
def value(word: str) -> int:
    """1 for a word that speaks well of a service, -1 for one that speaks ill, else 0."""
    if word in _side("valued", "first") or word in _side("praise", "first"):
        return 1
    return -1 if word in _side("valued", "second") or word in _side("blame", "second") else 0


@cache
def axes(word: str) -> tuple[tuple[int, int], ...]:
    """The rows of opposites in which the word stands, each with its side: 1 the first, -1 the second."""
    return tuple(
        (at, side) for at, sides in enumerate(_opposites()) for side in (1, -1) if word in sides[side]
    )


@cache
def weighs(row: int) -> bool:
    """Whether the row of opposites, as numbered by `axes`, speaks well and ill of a service."""
    kinds = [each["kind"] for each in _rows() if each["kind"] in ("valued", "measured")]
    return kinds[row] == "valued"


@cache
def negates(word: str) -> bool:
    """Whether the word turns round what follows: 'not', 'lack', 'rarely'."""
    return word in _side("negator", "first")


@cache
def eases(word: str) -> bool:
    """Whether what is bad is good after it: 'reduces delay', 'protects from harm'."""
    return word in _side("easer", "first")


@cache
def _opposites() -> tuple[dict[int, frozenset[str]], ...]:
    rows = [row for row in _rows() if row["kind"] in ("valued", "measured")]
    return tuple({1: frozenset(row["first"].split()), -1: frozenset(row["second"].split())} for row in rows)


@cache
def _side(kind: str, side: str) -> frozenset[str]:
    return frozenset(word for row in _rows() if row["kind"] == kind for word in row[side].split())


@cache
def _rows() -> tuple[dict[str, str], ...]:
    with Path(__file__).with_name("contrasts.csv").open(encoding="utf-8", newline="") as rows:
        return tuple(csv.DictReader(rows))
