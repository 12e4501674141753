"""The SQLite database of the library: its tables, and how it is opened."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SCHEMA = """
CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS documents (
    sha256 TEXT PRIMARY KEY, file TEXT NOT NULL, source TEXT NOT NULL, added TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS pages (
    sha256 TEXT NOT NULL, number INTEGER NOT NULL, printed TEXT, text TEXT NOT NULL, read_by TEXT NOT NULL,
    runs TEXT NOT NULL, PRIMARY KEY (sha256, number)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS passages (
    rowid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL, place INTEGER NOT NULL,
    kind TEXT NOT NULL, heading TEXT NOT NULL, paragraph TEXT, spans TEXT NOT NULL, text TEXT NOT NULL,
    context TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS passages_of_document ON passages (sha256, place);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (text, context, tokenize = 'porter unicode61');
CREATE TABLE IF NOT EXISTS judgements (
    sha256 TEXT NOT NULL, place INTEGER NOT NULL, area TEXT NOT NULL, grade TEXT NOT NULL,
    page INTEGER NOT NULL, spans TEXT NOT NULL, PRIMARY KEY (sha256, place)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS recommendations (
    sha256 TEXT NOT NULL, place INTEGER NOT NULL, addressed_to TEXT, passage INTEGER NOT NULL,
    text TEXT NOT NULL, PRIMARY KEY (sha256, place)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS abbreviations (
    sha256 TEXT NOT NULL, passage INTEGER NOT NULL, short TEXT NOT NULL COLLATE NOCASE, long TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS abbreviations_by_short ON abbreviations (short);
CREATE INDEX IF NOT EXISTS abbreviations_of_document ON abbreviations (sha256);
CREATE TABLE IF NOT EXISTS pending (sha256 TEXT PRIMARY KEY) WITHOUT ROWID;
"""
FORM = 3  # raise it with every change to SCHEMA
OF_DOCUMENT = ("abbreviations", "judgements", "recommendations", "passages", "pages", "documents")
TABLES = ("facts", *OF_DOCUMENT, "words", "pending")
BUSY_SECONDS = 60.0


@contextmanager
def connected(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection for one piece of work, closed after it."""
    db = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        db.row_factory = sqlite3.Row
        yield db
    finally:
        db.close()


class Database:
    """Opens one connection for each piece of work, so that any thread and process may use it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection that sees one unchanging state."""
        with connected(self.path) as db:
            db.execute("BEGIN")
            yield db

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """All that is done with this connection happens, or none of it does."""
        with connected(self.path) as db:
            db.execute("BEGIN IMMEDIATE")
            yield db
            db.execute("COMMIT")


class Catalogue(Database):
    """What documents say; it can be read from them again."""

    def create(self) -> None:
        """Make the catalogue where there is none; one of another form is emptied, to be read again."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with connected(self.path) as db:
            db.execute("PRAGMA journal_mode = WAL")
            form = db.execute("PRAGMA user_version").fetchone()[0]
            if form not in (0, FORM):
                db.executescript("".join(f"DROP TABLE IF EXISTS {table};" for table in TABLES))
            if form != FORM:
                db.executescript(SCHEMA + f"PRAGMA user_version = {FORM};")
