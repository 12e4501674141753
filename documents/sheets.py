"""Excel workbooks through openpyxl: a page to a sheet, a row to a passage with its column headings."""

import warnings
import zipfile
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from lxml.etree import XMLSyntaxError
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from documents.blocks import Block, Content, Piece, Role
from documents.cells import shown
from documents.limits import check_rows, check_text
from documents.marks import ENDED
from documents.problem import UnreadableReport

MOST_BLANK = 1000  # blank rows after which a sheet has ended: some are formatted down to row 1,048,576
WIDEST = 200  # columns
TITLE_CHARACTERS = 110
DAMAGED = (
    zipfile.BadZipFile, KeyError, ValueError, TypeError, AttributeError, IndexError, EOFError, ParseError,
    XMLSyntaxError, InvalidFileException,
)  # fmt: skip


def read_sheets(path: Path) -> Content:
    """The sheets that a person sees, in order; a sheet's name is what is printed on its page."""
    blocks: list[Block] = []
    names: list[str] = []
    with warnings.catch_warnings(action="ignore"):
        workbook = _open(path)
        try:
            for sheet in (sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"):
                names.append(sheet.title)
                for block in _Sheet(len(names)).blocks(sheet):
                    blocks.append(block)
                    check_rows(len(blocks), path.name)
        except DAMAGED as error:
            raise _damaged(path) from error
        finally:
            workbook.close()
    check_text(sum(len(piece.raw) for block in blocks for piece in block.pieces), path.name)
    return Content(tuple(blocks), tuple(names), title=workbook.properties.title or None)


def _open(path: Path) -> Any:
    try:
        return load_workbook(path, read_only=True, data_only=True)
    except DAMAGED as error:
        raise _damaged(path) from error


def _damaged(path: Path) -> UnreadableReport:
    return UnreadableReport(f"{path.name} is a damaged Excel workbook. Save it again as .xlsx.")


class _Sheet:
    """Reads a sheet from the top, and knows the column headings over the row it has come to."""

    def __init__(self, page: int) -> None:
        self._page = page
        self._columns: list[str] = []
        self._counted: set[int] = set()  # the columns that hold numbers and dates

    def blocks(self, sheet: Any) -> Iterator[Block]:
        yield Block(self._page, Role.HEADING, (Piece(sheet.title),), level=1)
        last = -1
        for number, cells in _filled(sheet):
            words = [" ".join(shown(cell).split()) for cell in cells]
            apart = number > last + 1
            last = number
            if self._opens_table(cells, apart):
                self._columns, self._counted = words, set()
                yield self._row(number, words)
            elif sum(map(bool, words)) == 1 and (apart or not self._columns):
                yield self._alone("".join(words))
                last = -1
            elif any(words):
                self._counted |= {at for at, cell in enumerate(cells) if _counts(cell)}
                yield self._row(number, _labelled(words, self._columns))

    def _opens_table(self, cells: Sequence[Any], apart: bool) -> bool:
        """Whether a row holds column headings: words only, and first or unlike the rows above."""
        written = [cell for cell in cells if cell.value is not None]
        if len(written) < 2 or any(_counts(cell) for cell in written):
            return False
        unlike = any(at in self._counted for at, cell in enumerate(cells) if cell.value is not None)
        return not self._columns or (apart and (unlike or _bold(written[0])))

    def _row(self, number: int, words: Sequence[str]) -> Block:
        joined = " | ".join(text for text in words if text)
        return Block(self._page, Role.ROW, (Piece(joined),), number=f"row {number}")

    def _alone(self, words: str) -> Block:
        """A line of its own: what the table below it is called, or a note."""
        if len(words) <= TITLE_CHARACTERS and not ENDED.search(words) and not words[0].isdigit():
            return Block(self._page, Role.HEADING, (Piece(words),), level=2)
        return Block(self._page, Role.PARAGRAPH, (Piece(words),))


def _filled(sheet: Any) -> Iterator[tuple[int, Sequence[Any]]]:
    """The rows that hold something, with their numbers."""
    blank = 0
    for number, cells in enumerate(sheet.iter_rows(max_col=WIDEST), 1):
        if any(cell.value is not None for cell in cells):
            blank = 0
            yield number, cells
        elif (blank := blank + 1) > MOST_BLANK:
            return


def _counts(cell: Any) -> bool:
    return cell.value is not None and not isinstance(cell.value, str)


def _bold(cell: Any) -> bool:
    return bool(cell.font and cell.font.bold)


def _labelled(words: Sequence[str], columns: Sequence[str]) -> list[str]:
    pairs = zip_longest(columns, words, fillvalue="")
    return [f"{column}: {text}" if column and text else text for column, text in pairs]
