"""What the page shows while files come into the library: uploads, replacements, downloads."""

import logging
from collections.abc import Iterator
from typing import NamedTuple

from assistant import library_wording as said
from assistant import published_wording
from assistant.errands import Errands
from assistant.library_shown import errands_html
from assistant.people import Person, Role
from assistant.reply import status_html
from assistant.uploads import Landing, adding, brought, fetching, replacing
from documents.problem import KnownProblem
from index.library import Library
from index.published import published

log = logging.getLogger(__name__)
LOOK_AGAIN = 0.4  # seconds between looks at what has landed


class Followed(NamedTuple):
    """What is being added, and how far things are, each as HTML."""

    landing: str
    status: str


def told(words: str) -> Followed:
    return Followed("", status_html(words))


def additions(library: Library, errands: Errands, person: Person, files: list[str]) -> Iterator[Followed]:
    """Uploaded files into the library."""
    if not person.may(Role.EDITOR):
        yield told(said.NOT_ALLOWED)
        return
    try:
        upload = brought(library, files)
    except OSError:
        log.exception("Uploaded files could not be taken over")
        yield told(said.BROKE)
        return
    yield from _sent(errands, person, len(files), adding(library, person, upload))


def replacements(
    library: Library, errands: Errands, person: Person, file: str, old: str
) -> Iterator[Followed]:
    """An uploaded file in place of a document."""
    if not person.may(Role.EDITOR):
        yield told(said.NOT_ALLOWED)
        return
    try:
        upload = brought(library, [file])
    except OSError:
        log.exception("An uploaded file could not be taken over")
        yield told(said.BROKE)
        return
    yield from _sent(errands, person, 1, replacing(library, person, upload, old))


def downloads(
    library: Library, errands: Errands, person: Person, links: list[str], changed_too: bool
) -> Iterator[Followed]:
    """Published reports into the library, by their links, which must be in the list."""
    if not person.may(Role.EDITOR):
        yield told(said.NOT_ALLOWED)
        return
    try:
        reports = [report for report in published(library.home) if report.link in links]
    except KnownProblem as problem:
        yield told(str(problem))
        return
    if not reports:
        yield told(published_wording.PICK_FIRST)
        return
    yield from _sent(errands, person, len(reports), fetching(library, person, reports, changed_too))


def _sent(errands: Errands, person: Person, count: int, landing: Landing) -> Iterator[Followed]:
    errands.start(person, count, landing)
    yield from followed(errands, person)


def followed(errands: Errands, person: Person) -> Iterator[Followed]:
    """All that this person is adding, from whichever page; nothing where that is nothing.

    Told once that it begins and once that it is done; between, a bar and lines show how far it is.
    """
    seen, before = errands.untold(person), None
    while going := [errand for errand in seen if not errand.finished.is_set()]:
        now = Followed(errands_html(seen), status_html(said.adding(sum(each.count for each in seen))))
        if now != before:
            yield now
        before = now
        going[0].finished.wait(LOOK_AGAIN)
        seen = list(dict.fromkeys([*seen, *errands.untold(person)]))
    if seen:
        landed = [each for errand in seen for each in errand.landed]
        problems = [errand.problem for errand in seen if errand.problem]
        yield Followed(errands_html(seen), status_html(said.summary(landed, problems)))
    for errand in seen:
        errand.was_told = True  # else the page was closed before it asked for more
