"""The part of the page that shows a person what they have asked and checked, and lets them delete it."""

import logging
from collections.abc import Callable
from typing import Any, TypeVar

from assistant import conversations_wording as words
from assistant import look
from assistant.audit import note
from assistant.conversations import conversations, delete, delete_all, opened
from assistant.conversations_shown import conversation_html, list_html, sure_html
from assistant.page_ask import AskAgain
from assistant.people import Person, person_of
from assistant.reply import LONGEST_QUESTION, status_html
from index.library import Library

log = logging.getLogger(__name__)
T = TypeVar("T")
BROKEN = f"<p>{words.BROKE}</p>"
BROKEN_LIST = ("", "", status_html(words.BROKE))
LONGEST_ID = 32
ALL = "all"  # in place of a conversation's id
IN_TURN = look.in_turn("history-list")
ACTS = """
element.addEventListener("click", (event) => {
  const act = event.target.closest("button[data-event]");
  if (act) trigger(act.dataset.event, { ...act.dataset });
});
"""
FOCUS = "() => { window.focusKept(); }"


def history_part(gr: Any, library: Library, tab: Any, ask_again: AskAgain) -> None:
    """Lay it out where the page now stands, in `tab`, and join it up."""
    look.html(gr, f"<p>{words.INTRODUCTION}</p>", elem_id="history-introduction")
    with gr.Row(elem_id="history-search"):
        wanted = gr.Textbox(label=words.SEARCH, lines=1, max_lines=1, elem_id="history-wanted", scale=4)
        search = gr.Button(words.SEARCH_BUTTON, variant="secondary", elem_id="history-button", scale=0)
    status = look.html(gr, status_html(""), elem_id="history-status")
    with gr.Row(elem_id="history"):
        with gr.Column(scale=2, min_width=300):
            listing = look.html(gr, "", js_on_load=ACTS)
            everything = look.html(gr, "", js_on_load=ACTS, elem_id="history-all")
        with gr.Column(scale=3, min_width=300):
            shown = look.html(gr, f"<p>{words.OPEN_ONE}</p>", js_on_load=ACTS, elem_id="history-shown")

    def listed(wanted: str, request: gr.Request) -> tuple[str, str, str]:
        return _safely(lambda: _listed(library, person_of(request), wanted), BROKEN_LIST)

    def chosen(event: gr.EventData, request: gr.Request) -> str:
        return _safely(lambda: _shown(library, person_of(request), str(event.id)), BROKEN)

    def deleted(event: gr.EventData, wanted: str, request: gr.Request) -> tuple[str, str, str, str]:
        sure = getattr(event, "sure", "") == "yes"
        person, id = person_of(request), str(event.id)
        return _safely(lambda: _deleted(library, person, id, sure, wanted), (*BROKEN_LIST, BROKEN))

    def kept(event: gr.EventData, wanted: str, request: gr.Request) -> tuple[str, str, str, str]:
        person, id = person_of(request), str(event.id)
        return _safely(lambda: _as_it_was(library, person, id, wanted), (*BROKEN_LIST, BROKEN))

    lists = [listing, everything, status]
    for way in (tab.select, search.click, wanted.submit):
        way(listed, wanted, lists, **IN_TURN)
    listing.click(chosen, None, shown, **look.QUIET).then(None, js=FOCUS)
    for part in (everything, shown):
        part.delete(deleted, wanted, [*lists, shown], **IN_TURN).then(None, js=FOCUS)
        part.undo(kept, wanted, [*lists, shown], **IN_TURN).then(None, js=FOCUS)
    ask_again(shown.retry, lambda event: str(event.question)[:LONGEST_QUESTION])


def _safely(made: Callable[[], T], otherwise: T) -> T:
    """What is shown; where it cannot be made, that something went wrong, and the log is told what."""
    try:
        return made()
    except Exception:
        log.exception("The history could not be shown or changed")
        return otherwise


def _listed(library: Library, person: Person, wanted: str) -> tuple[str, str, str]:
    """The list, the way to delete all, and how many were found."""
    found = conversations(library, person, wanted)
    everything = (
        f'<p><button type="button" data-event="delete" data-id="{ALL}">{words.DELETE_ALL}</button></p>'
        if found and not wanted.strip()
        else ""
    )
    said = words.found(len(found)) if wanted.strip() and found else ""
    return list_html(found, wanted), everything, status_html(said)


def _shown(library: Library, person: Person, id: str) -> str:
    if id == ALL:
        return f"<p>{words.OPEN_ONE}</p>"
    held = {source.sha256: source for source in library.sources()}
    return conversation_html(id, opened(library, person, id), held)


def _as_it_was(library: Library, person: Person, id: str, wanted: str) -> tuple[str, str, str, str]:
    return *_listed(library, person, wanted), _shown(library, person, id)


def _deleted(library: Library, person: Person, id: str, sure: bool, wanted: str) -> tuple[str, str, str, str]:
    """First asks; then deletes for good."""
    if not sure:
        return _asked_whether(library, person, id, wanted)
    if id == ALL:
        note(library, person, "deleted history", {"conversation": ALL})
        delete_all(library, person)
        said = words.DELETED_ALL
    else:
        note(library, person, "deleted history", {"conversation": id[:LONGEST_ID]})
        said = words.DELETED_ONE if delete(library, person, id) else words.GONE
    listing, everything, _ = _listed(library, person, wanted)
    return listing, everything, status_html(said), f"<p>{words.OPEN_ONE}</p>"


def _asked_whether(library: Library, person: Person, id: str, wanted: str) -> tuple[str, str, str, str]:
    listing, everything, status = _listed(library, person, wanted)
    shown = _shown(library, person, id)
    if id == ALL:
        question = words.sure_all(len(conversations(library, person)))
        return listing, sure_html(question, words.YES_ALL, ALL), status, shown
    return listing, everything, status, sure_html(words.SURE_ONE, words.YES_ONE, id) + shown
