"""The part of the page that checks claims: a text or a file, and a verdict on each claim of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from assistant import check_wording, look, wording
from assistant.check_states import NO_PAPER, Checked, Paper, as_far_as, checks, file_checks
from assistant.people import person_of
from assistant.reply import status_html
from assistant.suggest import authorities_held
from index.library import Library


def check_part(gr: Any, library: Library, blocks: Any) -> None:
    """Lay it out where the page now stands, and join it up."""

    def of_text(text: str, authority: str, request: gr.Request) -> Iterator[tuple[Any, ...]]:
        yield from with_stop(checks(library, check_wording.YOUR_TEXT, text, authority, person_of(request)))

    def of_file(path: str, authority: str, request: gr.Request) -> Iterator[tuple[Any, ...]]:
        yield from with_stop(file_checks(library, Path(path), authority, person_of(request)))

    def with_stop(states: Iterator[Checked]) -> Iterator[tuple[Any, ...]]:
        """It can be stopped while there is a bar that shows how far it is."""
        for state in states:
            yield (*state, gr.Button(visible=bool(state.progress)))

    def stopped(paper: Paper) -> tuple[Any, ...]:
        return (*as_far_as(paper), gr.Button(visible=False))

    def refreshed(authority: str) -> Any:
        held = _authorities(library)
        return gr.Dropdown(held, value=authority if authority in held else held[0])

    look.html(gr, f"<p>{check_wording.CHECK_INTRODUCTION}</p>", elem_id="check-introduction")
    text = gr.Textbox(label=check_wording.CLAIMS, lines=4, max_lines=16, elem_id="claims")
    held = _authorities(library)
    about = gr.Dropdown(held, value=held[0], label=check_wording.CLAIMS_ABOUT, elem_id="check-about")
    with gr.Row(elem_id="check-buttons"):
        button = gr.Button(check_wording.CHECK_THIS, variant="primary", elem_id="check")
        upload = gr.UploadButton(check_wording.CHECK_FILE, elem_id="check-file")
        stop = gr.Button(check_wording.STOP, visible=False, elem_id="check-stop")
    status = look.html(gr, status_html(""), elem_id="check-status")
    progress = look.html(gr, "")
    paper = gr.State(NO_PAPER)
    shown = [look.html(gr, "", elem_id="verdicts"), progress, status, paper, stop]
    running = [
        button.click(of_text, [text, about], shown, **look.LONG),
        upload.upload(of_file, [upload, about], shown, **look.LONG),
    ]
    stop.click(stopped, paper, shown, cancels=running, **look.QUIET)
    blocks.load(refreshed, about, about, **look.QUIET)


def _authorities(library: Library) -> list[str]:
    return [wording.ALL_AUTHORITIES, *authorities_held(library)]
