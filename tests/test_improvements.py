"""The improvement tracker: what was asked, what later documents say of it, the links, the exports."""

import io
import json
import shutil
from pathlib import Path

import pytest
from conftest import Command
from docx import Document
from openpyxl import load_workbook

from assistant.grounds import Ground, Standing
from assistant.improvements import Item, Later, Tracker, tracker
from assistant.improvements_sheet import as_xlsx
from assistant.improvements_shown import as_json, as_lines, latest, repeated
from assistant.improvements_word import as_docx
from documents.report import joined
from index import build, catalogue
from index.library import Library
from index.settings import Settings

TITLE = "Inspection of Shropshire local authority children’s services"
LETTERS = {
    "2016.txt": (
        "4 July 2016 to 8 July 2016",
        """## What needs to improve

- The quality and frequency of supervision.
- The identification of young carers.
- The response to children who go missing, so that return home interviews are held.
- Support for care leavers in preparing for independence.
- The range of leisure offered in museums.
- The quality of life-story work.

## Findings

Children are well loved by their foster carers.""",
    ),
    "2019.txt": (
        "4 March 2019 to 8 March 2019",
        """## What needs to improve

- The frequency of supervision for newly qualified social workers.

## Findings

Young carers are now identified promptly, and this has improved since the last inspection.

Return home interviews are often late and do not lead to plans that reduce risk.

Life-story work is thorough. However, it is often delayed for boys.

In our self-assessment of journeys, inspectors looked at three files.""",
    ),
    "2023.txt": (
        "6 March 2023 to 10 March 2023",
        """## Findings

The identification of young carers has deteriorated sharply.

Return home interviews are prompt, thorough and well recorded.

Care leavers are well prepared for independence.""",
    ),
}


