"""Where words of a page's text stand on the page as it is printed: a box for each stretch on a line."""

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from documents.clean import INVISIBLE, clean
from documents.report import Page, Run

FINE = 1_000_000  # steps along each side of a page, in which PDFium is asked for places on it
SAME_LINE = 0.5  # of the lower of two boxes: those that share so much of their height stand on one line
HYPHENS = "-\u2010\u00ad"


@dataclass(frozen=True, slots=True)
class Box:
    """Shares of the page as it is shown, from its left and from its top: they hold at any size."""

    left: float
    top: float
    right: float
    bottom: float


def boxes(path: Path, page: Page, stretches: Sequence[tuple[int, int]]) -> tuple[Box, ...]:
    """The boxes over these stretches of a page's text. None where the page's letters do not bear them out."""
    document = pypdfium2.PdfDocument(path)
    try:
        shown = document[page.number - 1]
        letters = shown.get_textpage()
        try:
            found = [_stretch(shown, letters, page, start, end) for start, end in stretches]
        finally:
            letters.close()
    finally:
        document.close()
    return tuple(box for some in found for box in some) if all(found) else ()


def _stretch(
    shown: pypdfium2.PdfPage, letters: pypdfium2.PdfTextPage, page: Page, start: int, end: int
) -> list[Box]:
    """The boxes over one stretch; none where any of its letters is another one on the page."""
    merged: list[Box] = []
    last: tuple[int, Box] | None = None
    for at, origin in _origins(page.runs, start, end):
        if page.text[at].isspace():
            continue
        if not _is_letter(letters, origin, page.text[at]):
            return []
        box = _box(shown, letters, origin)
        if box is None:
            continue
        if last and _follows(letters, last[0], origin) and _goes_on(merged[-1], last[1], box):
            merged[-1] = _union(merged[-1], box)
        else:
            merged.append(box)
        last = origin, box
    return merged


def _origins(runs: Iterable[Run], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Each character of the text from `start` to `end` that is printed, with the reader's index of it."""
    for run in runs:
        first, last = max(run.start, start), min(run.start + run.length, end)
        for at in range(first, last):
            yield at, run.origin + at - run.start


def _is_letter(letters: pypdfium2.PdfTextPage, origin: int, character: str) -> bool:
    """Whether `character` is what cleaning makes of the one that is printed there, or a part of that."""
    if (
        pdfium.FPDFText_IsHyphen(letters.raw, origin) == 1
    ):  # PDFium has a sign of its own for one at a line's end
        return character in HYPHENS
    printed = chr(pdfium.FPDFText_GetUnicode(letters.raw, origin))
    return character in clean(printed) or character == printed


def _box(shown: pypdfium2.PdfPage, letters: pypdfium2.PdfTextPage, origin: int) -> Box | None:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(letters.raw, origin, left, right, bottom, top)
    if left.value == right.value or bottom.value == top.value:
        return None
    corners = [_place(shown, x.value, y.value) for x in (left, right) for y in (bottom, top)]
    across, down = zip(*corners, strict=True)
    return Box(min(across), min(down), max(across), max(down))


def _place(shown: pypdfium2.PdfPage, x: float, y: float) -> tuple[float, float]:
    """A point of the page's own measure as shares of the page as it is shown, turned and cropped."""
    across, down = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(shown.raw, 0, 0, FINE, FINE, 0, x, y, across, down)
    return across.value / FINE, down.value / FINE


def _follows(letters: pypdfium2.PdfTextPage, before: int, after: int) -> bool:
    """Whether nothing is printed between two characters: not the mark of a footnote, say."""
    between = (chr(pdfium.FPDFText_GetUnicode(letters.raw, index)) for index in range(before + 1, after))
    return before <= after and all(character.isspace() or INVISIBLE.match(character) for character in between)


def _goes_on(line: Box, before: Box, after: Box) -> bool:
    """Whether a letter goes on with a line of print: on its height, and not left of the letter before."""
    shared = min(line.bottom, after.bottom) - max(line.top, after.top)
    lower = min(line.bottom - line.top, after.bottom - after.top)
    return shared >= SAME_LINE * lower and after.right > before.left


def _union(one: Box, other: Box) -> Box:
    return Box(
        min(one.left, other.left),
        min(one.top, other.top),
        max(one.right, other.right),
        max(one.bottom, other.bottom),
    )
