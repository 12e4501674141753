"""When a document was published."""

import pytest

from documents.published import published
from documents.report import Speaker


def iso(speaker: Speaker, front: str, title: str = "", announced_at: int = 0) -> str | None:
    date = published(speaker, front, title, announced_at)
    return date.iso if date else None


@pytest.mark.parametrize(
    "front",
    [
        "Durham County Council\nReport published: 16 May 2016",
        "Age group: All\nPublished: 16 May 2016",
        "Age group:\nPublished:\nAll\n16 May 2016",
        "Age group: Published: All 16 May 2016",
        "16 May 2016\nAda Lovelace\nDear Ada\nFocused visit to Durham",
        "Aviation House 16 May 2016\nLondon\nDear Ada\nFocused visit to Durham",
        "Running title\n16 May 2016\nDear Durham partnership",
    ],
)
def test_an_inspectorate_states_it_by_a_label_or_at_the_head_of_its_letter(front: str) -> None:
    assert iso(Speaker.INSPECTORATE, front) == "2016-05-16"


@pytest.mark.parametrize(
    "front",
    [
        "Inspection of Durham\nInspection dates: 9 to 20 May 2022\nLead inspector: Louise Hollick",
        "Inspection of Durham\nIts last report came in June 2015. A plan was published on 3 May 2016.",
        "Inspection of Durham\nDate of previous inspection: 22 to 24 January 2020",
        "Dear Ada\nI visited on 16 May 2016.",
    ],
)
def test_other_dates_are_not_taken_for_it(front: str) -> None:
    assert iso(Speaker.INSPECTORATE, front) is None


def test_a_letter_without_a_salutation_is_dated_above_its_title() -> None:
    front = "16 May 2016\nFocused visit to Durham\n17 May 2016"
    assert iso(Speaker.INSPECTORATE, front, announced_at=front.index("Focused")) == "2016-05-16"


@pytest.mark.parametrize(
    "line",
    [
        "By Ada Lovelace, 9 February 2022 10:30",
        "Published 9 February 2022",
        "Posted on 09/02/2022",
        "18:00, 9 FEB 2022",
        "Wednesday, February 9, 2022",
    ],
)
def test_an_article_states_it_beside_its_headline(line: str) -> None:
    assert iso(
        Speaker.PRESS, f"News\nHelp comes sooner\n{line}\nChildren wait less.", "Help comes sooner"
    ) == ("2022-02-09")


@pytest.mark.parametrize(
    "front",
    [
        "LOCKDOWN 3: JANUARY 2021 Our experts go on.\nHelp comes sooner\nChildren wait less.",
        "Help comes sooner\nOne.\nTwo.\nThree.\nFour.\nFive.\nMore news\n18/04/2021",
        "Help comes sooner\nThe latest visit in September 2021 went well.",
    ],
)
def test_the_dates_of_other_news_are_not_taken_for_an_articles(front: str) -> None:
    assert iso(Speaker.PRESS, front, "Help comes sooner") is None


@pytest.mark.parametrize(
    ("front", "title", "date"),
    [
        ("Trafford Council", "Summary of the Self Assessment – March 2018", "2018-03"),
        ("Merton\nSelf-evaluation\nSeptember 2023\nWe know our services.", "Self-evaluation", "2023-09"),
        ("Report to: Scrutiny Committee\nDate: 12 September 2018", "Focused visit", "2018-09-12"),
        ("Merton\nSelf-evaluation", "Self-evaluation for the year ended March 2023", None),
        ("Merton\nSelf-evaluation\nCases in March 2023 were fewer.", "Self-evaluation", None),
    ],
)
def test_a_council_states_it_in_its_title_or_on_a_line_of_its_own(
    front: str, title: str, date: str | None
) -> None:
    assert iso(Speaker.COUNCIL, front, title) == date
