"""The part of the page that adds published reports, downloaded where that is allowed."""

from collections.abc import Iterator
from typing import Any

from assistant import look, published_wording
from assistant.errands import Errands
from assistant.keeping import Followed, downloads
from assistant.people import person_of
from assistant.published_shown import choices, reports_html
from assistant.rendering import words_html
from documents.authorities import lookup, name_of
from documents.problem import KnownProblem
from index.library import Library
from index.published import Published, of_authority, published


def published_part(gr: Any, library: Library, errands: Errands, progress: list[Any], refresh: Any) -> None:
    """Lay it out where the page now stands; `progress` shows how far downloads are."""
    may_fetch = library.settings.fetch
    names, problem = _listed(library)
    with gr.Accordion(published_wording.PUBLISHED, open=False, elem_id="published"):
        hint = "" if may_fetch else f"<p>{published_wording.OFF}</p>"
        look.html(gr, f"<p>{published_wording.INTRODUCTION}</p>{hint}{words_html(problem)}")
        about = gr.Dropdown(
            names,
            value=published_wording.CHOOSE,
            label=published_wording.AUTHORITY,
            elem_id="published-about",
        )
        reports = look.html(gr, "", elem_id="published-reports")
        picked = gr.CheckboxGroup([], label=published_wording.PICK, visible=False, elem_id="picked")
        changed_too = gr.Checkbox(False, label=published_wording.CHANGED_TOO, visible=False)
        button = gr.Button(published_wording.DOWNLOAD, visible=False, elem_id="download-reports")

    def chosen(name: str) -> list[Any]:
        found = _of(library, name)
        missing = choices(library, found)
        can = may_fetch and bool(missing)
        return [
            reports_html(library, found),
            gr.CheckboxGroup(missing, value=[], visible=can),
            gr.Checkbox(value=False, visible=can),
            gr.Button(visible=can),
        ]

    def fetched(links: list[str], changed: bool, request: gr.Request) -> Iterator[Followed]:
        yield from downloads(library, errands, person_of(request), links, changed)

    shown = [reports, picked, changed_too, button]
    about.input(chosen, about, shown, **look.QUIET)
    done = button.click(fetched, [picked, changed_too], progress, **look.FOLLOWING)
    refresh(done).then(chosen, about, shown, **look.QUIET)


def _listed(library: Library) -> tuple[list[str], str]:
    """The names of the authorities, and what is wrong with the list where it cannot be read."""
    try:
        codes = {report.authority for report in published(library.home)}
    except KnownProblem as problem:
        return [published_wording.CHOOSE], str(problem)
    return [published_wording.CHOOSE, *sorted(name_of(code) for code in codes)], ""


def _of(library: Library, name: str) -> list[Published]:
    code = lookup(name)
    return of_authority(library.home, code) if code else []
