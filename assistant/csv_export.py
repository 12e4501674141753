"""Tables as text for spreadsheets, in which no cell is run as a formula."""

import csv
import io
from collections.abc import Sequence

from index.tables import FORMULAS


def written_csv(rows: Sequence[Sequence[object]]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows([_inert(cell) for cell in row] for row in rows)
    return written.getvalue()


def _inert(cell: object) -> object:
    return "'" + cell if isinstance(cell, str) and cell.startswith(FORMULAS) else cell
