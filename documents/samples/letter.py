"""Draws the letter, trafford-focused-visit-2018.pdf. The only module here that knows reportlab."""

from collections.abc import Iterable
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import reportlab
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from documents.samples import letter_text as words

MADE = "D:20261121000000Z"  # fixed, or each run would give other bytes
FONT_FILES = Path(reportlab.__file__).parent / "fonts"
INK, BLUE, GREY, PALE = (HexColor(code) for code in ("#1d1d1b", "#1f3a5f", "#5b6470", "#eef2f6"))
LEFT, RIGHT = 25 * mm, A4[0] - 25 * mm
FRAME_PADDING = 6  # points that reportlab leaves inside its margins

BODY = ParagraphStyle("body", fontName="Vera", fontSize=9.3, leading=13, textColor=INK, spaceAfter=6)
TITLE = ParagraphStyle("title", BODY, fontName="Vera-Bold", fontSize=14, leading=18, textColor=BLUE)
HEADING = ParagraphStyle(
    "heading", TITLE, fontSize=11.5, leading=15, spaceBefore=8, spaceAfter=5, keepWithNext=True
)
LEAD = ParagraphStyle("lead", BODY, keepWithNext=True)
LISTED = ParagraphStyle("listed", BODY, leftIndent=8 * mm, bulletFontName="Vera", bulletFontSize=9.3)
CELL = ParagraphStyle("cell", BODY, fontSize=8.8, leading=11.6, spaceAfter=0)
LABEL = ParagraphStyle("label", CELL, fontName="Vera-Bold", textColor=BLUE)


def write_letter(path: Path) -> None:
    """Draw twice: the first time only to count the pages, for 'Page 1 of 3'."""
    _load_fonts()
    pages = _draw(BytesIO(), total=0)
    with path.open("wb") as file:
        _draw(file, total=pages)


def _load_fonts() -> None:
    """Vera comes with reportlab and goes into the file, so the pages break alike on every machine."""
    for name, file in (("Vera", "Vera.ttf"), ("Vera-Bold", "VeraBd.ttf")):
        pdfmetrics.registerFont(TTFont(name, str(FONT_FILES / file)))
    pdfmetrics.registerFontFamily("Vera", normal="Vera", bold="Vera-Bold")


def _draw(file: BinaryIO, total: int) -> int:
    document = SimpleDocTemplate(
        file,
        pagesize=A4,
        leftMargin=LEFT - FRAME_PADDING,
        rightMargin=A4[0] - RIGHT - FRAME_PADDING,
        topMargin=27 * mm,
        bottomMargin=24 * mm,
        title=words.TITLE,
        author=words.SIGN_OFF[-1],
        subject=words.RUNNING_HEADER,
        lang="en-GB",
        invariant=1,
    )
    furnish = partial(_draw_furniture, total=total)
    document.build(_story(), onFirstPage=furnish, onLaterPages=furnish)
    return int(document.page)


def _draw_furniture(canvas: Canvas, document: SimpleDocTemplate, total: int) -> None:
    canvas.setDateFormatter(lambda *_: MADE)
    canvas.setFont("Vera", 8)
    canvas.setFillColor(GREY)
    canvas.setStrokeColor(BLUE)
    canvas.line(LEFT, A4[1] - 21 * mm, RIGHT, A4[1] - 21 * mm)
    canvas.drawString(LEFT, A4[1] - 18 * mm, words.RUNNING_HEADER)
    canvas.line(LEFT, 19 * mm, RIGHT, 19 * mm)
    canvas.drawString(LEFT, 14 * mm, words.RUNNING_FOOTER)
    canvas.drawRightString(RIGHT, 14 * mm, f"Page {document.page} of {total}")


def _story() -> list[Flowable]:
    return [
        Paragraph(words.TITLE, TITLE),
        Spacer(0, 2 * mm),
        _particulars(),
        Spacer(0, 5 * mm),
        *_paragraphs((words.SALUTATION, *words.INTRODUCTION)),
        Paragraph("Overview", HEADING),
        *_paragraphs(words.OVERVIEW),
        Paragraph("What needs to improve", HEADING),
        Paragraph(words.IMPROVEMENT_LEAD, LEAD),
        *(Paragraph(text, LISTED, bulletText="\u2022") for text in words.IMPROVEMENTS),
        Paragraph("Findings", HEADING),
        Paragraph(words.FINDINGS_LEAD, LEAD),
        *(Paragraph(text, LISTED, bulletText=f"{n}.") for n, text in enumerate(words.FINDINGS, 1)),
        Paragraph("What happens next", HEADING),
        *_paragraphs(words.WHAT_HAPPENS_NEXT),
        *_paragraphs(words.SIGN_OFF),
    ]


def _paragraphs(texts: Iterable[str]) -> list[Flowable]:
    return [Paragraph(text, BODY) for text in texts]


def _particulars() -> Table:
    """The box that says what this is and which publication it summarises."""
    notice = [Paragraph(words.NOTICE, CELL), ""]
    rows = [[Paragraph(label, LABEL), Paragraph(value, CELL)] for label, value in words.PARTICULARS]
    style = TableStyle(
        [
            ("SPAN", (0, 0), (-1, 0)),
            ("BACKGROUND", (0, 0), (-1, -1), PALE),
            ("LINEBEFORE", (0, 0), (0, -1), 2, BLUE),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("TOPPADDING", (0, 0), (-1, -1), 2.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
        ]
    )
    return Table([notice, *rows], colWidths=[30 * mm, RIGHT - LEFT - 30 * mm], style=style)
