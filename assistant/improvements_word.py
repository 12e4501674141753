"""The improvement tracker as a Word document, to take into preparation: the whole, then item by item."""

from collections.abc import Sequence
from typing import Any

from assistant.evidence import Citation
from assistant.improvements import Item, Tracker
from assistant.improvements_sheet import NOTES
from assistant.improvements_shown import UNDATED, repeated, silence, source_place, when, who
from assistant.pressing import at_a_glance
from assistant.word_export import add_table, new_document, saved
from assistant.writable import writable
from documents.authorities import name_of

TITLE = "Improvement tracker: {name}"
INTRODUCTION = "What inspectors asked to improve, in order of date, and what each later document says of it."
HEADS = (("Document", 4.2), ("Verdict", 2.6), ("In its words", 14.2), ("Where", 4.2))
OWN = "What we can show now:"
SHORT = 110  # characters of a recommendation in the list at the head


def as_docx(tracker: Tracker) -> bytes:
    """First what to look at first, then every recommendation with all that was said of it."""
    document = new_document(TITLE.format(name=name_of(tracker.authority)), INTRODUCTION, notes=NOTES)
    _add_overview(document, tracker)
    before = None
    for item in tracker.items:
        if item.source != before:
            document.add_heading(writable(f"{when(item.source)}: {item.source.title}"), 1)
        before = item.source
        _add_item(document, tracker, item)
    if tracker.undated:
        files = ", ".join(source.file for source in tracker.undated)
        document.add_paragraph(writable(UNDATED.format(files=files)))
    return saved(document)


def _add_overview(document: Any, tracker: Tracker) -> None:
    """Each recommendation in a line, under what is said of it last; repeated ones also at the top."""
    document.add_heading("At a glance", 1)
    for title, items in at_a_glance(tracker):
        document.add_heading(f"{title} ({len(items)})", 2)
        for item in items:
            again = repeated(tracker, item)
            line = f"{item.number} ({when(item.source)[:4]}). {_short(item.citation.quote.words)}"
            words = writable(f"{line} ({again})" if again else line)
            document.add_paragraph(words, style="List Bullet")


def _add_item(document: Any, tracker: Tracker, item: Item) -> None:
    asked = document.add_paragraph()
    asked.paragraph_format.keep_with_next = True
    asked.add_run(writable(f"{item.number}. “{item.citation.quote.words}”")).bold = True
    whom = item.recommendation.addressed_to
    parts = [
        source_place(item.citation),
        f"to the {whom}" if whom else "",
        repeated(tracker, item),
        silence(item),
    ]
    told = document.add_paragraph(writable(" · ".join(part for part in parts if part)))
    told.paragraph_format.keep_with_next = True
    if item.later:
        rows = [
            (
                f"{when(each.source)}, {who(each.source)}",
                f"{each.standing}",
                said(each.citations),
                where(each.citations),
            )
            for each in item.later
        ]
        add_table(document, HEADS, rows)
    document.add_paragraph(OWN)


def said(citations: Sequence[Citation]) -> str:
    return "\n".join(f"“{one.quote.words}”" for one in citations)


def where(citations: Sequence[Citation]) -> str:
    return "\n".join(dict.fromkeys(source_place(one) for one in citations))


def _short(words: str) -> str:
    return words if len(words) <= SHORT else f"{words[:SHORT].rsplit(' ', 1)[0]} …"
