"""What people have corrected in the descriptions of documents, kept by each document's sha256."""

import json
import sqlite3
from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from typing import Any

import numpy as np

from documents.problem import KnownProblem
from documents.report import Report, Source
from documents.worker import read_safely
from index import catalogue, entries
from index.context import contexts, embedded
from index.fields import FIELDS, check_dates, value_of, written
from index.library import Library


def corrected(library: Library, report: Report) -> Report:
    """`report`, as it was read, with what people have corrected in its description."""
    with library.records.reading() as db:
        values = _kept(db, report.source.sha256)
    return replace(report, source=_with(report.source, values))


def describe(
    library: Library, sha256: str, changed: Mapping[str, Any], withdrawn: Collection[str], who: str
) -> Source:
    """Correct fields of a document in the library, and withdraw the corrections of others: at once, or not.

    `changed` holds new values by the field's name in `Source`, as `index.fields.value_of` makes them.
    """
    as_read = _as_read(library, sha256) if withdrawn else None
    source = _changed(library, sha256, changed, withdrawn, as_read)
    check_dates(source, changed)
    _anew(library, source)  # the slow part, outside the lock: what it makes, the cache keeps
    with library.changing():
        source = _changed(library, sha256, changed, withdrawn, as_read)
        anew = _anew(library, source)
        with library.store().replacing(sha256, anew.ids, anew.vectors), library.recording() as db:
            entries.redescribe(db, source, dict(zip(anew.ids, anew.contexts, strict=True)))
            with library.records.writing() as records:
                _keep(records, sha256, {**changed, **dict.fromkeys(withdrawn, WITHDRAWN)}, who)
    return source


WITHDRAWN = object()


@dataclass(frozen=True, slots=True)
class _Anew:
    """A document's passages as its new description has them."""

    ids: list[str]
    contexts: list[str]
    vectors: np.ndarray


def unapplied(library: Library, source: Source) -> list[str]:
    """The fields of a document in the library that do not say what people have corrected them to."""
    with library.records.reading() as db:
        values = _kept(db, source.sha256)
    right = _with(source, values)
    return [
        field.name for field in fields(Source) if getattr(right, field.name) != getattr(source, field.name)
    ]


def by_whom(library: Library, sha256: str) -> dict[str, tuple[str, str]]:
    """For each field that people have corrected: who did it last, and when (in UTC)."""
    with library.records.reading() as db:
        rows = db.execute("SELECT field, who, at FROM corrections WHERE sha256 = ? ORDER BY id", (sha256,))
        return {row["field"]: (row["who"], row["at"]) for row in rows}


def forget(db: sqlite3.Connection, sha256: str) -> None:
    """For a document that is erased: not even what people called it is kept."""
    db.execute("DELETE FROM corrections WHERE sha256 = ?", (sha256,))


def _kept(db: sqlite3.Connection, sha256: str) -> dict[str, Any]:
    """The corrections in force: the latest of each field, by its name in `Source`, unless withdrawn."""
    rows = db.execute("SELECT field, value FROM corrections WHERE sha256 = ? ORDER BY id", (sha256,))
    latest = {row["field"]: row["value"] for row in rows}
    return {name: value_of(name, json.loads(value)) for name, value in latest.items() if value is not None}


def _keep(db: sqlite3.Connection, sha256: str, values: Mapping[str, Any], who: str) -> None:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    rows = [
        (
            sha256,
            name,
            None if value is WITHDRAWN else json.dumps(written(value), ensure_ascii=False),
            who,
            now,
        )
        for name, value in values.items()
    ]
    db.executemany("INSERT INTO corrections (sha256, field, value, who, at) VALUES (?, ?, ?, ?, ?)", rows)


def _with(source: Source, values: Mapping[str, Any]) -> Source:
    return replace(source, **values, corrected=tuple(name for name in FIELDS if name in values))


def _changed(
    library: Library,
    sha256: str,
    changed: Mapping[str, Any],
    withdrawn: Collection[str],
    as_read: Source | None,
) -> Source:
    """The document's description as it will be."""
    source = next((source for source in library.sources() if source.sha256 == sha256), None)
    if source is None:
        raise KnownProblem("The document has left the library. See: python -m index list")
    with library.records.reading() as db:
        values = {**_kept(db, sha256), **changed}
    for name in withdrawn:
        values.pop(name, None)
        source = replace(source, **{name: getattr(as_read, name)})
    return _with(source, values)


def _as_read(library: Library, sha256: str) -> Source:
    """What the document itself says, without any correction."""
    path = library.originals.path(sha256)
    if path is None or not library.originals.is_whole(sha256):
        raise KnownProblem("Its original is missing or changed, so that it cannot be read. Add it again.")
    return read_safely(path).source


def _anew(library: Library, source: Source) -> _Anew:
    with library.catalogue.reading() as db:
        passages = tuple(catalogue.passages(db, source.sha256))
    about = contexts(Report(source, (), passages))
    texts = [embedded(context, passage.text) for context, passage in zip(about, passages, strict=True)]
    return _Anew([each.id for each in passages], about, library.cache.vectors(texts, library.embedder()))
