"""The library as a whole: checking, rebuilding, backups, other models, other processes."""

import shutil
import socket
import subprocess
import sys
import tarfile
import time
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from conftest import Command, MakePdf
from filelock import FileLock

from documents.problem import KnownProblem
from documents.report import Source
from documents.samples import sample_files
from index import build, catalogue, entries, facts
from index.backup import DATABASES, backup, restore
from index.check import check
from index.embed import default_weights
from index.library import Library
from index.locks import held
from index.rebuild import is_outdated, rebuild, up_to_date
from index.search import Match, search
from index.settings import Settings

SGO = "timely decisions for children living with connected carers"
START_SECONDS = 60
SWIMMING = "Sheffield teaches every child in its care to swim before the age of nine."
LETTER = "Inspection of Sheffield children's services"


def ids(library: Library, sha256: str) -> list[str]:
    with library.catalogue.reading() as db:
        return [passage.id for passage in catalogue.passages(db, sha256)]


def first(library: Library) -> Source:
    return library.sources()[0]


def top(library: Library, question: str = SGO) -> Match:
    return search(library, question, limit=1)[0]


def put_vector(library: Library, document: str, id: str, vector: np.ndarray) -> None:
    """Into the store behind the library's back."""
    library.store().add(document, [id], vector[np.newaxis])


def take_vectors(library: Library, document: str) -> dict[str, np.ndarray]:
    taken = library.store().vectors(ids(library, document))
    library.store().remove(document)
    return taken


def test_a_library_of_samples_is_whole(library: Library) -> None:
    assert check(library) == []


def test_check_finds_a_document_whose_vectors_are_gone(changeable: Library) -> None:
    sha256 = first(changeable).sha256
    taken = take_vectors(changeable, sha256)
    problems = check(changeable)
    assert len(problems) == len(taken)
    assert all("has no vector" in problem and "index rebuild" in problem for problem in problems)


def test_check_finds_a_single_vector_that_is_gone_though_the_count_is_right(changeable: Library) -> None:
    sha256 = first(changeable).sha256
    taken = take_vectors(changeable, sha256)
    lost, *rest = taken
    changeable.store().add(sha256, rest, np.stack([taken[id] for id in rest]))
    put_vector(changeable, "nobody", "orphan", taken[lost])
    problems = check(changeable)
    assert [lost in problem and "has no vector" in problem for problem in problems] == [True, False]
    assert "1 vectors belong to no passage" in problems[1]


def test_check_finds_a_vector_that_belongs_to_other_words(changeable: Library) -> None:
    sha256 = first(changeable).sha256
    taken = take_vectors(changeable, sha256)
    changeable.store().add(sha256, list(taken), np.stack([-taken[id] for id in taken]))
    problems = check(changeable)
    assert len(problems) == len(taken)
    assert all("has the vector of other words" in problem for problem in problems)


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("UPDATE passages SET text = text || '!' WHERE place = 3", "does not stand where it says"),
        ("UPDATE pages SET text = 'x' || text WHERE number = 1", "does not stand where it says"),
        ("DELETE FROM words WHERE rowid = (SELECT min(rowid) FROM passages)", "not in the full-text index"),
        ("INSERT INTO words (rowid, text, context) VALUES (9999, 'stray', '')", "belong to no passage"),
        ("DELETE FROM passages", "has no passages"),
    ],
)
def test_check_finds_a_catalogue_that_was_changed(changeable: Library, damage: str, said: str) -> None:
    with changeable.catalogue.writing() as db:
        db.execute(damage)
    assert any(said in problem for problem in check(changeable))
    rebuild(changeable)
    assert check(changeable) == []


def test_check_finds_a_changed_original_and_rebuild_keeps_its_document_as_it_was(
    changeable: Library,
) -> None:
    letter = first(changeable)
    original = changeable.originals.path(letter.sha256)
    assert original is not None
    original.write_bytes(original.read_bytes() + b" ")
    (problem,) = check(changeable)
    assert letter.file in problem and "missing or changed" in problem
    assert len(rebuild(changeable).kept_as_they_were) == 1
    assert check(changeable) == [problem]
    assert top(changeable).source == letter


def test_rebuild_keeps_a_document_whose_original_is_gone(changeable: Library) -> None:
    letter = first(changeable)
    changeable.originals.drop(letter.sha256)
    (reason,) = rebuild(changeable).kept_as_they_were
    assert "missing or changed" in reason
    assert len(check(changeable)) == 1
    assert top(changeable).source == letter


def test_rebuild_repairs_a_store_that_was_emptied(changeable: Library) -> None:
    for source in changeable.sources():
        changeable.store().remove(source.sha256)
    assert check(changeable) != []
    before = changeable.sources()
    assert rebuild(changeable).documents == len(before)
    assert check(changeable) == []
    assert changeable.sources() == before
    assert top(changeable).by_meaning is not None


