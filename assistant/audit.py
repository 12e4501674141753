"""The record of who did what, and when: one JSON line each, only ever added to."""

import json
import os
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from assistant.people import Person
from documents.problem import KnownProblem
from index.library import Library
from index.records import AUDIT


def note(library: Library, person: Person, action: str, about: Mapping[str, str]) -> None:
    """Add a line. KnownProblem where it cannot be written: what leaves no trace is not done."""
    line = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "who": person.name,
        "action": action,
        **about,
    }
    path = library.home / AUDIT
    try:
        handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(handle, "a", encoding="ascii") as record:
            record.write(json.dumps(line) + "\n")  # ASCII, so that no word of anyone's begins a new line
            record.flush()
    except OSError as error:
        raise KnownProblem(
            f"What was done cannot be recorded in {path}: {error.strerror}. Make room, or let it be written."
        ) from error


def in_words(library: Library, words: str) -> dict[str, str]:
    """The words of a question or claim, where the settings ask for them to be kept."""
    return {"words": words} if library.settings.audit_questions else {}


def noted(path: Path, since: datetime | None = None, who: str | None = None) -> Iterator[dict[str, str]]:
    """The lines from `since` on and by `who`. A line that is not as it was written is always among them."""
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return
    except OSError as error:
        raise KnownProblem(f"{path} cannot be read: {error.strerror}.") from error
    for number, line in enumerate(lines, 1):
        entry = _entry(line)
        if entry is None:
            yield {"at": "", "who": "?", "action": "damaged", "line": str(number)}
        elif (since is None or datetime.fromisoformat(entry["at"]) >= since) and (
            who is None or entry["who"].casefold() == who.casefold()
        ):
            yield entry


def _entry(line: str) -> dict[str, str] | None:
    try:
        entry = {str(name): str(value) for name, value in json.loads(line).items()}
        is_whole = datetime.fromisoformat(entry["at"]).tzinfo and entry["who"] and entry["action"]
    except (ValueError, KeyError, AttributeError):
        return None
    return entry if is_whole else None
