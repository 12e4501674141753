"""Documents from .zip archives, also from those that mean harm."""

import zipfile
from pathlib import Path

import pytest
from conftest import Command

from index.build import Landed
from index.library import Library
from index.unpacked import LONGEST_NAME, unpacked

WORDS = b"Camden notes\n\nCamden trained foster carers in sign language.\n"


def packed(path: Path, members: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def arrived(archive: Path) -> tuple[list[tuple[str, bytes]], list[Landed]]:
    """The names and contents of its documents, and what was refused."""
    with unpacked([archive]) as arrivals:
        return [(path.name, path.read_bytes()) for path in arrivals.paths], list(arrivals.refused)


def test_other_paths_pass_through_and_what_was_unpacked_goes_again(tmp_path: Path) -> None:
    letter = tmp_path / "letter.pdf"
    archive = packed(tmp_path / "more.zip", {"folder/notes.txt": WORDS})
    with unpacked([letter, archive]) as arrivals:
        first, second = arrivals.paths
        assert first == letter
        assert second.read_bytes() == WORDS
    assert not second.exists()


@pytest.mark.parametrize(
    ("name", "becomes"),
    [
        ("../../outside.txt", "outside.txt"),
        ("/etc/outside.txt", "outside.txt"),
        ("..\\..\\outside.txt", "outside.txt"),
        ("C:\\temp\\outside.TXT", "outside.txt"),
        ("con?<b>*.txt", "con__b__.txt"),
        ("Prüfung – 2018.pdf", "Prüfung _ 2018.pdf"),
        ("a" * 240 + ".txt", "a" * LONGEST_NAME + ".txt"),
    ],
)
def test_nothing_is_written_outside_and_odd_names_become_plain(
    tmp_path: Path, name: str, becomes: str
) -> None:
    inner = tmp_path / "inner" / "deep"
    inner.mkdir(parents=True)
    with unpacked([packed(inner / "odd.zip", {name: WORDS})]) as arrivals:
        (path,) = arrivals.paths
        assert (path.name, path.read_bytes()) == (becomes, WORDS)
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["odd.zip"]


def test_members_of_one_name_both_stay(tmp_path: Path) -> None:
    archive = packed(tmp_path / "two.zip", {"a/letter.txt": WORDS, "b/letter.txt": WORDS + b"More."})
    documents, _ = arrived(archive)
    assert [name for name, _ in documents] == ["letter.txt", "letter.txt"]
    assert documents[0][1] != documents[1][1]


def test_what_systems_add_and_what_is_no_document_is_passed_over(tmp_path: Path) -> None:
    others = ("__MACOSX/._notes.txt", "folder/._notes.txt", ".DS_Store", "photo.jpg", ".txt", "folder/")
    archive = packed(tmp_path / "mixed.zip", {"notes.txt": WORDS, **dict.fromkeys(others, b"x")})
    documents, refused = arrived(archive)
    assert ([name for name, _ in documents], refused) == (["notes.txt"], [])


def test_an_archive_in_an_archive_is_named(tmp_path: Path) -> None:
    inner = packed(tmp_path / "inner.zip", {"notes.txt": WORDS})
    documents, refused = arrived(packed(tmp_path / "outer.zip", {"inner.zip": inner.read_bytes()}))
    assert documents == []
    assert [each.path.name for each in refused] == ["inner.zip"]
    assert "Unpack the outer one" in refused[0].reason


def test_a_member_that_would_fill_the_machine_is_named_and_the_rest_come_in(tmp_path: Path) -> None:
    archive = packed(tmp_path / "bomb.zip", {"bomb.txt": b"\0" * 30_000_000, "notes.txt": WORDS})
    documents, refused = arrived(archive)
    assert [name for name, _ in documents] == ["notes.txt"]
    assert "would unpack to 30 MB of emptiness" in refused[0].reason


def test_an_archive_of_too_much_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    archive = packed(tmp_path / "many.zip", {f"{number}.txt": b"" for number in range(5_001)})
    documents, refused = arrived(archive)
    assert documents == []
    assert "Split it into several" in refused[0].reason


def test_a_member_with_a_password_is_named(tmp_path: Path) -> None:
    archive = packed(tmp_path / "secret.zip", {"notes.txt": WORDS}, zipfile.ZIP_STORED)
    content = bytearray(archive.read_bytes())
    content[6] |= 1  # the flag of the member, and of its entry in the table of contents
    content[content.index(b"PK\x01\x02") + 8] |= 1
    archive.write_bytes(content)
    documents, refused = arrived(archive)
    assert documents == []
    assert "protected by a password" in refused[0].reason


def test_a_damaged_member_is_named_and_the_rest_come_in(tmp_path: Path) -> None:
    archive = packed(tmp_path / "torn.zip", {"a.txt": WORDS, "b.txt": b"More words."}, zipfile.ZIP_STORED)
    content = archive.read_bytes()
    archive.write_bytes(content.replace(b"More words.", b"Less words."))
    documents, refused = arrived(archive)
    assert [name for name, _ in documents] == ["a.txt"]
    assert "b.txt is damaged in its archive" in refused[0].reason


@pytest.mark.parametrize(
    ("content", "said"), [(b"no archive", "is no .zip archive"), (b"", "is no .zip archive")]
)
def test_what_is_no_archive_is_named(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "holiday.zip"
    path.write_bytes(content)
    _, (refused,) = arrived(path)
    assert said in refused.reason


def test_an_archive_without_documents_is_named(tmp_path: Path) -> None:
    _, (refused,) = arrived(packed(tmp_path / "photos.zip", {"photo.jpg": b"x"}))
    assert "holds no document" in refused.reason


def test_the_command_adds_what_an_archive_holds(emptied: Library, command: Command, tmp_path: Path) -> None:
    archive = packed(tmp_path / "reports.zip", {"x/notes.txt": WORDS, "y/again.txt": WORDS, "z.zip": b"x"})
    emptied.close()
    done = command("-m", "index", "add", archive)
    assert "added: notes.txt: Camden notes" in done.stdout
    assert "already held: again.txt" in done.stdout
    assert "refused: z.zip" in done.stdout
    assert "1 added, 1 already held, 1 refused." in done.stdout
    assert done.returncode == 1
    assert [source.file for source in emptied.sources()] == ["notes.txt"]
