"""The improvement tracker for Trafford over its reports of 2015 to 2026, read against their pages by eye.

The golden file holds no words of the reports, which are not ours to copy: hashes, pages, links and verdicts.
After `pytest --renew-golden tests/test_improvements_golden.py`, read what has changed beside the pages.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from assistant.evidence import Citation
from assistant.improvements import Item, Later, Tracker, tracker
from assistant.improvements_shown import when
from index import build
from index.library import Library
from index.settings import Settings

pytestmark = pytest.mark.shared
GOLDEN = Path(__file__).parent / "golden" / "improvements.json"
REPORTS = ("50004293.pdf", "50074947.pdf", "50206433.pdf", "53562485.pdf", "50308602.pdf")
VISIT_2018 = "001_*.txt"


@pytest.fixture(scope="module")
def trafford(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Tracker:
    library = Library(Settings(home=tmp_path_factory.mktemp("trafford")))
    for file in REPORTS:
        build.add(library, shared / "corpus" / "reports" / file)
    (visit,) = (shared / "seeds").glob(VISIT_2018)
    build.add(library, visit)
    return tracker(library, "trafford")


def golden_of(tracked: Tracker) -> list[dict[str, Any]]:
    return [_item(item) for item in tracked.items]


def _item(item: Item) -> dict[str, Any]:
    return {
        "number": item.number,
        "asked": when(item.source),
        **_place(item.citation),
        "matters": list(item.matters),
        "again": list(item.again),
        "later": [_later(later) for later in item.later],
    }


def _later(later: Later) -> dict[str, Any]:
    return {
        "in": when(later.source),
        "standing": str(later.standing),
        "ground": later.ground.name.lower(),
        "quotes": [_place(citation) for citation in later.citations],
    }


def _place(citation: Citation) -> dict[str, Any]:
    return {"pages": list(citation.quote.pages), "sha256": _hash(citation.quote.words)}


def _hash(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:16]


@pytest.fixture(scope="module", autouse=True)
def _renewed(request: pytest.FixtureRequest, trafford: Tracker) -> None:
    """One line a verdict, so that a difference shows which verdicts changed."""
    if not request.config.getoption("--renew-golden"):
        return
    items = []
    for item in golden_of(trafford):
        later = item.pop("later")
        rows = "".join(f"\n   {json.dumps(row)}," for row in later).rstrip(",")
        items.append(f'{json.dumps(item)[:-1]}, "later": [{rows}]}}')
    GOLDEN.write_text("[\n" + ",\n".join(items) + "\n]\n", encoding="utf-8")


def test_the_tracker_says_what_was_read_on_the_pages(trafford: Tracker) -> None:
    kept = json.loads(GOLDEN.read_text(encoding="utf-8"))
    assert [item["sha256"] for item in golden_of(trafford)] == [item["sha256"] for item in kept]
    for found, wanted in zip(golden_of(trafford), kept, strict=True):
        assert found == wanted, f"item {wanted['number']}"


def test_every_report_of_trafford_is_tracked(trafford: Tracker) -> None:
    asked = [when(item.source)[:4] for item in trafford.items]
    assert {year: asked.count(year) for year in asked} == {
        "2015": 11,
        "2018": 5,
        "2019": 6,
        "2022": 6,
        "2023": 4,
        "2026": 9,
    }


def test_no_words_of_a_report_stand_in_the_golden_file(trafford: Tracker) -> None:
    text = GOLDEN.read_text(encoding="utf-8")
    for item in trafford.items:
        for citation in (item.citation, *(each for later in item.later for each in later.citations)):
            words = citation.quote.words.split()
            assert not any(" ".join(words[at : at + 8]) in text for at in range(max(1, len(words) - 7)))
