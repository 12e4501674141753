"""The part of the page that shows one document, where it may be replaced, removed and erased."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from assistant import library_wording as said
from assistant import look
from assistant.deeds import erase_document, held, remove
from assistant.document_shown import beside_html, document_html
from assistant.errands import Errands
from assistant.keeping import Followed, replacements, told
from assistant.page_correction import correction_part
from assistant.people import Person, Role, person_of
from assistant.reply import status_html
from documents.problem import KnownProblem
from index.library import Library


@dataclass(frozen=True, slots=True)
class Around:
    """The parts of the library's list that make room for a document, and those that tell of it."""

    listing: Any
    keeping: Any
    documents: Any
    landing: Any
    status: Any


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of the document's own view; each is a Gradio component."""

    opened: Any  # the document's sha256, or nothing
    view: Any
    back: Any
    shown: Any
    deeds: Any
    replace: Any
    remove: Any
    erasing: Any
    word: Any
    problem: Any
    erase: Any


def document_part(gr: Any, library: Library, errands: Errands, around: Around, refresh: Any) -> None:
    """Lay it out where the page now stands, and join it up."""
    with gr.Column(visible=False, elem_id="document") as view:
        back = gr.Button(said.BACK, elem_id="back-to-list")
        opened = gr.State("")
        shown = look.html(gr, "", js_on_load=look.CHOICES)
        correction_part(gr, library, opened, shown, around.status, refresh)
        with gr.Row(visible=False, elem_id="deeds") as deeds:
            replace = gr.UploadButton(said.REPLACE, elem_id="replace")
            take_out = gr.Button(said.REMOVE, elem_id="remove")
        with gr.Accordion(said.ERASE, open=False, visible=False, elem_id="erasing") as erasing:
            look.html(gr, f"<p>{said.ERASE_HINT}</p>")
            word = gr.Textbox(label=said.ERASE_WORD, lines=1, max_lines=1, elem_id="erase-word")
            problem = look.html(gr, "", elem_id="erase-problem")
            erase = gr.Button(said.ERASE, variant="stop", elem_id="erase")
    parts = Parts(opened, view, back, shown, deeds, replace, take_out, erasing, word, problem, erase)
    _opening(gr, library, around, parts, refresh)
    _deeds(gr, library, errands, around, parts, refresh)


def _opening(gr: Any, library: Library, around: Around, parts: Parts, refresh: Any) -> None:
    def open_one(event: gr.EventData, request: gr.Request) -> list[Any]:
        return _opened(gr, library, person_of(request), str(event.opened))

    def close(request: gr.Request) -> list[Any]:
        return _closed(gr, person_of(request))

    views = [around.listing, around.keeping, parts.view]
    seen = [parts.opened, parts.shown, parts.deeds, parts.erasing, around.status, around.landing]
    chosen = around.documents.click(open_one, None, [*views, *seen], **look.QUIET)
    chosen.then(None, js=look.SHOW_DOCUMENT, **look.QUIET)
    left = parts.back.click(close, None, views, **look.QUIET)
    refresh(left).then(None, js=look.SHOW_LISTING, **look.QUIET)


def _deeds(gr: Any, library: Library, errands: Errands, around: Around, parts: Parts, refresh: Any) -> None:
    def removed(sha256: str, request: gr.Request) -> str:
        return status_html(remove(library, person_of(request), sha256).words)

    def erased(sha256: str, word: str, request: gr.Request) -> Iterator[tuple[str, str, str]]:
        yield status_html(said.ERASING), word, beside_html(said.ERASING)
        deed = erase_document(library, person_of(request), sha256, word)
        yield status_html(deed.words), "", beside_html("" if deed.done else deed.words)

    def replaced(file: str, sha256: str, request: gr.Request) -> Iterator[Followed]:
        yield from replacements(library, errands, person_of(request), file, sha256)

    def close_if_gone(sha256: str, request: gr.Request) -> list[Any]:
        gone = sha256 not in {source.sha256 for source in library.sources()}
        return _closed(gr, person_of(request)) if gone else [gr.skip()] * 3

    done = [
        parts.remove.click(removed, parts.opened, around.status, **look.QUIET),
        parts.erase.click(
            erased, [parts.opened, parts.word], [around.status, parts.word, parts.problem], **look.QUIET
        ),
        parts.replace.upload(
            replaced, [parts.replace, parts.opened], [around.landing, around.status], **look.FOLLOWING
        ),
    ]
    for each in done:
        refresh(
            each.then(close_if_gone, parts.opened, [around.listing, around.keeping, parts.view], **look.QUIET)
        )


def _opened(gr: Any, library: Library, person: Person, sha256: str) -> list[Any]:
    """The document in place of the list; where it has left the library meanwhile, word of that."""
    try:
        source = held(library, sha256)
    except KnownProblem as problem:
        return [*_closed(gr, person), "", "", gr.Row(), gr.Accordion(), status_html(str(problem)), ""]
    return [
        gr.Column(visible=False),
        gr.Column(visible=False),
        gr.Column(visible=True),
        sha256,
        document_html(library, source, person.may(Role.EDITOR)),
        gr.Row(visible=person.may(Role.EDITOR)),
        gr.Accordion(visible=person.may(Role.ADMIN), open=False),
        *reversed(told("")),
    ]


def _closed(gr: Any, person: Person) -> list[Any]:
    """The list in place of the document."""
    return [
        gr.Column(visible=True),
        gr.Column(visible=person.may(Role.EDITOR)),
        gr.Column(visible=False),
    ]
