"""Which lines make one block."""

from documents.groups import TypeSet, groups
from documents.lines import Line

BODY = TypeSet(12.0, 15.0, {70: 500.0, 88: 500.0})


def line(text: str, left: float, baseline: float) -> Line:
    return Line(text, 0, left, left + 6 * len(text), baseline, 12.0, bold=False)


def test_a_line_set_further_left_than_a_list_is_no_part_of_its_last_item() -> None:
    page = [
        line("■ Plans are not", 74, 700),
        line("always clear.", 88, 685),
        line("Yours sincerely", 70, 665),
    ]
    assert list(groups([*page], BODY)) == [page[:2], page[2:]]


def test_a_line_below_the_mark_begins_a_paragraph_where_the_item_is_set_in() -> None:
    page = [line("■ Plans are", 70, 700), line("clear", 88, 685), line("Reviews are late", 70, 670)]
    assert list(groups([*page], BODY)) == [page[:2], page[2:]]


def test_an_item_whose_lines_all_begin_at_the_edge_stays_whole() -> None:
    page = [line("3. Plans are", 70, 700), line("clear and", 70, 685), line("shared.", 70, 670)]
    assert list(groups([*page], BODY)) == [page]
