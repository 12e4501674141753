"""What the catalogue holds: documents, their pages and passages, judgements and recommendations."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator

from documents.report import Judgement, Kind, Page, Passage, ReadBy, Recommendation, Source
from index.context import embedded
from index.rows import (
    judgement_from_row,
    page_from_row,
    passage_from_row,
    recommendation_from_row,
    source_from_json,
)

AT_ONCE = 500  # values in one IN (…)


def sources(db: sqlite3.Connection) -> list[Source]:
    rows = db.execute("SELECT source FROM documents ORDER BY added, file, sha256")
    return [source_from_json(row["source"]) for row in rows]


def holds(db: sqlite3.Connection, sha256: str) -> bool:
    return db.execute("SELECT 1 FROM documents WHERE sha256 = ?", (sha256,)).fetchone() is not None


def added(db: sqlite3.Connection) -> dict[str, str]:
    """When each document was added, in UTC."""
    return {row["sha256"]: row["added"] for row in db.execute("SELECT sha256, added FROM documents")}


def counts(db: sqlite3.Connection) -> tuple[int, int]:
    """How many documents there are, and how many passages in them."""
    row = db.execute("SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM passages)").fetchone()
    return row[0], row[1]


def page_counts(db: sqlite3.Connection) -> dict[str, tuple[int, int]]:
    """For each document, how many pages it has and how many of them could not be read.

    A page without words that was not sent to OCR is blank.
    """
    rows = db.execute(
        "SELECT sha256, count(*) AS pages, sum(read_by = ? AND trim(text) = '') AS unread"
        " FROM pages GROUP BY sha256",
        (ReadBy.OCR,),
    )
    return {row["sha256"]: (row["pages"], row["unread"]) for row in rows}


def pages(db: sqlite3.Connection, sha256: str) -> list[Page]:
    rows = db.execute("SELECT * FROM pages WHERE sha256 = ? ORDER BY number", (sha256,))
    return [page_from_row(row) for row in rows]


def passages(db: sqlite3.Connection, sha256: str) -> list[Passage]:
    rows = db.execute("SELECT * FROM passages WHERE sha256 = ? ORDER BY place", (sha256,))
    return [passage_from_row(row) for row in rows]


def judgements(db: sqlite3.Connection, sha256: str) -> list[Judgement]:
    rows = db.execute("SELECT * FROM judgements WHERE sha256 = ? ORDER BY place", (sha256,))
    return [judgement_from_row(row) for row in rows]


def recommendations(db: sqlite3.Connection, sha256: str) -> list[Recommendation]:
    rows = db.execute("SELECT * FROM recommendations WHERE sha256 = ? ORDER BY place", (sha256,))
    return [recommendation_from_row(row) for row in rows]


def long_forms(db: sqlite3.Connection, short: str) -> list[str]:
    """What the documents say `short` stands for, once for each time they say it."""
    return [row["long"] for row in db.execute("SELECT long FROM abbreviations WHERE short = ?", (short,))]


def defining(db: sqlite3.Connection, short: str) -> list[Passage]:
    """The passages that write out `short`."""
    rows = db.execute(
        "SELECT passages.* FROM abbreviations JOIN passages ON passages.sha256 = abbreviations.sha256"
        " AND passages.place = abbreviations.passage WHERE short = ? ORDER BY passages.id",
        (short,),
    )
    return [passage_from_row(row) for row in rows]


def holds_words(db: sqlite3.Connection, phrase: str, documents: Collection[str]) -> bool:
    """Whether any of these documents holds `phrase`, word for word."""
    query = '"' + phrase.replace('"', "") + '"'
    rows = db.execute(
        "SELECT DISTINCT passages.sha256 FROM words JOIN passages ON passages.rowid = words.rowid"
        " WHERE words MATCH ? AND passages.kind != ?",
        ("text : " + query, Kind.BOILERPLATE),
    )
    return any(row["sha256"] in documents for row in rows)


def texts(db: sqlite3.Connection, sha256: str) -> list[str]:
    """The words of each passage of a document, but for boilerplate."""
    rows = db.execute("SELECT text FROM passages WHERE sha256 = ? AND kind != ?", (sha256, Kind.BOILERPLATE))
    return [row["text"] for row in rows]


def embedded_texts(db: sqlite3.Connection, sha256: str) -> dict[str, str]:
    """For each passage of a document, by its id, the words its vector is made from."""
    rows = db.execute("SELECT id, context, text FROM passages WHERE sha256 = ? ORDER BY place", (sha256,))
    return {row["id"]: embedded(row["context"], row["text"]) for row in rows}


def all_embedded_texts(db: sqlite3.Connection) -> Iterator[str]:
    """The words from which the vectors of all passages are made."""
    for row in db.execute("SELECT context, text FROM passages"):
        yield embedded(row["context"], row["text"])


def passages_by_id(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, Passage]:
    wanted = list(ids)
    found: dict[str, Passage] = {}
    for start in range(0, len(wanted), AT_ONCE):
        some = wanted[start : start + AT_ONCE]
        marks = ", ".join("?" * len(some))
        rows = db.execute(f"SELECT * FROM passages WHERE id IN ({marks})", some)
        found.update({row["id"]: passage_from_row(row) for row in rows})
    return found
