"""Tables told by where their cells stand: the stretches of a page in which no line crosses a column."""

from dataclasses import dataclass

from documents.lines import Line
from documents.marks import BULLET
from documents.rows import COLUMN, LEADING, LEVEL, ROW_GAP, Row, is_next, rows

BETWEEN = 0.8  # of the size of the type: the least space between two columns
MOST_COLUMNS = 40  # more are not a table, and take long to tell apart
REACH = 5.0  # a table goes on over at most this many usual distances


def with_rows(lines: list[Line]) -> list[Line | Row]:
    """`lines` in reading order, those of a table gathered into rows where its first line stands."""
    laid: list[Line | Row] = []
    done: set[int] = set()
    table_of = {id(line): table for table in _tables(lines) for line in table.lines}
    for line in lines:
        table = table_of.get(id(line))
        if table is None:
            laid.append(line)
        elif id(table) not in done:
            done.add(id(table))
            laid += rows(table.columns, table.lines)
    return laid


@dataclass(frozen=True, slots=True)
class _Table:
    columns: tuple[float, ...]  # where each begins
    lines: tuple[Line, ...]


def _tables(lines: list[Line]) -> list[_Table]:
    """Stretches of the page in which no line crosses from one column into the next."""
    found: list[_Table] = []
    order = sorted(lines, key=lambda line: (-line.baseline, line.left))
    beside = {id(line) for line in order if _stands_beside(line, order)}
    taken: set[int] = set()
    for at, line in enumerate(order):
        if id(line) in beside and id(line) not in taken:
            table = _stretch(order, at, beside)
            if not table.lines[0].text[:1].islower():  # else a gap in the middle of a sentence
                found.append(table)
                taken.update(id(member) for member in table.lines)
    return found


def _stands_beside(line: Line, lines: list[Line]) -> bool:
    """Whether another cell of the same row ends well to the left of `line`."""
    return any(
        abs(other.baseline - line.baseline) <= LEVEL * line.size
        and line.left - other.right > BETWEEN * line.size
        and not BULLET.fullmatch(other.text.strip())
        and len(other.text.strip()) > 2
        for other in lines
    )


def _stretch(order: list[Line], at: int, beside: set[int]) -> _Table:
    """The table that has its first cell beside another at `order[at]`: down to where a line crosses."""
    columns = [(order[at].left, order[at].right)]
    last = at
    for here in range(at, len(order)):
        line = order[here]
        wider = _widened(columns, line) if id(line) in beside else columns
        far = order[last].baseline - line.baseline > REACH * LEADING * line.size
        if far or len(wider) > MOST_COLUMNS or _crosses(line, wider):
            break
        columns = wider
        if line.left >= columns[0][0] - COLUMN or is_next(order[last], line):
            last = here
    first = at
    while (
        first > 0
        and _above(order[first - 1], order[first], order[at])
        and not _crosses(order[first - 1], columns)
    ):
        first -= 1
    return _Table((0.0, *(left for left, _ in columns)), tuple(order[first : last + 1]))


def _widened(columns: list[tuple[float, float]], line: Line) -> list[tuple[float, float]]:
    """The columns with room for the cell `line`: cells set in the middle of a column begin apart."""
    for at, (left, right) in enumerate(columns):
        if line.left <= right and line.right >= left:
            joined = (min(left, line.left), max(right, line.right))
            return [*columns[:at], joined, *columns[at + 1 :]]
    return sorted([*columns, (line.left, line.right)])


def _above(line: Line, below: Line, cell: Line) -> bool:
    """Whether `line` stands beside `cell`, or begins a label of which `below` is the next line."""
    if line.baseline - cell.baseline <= LEVEL * cell.size:
        return True
    return line.bold == below.bold and line.baseline - cell.baseline < LEADING * ROW_GAP * cell.size


def _crosses(line: Line, columns: list[tuple[float, float]]) -> bool:
    return any(line.left < left - COLUMN and line.right > left + 1 for left, _ in columns)
