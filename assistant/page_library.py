"""The part of the page that keeps the library: adding, the list, what was removed, the state of the index."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from assistant import library_wording as said
from assistant import look, wording
from assistant.deeds import check_library, undo_removal
from assistant.errands import Errands
from assistant.keeping import Followed, additions, followed
from assistant.library_shown import listing_html, removed_html, state_html
from assistant.page_document import Around, document_part
from assistant.page_published import published_part
from assistant.people import Person, Role, person_of
from assistant.reply import status_html
from assistant.suggest import authorities_held
from assistant.uploads import clear_left_behind
from index.library import Library

IN_TURN = look.in_turn("library-list")


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts that events read or change; each is a Gradio component."""

    keeping: Any
    upload: Any
    status: Any
    landing: Any
    listing: Any
    about: Any
    find: Any
    documents: Any
    removed: Any
    state: Any
    check: Any

    @property
    def filters(self) -> list[Any]:
        return [self.about, self.find]

    @property
    def of_the_library(self) -> list[Any]:
        return [self.about, self.documents, self.removed, self.state]


def library_part(gr: Any, library: Library, blocks: Any, tab: Any) -> None:
    """Lay it out in `tab`, where the page now stands, and join it up."""
    clear_left_behind(library)
    errands = Errands()
    parts = _top(gr, library)

    def refreshed(authority: str, words: str | None, request: gr.Request) -> list[Any]:
        return _refreshed(gr, library, person_of(request), authority, words)

    def refresh(event: Any) -> Any:
        """After `event` the part follows the library, which may have changed."""
        return event.then(refreshed, parts.filters, parts.of_the_library, **IN_TURN)

    _joined_up(gr, library, blocks, errands, parts, refresh)
    around = Around(parts.listing, parts.keeping, parts.documents, parts.landing, parts.status)
    document_part(gr, library, errands, around, refresh)
    for event in (blocks.load, tab.select):
        event(refreshed, parts.filters, parts.of_the_library, **IN_TURN)


def _top(gr: Any, library: Library) -> Parts:
    look.html(gr, f"<p>{said.INTRODUCTION}</p>", elem_id="library-introduction")
    with gr.Column(visible=False, elem_id="adding") as keeping:
        upload = gr.UploadButton(said.ADD, file_count="multiple", variant="primary", elem_id="add-documents")
        look.html(gr, f'<p class="file">{said.ADD_HINT}</p>')
    with gr.Column(elem_id="library-progress"):
        status = look.html(gr, status_html(""), elem_id="library-status")
        landing = look.html(gr, "", elem_id="landing")
    with gr.Column(elem_id="listing") as listing:
        with gr.Row(elem_id="finding"):
            about = gr.Dropdown(_authorities(library), value=wording.ALL_AUTHORITIES, label=said.ABOUT)
            find = gr.Textbox(label=said.FIND, lines=1, max_lines=1, elem_id="find")
        documents = look.html(gr, "", js_on_load=look.CHOICES, elem_id="documents")
        removed = look.html(gr, "", js_on_load=look.CHOICES, elem_id="removed")
        state = look.html(gr, "", elem_id="state")
        check = gr.Button(said.CHECK, visible=False, elem_id="check-library")
    return Parts(keeping, upload, status, landing, listing, about, find, documents, removed, state, check)


def _joined_up(gr: Any, library: Library, blocks: Any, errands: Errands, parts: Parts, refresh: Any) -> None:
    def allowed(request: gr.Request) -> list[Any]:
        may = person_of(request).may(Role.EDITOR)
        return [gr.Column(visible=may), gr.Button(visible=may)]

    def added(files: list[str], request: gr.Request) -> Iterator[Followed]:
        yield from additions(library, errands, person_of(request), files)

    def resumed(request: gr.Request) -> Iterator[Followed]:
        yield from followed(errands, person_of(request))

    def undone(event: gr.EventData, request: gr.Request) -> str:
        return status_html(undo_removal(library, person_of(request), str(event.undone)).words)

    def checked(request: gr.Request) -> Iterator[tuple[str, str]]:
        yield state_html(library, told=said.CHECKING), status_html(said.CHECKING)
        deed, problems = check_library(library, person_of(request))
        yield state_html(library, problems if deed.done else None), status_html(deed.words)

    def listed(authority: str, words: str | None) -> str:
        return listing_html(library, authority, words or "")  # none from a tab that has not been opened

    progress = [parts.landing, parts.status]
    refresh(parts.upload.upload(added, parts.upload, progress, **look.FOLLOWING))
    refresh(parts.removed.click(undone, None, parts.status, **look.QUIET))
    refresh(blocks.load(resumed, None, progress, **look.FOLLOWING))
    parts.check.click(checked, None, [parts.state, parts.status], **look.QUIET)
    typing = [parts.about.input, parts.find.change]
    typed = {**IN_TURN, "trigger_mode": "always_last"}  # not once for each letter
    gr.on(typing, listed, parts.filters, parts.documents, **typed)
    with parts.keeping:
        published_part(gr, library, errands, progress, refresh)
    blocks.load(allowed, None, [parts.keeping, parts.check], **look.QUIET)


def _refreshed(gr: Any, library: Library, person: Person, authority: str, words: str | None) -> list[Any]:
    """The filter, the list and the rest as the library is now; an authority that is gone becomes 'all'."""
    held = _authorities(library)
    chosen = authority if authority in held else wording.ALL_AUTHORITIES
    removed = removed_html(library) if person.may(Role.EDITOR) else ""
    return [
        gr.Dropdown(held, value=chosen),
        listing_html(library, chosen, words or ""),
        removed,
        state_html(library),
    ]


def _authorities(library: Library) -> list[str]:
    return [wording.ALL_AUTHORITIES, *authorities_held(library)]
