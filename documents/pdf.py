"""PDF files through PDFium: the lines of each page, in the order the file gives them."""

import ctypes
import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from documents.limits import check_page_text, check_pages
from documents.lines import Line
from documents.problem import UnreadableReport

AT_A_TIME = 100  # pages: PDFium keeps what it has read of a document until that is closed
LINE = re.compile("[^\r\n\ufffe]*\ufffe?")  # PDFium runs on after the hyphen (U+FFFE) at a line's end
STUCK_MARK = re.compile(r"(?<=[A-Za-z’'.,;:?!)])\d{1,2}(?=\s|$)")  # "board1": perhaps a footnote's mark
SPACE = re.compile(r"(?<=\S) +(?=\S)")
BLANK = " \t\u00a0\ufffe"
CELL_GAP = 1.05  # a wider space than this, in widths of the type, parts two cells of a table
LIST_MARK = re.compile(r"\W{1,2}|o|[(]?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]?")  # what a tab follows: "12.", "◼"
MARK = re.compile(rf"^\d{{1,2}}(?=\s)|{STUCK_MARK.pattern}")  # "3 all of whom", after "schools," on one line
RAISED = 0.8  # a mark is smaller than this share of the size of its line
X, Y = ctypes.c_double(), ctypes.c_double()  # PDFium serves one thread at a time, so one pair does
BOLD_WEIGHT = 600
BOLD_FONT = re.compile(rb"bold|black|heavy", re.IGNORECASE)


def read_pdf(path: Path) -> list[list[Line]]:
    """The lines of each page. UnreadableReport says why a file cannot be read."""
    pages: list[list[Line]] = []
    while True:
        some = _read_some(path, len(pages))
        pages += some
        if len(some) < AT_A_TIME:
            return pages


def _read_some(path: Path, first: int) -> list[list[Line]]:
    """The lines of up to AT_A_TIME pages."""
    document = _open(path)
    try:
        if len(document) == 0:
            raise UnreadableReport(
                f"{path.name} is a PDF without pages. Ask whoever sent it for another copy."
            )
        check_pages(len(document), path.name)
        last = min(first + AT_A_TIME, len(document))
        return [_page_lines(document, number, path.name) for number in range(first, last)]
    except pypdfium2.PdfiumError as error:
        raise UnreadableReport(
            f"{path.name} is damaged: a page of it cannot be opened ({error}). Fetch it again."
        ) from error
    finally:
        document.close()


def _open(path: Path) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if b"/Encrypt" in path.read_bytes():  # PDFium's own reason may be that of the file before
            raise UnreadableReport(
                f"{path.name} is protected by a password. Save a copy without one and add that."
            ) from error
        raise UnreadableReport(
            f"{path.name} is a damaged or unfinished PDF and cannot be opened. Fetch it again."
        ) from error


def _page_lines(document: pypdfium2.PdfDocument, number: int, name: str) -> list[Line]:
    page = document[number]
    try:
        text_page = page.get_textpage()
        try:
            check_page_text(text_page.count_chars(), number + 1, name)
            return list(_lines(text_page))
        finally:
            text_page.close()
    finally:
        page.close()


def _lines(text_page: pypdfium2.PdfTextPage) -> Iterator[Line]:
    text = text_page.get_text_range()
    raw = text_page.raw
    last: Line | None = None
    for found in LINE.finditer(text):
        if found.group().strip():
            for start, end in _cells(raw, text, found.start(), found.end()):
                last = _line(raw, text[start:end], start, last)
                yield last


def _cells(raw: pdfium.FPDF_TEXTPAGE, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the line from `start` to `end` is parted by the space between two columns."""
    first = start
    wide = CELL_GAP * _size(raw, start + len(text[start:end]) - len(text[start:end].lstrip()))
    for space in SPACE.finditer(text, start, end):
        if LIST_MARK.fullmatch(text[first : space.start()].strip()):
            continue
        if _x(raw, space.end()) - _x(raw, space.start()) > wide:
            yield first, space.end()
            first = space.end()
    yield first, end


def _line(raw: pdfium.FPDF_TEXTPAGE, text: str, start: int, before: Line | None) -> Line:
    first = start + len(text) - len(text.lstrip())
    last = start + len(text.rstrip(BLANK)) - 1
    middle = (first + last) // 2
    middle += text[middle - start].isspace()
    size = max(_size(raw, middle), _size(raw, last))  # of the words, not of a mark: "18th"
    (left, _), (_, baseline) = _origin(raw, first), _origin(raw, middle)
    follows = before is not None and abs(before.baseline - baseline) < 2 and left > before.right - 2
    return Line(
        text=_without_marks(raw, text, start, size, STUCK_MARK if not follows else MARK),
        start=start,
        left=left,
        right=_right(raw, last),
        baseline=baseline,
        size=size,
        bold=all(_bold(raw, index) for index in {first, middle, last}),
    )


def _without_marks(
    raw: pdfium.FPDF_TEXTPAGE, text: str, start: int, size: float, marks: re.Pattern[str]
) -> str:
    """Blank out footnote marks, which are set smaller than the words they stick to."""
    for found in marks.finditer(text):
        if _size(raw, start + found.start()) < RAISED * size:
            text = text[: found.start()] + "\u200b" * len(found.group()) + text[found.end() :]
    return text


def _size(raw: pdfium.FPDF_TEXTPAGE, index: int) -> float:
    return round(float(pdfium.FPDFText_GetFontSize(raw, index)), 1)


def _origin(raw: pdfium.FPDF_TEXTPAGE, index: int) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(raw, index, x, y)
    return x.value, y.value


def _x(raw: pdfium.FPDF_TEXTPAGE, index: int) -> float:
    """Where a character begins: asked for every space, and so without a new pair of numbers each time."""
    pdfium.FPDFText_GetCharOrigin(raw, index, X, Y)
    return X.value


def _right(raw: pdfium.FPDF_TEXTPAGE, index: int) -> float:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(raw, index, left, right, bottom, top)
    return right.value


def _bold(raw: pdfium.FPDF_TEXTPAGE, index: int) -> bool:
    if pdfium.FPDFText_GetFontWeight(raw, index) >= BOLD_WEIGHT:
        return True
    name = ctypes.create_string_buffer(64)
    pdfium.FPDFText_GetFontInfo(raw, index, name, 64, None)
    return BOLD_FONT.search(name.value) is not None
