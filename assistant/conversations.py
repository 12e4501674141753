"""What people have asked and checked, kept for each of them alone: listed, searched, opened, deleted."""

import sqlite3
from dataclasses import dataclass
from enum import StrEnum

from assistant.evidence import Answer
from assistant.library_state import LibraryState
from assistant.people import Person
from assistant.snapshots import Role, Snapshot, answer_from, verdicts_from, whole_from_json
from assistant.verdicts import Verdict
from index.library import Library
from index.scrub import scrub


class Kind(StrEnum):
    """What a person did."""

    ASKED = "asked"
    CHECKED = "checked"


@dataclass(frozen=True, slots=True)
class Conversation:
    """`title` is what was asked first, or the text that was checked; `name` is that of such a text."""

    id: str
    kind: Kind
    name: str
    begun: str
    latest: str
    title: str
    turns: int


@dataclass(frozen=True, slots=True)
class Kept:
    """A turn as it was: of what was asked the answer, of what was checked the verdicts.

    `name` is that of the text that was checked. `erased` says how many quotations are missing because their
    document was erased; `emptied`, that the answer's text went with one, or named it.
    """

    id: str
    kind: Kind
    name: str
    at: str
    asked: str
    library: LibraryState
    answer: Answer | None
    verdicts: tuple[Verdict, ...]
    erased: int
    emptied: bool


def conversations(library: Library, person: Person, wanted: str = "") -> list[Conversation]:
    """A person's conversations, the latest first; where words are wanted, with them in one turn."""
    with library.records.reading() as db:
        rows = db.execute(
            "SELECT c.*, t.asked, t.answer FROM conversations c JOIN turns t"
            " ON t.conversation = c.id WHERE c.person = ? ORDER BY c.latest DESC, c.id, t.at, t.rowid",
            (person.name,),
        ).fetchall()
    of: dict[str, list[sqlite3.Row]] = {}
    for row in rows:
        of.setdefault(row["id"], []).append(row)
    return [_conversation(turns) for turns in of.values() if any(_says(turn, wanted) for turn in turns)]


def opened(library: Library, person: Person, conversation: str) -> list[Kept]:
    """The turns of a conversation in order; none where it is not this person's."""
    return _kept(library, "c.person = ? AND c.id = ?", person.name, conversation)


def opened_turn(library: Library, person: Person, turn: str) -> Kept | None:
    return next(iter(_kept(library, "c.person = ? AND t.id = ?", person.name, turn)), None)


def delete(library: Library, person: Person, conversation: str) -> bool:
    """For good; whether there was such a conversation of this person's."""
    return _delete(library, "person = ? AND id = ?", person.name, conversation) > 0


def delete_all(library: Library, person: Person) -> int:
    """How many there were."""
    return _delete(library, "person = ?", person.name)


def _conversation(turns: list[sqlite3.Row]) -> Conversation:
    first, kind = turns[0], Kind(turns[0]["kind"])
    shown = (first["name"], first["begun"], first["latest"], first["asked"])
    return Conversation(first["id"], kind, *shown, len(turns))


def _says(turn: sqlite3.Row, wanted: str) -> bool:
    said = f"{turn['asked']}\n{turn['answer']}".casefold()
    return all(word in said for word in wanted.casefold().split())


def _kept(library: Library, which: str, *values: str) -> list[Kept]:
    with library.records.reading() as db:
        turns = db.execute(
            "SELECT t.*, c.kind, c.name FROM turns t JOIN conversations c ON c.id = t.conversation"
            f" WHERE {which} ORDER BY t.at, t.rowid",
            values,
        ).fetchall()
        return [_turn(turn, _snapshots(db, turn["id"])) for turn in turns]


def _snapshots(db: sqlite3.Connection, turn: str) -> list[Snapshot]:
    rows = db.execute("SELECT * FROM snapshots WHERE turn = ? ORDER BY part, role, place", (turn,))
    return [
        Snapshot(
            row["part"], Role(row["role"]), row["place"], row["sha256"], row["snapshot"], bool(row["erased"])
        )
        for row in rows
    ]


def _turn(turn: sqlite3.Row, rows: list[Snapshot]) -> Kept:
    kind = Kind(turn["kind"])
    checked = kind is Kind.CHECKED
    return Kept(
        turn["id"],
        kind,
        turn["name"],
        turn["at"],
        turn["asked"],
        whole_from_json(LibraryState, turn["library"]),
        None if checked else answer_from(turn["kept"], turn["answer"], rows),
        verdicts_from(turn["kept"], rows) if checked else (),
        sum(row.erased and row.role in (Role.CITED, Role.NEAREST) for row in rows),
        any(row.erased for row in rows),
    )


def _delete(library: Library, which: str, *values: str) -> int:
    with library.records.writing() as db:
        chosen = f"SELECT id FROM conversations WHERE {which}"
        turns = f"SELECT id FROM turns WHERE conversation IN ({chosen})"
        db.execute(f"DELETE FROM snapshots WHERE turn IN ({turns})", values)
        db.execute(f"DELETE FROM turns WHERE conversation IN ({chosen})", values)
        deleted = db.execute(f"DELETE FROM conversations WHERE {which}", values).rowcount
    if deleted:
        scrub(library.records.path)
    return deleted
