"""The first part of the page: a question box, the answer with its sources, the library."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from assistant import look, wording
from assistant import page_offers as offers
from assistant.answer import Chooser
from assistant.holdings import library_html
from assistant.people import person_of
from assistant.readings import AS_READ, Correction, correction_from
from assistant.reply import LONGEST_QUESTION, NEW_TALK, Shown, Talk, replies, status_html, suggestions_html
from assistant.suggest import suggested_questions
from index.library import Library


@dataclass(frozen=True, slots=True)
class Parts:
    """The page's parts that events read or change; each is a Gradio component."""

    question: Any
    talk: Any
    correction: Any
    authority: Any
    speaker: Any
    ask: Any
    afresh: Any
    examples: list[Any]
    status: Any
    answer: Any
    sources: Any
    onward: Any
    library: Any

    @property
    def asked(self) -> list[Any]:
        return [self.question, self.authority, self.speaker, self.talk, self.correction]

    @property
    def shown(self) -> list[Any]:
        return [self.answer, self.sources, self.status, self.talk, self.onward]

    @property
    def filters(self) -> list[Any]:
        return [self.authority, self.speaker]

    @property
    def of_the_library(self) -> list[Any]:
        return [self.authority, self.speaker, self.library, *self.examples]


AskAgain = Callable[[Any, Callable[[Any], str]], None]


def ask_part(gr: Any, library: Library, chooser: Chooser | None, blocks: Any) -> AskAgain:
    """Lay it out where the page now stands, and join it up.

    Returns what joins an event elsewhere, from which a question can be had, to asking that question.
    """
    return _joined_up(gr, library, chooser, blocks, _laid_out(gr, library))


def _laid_out(gr: Any, library: Library) -> Parts:
    look.html(gr, f"<p>{wording.INTRODUCTION}</p>", elem_id="introduction")
    with gr.Row(elem_id="asking"):
        with gr.Column(scale=3, min_width=300):
            question = gr.Textbox(
                label=wording.QUESTION, lines=1, max_lines=8, elem_id="question", autofocus=True
            )
            with gr.Row():
                authority = gr.Dropdown(
                    offers.authorities(library), value=wording.ALL_AUTHORITIES, label="Authority"
                )
                speaker = gr.Dropdown(offers.speakers(library), value=wording.ANYONE, label="Who speaks")
            with gr.Row(elem_id="buttons"):
                ask = gr.Button("Ask", variant="primary", elem_id="ask")
                afresh = gr.Button(wording.AFRESH, variant="secondary", elem_id="afresh")
            status = look.html(gr, status_html(""), elem_id="status")
        with gr.Column(scale=2, min_width=300, elem_id="examples"):
            look.html(gr, f"<h2>{wording.EXAMPLES}</h2>")
            questions = suggested_questions(library, offers.EXAMPLES)
            examples = [gr.Button(**offers.example(questions, place)) for place in range(offers.EXAMPLES)]
    with gr.Row(elem_id="reply"):
        with gr.Column(scale=3, min_width=300):
            answer = look.html(gr, "", js_on_load=look.WAYS)
            onward = look.html(gr, "", js_on_load=look.WAYS)
        with gr.Column(scale=2, min_width=300):
            sources = look.html(gr, "", elem_id="sources")
    held = look.html(gr, library_html(library))
    talk, correction = gr.State(NEW_TALK), gr.State(AS_READ)
    return Parts(
        question=question,
        talk=talk,
        correction=correction,
        authority=authority,
        speaker=speaker,
        ask=ask,
        afresh=afresh,
        examples=examples,
        status=status,
        answer=answer,
        sources=sources,
        onward=onward,
        library=held,
    )


def _joined_up(gr: Any, library: Library, chooser: Chooser | None, blocks: Any, parts: Parts) -> AskAgain:
    """Asking, by each of its ways. After each answer the page follows the library, which may change."""
    once = {**look.QUIET, "trigger_mode": "once"}  # a question sent twice is answered once
    ways_on = look.in_turn("ways-on")

    def asked(
        question: str,
        authority: str,
        speaker: str,
        talk: Talk,
        correction: Correction,
        request: gr.Request,
    ) -> Iterator[Shown]:
        scope, person = offers.scope(authority, speaker), person_of(request)
        yield from replies(library, question, scope, chooser, talk, correction, person)

    def refreshed(authority: str, speaker: str) -> list[Any]:
        return offers.refreshed(gr, library, authority, speaker)

    def again(event: gr.EventData) -> tuple[str, Correction]:
        """A button in the answer: the question about one authority, or read in another way."""
        return str(event.question)[:LONGEST_QUESTION], correction_from(event)

    def suggested(talk: Talk, authority: str, speaker: str) -> str:
        return suggestions_html(library, talk, offers.scope(authority, speaker))

    typing = [parts.ask.click, parts.question.submit]
    typed = gr.on(typing, asked, parts.asked, parts.shown, **once)
    chosen = [example.click(_anywhere, example, parts.asked, **look.QUIET) for example in parts.examples]
    for ways in (parts.answer, parts.onward):
        chosen.append(ways.click(again, None, [parts.question, parts.correction], **look.QUIET))

    def followed(answered: Any) -> None:
        done = answered.then(lambda: AS_READ, None, parts.correction, **look.QUIET)
        shown = done.then(refreshed, parts.filters, parts.of_the_library, js=look.SHOW_ANSWER, **look.QUIET)
        shown.then(suggested, [parts.talk, *parts.filters], parts.onward, **ways_on)

    def ask_again(elsewhere: Any, question: Callable[[Any], str]) -> None:
        def begun(event: gr.EventData) -> tuple[str, str, str, Talk, Correction]:
            return _anywhere(question(event))

        way = elsewhere(begun, None, parts.asked, js=look.SHOW_ASKING, **look.QUIET)
        followed(way.then(asked, parts.asked, parts.shown, **once))

    for each in [typed, *(way.then(asked, parts.asked, parts.shown, **once) for way in chosen)]:
        followed(each)
    cleared = parts.afresh.click(_afresh, None, [parts.question, *parts.shown], **look.QUIET)
    # Ways on from the answer that is gone may still be on their way: worked out once more, behind them.
    cleared.then(suggested, [parts.talk, *parts.filters], parts.onward, **ways_on)
    blocks.load(refreshed, parts.filters, parts.of_the_library, **look.QUIET)
    return ask_again


def _anywhere(example: str) -> tuple[str, str, str, Talk, Correction]:
    """An example names its authority, and is asked of the whole library."""
    return example, wording.ALL_AUTHORITIES, wording.ANYONE, NEW_TALK, AS_READ


def _afresh() -> tuple[Any, ...]:
    return "", *Shown("", "", status_html(""), NEW_TALK)
