"""Uploaded files: taken from Gradio's folder, which it clears, into one of ours until they are added."""

import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from tempfile import mkdtemp

from assistant.audit import note
from assistant.errands import Errand
from assistant.people import Person
from index import build
from index.build import Landed, Outcome
from index.fetch import fetch
from index.library import Library
from index.published import Published
from index.unpacked import unpacked

FOLDER = "arriving"
LEFT_BEHIND = 24 * 3600.0  # seconds: a page that was killed will not come back for such a folder
DEEDS = {Outcome.ADDED: "added", Outcome.REPLACED: "replaced"}
Landing = Callable[[Errand], Iterator[Landed]]


@dataclass(frozen=True, slots=True)
class Brought:
    """Uploaded files in a folder of the library's own."""

    folder: Path
    files: tuple[Path, ...]


def brought(library: Library, files: Iterable[str]) -> Brought:
    home = library.home / FOLDER
    home.mkdir(exist_ok=True)
    folder = Path(mkdtemp(dir=home))
    moved = []
    for place, file in enumerate(files):
        (folder / str(place)).mkdir()
        moved.append(Path(shutil.move(file, folder / str(place) / Path(file).name)))
    return Brought(folder, tuple(moved))


def clear_left_behind(library: Library) -> None:
    """What a page that was killed has left of its uploads."""
    for folder in (library.home / FOLDER).glob("*"):
        if time.time() - folder.stat().st_mtime > LEFT_BEHIND:
            shutil.rmtree(folder, ignore_errors=True)


def adding(library: Library, person: Person, upload: Brought) -> Landing:
    """The files into the library, the documents of archives among them."""

    def landing(errand: Errand) -> Iterator[Landed]:
        try:
            with unpacked(upload.files) as arrivals:
                errand.count = len(arrivals.refused) + len(arrivals.paths)
                found = chain(arrivals.refused, build.build(library, arrivals.paths))
                yield from noted(library, person, found)
        finally:
            shutil.rmtree(upload.folder, ignore_errors=True)

    return landing


def replacing(library: Library, person: Person, upload: Brought, old: str) -> Landing:
    """One file in place of the document with the sha256 `old`."""

    def landing(errand: Errand) -> Iterator[Landed]:
        try:
            landed = build.landed(library, upload.files[0], old, person.name)
            yield from noted(library, person, [landed], instead_of=old)
        finally:
            shutil.rmtree(upload.folder, ignore_errors=True)

    return landing


def fetching(library: Library, person: Person, reports: list[Published], changed_too: bool) -> Landing:
    """Published reports, downloaded."""

    def landing(errand: Errand) -> Iterator[Landed]:
        links = ", ".join(report.link for report in reports)
        note(library, person, "asked for downloads", {"links": links})
        yield from noted(library, person, fetch(library, reports, changed_too))

    return landing


def noted(library: Library, person: Person, found: Iterable[Landed], **about: str) -> Iterator[Landed]:
    """Each as it lands, with a line in the record for what has changed the library."""
    for landed in found:
        if landed.report is not None:
            source = landed.report.source
            deed = {"file": source.file, "sha256": source.sha256, **about}
            note(library, person, DEEDS[landed.outcome], deed)
        yield landed
