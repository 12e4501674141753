"""What people do to documents of the library: each deed says what to tell of it, and leaves a record."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from assistant import library_wording as said
from assistant.audit import note
from assistant.document_shown import value_words
from assistant.people import Person, Role
from documents.problem import KnownProblem
from documents.report import Source
from index import build, corrections, undo
from index.build import Outcome
from index.check import check
from index.erase import erase
from index.fields import UNKNOWN, UnfitValue, value_of
from index.library import Library
from index.removed import KEPT

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Deed:
    """What to tell of it, and whether it was done."""

    words: str
    done: bool = False


def correct(library: Library, person: Person, sha256: str, field: str, written: list[str]) -> Deed:
    """Say what a field really is; nothing written means that nobody knows it."""

    def do() -> str:
        source = held(library, sha256)
        value = value_of(field, [word for word in written if word.strip()] or [UNKNOWN])
        now = corrections.describe(library, sha256, {field: value}, (), person.name)
        about = {"file": source.file, "sha256": sha256, "field": field}
        note(library, person, "corrected", about)
        return said.SAVED.format(field=said.LABELS[field].lower(), value=value_words(now, field))

    return _done(person, Role.EDITOR, do)


def take_back(library: Library, person: Person, sha256: str, field: str) -> Deed:
    """A field says again what was read."""

    def do() -> str:
        source = held(library, sha256)
        now = corrections.describe(library, sha256, {}, (field,), person.name)
        about = {"file": source.file, "sha256": sha256, "field": field}
        note(library, person, "took a correction back", about)
        return said.TAKEN_BACK.format(field=said.LABELS[field].lower(), value=value_words(now, field))

    return _done(person, Role.EDITOR, do)


def remove(library: Library, person: Person, sha256: str) -> Deed:
    def do() -> str:
        source = held(library, sha256)
        build.remove(library, sha256, person.name)
        note(library, person, "removed", {"file": source.file, "sha256": sha256})
        return said.REMOVED.format(file=source.file, days=KEPT.days)

    return _done(person, Role.EDITOR, do)


def undo_removal(library: Library, person: Person, sha256: str) -> Deed:
    def do() -> str:
        gone = undo.gone_called(library, sha256)
        landed = undo.undo(library, gone)
        if landed.outcome is Outcome.REFUSED:
            raise KnownProblem(landed.reason)
        note(library, person, "took a removal back", {"file": gone.file, "sha256": sha256})
        return said.UNDONE.format(file=gone.file)

    return _done(person, Role.EDITOR, do)


def erase_document(library: Library, person: Person, sha256: str, word: str) -> Deed:
    """For good, where the person has typed the word."""

    def do() -> str:
        if word.strip().casefold() != said.WORD:
            raise KnownProblem(said.ERASE_FIRST)
        source = held(library, sha256)
        erase(library, sha256)
        note(library, person, "erased", {"file": source.file, "sha256": sha256})
        return said.ERASED.format(file=source.file)

    return _done(person, Role.ADMIN, do)


def check_library(library: Library, person: Person) -> tuple[Deed, list[str]]:
    """With the problems that were found."""
    problems: list[str] = []

    def do() -> str:
        problems.extend(check(library))
        note(library, person, "checked the library", {"problems": str(len(problems))})
        return said.checked(len(problems))

    return _done(person, Role.EDITOR, do), problems


def held(library: Library, sha256: str) -> Source:
    """The document's description. KnownProblem where it has left the library meanwhile."""
    source = next((source for source in library.sources() if source.sha256 == sha256), None)
    if source is None:
        raise KnownProblem(said.GONE)
    return source


def _done(person: Person, role: Role, do: Callable[[], str]) -> Deed:
    if not person.may(role):
        return Deed(said.NOT_ALLOWED)
    try:
        return Deed(do(), done=True)
    except UnfitValue as problem:
        return Deed(said.unfit(problem.why))
    except KnownProblem as problem:
        return Deed(str(problem))
    except Exception:
        log.exception("The library could not be changed")
        return Deed(said.BROKE)
