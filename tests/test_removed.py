"""Removing a document, taking that back for a month, and erasing it for good."""

import sqlite3
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from conftest import Command, MakePdf

from documents.problem import KnownProblem
from documents.report import Source
from index import build, catalogue, undo
from index.backup import backup, restore
from index.build import Outcome
from index.check import check
from index.corrections import describe
from index.erase import erase
from index.library import Library
from index.marks import Mark, Quoted, marks_on, set_mark
from index.removed import KEPT
from index.settings import Settings

LETTER = "Inspection of Sheffield children's services"
SWIMMING = "Sheffield teaches every child in its care to swim before the age of nine."
SAILING = "Sheffield teaches every child in its care to sail before the age of ten."
RARE = "quizzaciously"  # in no other document


def letter(library: Library) -> Source:
    return next(source for source in library.sources() if source.file == "trafford-focused-visit-2018.pdf")


def removed(library: Library) -> list[str]:
    return [gone.file for gone in undo.gone(library)]


def days_ago(library: Library, days: int) -> None:
    """As if all had been removed so long ago."""
    at = datetime.now(UTC) - timedelta(days=days)
    with library.records.writing() as db:
        db.execute("UPDATE removals SET at = ?", (at.isoformat(timespec="seconds"),))


def test_a_removal_is_taken_back_with_its_corrections(changeable: Library) -> None:
    describe(changeable, letter(changeable).sha256, {"title": "A title of our own"}, (), "Anna")
    before = letter(changeable)
    build.remove(changeable, before.sha256, "Anna")
    (gone,) = undo.gone(changeable)
    assert (gone.file, gone.title, gone.who) == (before.file, "A title of our own", "Anna")
    assert gone.until - gone.at == KEPT
    assert undo.undo(changeable, gone).outcome is Outcome.ADDED
    assert letter(changeable) == before
    assert undo.gone(changeable) == []
    assert check(changeable) == []


def test_a_document_keeps_its_name_though_no_file_could_have_it(changeable: Library, tmp_path: Path) -> None:
    path = tmp_path / "what? a <name>.txt"
    path.write_text(f"{LETTER}\n\n{SWIMMING}\n")
    build.add(changeable, path)
    build.remove(changeable, build.document_called(changeable, path.name))
    undo.undo(changeable, undo.gone_called(changeable, path.name))
    assert path.name in [source.file for source in changeable.sources()]


def test_what_is_removed_is_dropped_after_a_month_by_the_next_that_writes(changeable: Library) -> None:
    sha256 = letter(changeable).sha256
    build.remove(changeable, sha256)
    days_ago(changeable, KEPT.days - 1)
    assert check(changeable) == []
    assert len(undo.gone(changeable)) == 1
    days_ago(changeable, KEPT.days + 1)
    assert undo.gone(changeable) == []
    assert changeable.removed.originals.path(sha256) is not None
    assert check(changeable) == []
    assert changeable.removed.originals.all() == {}


def test_what_was_added_again_is_no_longer_among_the_removed(changeable: Library, tmp_path: Path) -> None:
    source = letter(changeable)
    path = changeable.originals.path(source.sha256)
    assert path is not None
    again = tmp_path / source.file
    again.write_bytes(path.read_bytes())
    build.remove(changeable, source.sha256)
    build.add(changeable, again)
    assert undo.gone(changeable) == []
    assert check(changeable) == []
    assert changeable.removed.originals.all() == {}


def test_a_replaced_document_may_be_taken_back(emptied: Library, make_pdf: MakePdf) -> None:
    build.add(emptied, make_pdf("draft.pdf", LETTER, SWIMMING))
    build.add(emptied, make_pdf("final.pdf", LETTER, SAILING), build.document_called(emptied, "draft.pdf"))
    undo.undo(emptied, undo.gone_called(emptied, "draft.pdf"))
    assert [source.file for source in emptied.sources()] == ["final.pdf", "draft.pdf"]


def test_samples_that_leave_by_themselves_are_not_kept(changeable: Library, make_pdf: MakePdf) -> None:
    build.add(changeable, make_pdf("real.pdf", LETTER, SWIMMING))
    assert undo.gone(changeable) == []
    assert changeable.removed.originals.all() == {}


