"""The comparison of a council's own account with findings as a spreadsheet and as CSV."""

from assistant.csv_export import written_csv
from assistant.improvements_shown import when
from assistant.improvements_word import said, where
from assistant.self_assessment import Comparison, Row
from assistant.self_assessment_shown import NOTES, SECTIONS, TITLE
from documents.authorities import name_of

COLUMNS = (
    ("How they stand", 24),
    ("Matter", 24),
    ("The council", 60),
    ("Source", 26),
    ("Date", 14),
    ("The inspectors", 60),
    ("Source", 26),
    ("Date", 14),
)


def as_xlsx(found: Comparison) -> bytes:
    from assistant.sheet_export import Sheet, new_book

    sheet = Sheet("Own account and findings", COLUMNS, [_cells(row) for row in found.rows])
    return new_book([sheet], (TITLE.format(name=name_of(found.authority)), *NOTES))


def as_csv(found: Comparison) -> str:
    return written_csv([[name for name, _ in COLUMNS], *(_cells(row) for row in found.rows)])


def _cells(row: Row) -> list[str]:
    own = (row.said,) if row.said else ()
    cells = [SECTIONS[row.relation], ", ".join(row.matters)]
    for side in (own, row.found):
        dates = dict.fromkeys(when(each.quote.source) for each in side)
        cells += [said(side), where(side), "\n".join(dates)]
    return cells
