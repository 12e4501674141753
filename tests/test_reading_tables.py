"""Tables told by where lines stand on a page."""

from documents.judgements import is_judgement
from documents.lines import Line
from documents.rows import Row
from documents.tables import with_rows


def line(text: str, left: float, baseline: float, *, bold: bool = False) -> Line:
    return Line(text, 0, left, left + 6 * len(text), baseline, 12.0, bold)


def cells(laid: list[Line | Row]) -> list[list[str]]:
    """Each row as the words of its cells."""
    rows = [row for row in laid if isinstance(row, Row)]
    return [[" ".join(each.text for each in lines) for _, lines in row.cells] for row in rows]


def test_a_label_over_two_lines_and_its_grade_on_the_second_are_one_row() -> None:
    page = [
        line("The impact of leaders with", 72, 500),
        line("children and families", 72, 486),
        line("Inadequate", 395, 486),
        line("Overall effectiveness", 72, 450),
        line("Good", 395, 450),
    ]
    assert cells(with_rows(page)) == [
        ["The impact of leaders with children and families", "Inadequate"],
        ["Overall effectiveness", "Good"],
    ]


def test_a_grade_over_two_lines_around_its_label_is_one_cell() -> None:
    page = [
        line("2.1 Adoption performance", 127, 295),
        line("Requires", 389, 302),
        line("Improvement", 389, 288),
        line("2.2 Care leavers", 127, 254),
        line("Good", 389, 254),
    ]
    rows = cells(with_rows(page))
    assert rows == [["2.1 Adoption performance", "Requires Improvement"], ["2.2 Care leavers", "Good"]]
    assert all(is_judgement(row) for row in rows)


def test_cells_set_in_the_middle_of_their_column_stay_in_it() -> None:
    page = [
        line("Overall effectiveness", 91, 682, bold=True),
        line("Inadequate", 387, 682),
        line("Capacity to improve", 91, 656, bold=True),
        line("Adequate", 392, 660),
    ]
    assert cells(with_rows(page)) == [
        ["Overall effectiveness", "Inadequate"],
        ["Capacity to improve", "Adequate"],
    ]


def test_a_responsible_body_and_its_action_stay_paired_with_a_list_inside() -> None:
    page = [
        line("The County Council", 62, 457),
        line("and the health board", 62, 443),
        line("The partnership should shorten", 224, 457),
        line("the waiting times for:", 224, 443),
        line("▪ paediatrics;", 245, 418),
        line("▪ physiotherapy.", 245, 393),
        line("The health board", 62, 360),
        line("Leaders should plan together.", 224, 360),
    ]
    first, second = cells(with_rows(page))
    assert first[0] == "The County Council and the health board"
    assert first[1].endswith("▪ paediatrics; ▪ physiotherapy.")
    assert second == ["The health board", "Leaders should plan together."]


def test_two_columns_of_names_do_not_interleave() -> None:
    page = [
        line("Ann Lee, Ofsted HMI", 62, 329),
        line("Bo May, CQC inspector", 289, 329),
        line("Cy Orr, Ofsted HMI", 62, 315),
        line("Di Poe, CQC inspector", 289, 315),
    ]
    assert cells(with_rows(page)) == [
        ["Ann Lee, Ofsted HMI Cy Orr, Ofsted HMI", "Bo May, CQC inspector Di Poe, CQC inspector"]
    ]


def test_a_line_across_the_page_ends_a_table() -> None:
    page = [
        line("Overall effectiveness", 72, 500),
        line("Good", 395, 500),
        line("Since the last inspection leaders have made steady progress across the service", 72, 470),
    ]
    laid = with_rows(page)
    assert len(cells(laid)) == 1
    assert laid[-1] is page[-1]


def test_words_after_a_bullet_or_a_gap_in_a_sentence_are_no_table() -> None:
    bullet = [line("◼", 72, 500), line("Senior leaders", 110, 500)]
    sentence = [line("may be left at risk", 72, 480), line("for too long.", 250, 480)]
    assert with_rows([*bullet, *sentence]) == [*bullet, *sentence]


def test_rows_of_grades_set_as_close_as_lines_are_told_by_what_they_judge() -> None:
    page = [
        line("Judgement", 72, 500, bold=True),
        line("Grade", 395, 500, bold=True),
        line("The impact of leaders on practice with", 72, 484, bold=True),
        line("Requires", 395, 484, bold=True),
        line("children and families", 72, 470, bold=True),
        line("improvement to be good", 395, 470, bold=True),
        line("The experiences and progress of care leavers", 72, 454, bold=True),
        line("Good", 395, 454, bold=True),
        line("Overall effectiveness", 72, 438, bold=True),
        line("Outstanding", 395, 438, bold=True),
    ]
    assert cells(with_rows(page)) == [
        ["Judgement", "Grade"],
        ["The impact of leaders on practice with children and families", "Requires improvement to be good"],
        ["The experiences and progress of care leavers", "Good"],
        ["Overall effectiveness", "Outstanding"],
    ]
