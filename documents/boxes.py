"""What OCR finds on a page: words in boxes, a line of print or part of one in each."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np

BULLET_NEAR, BULLET_FAR = 0.2, 1.6  # heights of a box between its left edge and its bullet
BULLET_INK = 0.02, 0.6  # of that stretch
MARK = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]|\d{1,2}(?:\.\d{1,2})+")  # "12.", "(iv)", "2.1"
MARK_NEAR = 3.0  # heights of a box between a mark and its words
SAME_LINE = 0.4  # of a box: boxes whose middles are nearer than this stand on one line


@dataclass(frozen=True, slots=True)
class Printed:
    """What was read in one box; pixels from the left and the top."""

    text: str
    score: float
    left: float
    top: float
    right: float
    bottom: float

    @property
    def is_upright(self) -> bool:
        return len(self.text) < 3 or self.right - self.left > self.bottom - self.top

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


def with_bullets(printed: list[Printed], ink: np.ndarray) -> list[Printed]:
    """OCR leaves out the signs that open the items of a list: they are sought in the ink before a line."""
    return [
        replace(each, text=f"• {each.text}") if _has_bullet(each, printed, ink) else each for each in printed
    ]


def _has_bullet(line: Printed, printed: list[Printed], ink: np.ndarray) -> bool:
    tall = line.bottom - line.top
    left, right = round(line.left - BULLET_FAR * tall), round(line.left - BULLET_NEAR * tall)
    beside = any(
        other is not line and abs(other.middle - line.middle) < SAME_LINE * tall and other.left < line.left
        for other in printed
    )
    if left < 0 or beside or not line.text[:1].isalpha():
        return False
    before = ink[round(line.top + tall / 5) : round(line.bottom - tall / 5), left:right]
    columns = [bool(column.any()) for column in before.T]
    apart = bool(columns) and not columns[0] and not columns[-1]
    return bool(apart and BULLET_INK[0] < before.mean() < BULLET_INK[1])


def rows(printed: Iterable[Printed]) -> Iterator[list[Printed]]:
    """The boxes on each line of the page, from the left."""
    row: list[Printed] = []
    for each in sorted(printed, key=lambda each: each.middle):
        if row and each.middle - row[-1].middle > SAME_LINE * (row[-1].bottom - row[-1].top):
            yield _in_order(row)
            row = []
        row.append(each)
    if row:
        yield _in_order(row)


def _in_order(row: list[Printed]) -> list[Printed]:
    """From the left; a number that opens a paragraph is one line with its words."""
    row = sorted(row, key=lambda each: each.left)
    if len(row) < 2 or not MARK.fullmatch(row[0].text):
        return row
    mark, words, *others = row
    if words.left - mark.right > MARK_NEAR * (words.bottom - words.top):
        return row
    return [replace(words, text=f"{mark.text} {words.text}", left=mark.left), *others]
