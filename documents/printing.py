"""Lines of print found by OCR into lines like those of a text layer, so that one layout serves both."""

import re
from collections.abc import Iterable
from statistics import median

from documents.boxes import Printed, rows
from documents.clean import LINE_END_HYPHEN
from documents.lines import Line

LEGIBLE = 0.7  # of 1: below it a line is more often wrong than right
ILLEGIBLE = "[illegible]"
LOST_SPACES = (
    re.compile(r"(?<=[a-z]{2}[.,;:!?])(?=[A-Z][a-z])"),  # "needs.Their"
    re.compile(r"(?<=[a-z]{2})(?=\d{1,4}\b(?!@))"),  # "June2026", "to16"
    re.compile(r"(?<=[a-z]s['’])(?=[a-z]{3})"),  # "leaders'understanding"
)
HYPHEN_AT_END = re.compile(r"(?<=[a-z])-$")
LETTERS = re.compile(r"[^\W\d_]")
FEWEST = 14  # letters in a line whose width tells its size
LARGER, SMALLER = 1.15, 0.88  # times the width of the body's letters: a heading, a footnote
TALLER = 1.5  # times the height of the body's boxes: a heading of few letters
HEIGHT = 1.22  # of a box, in sizes of its type
DESCENT = 0.25  # of a box, from its lower edge to the baseline


def lines_of(printed: list[Printed], scale: float, height: int) -> list[Line]:
    """The lines on a page of `height` pixels, `scale` of them to the point, from the top to the bottom.

    No lines where nothing is legible. A line that is not says so, so that nobody reads over the gap.
    """
    kept = [each for each in printed if each.score >= LEGIBLE or len(LETTERS.findall(each.text)) > 2]
    if not any(each.score >= LEGIBLE for each in kept):
        return []
    tall = median(each.bottom - each.top for each in kept)
    body = tall / HEIGHT / scale
    usual = _usual_width(kept)
    lines: list[Line] = []
    start = 0
    for row in rows(kept):
        baseline = max(each.bottom - DESCENT * (each.bottom - each.top) for each in row)
        for each in row:
            text = mended(each.text) if each.score >= LEGIBLE else ILLEGIBLE
            size = round(body * _relative(each, usual, tall), 1)
            left, right, up = each.left / scale, each.right / scale, (height - baseline) / scale
            lines.append(Line(text, start, left, right, up, size, bold=False))
            start += len(text) + 1
    return lines


def mended(text: str) -> str:
    """Spaces that OCR left out; and the hyphen at a line's end, which only the whole report can judge."""
    for form in LOST_SPACES:
        text = form.sub(" ", text)
    return HYPHEN_AT_END.sub(LINE_END_HYPHEN, text)


def _width(each: Printed) -> float | None:
    """Of a letter, where there are enough of them."""
    if len(LETTERS.findall(each.text)) < FEWEST:
        return None
    return (each.right - each.left) / len(each.text)


def _usual_width(printed: Iterable[Printed]) -> float:
    widths = [width for each in printed if (width := _width(each)) for _ in each.text]
    return median(widths) if widths else 1.0


def _relative(each: Printed, usual: float, usual_height: float) -> float:
    """How large a line is beside the body. The heights of boxes vary too much to tell; widths do not."""
    width = _width(each)
    if width is None:
        share = (each.bottom - each.top) / usual_height
        return share if share > TALLER else 1.0
    share = width / usual
    return share if share > LARGER or share < SMALLER else 1.0
