"""Each character of a passage is traced to the reader's own, from which its box on the page is drawn."""

from pathlib import Path

import pypdfium2
import pytest

from documents.clean import LIGATURES
from documents.read import read
from documents.samples import sample_files


def wrong_characters(path: Path) -> list[tuple[str, str]]:
    """The letters and digits of every passage that are traced to another character of the PDF."""
    report = read(path)
    document = pypdfium2.PdfDocument(path)
    raw = {page.number: document[page.number - 1].get_textpage().get_text_range() for page in report.pages}
    origins = {
        page.number: {run.start + at: run.origin + at for run in page.runs for at in range(run.length)}
        for page in report.pages
    }
    texts = {page.number: page.text for page in report.pages}
    return [
        (texts[span.page][at], raw[span.page][origin])
        for passage in report.passages
        for span in passage.spans
        for at in range(span.start, span.end)
        if (origin := origins[span.page].get(at)) is not None
        and texts[span.page][at].isalnum()
        and texts[span.page][at] not in raw[span.page][origin].translate(LIGATURES)
    ]


def untraced(path: Path) -> float:
    """The share of letters and digits in passages that are traced to no character of the PDF."""
    report = read(path)
    traced = {
        (page.number, run.start + at)
        for page in report.pages
        for run in page.runs
        for at in range(run.length)
    }
    texts = {page.number: page.text for page in report.pages}
    wanted = [
        (span.page, at)
        for passage in report.passages
        for span in passage.spans
        for at in range(span.start, span.end)
        if texts[span.page][at].isalnum()
    ]
    return sum(place not in traced for place in wanted) / len(wanted)


def test_every_letter_of_the_sample_letter_is_traced_to_itself() -> None:
    letter = sample_files()[0]
    assert wrong_characters(letter) == []
    assert untraced(letter) == 0


@pytest.mark.shared
def test_every_letter_of_real_reports_is_traced_to_itself(shared: Path) -> None:
    for name in ("50308602", "50004293", "53562485", "55350610", "2761820", "50074947"):
        path = shared / "corpus" / "reports" / f"{name}.pdf"
        assert wrong_characters(path) == [], name
        assert untraced(path) == 0, name
