"""Grades over time as a spreadsheet and as a Word document with the plot in it."""

import io
from collections.abc import Sequence
from itertools import groupby

from assistant.history import COLUMNS, Point
from assistant.history_plot import plotted
from assistant.history_words import main_point
from assistant.word_export import add_picture, add_table, new_document, saved
from documents.authorities import name_of

TITLE = "Grades over time: {names}"
NOTES = (
    "Each grade stands word for word on the page named beside it.",
    "A judgement on two areas together stands under both.",
    "Outcomes of area SEND inspections stand on a scale of their own and are no grades.",
)
WIDTHS = (20, 14, 30, 32, 34, 8, 30, 44)  # characters
HEADS = (("Date", 2.6), ("Inspection", 5.6), ("Area", 6.0), ("Grade", 5.2), ("Where", 5.6))


def as_xlsx(points: Sequence[Point]) -> bytes:
    from assistant.sheet_export import Sheet, new_book

    names = [(name[:1].upper() + name[1:], width) for name, width in zip(COLUMNS, WIDTHS, strict=True)]
    sheet = Sheet("Grades over time", names, [point.cells for point in points])
    return new_book([sheet], (_title(points), *NOTES))


def as_docx(points: Sequence[Point]) -> bytes:
    """For each authority its plot, what that shows in words, and every grade with its page."""
    document = new_document(_title(points), notes=NOTES)
    for code, group in groupby(points, key=lambda point: point.authority):
        own = list(group)
        document.add_heading(name_of(code), 1)
        if any(point.date and point.height for point in own):
            add_picture(document, io.BytesIO(plotted(points, code)), main_point(own))
        add_table(document, HEADS, [_cells(point) for point in own])
    return saved(document)


def _title(points: Sequence[Point]) -> str:
    return TITLE.format(names=", ".join(dict.fromkeys(name_of(point.authority) for point in points)))


def _cells(point: Point) -> tuple[str, ...]:
    _, date, framework, line, grade, page, file, _ = point.cells
    return date, framework, line[:1].upper() + line[1:], grade, f"{file}, page {page}"
