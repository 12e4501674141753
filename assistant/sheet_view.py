"""The rows of a sheet around the quoted one as a small table under its column headings."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape

from assistant.marked_text import marked, touches
from documents.report import Kind, Page, Passage, Span

AROUND = 3  # rows shown before and after those quoted
BAR = " | "  # between the cells of a row, as it is read


@dataclass(frozen=True, slots=True)
class _Cell:
    """Where a cell's words stand in the text of its page, without the label that names its column."""

    column: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Row:
    number: str
    columns: tuple[str, ...]  # the headings over it; none where it has them itself
    cells: tuple[_Cell, ...]
    is_quoted: bool


def rows_html(page: Page, passages: Sequence[Passage], quoted: Sequence[Span], title: str) -> str:
    """Nothing where no row of the sheet is quoted."""
    rows = _rows(page, passages, quoted)
    places = [at for at, row in enumerate(rows) if row.is_quoted]
    if not places:
        return ""
    shown = rows[max(places[0] - AROUND, 0) : places[-1] + AROUND + 1]
    body = "".join(_row_html(page, row, quoted) for row in shown if row.columns or row.is_quoted)
    columns = next((row.columns for row in shown if row.is_quoted), ())
    heads = "".join(f'<th scope="col"><bdi>{escape(column)}</bdi></th>' for column in columns)
    head = f'<thead><tr><th scope="col">Row</th>{heads}</tr></thead>' if columns else ""
    return (
        f'<div class="rows" role="region" tabindex="0" aria-label="{escape(title)}">'
        f"<table>{head}<tbody>{body}</tbody></table></div>"
    )


def _rows(page: Page, passages: Sequence[Passage], quoted: Sequence[Span]) -> list[_Row]:
    found: list[_Row] = []
    columns: tuple[str, ...] = ()
    for passage in passages:
        spans = [span for span in passage.spans if span.page == page.number]
        if passage.kind is not Kind.TABLE_ROW or not spans:
            continue
        start, end = spans[0].start, spans[-1].end
        cells = _cells(page, start, end, columns)
        has_own = not any(cell.column >= 0 for cell in cells)
        if has_own:
            columns = tuple(page.text[cell.start : cell.end] for cell in cells)
        number = (passage.paragraph or "").removeprefix("row ")
        is_quoted = any(touches(passage, span.page, span.start, span.end) for span in quoted)
        found.append(_Row(number, () if has_own else columns, cells, is_quoted))
    return found


def _cells(page: Page, start: int, end: int, columns: Sequence[str]) -> tuple[_Cell, ...]:
    """A row's cells, each under the column whose heading it carries; -1 where it carries none."""
    cells: list[_Cell] = []
    at = start
    for words in page.text[start:end].split(BAR):
        named = [place for place, column in enumerate(columns) if words.startswith(f"{column}: ")]
        place = next((place for place in named if place > (cells[-1].column if cells else -1)), -1)
        label = len(columns[place]) + 2 if place >= 0 else 0
        if place < 0 and cells and cells[-1].column >= 0:  # the bar is one of the cell's own
            cells[-1] = replace(cells[-1], end=at + len(words))
        else:
            cells.append(_Cell(place, at + label, at + len(words)))
        at += len(words) + len(BAR)
    return tuple(cells)


def _row_html(page: Page, row: _Row, quoted: Sequence[Span]) -> str:
    under = {cell.column: cell for cell in row.cells if cell.column >= 0}
    cells = [under.get(place) for place in range(len(row.columns))] if row.columns else list(row.cells)
    shown = "".join(f"<td><bdi>{_words(page, cell, quoted)}</bdi></td>" for cell in cells)
    kind = ' class="quoted"' if row.is_quoted else ""
    named = [_words(page, cell, quoted) for cell in row.cells if cell.column < 0 and row.columns]
    head = " ".join([escape(row.number), *(f"<bdi>{words}</bdi>" for words in named)])  # by a cell under none
    return f'<tr{kind}><th scope="row">{head}</th>{shown}</tr>'


def _words(page: Page, cell: _Cell | None, quoted: Sequence[Span]) -> str:
    return marked(page, cell.start, cell.end, quoted) if cell else ""
