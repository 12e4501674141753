"""Judgements as rows: grades, areas and pages, in every layout since 2013."""

import csv
from dataclasses import replace

import pytest

from documents.judgements import area_key, grade_of, is_earlier, is_judgement, judgements, judges
from documents.report import Kind, Page, Passage, Report, Span

COLUMNS = {
    "overall": "overall",
    "leaders": "leaders",
    "help_and_protection": "protection",
    "in_care": "care",
    "care_leavers": "leavers",
}
AREAS = ("overall", "protection", "care", "adoption", "leavers", "leaders", "board")
R, G, O, I = "requires improvement to be good", "good", "outstanding", "inadequate"  # noqa: E741
OLDER = {  # read off the pages: the manifest is blank for them
    "50004260.pdf": (G, G, G, O, R, G, G),
    "50004270.pdf": (G, G, G, G, G, G, G),
    "50004271.pdf": (I, I, R, I, R, I, I),
    "50004281.pdf": (I, I, R, I, R, I, I),
    "50004282.pdf": (R, R, R, R, R, R, R),
    "50004283.pdf": (R, R, R, R, R, R, R),
    "50004284.pdf": (I, I, I, R, I, I, I),
    "50004285.pdf": (G, G, G, O, G, G, G),
    "50004293.pdf": (G, G, G, G, O, O, G),
    "50004299.pdf": (G, G, G, G, R, G, G),
    "50004300.pdf": (G, G, G, G, G, G, G),
    "50004301.pdf": (R, R, R, G, R, R, R),
    "50004315.pdf": (G, G, G, O, G, O, G),
    "50004318.pdf": (I, I, I, I, R, I, I),
    "50004322.pdf": (R, R, R, G, G, R, G),
    "50004340.pdf": (G, G, G, G, O, G, O),
    "50004354.pdf": (R, R, R, R, I, R, R),
    "2754178.pdf": (R, R, R, R, R, R, R),
    "2760020.pdf": (I, I, I, R, I, I, R),
    "2762674.pdf": (R, R, R, G, G, R, I),
}


def test_requires_improvement_is_one_grade_under_both_its_names() -> None:
    assert grade_of("Requires improvement") == grade_of("Requires improvement to be good") == R
    assert grade_of("Good practice") is None


def test_a_grade_may_have_a_number() -> None:
    assert grade_of("Grade 4 (Inadequate)") == grade_of("Grade: 4 – inadequate") == I
    assert is_judgement(["Capacity for improvement", "Grade 2 (Good)"])
    assert grade_of("Grade 4 listed building") is None


def test_the_same_area_judged_in_two_parts_of_a_report_is_two_judgements() -> None:
    """As in reports of 2009 to 2012, on safeguarding and on looked-after children."""
    found: list[Passage] = []
    text = ""
    for kind, cells in (
        (Kind.HEADING, ("Safeguarding services",)),
        (Kind.JUDGEMENT, ("Overall effectiveness", "Inadequate")),
        (Kind.HEADING, ("Services for looked after children",)),
        (Kind.JUDGEMENT, ("Overall effectiveness", "Adequate")),
        (Kind.JUDGEMENT, ("Being healthy", "Good")),
    ):
        spans = []
        for cell in cells:
            spans.append(Span(1, len(text), len(text) + len(cell), " "))
            text += cell + "\n"
        found.append(Passage("0" * 64, len(found), kind, (), None, tuple(spans), " ".join(cells)))
    judged = judgements([Page(1, None, text)], found)
    assert [(each.area, each.grade) for each in judged] == [
        ("Overall effectiveness", I),
        ("Services for looked after children: overall effectiveness", "adequate"),
        ("Being healthy", G),
    ]
    assert area_key(judged[1].area) == "services for looked after children: overall"


def test_the_heads_of_columns_are_no_judgement() -> None:
    assert is_judgement(["2.1 Adoption performance", "Good"])
    assert not is_judgement(["Judgement", "Grade"])


