"""Draws the slides, trafford-self-assessment-2018.pptx. The only module here that knows python-pptx."""

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.presentation import Presentation as Deck
from pptx.shapes.base import BaseShape
from pptx.slide import Slide as Page
from pptx.text.text import TextFrame
from pptx.util import Inches, Pt

from documents.samples import deck_text as words

MADE = datetime(2026, 11, 21)  # fixed, or each run would give other bytes
OLDEST_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
UNIX = 3  # what a zip entry notes as its system
BLUE = RGBColor(0x1F, 0x3A, 0x5F)
WIDE = (13.333, 7.5)  # the slide, in inches; boxes are left, top, width, height

TITLE_LAYOUT, TWO_COLUMN_LAYOUT = 0, 4
TITLE_BOX = (0.6, 0.35, 12.1, 0.8)
COLUMN_BOXES = ((0.6, 5.9), (6.8, 5.9))  # left, width
HEADING_TOP, HEADING_HEIGHT = 1.2, 0.5
BODY_TOP, BODY_HEIGHT = 1.75, 5.4


def write_deck(path: Path) -> None:
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(WIDE[0]), Inches(WIDE[1])
    _describe(deck)
    _add_title_page(deck)
    for slide in words.SLIDES:
        _add_page(deck, slide)
    saved = BytesIO()
    deck.save(saved)
    path.write_bytes(_with_fixed_dates(saved))


def _describe(deck: Deck) -> None:
    about = deck.core_properties
    about.title, about.subject, about.language = words.TITLE, words.SUBTITLE[0], "en-GB"
    about.author = about.last_modified_by = "Sample briefings, inspection assistant"
    about.created = about.modified = MADE
    about.revision = 1


def _add_title_page(deck: Deck) -> None:
    page = deck.slides.add_slide(deck.slide_layouts[TITLE_LAYOUT])
    title, subtitle = page.placeholders
    _place(title, (0.9, 1.6, 11.5, 2.0))
    _place(subtitle, (0.9, 3.9, 11.5, 2.2))
    _fill(title.text_frame, (words.TITLE,), size=38, heading=True)
    _fill(subtitle.text_frame, words.SUBTITLE, size=20)


def _add_page(deck: Deck, slide: words.Slide) -> None:
    page = deck.slides.add_slide(deck.slide_layouts[TWO_COLUMN_LAYOUT])
    title, *boxes = page.placeholders
    _place(title, TITLE_BOX)
    _fill(title.text_frame, (slide.title,), size=30, heading=True)
    for column, heading, body, (left, width) in zip(
        (slide.left, slide.right), boxes[::2], boxes[1::2], COLUMN_BOXES, strict=True
    ):
        _place(heading, (left, HEADING_TOP, width, HEADING_HEIGHT))
        _fill(heading.text_frame, (column.heading,), size=18, heading=True)
        _place(body, (left, BODY_TOP, width, BODY_HEIGHT))
        if column.rows:
            _put_table(page, body, column.rows)
        else:
            _fill(body.text_frame, column.bullets, size=15)


def _place(shape: BaseShape, box: tuple[float, float, float, float]) -> None:
    shape.left, shape.top, shape.width, shape.height = (Inches(inches) for inches in box)


def _fill(frame: TextFrame, texts: Iterable[str], size: int, heading: bool = False) -> None:
    frame.text = "\n".join(texts)
    for paragraph in frame.paragraphs:
        paragraph.font.size = Pt(size)
        paragraph.space_before, paragraph.space_after = Pt(0), Pt(4)
        if heading:
            paragraph.font.bold, paragraph.font.color.rgb = True, BLUE


def _put_table(page: Page, body: BaseShape, rows: tuple[tuple[str, str], ...]) -> None:
    """The table takes the placeholder's place in the order too, so it is read before the right column."""
    box = (body.left, body.top, body.width - Inches(0.3), Inches(0.36) * len(rows))
    frame = page.shapes.add_table(len(rows), len(rows[0]), *box)
    body.element.getparent().replace(body.element, frame.element)
    frame.table.columns[1].width = Inches(1.1)
    frame.table.columns[0].width = box[2] - Inches(1.1)
    for row, texts in zip(frame.table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            _fill(cell.text_frame, (text,), size=13)


def _with_fixed_dates(saved: BytesIO) -> bytes:
    """A zip notes when each part was packed; here every part says the same."""
    fixed = BytesIO()
    with ZipFile(saved) as parts, ZipFile(fixed, "w") as packed:
        for name in parts.namelist():
            entry = ZipInfo(name, OLDEST_ZIP_DATE)
            entry.compress_type, entry.create_system = ZIP_DEFLATED, UNIX
            packed.writestr(entry, parts.read(name))
    return fixed.getvalue()
