"""Keeping the library in the page: adding, correcting, replacing, removing, erasing, in a real browser."""

import hashlib
import re
import shutil
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browsing import PATIENCE, Served, looks_right, serving
from playwright.sync_api import Locator, Page, expect
from website import Site, gives, listed, says

from documents.samples import sample_files
from index import build
from index.library import Library
from index.settings import Settings

pytestmark = pytest.mark.browser
SIZES = [(1280, 900, "light"), (1280, 900, "dark"), (768, 1024, "light"), (390, 844, "light")]
LETTER = "trafford-focused-visit-2018.pdf"
PDF = next(path for path in sample_files() if path.suffix == ".pdf").read_bytes() + b"% no sample\n"
ADDING = 5 * PATIENCE  # the first file waits for the model
NOTES = ("dates.txt", "lists.txt", "removed.txt", "replaced.txt", "erased.txt")


@pytest.fixture(scope="module")
def served(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The page over a library of notes, of which each test changes one of its own."""
    home = tmp_path_factory.mktemp("keeping") / "home"
    shutil.copytree(library.home, home)
    kept = Library(Settings(home=home))
    for number, name in enumerate(NOTES):
        build.add(kept, note(home.parent / name, number))
    kept.close()
    site = Site()
    site.pages = {"/good": gives(PDF), "/changed": gives(PDF + b"%"), "/gone": says(404)}
    meant = {"/good": PDF, "/changed": PDF + b"?", "/gone": PDF + b"!"}
    rows = [(f"{site.address}{path}", hashlib.sha256(each).hexdigest()) for path, each in meant.items()]
    listed(home, *(("Sheffield", "focused visit", "2024-05-02", link, known) for link, known in rows))
    with serving(home, INSPECTION_FETCH="yes") as page:
        yield page
    site.stop()


def open_library(page: Page) -> None:
    page.get_by_role("tab", name="Library").click()
    expect(page.locator("#documents h2")).to_be_visible()
    expect(page.get_by_role("button", name="Add documents")).to_be_visible()


def status(page: Page) -> Locator:
    return page.locator("#library-status [role=status]")


def rows(page: Page) -> Locator:
    return page.locator("#documents tbody tr")


def open_document(page: Page, file: str) -> Locator:
    rows(page).filter(has_text=file).locator("button").click()
    heading = page.locator("#document h2")
    expect(heading).to_be_focused()
    return page.locator("#document")


def find(page: Page, words: str, count: int) -> None:
    """Narrow the list to the documents called so."""
    page.get_by_label("Find by title or file name").fill(words)
    expect(rows(page)).to_have_count(count)


def field(page: Page, label: str) -> Locator:
    return page.locator(".described > div").filter(has=page.locator("dt", has_text=re.compile(f"^{label}$")))


def upload(page: Page, *paths: Path) -> None:
    page.locator("#adding input[type=file]").first.set_input_files(list(paths))


def note(path: Path, number: int) -> Path:
    path.write_text(f"Camden notes {number}\n\nCamden trained {number} foster carers in sign language.\n")
    return path


@pytest.mark.parametrize(("width", "height", "scheme"), SIZES)
def test_the_library_and_a_document_look_right(
    samples: Served, opened: Callable[..., Page], width: int, height: int, scheme: str
) -> None:
    page = opened(samples, width, height, scheme)
    open_library(page)
    expect(rows(page)).to_have_count(len(sample_files()))
    expect(page.locator("#state")).to_contain_text("5 documents")
    looks_right(page, f"{width}-{scheme}-library")
    document = open_document(page, LETTER)
    expect(document).to_contain_text("10 July 2018")
    field(page, "Published").get_by_role("button").click()
    expect(page.get_by_label("Correct: published")).to_be_focused()
    looks_right(page, f"{width}-{scheme}-document")
    page.get_by_role("button", name="Cancel").click()
    page.get_by_role("button", name="Back to the list").click()
    expect(rows(page).filter(has_text=LETTER).locator("button")).to_be_focused()


def test_the_list_is_narrowed_by_authority_and_by_words(samples: Served, opened: Callable[..., Page]) -> None:
    page = opened(samples)
    open_library(page)
    page.get_by_label("Find by title or file name").fill("NEWS 2022")
    expect(rows(page)).to_have_count(1)
    expect(page.locator("#documents h2")).to_have_text("1 document")
    page.get_by_label("Find by title or file name").fill("lighthouse")
    expect(page.locator("#documents")).to_contain_text("No document fits.")
    page.get_by_label("Find by title or file name").fill("")
    page.get_by_label("About", exact=True).click()
    page.get_by_role("option", name="Shropshire").click()
    expect(rows(page)).to_have_count(1)


def test_files_and_archives_are_added_with_a_line_each(
    served: Served, opened: Callable[..., Page], tmp_path: Path
) -> None:
    page = opened(served)
    open_library(page)
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\n")
    packed = tmp_path / "more.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(note(tmp_path / "inside.txt", 71), "folder/inside.txt")
    again = tmp_path / "again.txt"
    again.write_bytes(note(tmp_path / "one.txt", 72).read_bytes())
    upload(page, tmp_path / "one.txt", again, broken, packed)
    expect(status(page)).to_have_text("2 added, 1 already there, 1 not added.", timeout=ADDING)
    lines = page.locator(".landing li")
    expect(lines.filter(has_text="one.txt: Camden notes 72")).to_contain_text("Added")
    expect(lines.filter(has_text="again.txt")).to_contain_text("a duplicate")
    expect(lines.filter(has_text="broken.pdf")).to_contain_text("Not added")
    expect(lines.filter(has_text="inside.txt")).to_contain_text("Added")
    find(page, "inside", 1)
    looks_right(page, "1280-light-library-added")
    assert list((served.home / "arriving").iterdir()) == []


def test_asking_goes_on_while_fifty_files_are_added(
    served: Served, opened: Callable[..., Page], tmp_path: Path
) -> None:
    page, other = opened(served), opened(served)
    open_library(page)
    upload(page, *(note(tmp_path / f"note-{number}.txt", number) for number in range(100, 150)))
    expect(status(page)).to_have_text(re.compile("^Adding 50 files"))
    expect(page.locator(".landing li").first).to_be_visible(timeout=ADDING)
    page.reload()  # who leaves the page does not stop it
    other.get_by_label("Your question").fill("What was Camden’s training of foster carers?")
    other.get_by_role("button", name="Ask", exact=True).click()
    expect(other.locator(".answer")).to_contain_text("foster carers in sign language")
    open_library(page)
    expect(status(page)).to_have_text("50 added.", timeout=ADDING)
    find(page, "note-1", 50)


def test_a_field_is_corrected_and_the_correction_taken_back(
    served: Served, opened: Callable[..., Page]
) -> None:
    page = opened(served)
    open_library(page)
    open_document(page, "dates.txt")
    published = field(page, "Published")
    expect(published).to_contain_text("unknownnot found in the document")
    published.get_by_role("button").click()
    page.get_by_label("Correct: published").fill("tomorrow")
    page.get_by_role("button", name="Save").click()
    expect(status(page)).to_contain_text("'tomorrow' is not a date like 2018-03-12")
    expect(page.locator("#correction-problem")).to_contain_text("'tomorrow' is not a date")
    page.get_by_label("Correct: published").fill("2018-09")
    page.get_by_role("button", name="Save").click()
    expect(status(page)).to_have_text("Saved: published is now September 2018.")
    expect(published).to_contain_text("corrected by the person at this machine on")
    expect(published.get_by_role("button")).to_be_focused()
    looks_right(page, "1280-light-document-corrected")
    published.get_by_role("button").click()
    page.get_by_role("button", name="Take the correction back").click()
    expect(status(page)).to_contain_text("published is unknown, as read")
    expect(published).to_contain_text("not found in the document")


def test_fields_of_a_list_are_chosen_from_it(served: Served, opened: Callable[..., Page]) -> None:
    page = opened(served)
    open_library(page)
    open_document(page, "lists.txt")
    field(page, "Authority").get_by_role("button").click()
    box = page.get_by_label("Correct: authority")
    box.fill("Traff")
    page.get_by_role("option", name="Trafford").click()
    page.get_by_role("button", name="Save").click()
    expect(status(page)).to_have_text("Saved: authority is now Camden, Trafford.")
    field(page, "Who speaks").get_by_role("button").click()
    page.get_by_label("Correct: who speaks").click()
    page.get_by_role("option", name="The press").click()
    page.get_by_role("button", name="Save").click()
    expect(status(page)).to_have_text("Saved: who speaks is now the press.")


def test_a_document_is_downloaded_as_it_was_added(samples: Served, opened: Callable[..., Page]) -> None:
    page = opened(samples)
    open_library(page)
    link = open_document(page, LETTER).get_by_role("link", name="Download the original")
    with page.expect_download() as coming:
        link.click()
    assert coming.value.suggested_filename == LETTER
    [original] = [path for path in sample_files() if path.name == LETTER]
    assert Path(coming.value.path()).read_bytes() == original.read_bytes()


def test_a_document_is_removed_and_that_undone(served: Served, opened: Callable[..., Page]) -> None:
    page = opened(served)
    open_library(page)
    open_document(page, "removed.txt")
    page.get_by_role("button", name="Remove", exact=True).click()
    expect(status(page)).to_have_text(
        "removed.txt is removed, and its answers with it. You may undo this for 30 days, below the list.",
        timeout=PATIENCE,
    )
    find(page, "removed.txt", 0)
    gone = page.locator("#removed")
    expect(gone).to_contain_text("Removed in the last 30 days")
    looks_right(page, "1280-light-library-removed")
    gone.get_by_role("button", name="Undo: removed.txt").click()
    expect(status(page)).to_have_text("removed.txt is in the library again.")
    find(page, "removed.txt", 1)
    expect(gone.get_by_role("button", name="Undo: removed.txt")).to_have_count(0)


def test_a_document_is_replaced(served: Served, opened: Callable[..., Page], tmp_path: Path) -> None:
    page = opened(served)
    open_library(page)
    open_document(page, "replaced.txt")
    page.locator("#document input[type=file]").set_input_files(note(tmp_path / "instead.txt", 73))
    expect(status(page)).to_have_text("1 added in place of the old one.", timeout=ADDING)
    find(page, "instead", 1)
    find(page, "replaced", 0)
    expect(page.locator("#removed")).to_contain_text("replaced.txt")


def test_a_document_is_erased_only_where_the_word_is_typed(
    served: Served, opened: Callable[..., Page]
) -> None:
    page = opened(served)
    open_library(page)
    open_document(page, "erased.txt")
    erase = page.get_by_role("button", name="Erase for good")
    erase.click()
    expect(erase).to_have_count(2)  # the second asks for the word
    erase.last.click()
    expect(status(page)).to_have_text("Nothing was erased. Type the word ‘erase’ first.")
    expect(page.locator("#erase-problem")).to_contain_text("Nothing was erased.")
    looks_right(page, "1280-light-document-erasing")
    page.get_by_label("Type ‘erase’").fill("erase")
    erase.last.click()
    expect(status(page)).to_have_text("erased.txt is erased for good.")
    find(page, "erased", 0)
    expect(page.get_by_role("button", name="Undo: erased.txt")).to_have_count(0)
    record = (served.home / "audit.jsonl").read_text(encoding="utf-8")
    assert '"action": "erased", "file": "erased.txt"' in record


def test_the_library_is_checked_on_a_button(served: Served, opened: Callable[..., Page]) -> None:
    page = opened(served)
    open_library(page)
    page.get_by_role("button", name="Check the library").click()
    expect(status(page)).to_have_text("The library is whole.")
    expect(page.locator("#state")).to_contain_text("documents stands where it says, in both stores.")


def test_published_reports_are_listed_and_downloading_is_off(
    samples: Served, opened: Callable[..., Page]
) -> None:
    page = opened(samples)
    open_library(page)
    page.get_by_role("button", name="Add published reports for an authority").click()
    expect(page.locator("#published")).to_contain_text("Downloading is switched off")
    page.get_by_label("Authority of the reports").click()
    page.get_by_role("option", name="Trafford").click()
    reports = page.locator("#published-reports tbody tr")
    expect(reports).to_have_count(4)
    expect(reports.first).to_contain_text("not in the library")
    expect(reports.first.get_by_role("link")).to_have_attribute("rel", "noopener noreferrer")
    expect(page.get_by_role("button", name="Download and add")).to_have_count(0)
    looks_right(page, "1280-light-published")


def pick_all(page: Page, picks: Locator) -> None:
    """Until all stay picked: the list is made anew after each download, even of nothing."""
    deadline = time.monotonic() + PATIENCE / 1000
    while not all(pick.is_checked() for pick in picks.all()):
        assert time.monotonic() < deadline, "the reports do not stay picked"
        for pick in picks.all():
            if not pick.is_checked():
                pick.click()
        page.wait_for_timeout(1000)


def test_published_reports_are_downloaded_and_what_is_not_the_report_is_named(
    served: Served, opened: Callable[..., Page]
) -> None:
    page = opened(served)
    open_library(page)
    page.get_by_role("button", name="Add published reports for an authority").click()
    expect(page.locator("#published")).not_to_contain_text("Downloading is switched off")
    page.get_by_label("Authority of the reports").click()
    page.get_by_role("option", name="Sheffield").click()
    picks = page.locator("#picked").get_by_role("checkbox")
    expect(picks).to_have_count(3)
    looks_right(page, "1280-light-published-downloads")
    page.get_by_role("button", name="Download and add").click()
    expect(status(page)).to_have_text("Choose at least one report first.")
    pick_all(page, picks)
    page.get_by_role("button", name="Download and add").click()
    expect(status(page)).to_have_text("1 added, 2 not added.", timeout=ADDING)
    lines = page.locator(".landing li")
    expect(lines.filter(has_text="changed.pdf")).to_contain_text("it is not the file that the list means")
    expect(lines.filter(has_text="There is no report at")).to_contain_text("Not added")
    expect(picks).to_have_count(2)
    expect(page.locator("#published-reports tr").filter(has_text="/good")).to_contain_text("in the library")
    record = (served.home / "audit.jsonl").read_text(encoding="utf-8")
    assert '"action": "asked for downloads"' in record
