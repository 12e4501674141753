"""Pages without a text layer are read by OCR and marked; blank ones are blank, illegible ones are counted."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from pypdfium2 import PdfDocument
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from documents.boxes import Printed
from documents.printing import ILLEGIBLE, lines_of, mended
from documents.read import read
from documents.report import ReadBy, Report, joined

WORDS = (
    ("Helvetica-Bold", 16, "What needs to improve in Trafford"),
    ("Helvetica", 11, "Supervision of social workers is irregular and is seldom recorded."),
    ("Helvetica", 11, "Managers do not always challenge plans that have drifted for months."),
    ("Helvetica", 11, "Visits to children are made in time since the summer of 2018."),
)


def set_in_type(path: Path) -> Image.Image:
    """A page of WORDS, as an image of it."""
    canvas = Canvas(str(path), pagesize=A4)
    for line, (font, size, words) in enumerate(WORDS):
        canvas.setFont(font, size)
        canvas.drawString(72, 760 - 15 * line - 15 * bool(line), words)
    canvas.save()
    image: Image.Image = PdfDocument(path)[0].render(scale=150 / 72).to_pil().convert("L")
    return image


@pytest.fixture(scope="module")
def scan(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """Four pages: words in a text layer, a scan, one upside down, one blank, and one that nobody can read."""
    folder = tmp_path_factory.mktemp("scan")
    image = set_in_type(folder / "typed.pdf")
    scribble = Image.new("L", image.size, 255)
    for at in range(100, 900, 9):
        ImageDraw.Draw(scribble).line([(100, at), (1100, at + 140)], fill=0, width=2)
    canvas = Canvas(str(folder / "scan.pdf"), pagesize=A4)
    canvas.drawString(72, 700, "This page has words of its own, and no OCR is needed to read them.")
    for picture in (image, image.rotate(180), None, scribble):
        canvas.showPage()
        if picture is not None:
            canvas.drawImage(ImageReader(picture), 0, 0, *A4)
    canvas.save()
    return read(folder / "scan.pdf")


def test_a_scanned_page_is_read_and_marked_so(scan: Report) -> None:
    assert [page.read_by for page in scan.pages[:3]] == [ReadBy.TEXT, ReadBy.OCR, ReadBy.OCR]
    for _, _, words in WORDS[1:]:
        assert words in scan.pages[1].text.replace("\n", " ")


def test_a_scanned_page_that_lies_on_its_head_is_read(scan: Report) -> None:
    assert scan.pages[2].text == scan.pages[1].text


def test_a_scanned_page_is_laid_out_like_a_printed_one(scan: Report) -> None:
    first = [passage for passage in scan.passages if passage.spans[0].page == 2]
    assert first[0].text == WORDS[0][2]
    assert first[1].heading == (WORDS[0][2],)
    assert "recorded. Managers do not" in first[1].text
    pages = {page.number: page.text for page in scan.pages}
    assert all(joined(passage.spans, pages) == passage.text for passage in scan.passages)


def test_a_blank_page_is_not_an_unreadable_one(scan: Report) -> None:
    assert [(page.read_by, page.text) for page in scan.pages[3:]] == [(ReadBy.TEXT, ""), (ReadBy.OCR, "")]


def test_a_line_that_is_not_legible_says_so() -> None:
    clear = Printed("Supervision is irregular", 0.99, 100, 100, 500, 120)
    unclear = Printed("and s ldm rcrded", 0.4, 100, 125, 500, 145)
    assert [line.text for line in lines_of([clear, unclear], 2.0, 1000)] == [clear.text, ILLEGIBLE]
    assert lines_of([unclear], 2.0, 1000) == []


@pytest.mark.parametrize(
    ("read_as", "meant"),
    [
        ("8 June2026", "8 June 2026"),
        ("aged 5 to16.They", "aged 5 to 16.They"),
        ("their needs.Their circumstances", "their needs. Their circumstances"),
        ("leaders'understanding", "leaders' understanding"),
        ("jane.smith2@example.org", "jane.smith2@example.org"),
        ("in decision-", "in decision\ufffe"),
    ],
)
def test_spaces_that_ocr_leaves_out_are_put_back(read_as: str, meant: str) -> None:
    assert mended(read_as) == meant
