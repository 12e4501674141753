"""Putting documents into the catalogue, and taking them out."""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from documents.abbreviations import abbreviations
from documents.read import READER_VERSION
from documents.report import Report, Source
from index.database import OF_DOCUMENT
from index.facts import fact, set_fact
from index.rows import (
    judgement_to_row,
    page_to_row,
    passage_to_row,
    recommendation_to_row,
    source_to_json,
)


def put(db: sqlite3.Connection, report: Report, contexts: Sequence[str], added: str | None = None) -> None:
    """Put a report into the catalogue, each passage with the words that say where it belongs."""
    source = report.source
    added = added or datetime.now(UTC).isoformat(timespec="microseconds")  # the order of adding
    db.execute(
        "INSERT INTO documents VALUES (?, ?, ?, ?)",
        (source.sha256, source.file, source_to_json(source), added),
    )
    db.executemany(
        "INSERT INTO pages VALUES (?, ?, ?, ?, ?, ?)",
        [page_to_row(source.sha256, page) for page in report.pages],
    )
    for passage, context in zip(report.passages, contexts, strict=True):
        row = db.execute(
            "INSERT INTO passages (id, sha256, place, kind, heading, paragraph, spans, text, context)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            passage_to_row(passage, context),
        )
        db.execute(
            "INSERT INTO words (rowid, text, context) VALUES (?, ?, ?)",
            (row.lastrowid, passage.text, context),
        )
    put_rows(db, report)
    not_pending(db, source.sha256)
    if fact(db, "reader") is None:  # of the oldest reading in the library; a rebuild renews them all
        set_fact(db, "reader", str(READER_VERSION))


def put_rows(db: sqlite3.Connection, report: Report) -> None:
    """The report's judgements, recommendations and abbreviations, as rows that can be counted."""
    sha256 = report.source.sha256
    db.executemany(
        "INSERT INTO judgements VALUES (?, ?, ?, ?, ?, ?)",
        [judgement_to_row(sha256, place, judgement) for place, judgement in enumerate(report.judgements)],
    )
    db.executemany(
        "INSERT INTO abbreviations VALUES (?, ?, ?, ?)",
        [
            (sha256, passage.order, found.short, found.long)
            for passage in report.passages
            for found in abbreviations(passage.text)
        ],
    )
    db.executemany(
        "INSERT INTO recommendations VALUES (?, ?, ?, ?, ?)",
        [recommendation_to_row(sha256, recommendation) for recommendation in report.recommendations],
    )


def redescribe(db: sqlite3.Connection, source: Source, contexts: Mapping[str, str]) -> None:
    """Another description for a document; `contexts` by the ids of its passages."""
    sha256 = source.sha256
    db.execute("UPDATE documents SET source = ? WHERE sha256 = ?", (source_to_json(source), sha256))
    for row in db.execute("SELECT rowid, id FROM passages WHERE sha256 = ?", (sha256,)).fetchall():
        context = contexts[row["id"]]
        db.execute("UPDATE passages SET context = ? WHERE rowid = ?", (context, row["rowid"]))
        db.execute("UPDATE words SET context = ? WHERE rowid = ?", (context, row["rowid"]))


def take_out(db: sqlite3.Connection, sha256: str) -> None:
    """Take a document out; its vectors and original are pending until they are gone as well."""
    db.execute("DELETE FROM words WHERE rowid IN (SELECT rowid FROM passages WHERE sha256 = ?)", (sha256,))
    for table in OF_DOCUMENT:
        db.execute(f"DELETE FROM {table} WHERE sha256 = ?", (sha256,))
    set_pending(db, sha256)


def drop_traces(db: sqlite3.Connection) -> None:
    """Make the full-text index one piece: its old pieces still name what has been taken out."""
    db.execute("INSERT INTO words (words) VALUES ('optimize')")


def drop_stray_words(db: sqlite3.Connection) -> None:
    """Take out of the full-text index what belongs to no passage."""
    db.execute("DELETE FROM words WHERE rowid NOT IN (SELECT rowid FROM passages)")


def set_pending(db: sqlite3.Connection, sha256: str) -> None:
    db.execute("INSERT OR IGNORE INTO pending VALUES (?)", (sha256,))


def not_pending(db: sqlite3.Connection, sha256: str) -> None:
    db.execute("DELETE FROM pending WHERE sha256 = ?", (sha256,))


def pending(db: sqlite3.Connection) -> list[str]:
    """Documents whose vectors or original may lie about though they are not in the library."""
    return [row["sha256"] for row in db.execute("SELECT sha256 FROM pending ORDER BY sha256")]
