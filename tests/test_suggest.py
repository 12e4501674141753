"""The ways on that a library offers by itself, over the samples and the real model."""

import pytest

from assistant.answer import answer
from assistant.evidence import Outcome
from assistant.reply import LONGEST_QUESTION, replies
from assistant.suggest import authorities_held, speakers_held, suggested_questions
from documents.report import Speaker
from index.build import add_samples
from index.library import Library
from index.search import EVERYTHING, Scope
from index.settings import Settings


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Library:
    library = Library(Settings(home=tmp_path_factory.mktemp("suggest")))
    add_samples(library)
    return library


def test_every_question_to_begin_with_is_answered_by_the_library(samples: Library) -> None:
    questions = suggested_questions(samples, 4)
    assert len(questions) > 2
    assert len(set(questions)) == len(questions)
    assert {answer(samples, question).outcome for question in questions} == {Outcome.ANSWERED}


def test_no_more_questions_are_offered_than_asked_for(samples: Library) -> None:
    assert len(suggested_questions(samples, 2)) == 2


def test_an_empty_library_offers_no_question(tmp_path_factory: pytest.TempPathFactory) -> None:
    empty = Library(Settings(home=tmp_path_factory.mktemp("empty")))
    assert suggested_questions(empty, 4) == []
    assert authorities_held(empty) == []


def test_the_authorities_held_are_those_of_the_documents_in_scope(samples: Library) -> None:
    assert authorities_held(samples) == ["Shropshire", "Trafford"]
    assert authorities_held(samples, Scope(speakers=(Speaker.COUNCIL,))) == ["Trafford"]


def test_only_who_speaks_in_the_library_can_be_chosen(samples: Library) -> None:
    assert speakers_held(samples) == [Speaker.INSPECTORATE, Speaker.COUNCIL, Speaker.PRESS]


def test_a_reply_begins_by_searching_and_grows_a_quotation_at_a_time(samples: Library) -> None:
    shown = list(replies(samples, "What does Trafford need to improve?", EVERYTHING, None))
    assert "Searching the documents" in shown[0].status
    counts = [piece.answer.count("<blockquote>") for piece in shown]
    assert counts == list(range(counts[-1] + 1)) and counts[-1] > 1
    assert "Answered with" in shown[-1].status


@pytest.mark.parametrize(
    ("question", "said"),
    [("  ", "Write a question first."), ("a" * (LONGEST_QUESTION + 1), "no more than 2,000 characters")],
)
def test_what_is_no_question_is_refused_in_words(samples: Library, question: str, said: str) -> None:
    (only,) = replies(samples, question, EVERYTHING, None)
    assert said in only.status
    assert only.answer == only.sources == ""


def test_what_breaks_is_told_in_plain_words(samples: Library) -> None:
    def breaks(question: str, quotes: list[object]) -> list[object]:
        raise ValueError("a secret of the library")

    last = list(replies(samples, "What does Trafford need to improve?", EVERYTHING, breaks))[-1]
    assert "something went wrong" in last.status
    assert "secret" not in "".join(map(str, last))
