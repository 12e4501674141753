"""Long work step by step, kept until the library changes; filters, ticks and the files made from it."""

import csv
import io
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from fastapi import FastAPI
from fastapi.testclient import TestClient
from openpyxl import load_workbook
from PIL import Image

from assistant.between import Between, between
from assistant.chosen import chosen_items, row_key
from assistant.history import history
from assistant.history_words import main_point
from assistant.improvements import Tracker
from assistant.people import AtThisMachine
from assistant.prepare_files import router
from assistant.prepared import Prepared
from assistant.preparing_views import choice, tracked
from assistant.steps import Step, finished
from assistant.tracker_shown import tracker_html
from documents.problem import KnownProblem
from index import build
from index.library import Library
from index.settings import Settings

LETTER = """# Inspection of Shropshire local authority children’s services

Inspection dates: {dates}

{grades}

## What needs to improve

- {first}
- {second}

## Findings

{finding}
"""
LETTERS = {
    "2016.txt": {
        "dates": "4 July 2016 to 8 July 2016",
        "grades": "The overall judgement is that children’s services are good.",
        "first": "The quality and frequency of supervision.",
        "second": "=The identification of young carers.",
        "finding": "Children are well loved by their foster carers.",
    },
    "2019.txt": {
        "dates": "4 March 2019 to 8 March 2019",
        "grades": "The effectiveness of services overall is inadequate.\n\n"
        "The overall judgement is that children’s services are inadequate.",
        "first": "The frequency of supervision for newly qualified social workers.",
        "second": "The quality of life-story work.",
        "finding": "Young carers are now identified promptly, which has improved since the last inspection.",
    },
}
SHROPSHIRE = "authority=shropshire"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("prepared")
    library = Library(Settings(home=folder / "home"))
    for name, parts in LETTERS.items():
        (folder / name).write_text(LETTER.format(**parts), encoding="utf-8")
        build.add(library, folder / name)
    return library


@pytest.fixture(scope="module")
def prepared(made: Library) -> Prepared:
    return Prepared(made)


@pytest.fixture(scope="module")
def whole(prepared: Prepared) -> Tracker:
    return finished(prepared.tracking("shropshire"))


@pytest.fixture(scope="module")
def client(prepared: Prepared) -> Iterator[TestClient]:
    app = FastAPI()
    app.include_router(router(prepared))
    app.add_middleware(AtThisMachine)
    with TestClient(app) as client:
        yield client


def test_a_step_is_told_for_each_recommendation_and_none_the_second_time(made: Library) -> None:
    fresh = Prepared(made)
    assert list(fresh.tracking("shropshire")) == [Step(done, 4) for done in range(4)]
    assert list(fresh.tracking("shropshire")) == []
    assert len(finished(fresh.tracking("shropshire")).items) == 4


def test_what_was_worked_out_is_worked_out_anew_when_the_library_changes(
    made: Library, tmp_path: Path
) -> None:
    shutil.copytree(made.home, tmp_path / "home")
    changing = Library(Settings(home=tmp_path / "home"))
    prepared = Prepared(changing)
    assert len(finished(prepared.tracking("shropshire")).items) == 4
    build.remove(changing, next(each.sha256 for each in changing.sources() if each.file == "2016.txt"))
    assert len(finished(prepared.tracking("shropshire")).items) == 2


def test_a_time_chooses_recommendations_and_leaves_what_was_said_of_them_later(prepared: Prepared) -> None:
    early = finished(tracked(prepared, "shropshire", between("", "2018")))
    assert [item.number for item in early.items] == [1, 2]
    assert [later.source.file for later in early.items[0].later] == ["2019.txt"]
    assert early.item(3).source.file == "2019.txt"


def test_ticked_rows_are_found_by_their_keys_in_order(whole: Tracker) -> None:
    keys = [row_key(item) for item in reversed(whole.items[1:3])]
    assert [item.number for item in chosen_items(whole, keys)] == [2, 3]
    assert len({row_key(item) for item in whole.items}) == len(whole.items)


def test_a_row_that_is_gone_is_not_passed_over_in_silence(whole: Tracker) -> None:
    with pytest.raises(KnownProblem, match="Show the tracker again"):
        chosen_items(whole, [row_key(whole.items[0]), "gone-1-1"])


def test_a_choice_needs_one_to_four_authorities_that_are_held(made: Library) -> None:
    with pytest.raises(KnownProblem, match="Choose an authority first"):
        choice(made, [], "", "")
    with pytest.raises(KnownProblem, match="no more than 4"):
        choice(made, ["shropshire", "trafford", "camden", "leeds", "durham"], "", "")
    with pytest.raises(KnownProblem, match="no longer holds documents about Trafford"):
        choice(made, ["trafford"], "", "")


def test_the_picture_is_described_by_its_main_point(made: Library) -> None:
    said = main_point(history(made, ["shropshire"]))
    assert said.startswith("Shropshire, 2016 to 2019. Overall effectiveness: good in 2016, then inadequate")
    assert said.endswith("The table that follows holds every grade.")


