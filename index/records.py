"""What people have said and done: it cannot be made again, so it is migrated and never emptied."""

import sqlite3

from documents.problem import KnownProblem
from index.database import Database, connected

AUDIT = "audit.jsonl"  # beside it in the home folder: who did what, in lines that are only ever added to
MIGRATIONS: tuple[tuple[str, ...], ...] = (  # what is here has been run on people's records: only add to it
    (
        "CREATE TABLE corrections (id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, field TEXT NOT NULL,"
        " value TEXT, who TEXT NOT NULL, at TEXT NOT NULL)",  # no value: the correction is withdrawn
        "CREATE INDEX corrections_of_document ON corrections (sha256, id)",
    ),
    (
        "CREATE TABLE marks (id INTEGER PRIMARY KEY, quotation TEXT NOT NULL, sha256 TEXT NOT NULL,"
        " mark TEXT, who TEXT NOT NULL, at TEXT NOT NULL)",  # no mark: it is taken back
        "CREATE INDEX marks_on_quotation ON marks (quotation, id)",
    ),
    (
        "CREATE TABLE removals (sha256 TEXT PRIMARY KEY, file TEXT NOT NULL, title TEXT NOT NULL,"
        " who TEXT NOT NULL, at TEXT NOT NULL) WITHOUT ROWID",
        "CREATE TABLE erasures (sha256 TEXT PRIMARY KEY) WITHOUT ROWID",  # begun, and not yet finished
    ),
    (
        "CREATE TABLE conversations (id TEXT PRIMARY KEY, person TEXT NOT NULL, kind TEXT NOT NULL,"
        " name TEXT NOT NULL, begun TEXT NOT NULL, latest TEXT NOT NULL)",
        "CREATE INDEX conversations_of_person ON conversations (person, latest)",
        "CREATE TABLE turns (id TEXT PRIMARY KEY, conversation TEXT NOT NULL, at TEXT NOT NULL,"
        " asked TEXT NOT NULL, answer TEXT NOT NULL, kept TEXT NOT NULL, library TEXT NOT NULL)",
        "CREATE INDEX turns_of_conversation ON turns (conversation)",
        "CREATE TABLE snapshots (turn TEXT NOT NULL, part INTEGER NOT NULL, role TEXT NOT NULL,"
        " place INTEGER NOT NULL, sha256 TEXT NOT NULL, snapshot TEXT, erased INTEGER NOT NULL DEFAULT 0,"
        " PRIMARY KEY (turn, part, role, place)) WITHOUT ROWID",
        "CREATE INDEX snapshots_of_document ON snapshots (sha256)",
    ),
)


class Records(Database):
    """Corrections, marks, removals and conversations."""

    def create(self) -> None:
        """Make the records where there are none; older ones are brought up to date, losing nothing."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with connected(self.path) as db:
            db.execute("PRAGMA journal_mode = WAL")
            if self._version(db) == len(MIGRATIONS):
                return
            db.execute("BEGIN IMMEDIATE")
            for version in range(self._version(db), len(MIGRATIONS)):  # another process may have come first
                for statement in MIGRATIONS[version]:
                    db.execute(statement)
            db.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
            db.execute("COMMIT")

    def _version(self, db: sqlite3.Connection) -> int:
        version = int(db.execute("PRAGMA user_version").fetchone()[0])
        if version > len(MIGRATIONS):
            raise KnownProblem(
                f"{self.path} was written by a newer version of this program. Use that version,"
                " or name another folder in INSPECTION_HOME."
            )
        return version
