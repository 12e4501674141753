"""Questions that name no matter: how a document begins, the strengths it lists, the grades over time."""

from assistant.answer import answer
from assistant.evidence import Outcome
from assistant.find import SHORTEST
from assistant.matter import says_something
from index.library import Library


def test_a_question_that_names_no_matter_says_nothing() -> None:
    assert not says_something("What did inspectors find?")
    assert not says_something("What does the press say about?")
    assert says_something("What did inspectors find about plans?")


def test_what_was_found_is_told_as_the_newest_report_begins(library: Library) -> None:
    found = answer(library, "What did inspectors find in Trafford?")
    assert found.outcome is Outcome.ANSWERED
    assert {citation.quote.source.file for citation in found.citations} == {"trafford-focused-visit-2018.pdf"}


def test_what_the_press_says_is_told_in_its_own_words(library: Library) -> None:
    found = answer(library, "What does the press say about Shropshire?")
    assert {citation.quote.source.file for citation in found.citations} == {
        "shropshire-permanence-article.html"
    }


def test_strengths_of_a_matter_are_found_as_any_other_fact(library: Library) -> None:
    found = answer(library, "What are the strengths of adoption in Shropshire?")
    assert any("doption" in citation.quote.words for citation in found.citations)


def test_what_came_nearest_is_never_a_label(library: Library) -> None:
    refused = answer(library, "How many lighthouses does Trafford paint purple?")
    assert refused.abstained
    assert [len(each.quote.words) >= SHORTEST for each in refused.nearest] == [True]