def test_a_damaged_original_is_not_brought_back(changeable: Library) -> None:
    sha256 = letter(changeable).sha256
    build.remove(changeable, sha256)
    path = changeable.removed.originals.path(sha256)
    assert path is not None
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(KnownProblem, match="missing or changed"):
        undo.undo(changeable, undo.gone(changeable)[0])


def test_a_backup_holds_what_may_be_taken_back(changeable: Library, tmp_path: Path) -> None:
    build.remove(changeable, letter(changeable).sha256)
    backup(changeable, tmp_path / "all.tar.gz")
    restored = restore(tmp_path / "all.tar.gz", Settings(home=tmp_path / "restored"))
    undo.undo(restored, undo.gone(restored)[0])
    assert len(restored.sources()) == 5


KILLED = """
import os, sys
from index import build, entries, facts, library as library_module, undo
from index.erase import erase
from index.library import Library
from index.marks import Mark, Quoted, marks_on, set_mark
from index.originals import Originals
from index.settings import settings_from_environment
library = Library(settings_from_environment())
work, sha256, where = sys.argv[1:]
def killed(*_): os._exit(9)
owner = {"take_out": entries, "next_generation": facts, "move_here": Originals, "drop": Originals,
         "finish_removal": Library, "_refill": Library, "scrub_library": library_module, "put": entries,
         "not_pending": entries}[where]
setattr(owner, where, killed)
if work == "remove":
    build.remove(library, sha256, "Anna")
elif work == "undo":
    undo.undo(library, undo.gone(library)[0])
else:
    erase(library, sha256)
"""


def killed(library: Library, environment: dict[str, str], work: str, sha256: str, where: str) -> None:
    library.close()
    words = [sys.executable, "-c", KILLED, work, sha256, where]
    assert subprocess.run(words, env=environment, check=False).returncode == 9


@pytest.mark.parametrize("where", ["take_out", "next_generation", "finish_removal", "move_here", "drop"])
def test_killed_while_it_removes_a_document_is_in_the_library_or_may_be_taken_back(
    changeable: Library, environment: dict[str, str], where: str
) -> None:
    before = letter(changeable)
    killed(changeable, environment, "remove", before.sha256, where)
    assert check(Library(changeable.settings)) == []
    is_held = before.sha256 in {source.sha256 for source in changeable.sources()}
    assert is_held == (where in ("take_out", "next_generation"))
    assert removed(changeable) == ([] if is_held else [before.file])
    if not is_held:
        assert undo.undo(changeable, undo.gone(changeable)[0]).outcome is Outcome.ADDED
    assert check(changeable) == []
    assert letter(changeable) == before


@pytest.mark.parametrize("where", ["put", "not_pending", "next_generation"])
def test_killed_while_it_takes_a_removal_back_it_may_be_tried_again(
    changeable: Library, environment: dict[str, str], where: str
) -> None:
    before = letter(changeable)
    build.remove(changeable, before.sha256)
    killed(changeable, environment, "undo", before.sha256, where)
    assert check(Library(changeable.settings)) == []
    assert removed(changeable) == [before.file]
    undo.undo(changeable, undo.gone(changeable)[0])
    assert letter(changeable) == before
    assert check(changeable) == []


def distinct(library: Library, make_pdf: MakePdf) -> tuple[str, list[bytes]]:
    """A document with a word and vectors that no other has: its sha256, and those as bytes."""
    build.add(library, make_pdf("rare.pdf", LETTER, f"Sheffield speaks {RARE} of every child. {SWIMMING}"))
    sha256 = build.document_called(library, "rare.pdf")
    describe(library, sha256, {"lead_inspector": f"Anna {RARE.title()}"}, (), "Anna")
    with library.catalogue.reading() as db:
        texts = [text for text in catalogue.embedded_texts(db, sha256).values() if RARE in text]
    vectors = library.cache.vectors(texts, library.embedder())
    pieces = [piece for vector in vectors for piece in (vector[40:60], vector[300:320])]  # a database may cut
    return sha256, [RARE[2:8].encode(), *(piece.tobytes() for piece in pieces)]


