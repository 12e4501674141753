"""Recommendations as items: complete, unmerged, in order, and told by whom they are addressed to."""

from itertools import pairwise

import pytest

from documents.recommendations import in_section, is_recommendation, with_unlisted
from documents.report import Kind, Report

pytestmark = pytest.mark.shared
COUNTS = {  # counted on the pages
    "50308602.pdf": 9,  # Trafford 2026
    "50235617.pdf": 4,  # Isle of Wight 2023: one item with three nested parts
    "50239111.pdf": 3,  # East Sussex 2024: one item with two nested parts
    "50004293.pdf": 11,  # Trafford 2015: six for the authority, five for the board
    "50004284.pdf": 35,  # Rotherham 2014
    "50004318.pdf": 30,  # Dudley 2016
    "2755718.pdf": 13,  # Shropshire 2017: twelve and one
    "2761820.pdf": 18,  # Sandwell 2013: at once, in three months, in six
    "50074947.pdf": 6,  # Trafford 2019
    "50290914.pdf": 1,  # Manchester 2025
    "50267803.pdf": 1,  # Kingston 2025
    "50827899.pdf": 4,  # Bedford JTAI: the list runs over the page
    "53205879.pdf": 6,  # Windsor and Maidenhead JTAI: the list runs over the page
    "54976707.pdf": 6,  # Manchester JTAI
    "52461961.pdf": 16,  # South Tyneside JTAI 2016: a box holds a case study
    "53096246.pdf": 29,  # Croydon JTAI 2016
    "55350610.pdf": 43,  # Durham JTAI 2018: one for priority action
    "57513489.pdf": 18,  # East Sussex JTAI 2020
    "51597735.pdf": 9,  # Plymouth SEND: five for priority action, four more
    "56050203.pdf": 5,  # Worcestershire SEND: two for priority action, three with lists
    "55057870.pdf": 6,  # Nottinghamshire SEND: a row split over pages
    "51200039.pdf": 6,  # Southend SEND: a table of one column, one cell of which ends with a full line
    "56776185.pdf": 5,  # North Yorkshire SEND: the same
    "58413561.pdf": 2,  # Rotherham SEND: a list after "This is to ensure that:"
}


def test_an_item_stands_under_a_heading_that_asks() -> None:
    assert in_section(("What needs to improve?",))
    assert in_section(("The local authority", "Areas for improvement", "Care leavers"))
    assert in_section(
        ("The inspection raises significant concerns about the effectiveness of the local area",)
    )
    assert not in_section(("Areas for improvement", "Case study"))
    assert not in_section(("What needs to improve", "The experiences and progress of children in care"))


def test_words_about_the_items_are_no_item() -> None:
    assert not is_recommendation(True, False, "The local authority should take the following action.")
    assert not is_recommendation(False, False, "There are no priority or immediate actions.")
    assert not is_recommendation(False, True, "Responsible body Areas for priority action")


def test_where_nothing_is_listed_the_paragraph_is_what_is_asked_for() -> None:
    paths = [("What needs to improve?",), ("Areas for improvement",), ("Areas for improvement",)]
    kinds = [Kind.FINDING, Kind.FINDING, Kind.RECOMMENDATION]
    texts = ["The quality of plans.", "Plans vary.", "The pace of work."]
    assert with_unlisted(kinds, paths, texts) == [Kind.RECOMMENDATION, Kind.FINDING, Kind.RECOMMENDATION]
    none = "Inspectors did not identify any areas for improvement."
    assert with_unlisted(kinds[:1], paths[:1], [none]) == kinds[:1]


def test_a_paragraph_that_asks_is_an_item() -> None:
    assert is_recommendation(False, False, "Leaders across the partnership should plan together.")
    assert not is_recommendation(False, False, "Services are good.")


@pytest.mark.parametrize("file", COUNTS)
def test_recommendations_are_complete(reports: dict[str, Report], file: str) -> None:
    assert len(reports[file].recommendations) == COUNTS[file]


def test_numbered_recommendations_run_without_a_gap(reports: dict[str, Report]) -> None:
    """Once from the authority's to the board's, whose numbers go on where the findings end."""
    for report in reports.values():
        items = (report.passages[each.passage].paragraph for each in report.recommendations)
        numbers = [int(number) for number in items if number]
        jumps = sum(after != before + 1 for before, after in pairwise(numbers))
        assert jumps <= 1, report.source.file


def test_the_boards_recommendations_are_told_from_the_authoritys(reports: dict[str, Report]) -> None:
    found = [each.addressed_to for each in reports["50004293.pdf"].recommendations]
    assert found == ["local authority"] * 6 + ["Local Safeguarding Children Board"] * 5


def test_a_board_is_known_by_either_of_its_names(reports: dict[str, Report]) -> None:
    found = [each.addressed_to for each in reports["53096246.pdf"].recommendations]
    assert found == [None] * 26 + ["Local Safeguarding Children Board"] * 3


def test_a_case_study_has_a_heading_and_asks_for_nothing(reports: dict[str, Report]) -> None:
    passages = reports["57513489.pdf"].passages
    [box] = [each for each in passages if each.text == "Case study: area for improvement"]
    assert box.kind is Kind.HEADING
    within = [each for each in passages if each.heading[-1:] == (box.text,)]
    assert [each.kind for each in within] == [Kind.FINDING] * 3


def test_findings_go_on_under_their_own_heading_after_a_case_study(reports: dict[str, Report]) -> None:
    [after] = [each for each in reports["50827899.pdf"].passages if each.paragraph == "29"]
    assert after.heading == ("Main findings",)


def test_a_priority_action_names_its_responsible_body_over_a_page_break(reports: dict[str, Report]) -> None:
    first = reports["55057870.pdf"].recommendations[0]
    spans = reports["55057870.pdf"].passages[first.passage].spans
    assert [span.page for span in spans] == [5, 6, 5, 6]
    assert (first.addressed_to or "").endswith("Integrated Care Board")
    assert first.text.startswith("Leaders, ")


def test_every_recommendation_is_its_passage(reports: dict[str, Report]) -> None:
    for report in reports.values():
        for each in report.recommendations:
            passage = report.passages[each.passage]
            assert passage.kind is Kind.RECOMMENDATION
            assert passage.text in each.text or each.text in passage.text
