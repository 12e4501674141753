"""Questions to go on with: only such as the library answers, and about what was asked."""

from html import unescape

import pytest

from assistant.answer import answer
from assistant.evidence import AnswerKind, Outcome
from assistant.followups import turn
from assistant.onward import onward, onward_html
from assistant.understand import understand
from documents.report import Speaker
from index.library import Library
from index.search import EVERYTHING, Scope

ASKED = [
    "What must Trafford improve on SGOs?",
    "What does Trafford's self-assessment say about permanence?",
    "When was Trafford inspected?",
    "How does Trafford compare with Shropshire on permanence?",
]


@pytest.mark.parametrize("question", ASKED)
def test_every_question_to_go_on_with_is_answered(library: Library, question: str) -> None:
    before = turn(answer(library, question))
    offered = onward(library, before, EVERYTHING)
    assert offered
    for way in offered:
        assert way != question
        assert answer(library, way, before=before).outcome is Outcome.ANSWERED, way


def test_what_must_improve_is_offered_after_something_else_alone(library: Library) -> None:
    improve = "What does Trafford need to improve?"
    after_a_fact = onward(library, turn(answer(library, "When was Trafford inspected?")), EVERYTHING)
    assert improve in after_a_fact
    assert improve not in onward(library, turn(answer(library, improve)), EVERYTHING)


def test_what_the_filter_leaves_out_is_not_offered(library: Library) -> None:
    before = turn(answer(library, ASKED[0]))
    assert onward(library, before, Scope(speakers=(Speaker.PRESS,))) == []


def test_the_question_about_change_is_read_as_one() -> None:
    reading = understand("How have findings on special guardianship changed in Trafford?", None)
    assert reading.kind is AnswerKind.CHANGE


def test_where_nothing_was_understood_nothing_is_offered(library: Library) -> None:
    assert onward(library, turn(answer(library, "How well are children supported?")), EVERYTHING) == []


def test_the_words_of_a_question_become_no_markup() -> None:
    shown = onward_html(['How good is "<img src=x onerror=alert(1)>" in Trafford?'])
    assert "<img" not in shown
    assert '"<img src=x onerror=alert(1)>"' in unescape(shown)
    assert onward_html([]) == ""
