"""Spreadsheets as we make them: heads that stay, cells that wrap, A4 across; no cell is run as a formula."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from assistant.writable import writable

LINE = Side(style="thin", color="BFBFBF")
NOTES_WIDTH = 110


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its columns' names and widths (in characters)."""

    title: str
    columns: Sequence[tuple[str, int]]
    rows: Sequence[Sequence[object]]


def new_book(sheets: Sequence[Sheet], notes: Sequence[str], fills: Mapping[str, str] | None = None) -> bytes:
    """A workbook of these sheets and one that says how to read them; `fills` colours cells by their words."""
    book = Workbook()
    book.remove(book.active)
    for sheet in sheets:
        _fill(book.create_sheet(sheet.title), sheet, fills or {})
    _notes(book.create_sheet("How to read this"), notes)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _fill(made: Any, sheet: Sheet, fills: Mapping[str, str]) -> None:
    for at, (name, width) in enumerate(sheet.columns, 1):
        head = made.cell(1, at, name)
        head.font, head.fill = Font(bold=True, color="FFFFFF"), PatternFill("solid", fgColor="1F3864")
        head.alignment = Alignment(wrap_text=True, vertical="center")
        made.column_dimensions[get_column_letter(at)].width = width
    for number, row in enumerate(sheet.rows, 2):
        for at, value in enumerate(row, 1):
            _put(made.cell(number, at), value, fills)
    _set_up_page(made, len(sheet.columns), len(sheet.rows) + 1)


def _put(cell: Any, value: object, fills: Mapping[str, str]) -> None:
    if isinstance(value, str):
        cell.value = writable(value)
        cell.data_type = "s"  # never a formula, whatever a report begins with
    else:
        cell.value = value
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.border = Border(bottom=LINE)
    for words, colour in fills.items():
        if isinstance(value, str) and (value == words or value.startswith(f"{words} (")):
            cell.fill = PatternFill("solid", fgColor=colour)


def _set_up_page(made: Any, columns: int, rows: int) -> None:
    """On A4 across, as wide as the paper, the head on every page; in the window, head and filter stay."""
    made.freeze_panes = "B2"
    made.auto_filter.ref = f"A1:{get_column_letter(columns)}{rows}"
    made.page_setup.orientation, made.page_setup.paperSize = "landscape", made.PAPERSIZE_A4
    made.page_setup.fitToWidth, made.page_setup.fitToHeight = 1, 0
    made.sheet_properties.pageSetUpPr.fitToPage = True
    made.print_title_rows = "1:1"
    made.oddFooter.center.text = "&A, page &P of &N"


def _notes(made: Any, notes: Sequence[str]) -> None:
    """The first line is the title."""
    made.column_dimensions["A"].width = NOTES_WIDTH
    for at, words in enumerate(notes, 1):
        cell = made.cell(at, 1, writable(words))
        cell.data_type, cell.alignment = "s", Alignment(wrap_text=True)
        cell.font = Font(bold=at == 1)
