"""What staff and families say in everyday words, and what reports write for it."""

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Everyday:
    """`instead`, where it is not empty, may stand in place of what `said` finds; `also` are more words."""

    said: re.Pattern[str]
    instead: str
    also: str


def in_report_words(question: str) -> str:
    """'Do bobbies tell social services?' as 'Do police officers tell children's social care?'."""
    spans: list[tuple[int, int, str]] = []
    for row in _everyday():
        for found in row.said.finditer(question) if row.instead else ():
            if all(found.end() <= start or end <= found.start() for start, end, _ in spans):
                spans.append((*found.span(), row.instead))
    for start, end, instead in sorted(spans, reverse=True):
        question = f"{question[:start]}{instead}{question[end:]}"
    return question


def also_written(question: str) -> list[str]:
    """Further words that reports use for what the question says in everyday ones."""
    return [row.also for row in _everyday() if row.also and row.said.search(question)]


def is_everyday(word: str) -> bool:
    """Whether the table has the word, alone or in a phrase."""
    return word in _words()


@cache
def _words() -> frozenset[str]:
    return frozenset(
        word for row in _rows() for phrase in row["everyday"].split(";") for word in phrase.split()
    )


def _rows() -> list[dict[str, str]]:
    with Path(__file__).with_name("everyday_words.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@cache
def _everyday() -> tuple[Everyday, ...]:
    """The longest phrases first, so that 'foster mum' is not read as 'mum'."""
    rows = [
        (phrase, row["instead"], row["reports write"])
        for row in _rows()
        for phrase in row["everyday"].split(";")
    ]
    rows.sort(key=lambda row: (-len(row[0]), row[0]))
    return tuple(Everyday(_pattern(phrase), instead, also) for phrase, instead, also in rows)


def _pattern(phrase: str) -> re.Pattern[str]:
    words = re.escape(phrase).replace("'", "['’]").replace(r"\ ", r"\s+")
    return re.compile(rf"(?<![\w’'-]){words}(?![\w-]|['’]\w)", re.IGNORECASE)
