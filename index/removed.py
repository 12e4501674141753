"""What has been removed and may be taken back for a month: each original, and a row that says who and when.

The row is written first: where it stands, the original moves here once its document has left the catalogue.
So a removal that is killed half-way is finished by the next command that writes, as every removal is.
"""

import sqlite3
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from documents.report import Source
from index.originals import Originals
from index.records import Records

KEPT = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Gone:
    """A document that was removed: `who` did it and when, in UTC."""

    sha256: str
    file: str
    title: str
    who: str
    at: datetime

    @property
    def until(self) -> datetime:
        """When it goes for good."""
        return self.at + KEPT


class Removed:
    """Originals lie under `<home>/removed`, in folders like those of the library."""

    def __init__(self, home: Path, records: Records) -> None:
        self.originals = Originals(home, "removed")
        self._records = records

    def expect(self, source: Source, who: str) -> None:
        """`source` is about to leave the library, and may be taken back."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        with self._records.writing() as db:
            db.execute(
                "INSERT OR REPLACE INTO removals VALUES (?, ?, ?, ?, ?)",
                (source.sha256, source.file, source.title, who, now),
            )

    def take(self, sha256: str, originals: Originals) -> None:
        """The original of a document that has left: kept where somebody may take it back, else dropped."""
        path = originals.path(sha256)
        if path is not None and sha256 in self._rows():
            self.originals.move_here(path, sha256)
        originals.drop(sha256)

    def forget(self, sha256: str) -> None:
        """Nobody can take it back any more."""
        with self._records.writing() as db:
            forget_removal(db, sha256)
        self.originals.drop(sha256)

    def all(self, held: Collection[str]) -> list[Gone]:
        """The latest first; `held` is what the library holds, which is not gone whatever a row says."""
        rows, now = self._rows(), datetime.now(UTC)
        gone = [each for sha256, each in rows.items() if sha256 not in held and each.until > now]
        return sorted(gone, key=lambda each: (each.at, each.file), reverse=True)

    def purge(self, held: Collection[str]) -> None:
        """Drop what is older than a month, what is in the library again, and what no row speaks of."""
        rows, lying = self._rows(), self.originals.all()
        kept = {each.sha256 for each in self.all(held)}
        for sha256 in {*rows, *lying} - kept:
            self.forget(sha256)

    def erasures(self) -> list[str]:
        """What people have begun to erase."""
        with self._records.reading() as db:
            return [row["sha256"] for row in db.execute("SELECT sha256 FROM erasures ORDER BY sha256")]

    def erased(self, sha256: str) -> None:
        with self._records.writing() as db:
            db.execute("DELETE FROM erasures WHERE sha256 = ?", (sha256,))

    def _rows(self) -> dict[str, Gone]:
        with self._records.reading() as db:
            rows = db.execute("SELECT * FROM removals").fetchall()
        return {row["sha256"]: _gone(row) for row in rows}


def forget_removal(db: sqlite3.Connection, sha256: str) -> None:
    db.execute("DELETE FROM removals WHERE sha256 = ?", (sha256,))


def _gone(row: sqlite3.Row) -> Gone:
    return Gone(row["sha256"], row["file"], row["title"], row["who"], datetime.fromisoformat(row["at"]))
