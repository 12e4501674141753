"""Keeping what a person asked and checked, as a turn of a conversation of theirs."""

import logging
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import uuid4

from assistant.check_lines import SHOWN
from assistant.conversations import Kind
from assistant.evidence import Answer
from assistant.library_state import LibraryState, state_of
from assistant.london import now
from assistant.people import Person
from assistant.snapshots import Snapshot, answer_rows, verdict_rows, whole_to_json
from assistant.verdicts import Verdict
from index.library import Library

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Place:
    """Where something has been kept."""

    conversation: str
    turn: str


def kept_answer(library: Library, person: Person, found: Answer, conversation: str) -> Place | None:
    """As `keep_answer`; none where that failed: an answer is shown even where it cannot be kept."""
    try:
        return keep_answer(library, person, found, conversation)
    except sqlite3.Error:
        log.exception("An answer could not be kept")
        return None


def kept_check(
    library: Library, person: Person, name: str, text: str, found: Sequence[Verdict]
) -> Place | None:
    """As `keep_check`; none where that failed."""
    try:
        return keep_check(library, person, name, text, found)
    except sqlite3.Error:
        log.exception("A check could not be kept")
        return None


def keep_answer(library: Library, person: Person, found: Answer, conversation: str = "") -> Place:
    """Keep an answer as the next turn of `conversation`, or of a new one where it is not this person's."""
    kept, rows = answer_rows(found, library.sources())
    turn = _Turn(found.reading.own_words, found.text, kept, state_of(library), rows)
    with library.records.writing() as db:
        return _keep(db, person, Kind.ASKED, "", turn, conversation)


def keep_check(library: Library, person: Person, name: str, text: str, found: Sequence[Verdict]) -> Place:
    """Keep a check of `text`, which goes by `name`, as a conversation of its own."""
    kept, rows = verdict_rows(found)
    said = "\n".join(f"{SHOWN[each.finding]}: {each.text}" for each in found)
    turn = _Turn(text, said, kept, state_of(library), rows)
    with library.records.writing() as db:
        return _keep(db, person, Kind.CHECKED, name, turn, "")


@dataclass(frozen=True, slots=True)
class _Turn:
    asked: str
    answer: str
    kept: str
    library: LibraryState
    rows: list[Snapshot]


def _keep(
    db: sqlite3.Connection, person: Person, kind: Kind, name: str, turn: _Turn, conversation: str
) -> Place:
    at = now()
    going_on = db.execute(
        "UPDATE conversations SET latest = ? WHERE id = ? AND person = ? AND kind = ?",
        (at, conversation, person.name, kind),
    )
    place = Place(conversation if going_on.rowcount else uuid4().hex, uuid4().hex)
    if not going_on.rowcount:
        begun = (place.conversation, person.name, kind, name, at, at)
        db.execute("INSERT INTO conversations VALUES (?, ?, ?, ?, ?, ?)", begun)
    told = (turn.asked, turn.answer, turn.kept, whole_to_json(LibraryState, turn.library))
    db.execute("INSERT INTO turns VALUES (?, ?, ?, ?, ?, ?, ?)", (place.turn, place.conversation, at, *told))
    db.executemany(
        "INSERT INTO snapshots (turn, part, role, place, sha256, snapshot) VALUES (?, ?, ?, ?, ?, ?)",
        [(place.turn, row.part, row.role, row.place, row.sha256, row.words) for row in turn.rows],
    )
    return place
