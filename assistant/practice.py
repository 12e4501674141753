"""The matters of practice that inspectors write about, and the words by which each is known."""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

NARROW, BROAD = 1, 3  # levels: of 'young carers', and of 'plans', which any report names
GONE = "\n"  # where words of a matter stood, so that no words of another reach over it


@dataclass(frozen=True, slots=True)
class Matter:
    """A matter, and how wide it is: 1 for 'young carers', 2 for 'supervision', 3 for 'plans'.

    `part_of` names the wider one to which it belongs, if it belongs to one.
    """

    name: str
    level: int
    part_of: str = ""


@lru_cache(maxsize=8192)
def named(text: str) -> tuple[Matter, ...]:
    """All that the text names, in the order of the text; narrow ones take their words before wider ones."""
    places: dict[Matter, int] = {}
    for matter, words in _known():
        if found := words.search(text):
            places[matter] = found.start()
            text = words.sub(lambda found: GONE * len(found.group()), text)
    return tuple(sorted(places, key=lambda matter: places[matter]))


def matters(text: str) -> frozenset[Matter]:
    return frozenset(named(text))


def narrowest(found: Iterable[Matter]) -> frozenset[Matter]:
    """Those that say what a recommendation is about: 'advocacy', where it also names 'child protection'."""
    found = list(found)
    least = min((matter.level for matter in found), default=0)
    return frozenset(matter for matter in found if matter.level == least)


@lru_cache(maxsize=8192)
def without_matters(text: str) -> str:
    """The text without the words that only name matters, some of which would else seem praise or blame."""
    for _, words in _known():
        text = words.sub(" ", text)
    return text


@cache
def _known() -> tuple[tuple[Matter, re.Pattern[str]], ...]:
    with Path(__file__).with_name("practice.csv").open(encoding="utf-8", newline="") as rows:
        return tuple(
            (
                Matter(row["matter"], int(row["level"]), row["part_of"]),
                re.compile(rf"\b(?:{row['words']})\b", re.IGNORECASE),
            )
            for row in csv.DictReader(rows)
        )
