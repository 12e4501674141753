"""What a person asked and checked is kept for that person alone, as it was, until it is deleted or erased."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import answer
from assistant.check import check
from assistant.conversations import Kept, conversations, delete, delete_all, opened, opened_turn
from assistant.conversations_shown import conversation_html, list_html, sure_html
from assistant.keep import keep_answer, keep_check, kept_answer
from assistant.london import london
from assistant.people import Person, Role
from assistant.since import since
from assistant.snapshots import whole_from_json, whole_to_json
from documents.report import ReportDate
from index import build
from index.corrections import describe
from index.histories import forget_quotations
from index.library import Library
from index.scrub import scrub

ANNA = Person("anna", Role.READER)
BEN = Person("ben", Role.ADMIN)
IMPROVE = "What does Trafford need to improve?"
SGO = "What must Trafford improve on SGOs?"
WORDS = "Make decisions and finish assessments in good time for children living with connected carers"
TIMELY = "Trafford makes decisions for children living with connected carers in good time."
HOSTILE = "<img src=x onerror=window.owned=1> What does Trafford need to improve? \u202e</h2><script>"


def bytes_of(library: Library) -> bytes:
    """All that lies in the records and beside them."""
    return b"".join(path.read_bytes() for path in sorted(library.home.glob("records.sqlite*")))


def settled(library: Library) -> None:
    """As erasing leaves the records: written anew."""
    scrub(library.records.path)


def only_turn(library: Library, person: Person = ANNA) -> Kept:
    (conversation,) = conversations(library, person)
    (turn,) = opened(library, person, conversation.id)
    return turn


def cited_file(kept: Kept) -> str:
    assert kept.answer
    return kept.answer.citations[0].quote.source.sha256


def test_an_answer_is_kept_whole(changeable: Library) -> None:
    found = answer(changeable, SGO)
    place = keep_answer(changeable, ANNA, found)
    kept = opened_turn(changeable, ANNA, place.turn)
    assert kept and kept.answer == found
    assert (kept.asked, kept.erased, kept.emptied) == (SGO, 0, False)
    assert kept.library.documents == len(changeable.sources())
    assert kept.library.model in kept.library.words


def test_a_check_is_kept_whole(changeable: Library) -> None:
    text = f"{TIMELY} “Audit is done monthly” in Trafford."
    found = check(changeable, text)
    assert any(verdict.misquotations for verdict in found)
    keep_check(changeable, ANNA, "paper.md", text, found)
    kept = only_turn(changeable)
    assert (kept.verdicts, kept.name, kept.asked) == (found, "paper.md", text)


def test_what_is_asked_on_stands_in_the_same_conversation(changeable: Library) -> None:
    first = keep_answer(changeable, ANNA, answer(changeable, IMPROVE))
    second = keep_answer(changeable, ANNA, answer(changeable, SGO), first.conversation)
    assert first.conversation == second.conversation
    assert [turn.asked for turn in opened(changeable, ANNA, first.conversation)] == [IMPROVE, SGO]
    (conversation,) = conversations(changeable, ANNA)
    assert (conversation.title, conversation.turns) == (IMPROVE, 2)


def test_nobody_sees_continues_or_deletes_what_is_anothers(changeable: Library) -> None:
    place = keep_answer(changeable, ANNA, answer(changeable, SGO))
    assert conversations(changeable, BEN) == []
    assert opened(changeable, BEN, place.conversation) == []
    assert opened_turn(changeable, BEN, place.turn) is None
    assert not delete(changeable, BEN, place.conversation)
    assert delete_all(changeable, BEN) == 0
    other = keep_answer(changeable, BEN, answer(changeable, IMPROVE), place.conversation)
    assert other.conversation != place.conversation
    assert [turn.asked for turn in opened(changeable, ANNA, place.conversation)] == [SGO]


def test_the_newest_comes_first_and_words_are_sought_in_questions_and_answers(changeable: Library) -> None:
    keep_answer(changeable, ANNA, answer(changeable, IMPROVE))
    keep_answer(changeable, ANNA, answer(changeable, "How many lighthouses does Trafford paint purple?"))
    titles = [each.title for each in conversations(changeable, ANNA)]
    assert titles == ["How many lighthouses does Trafford paint purple?", IMPROVE]
    assert [each.title for each in conversations(changeable, ANNA, "LIGHTHOUSES purple")] == titles[:1]
    assert [each.title for each in conversations(changeable, ANNA, "connected carers")] == titles[1:]
    assert conversations(changeable, ANNA, "lighthouses connected") == []
    assert conversations(changeable, ANNA, "100%") == []


def test_what_is_deleted_is_gone_from_the_file(changeable: Library) -> None:
    place = keep_answer(changeable, ANNA, answer(changeable, SGO))
    keep_check(changeable, ANNA, "paper.md", TIMELY, check(changeable, TIMELY))
    settled(changeable)
    assert WORDS.encode() in bytes_of(changeable)
    assert delete(changeable, ANNA, place.conversation)
    assert delete_all(changeable, ANNA) == 1
    assert WORDS.encode() not in bytes_of(changeable)
    assert SGO.encode() not in bytes_of(changeable)
    with changeable.records.reading() as db:
        assert [db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES] == [0, 0, 0]


TABLES = ("conversations", "turns", "snapshots")


def test_an_erased_document_leaves_no_word_in_any_history(changeable: Library) -> None:
    letter = cited_file(_kept(changeable, ANNA, SGO))
    _kept(changeable, BEN, IMPROVE)
    keep_check(changeable, BEN, "paper.md", TIMELY, check(changeable, TIMELY))
    with changeable.records.writing() as db:
        forget_quotations(db, letter)
    settled(changeable)
    left = bytes_of(changeable)
    assert WORDS.encode() not in left
    assert b"focused visit to Trafford" not in left
    kept = only_turn(changeable)
    assert (kept.asked, kept.erased, kept.emptied) == (SGO, 1, True)
    shown = conversation_html("c", [kept], {})
    assert "1 quotation from a document that has since been erased: the words are gone." in shown
    assert "connected carers" not in shown


def test_what_other_documents_said_stays_where_one_is_erased(changeable: Library) -> None:
    question = "How has permanence planning in Trafford changed since 2018?"
    kept = _kept(changeable, ANNA, question)
    assert kept.answer
    quoted = {each.quote.source.sha256 for each in kept.answer.citations}
    assert len(quoted) > 1
    erased = min(quoted)
    with changeable.records.writing() as db:
        forget_quotations(db, erased)
    now = only_turn(changeable)
    assert now.answer and now.answer.text == ""
    others = [each for each in kept.answer.citations if each.quote.source.sha256 != erased]
    assert list(now.answer.citations) == others
    assert others[0].quote.words.split("’")[0].split("'")[0] in conversation_html("c", [now], {})


def test_a_document_that_an_answer_only_names_is_erased_from_its_text(changeable: Library) -> None:
    found = answer(changeable, SGO)
    article = next(each for each in changeable.sources() if each.file == "trafford-permanence-article.html")
    keep_answer(changeable, ANNA, replace(found, text=f"{found.text}\n\nAlso in: {article.title}, page 1"))
    with changeable.records.writing() as db:
        forget_quotations(db, article.sha256)
    now = only_turn(changeable)
    assert now.answer and now.answer.text == "" and now.emptied and now.erased == 0
    assert now.answer.citations == found.citations
    assert article.title not in conversation_html("c", [now], {})


def test_an_old_answer_says_what_has_become_of_its_document(changeable: Library, tmp_path: Path) -> None:
    kept = _kept(changeable, ANNA, SGO)
    assert kept.answer
    then = kept.answer.citations[0].quote.source
    assert since(then, _held(changeable)) == ""
    describe(changeable, then.sha256, {"published": ReportDate(2018, 8, 3)}, (), "anna")
    assert since(then, _held(changeable)) == "Its description has since been corrected: published."
    build.remove(changeable, then.sha256)
    assert since(then, _held(changeable)) == "This document has since left the library."
    shown = conversation_html("c", [only_turn(changeable)], _held(changeable))
    assert "This document has since left the library." in shown and WORDS in shown
    other = replace(then, sha256="0" * 64)
    assert "replaced by another of the same file name" in since(then, {other.sha256: other})


def test_nothing_that_was_asked_or_quoted_is_obeyed(changeable: Library) -> None:
    keep_answer(changeable, ANNA, answer(changeable, HOSTILE))
    keep_check(changeable, ANNA, "<b>paper</b>.md", HOSTILE, check(changeable, f"{TIMELY} {HOSTILE}"))
    shown = [list_html(conversations(changeable, ANNA), "")]
    for each in conversations(changeable, ANNA):
        shown.append(conversation_html(each.id, opened(changeable, ANNA, each.id), _held(changeable)))
    page = "".join([*shown, sure_html("Sure?", "Yes", '"><script>')])
    assert "<script" not in page and "<img" not in page and "<b>paper" not in page
    assert "&lt;img src=x onerror=window.owned=1&gt;" in page


def test_an_answer_that_cannot_be_kept_is_no_failure(
    changeable: Library, caplog: pytest.LogCaptureFixture
) -> None:
    with changeable.records.writing() as db:
        db.execute("DROP TABLE turns")
    assert kept_answer(changeable, ANNA, answer(changeable, SGO), "") is None
    assert "An answer could not be kept" in caplog.text


def test_what_another_version_kept_can_be_read() -> None:
    kept = whole_to_json(ReportDate, ReportDate(2018, 3)).replace("{", '{"later": 1, ', 1)
    assert whole_from_json(ReportDate, kept) == ReportDate(2018, 3)
    assert whole_from_json(ReportDate, '{"year": 2018}') == ReportDate(2018)


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        ("2026-11-25T14:05:00+00:00", "25 November 2026 at 2:05pm"),
        ("2026-07-01T23:30:00.123+00:00", "2 July 2026 at 12:30am"),
        ("2026-07-01T11:00:00+00:00", "1 July 2026 at 12:00pm"),
    ],
)
def test_times_are_shown_in_london_time(at: str, shown: str) -> None:
    assert london(at) == shown


def _kept(library: Library, person: Person, question: str) -> Kept:
    place = keep_answer(library, person, answer(library, question))
    kept = opened_turn(library, person, place.turn)
    assert kept
    return kept


def _held(library: Library) -> dict[str, object]:
    return {source.sha256: source for source in library.sources()}
