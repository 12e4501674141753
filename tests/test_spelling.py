"""Slips of typing in a question, put right by the words of the library."""

import pytest

from assistant.answer import answer
from assistant.reading_line import pieces
from index.library import Library
from index.spelling import put_right, slips


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("asessment", "assessment"),
        ("placmeents", "placements"),
        ("socials workers’ cariers", None),
    ],
)
def test_one_letter_out_of_place_is_put_right(library: Library, typed: str, meant: str | None) -> None:
    assert slips(library, f"How good is the {typed}?").get(typed) == meant


@pytest.mark.parametrize("typed", ["assessments", "placement", "Asessment", "grandad", "o’assessmnt"])
def test_words_that_are_held_or_everyday_names_and_parts_of_words_stay(library: Library, typed: str) -> None:
    assert slips(library, f"How good is the {typed}?") == {}


def test_only_whole_words_are_changed() -> None:
    assert put_right("planing and planings", {"planing": "planning"}) == "planning and planings"


def test_the_reading_says_what_was_put_right(library: Library) -> None:
    found = answer(library, "What must Trafford improve in their asessments?")
    said = [piece.words for piece in pieces(found.reading)]
    assert "‘asessments’ read as ‘assessments’" in said
    assert found.reading.asked == "What must Trafford improve in their asessments?"
