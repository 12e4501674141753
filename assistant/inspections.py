"""Which documents a question is about: by authority, kind of inspection, time and voice."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.areas import Line, lines_of
from assistant.evidence import Period, Reading
from documents.frameworks import Framework
from documents.report import Source, Speaker
from index import catalogue
from index.library import Library

VISITS = (Framework.FOCUSED_VISIT, Framework.MONITORING_VISIT)
AREA = (Framework.AREA_SEND, Framework.AREA_SEND_REVISIT, Framework.JTAI, Framework.YOUTH_JUSTICE)
MONTH = 100  # in numbers such as 20180301
REPORT_FOLLOWS = (timedelta(weeks=3), timedelta(weeks=26))  # the end of an inspection, at least and at most


@dataclass(frozen=True, slots=True)
class Selection:
    """The documents to look through. `missing` are kinds of inspection asked for of which none is held."""

    sources: tuple[Source, ...]
    missing: tuple[Framework, ...] = ()
    off_time: bool = False  # nothing is held of the time named, so all times were looked through


def select(reading: Reading, sources: Iterable[Source], library: Library) -> Selection:
    """What the question names narrows the choice, one after the other; what nothing fits does not."""
    held = [source for source in sources if not reading.documents or source.sha256 in reading.documents]
    others = [source for source in held if not set(source.authorities) & set(reading.other_than)]
    chosen = [source for source in others if _is_about(source, reading.authorities)]
    chosen = _by(chosen, [source for source in chosen if source.speaker in reading.speakers])
    of_kind = [source for source in chosen if source.framework in reading.frameworks]
    missing = reading.frameworks if reading.frameworks and not of_kind else ()
    if missing:
        chosen = [source for source in chosen if source.speaker is not Speaker.INSPECTORATE]
    chosen = _by(chosen, of_kind)
    if reading.graded:
        chosen = _by(chosen, last_graded(reading.graded, chosen, library))
    timed = of_the_time(reading.periods, chosen)
    off_time = bool(reading.periods) and not timed
    if off_time:
        timed = telling_of(reading.periods, chosen, library)
    chosen = _by(chosen, timed)
    if reading.since:
        chosen = _by(chosen, [source for source in chosen if when(source) >= reading.since - 2 * MONTH])
    return Selection(
        tuple(sorted(chosen, key=lambda source: (when(source), source.sha256))), missing, off_time
    )


def last_graded(grade: str, sources: Iterable[Source], library: Library) -> list[Source]:
    """The latest inspection with this overall grade; none where none has it."""
    with library.catalogue.reading() as db:
        fitting = [
            source
            for source in full_inspections(sources)
            if any(
                Line.OVERALL in lines_of(row.area) and row.grade.startswith(grade)
                for row in catalogue.judgements(db, source.sha256)
            )
        ]
    return sorted(fitting, key=when)[-1:]


def of_the_time(periods: Iterable[Period], sources: Iterable[Source]) -> list[Source]:
    """The documents of one of these times; where there is none, those whose report may have come out then."""
    held, times = list(sources), list(periods)
    for fits in (covers, may_be_published_in):
        if found := [source for source in held if any(fits(source, period) for period in times)]:
            return found
    return []


def telling_of(periods: Iterable[Period], sources: Iterable[Source], library: Library) -> list[Source]:
    """The documents, of whatever time, that name one of these times in their text."""
    held = list(sources)
    with library.catalogue.reading() as db:
        return [
            source
            for source in held
            if any(catalogue.holds_words(db, period.full_words, {source.sha256}) for period in periods)
        ]


def covers(source: Source, period: Period) -> bool:
    """Whether the document was made, or its inspection took place, in the period."""
    spans = [(source.published, source.published), (source.inspected_from, source.inspected_to)]
    return any(
        start is not None and start.first <= period.last and (end or start).last >= period.first
        for start, end in spans
    )


def may_be_published_in(source: Source, period: Period) -> bool:
    """Whether a report that does not say when it was published may have been so in the period."""
    ended = source.inspected_to or source.inspected_from
    if source.published or ended is None or not ended.day:
        return False
    last = date.fromisoformat(str(ended.last))
    first, latest = (int(f"{last + gap:%Y%m%d}") for gap in REPORT_FOLLOWS)
    return first <= period.last and latest >= period.first


def when(source: Source) -> int:
    """The day by which inspections are put in order; 0 where the document gives none."""
    date = source.inspected_to or source.inspected_from or source.published
    return date.last if date else 0


def full_inspections(sources: Iterable[Source]) -> list[Source]:
    """Inspections of the authority's whole service: no visits, no inspections of the area's partnership."""
    return [
        source
        for source in sources
        if source.speaker is Speaker.INSPECTORATE and source.framework not in (*VISITS, *AREA)
    ]


def _is_about(source: Source, authorities: tuple[str, ...]) -> bool:
    return not authorities or bool(set(authorities) & set(source.authorities))


def _by(chosen: list[Source], narrower: list[Source]) -> list[Source]:
    return narrower or chosen
