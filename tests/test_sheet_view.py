"""The rows of a sheet around a quoted one, each cell under its column."""

import re
from html import unescape
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from assistant.sheet_view import rows_html
from documents.read import read
from documents.report import Passage, Report


@pytest.fixture
def report(tmp_path: Path) -> Report:
    book = Workbook()
    sheet = book.active
    sheet.append(["Action", "Owner", "By when"])
    for number in range(1, 13):
        owner = None if number == 6 else f"Team {number}"
        sheet.append([f"Review plan {number}: all | of it", owner, f"week {number}"])
    sheet.append([])
    sheet.append(["Staff <b>", "Filled"])
    sheet.cell(sheet.max_row, 1).font = Font(bold=True)
    sheet.append(["Social workers", 41])
    book.save(tmp_path / "actions.xlsx")
    return read(tmp_path / "actions.xlsx")


def shown(report: Report, quoted: Passage) -> list[list[str]]:
    table = rows_html(report.pages[0], report.passages, quoted.spans, "Sheet 1")
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in re.findall(r"<tr.*?</tr>", table)]
    return [[unescape(re.sub(r"</?bdi>", "", cell)) for cell in row] for row in cells]


def row(report: Report, words: str) -> Passage:
    return next(passage for passage in report.passages if words in passage.text)


def test_three_rows_stand_before_and_after_the_quoted_one(report: Report) -> None:
    rows = shown(report, row(report, "Review plan 6"))
    assert rows[0] == ["Row", "Action", "Owner", "By when"]
    assert [cells[0] for cells in rows[1:]] == ["4", "5", "6", "7", "8", "9", "10"]


def test_an_empty_cell_stays_empty_and_the_others_stand_under_their_columns(report: Report) -> None:
    rows = shown(report, row(report, "Review plan 6"))
    quoted = next(cells for cells in rows if cells[0] == "7")
    assert quoted[1] == "<mark>Review plan 6: all | of it</mark>"
    assert quoted[2] == ""
    assert quoted[3] == "<mark>week 6</mark>"


def test_the_quoted_row_of_a_second_table_stands_under_its_own_columns(report: Report) -> None:
    rows = shown(report, row(report, "Social workers"))
    assert rows[0] == ["Row", "Staff <b>", "Filled"]
    assert rows[-1][1:] == ["<mark>Social workers</mark>", "<mark>41</mark>"]


def test_a_row_named_by_a_cell_under_no_heading_keeps_its_name(tmp_path: Path) -> None:
    book = Workbook()
    for cells in (
        [None, "2018", "2019"],
        ["Visits in time", "71%", "80%"],
        ["Reviews in time", "60%", "90%"],
    ):
        book.active.append(cells)
    book.save(tmp_path / "figures.xlsx")
    report = read(tmp_path / "figures.xlsx")
    rows = shown(report, row(report, "Reviews in time"))
    assert rows == [
        ["Row", "2018", "2019"],
        ["2 Visits in time", "71%", "80%"],
        ["3 <mark>Reviews in time</mark>", "<mark>60%</mark>", "<mark>90%</mark>"],
    ]


def test_words_become_no_markup(report: Report) -> None:
    table = rows_html(report.pages[0], report.passages, row(report, "Social workers").spans, 'A "sheet" <i>')
    assert "<b>" not in table and "<i>" not in table and 'label="A &quot;sheet&quot;' in table


def test_a_sheet_with_no_quoted_row_has_no_table(report: Report) -> None:
    assert rows_html(report.pages[0], report.passages, (), "Sheet 1") == ""
