"""What the commands that take documents out, and bring them back, do and print."""

import argparse
from datetime import UTC, datetime

from documents.problem import KnownProblem
from index import build, undo
from index.adding import line_of
from index.build import Outcome
from index.erase import erase
from index.library import Library
from index.looking import library_as_set
from index.removed import KEPT, Gone
from index.who import user

WORD = "erase"  # what a person types to say that they mean it


def remove(arguments: argparse.Namespace) -> int:
    library = library_as_set()
    for file in arguments.files:
        source = build.source_called(library, file)
        build.remove(library, source.sha256, user())
        print(f"removed: {source.file}: {source.title}")
        print(
            f"    For {KEPT.days} days it can be taken back: python -m index undo-remove {source.sha256[:12]}"
        )
    return 0


def list_removed(arguments: argparse.Namespace) -> int:
    lines = [_line(gone) for gone in undo.gone(library_as_set())]
    print("\n".join(lines) or f"Nothing was removed in the last {KEPT.days} days.")
    return 0


def undo_remove(arguments: argparse.Namespace) -> int:
    library = library_as_set()
    refused = False
    for file in arguments.files:
        landed = undo.undo(library, undo.gone_called(library, file))
        print(line_of(landed))
        refused |= landed.outcome is Outcome.REFUSED
    return int(refused)


def erase_documents(arguments: argparse.Namespace) -> int:
    library = library_as_set()
    named = [_held_or_removed(library, file) for file in arguments.files]
    if not arguments.yes and not _is_meant([file for _, file in named]):
        raise KnownProblem("Nothing was erased.")
    for sha256, file in named:
        erase(library, sha256)
        print(f"erased: {file}. Copies in backups you have made are not touched.")
    return 0


def _line(gone: Gone) -> str:
    left = (gone.until - datetime.now(UTC)).days
    days = "1 more day" if left == 1 else f"{left} more days"
    when = gone.at.strftime("%Y-%m-%d %H:%M UTC")
    return f"{gone.file} ({gone.sha256[:12]})  {gone.title}\n    removed {when} by {gone.who}; kept {days}"


def _held_or_removed(library: Library, name: str) -> tuple[str, str]:
    """Its sha256 and file name."""
    try:
        source = build.source_called(library, name)
    except KnownProblem as problem:
        if not undo.gone(library):
            raise
        try:
            gone = undo.gone_called(library, name)
        except KnownProblem:
            raise problem from None
        return gone.sha256, gone.file
    return source.sha256, source.file


def _is_meant(files: list[str]) -> bool:
    print(f"This erases for good, with all that was kept of it: {', '.join(files)}.")
    try:
        return input(f"Type {WORD} to go on: ").strip() == WORD
    except EOFError:
        return False
