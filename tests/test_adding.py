"""Adding, replacing and removing documents."""

from pathlib import Path

import pytest
from conftest import MakePdf

from documents.problem import KnownProblem, UnreadableReport
from documents.report import Source
from documents.samples import sample_files
from index import build
from index.build import Outcome
from index.check import check
from index.library import Library
from index.search import search

SWIMMING = "Sheffield teaches every child in its care to swim before the age of nine."
SAILING = "Sheffield teaches every child in its care to sail before the age of ten."
LETTER = "Inspection of Sheffield children's services"


def files(library: Library) -> list[str]:
    return [source.file for source in library.sources()]


def quoted(library: Library, question: str) -> str:
    return " ".join(match.passage.text for match in search(library, question, limit=3))


def named(library: Library, file: str) -> Source:
    return next(source for source in library.sources() if source.file == file)


def test_adding_the_same_content_twice_changes_nothing(changeable: Library, tmp_path: Path) -> None:
    before = changeable.sources()
    again = tmp_path / "another name.txt"
    again.write_bytes(sample_files()[-1].read_bytes())
    landed = build.add(changeable, again)
    assert landed.outcome is Outcome.ALREADY_HELD
    assert sample_files()[-1].name in landed.reason
    assert changeable.sources() == before
    assert check(changeable) == []


def test_two_different_files_of_one_name_both_stay(emptied: Library, make_pdf: MakePdf) -> None:
    build.add(emptied, make_pdf("letter.pdf", LETTER, SWIMMING))
    build.add(emptied, make_pdf("letter.pdf", LETTER, SAILING))
    assert files(emptied) == ["letter.pdf", "letter.pdf"]
    assert "swim" in quoted(emptied, "learning to swim")
    assert "sail" in quoted(emptied, "learning to sail")
    with pytest.raises(KnownProblem, match="2 documents are called letter"):
        build.document_called(emptied, "letter.pdf")


def test_a_document_can_be_named_by_the_beginning_of_its_sha256(library: Library) -> None:
    for source in library.sources():
        assert build.document_called(library, source.sha256[:8]) == source.sha256


def test_a_replacing_document_takes_the_place_of_the_old_one(emptied: Library, make_pdf: MakePdf) -> None:
    build.add(emptied, make_pdf("draft.pdf", LETTER, SWIMMING))
    old = build.document_called(emptied, "draft.pdf")
    landed = build.add(emptied, make_pdf("final.pdf", LETTER, SAILING), replacing=old)
    assert landed.outcome is Outcome.REPLACED
    assert files(emptied) == ["final.pdf"]
    assert "swim" not in quoted(emptied, "learning to swim")
    assert emptied.originals.path(old) is None
    assert check(emptied) == []


def test_replacing_by_a_document_that_is_held_takes_the_old_one_out(
    emptied: Library, make_pdf: MakePdf
) -> None:
    final = make_pdf("final.pdf", LETTER, SAILING)
    build.add(emptied, make_pdf("draft.pdf", LETTER, SWIMMING))
    build.add(emptied, final)
    build.add(emptied, final, replacing=build.document_called(emptied, "draft.pdf"))
    assert files(emptied) == ["final.pdf"]


def test_replacing_a_document_by_itself_changes_nothing(emptied: Library, make_pdf: MakePdf) -> None:
    letter = make_pdf("letter.pdf", LETTER, SWIMMING)
    build.add(emptied, letter)
    build.add(emptied, letter, replacing=build.document_called(emptied, "letter.pdf"))
    assert files(emptied) == ["letter.pdf"]
    assert check(emptied) == []


def test_a_document_that_cannot_be_read_leaves_the_one_it_should_replace(
    emptied: Library, make_pdf: MakePdf, tmp_path: Path
) -> None:
    build.add(emptied, make_pdf("draft.pdf", LETTER, SWIMMING))
    broken = tmp_path / "final.pdf"
    broken.write_bytes(b"%PDF-1.7\n")
    with pytest.raises(UnreadableReport):
        build.add(emptied, broken, replacing=build.document_called(emptied, "draft.pdf"))
    assert files(emptied) == ["draft.pdf"]


def test_removing_a_document_takes_its_answers_away(changeable: Library) -> None:
    letter = named(changeable, "trafford-focused-visit-2018.pdf")
    assert "connected carers" in quoted(changeable, "connected carers and special guardianship")
    build.remove(changeable, letter.sha256)
    found = search(changeable, "connected carers and special guardianship", limit=50)
    assert letter.sha256 not in {match.source.sha256 for match in found}
    assert changeable.originals.path(letter.sha256) is None
    assert check(changeable) == []


def test_the_samples_leave_as_the_first_real_document_comes(changeable: Library, make_pdf: MakePdf) -> None:
    (landed,) = build.build(changeable, [make_pdf("real.pdf", LETTER, SWIMMING)])
    assert landed.outcome is Outcome.ADDED
    assert files(changeable) == ["real.pdf"]
    assert check(changeable) == []


def test_a_sample_replaced_by_a_real_document_takes_the_other_samples_along(
    changeable: Library, make_pdf: MakePdf
) -> None:
    old = build.document_called(changeable, "trafford-news-2022.txt")
    build.add(changeable, make_pdf("real.pdf", LETTER, SWIMMING), replacing=old)
    assert files(changeable) == ["real.pdf"]


def test_samples_stay_out_of_a_library_of_real_documents(emptied: Library, make_pdf: MakePdf) -> None:
    build.add(emptied, make_pdf("real.pdf", LETTER, SWIMMING))
    assert build.add_samples(emptied) == []
    landed = list(build.build(emptied, sample_files()))
    assert {each.outcome for each in landed} == {Outcome.REFUSED}
    assert "samples stay out" in landed[0].reason
    assert files(emptied) == ["real.pdf"]


def test_every_original_is_kept_as_it_was_added(library: Library) -> None:
    for path, source in zip(sample_files(), library.sources(), strict=True):
        kept = library.originals.path(source.sha256)
        assert kept is not None
        assert (kept.name, kept.read_bytes()) == (path.name, path.read_bytes())


def test_a_name_that_no_other_system_could_hold_is_made_safe_for_the_original_alone(
    emptied: Library, tmp_path: Path
) -> None:
    path = tmp_path / 'a "draft": what next?.txt'
    path.write_text(f"Sheffield: a letter\n\n{SWIMMING}\n")
    landed = build.add(emptied, path)
    assert landed.report is not None
    kept = emptied.originals.path(landed.report.source.sha256)
    assert kept is not None and not set(kept.name) & set('\\/:*?"<>|')
    assert files(emptied) == [path.name]


def test_a_lost_original_is_put_back_by_adding_the_document_again(changeable: Library) -> None:
    path = sample_files()[0]
    letter = named(changeable, path.name)
    changeable.originals.drop(letter.sha256)
    assert ["its original is missing" in problem for problem in check(changeable)] == [True]
    assert build.add(changeable, path).outcome is Outcome.ALREADY_HELD
    assert check(changeable) == []


def test_a_folder_gives_the_documents_in_it_and_in_folders_within(tmp_path: Path) -> None:
    for name in ("b.PDF", "a.txt", "inner/c.html", "inner/picture.png", "notes.docx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = build.files_in([tmp_path, tmp_path / "a.txt", tmp_path / "notes.docx"])
    assert [path.name for path in found] == ["a.txt", "b.PDF", "c.html", "notes.docx"]


def test_a_path_that_is_not_there_is_named() -> None:
    with pytest.raises(KnownProblem, match="There is no file or folder nowhere"):
        build.files_in([Path("nowhere.pdf")])
