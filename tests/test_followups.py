"""Questions that go on from the one before: what is taken over, and what is not."""

import pytest

from assistant.answer import answer
from assistant.cues import KINDS
from assistant.evidence import AnswerKind, Outcome, Reading
from assistant.followups import Turn, turn
from assistant.reading_line import reading_line
from assistant.readings import AS_READ, Correction, Named, corrected, read
from index.library import Library
from index.search import EVERYTHING, Scope

QUOTED = ("first", "second")


def conversation(*questions: str, home: str | None = None) -> Reading:
    """The reading of the last question."""
    before: Turn | None = None
    for question in questions:
        reading = read(question, home, EVERYTHING, before)
        before = Turn(reading, QUOTED)
    return reading


def test_another_authority_is_asked_the_same() -> None:
    reading = conversation("How was help and protection graded in Trafford in 2022?", "and Shropshire?")
    assert reading.authorities == ("shropshire",)
    assert reading.kind is AnswerKind.JUDGEMENT
    assert [period.words for period in reading.periods] == ["2022"]
    assert "help and protection" in reading.topic
    assert "Trafford" not in reading.question


def test_another_time_is_asked_the_same() -> None:
    reading = conversation("How was help and protection graded in Trafford in 2022?", "what about 2019?")
    assert reading.authorities == ("trafford",)
    assert [period.words for period in reading.periods] == ["2019"]


def test_another_matter_keeps_authority_time_and_kind() -> None:
    reading = conversation("How was help and protection graded in Trafford in 2022?", "And care leavers?")
    assert (reading.authorities, reading.kind) == (("trafford",), AnswerKind.JUDGEMENT)
    assert [period.words for period in reading.periods] == ["2022"]
    assert "care leavers" in reading.question and "help and protection" not in reading.question


def test_two_authorities_after_one_are_compared() -> None:
    reading = conversation("How good are plans in Trafford?", "what about Camden and Leeds?")
    assert (reading.authorities, reading.kind) == (("camden", "leeds"), AnswerKind.COMPARISON)


def test_one_authority_after_two_is_not() -> None:
    reading = conversation("Compare plans in Camden and Leeds", "and Trafford?")
    assert (reading.authorities, reading.kind) == (("trafford",), AnswerKind.FACT)


def test_who_else_is_asked_of_all() -> None:
    reading = conversation("What must Trafford improve on SGOs?", "who else was told that?")
    assert (reading.authorities, reading.kind) == ((), AnswerKind.ACROSS)
    assert "SGOs" in reading.topic


@pytest.mark.parametrize("question", ["who led that inspection?", "when was the visit?"])
def test_that_inspection_is_the_one_quoted_first(question: str) -> None:
    assert conversation("How good are plans in Trafford?", question).documents == QUOTED[:1]


def test_after_a_history_that_inspection_is_the_newest() -> None:
    reading = conversation("How has Trafford changed since 2015?", "who led that inspection?")
    assert reading.documents == QUOTED[1:]


@pytest.mark.parametrize("question", ["why?", "But why was that?", "How come?"])
def test_why_looks_beside_what_was_quoted(question: str) -> None:
    reading = conversation("Why are plans late in Trafford?", question)
    assert reading.documents == QUOTED
    assert "plans" in reading.topic


def test_they_and_then_keep_the_time() -> None:
    reading = conversation(
        "What did inspectors find about missing children in Croydon in 2017?",
        "Did they say anything about return home interviews?",
    )
    assert reading.authorities == ("croydon",)
    assert [period.words for period in reading.periods] == ["2017"]


def test_a_question_that_leans_on_nothing_keeps_the_authority_alone() -> None:
    reading = conversation(
        "How good were plans in Croydon in 2017?", "How many social workers are agency staff?"
    )
    assert (reading.authorities, reading.periods) == (("croydon",), ())


def test_since_then_starts_from_the_time_before() -> None:
    reading = conversation("How good were plans in Croydon in 2017?", "has that improved since?")
    assert reading.since == 20170101
    assert "plans" in reading.topic


def test_we_are_the_home_council_whatever_went_before() -> None:
    reading = conversation("How was Shropshire judged?", "What must we improve?", home="trafford")
    assert (reading.authorities, reading.kind) == (("trafford",), AnswerKind.LIST)


def test_a_plain_question_is_about_the_home_council_again() -> None:
    reading = conversation("How was Shropshire judged?", "How good is supervision?", home="trafford")
    assert reading.authorities == ("trafford",)


def test_comparing_us_with_another_names_us_both() -> None:
    reading = conversation("How do we compare with Shropshire on care leavers?", home="trafford")
    assert reading.authorities == ("trafford", "shropshire")


def test_the_authority_chosen_on_the_page_counts_before_the_conversation() -> None:
    before = Turn(conversation("How good are plans in Trafford?"), QUOTED)
    assert read("and care leavers?", None, Scope(("shropshire",)), before).authorities == ("shropshire",)


def test_what_was_taken_over_is_said() -> None:
    reading = conversation("How was help and protection graded in Trafford in 2022?", "and care leavers?")
    line = reading_line(reading)
    assert line.startswith("Trafford · 2022 · grades")
    assert "taken over from your question before: Trafford, 2022" in line


def test_the_name_alone_answers_which_authority(library: Library) -> None:
    asked = answer(library, "How well are children in care supported?")
    assert asked.outcome is Outcome.UNCLEAR
    told = answer(library, "Trafford", before=turn(asked))
    assert told.outcome is Outcome.ANSWERED
    assert {code for each in told.citations for code in each.quote.source.authorities} == {"trafford"}


def test_that_inspection_is_answered_from_its_own_report(library: Library) -> None:
    first = answer(library, "What does Trafford need to improve on SGOs?")
    second = answer(library, "when was that visit?", before=turn(first))
    assert {each.quote.source for each in second.citations} == {first.citations[0].quote.source}


def test_a_reading_is_corrected_by_kind_and_by_what_was_not_meant() -> None:
    reading = conversation("How was Trafford judged in its latest focused visit in 2018?")
    found = corrected(reading, Correction(AnswerKind.LIST, tuple(Named)))
    assert found.kind is AnswerKind.LIST
    assert not (found.authorities or found.frameworks or found.periods or found.speakers or found.latest)
    assert corrected(reading, AS_READ) == reading


def test_every_kind_that_a_question_may_show_has_a_word_in_the_line() -> None:
    for kind, _ in KINDS:
        assert reading_line(Reading("x", kind=kind))
