"""What the part that checks claims shows, from a text or a file to the verdicts on its claims."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from assistant import check_wording, wording
from assistant.audit import in_words, note
from assistant.check import checked, checked_whole
from assistant.check_download import report_links
from assistant.check_shown import verdicts_html
from assistant.claims import claims
from assistant.export_links import below_check
from assistant.keep import kept_check
from assistant.paper import read_paper
from assistant.people import Person
from assistant.progress import bar_html
from assistant.reply import status_html
from assistant.steps import Step
from assistant.verdicts import Verdict
from documents.authorities import lookup
from documents.problem import KnownProblem
from index.library import Library
from index.search import EVERYTHING, Scope

log = logging.getLogger(__name__)
PAPERS = (".docx", ".pdf", ".md", ".txt")
LONGEST_TEXT = 100_000  # characters, some forty pages


@dataclass(frozen=True, slots=True)
class Paper:
    """A text, what it is called, and the verdicts on its claims so far, of how many."""

    name: str = ""
    text: str = ""
    found: tuple[Verdict, ...] = ()
    of: int = 0


NO_PAPER = Paper()


class Checked(NamedTuple):
    """The verdicts, how far things are and the status line, each as HTML; the paper as it stands."""

    verdicts: str
    progress: str
    status: str
    paper: Paper = NO_PAPER


def file_checks(library: Library, path: Path, authority: str, person: Person) -> Iterator[Checked]:
    """As `checks`, for an uploaded file, which is not kept."""
    try:
        if path.suffix.lower() not in PAPERS:
            raise KnownProblem(check_wording.NO_PAPER.format(name=path.name))
        text = read_paper(path)
    except KnownProblem as problem:
        yield Checked("", "", status_html(str(problem)))
        return
    except Exception:
        log.exception("A file could not be read")
        yield Checked("", "", status_html(check_wording.CHECK_BROKE))
        return
    finally:
        path.unlink(missing_ok=True)
    yield from checks(library, path.name, text, authority, person)


def checks(library: Library, name: str, text: str, authority: str, person: Person) -> Iterator[Checked]:
    """The states of the part, from a text to the verdicts on its claims; `name` is that of the text."""
    try:
        _refuse(library, text)
        note(library, person, "checked", {"through": "page", "text": name, **in_words(library, text)})
        yield from _verdicts(library, name, text, _scope(authority), person)
    except KnownProblem as problem:
        yield Checked("", "", status_html(str(problem)))
    except Exception:
        log.exception("A check of claims failed")
        yield Checked("", "", status_html(check_wording.CHECK_BROKE))


def as_far_as(paper: Paper) -> Checked:
    """What a check that was stopped has found by then."""
    told = status_html(check_wording.STOPPED.format(done=len(paper.found), of=paper.of))
    return Checked(_shown(paper) if paper.found else "", "", told)


def _refuse(library: Library, text: str) -> None:
    if not text.strip():
        raise KnownProblem(check_wording.CLAIM_FIRST)
    if len(text) > LONGEST_TEXT:
        raise KnownProblem(check_wording.TEXT_TOO_LONG.format(most=LONGEST_TEXT))
    if not library.sources():
        raise KnownProblem(wording.EMPTY)


def _verdicts(library: Library, name: str, text: str, scope: Scope, person: Person) -> Iterator[Checked]:
    """Told once that it begins and once that it is done; between, a bar shows how far it is."""
    single = claims(text)
    told = status_html(check_wording.CHECKING)
    found: list[Verdict] = []
    for claim in single:
        step = Step(len(found), len(single))
        bar = bar_html(check_wording.CHECKED_SO_FAR.format(done=step.done, of=step.of), step)
        yield Checked("", bar, told, Paper(name, text, tuple(found), len(single)))
        found.append(checked(library, claim, scope))
    if not single:
        text = text.strip()
        yield Checked("", "", told)
        found = [checked_whole(library, text, scope)]
    done = Paper(name, text, tuple(found), len(found))
    below = below_check(kept_check(library, person, name, text, found))
    yield Checked(_shown(done) + below, "", status_html(check_wording.checked(len(found))))


def _shown(paper: Paper) -> str:
    links = report_links(paper.name, paper.text, paper.found)
    return verdicts_html(paper.name, paper.found, links)


def _scope(authority: str) -> Scope:
    code = lookup(authority) if authority and authority != wording.ALL_AUTHORITIES else None
    return Scope(authorities=(code,)) if code else EVERYTHING
