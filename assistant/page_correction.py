"""The part of the page that corrects a field of a document's description, or takes a correction back."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from assistant import library_wording as said
from assistant import look
from assistant.correcting import BOXES, Box, asked_for, authorities, choices
from assistant.deeds import Deed, correct, held, take_back
from assistant.document_shown import beside_html, document_html
from assistant.people import Person, Role, person_of
from assistant.reply import status_html
from documents.problem import KnownProblem
from index.fields import FIELDS
from index.library import Library


@dataclass(frozen=True, slots=True)
class Parts:
    """Its parts; each is a Gradio component. Of the three boxes one is seen, as the field needs it."""

    field: Any
    form: Any
    words: Any
    one: Any
    several: Any
    problem: Any
    save: Any
    take_back: Any
    cancel: Any

    @property
    def boxes(self) -> list[Any]:
        return [self.words, self.one, self.several]


def correction_part(gr: Any, library: Library, opened: Any, shown: Any, status: Any, refresh: Any) -> None:
    """Lay it out where the page now stands, beneath the description `shown` of the document `opened`."""
    with gr.Column(visible=False, elem_id="correction") as form:
        field = gr.State("")
        words = gr.Textbox(label="", lines=1, max_lines=3, visible=False)
        one = gr.Dropdown([], label="", visible=False)
        several = gr.Dropdown(authorities(), label="", multiselect=True, visible=False)
        problem = look.html(gr, "", elem_id="correction-problem")
        with gr.Row(elem_id="correction-buttons"):
            save = gr.Button(said.SAVE, variant="primary", elem_id="save")
            back = gr.Button(said.TAKE_BACK, visible=False, elem_id="take-back")
            cancel = gr.Button(said.CANCEL, elem_id="cancel")
    _joined_up(
        gr,
        library,
        opened,
        shown,
        status,
        refresh,
        Parts(field, form, words, one, several, problem, save, back, cancel),
    )


def _joined_up(
    gr: Any, library: Library, opened: Any, shown: Any, status: Any, refresh: Any, parts: Parts
) -> None:
    def ask(sha256: str, event: gr.EventData, request: gr.Request) -> list[Any]:
        return _asked(gr, library, person_of(request), sha256, str(event.field))

    def saved(
        sha256: str, name: str, words: str, one: str, several: list[str], request: gr.Request
    ) -> Iterator[list[Any]]:
        person = person_of(request)
        yield [gr.skip(), gr.skip(), beside_html(said.SAVING), status_html(said.SAVING)]
        box = BOXES.get(name, Box.WORDS)
        written = {Box.WORDS: [words or ""], Box.ONE: [one or ""], Box.SEVERAL: several or []}[box]
        yield _after(gr, library, person, sha256, correct(library, person, sha256, name, written))

    def taken_back(sha256: str, name: str, request: gr.Request) -> Iterator[list[Any]]:
        person = person_of(request)
        yield [gr.skip(), gr.skip(), beside_html(said.SAVING), status_html(said.SAVING)]
        yield _after(gr, library, person, sha256, take_back(library, person, sha256, name))

    told = [shown, parts.form, parts.problem, status]
    asked = shown.click(
        ask,
        opened,
        [parts.field, parts.form, *parts.boxes, parts.take_back, parts.problem, status],
        **look.QUIET,
    )
    asked.then(None, js=look.SHOW_CORRECTION, **look.QUIET)
    written = [opened, parts.field, *parts.boxes]
    for way in (parts.save.click, parts.words.submit):
        refresh(way(saved, written, told, **look.QUIET)).then(None, js=look.SHOW_FIELD, **look.QUIET)
    done = parts.take_back.click(taken_back, [opened, parts.field], told, **look.QUIET)
    refresh(done).then(None, js=look.SHOW_FIELD, **look.QUIET)
    parts.cancel.click(lambda: gr.Column(visible=False), None, parts.form, js=look.SHOW_FIELD, **look.QUIET)


def _asked(gr: Any, library: Library, person: Person, sha256: str, name: str) -> list[Any]:
    """The form for a field; where the document has left the library meanwhile, word of that."""
    hidden = [gr.Textbox(visible=False), gr.Dropdown(visible=False), gr.Dropdown(visible=False)]
    try:
        source = held(library, sha256)
    except KnownProblem as problem:
        return ["", gr.Column(visible=False), *hidden, gr.Button(), "", status_html(str(problem))]
    if name not in FIELDS or not person.may(Role.EDITOR):
        return ["", gr.Column(visible=False), *hidden, gr.Button(), "", status_html(said.NOT_ALLOWED)]
    asked = asked_for(source, name)
    label, first = said.CORRECT.format(field=asked.label.lower()), "".join(asked.now[:1])
    boxes = {
        Box.WORDS: gr.Textbox(value=first, label=label, info=asked.hint, visible=True),
        Box.ONE: gr.Dropdown(choices(name), value=first, label=label, visible=True),
        Box.SEVERAL: gr.Dropdown(value=list(asked.now), label=label, info=asked.hint, visible=True),
    }
    seen = [boxes[box] if box is asked.box else other for box, other in zip(Box, hidden, strict=True)]
    may_take_back = gr.Button(visible=asked.is_corrected)
    return [name, gr.Column(visible=True), *seen, may_take_back, "", status_html("")]


def _after(gr: Any, library: Library, person: Person, sha256: str, deed: Deed) -> list[Any]:
    """The description as it is now; the form stays where it was not saved."""
    try:
        html = document_html(library, held(library, sha256), person.may(Role.EDITOR))
    except KnownProblem:
        return ["", gr.Column(visible=False), "", status_html(said.GONE)]
    form = gr.Column(visible=False) if deed.done else gr.skip()
    return [html, form, beside_html("" if deed.done else deed.words), status_html(deed.words)]
