"""Answers, checks and improvements into evidence packs."""

from collections.abc import Sequence

from assistant import pack_wording
from assistant.evidence import Answer
from assistant.improvements import Item, Tracker
from assistant.london import london, now
from assistant.pack import Pack, Section
from assistant.pack_pages import cited_documents, cited_pages
from assistant.pack_sections import (
    Asked,
    Numbers,
    answer_section,
    facts,
    item_section,
    verdict_section,
)
from assistant.verdicts import Verdict
from documents.authorities import name_of
from index.library import Library


def pack_of_answers(
    library: Library,
    asked: Sequence[tuple[Answer, Asked]],
    maker: str,
) -> Pack:
    """Of one answer, or of a conversation. Quotations are numbered through the pack, and each tells who has
    checked or disputed it.
    """
    numbers = Numbers(library)
    single = asked[0][0].reading.own_words if len(asked) == 1 else ""
    title = (
        pack_wording.ANSWER_TITLE.format(asked=single)
        if single
        else pack_wording.CONVERSATION_TITLE.format(count=len(asked))
    )
    sections = [answer_section(numbers, found, by) for found, by in asked]
    return _pack(library, title, [], sections, numbers, maker)


def pack_of_check(
    library: Library,
    name: str,
    found: Sequence[Verdict],
    asked: Asked,
    maker: str,
) -> Pack:
    """Of the claims of a text that goes by `name`. Quotations are numbered through all of them."""
    numbers = Numbers(library)
    sections = [verdict_section(numbers, number, each) for number, each in enumerate(found, 1)]
    told = [
        (pack_wording.CHECKED_BY, asked.who),
        (pack_wording.CHECKED_AT, london(asked.at)),
        (pack_wording.LIBRARY, asked.library.words),
        *([("", pack_wording.ERASED)] if asked.erased else []),
    ]
    return _pack(library, pack_wording.CHECK_TITLE.format(name=name), told, sections, numbers, maker)


def pack_of_tracker(
    library: Library,
    tracker: Tracker,
    items: Sequence[Item],
    asked: Asked,
    maker: str,
) -> Pack:
    """Of the items chosen of a tracker, each with what later documents say of it."""
    numbers = Numbers(library)
    sections = [item_section(numbers, tracker, each) for each in items]
    title = pack_wording.TRACKER_TITLE.format(name=name_of(tracker.authority))
    return _pack(library, title, facts(asked), sections, numbers, maker)


def _pack(
    library: Library,
    title: str,
    told: Sequence[tuple[str, str]],
    sections: Sequence[Section],
    numbers: Numbers,
    maker: str,
) -> Pack:
    made = [
        (pack_wording.MADE_BY, maker),
        (pack_wording.MADE_AT, f"{london(now())} (London time)"),
        (pack_wording.MARKS, pack_wording.marked(numbers.marked, len(numbers.cited))),
    ]
    documents, pages = cited_documents(library, numbers.cited), cited_pages(library, numbers.cited)
    return Pack(title, (*told, *made), tuple(sections), documents, pages)
