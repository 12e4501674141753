"""Particular matters that a question names and no document in question does."""

import csv
import re
from pathlib import Path

import pytest

import assistant
from assistant.answer import answer
from assistant.evidence import Outcome
from index.library import Library

TABLE = Path(assistant.__file__).with_name("particular_matters.csv")


@pytest.mark.parametrize(
    ("question", "matter"),
    [
        ("What does Trafford’s focused visit say about dentists?", "dental care"),
        ("Can carers in Trafford get help with wheelchairs?", "wheelchairs"),
    ],
)
def test_a_matter_under_none_of_its_names_is_said_not_to_be_there(
    library: Library, question: str, matter: str
) -> None:
    found = answer(library, question)
    assert found.outcome is Outcome.NOT_IN_DOCUMENTS
    assert matter in found.text


def test_a_matter_heard_of_under_another_name_is_answered(library: Library) -> None:
    """The letter writes of 'SGOs' and 'special guardians'."""
    found = answer(library, "What did inspectors find about special guardianship orders in Trafford in 2018?")
    assert found.outcome is Outcome.ANSWERED


def test_one_matter_of_several_that_is_heard_of_is_enough(library: Library) -> None:
    found = answer(library, "Does Trafford say anything on dentists or special guardianship?")
    assert found.outcome is Outcome.ANSWERED


def test_each_matter_is_told_once_and_by_a_pattern_that_finds_its_own_name() -> None:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert len({row["matter"] for row in rows}) == len(rows) > 200
    for row in rows:
        assert re.search(rf"\b(?:{row['words']})\b", row["matter"], re.IGNORECASE), row["matter"]
