"""Whether words give the figure that a question asks for."""

import pytest

from assistant.amounts import gives_a_figure

IN_CARE = "How many children were in care?"


@pytest.mark.parametrize(
    "words",
    [
        "There were 212 children in care.",
        "Three children came into care.",
        "No children were in care.",
    ],
)
def test_a_number_in_figures_or_words_is_a_figure(words: str) -> None:
    assert gives_a_figure(IN_CARE, words)


@pytest.mark.parametrize(
    "words",
    [
        "Numbers rose after March 2019.",
        "Those aged 16 to 17, and 18-year-olds, are seen.",
        "No children live in unregistered homes.",
    ],
)
def test_dates_ages_and_the_absence_of_something_else_are_none(words: str) -> None:
    assert not gives_a_figure(IN_CARE, words)


LONG = "Some children wait for over two years, or 12 months."


def test_a_length_of_time_is_no_number_of_children() -> None:
    assert not gives_a_figure(IN_CARE, LONG)
    assert gives_a_figure("How long do children wait?", LONG)
    assert gives_a_figure("How many years do they wait?", LONG)
    assert gives_a_figure(IN_CARE, "In two years 30 children came into care.")