@pytest.mark.parametrize(
    "sentence",
    [
        "The overall judgement is that children’s services require improvement.",
        "Children’s services in Anytown are good",
        "The Local Safeguarding Children Board is inadequate",
        "The experiences and progress of children in care: outstanding",
        "The graded judgement for adoption performance is that it is good",
        "The graded judgement for the progress of care leavers requires improvement",
        "The judgement in relation to adoption performance is: good",
        "Leadership, management and governance: good",
        "Adoption performance is outstanding",
        "Overall effectiveness: inadequate",
    ],
)
def test_a_heading_may_judge(sentence: str) -> None:
    assert judges(sentence)


def test_what_an_earlier_inspection_judged_is_no_judgement_of_this_one() -> None:
    assert is_earlier(("Information about this local authority area", "Previous Ofsted inspections"))
    text = "Overall effectiveness: Inadequate."
    spans, heading = (Span(1, 0, len(text)),), ("Previous Ofsted inspections",)
    earlier = Passage("0" * 64, 0, Kind.FINDING, heading, None, spans, text)
    assert judgements([Page(1, None, text)], [earlier]) == ()
    assert len(judgements([Page(1, None, text)], [replace(earlier, heading=())])) == 1


def test_a_finding_that_calls_something_good_does_not_judge() -> None:
    assert not judges("Most assessments in the authority are good.")


def grades(report: Report) -> dict[str, tuple[str, int]]:
    found = {area_key(each.area): (each.grade, each.page) for each in report.judgements}
    if both := found.get("both"):
        found = {"care": both, "leavers": both} | found
    return found


@pytest.mark.shared
def test_every_grade_in_the_manifest_is_found(shared, reports) -> None:  # type: ignore[no-untyped-def]
    with (shared / "corpus" / "manifest.csv").open(encoding="utf-8") as opened:
        rows = list(csv.DictReader(opened))
    wanted = [(row, column, area) for row in rows for column, area in COLUMNS.items() if row[column]]
    wrong = [
        (row["file"], column)
        for row, column, area in wanted
        if grades(reports[row["file"]]).get(area, ("", 0))[0] != grade_of(row[column])
    ]
    assert len(wanted) > 300
    assert wrong == []


@pytest.mark.shared
@pytest.mark.parametrize("file", OLDER)
def test_reports_before_2018_give_seven_grades(reports, file: str) -> None:  # type: ignore[no-untyped-def]
    found = grades(reports[file])
    assert tuple(found[area][0] for area in AREAS) == OLDER[file]
    assert {found[area][1] for area in ("overall", "protection", "care")} == {1}


@pytest.mark.shared
def test_the_looked_after_inspection_of_2013_is_graded_on_its_last_page(reports) -> None:  # type: ignore[no-untyped-def]
    found = reports["2761820.pdf"].judgements
    assert [(each.grade, each.page) for each in found] == [
        ("inadequate", 24),
        ("adequate", 24),
        ("adequate", 24),
        ("inadequate", 24),
        ("inadequate", 24),
    ]


@pytest.mark.shared
def test_reports_of_2026_have_no_overall_grade(reports) -> None:  # type: ignore[no-untyped-def]
    for file in ("50308110.pdf", "50308602.pdf", "50308876.pdf"):
        assert set(grades(reports[file])) >= {"leaders", "protection", "care", "leavers"}
        assert "overall" not in grades(reports[file])


@pytest.mark.shared
def test_area_send_reports_have_one_of_three_outcomes(reports) -> None:  # type: ignore[no-untyped-def]
    outcomes = [
        [each.grade for each in report.judgements]
        for report in reports.values()
        if any(each.area == "Area SEND outcome" for each in report.judgements)
    ]
    assert len(outcomes) == 17
    assert all(len(each) == 1 for each in outcomes)


@pytest.mark.shared
def test_a_judgement_stands_where_its_spans_say(reports) -> None:  # type: ignore[no-untyped-def]
    for report in reports.values():
        texts = {page.number: page.text for page in report.pages}
        for each in report.judgements:
            words = " ".join(texts[span.page][span.start : span.end] for span in each.spans)
            printed = each.grade.removesuffix(" to be good").removeprefix("requires ")
            assert each.area == "Area SEND outcome" or printed.split()[0] in words.lower()
