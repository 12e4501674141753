"""Leaving no trace of what was deleted from SQLite databases and from Chroma."""

from pathlib import Path

from documents.problem import KnownProblem
from index.catalogue import all_embedded_texts
from index.chroma_files import DATABASE, drop_files_of_no_collection
from index.database import Catalogue, connected
from index.records import Records
from index.vectors import VectorCache


def scrub_library(catalogue: Catalogue, records: Records, cache: VectorCache, chroma: Path) -> None:
    """The databases hold nothing but what the library holds: no leavings, no vectors of other words."""
    with catalogue.reading() as db:
        cache.keep_only(all_embedded_texts(db))
    if (chroma / DATABASE).exists():
        _scrub_chroma(chroma)
    for path in (catalogue.path, records.path, cache.path):
        scrub(path)


def scrub(path: Path) -> None:
    """SQLite leaves deleted rows in its file and in its log until it needs the room: write both anew."""
    with connected(path) as db:
        db.execute("VACUUM")
        busy = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    if busy:
        raise _in_use(path)


def _scrub_chroma(chroma: Path) -> None:
    try:
        drop_files_of_no_collection(chroma)
    except OSError as error:  # Windows keeps what another process has open
        raise _in_use(chroma) from error
    scrub(chroma / DATABASE)


def _in_use(path: Path) -> KnownProblem:
    return KnownProblem(
        f"{path.name} is in use, so that traces of what was erased stay in it for now."
        " Close the page, and run: python -m index check"
    )
