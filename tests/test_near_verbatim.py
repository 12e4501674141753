"""Claims that are almost a sentence of a document: every word that differs is accounted for."""

import pytest

from assistant.near_verbatim import departures

SENTENCE = "Most children in care have good health plans, reviewed by 12 nurses, that are timely and clear."


@pytest.mark.parametrize(
    "claim",
    [
        SENTENCE,
        "Most children in care have good health plans that are timely and clear.",
        "Most children in care have good health plans, reviewed by twelve nurses, that are prompt and clear.",
    ],
)
def test_leaving_out_an_aside_or_saying_the_same_departs_in_nothing(claim: str) -> None:
    told = departures(claim, SENTENCE)
    assert (told.is_near, told.against, told.missing, told.new) == (True, (), (), ())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Most", "All"),
        ("good", "inadequate"),
        ("12 nurses", "20 nurses"),
        ("are timely", "are not timely"),
        ("timely", "late"),
    ],
)
def test_a_change_that_turns_the_sentence_round_speaks_against_it(one: str, other: str) -> None:
    assert departures(SENTENCE.replace(one, other), SENTENCE).against


@pytest.mark.parametrize(("one", "other"), [("children in care", "children in need"), ("have", "will have")])
def test_another_group_or_time_is_not_what_the_sentence_says(one: str, other: str) -> None:
    told = departures(SENTENCE.replace(one, other), SENTENCE)
    assert told.missing
    assert not told.against


def test_words_put_in_are_told() -> None:
    assert departures(SENTENCE.replace("health plans", "dental plans"), SENTENCE).new == ("dental",)


def test_a_short_claim_is_never_near_verbatim() -> None:
    assert not departures("Plans are timely.", "Plans are timely.").is_near
