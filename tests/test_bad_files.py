"""Files that cannot be read are named with the reason and what to do; the others are added."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import MakePdf

from documents.samples import sample_files
from index.__main__ import main
from index.check import check
from index.library import Library

SWIMMING = "Sheffield teaches every child in its care to swim before the age of nine."
LETTER = "Inspection of Sheffield children's services"
NO_PAGES = (
    b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    b"2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n"
    b"xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000058 00000 n \n"
    b"trailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n110\n%%EOF\n"
)
PICTURE = bytes.fromhex("89504e470d0a1a0a0000000d49484452") + bytes(200)
Damage = Callable[[Path, MakePdf], Path]


def empty(folder: Path, make_pdf: MakePdf) -> Path:
    return written(folder / "empty.pdf", b"")


def truncated(folder: Path, make_pdf: MakePdf) -> Path:
    whole = make_pdf("whole.pdf", LETTER, SWIMMING).read_bytes()
    return written(folder / "truncated.pdf", whole[:700])


def locked(folder: Path, make_pdf: MakePdf) -> Path:
    made = make_pdf("locked.pdf", LETTER, SWIMMING, encrypt="secret")
    return made.rename(folder / "locked.pdf")


def without_pages(folder: Path, make_pdf: MakePdf) -> Path:
    return written(folder / "no-pages.pdf", NO_PAGES)


def without_words(folder: Path, make_pdf: MakePdf) -> Path:
    return make_pdf("no-words.pdf", "").rename(folder / "no-words.pdf")


def program(folder: Path, make_pdf: MakePdf) -> Path:
    return written(folder / "program.pdf", b"MZ\x90\x00" + bytes(500))


def web_page(folder: Path, make_pdf: MakePdf) -> Path:
    return written(folder / "page.pdf", b"<!DOCTYPE html><html><body><p>Not found</p></body></html>")


def damaged_deck(folder: Path, make_pdf: MakePdf) -> Path:
    deck = next(path for path in sample_files() if path.suffix == ".pptx").read_bytes()
    return written(folder / "damaged.pptx", deck[: len(deck) // 2])


def hollow_deck(folder: Path, make_pdf: MakePdf) -> Path:
    path = folder / "hollow.pptx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("ppt/presentation.xml", "<nothing/>")
    return path


def binary(folder: Path, make_pdf: MakePdf) -> Path:
    return written(folder / "binary.txt", PICTURE)


def bare_page(folder: Path, make_pdf: MakePdf) -> Path:
    return written(folder / "bare.html", b"<html><body><nav>Home</nav></body></html>")


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


BAD = {
    empty: ("is empty", "again"),
    truncated: ("damaged or unfinished PDF", "Fetch it again"),
    locked: ("protected by a password", "Save a copy without one"),
    without_pages: ("damaged or unfinished PDF|without pages", "again|another copy"),  # PDFium says no more
    without_words: ("holds no (text|words)", "Ask for"),
    program: ("is a program, not a document", "I read"),
    web_page: ("really a web page, not a PDF", "Fetch the document again"),
    damaged_deck: ("damaged Office document", "I read"),
    hollow_deck: ("damaged (PowerPoint|Office document)", "[Ss]ave it again"),
    binary: ("not a kind of document", "I read"),
    bare_page: ("no article|holds no (text|words)", "Save|Ask for"),
}


@pytest.mark.parametrize(("damage", "said"), BAD.items(), ids=[each.__name__ for each in BAD])
def test_a_bad_file_is_refused_with_its_reason_and_the_others_are_added(
    emptied: Library,
    home: Path,
    make_pdf: MakePdf,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    damage: Damage,
    said: tuple[str, str],
) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    bad = damage(folder, make_pdf)
    make_pdf("good.pdf", LETTER, SWIMMING).rename(folder / "zgood.pdf")
    monkeypatch.setenv("INSPECTION_HOME", str(home))
    assert main(["add", str(folder)]) == 1
    printed = capsys.readouterr().out
    reason, remedy = said
    (line,) = [line for line in printed.splitlines() if line.startswith("refused: ")]
    assert bad.name in line and re.search(reason, line) and re.search(remedy, line)
    assert "1 added, 1 refused." in printed
    assert [source.file for source in emptied.sources()] == ["zgood.pdf"]
    assert check(emptied) == []
    assert len(emptied.originals.all()) == 1


@pytest.mark.shared
def test_a_real_web_page_saved_as_pdf_is_refused(
    emptied: Library,
    home: Path,
    shared: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("INSPECTION_HOME", str(home))
    assert main(["add", str(shared / "corpus" / "broken")]) == 1
    assert "web-page-saved-as.pdf is really a web page, not a PDF" in capsys.readouterr().out
    assert emptied.sources() == []