def test_a_repeated_recommendation_leads_to_the_other(whole: Tracker) -> None:
    shown = tracker_html([whole], Between())
    assert 'Also asked for: 2019 (<a href="#item-shropshire-3">3</a>)' in shown
    assert 'id="item-shropshire-3"' in shown
    only_first = tracker_html([whole.only(lambda item: item.number == 1)], Between())
    assert "Also asked for: 2019 (3)" in only_first
    assert 'href="#item-shropshire-3"' not in only_first


def test_grades_can_be_had_in_four_forms(client: TestClient) -> None:
    table = client.get(f"/preparing/judgements.csv?{SHROPSHIRE}")
    rows = list(csv.reader(io.StringIO(table.content.decode("utf-8-sig"))))
    assert {row[4] for row in rows[1:]} == {"good", "inadequate"}
    book = load_workbook(io.BytesIO(client.get(f"/preparing/judgements.xlsx?{SHROPSHIRE}").content))
    assert book.sheetnames == ["Grades over time", "How to read this"]
    assert book.worksheets[0].max_row == len(rows)
    word = Document(io.BytesIO(client.get(f"/preparing/judgements.docx?{SHROPSHIRE}").content))
    assert len(word.inline_shapes) == 1 and len(word.tables[0].rows) == len(rows)
    picture = client.get(f"/preparing/judgements.png?{SHROPSHIRE}")
    assert Image.open(io.BytesIO(picture.content)).format == "PNG"
    assert "attachment" in picture.headers["content-disposition"]


def test_the_page_shows_a_picture_narrow_or_wide_and_notes_no_export(
    client: TestClient, made: Library
) -> None:
    record = made.home / "audit.jsonl"
    before = record.read_text("utf-8") if record.exists() else ""
    wide = client.get(f"/preparing/plot.png?{SHROPSHIRE}&only=shropshire")
    narrow = client.get(f"/preparing/plot.png?{SHROPSHIRE}&only=shropshire&narrow=yes")
    widths = [Image.open(io.BytesIO(each.content)).width for each in (narrow, wide)]
    assert widths[0] < widths[1]
    assert (record.read_text("utf-8") if record.exists() else "") == before


def test_a_tracker_is_taken_away_with_the_ticked_rows_alone(client: TestClient, whole: Tracker) -> None:
    keys = "&".join(f"row={row_key(item)}" for item in whole.items[1:3])
    table = client.get(f"/preparing/tracker.csv?{SHROPSHIRE}&{keys}").content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(table)))
    assert [row[0] for row in rows] == ["No.", "2", "3"]
    every = client.get(f"/preparing/tracker.xlsx?{SHROPSHIRE}").content
    assert load_workbook(io.BytesIO(every)).worksheets[0].max_row == 1 + len(whole.items)
    word = Document(io.BytesIO(client.get(f"/preparing/tracker.docx?{SHROPSHIRE}&{keys}").content))
    asked = [each.text for each in word.paragraphs if "“" in each.text]
    assert len(asked) == 2


def test_no_cell_of_a_table_is_run_as_a_formula(client: TestClient) -> None:
    table = client.get(f"/preparing/tracker.csv?{SHROPSHIRE}").content.decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(table)) for cell in row]
    assert any("young carers" in cell for cell in cells)
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_taking_a_file_away_is_noted(client: TestClient, made: Library) -> None:
    client.get(f"/preparing/comparison.csv?{SHROPSHIRE}")
    noted = json.loads((made.home / "audit.jsonl").read_text("utf-8").splitlines()[-1])
    assert noted["action"] == "exported"
    assert noted["file"] == "The councils own account Shropshire.csv"


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        (f"/preparing/judgements.csv?{SHROPSHIRE}&since=soon", 400, "‘soon’ is not a date"),
        (f"/preparing/judgements.csv?{SHROPSHIRE}&since=2024", 400, "give no grade from 2024"),
        ("/preparing/judgements.csv?authority=%3Cscript%3E", 400, "no longer holds documents about"),
        ("/preparing/judgements.csv", 400, "Choose an authority first."),
        (f"/preparing/tracker.png?{SHROPSHIRE}", 400, "This cannot be had as .png."),
        (f"/preparing/tracker.csv?{SHROPSHIRE}&row=gone", 400, "Show the tracker again"),
        (f"/preparing/plot.png?{SHROPSHIRE}&only=%3Cb%3E", 400, "give no grade"),
        ("/preparing/passwords.txt?authority=%3Cscript%3E", 404, "There is no such file."),
        (f"/preparing/elsewhere.csv?{SHROPSHIRE}", 404, "There is no such file."),
    ],
)
def test_what_cannot_be_made_is_said_in_a_sentence(
    client: TestClient, address: str, status: int, said: str
) -> None:
    reply = client.get(address)
    assert reply.status_code == status
    assert said in reply.text
    assert "<b>" not in reply.text and "<script>" not in reply.text
