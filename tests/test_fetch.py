"""Fetching published reports, from a server of our own that does what servers do at their worst."""

import csv
import hashlib
import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from conftest import Command, MakePdf
from website import Site, gives, in_turn, listed, says

from documents.authorities import lookup
from documents.frameworks import Framework
from documents.problem import KnownProblem
from index import download as downloading
from index.build import Outcome
from index.check import check
from index.download import Changed, NotDownloaded, download
from index.fetch import fetch
from index.library import Library
from index.published import NAME, OURS, Published, of_authority, published

LETTER = "Inspection of Sheffield children's services"
SWIMMING = "Sheffield teaches every child in its care to swim before the age of nine."


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    yield site
    site.stop()


@pytest.fixture
def letter(make_pdf: MakePdf) -> bytes:
    return make_pdf("letter.pdf", LETTER, SWIMMING).read_bytes()


def report(site: Site, path: str, content: bytes) -> Published:
    sha256 = hashlib.sha256(content).hexdigest()
    return Published("sheffield", "focused visit", None, None, None, site.address + path, sha256)


def fetched(site: Site, path: str, content: bytes, folder: Path, changed_too: bool = False) -> bytes:
    """What is downloaded, without waiting between tries."""
    return download(report(site, path, content), folder, changed_too, lambda seconds: None).read_bytes()


def test_a_report_is_downloaded_as_it_is(site: Site, letter: bytes, tmp_path: Path) -> None:
    site.pages["/v1/file/1"] = gives(letter)
    assert fetched(site, "/v1/file/1", letter, tmp_path) == letter
    assert (tmp_path / "1.pdf").exists()


@pytest.mark.parametrize("status", [500, 503, 429])
def test_a_busy_site_is_asked_again(site: Site, letter: bytes, tmp_path: Path, status: int) -> None:
    site.pages["/1"] = in_turn(says(status), says(status), gives(letter))
    assert fetched(site, "/1", letter, tmp_path) == letter
    assert len(site.asked) == 3


