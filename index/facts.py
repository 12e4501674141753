"""What the library records of itself: its model, its state, how often it has changed."""

import sqlite3


def fact(db: sqlite3.Connection, name: str) -> str | None:
    row = db.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
    return row["value"] if row else None


def set_fact(db: sqlite3.Connection, name: str, value: str) -> None:
    db.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))


def generation(db: sqlite3.Connection) -> int:
    """Goes up by one with every change, and so tells open processes to look again."""
    return int(fact(db, "generation") or 0)


def next_generation(db: sqlite3.Connection) -> int:
    following = generation(db) + 1
    set_fact(db, "generation", str(following))
    return following


def set_model(db: sqlite3.Connection, name: str, precision: str) -> None:
    set_fact(db, "model", name)
    set_fact(db, "precision", precision)
