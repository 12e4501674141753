"""Is the library whole? Every passage is looked up in both stores, and every offset read again."""

import sqlite3
from collections.abc import Iterator

import numpy as np

from documents.report import Source, joined
from index import catalogue
from index.corrections import unapplied
from index.library import Library

NEAR_ENOUGH = 2e-3  # in bfloat16 the same words differ by up to 0.0015 with those embedded beside them


def check(library: Library) -> list[str]:
    """What is wrong, one line each; nothing where all is well. First clears up after a killed writer."""
    with library.changing(), library.catalogue.reading() as db:
        problems = [problem for source in catalogue.sources(db) for problem in _problems(library, db, source)]
        return problems + list(_strays(library, db))


def _problems(library: Library, db: sqlite3.Connection, source: Source) -> Iterator[str]:
    name = f"{source.file} ({source.sha256[:12]})"
    if not library.originals.is_whole(source.sha256):
        yield f"{name}: its original is missing or changed. Add the document again."
    pages = {page.number: page.text for page in catalogue.pages(db, source.sha256)}
    passages = catalogue.passages(db, source.sha256)
    if not passages:
        yield f"{name}: has no passages. {REMEDY}"
    if names := unapplied(library, source):
        yield f"{name}: its corrections are not all in force ({', '.join(names)}). {REMEDY}"
    for passage in passages:
        if joined(passage.spans, pages) != passage.text:
            yield f"{name}: passage {passage.id} does not stand where it says. {REMEDY}"
    yield from (f"{name}: {problem} {REMEDY}" for problem in _missing_words(db, source.sha256))
    yield from (f"{name}: {problem} {REMEDY}" for problem in _missing_vectors(library, db, source.sha256))


REMEDY = "Run: python -m index rebuild"


def _missing_words(db: sqlite3.Connection, sha256: str) -> Iterator[str]:
    rows = db.execute(
        "SELECT passages.id FROM passages LEFT JOIN words ON words.rowid = passages.rowid"
        " WHERE passages.sha256 = ? AND words.text IS NOT passages.text",
        (sha256,),
    )
    yield from (f"passage {row['id']} is not in the full-text index." for row in rows)


def _missing_vectors(library: Library, db: sqlite3.Connection, sha256: str) -> Iterator[str]:
    texts = catalogue.embedded_texts(db, sha256)
    kept = library.cache.vectors(list(texts.values()), library.embedder()) if texts else np.empty((0, 0))
    stored = library.store().vectors(list(texts))
    for passage, vector in zip(texts, kept, strict=True):
        if passage not in stored:
            yield f"passage {passage} has no vector."
        elif np.abs(stored[passage] - vector).max() > NEAR_ENOUGH:
            yield f"passage {passage} has the vector of other words."


def _strays(library: Library, db: sqlite3.Connection) -> Iterator[str]:
    held = {row["id"] for row in db.execute("SELECT id FROM passages")}
    strays = sum(passage not in held for passage in library.store().ids())
    if strays:
        yield f"{strays} vectors belong to no passage. {REMEDY}"
    words = db.execute(
        "SELECT count(*) FROM words WHERE rowid NOT IN (SELECT rowid FROM passages)"
    ).fetchone()[0]
    if words:
        yield f"{words} entries of the full-text index belong to no passage. {REMEDY}"
