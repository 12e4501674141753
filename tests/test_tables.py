"""The tables of judgements and recommendations: every row with its source, and the page where it stands."""

import csv
import io
import json
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from documents.read import read
from documents.report import Report
from index import catalogue, entries, listing, tables
from index.context import contexts
from index.library import Library
from index.settings import Settings

CONTRACT = {  # DESIGN.md: other programs rely on it
    "file", "sha256", "title", "authority", "authorities", "speaker", "framework", "published",
    "inspected_from", "inspected_to", "lead_inspector", "pages", "unreadable_pages", "judgements",
    "recommendations", "sample",
}  # fmt: skip


def put(library: Library, *reports: Report) -> Library:
    with library.catalogue.writing() as db:
        for report in reports:
            entries.put(db, report, contexts(report))
    return library


@pytest.fixture(scope="module")
def two(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Trafford 2015, its seven judgements and two lists, and Trafford 2026, without vectors."""
    files = ("50308602.pdf", "50004293.pdf")
    library = Library(Settings(home=tmp_path_factory.mktemp("two")))
    return put(library, *(read(shared / "corpus" / "reports" / file) for file in files))


@pytest.mark.shared
def test_judgements_come_by_authority_and_day_with_their_pages(two: Library) -> None:
    rows = tables.judged(two)
    assert [row.file for row in rows] == ["50004293.pdf"] * 7 + ["50308602.pdf"] * 4
    board = rows[6]
    assert (board.area, board.grade) == ("Local Safeguarding Children Board", "good")
    assert (board.authority, board.inspected_from, board.inspected_to) == (
        "Trafford",
        "2015-01-27",
        "2015-02-18",
    )
    assert board.page == 39


@pytest.mark.shared
def test_recommendations_come_in_the_order_of_their_reports_with_both_page_numbers(two: Library) -> None:
    rows = [row for row in tables.asked(two) if row.file == "50308602.pdf"]
    assert [row.order for row in rows] == list(range(1, 10))
    assert {(row.page, row.printed_page) for row in rows} == {(2, "2")}
    with two.catalogue.reading() as db:
        texts = {page.number: page.text for page in catalogue.pages(db, rows[0].sha256)}
    assert all(row.text[:40] in texts[row.page].replace("\n", " ") for row in rows)


@pytest.mark.shared
def test_list_holds_what_other_programs_rely_on(two: Library) -> None:
    entries = json.loads(listing.as_json(listing.listed(two)))
    for entry in entries:
        assert entry.keys() >= CONTRACT
        assert {"area", "grade", "page"} <= entry["judgements"][0].keys()
        assert {"text", "page"} <= entry["recommendations"][0].keys()
    assert sorted(len(entry["recommendations"]) for entry in entries) == [9, 11]


@pytest.mark.shared
def test_all_the_reports_are_listed_in_a_second(reports: dict[str, Report], tmp_path: Path) -> None:
    library = put(Library(Settings(home=tmp_path / "home")), *reports.values())
    began = time.perf_counter()
    entries = listing.listed(library)
    assert time.perf_counter() - began < 1
    found = [len(entry["recommendations"]) for entry in entries]
    assert sum(found) == sum(len(report.recommendations) for report in reports.values())
    assert len(tables.asked(library)) == sum(found)
    assert len(tables.judged(library)) == sum(len(report.judgements) for report in reports.values())


def test_an_authority_limits_the_table(library: Library) -> None:
    assert {row.authority for row in tables.asked(library, "trafford")} <= {"Trafford"}
    assert tables.judged(library, "bath_and_north_east_somerset") == []


def test_a_table_of_the_samples_is_printed_in_three_forms(changeable: Library, command: Any) -> None:
    plain = command("-m", "index", "recommendations")
    rows = tables.asked(changeable)
    assert all(row.text in plain.stdout for row in rows)
    read_back = list(csv.DictReader(io.StringIO(command("-m", "index", "recommendations", "--csv").stdout)))
    assert [row["text"] for row in read_back] == [row.text for row in rows]
    assert json.loads(command("-m", "index", "recommendations", "--json").stdout) == tables.as_rows(rows)
    refused = command("-m", "index", "judgements", "--authority", "Atlantis")
    assert (refused.returncode, "Atlantis is not an English council" in refused.stderr) == (1, True)


def test_no_cell_is_run_as_a_formula() -> None:
    row = tables.Asked("a.pdf", "00", "A", None, None, None, 1, None, 1, None, "=1+1")
    rows = [row, replace(row, order=2, text='Ensure, "at once", that 1 = 1.')]
    table = list(csv.DictReader(io.StringIO(tables.as_csv(tables.Asked, rows))))
    assert [row["text"] for row in table] == ["'=1+1", 'Ensure, "at once", that 1 = 1.']


def test_an_empty_table_has_its_heads() -> None:
    assert tables.as_csv(tables.Judged, []).endswith("page,printed_page,area,grade\n")
