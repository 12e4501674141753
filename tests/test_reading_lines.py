"""What trips a naive reader, line by line: marks, lists, tables and names in the real reports.

More of it stands in the other tests of reading, and in those of judgements, recommendations and pasted text.
"""

import csv
import re
from pathlib import Path

import pytest

from documents.abbreviations import abbreviations
from documents.judgements import is_judgement
from documents.lines import Line
from documents.marks import BULLET, NUMBERED
from documents.read import read
from documents.report import Kind, Passage, Report
from documents.rows import Row
from documents.tables import with_rows

Reports = dict[str, Report]
TRAFFORD_2015, TRAFFORD_2019 = "50004293.pdf", "50074947.pdf"
PLYMOUTH_SEND, WORCESTERSHIRE_SEND = "51597735.pdf", "56050203.pdf"
SOUTHEND_2016, SOUTHEND_2019 = "2755502.pdf", "50103322.pdf"


def with_words(report: Report, words: str) -> list[Passage]:
    return [each for each in report.passages if words in each.text]


def on_page(report: Report, page: int) -> list[Passage]:
    return [each for each in report.passages if each.spans[0].page == page]


def parts(report: Report, passage: Passage) -> list[str]:
    """The words of each span: a list's parts, or a row's cells."""
    pages = {page.number: page.text for page in report.pages}
    return [pages[span.page][span.start : span.end] for span in passage.spans]


def seed(shared: Path, number: str) -> Report:
    (path,) = (shared / "seeds").glob(f"{number}*")
    return read(path)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("file", "reference"),
    [("50004318.pdf", "(Page 33, paragraph 126)"), ("50004300.pdf", "(paragraphs 29, 48)")],
)
def test_a_cross_reference_stays_in_its_sentence_and_starts_no_paragraph(
    reports: Reports, file: str, reference: str
) -> None:
    (asked,) = with_words(reports[file], reference)
    assert asked.text.endswith(f"{reference}.")
    numbers = [int(each.paragraph) for each in reports[file].passages if each.paragraph]
    assert numbers == sorted(numbers)  # a paragraph of several passages has its number on each
    assert set(numbers) == set(range(1, max(numbers) + 1))


@pytest.mark.shared
def test_a_reference_after_the_full_stop_stays_with_its_finding(reports: Reports) -> None:
    findings = [each for each in reports["2755718.pdf"].passages if each.paragraph]
    assert sum(each.text.endswith(". (Recommendation)") for each in findings) > 5
    assert not any(each.text.startswith("(") for each in reports["2755718.pdf"].passages)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("file", "page", "words"),
    [
        ("55350610.pdf", 4, "the THRIVE risk-assessment"),
        (TRAFFORD_2015, 9, "residential special schools, of whom"),
        ("50004396.pdf", 6, "residential special schools and they"),
        ("50308110.pdf", 2, "What needs to improve?"),
        ("50308876.pdf", 2, "What needs to improve?"),
        ("50284334.pdf", 2, "What needs to improve?"),
    ],
)
def test_a_footnote_mark_stuck_to_a_word_is_left_out(
    reports: Reports, file: str, page: int, words: str
) -> None:
    (text,) = [each.text for each in reports[file].pages if each.number == page]
    assert words in text
    assert any(words in each.text for each in reports[file].passages)


@pytest.mark.shared
def test_no_board_in_a_title_has_a_footnote_mark(reports: Reports) -> None:
    titles = [each.text for report in reports.values() for each in on_page(report, 1)]
    assert not [text for text in titles if re.search(r"\bboard\d", text, re.IGNORECASE)]


@pytest.mark.shared
def test_a_list_led_by_dashes_stands_with_its_opening_line_and_without_the_dashes(reports: Reports) -> None:
    for file, opening in (("50183843.pdf", "to demonstrate:"), (TRAFFORD_2015, "Of this number:")):
        (listed,) = [
            each for each in with_words(reports[file], opening) if "looked after" not in each.heading
        ]
        first, *rest = parts(reports[file], listed)
        assert first.endswith(opening)
        assert len(rest) >= 3
        assert not any(BULLET.match(each) for each in rest)


def test_a_dash_or_an_o_before_a_space_is_a_bullet() -> None:
    assert BULLET.match("– in private fostering")
    assert BULLET.match("o private fostering")
    assert not BULLET.match("our private fostering")


@pytest.mark.parametrize("mark", ["\uf0e8", "\uf06c", "§", "*", "n", "❖", "✔"])
def test_a_bullet_may_be_any_sign_of_a_symbol_font(mark: str) -> None:
    assert BULLET.match(f"{mark} Plans are late")
    assert not BULLET.match("no plans, *nor §4")


def test_a_number_needs_no_space_after_it_and_a_decimal_is_none() -> None:
    assert NUMBERED.match("10.Child in need")
    assert not NUMBERED.match("63.8 per 10,000")
    assert not NUMBERED.match("126).")