@pytest.fixture(scope="module")
def inspected(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A library of three made letters about Shropshire, for tests that change nothing."""
    folder = tmp_path_factory.mktemp("inspected")
    made = Library(Settings(home=folder / "home"))
    for name, (dates, body) in LETTERS.items():
        path = folder / name
        path.write_text(f"# {TITLE}\n\nInspection dates: {dates}\n\n{body}\n", encoding="utf-8")
        build.add(made, path)
    return made


@pytest.fixture(scope="module")
def tracked(inspected: Library) -> Tracker:
    return tracker(inspected, "shropshire")


def item(tracked: Tracker, words: str) -> Item:
    return next(each for each in tracked.items if words in each.citation.quote.words)


def verdicts(one: Item) -> list[tuple[str, Standing]]:
    return [(later.source.file, later.standing) for later in one.later]


def later(one: Item, file: str) -> Later:
    return next(each for each in one.later if each.source.file == file)


def test_every_recommendation_stands_in_order_of_date(tracked: Tracker) -> None:
    assert [one.source.file for one in tracked.items] == ["2016.txt"] * 6 + ["2019.txt"]
    assert [one.number for one in tracked.items] == [1, 2, 3, 4, 5, 6, 7]


def test_what_later_documents_say_is_better_same_worse_or_nothing(tracked: Tracker) -> None:
    carers = item(tracked, "young carers")
    assert verdicts(carers) == [("2019.txt", Standing.BETTER), ("2023.txt", Standing.WORSE)]
    missing = item(tracked, "go missing")
    assert verdicts(missing) == [("2019.txt", Standing.SAME), ("2023.txt", Standing.BETTER)]
    leavers = item(tracked, "care leavers")
    assert verdicts(leavers) == [("2019.txt", Standing.NOT_MENTIONED), ("2023.txt", Standing.BETTER)]
    museums = item(tracked, "museums")
    assert {standing for _, standing in verdicts(museums)} == {Standing.NOT_MENTIONED}


def test_findings_that_go_both_ways_are_only_mentioned_and_quoted_together(tracked: Tracker) -> None:
    stood = later(item(tracked, "life-story"), "2019.txt")
    assert (stood.standing, stood.ground) == (Standing.MENTIONED, Ground.DIVIDED)
    assert "However" in stood.citations[0].quote.words


def test_what_is_asked_for_again_is_the_same_and_both_are_linked(tracked: Tracker) -> None:
    first, again = item(tracked, "quality and frequency"), item(tracked, "newly qualified")
    assert (first.again, again.again) == ((again.number,), (first.number,))
    assert later(first, "2019.txt").ground is Ground.AGAIN
    assert repeated(tracked, first) == "also asked for in 2019"
    assert repeated(tracked, again) == "also asked for in 2016"


def test_every_quotation_stands_on_its_page(inspected: Library, tracked: Tracker) -> None:
    citations = [one.citation for one in tracked.items]
    citations += [each for one in tracked.items for stood in one.later for each in stood.citations]
    for citation in citations:
        quote = citation.quote
        with inspected.catalogue.reading() as db:
            pages = {page.number: page.text for page in catalogue.pages(db, quote.source.sha256)}
        assert joined(quote.spans, pages) == quote.words


def test_a_verdict_always_has_its_quotation(tracked: Tracker) -> None:
    for one in tracked.items:
        for stood in one.later:
            assert bool(stood.citations) is (stood.standing is not Standing.NOT_MENTIONED)


def test_what_the_council_or_the_press_says_gives_no_verdict(library: Library) -> None:
    for one in tracker(library, "trafford").items:
        for stood in one.later:
            assert stood.standing in (Standing.MENTIONED, Standing.NOT_MENTIONED)


def test_documents_without_a_date_are_named_and_left_out(library: Library) -> None:
    found = tracker(library, "trafford")
    assert {source.file for source in found.undated} == {
        "trafford-news-2022.txt",
        "trafford-permanence-article.html",
    }
    assert "trafford-news-2022.txt" in as_lines(found)[-1]


def test_an_authority_with_no_recommendations_has_an_empty_tracker(library: Library) -> None:
    found = tracker(library, "shropshire")
    assert found.items == ()
    assert "no recommendation" in as_lines(found)[0]


def test_the_lines_and_the_json_hold_each_item(tracked: Tracker) -> None:
    lines = as_lines(tracked)
    assert any("WORSE" in line for line in lines)
    assert any("also asked for in 2019" in line for line in lines)
    rows = as_json(tracked)["items"]
    assert [row["number"] for row in rows] == [1, 2, 3, 4, 5, 6, 7]
    assert rows[1]["latest"] == "worse"
    assert rows[1]["later"][1]["citations"][0]["page"] == 1
    json.dumps(rows)


def test_the_spreadsheet_has_a_row_for_each_item_and_for_each_later_document(tracked: Tracker) -> None:
    book = load_workbook(io.BytesIO(as_xlsx(tracked)))
    items, evidence, notes = book.worksheets
    assert items.max_row == 1 + len(tracked.items)
    assert evidence.max_row == 1 + sum(len(one.later) for one in tracked.items)
    assert items["E2"].value == tracked.items[0].citation.quote.words
    assert items.freeze_panes == "B2"
    assert "Improvement tracker: Shropshire" in notes["A1"].value


def test_the_word_document_shows_what_is_pressing_first(tracked: Tracker) -> None:
    document = Document(io.BytesIO(as_docx(tracked)))
    words = [paragraph.text for paragraph in document.paragraphs]
    assert words[0] == "Improvement tracker: Shropshire"
    assert "Asked for more than once (2)" in words
    assert words.index("Asked for more than once (2)") < words.index("Latest word: worse (1)")
    assert len(document.tables) == sum(bool(one.later) for one in tracked.items)


def test_the_latest_word_is_that_of_the_newest_inspection_that_speaks(tracked: Tracker) -> None:
    found = latest(item(tracked, "life-story"))
    assert found is not None
    assert found.source.file == "2019.txt"


def test_the_command_writes_both_files(
    inspected: Library, home: Path, command: Command, tmp_path: Path
) -> None:
    shutil.copytree(inspected.home, home)
    words = ("-m", "assistant", "improvements", "--authority", "Shropshire")
    done = command(*words, "--xlsx", tmp_path / "t.xlsx", "--docx", tmp_path / "t.docx", "--json")
    assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)["items"]) == 7
    assert (tmp_path / "t.xlsx").exists()
    assert (tmp_path / "t.docx").exists()
