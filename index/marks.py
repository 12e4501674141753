"""What people say of a quotation once they have looked at it, with name and time: checked, or disputed."""

import hashlib
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from documents.report import Span
from index import catalogue
from index.library import Library


class Mark(StrEnum):
    CHECKED = "checked"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Marked:
    """Somebody's mark in force."""

    mark: Mark
    who: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a document at their place, as they are marked: in any answer that quotes them."""

    sha256: str
    page: int
    words: str

    @property
    def identity(self) -> str:
        """By words and page, not by place on the page: a newer reader may count characters differently."""
        plain = "".join(self.words.split())
        return hashlib.sha256(f"{self.sha256} {self.page} {plain}".encode()).hexdigest()


def quoted(library: Library, sha256: str, spans: Sequence[Span]) -> Quoted | None:
    """The words at `spans` of a document; None where it is not in the library or has no such place."""
    with library.catalogue.reading() as db:
        texts = {page.number: page.text for page in catalogue.pages(db, sha256)}
    if not spans or not all(0 <= span.start < span.end <= len(texts.get(span.page, "")) for span in spans):
        return None
    words = " ".join(texts[span.page][span.start : span.end] for span in spans)
    return Quoted(sha256, spans[0].page, words)


def set_mark(library: Library, quotation: Quoted, mark: Mark | None, who: str) -> None:
    """Put `who`'s mark on a quotation in place of any before; without one, theirs is taken back."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    with library.records.writing() as db:
        db.execute(
            "INSERT INTO marks (quotation, sha256, mark, who, at) VALUES (?, ?, ?, ?, ?)",
            (quotation.identity, quotation.sha256, mark, who, now),
        )


def marks_on(library: Library, quotation: Quoted) -> list[Marked]:
    """The marks in force, in the order they were made: the last of each person, unless taken back."""
    with library.records.reading() as db:
        rows = db.execute(
            "SELECT mark, who, at FROM marks WHERE quotation = ? ORDER BY id", (quotation.identity,)
        ).fetchall()
    latest = {row["who"]: row for row in rows}
    return [
        Marked(Mark(row["mark"]), row["who"], datetime.fromisoformat(row["at"]))
        for row in sorted(latest.values(), key=lambda row: str(row["at"]))
        if row["mark"] is not None
    ]


def forget_marks(db: sqlite3.Connection, sha256: str) -> None:
    """Drop what people said of a document's quotations. `db` is a connection to the records, which writes."""
    db.execute("DELETE FROM marks WHERE sha256 = ?", (sha256,))
