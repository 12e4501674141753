"""Contents pages open no headings."""

from documents.blocks import Role
from documents.contents import contents, entries_of
from documents.layout import blocks
from documents.lines import Line


def line(text: str, baseline: float, *, size: float = 12.0, right: float = 524.0, bold: bool = False) -> Line:
    return Line(text, 0, 72.0, right, baseline, size, bold)


PAGE = [
    line("Contents", 740, size=26, right=170),
    line("Summary of findings 3", 700, size=14, bold=True),
    line("What does the authority need to improve?4", 680, size=14, right=330),
    line("The experiences of children who need help and", 660, size=14),
    line("protection 10", 640, size=14),
]
BODY = [line("Summary of findings", 740, size=14, bold=True), line("Services are good.", 700, right=200)]


def test_every_row_of_a_contents_page_is_known_with_its_title() -> None:
    assert contents(PAGE) == PAGE
    assert [len(row) for row in entries_of(PAGE)] == [1, 1, 1, 2]


def test_contents_rows_are_boilerplate_and_open_no_heading() -> None:
    found = blocks([PAGE, BODY], [set(), set()])
    assert {block.role for block in found if block.page == 1} == {Role.BOILERPLATE}
    assert [block.role for block in found if block.page == 2] == [Role.HEADING, Role.PARAGRAPH]


def test_a_page_of_findings_that_end_in_numbers_is_no_contents_page() -> None:
    assert contents([line("Children were seen in 2014", 700), line("Most were seen by 10", 680)]) == []