def test_a_download_that_breaks_off_is_tried_again_and_then_named(
    site: Site, letter: bytes, tmp_path: Path
) -> None:
    half = letter[: len(letter) // 2]
    site.pages["/1"] = in_turn(gives(half, len(letter)), gives(letter))
    assert fetched(site, "/1", letter, tmp_path) == letter
    site.pages["/2"] = gives(half, len(letter))
    with pytest.raises(NotDownloaded, match="broke off"):
        fetched(site, "/2", letter, tmp_path)
    assert site.asked.count("/2") == downloading.TRIES


def test_a_site_that_falls_silent_is_left(
    site: Site, letter: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    silent = threading.Event()

    def serve(handler: BaseHTTPRequestHandler, time: int) -> None:
        gives(letter[:100], len(letter))(handler, time)
        silent.wait(20)

    monkeypatch.setattr(downloading, "SILENT_SECONDS", 0.3)
    site.pages["/1"] = serve
    with pytest.raises(NotDownloaded, match="did not answer in time"):
        fetched(site, "/1", letter, tmp_path)
    silent.set()


def test_a_site_that_sends_byte_by_byte_is_left(
    site: Site, letter: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(downloading, "MOST_SECONDS", 0.0)
    site.pages["/1"] = gives(letter)
    with pytest.raises(NotDownloaded, match="too slowly"):
        fetched(site, "/1", letter, tmp_path)


def test_a_report_too_large_to_be_one_is_left(
    site: Site, letter: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(downloading, "MOST_BYTES", 100)
    site.pages["/1"] = gives(letter)
    with pytest.raises(NotDownloaded, match="which is no report"):
        fetched(site, "/1", letter, tmp_path)
    assert site.asked == ["/1"]


def test_a_file_of_another_checksum_comes_only_where_it_is_wanted(
    site: Site, letter: bytes, tmp_path: Path
) -> None:
    site.pages["/1"] = gives(letter)
    with pytest.raises(Changed, match=hashlib.sha256(letter).hexdigest()[:12]):
        fetched(site, "/1", b"another", tmp_path)
    assert fetched(site, "/1", b"another", tmp_path, changed_too=True) == letter
    unknown = replace(report(site, "/1", letter), sha256=None)
    with pytest.raises(Changed, match="gives no checksum"):
        download(unknown, tmp_path)


@pytest.mark.parametrize("changed_too", [False, True])
def test_a_web_page_in_place_of_the_report_is_never_taken_for_it(
    site: Site, tmp_path: Path, changed_too: bool
) -> None:
    page = b"<!doctype html><title>We are sorry</title>"
    site.pages["/1"] = gives(page, kind="text/html")
    with pytest.raises(NotDownloaded, match="a page of its web site and no PDF"):
        fetched(site, "/1", page, tmp_path, changed_too)


@pytest.mark.parametrize(("status", "said"), [(404, "no report at"), (410, "no report"), (403, "status 403")])
def test_a_report_that_is_not_there_is_not_asked_for_again(
    site: Site, letter: bytes, tmp_path: Path, status: int, said: str
) -> None:
    site.pages["/1"] = says(status)
    with pytest.raises(NotDownloaded, match=said):
        fetched(site, "/1", letter, tmp_path)
    assert site.asked == ["/1"]


def test_a_site_may_lead_on_to_another_address_of_its_own(site: Site, letter: bytes, tmp_path: Path) -> None:
    site.pages["/1"] = says(302, Location="/moved")
    site.pages["/moved"] = gives(letter)
    assert fetched(site, "/1", letter, tmp_path) == letter


def test_a_site_may_not_lead_on_to_another_nor_in_a_circle(site: Site, letter: bytes, tmp_path: Path) -> None:
    other = Site()
    other.pages["/1"] = gives(letter)
    port = site.address.rpartition(":")[2]
    for elsewhere in (
        f"{other.address}/1",
        f"http://localhost:{port}/ok",
        "file:///etc/hostname",
        "ftp://x/y",
    ):
        site.pages["/1"] = says(302, Location=elsewhere)
        with pytest.raises(NotDownloaded, match="leads elsewhere"):
            fetched(site, "/1", letter, tmp_path)
    other.stop()
    assert other.asked == []
    site.pages["/1"] = says(302, Location="/1")
    with pytest.raises(NotDownloaded, match="leads elsewhere"):
        fetched(site, "/1", letter, tmp_path)


def test_a_site_that_nobody_answers_at_is_named(tmp_path: Path, letter: bytes) -> None:
    site = Site()
    site.stop()
    with pytest.raises(NotDownloaded, match="cannot be reached"):
        fetched(site, "/1", letter, tmp_path)


def allowed(library: Library) -> Library:
    return Library(replace(library.settings, fetch=True))


def test_reports_are_fetched_with_a_line_each(emptied: Library, site: Site, letter: bytes) -> None:
    site.pages.update({"/1": gives(letter), "/2": says(404)})
    wanted = [report(site, "/1", letter), report(site, "/2", letter[1:]), report(site, "/1", letter)]
    landed = list(fetch(allowed(emptied), wanted))
    assert [each.outcome for each in landed] == [Outcome.ADDED, Outcome.REFUSED, Outcome.ALREADY_HELD]
    assert [source.file for source in emptied.sources()] == ["1.pdf"]
    assert site.asked == ["/1", "/2"]
    assert check(emptied) == []


def test_nothing_is_fetched_where_the_settings_do_not_allow_it(
    emptied: Library, site: Site, letter: bytes
) -> None:
    with pytest.raises(KnownProblem, match="INSPECTION_FETCH=yes"):
        list(fetch(emptied, [report(site, "/1", letter)]))
    assert site.asked == []


def test_the_command_lists_and_fetches(
    emptied: Library, site: Site, letter: bytes, command: Command, environment: dict[str, str]
) -> None:
    site.pages["/1"] = gives(letter)
    sha256 = hashlib.sha256(letter).hexdigest()
    listed(emptied.home, ("Sheffield", "focused visit", "2024-05-02", f"{site.address}/1", sha256))
    emptied.close()
    words = ("-m", "index", "fetch", "--authority", "Sheffield")
    assert (
        "1.pdf  focused visit, published 2024-05-02, not in the library" in command(*words, "--list").stdout
    )
    off = command(*words)
    assert (off.returncode, off.stdout) == (1, "")
    assert "INSPECTION_FETCH=yes" in off.stderr
    environment["INSPECTION_FETCH"] = "yes"
    done = command(*words)
    assert done.returncode == 0, done.stderr
    assert "added: 1.pdf" in done.stdout
    assert "in the library" in command(*words, "--list").stdout
    nobody = command("-m", "index", "fetch", "--authority", "Atlantis")
    assert nobody.returncode == 1 and "none of Atlantis. It has those of: " in nobody.stderr


def test_our_list_holds_facts_that_we_know_how_to_read(tmp_path: Path) -> None:
    reports = published(tmp_path)
    assert len(reports) == 118
    assert {report.link.partition("/v1/")[0] for report in reports} == {"https://files.ofsted.gov.uk"}
    assert all(len(report.sha256 or "") == 64 and report.published for report in reports)
    assert {report.kind for report in reports} <= {*Framework}
    assert len({report.sha256 for report in reports}) == len({report.file for report in reports}) == 118


@pytest.mark.shared
def test_our_list_says_what_the_manifest_says(shared: Path, tmp_path: Path) -> None:
    with (shared / "corpus" / "manifest.csv").open(encoding="utf-8", newline="") as rows:
        known = {
            (lookup(row["authority"]), row["published"], row["link"], row["sha256"])
            for row in csv.DictReader(rows)
            if row["link"]
        }
    ours = {
        (each.authority, each.published.iso if each.published else "", each.link, each.sha256)
        for each in published(tmp_path)
    }
    assert ours == known


def test_a_list_of_ones_own_adds_to_ours_and_corrects_it(tmp_path: Path) -> None:
    ours = of_authority(tmp_path, "trafford")
    listed(
        tmp_path,
        ("Trafford", "focused visit", "", "https://example.org/new.pdf", ""),
        ("Trafford", "ILACS inspection", "2020-01-02", ours[0].link, "f" * 64),
    )
    both = of_authority(tmp_path, "trafford")
    assert len(both) == len(ours) + 1
    assert {each.sha256 for each in both if each.link == ours[0].link} == {"f" * 64}
    assert {each.file for each in both} >= {"new.pdf"}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (("Atlantis", "visit", "", "https://a.org/b", ""), "line 2: 'Atlantis' is not an English council"),
        (("Trafford", "visit", "May", "https://a.org/b", ""), "line 2: 'May' is not a date"),
        (("Trafford", "visit", "", "http://a.org/b", ""), "begins with https://"),
        (("Trafford", "visit", "", "file:///etc/hostname", ""), "begins with https://"),
        (("Trafford", "visit", "", "https://a.org/", ""), "begins with https://"),
    ],
)
def test_a_list_that_cannot_be_read_is_named_with_its_line(
    tmp_path: Path, row: tuple[str, ...], said: str
) -> None:
    listed(tmp_path, row)
    with pytest.raises(KnownProblem, match=said):
        published(tmp_path)


def test_a_list_without_its_columns_is_named(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("place;address\nTrafford;https://a.org/b\n")
    with pytest.raises(KnownProblem, match="Its columns are authority, kind"):
        published(tmp_path)
    assert OURS.name == NAME
