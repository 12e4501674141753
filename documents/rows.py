"""The lines of a table into rows, each read whole, so that columns never interleave."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from documents.clean import clean
from documents.judgements import COLUMN_HEADS, grade_of
from documents.lines import Line

LEVEL = 0.65  # of the size of the type: how far the baselines of one row's cells may stand apart
COLUMN = 5.0  # points by which the lines of one column may begin apart
LEADING = 1.2  # the usual distance of two lines, in sizes of the type
ROW_GAP = 1.38  # a new cell begins after more than this many usual distances
JUDGED = re.compile(
    r"the impact of leaders|the experiences and progress|overall effectiveness", re.IGNORECASE
)
GRADED = re.compile(r"requires|good|outstanding|adequate|inadequate|not judged", re.IGNORECASE)
_Cell = tuple[int, list[Line]]


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row from the left, each with its column and its lines from the top."""

    cells: tuple[tuple[int, tuple[Line, ...]], ...]


def rows(columns: tuple[float, ...], lines: tuple[Line, ...]) -> Iterator[Line | Row]:
    """The rows of a table whose columns begin at `columns`; a line beside no other stays a line."""
    cells = [cell for column in range(len(columns)) for cell in _cells(columns, lines, column)]
    cells.sort(key=lambda cell: (-cell[1][0].baseline, cell[0]))
    found: list[list[_Cell]] = []
    while cells:
        row = [cells.pop(0)]
        while beside := [cell for cell in cells if any(_overlap(cell[1], other[1]) for other in row)]:
            row += beside
            cells = [cell for cell in cells if cell not in beside]
        if found and _goes_on(found[-1], row):
            found[-1] += row
        else:
            found.append(row)
    for row in found:
        yield from _row(row)


def _goes_on(above: list[_Cell], row: list[_Cell]) -> bool:
    """Whether `row` is a further paragraph in the last cell of the row above, whose cells begin level."""
    columns = {column for column, _ in above}
    tops = {round(max(lines[0].baseline for at, lines in above if at == column)) for column in columns}
    below_last = {column for column, _ in row} == {max(columns)}
    gap = min(lines[-1].baseline for _, lines in above) - row[0][1][0].baseline
    near = gap < 2 * LEADING * row[0][1][0].size
    same = row[0][1][0].bold == above[-1][1][-1].bold
    return len(columns) > 1 and below_last and near and same and max(tops) - min(tops) <= COLUMN


def _row(row: list[_Cell]) -> Iterator[Line | Row]:
    columns = sorted({column for column, _ in row})
    if len(columns) > 1:
        yield Row(tuple((at, tuple(_lines(row, at))) for at in columns))
    else:
        yield from _lines(row, columns[0])


def _lines(row: list[_Cell], column: int) -> list[Line]:
    return sorted(
        (line for at, lines in row if at == column for line in lines), key=lambda line: -line.baseline
    )


def _cells(columns: tuple[float, ...], lines: tuple[Line, ...], column: int) -> list[_Cell]:
    starts = (*columns, float("inf"))
    found: list[_Cell] = []
    for line in lines:
        if not starts[column] - COLUMN <= line.left < starts[column + 1] - COLUMN:
            continue
        if found and _belongs(found[-1][1], line):
            found[-1][1].append(line)
        else:
            found.append((column, [line]))
    return found


def _belongs(cell: list[Line], line: Line) -> bool:
    """Whether `line` is one more of a cell. Rows of grades may be set as close as the lines of one label."""
    words, held = clean(line.text), " ".join(clean(each.text) for each in cell)
    begins = JUDGED.match(words) or (GRADED.match(words) and (grade_of(held) or COLUMN_HEADS.fullmatch(held)))
    return is_next(cell[-1], line) and cell[-1].bold == line.bold and not begins


def is_next(above: Line, line: Line) -> bool:
    return above.baseline - line.baseline < LEADING * ROW_GAP * line.size


def _overlap(cell: list[Line], other: list[Line]) -> bool:
    slack = LEVEL * cell[0].size
    return cell[-1].baseline - slack <= other[0].baseline and other[-1].baseline - slack <= cell[0].baseline
