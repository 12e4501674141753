"""Golden files: recommendations and judgements as they were read by eye from the page images.

They hold no words of the reports, which are not ours to copy: where items stand, and hashes of their texts.
After `pytest --renew-golden tests/test_golden.py`, look at what has changed beside the pages.
"""

import hashlib
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from documents.frameworks import Framework
from documents.report import Report, joined

pytestmark = pytest.mark.shared
GOLDEN = Path(__file__).parent / "golden"
RECOMMENDATIONS, JUDGEMENTS = GOLDEN / "recommendations.json", GOLDEN / "judgements.json"
Golden = dict[str, Any]


def recommendations_of(report: Report) -> Golden:
    items = []
    for asked in report.recommendations:
        passage = report.passages[asked.passage]
        item = {
            "pages": sorted({span.page for span in passage.spans}),
            "spans": [[span.page, span.start, span.end, span.joiner] for span in passage.spans],
            "number": passage.paragraph,
            "addressed_to": asked.addressed_to,
            "text_sha256": hashlib.sha256(asked.text.encode()).hexdigest(),
        }
        items.append(item)
    return {"sha256": report.source.sha256, "recommendations": items}


def judgements_of(report: Report) -> Golden:
    rows = [{"area": each.area, "grade": each.grade, "page": each.page} for each in report.judgements]
    return {"sha256": report.source.sha256, "judgements": rows}


def kept(path: Path) -> Golden:
    return dict(json.loads(path.read_text(encoding="utf-8")))


def renew(path: Path, reports: dict[str, Report], of: Callable[[Report], Golden]) -> None:
    """One line an item, so that a difference shows which items changed."""
    lines = []
    for file in kept(path):
        (_, sha256), (name, items) = of(reports[file]).items()
        rows = ",\n".join("   " + json.dumps(item, ensure_ascii=False) for item in items)
        lines.append(f' "{file}": {{\n  "sha256": "{sha256}",\n  "{name}": [\n{rows}\n  ]\n }}')
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


@pytest.fixture(scope="module", autouse=True)
def _renewed(request: pytest.FixtureRequest, reports: dict[str, Report]) -> None:
    if request.config.getoption("--renew-golden"):
        renew(RECOMMENDATIONS, reports, recommendations_of)
        renew(JUDGEMENTS, reports, judgements_of)


@pytest.mark.parametrize("file", kept(RECOMMENDATIONS))
def test_recommendations_are_those_seen_on_the_pages(file: str, reports: dict[str, Report]) -> None:
    assert recommendations_of(reports[file]) == kept(RECOMMENDATIONS)[file]


@pytest.mark.parametrize("file", kept(JUDGEMENTS))
def test_judgements_are_those_seen_on_the_pages(file: str, reports: dict[str, Report]) -> None:
    assert judgements_of(reports[file]) == kept(JUDGEMENTS)[file]


def test_the_golden_reports_are_of_all_kinds(reports: dict[str, Report]) -> None:
    recommended = [reports[file].source for file in kept(RECOMMENDATIONS)]
    assert len(recommended) >= 25
    assert {source.framework for source in recommended} == {
        Framework.ILACS_STANDARD,
        Framework.ILACS_SHORT,
        Framework.SINGLE_INSPECTION,
        Framework.LOOKED_AFTER,
        Framework.JTAI,
        Framework.AREA_SEND,
    }
    judged = [reports[file].source.inspected_to for file in kept(JUDGEMENTS)]
    assert len(judged) >= 20
    assert all(day is not None and day.year < 2018 for day in judged)


def test_no_words_of_a_report_stand_in_the_golden_files(reports: dict[str, Report]) -> None:
    text = RECOMMENDATIONS.read_text(encoding="utf-8") + JUDGEMENTS.read_text(encoding="utf-8")
    for file in {**kept(RECOMMENDATIONS), **kept(JUDGEMENTS)}:
        assert not any(asked.text in text for asked in reports[file].recommendations)


def words_at(report: Report, spans: Iterable[Any]) -> str:
    texts = {page.number: page.text for page in report.pages}
    return joined(tuple(spans), texts)


def test_the_words_of_a_recommendation_stand_at_its_spans(reports: dict[str, Report]) -> None:
    for file in kept(RECOMMENDATIONS):
        for asked in reports[file].recommendations:
            assert asked.text in words_at(reports[file], reports[file].passages[asked.passage].spans)
