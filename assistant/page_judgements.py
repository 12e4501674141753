"""The part of the page on judgements and improvements: whom, of what time, and which of three views."""

import logging
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from assistant import look
from assistant import prepare_wording as words
from assistant.comparison_shown import comparison_html
from assistant.history_shown import history_html
from assistant.prepared import Prepared
from assistant.preparing_views import Choice, choice, compared, grades, tracked
from assistant.progress import bar_html
from assistant.reply import status_html
from assistant.steps import Found, Steps
from assistant.suggest import authorities_held
from assistant.tracker_shown import tracker_html
from documents.authorities import lookup, name_of
from documents.problem import KnownProblem
from index.library import Library

log = logging.getLogger(__name__)


class Prepare(NamedTuple):
    """What is shown, how far things are, and the status line, each as HTML."""

    view: str
    progress: str
    status: str


def judgements_part(gr: Any, prepared: Prepared, blocks: Any) -> None:
    """Lay it out where the page now stands, and join it up."""
    library = prepared.library

    def asked(authorities: list[str], since: str, until: str, view: str) -> Iterator[tuple[Any, ...]]:
        for shown in views(prepared, authorities, since, until, view):
            yield (*shown, gr.Button(visible=bool(shown.progress)))

    def stopped() -> tuple[Any, ...]:
        return "", status_html(words.STOPPED), gr.Button(visible=False)

    def refreshed(chosen: list[str]) -> Any:
        held = authorities_held(library)
        return gr.Dropdown(held, value=[name for name in chosen if name in held] or _first(library, held))

    look.html(gr, f"<p>{words.INTRODUCTION}</p>", elem_id="prepare-introduction")
    held = authorities_held(library)
    with gr.Column(elem_id="prepare-choice"):
        authorities = gr.Dropdown(
            held, value=_first(library, held), multiselect=True, label=words.AUTHORITIES, elem_id="whom"
        )
        with gr.Row(elem_id="prepare-dates"):
            since = gr.Textbox(label=words.SINCE, max_lines=1, elem_id="since")
            until = gr.Textbox(label=words.UNTIL, max_lines=1, elem_id="until")
        look.html(gr, f'<p class="hint">{words.DATES}</p>')
        view = gr.Radio(words.VIEWS, value=words.GRADES, label=words.VIEW, elem_id="prepare-view")
        with gr.Row(elem_id="prepare-buttons"):
            show = gr.Button(words.SHOW, variant="primary", elem_id="show")
            stop = gr.Button(words.STOP, visible=False, elem_id="prepare-stop")
    status = look.html(gr, status_html(""), elem_id="prepare-status")
    progress = look.html(gr, "")
    shown = [look.html(gr, "", elem_id="prepared"), progress, status, stop]
    chosen = [authorities, since, until, view]
    ways = [show.click, since.submit, until.submit]
    showing = gr.on(ways, asked, chosen, shown, **look.LONG)
    stop.click(stopped, None, [progress, status, stop], cancels=[showing], **look.QUIET)
    blocks.load(refreshed, authorities, authorities, **look.QUIET)


def views(prepared: Prepared, names: Sequence[str], since: str, until: str, view: str) -> Iterator[Prepare]:
    """The states of the part, from what was chosen to what is shown."""
    try:
        codes = [code for name in names if (code := lookup(name))]
        chosen = choice(prepared.library, codes, since, until)
        yield from _view(prepared, chosen, view)
    except KnownProblem as problem:
        yield Prepare("", "", status_html(str(problem)))
    except Exception:
        log.exception("Judgements and improvements could not be shown")
        yield Prepare("", "", status_html(words.BROKE))


def _view(prepared: Prepared, chosen: Choice, view: str) -> Iterator[Prepare]:
    about = ", ".join(map(name_of, chosen.authorities))
    told = status_html(words.WORKING.format(name=about))
    done = status_html(words.SHOWN.format(view=view, name=about))
    if view == words.GRADES:
        points = grades(prepared.library, chosen)
        yield Prepare(history_html(points, chosen.authorities, chosen.time), "", done)
        return
    trackers, comparisons = [], []
    for code in chosen.authorities:
        if view == words.TRACKER:
            trackers.append((yield from _told(tracked(prepared, code, chosen.time), code, view, told)))
        else:
            comparisons.append((yield from _told(compared(prepared, code, chosen.time), code, view, told)))
    html = tracker_html(trackers, chosen.time) if trackers else comparison_html(comparisons, chosen.time)
    yield Prepare(html, "", done)


def _told(steps: Steps[Found], code: str, view: str, status: str) -> Any:
    """What the steps come to, with a bar for each of them meanwhile."""
    while True:
        try:
            step = next(steps)
        except StopIteration as end:
            return end.value
        words_so_far = words.SO_FAR[view].format(name=name_of(code), done=step.done, of=step.of)
        yield Prepare("", bar_html(words_so_far, step), status)


def _first(library: Library, held: Sequence[str]) -> list[str]:
    """The home council, where it is held; else the only authority there is."""
    home = library.settings.authority
    if home and name_of(home) in held:
        return [name_of(home)]
    return list(held) if len(held) == 1 else []
