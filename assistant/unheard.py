"""Particular matters that a question names and no document in question does, such as dental care.

Whoever reports on such a matter uses one of its names (`particular_matters.csv`), so that none of them there
is an answer. Broad matters, of which a report may speak in any words, are not in the table.
"""

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.asking import Asking
from index import catalogue


@dataclass(frozen=True, slots=True)
class Particular:
    """A matter, and every name that a question or a report has for it."""

    name: str
    names: re.Pattern[str]


def unheard(asking: Asking) -> str | None:
    """The first such matter, by its name; None where one that the question names is heard of."""
    asked = [each for each in _particulars() if each.names.search(asking.reading.question)]
    if not asked:
        return None
    with asking.library.catalogue.reading() as db:
        heard = any(_speaks_of(asked, catalogue.texts(db, source.sha256)) for source in asking.sources)
    return None if heard else asked[0].name


def _speaks_of(matters: list[Particular], texts: list[str]) -> bool:
    lines = (" ".join(text.split()) for text in texts)
    return any(each.names.search(line) for line in lines for each in matters)


@cache
def _particulars() -> tuple[Particular, ...]:
    with Path(__file__).with_name("particular_matters.csv").open(encoding="utf-8", newline="") as rows:
        return tuple(
            Particular(row["matter"], re.compile(rf"\b(?:{row['words']})\b", re.IGNORECASE))
            for row in csv.DictReader(rows)
        )
