"""The history of an authority's judgements: every grade over time, by area, each with its page."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from assistant.areas import Line, height, lines_of
from assistant.batch import citation_json
from assistant.csv_export import written_csv
from assistant.evidence import Citation, Quote, whole
from assistant.inspections import when
from assistant.verify import cited
from documents.authorities import name_of
from documents.report import Judgement, Passage, ReportDate, Source
from index import catalogue
from index.library import Library

COLUMNS = ("authority", "date", "framework", "area", "grade", "page", "file", "as the report names it")


@dataclass(frozen=True, slots=True)
class Point:
    """A judgement at its place in the history; one on two areas together is a point on the line of each."""

    authority: str
    line: Line
    judgement: Judgement
    citation: Citation

    @property
    def source(self) -> Source:
        return self.citation.quote.source

    @property
    def date(self) -> ReportDate | None:
        """The end of the inspection; where the report does not give it, when it was published."""
        return self.source.inspected_to or self.source.inspected_from or self.source.published

    @property
    def height(self) -> int | None:
        return height(self.line, self.judgement.grade)

    @property
    def cells(self) -> tuple[str, ...]:
        """What the table shows of it, under `COLUMNS`."""
        date = self.date.iso if self.date else "date unknown"
        judged, page = self.judgement, str(self.judgement.page)
        framework, file = str(self.source.framework), self.source.file
        return name_of(self.authority), date, framework, self.line, judged.grade, page, file, judged.area


def history(library: Library, authorities: Sequence[str]) -> tuple[Point, ...]:
    """Every judgement on these authorities (codes), by authority, then by date, then by area."""
    return tuple(point for code in authorities for point in _of_one(library, code))


def as_table(points: Sequence[Point]) -> list[list[str]]:
    """The names of the columns, then a row for each point."""
    return [list(COLUMNS), *(list(point.cells) for point in points)]


def as_csv(points: Sequence[Point]) -> str:
    """The table for a spreadsheet, in which no cell is run as a formula."""
    return written_csv(as_table(points))


def as_json(points: Sequence[Point]) -> list[dict[str, Any]]:
    names = ("authority", "date", "framework", "area", "grade", "page", "file", "printed_area")
    return [
        {**dict(zip(names, point.cells, strict=True)), "page": point.judgement.page}
        | {"date": point.date.iso if point.date else None, "citation": citation_json(point.citation)}
        for point in points
    ]


def as_lines(points: Sequence[Point]) -> list[str]:
    """The table for a terminal: a heading for each inspection, its grades beneath."""
    lines: list[str] = []
    for (code, source), group in groupby(points, key=lambda point: (point.authority, point.source)):
        of_one = list(group)
        lines.append(f"{name_of(code)} · {of_one[0].cells[1]} · {source.framework} · {source.file}")
        lines += [
            f"    {point.line:36}{point.judgement.grade:44}page {point.judgement.page}" for point in of_one
        ]
    return lines


def _of_one(library: Library, code: str) -> list[Point]:
    sources = [source for source in library.sources() if code in source.authorities]
    found: list[Point] = []
    for source in sorted(sources, key=lambda source: (when(source), source.sha256)):
        points = [
            Point(code, line, judgement, citation)
            for judgement, citation in _judged(library, source)
            for line in lines_of(judgement.area)
        ]
        found += sorted(points, key=lambda point: list(Line).index(point.line))
    return found


def _judged(library: Library, source: Source) -> list[tuple[Judgement, Citation]]:
    """The judgements of a document whose words stand on their page."""
    with library.catalogue.reading() as db:
        judgements = catalogue.judgements(db, source.sha256)
        passages = catalogue.passages(db, source.sha256) if judgements else []
    quoted = [(judgement, _quote(passages, source, judgement)) for judgement in judgements]
    checked = [(judgement, cited(library, [quote] if quote else [])) for judgement, quote in quoted]
    return [(judgement, citations[0]) for judgement, citations in checked if citations]


def _quote(passages: Sequence[Passage], source: Source, judgement: Judgement) -> Quote | None:
    """The passage that gives the grade: the row of the table, or the sentence."""
    first = judgement.spans[0]
    for passage in passages:
        for own in passage.spans:
            if own.page == first.page and own.start <= first.start and first.end <= own.end:
                return whole(passage, source)
    return None