def test_a_store_in_which_a_writer_was_killed_is_filled_again_before_it_is_used(changeable: Library) -> None:
    sha256 = first(changeable).sha256
    store = changeable.store()
    store.remove(sha256)
    changeable.close()
    (changeable.home / "chroma" / f"{store.collection_name}.writing").touch()
    assert top(changeable).by_meaning is not None
    assert changeable.store().collection_name != store.collection_name
    assert check(changeable) == []


def test_a_store_in_which_a_write_failed_is_filled_again_before_it_is_used(changeable: Library) -> None:
    store = changeable.store()
    with pytest.raises(Exception, match="dimension"):
        put_vector(changeable, first(changeable).sha256, "too-short", np.ones(3, np.float32))
    assert top(changeable).by_meaning is not None
    assert changeable.store().collection_name != store.collection_name
    assert check(changeable) == []


def test_what_a_killed_writer_left_of_a_document_is_cleared_away(changeable: Library, tmp_path: Path) -> None:
    path = tmp_path / "half.txt"
    path.write_text("never finished")
    with changeable.catalogue.writing() as db:
        entries.set_pending(db, "f" * 64)
    changeable.store().add("f" * 64, ["half"], np.ones((1, 384), np.float32))
    (changeable.originals.folder / "ff" / ("f" * 64)).mkdir(parents=True)
    assert check(changeable) == []
    assert not (changeable.originals.folder / "ff" / ("f" * 64)).exists()


def test_adding_to_a_library_of_an_older_reader_leaves_it_outdated(
    changeable: Library, make_pdf: MakePdf
) -> None:
    with changeable.catalogue.writing() as db:
        facts.set_fact(db, "reader", "0")
    build.add(changeable, make_pdf("letter.pdf", LETTER, SWIMMING))
    assert is_outdated(changeable)
    rebuild(changeable)
    assert not is_outdated(changeable)


def test_a_library_of_an_older_form_is_read_again(changeable: Library) -> None:
    before = changeable.sources()
    with changeable.catalogue.reading() as db:
        db.execute("COMMIT")
        db.execute("PRAGMA user_version = 9999")
    told: list[str] = []
    again = up_to_date(Library(changeable.settings), told.append)
    assert ["newer reader" in line for line in told] == [True]
    assert sorted(again.sources(), key=repr) == sorted(before, key=repr)
    assert check(again) == []


def test_a_backup_restores_to_the_same_library(library: Library, tmp_path: Path) -> None:
    archive = tmp_path / "backup.tar.gz"
    backup(library, archive)
    restored = restore(archive, Settings(home=tmp_path / "restored"))
    assert sorted(restored.sources(), key=repr) == sorted(library.sources(), key=repr)
    assert check(restored) == []
    assert top(restored) == top(library)
    assert [path.name for path in tmp_path.iterdir() if "unfinished" in path.name] == []


def test_a_backup_is_restored_only_into_an_empty_folder(library: Library, tmp_path: Path) -> None:
    archive = tmp_path / "backup.tar.gz"
    backup(library, archive)
    occupied = tmp_path / "occupied"
    occupied.mkdir()
    (occupied / "notes.txt").write_text("mine")
    with pytest.raises(KnownProblem, match="is not empty"):
        restore(archive, Settings(home=occupied))
    assert [path.name for path in occupied.iterdir()] == ["notes.txt"]


def hostile(tmp_path: Path, *members: tuple[str, bytes | None]) -> Path:
    """An archive with these members beside the ones a backup has; None makes a link out of the folder."""
    archive = tmp_path / "hostile.tar.gz"
    with tarfile.open(archive, "w:gz") as tar:
        for name, content in (*((name, b"") for name in DATABASES), *members):
            member = tarfile.TarInfo(name)
            member.size = len(content or b"")
            if content is None:
                member.type, member.linkname = tarfile.SYMTYPE, "/etc"
            tar.addfile(member, BytesIO(content or b""))
    return archive


@pytest.mark.parametrize(
    "member",
    [
        ("../outside.txt", b"x"),
        ("originals/../../outside.txt", b"x"),
        ("/tmp/outside.txt", b"x"),
        ("originals", None),
    ],
)
def test_a_hostile_archive_writes_nothing_outside(
    tmp_path: Path, home: Path, member: tuple[str, bytes | None]
) -> None:
    with pytest.raises(KnownProblem, match="a backup"):
        restore(hostile(tmp_path, member), Settings(home=home))
    assert not (tmp_path / "outside.txt").exists()
    assert not home.exists()


@pytest.mark.parametrize("content", [b"", b"no archive", b"\x1f\x8b broken"])
def test_a_file_that_is_no_backup_is_refused(tmp_path: Path, home: Path, content: bytes) -> None:
    path = tmp_path / "holiday.tar.gz"
    path.write_bytes(content)
    with pytest.raises(KnownProblem, match="backup"):
        restore(path, Settings(home=home))
    assert not home.exists()