@pytest.mark.shared
def test_recommendations_and_board_share_one_sequence_of_numbers(reports: Reports) -> None:
    shropshire = reports["2755718.pdf"]
    asked = [each.paragraph for each in shropshire.passages if each.kind is Kind.RECOMMENDATION]
    assert asked == [*map(str, range(1, 13)), "100"]


@pytest.mark.shared
@pytest.mark.parametrize("file", ["50235617.pdf", "50239111.pdf", WORCESTERSHIRE_SEND])
def test_nested_parts_of_a_recommendation_keep_their_parent_line(reports: Reports, file: str) -> None:
    asked = [each for each in reports[file].passages if each.kind is Kind.RECOMMENDATION]
    nested = [each for each in asked if ":" in parts(reports[file], each)[0]]
    assert nested
    assert all(len(each.spans) >= 3 for each in nested)


@pytest.mark.shared
def test_a_term_over_recommendations_is_their_heading(reports: Reports) -> None:
    sandwell = reports["2761820.pdf"]
    asked = [each for each in sandwell.passages if each.kind is Kind.RECOMMENDATION]
    terms = [each.heading[-1] for each in asked]
    assert terms == ["Immediately:"] * 8 + ["Within three months:"] * 8 + ["Within six months:"] * 2


@pytest.mark.shared
@pytest.mark.parametrize(
    ("file", "pages"), [("50819704.pdf", [5, 6]), (PLYMOUTH_SEND, [7, 8]), ("55057870.pdf", [5, 6, 5, 6])]
)
def test_a_recommendation_goes_on_over_the_page(reports: Reports, file: str, pages: list[int]) -> None:
    asked = [each for each in reports[file].passages if each.kind is Kind.RECOMMENDATION]
    assert pages in [[span.page for span in each.spans] for each in asked]


@pytest.mark.shared
@pytest.mark.parametrize("file", ["53205879.pdf", "50827899.pdf", "54976707.pdf"])
def test_a_list_that_runs_over_the_page_keeps_its_heading(reports: Reports, file: str) -> None:
    asked = [each for each in reports[file].passages if each.kind is Kind.RECOMMENDATION]
    assert len({each.spans[0].page for each in asked}) == 2
    assert {each.heading for each in asked} == {("What needs to improve?",)}


@pytest.mark.shared
def test_a_table_with_a_row_on_each_page_keeps_body_and_action_paired(reports: Reports) -> None:
    first, second, *rest = reports["58790656.pdf"].recommendations
    assert (first.addressed_to or "").startswith("Oldham")
    assert (second.addressed_to or "").startswith("NHS")
    assert {each.addressed_to for each in rest} == {None}


@pytest.mark.shared
def test_each_action_names_its_own_body(reports: Reports) -> None:
    found = [each.addressed_to or "" for each in reports[PLYMOUTH_SEND].recommendations]
    assert [each.count("NHS") for each in found] == [1, 1, 0, 1, 0, 0, 0, 0, 0]
    assert ["City Council" in each for each in found] == [True, True, True, False, True] + [False] * 4


@pytest.mark.shared
@pytest.mark.parametrize(
    ("file", "page", "council"),
    [
        ("53562485.pdf", 7, "www.trafford.gov.uk"),
        (PLYMOUTH_SEND, 9, "www.plymouth.gov.uk"),
        (WORCESTERSHIRE_SEND, 9, "www.worcestershire.gov.uk"),
    ],
)
def test_the_columns_of_a_contact_table_do_not_interleave(
    reports: Reports, file: str, page: int, council: str
) -> None:
    rows = [each for each in on_page(reports[file], page) if council in each.text]
    (left, right) = parts(reports[file], rows[0])
    assert len(rows) == 1
    assert council in left
    assert "gov.uk" not in right
    assert not re.search(r"\bICB\b|Integrated Care Board", left)


@pytest.mark.parametrize("beside", [500, 486, 472])  # the grade may stand beside any line of its label
def test_a_label_over_three_lines_and_its_grade_are_one_row(beside: float) -> None:
    def line(text: str, left: float, baseline: float) -> Line:
        return Line(text, 0, left, left + 6 * len(text), baseline, 12.0, False)

    laid = with_rows(
        [
            line("Judgement", 72, 533),
            line("Grade", 395, 533),
            line("The experiences and", 72, 500),
            line("progress of children who need", 72, 486),
            line("help and protection", 72, 472),
            line("Good", 395, beside),
            line("Overall effectiveness", 72, 440),
            line("Inadequate", 395, 440),
        ]
    )
    rows = [each for each in laid if isinstance(each, Row)]
    cells = [[" ".join(each.text for each in lines) for _, lines in row.cells] for row in rows]
    assert cells[1] == ["The experiences and progress of children who need help and protection", "Good"]
    assert [is_judgement(each) for each in cells] == [False, True, True]


