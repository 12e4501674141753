"""What a person chose of judgements and improvements: read from the page, and worked out step by step."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from assistant import prepare_wording as words
from assistant.between import Between, between, date_of
from assistant.chosen import chosen_items
from assistant.history import Point, history
from assistant.improvements import Tracker
from assistant.prepared import Prepared
from assistant.self_assessment import Comparison, Row
from assistant.steps import Steps
from documents.authorities import name_of, register
from documents.problem import KnownProblem
from index.library import Library

MOST = 4  # authorities at once


@dataclass(frozen=True, slots=True)
class Choice:
    """The authorities (codes) and the time."""

    authorities: tuple[str, ...]
    time: Between


def choice(library: Library, authorities: Sequence[str], since: str, until: str) -> Choice:
    """KnownProblem where it cannot be shown, with what to do."""
    codes = tuple(dict.fromkeys(authorities))
    if not codes:
        raise KnownProblem(words.CHOOSE_FIRST)
    if len(codes) > MOST:
        raise KnownProblem(words.TOO_MANY.format(most=MOST))
    held = {code for source in library.sources() for code in source.authorities}
    for code in codes:
        if code not in held:
            name = name_of(code) if code in register() else code
            raise KnownProblem(words.UNKNOWN.format(name=name))
    return Choice(codes, between(since, until))


def grades(library: Library, chosen: Choice) -> tuple[Point, ...]:
    points = history(library, chosen.authorities)
    return tuple(point for point in points if chosen.time.holds(point.date))


def tracked(prepared: Prepared, code: str, time: Between) -> Steps[Tracker]:
    """The recommendations of inspections within the time, with all that was said of them later."""
    whole = yield from prepared.tracking(code)
    return whole.only(lambda item: time.holds(date_of(item.source)))


def compared(prepared: Prepared, code: str, time: Between) -> Steps[Comparison]:
    """The rows whose council's document, or finding where that stands alone, is of the time."""
    whole = yield from prepared.comparing(code)
    return replace(whole, rows=tuple(row for row in whole.rows if _within(row, time)))


def ticked(tracker: Tracker, rows: Collection[str]) -> Tracker:
    """The tracker with the rows ticked; with all, where none is."""
    if not rows:
        return tracker
    numbers = {item.number for item in chosen_items(tracker, rows)}
    return tracker.only(lambda item: item.number in numbers)


def _within(row: Row, time: Between) -> bool:
    first = row.said or row.found[0]
    return time.holds(date_of(first.quote.source))