def test_an_archive_whose_catalogue_is_damaged_is_refused(tmp_path: Path, home: Path) -> None:
    archive = tmp_path / "damaged.tar.gz"
    with tarfile.open(archive, "w:gz") as tar:
        for name in DATABASES:
            member = tarfile.TarInfo(name)
            member.size = 4096
            tar.addfile(member, BytesIO(b"garbage " * 512))
    with pytest.raises(KnownProblem, match="backup"):
        restore(archive, Settings(home=home))
    assert not home.exists()


@pytest.fixture(scope="session")
def other_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same model in a folder of another name, which makes it another model to the index."""
    folder = tmp_path_factory.mktemp("models") / "another-model"
    shutil.copytree(default_weights(), folder, copy_function=shutil.copyfile)
    return folder


@pytest.fixture
def small(changeable: Library) -> Library:
    """Two samples, quickly embedded."""
    for source in changeable.sources()[:3]:
        build.remove(changeable, source.sha256)
    return changeable


def test_an_index_refuses_another_model_until_it_is_rebuilt(small: Library, other_model: Path) -> None:
    other = Library(replace(small.settings, embedding_model=str(other_model)))
    with pytest.raises(KnownProblem, match="python -m index rebuild") as refusal:
        search(other, SGO)
    assert str(other_model) in str(refusal.value)
    with pytest.raises(KnownProblem, match="python -m index rebuild"):
        build.add(other, sample_files()[0])
    rebuild(other)
    assert top(other).by_meaning is not None
    assert check(other) == []
    with pytest.raises(KnownProblem, match="all-MiniLM-L6-v2"):
        search(small, SGO)


def test_a_model_that_is_not_on_this_machine_is_named(small: Library, tmp_path: Path) -> None:
    missing = Library(replace(small.settings, embedding_model=str(tmp_path / "missing-model")))
    with pytest.raises(KnownProblem, match="missing-model is not on this machine"):
        rebuild(missing)
    assert check(small) == []


def test_what_another_process_adds_and_rebuilds_is_found_by_one_that_has_the_library_open(
    changeable: Library, command: Command, make_pdf: MakePdf
) -> None:
    second = Library(changeable.settings)
    assert top(changeable).source.sample and top(second).source.sample
    added = command("-m", "index", "add", make_pdf("letter.pdf", LETTER, SWIMMING))
    assert added.returncode == 0, added.stderr
    for opened in (changeable, second):
        found = top(opened, "learning to swim")
        assert found.passage.text == SWIMMING
        assert found.by_meaning is not None
    rebuilt = command("-m", "index", "rebuild")
    assert rebuilt.returncode == 0, rebuilt.stderr
    assert top(changeable, "learning to swim").by_meaning is not None
    assert check(changeable) == []


def test_a_library_that_is_open_twice_in_one_process_sees_each_change(
    changeable: Library, make_pdf: MakePdf
) -> None:
    second = Library(changeable.settings)
    assert top(second).source.sample
    build.add(changeable, make_pdf("letter.pdf", LETTER, SWIMMING))
    assert top(second, "learning to swim").by_meaning is not None
    build.remove(second, second.sources()[0].sha256)
    assert search(changeable, "learning to swim") == []


@pytest.fixture
def chroma_server(tmp_path: Path) -> Iterator[str]:
    """The address of a Chroma server of our own on this machine."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    chroma = str(Path(sys.executable).parent / "chroma")
    command = [chroma, "run", "--path", str(tmp_path / "server"), "--host", "127.0.0.1", "--port", str(port)]
    log = tmp_path / "server.log"
    with log.open("w") as out:
        server = subprocess.Popen(command, stdout=out, stderr=out, cwd=tmp_path)
    try:
        end = time.monotonic() + START_SECONDS
        while not answers(port):
            assert server.poll() is None and time.monotonic() < end, log.read_text()
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def test_a_chroma_server_may_hold_the_vectors_of_several_libraries(
    emptied: Library, chroma_server: str, tmp_path: Path
) -> None:
    one = Library(replace(emptied.settings, chroma_url=chroma_server))
    shutil.copytree(emptied.home, tmp_path / "two")
    two = Library(Settings(home=tmp_path / "two", chroma_url=chroma_server))
    rebuild(one)
    rebuild(two)
    build.add(one, sample_files()[0])
    build.add(two, sample_files()[-1])
    build.add(two, sample_files()[-2])
    rebuild(two)
    assert top(one).by_meaning is not None
    assert check(one) == check(two) == []


def test_a_chroma_server_that_does_not_answer_is_named(changeable: Library) -> None:
    deaf = Library(replace(changeable.settings, chroma_url="http://127.0.0.1:9"))
    with pytest.raises(KnownProblem, match="No Chroma server answers at http://127"):
        search(deaf, SGO)


def test_a_lock_that_is_never_let_go_is_named(tmp_path: Path) -> None:
    place = tmp_path / "writing.lock"
    with (
        FileLock(place),
        pytest.raises(KnownProblem, match=r"kept the library .*writing\.lock"),
        held(FileLock(place), wait=0.05),
    ):
        pass
    with held(FileLock(place), wait=0.05):
        pass  # let go of, it is free again