@pytest.mark.shared
def test_labels_and_grades_that_interleave_are_told_apart(reports: Reports) -> None:
    found = [(each.area.split()[-1], each.grade.split()[0]) for each in reports[TRAFFORD_2019].judgements[:4]]
    assert found == [
        ("families", "inadequate"),
        ("protection", "requires"),
        ("leavers", "requires"),
        ("effectiveness", "inadequate"),
    ]


@pytest.mark.shared
def test_a_slip_in_a_label_is_kept_and_still_understood(reports: Reports) -> None:
    (judged,) = [each for each in reports["50285308.pdf"].judgements if "children care leavers" in each.area]
    assert judged.grade == "requires improvement to be good"


@pytest.mark.shared
@pytest.mark.parametrize(("file", "page"), [(TRAFFORD_2015, 44), ("50004284.pdf", 45)])
def test_what_each_grade_means_is_no_finding(reports: Reports, file: str, page: int) -> None:
    found = on_page(reports[file], page)
    assert {each.kind for each in found} == {Kind.HEADING, Kind.BOILERPLATE}
    assert sum("outstanding" in each.text for each in found) >= 2


@pytest.mark.shared
def test_the_inspectorates_address_is_boilerplate_and_names_no_authority(
    shared: Path, reports: Reports
) -> None:
    with (shared / "corpus" / "manifest.csv").open(encoding="utf-8") as opened:
        ours = {row["file"] for row in csv.DictReader(opened) if row["authority"] == "manchester"}
    assert {file for file, report in reports.items() if "manchester" in report.source.authorities} == ours
    held = [each for report in reports.values() for each in with_words(report, "Piccadilly Gate")]
    assert {each.kind for each in held} == {Kind.BOILERPLATE}


@pytest.mark.shared
@pytest.mark.parametrize(("file", "page"), [("50827899.pdf", 7), ("50827899.pdf", 8), ("55350610.pdf", 7)])
def test_a_case_study_stands_under_its_own_heading(reports: Reports, file: str, page: int) -> None:
    found = on_page(reports[file], page)
    (box,) = [each for each in found if each.kind is Kind.HEADING and "Practice study" in each.text]
    within = [each for each in found if each.heading[-1:] == (box.text,)]
    assert within
    assert {(each.kind, each.paragraph) for each in within} == {(Kind.FINDING, None)}


@pytest.mark.shared
def test_an_abbreviation_means_what_its_own_report_says(reports: Reports) -> None:
    def meanings(file: str, short: str) -> set[str]:
        found = (each for passage in reports[file].passages for each in abbreviations(passage.text))
        return {
            " ".join(each.long.lower().replace("-", " ").split()) for each in found if each.short == short
        }

    for file in (TRAFFORD_2015, TRAFFORD_2019):
        assert meanings(file, "MARAT") == {"multi agency referral and assessment team"}
    for file in (SOUTHEND_2016, SOUTHEND_2019):
        assert meanings(file, "MARAT") == {"multi agency risk assessment team"}
    assert meanings(TRAFFORD_2015, "MARAC") == {"multi agency risk assessment conferences"}


@pytest.mark.shared
def test_one_lead_inspector_may_have_led_two_inspections(reports: Reports) -> None:
    led = {file for file, each in reports.items() if each.source.lead_inspector == "Paula Thomson-Jones"}
    assert led >= {TRAFFORD_2019, "50173304.pdf"}


@pytest.mark.shared
def test_a_service_is_named_only_in_its_own_reports(reports: Reports) -> None:
    def naming(name: str) -> set[str]:
        return {file for file, report in reports.items() if with_words(report, name)}

    assert naming("Families Focus") == {"50206433.pdf"}
    assert naming("Stepping Stones") == {"50284334.pdf"}  # "stepping stones" are a phrase in Nottinghamshire


@pytest.mark.shared
def test_a_report_is_published_after_its_inspection(reports: Reports) -> None:
    sources = [each.source for each in reports.values()]
    both = [(each.published, each.inspected_to) for each in sources if each.published and each.inspected_to]
    assert len(both) > 50
    assert all(published.first > inspected.last for published, inspected in both)


@pytest.mark.shared
def test_blank_lines_inside_a_sentence_do_not_break_it(shared: Path) -> None:
    letter = seed(shared, "001")
    (broken,) = with_words(letter, "there is little evidence of robust")
    assert broken.kind is Kind.FINDING
    assert with_words(letter, "childcentred"), "a slip of the original is quoted as it stands"


@pytest.mark.shared
def test_links_set_among_pasted_words_are_no_finding(shared: Path) -> None:
    news = seed(shared, "002")
    assert news.source.published is None
    assert {each.kind for each in with_words(news, "READMORE")} == {Kind.BOILERPLATE}


@pytest.mark.shared
def test_a_misspelt_article_is_quoted_as_it_stands_and_dates_no_visit(shared: Path) -> None:
    article = seed(shared, "003")
    assert with_words(article, "permanance")
    assert (article.source.inspected_from, article.source.inspected_to) == (None, None)
