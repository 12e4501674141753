"""The option --pack of the commands: an evidence pack into a file."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.audit import note
from assistant.library_state import state_of
from assistant.london import now
from assistant.pack_sections import Asked
from assistant.people import LOCAL
from documents.problem import KnownProblem
from index.library import Library

if TYPE_CHECKING:
    from assistant.evidence import Answer
    from assistant.improvements import Tracker
    from assistant.pack import Pack
    from assistant.verdicts import Verdict

HELP = "an evidence pack, with the pages cited: .docx or .pdf"
FORMS = ("docx", "pdf")


def check_form(name: str | None) -> None:
    """KnownProblem, before any work is done, where `name` cannot be a pack."""
    if name and _form(name) not in FORMS:
        raise KnownProblem(
            f"An evidence pack is .docx or .pdf, not {Path(name).name}. Name it like pack.pdf."
        )


def write_answer(library: Library, name: str, found: "Answer") -> None:
    from assistant.packing import pack_of_answers

    _write(library, name, pack_of_answers(library, [(found, _asked(library))], LOCAL.name))


def write_check(library: Library, name: str, text_name: str, found: Sequence["Verdict"]) -> None:
    from assistant.packing import pack_of_check

    _write(library, name, pack_of_check(library, text_name, found, _asked(library), LOCAL.name))


def write_tracker(library: Library, name: str, found: "Tracker") -> None:
    from assistant.packing import pack_of_tracker

    _write(library, name, pack_of_tracker(library, found, found.items, _asked(library), LOCAL.name))


def _asked(library: Library) -> Asked:
    return Asked(LOCAL.name, now(), state_of(library))


def _form(name: str) -> str:
    return Path(name).suffix.lower().removeprefix(".")


def _write(library: Library, name: str, pack: "Pack") -> None:
    from assistant.exports import written

    path = Path(name)
    try:
        path.write_bytes(written(pack, _form(name)))
    except OSError as error:
        raise KnownProblem(f"{path} cannot be written: {error.strerror}. Name another file.") from error
    note(library, LOCAL, "exported", {"file": path.name})
