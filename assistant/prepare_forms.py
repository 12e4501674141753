"""What was chosen of judgements and improvements, written as the file that is asked for."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from assistant import (
    exports,
    history,
    history_export,
    improvements_sheet,
    improvements_word,
    self_assessment_sheet,
    self_assessment_shown,
)
from assistant import prepare_wording as words
from assistant.history_plot import NARROW, WIDTH, plotted
from assistant.improvements import Tracker
from assistant.library_state import state_of
from assistant.london import now
from assistant.pack_sections import Asked
from assistant.packing import pack_of_tracker
from assistant.people import Person
from assistant.prepared import Prepared
from assistant.preparing_views import Choice, compared, grades, ticked, tracked
from assistant.steps import finished
from documents.problem import KnownProblem

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": EXCEL,
    "docx": WORD,
    "pdf": "application/pdf",
    "png": "image/png",
}
Writers = Mapping[str, Callable[[Any], bytes]]
JUDGEMENTS: Writers = {
    "csv": lambda points: _csv(history.as_csv(points)),
    "xlsx": history_export.as_xlsx,
    "docx": history_export.as_docx,
    "png": plotted,
}
TRACKER: Writers = {
    "csv": lambda tracker: _csv(improvements_sheet.as_csv(tracker)),
    "xlsx": improvements_sheet.as_xlsx,
    "docx": improvements_word.as_docx,
}
COMPARISON: Writers = {
    "csv": lambda found: _csv(self_assessment_sheet.as_csv(found)),
    "xlsx": self_assessment_sheet.as_xlsx,
    "docx": self_assessment_shown.as_docx,
}
PLOT = "plot"  # what the page itself shows
PACK = "pack"  # the tracker with images of the pages quoted
NO_SUCH = "This cannot be had as .{form}. Go back to the page, and choose another form there."


class Fields(Protocol):
    """What stands in an address after the question mark."""

    def get(self, name: str, default: str) -> str: ...

    def getlist(self, name: str) -> list[str]: ...


def written(
    prepared: Prepared, kind: str, form: str, chosen: Choice, fields: Fields, person: Person
) -> bytes:
    """The bytes of the file, made for `person`; KnownProblem where there is nothing to write."""
    if kind == PLOT:
        return _plot(prepared, chosen, fields.get("only", ""), bool(fields.get("narrow", "")))
    if kind == "judgements":
        return _with(JUDGEMENTS, form)(_graded(prepared, chosen))
    code = chosen.authorities[0]
    if kind == "tracker":
        tracker = finished(tracked(prepared, code, chosen.time))
        return _with(TRACKER, form)(ticked(tracker, fields.getlist("row")))
    if kind == PACK:
        tracker = ticked(finished(tracked(prepared, code, chosen.time)), fields.getlist("row"))
        return _pack(prepared, tracker, form, person)
    return _with(COMPARISON, form)(finished(compared(prepared, code, chosen.time)))


def _pack(prepared: Prepared, tracker: Tracker, form: str, person: Person) -> bytes:
    if form not in exports.MEDIA:
        raise KnownProblem(NO_SUCH.format(form=form))
    by = Asked(person.name, now(), state_of(prepared.library))
    pack = pack_of_tracker(prepared.library, tracker, tracker.items, by, person.name)
    return exports.written(pack, form)


def _with(writers: Writers, form: str) -> Callable[[Any], bytes]:
    if form not in writers:
        raise KnownProblem(NO_SUCH.format(form=form))
    return writers[form]


def _plot(prepared: Prepared, chosen: Choice, only: str, narrow: bool) -> bytes:
    points = _graded(prepared, chosen)
    if only not in {point.authority for point in points}:
        raise KnownProblem(words.no_grades(chosen.authorities[0], chosen.time.words))
    return plotted(points, only, NARROW if narrow else WIDTH)


def _graded(prepared: Prepared, chosen: Choice) -> tuple[history.Point, ...]:
    points = grades(prepared.library, chosen)
    if not points:
        raise KnownProblem(words.no_grades(chosen.authorities[0], chosen.time.words))
    return points


def _csv(table: str) -> bytes:
    """With the mark by which spreadsheets know its letters."""
    return table.encode("utf-8-sig")
