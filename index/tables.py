"""Judgements and recommendations of all documents as tables: every row with its source and its page."""

import csv
import io
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields

from documents.authorities import name_of
from documents.report import Source
from index import catalogue
from index.library import Library

JUDGEMENTS = """
SELECT judgements.sha256, page, printed, area, grade FROM judgements
JOIN pages ON pages.sha256 = judgements.sha256 AND pages.number = page
ORDER BY judgements.sha256, place
"""
RECOMMENDATIONS = """
SELECT asked.sha256, number AS page, printed, asked.place, addressed_to, asked.text
FROM recommendations AS asked
JOIN passages ON passages.sha256 = asked.sha256 AND passages.place = asked.passage
JOIN pages ON pages.sha256 = asked.sha256 AND pages.number = json_extract(passages.spans, '$[0].page')
ORDER BY asked.sha256, asked.place
"""
FORMULAS = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run a cell that begins so


@dataclass(frozen=True, slots=True)
class Row:
    """Where it stands: `page` as counted from 1, `printed_page` as the document numbers it."""

    file: str
    sha256: str
    title: str
    authority: str | None
    inspected_from: str | None
    inspected_to: str | None
    page: int
    printed_page: str | None


@dataclass(frozen=True, slots=True)
class Judged(Row):
    area: str
    grade: str

    @property
    def words(self) -> str:
        return f"{self.area}: {self.grade}"


@dataclass(frozen=True, slots=True)
class Asked(Row):
    order: int
    addressed_to: str | None
    text: str

    @property
    def words(self) -> str:
        return f"{self.order}. {f'[{self.addressed_to}] ' if self.addressed_to else ''}{self.text}"


def judged(library: Library, authority: str | None = None) -> list[Judged]:
    """Every judgement, of the authority with this code or of all, by authority and inspection."""
    with library.catalogue.reading() as db:
        found = {source.sha256: source for source in _in_order(catalogue.sources(db), authority)}
        rows = judgements_by_document(db)
    return [
        Judged(*_place(source, row), row["area"], row["grade"])
        for source in found.values()
        for row in rows.get(source.sha256, [])
    ]


def asked(library: Library, authority: str | None = None) -> list[Asked]:
    """Every recommendation, of the authority with this code or of all, by authority and inspection."""
    with library.catalogue.reading() as db:
        found = {source.sha256: source for source in _in_order(catalogue.sources(db), authority)}
        rows = recommendations_by_document(db)
    return [
        Asked(*_place(source, row), row["place"], row["addressed_to"], row["text"])
        for source in found.values()
        for row in rows.get(source.sha256, [])
    ]


def judgements_by_document(db: sqlite3.Connection) -> dict[str, list[sqlite3.Row]]:
    return _by_document(db.execute(JUDGEMENTS))


def recommendations_by_document(db: sqlite3.Connection) -> dict[str, list[sqlite3.Row]]:
    return _by_document(db.execute(RECOMMENDATIONS))


def as_rows(rows: Iterable[Row]) -> list[dict[str, object]]:
    return [asdict(row) for row in rows]


def as_csv(kind: type[Row], rows: Iterable[Row]) -> str:
    """The rows, all of one kind, for a spreadsheet; where there are none, the names of the columns."""
    written = io.StringIO()
    table = csv.DictWriter(written, [field.name for field in fields(kind)], lineterminator="\n")
    table.writeheader()
    table.writerows({name: _cell(value) for name, value in row.items()} for row in as_rows(rows))
    return written.getvalue()


def as_lines(rows: Iterable[Judged] | Iterable[Asked]) -> Iterator[str]:
    """The rows beneath a line for each document."""
    before = None
    for row in rows:
        if row.sha256 != before:
            when = " to ".join(day for day in (row.inspected_from, row.inspected_to) if day) or "date unknown"
            yield f"{row.authority or 'authority unknown'} · {when} · {row.title} ({row.file})"
        before = row.sha256
        printed = f" (printed {row.printed_page})" if row.printed_page not in (None, str(row.page)) else ""
        yield f"    page {row.page}{printed}: {row.words}"


def _in_order(sources: Iterable[Source], authority: str | None) -> list[Source]:
    about = [source for source in sources if authority is None or authority in source.authorities]
    return sorted(about, key=lambda source: (source.authorities, _day(source), source.sha256))


def _day(source: Source) -> int:
    date = source.inspected_to or source.published
    return date.last if date else 0


def _place(
    source: Source, row: sqlite3.Row
) -> tuple[str, str, str, str | None, str | None, str | None, int, str | None]:
    names = ", ".join(name_of(code) for code in source.authorities) or None
    first, last = (date.iso if date else None for date in (source.inspected_from, source.inspected_to))
    return source.file, source.sha256, source.title, names, first, last, row["page"], row["printed"]


def _by_document(rows: Iterable[sqlite3.Row]) -> dict[str, list[sqlite3.Row]]:
    found: dict[str, list[sqlite3.Row]] = {}
    for row in rows:
        found.setdefault(row["sha256"], []).append(row)
    return found


def _cell(value: object) -> object:
    return "'" + value if isinstance(value, str) and value.startswith(FORMULAS) else value
