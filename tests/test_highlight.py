"""The boxes over quoted words cover those words and no others, on the page as it is shown."""

import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from documents.clean import clean
from documents.highlight import Box, boxes
from documents.passages import cut
from documents.read import read
from documents.report import Page, Passage, Report, Run, Span
from documents.sentences import sentences

QUOTATIONS, SEED = 200, 20261125
WORDS = "Plans for children are reviewed late."
LINES = (
    ("Helvetica", 11, f"Visits are made in time. {WORDS} Managers know it."),
    ("Times-Italic", 24, "Quality of practice with young people"),
)


def words_under(path: Path, number: int, found: Iterable[Box]) -> str:
    """What stands on the page where the boxes are: the letters whose middle lies in one, box by box."""
    document = pypdfium2.PdfDocument(path)
    page = document[number - 1]
    letters = list(_letters(page))
    document.close()
    return "".join(
        character
        for box in found
        for character, across, down in letters
        if box.left <= across <= box.right and box.top <= down <= box.bottom
    )


def _letters(page: pypdfium2.PdfPage) -> Iterator[tuple[str, float, float]]:
    """Each letter of a page with the middle of its box, by ways of its own to those shares of the page."""
    text = page.get_textpage()
    left, bottom, right, top = page.get_cropbox()
    wide, high, turned = right - left, top - bottom, page.get_rotation()
    for index in range(text.count_chars()):
        box = text.get_charbox(index)
        across, down = ((box[0] + box[2]) / 2 - left) / wide, (top - (box[1] + box[3]) / 2) / high
        for _ in range(turned // 90):
            across, down = 1 - down, across
        if pdfium.FPDFText_IsHyphen(text.raw, index) == 1:
            yield "-", across, down
        elif box[0] < box[2]:
            yield plain(chr(pdfium.FPDFText_GetUnicode(text.raw, index))), across, down


def plain(words: str) -> str:
    return "".join(clean(words).split())


def by_page(spans: Sequence[Span]) -> dict[int, list[tuple[int, int]]]:
    numbers = dict.fromkeys(span.page for span in spans)
    return {number: [(span.start, span.end) for span in spans if span.page == number] for number in numbers}


def covered(path: Path, pages: Sequence[Page], spans: Sequence[Span]) -> str:
    return "".join(
        words_under(path, number, boxes(path, pages[number - 1], stretches))
        for number, stretches in by_page(spans).items()
    )


def quotation(chance: random.Random, passage: Passage) -> tuple[tuple[Span, ...], str]:
    """One sentence of a passage, or two."""
    parts = sentences(passage.text) or [(0, len(passage.text))]
    first = chance.randrange(len(parts))
    last = min(first + chance.randrange(2), len(parts) - 1)
    start, end = parts[first][0], parts[last][1]
    return cut(passage.spans, start, end), passage.text[start:end]


@pytest.mark.shared
def test_the_boxes_of_200_random_quotations_cover_exactly_their_words(
    shared: Path, reports: dict[str, Report]
) -> None:
    chance = random.Random(SEED)
    wrong = []
    for file in chance.choices(sorted(reports), k=QUOTATIONS):
        report, path = reports[file], shared / "corpus" / "reports" / file
        spans, words = quotation(chance, chance.choice(report.passages))
        if covered(path, report.pages, spans) != plain(words):
            wrong.append((file, spans))
    assert wrong == []


def set_in_type(path: Path, turned: int = 0, crop: tuple[int, int, int, int] | None = None) -> Path:
    canvas = Canvas(str(path), pagesize=A4)
    for place, (font, size, words) in enumerate(LINES):
        canvas.setFont(font, size)
        canvas.drawString(72, 700 - 60 * place, words)
    canvas.save()
    document = pypdfium2.PdfDocument(path)
    document[0].set_rotation(turned)
    if crop:
        document[0].set_cropbox(*crop)
    made = path.with_name("made.pdf")
    document.save(made)
    document.close()
    return made


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (50, 400, 560, 800)])
def test_the_boxes_are_those_of_the_page_as_it_is_turned_and_cropped(
    tmp_path: Path, turned: int, crop: tuple[int, int, int, int] | None
) -> None:
    path = set_in_type(tmp_path / "set.pdf", turned, crop)
    page = read(path).pages[0]
    for words in (WORDS, LINES[1][2]):
        start = page.text.index(words)
        found = boxes(path, page, [(start, start + len(words))])
        assert words_under(path, 1, found) == plain(words)
        assert all(0 <= side <= 1 for box in found for side in (box.left, box.top, box.right, box.bottom))


def test_the_mark_of_a_footnote_between_the_words_is_left_out(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "marked.pdf"), pagesize=A4)
    written = canvas.beginText(72, 700)
    for size, rise, words in ((12, 0, "The board"), (7, 5, "1"), (12, 0, " meets every month.")):
        written.setFont("Helvetica", size)
        written.setRise(rise)
        written.textOut(words)
    canvas.drawText(written)
    canvas.save()
    page = read(tmp_path / "marked.pdf").pages[0]
    assert page.text == "The board meets every month."
    found = boxes(tmp_path / "marked.pdf", page, [(0, len(page.text))])
    assert words_under(tmp_path / "marked.pdf", 1, found) == "Theboardmeetseverymonth."
    assert len(found) == 2


def test_a_word_that_was_parted_at_the_end_of_a_line_is_covered_on_both(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "parted.pdf"), pagesize=A4)
    canvas.drawString(72, 700, "Safeguarding partners meet. The partnership does its safe-")
    canvas.drawString(72, 686, "guarding well, and its multi-agency board meets; multi-")
    canvas.drawString(72, 672, "agency plans follow.")
    canvas.save()
    page = read(tmp_path / "parted.pdf").pages[0]
    for words, under in (
        ("safeguarding well", "safeguardingwell"),
        ("multi-agency plans", "multi-agencyplans"),
    ):
        start = page.text.index(words)
        found = boxes(tmp_path / "parted.pdf", page, [(start, start + len(words))])
        assert words_under(tmp_path / "parted.pdf", 1, found) == under
        assert len(found) == 2


def test_nothing_is_lit_where_the_letters_of_the_page_are_others(tmp_path: Path) -> None:
    path = set_in_type(tmp_path / "set.pdf")
    other = Page(1, None, "Plans for children are good.", runs=(Run(0, 25, 28),))
    assert boxes(path, other, [(0, 28)]) == ()
    assert boxes(path, Page(1, None, WORDS), [(0, len(WORDS))]) == ()
