"""The theme of a joint targeted area inspection."""

import pytest

from documents.themes import theme_of


@pytest.mark.parametrize(
    ("opening", "theme"),
    [
        (
            "Joint targeted area inspection of the multi-agency response to domestic abuse in Durham",
            "domestic abuse",
        ),
        (
            "… of the multi-agency response to sexual abuse in the family in Shropshire",
            "sexual abuse in the family",
        ),
        (
            "… of the multi-agency responses to children’s mental health in East Sussex",
            "children’s mental health",
        ),
        (
            "Joint targeted area inspection of Leeds\nThis inspection (JTAI) of the multi-agency response to "
            "identification of initial need and risk in Leeds City Council for children who need help.",
            "identification of initial need and risk",
        ),
        (
            "… of the multi-agency response to abuse and neglect in Wiltshire\nIt had a ‘deep dive’ focus on "
            "the response to children living with domestic abuse.",
            "children living with domestic abuse",
        ),
        ("… of the multi-agency response to abuse and neglect in Wiltshire", None),
        ("Area SEND inspection of Wiltshire", None),
    ],
)
def test_it_is_read_from_the_title_or_where_that_is_broad_from_the_deep_dive(
    opening: str, theme: str | None
) -> None:
    assert theme_of(opening) == theme
