"""Read every original again and make the index anew, in one step: until it is done, the old one serves."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from documents.problem import KnownProblem
from documents.read import READER_VERSION, fingerprint
from documents.report import Report
from documents.worker import read_safely
from index import catalogue, entries, facts
from index.context import contexts
from index.corrections import corrected
from index.library import Library


@dataclass(frozen=True, slots=True)
class Rebuilt:
    documents: int
    kept_as_they_were: tuple[str, ...]  # why a document could not be read again, for each of those


def rebuild(library: Library, tell: Callable[[str], None] = lambda line: None) -> Rebuilt:
    """`tell` is given each document's name as it is read. Killed at any moment, nothing has changed."""
    embedder = library.wanted_embedder()
    problems: list[str] = []
    with library.changing(), library.new_store() as (db, store):
        entries.drop_stray_words(db)
        added, originals = catalogue.added(db), _originals(library)
        for sha256, path in originals.items():
            tell(path.name if path else sha256)
            problems += _read_again(library, db, path, sha256, added.get(sha256))
            library.fill(db, store, sha256, embedder)
        facts.set_model(db, embedder.name, embedder.precision)
        facts.set_fact(db, "reader", str(READER_VERSION))
    return Rebuilt(len(originals) - len(problems), tuple(problems))


def up_to_date(library: Library, tell: Callable[[str], None]) -> Library:
    """The library, read again first where an older version of the reader made it."""
    if is_outdated(library):
        tell("Reading the library again with the newer reader…")
        rebuild(library)
    return library


def is_outdated(library: Library) -> bool:
    """Whether the library was read by another version of the reader than this one."""
    with library.catalogue.reading() as db:
        known = facts.fact(db, "reader")
    return known != str(READER_VERSION) if known else bool(_originals(library))


def _originals(library: Library) -> dict[str, Path | None]:
    """Every document's original, in the order they were added; None where it is gone."""
    lying = library.originals.all()
    return {**{source.sha256: lying.get(source.sha256) for source in library.sources()}, **lying}


def _read_again(
    library: Library, db: sqlite3.Connection, path: Path | None, sha256: str, added: str | None
) -> list[str]:
    """Replace a document's rows; where it can no longer be read they stay, and the reason is given."""
    try:
        report = corrected(library, _read(path, sha256))
    except KnownProblem as problem:
        return [str(problem)]
    entries.take_out(db, sha256)
    entries.put(db, report, contexts(report), added)
    return []


def _read(path: Path | None, sha256: str) -> Report:
    if path is None or fingerprint(path) != sha256:
        name = path.name if path else sha256[:12]
        raise KnownProblem(f"The original of {name} is missing or changed. Add the document again.")
    report = read_safely(path)
    return replace(report, source=replace(report.source, file=path.name))
