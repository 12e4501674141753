"""What is left of a question once the words that choose documents, or that only ask, are gone."""

import pytest

from assistant.matter import matter, topic_of
from assistant.periods import periods, without_dates
from assistant.understand import understand


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("What did inspectors find about plans in Trafford in 2019?", "What did find about plans?"),
        ("How good are Trafford's plans?", "How good are plans?"),
        ("How many children looked after by Camden had moved?", "How many children looked after had moved?"),
        ("Compare plans in Camden and Leeds", "Compare plans"),
    ],
)
def test_names_leave_no_words_behind(question: str, topic: str) -> None:
    assert topic_of(question) == topic


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("How has the view of case supervision moved?", "case supervision"),
        ("Trace what was said about the front door", "front door"),
        ("Audits were late. Was that ever sorted?", "Audits were late"),
        ("What changed?", "What changed?"),
    ],
)
def test_the_matter_is_what_does_not_only_ask(question: str, about: str) -> None:
    assert matter(question) == about


@pytest.mark.parametrize(
    ("question", "spans"),
    [
        ("good in 2018, and a year on?", [(20180101, 20181231), (20190101, 20191231)]),
        ("said in 2018; what was found that July?", [(20180101, 20181231), (20180701, 20180731)]),
        ("said in 2015 and two years later?", [(20150101, 20151231), (20170101, 20171231)]),
        ("a year on from what?", []),
    ],
)
def test_a_time_may_be_told_by_its_distance_from_another(question: str, spans: list[tuple[int, int]]) -> None:
    assert [(period.first, period.last) for period in periods(question)] == spans


def test_a_date_is_not_a_figure() -> None:
    assert without_dates("From 31 October to 4 November 2016, 12 children").split()[-2:] == ["12", "children"]
    assert "2016" not in without_dates("on 4 November 2016")


def test_others_than_the_one_named_are_asked_about() -> None:
    reading = understand("Besides Camden, which councils were told to improve supervision since 2021?", None)
    assert (reading.authorities, reading.other_than, reading.since) == ((), ("camden",), 20210101)


def test_the_time_told_of_the_one_named_is_not_asked_of_the_others() -> None:
    reading = understand("Camden was told in 2018 to improve letters. Which other councils were?", None)
    assert (reading.other_than, reading.periods, reading.since) == (("camden",), (), None)
