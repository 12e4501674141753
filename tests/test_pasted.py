"""Text pasted from web pages loses what stood around the article; briefings keep their structure."""

from pathlib import Path

import pytest

from documents.read import read
from documents.report import Kind, Passage

PAGE = """Make an Enquiry
Contact Us

Anytown makes progress

"""
ARTICLE = "Anytown has made progress in how it helps children who need a home for good. " * 3
FOOT = """
See also  Two skaters win medals | sports

Sign up to our newsletters to get the latest on sport and more

Related Posts

A story about something else that has nothing to do with the council and its children.

Leave a Reply
"""


def kinds(path: Path) -> dict[str, Kind]:
    return {passage.text.strip(): passage.kind for passage in read(path).passages}


def test_menus_links_and_the_foot_of_a_page_are_boilerplate(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(f"{PAGE}{ARTICLE}\n\n{ARTICLE}\n{FOOT}", encoding="utf-8")
    found = kinds(path)
    assert found.pop("Anytown makes progress") is Kind.HEADING
    assert found.pop(ARTICLE.strip()) is Kind.FINDING
    assert set(found.values()) == {Kind.BOILERPLATE}


def test_a_sentence_that_begins_like_a_link_stays(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text(f"{ARTICLE}\n\nRelated services see children in time.\n", encoding="utf-8")
    assert Kind.BOILERPLATE not in kinds(path).values()


def test_lines_after_a_colon_are_its_list_and_no_headings(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("We work through two pillars in our plan for this year:\n\nEarly help\n\nCare\n\n")
    assert [passage.kind for passage in read(path).passages] == [Kind.FINDING] * 3


def test_a_heading_on_a_slide_stands_over_the_next(tmp_path: Path) -> None:
    path = tmp_path / "deck.txt"
    path.write_text("Help and Protection\n\nAreas for Development\n\n- **We must plan.**\n")
    last = read(path).passages[-1]
    assert last.heading == ("Help and Protection", "Areas for Development")
    assert (last.kind, last.text) == (Kind.RECOMMENDATION, "We must plan.")


def quotable(path: Path) -> list[Passage]:
    return [each for each in read(path).passages if each.kind in (Kind.FINDING, Kind.RECOMMENDATION)]


@pytest.mark.shared
@pytest.mark.parametrize(
    ("seed", "foreign"),
    [
        ("000*", ("Scotland", "£280 million", "01206", "Subscribe")),
        ("002*", ("carjacking", "Beijing", "newsletters", "chief editor")),
        ("003*", ("Doncaster", "Online Safety", "Mackman", "campaign")),
    ],
)
def test_unrelated_news_is_never_a_finding(shared: Path, seed: str, foreign: tuple[str, ...]) -> None:
    (path,) = (shared / "seeds").glob(seed)
    found = quotable(path)
    assert len(found) > 10
    assert not [each.text for each in found for word in foreign if word in each.text]


@pytest.mark.shared
def test_the_letter_has_its_five_recommendations(shared: Path) -> None:
    (path,) = (shared / "seeds").glob("001*")
    assert len(read(path).recommendations) == 5


@pytest.mark.shared
def test_the_self_assessment_keeps_which_area_is_to_develop(shared: Path) -> None:
    (path,) = (shared / "seeds").glob("004*")
    found = [each for each in read(path).passages if each.kind is Kind.RECOMMENDATION]
    assert {each.heading[0] for each in found} >= {"Help and Protection", "Children in Care and Care Leavers"}