def found(library: Library, traces: list[bytes]) -> set[str]:
    """The files of the library in which any of the traces stands."""
    library.close()
    return {
        path.relative_to(library.home).as_posix()
        for path in library.home.rglob("*")
        if path.is_file() and any(trace in path.read_bytes() for trace in traces)
    }


@pytest.mark.parametrize("first_removed", [False, True])
def test_nothing_of_what_is_erased_stays_in_any_file(
    emptied: Library, make_pdf: MakePdf, first_removed: bool
) -> None:
    build.add(emptied, make_pdf("other.pdf", LETTER, SAILING))
    sha256, traces = distinct(emptied, make_pdf)
    files = " ".join(found(emptied, traces))
    for name in ("library.sqlite", "vectors.sqlite", "records.sqlite", "chroma/"):
        assert name in files
    if first_removed:
        build.remove(emptied, sha256)
    erase(emptied, sha256)
    assert found(emptied, traces) == set()
    assert emptied.originals.path(sha256) is None
    assert emptied.removed.originals.path(sha256) is None
    assert "rare.pdf" not in removed(emptied)
    assert [source.file for source in emptied.sources()] == ["other.pdf"]
    assert check(emptied) == []


def test_an_erasure_of_which_a_part_fails_changes_nothing(changeable: Library) -> None:
    sha256 = letter(changeable).sha256
    quotation = Quoted(sha256, 1, "some words")
    set_mark(changeable, quotation, Mark.CHECKED, "somebody")
    with changeable.records.writing() as db:
        db.execute("ALTER TABLE snapshots RENAME TO elsewhere")
    with pytest.raises(sqlite3.OperationalError):
        erase(changeable, sha256)
    assert letter(changeable).sha256 == sha256
    assert len(marks_on(changeable, quotation)) == 1
    assert check(changeable) == []


def test_erasing_drops_what_people_said_of_its_quotations(changeable: Library) -> None:
    sha256 = letter(changeable).sha256
    quotation, other = Quoted(sha256, 1, "some words"), Quoted("0" * 64, 1, "some words")
    for each in (quotation, other):
        set_mark(changeable, each, Mark.CHECKED, "somebody")
    erase(changeable, sha256)
    assert marks_on(changeable, quotation) == []
    assert len(marks_on(changeable, other)) == 1


@pytest.mark.parametrize("where", ["take_out", "next_generation", "drop", "_refill", "scrub_library"])
def test_an_erasure_that_is_killed_is_finished_by_the_next_that_writes(
    emptied: Library, make_pdf: MakePdf, environment: dict[str, str], where: str
) -> None:
    build.add(emptied, make_pdf("other.pdf", LETTER, SAILING))
    sha256, traces = distinct(emptied, make_pdf)
    killed(emptied, environment, "erase", sha256, where)
    assert check(Library(emptied.settings)) == []
    assert [source.file for source in emptied.sources()] == ["other.pdf"]
    assert found(emptied, traces) == set()


def test_the_commands_say_how_to_undo_and_what_erasing_means(
    changeable: Library, command: Command, environment: dict[str, str]
) -> None:
    source = letter(changeable)
    changeable.close()
    done = command("-m", "index", "remove", source.file)
    assert f"python -m index undo-remove {source.sha256[:12]}" in done.stdout
    listed = command("-m", "index", "removed")
    assert source.file in listed.stdout and "kept 29 more days" in listed.stdout
    assert command("-m", "index", "undo-remove", source.file).stdout.startswith(f"added: {source.file}")
    assert command("-m", "index", "removed").stdout == "Nothing was removed in the last 30 days.\n"
    refused = command("-m", "index", "undo-remove", source.file)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "No document called" in refused.stderr and "index removed" in refused.stderr
    words = [sys.executable, "-m", "index", "erase", source.file]
    unsure = subprocess.run(words, env=environment, input="yes\n", capture_output=True, text=True)
    assert unsure.returncode == 1 and "Nothing was erased." in unsure.stderr
    assert letter(changeable) == source
    sure = subprocess.run(words, env=environment, input="erase\n", capture_output=True, text=True)
    assert sure.returncode == 0 and f"erased: {source.file}" in sure.stdout
    assert source.sha256 not in {each.sha256 for each in changeable.sources()}
