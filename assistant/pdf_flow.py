"""The parts of the PDFs we make: headings, words, pictures, each with its tag."""

import io
from html import escape
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.platypus import Flowable, Image, Paragraph

from assistant.pdf_fonts import registered, shown
from assistant.pdf_tags import Element

MARGIN = 2.2 * cm
WIDE, TALL = A4[0] - 2 * MARGIN, A4[1] - 2 * MARGIN
FOR_HEADING = 5 * cm  # of a page, above the picture that it is for
INK, QUIET = "#0b0c0c", "#505a5f"


class Words(Paragraph):  # type: ignore[misc]
    """A paragraph that tags what it draws; parted over two pages it stays one element."""

    element: Element

    def draw(self) -> None:
        with self.canv.marking(self.element):
            super().draw()

    def split(self, *space: Any) -> Any:
        parts = super().split(*space)
        for part in parts:
            part.element = self.element
        return parts


class Heading(Words):
    """Named in the bookmarks too."""

    def draw(self) -> None:
        name, level = str(id(self)), int(self.element.tag[1:]) - 1
        self.canv.bookmarkPage(name)
        self.canv.addOutlineEntry(self.getPlainText(), name, level, closed=level > 0)
        super().draw()


class Picture(Image):  # type: ignore[misc]
    element: Element

    def draw(self) -> None:
        with self.canv.marking(self.element):
            super().draw()


def picture(png: bytes, alt: str) -> Flowable:
    made = Picture(io.BytesIO(png))
    scale = min(WIDE / made.imageWidth, (TALL - FOR_HEADING) / made.imageHeight)
    made.drawWidth, made.drawHeight = made.imageWidth * scale, made.imageHeight * scale
    made.hAlign, made.element = "LEFT", Element("Figure", shown(alt))
    return made


def heading(words: str, level: int, new_page: bool = False) -> Flowable:
    style = ParagraphStyle(
        f"H{level}",
        fontName=f"{registered()}-Bold",
        fontSize=(18, 14, 11.5)[level - 1],
        leading=(23, 18, 15)[level - 1],
        spaceBefore=14,
        spaceAfter=5,
        keepWithNext=True,
        pageBreakBefore=new_page,
    )
    made = Heading(lined(words), style)
    made.element = Element(f"H{level}")
    return made


def small(words: str, indent: float = 0.0) -> Flowable:
    return paragraph(lined(words), size=8.5, colour=QUIET, indent=indent, space=1)


def paragraph(
    markup: str,
    tag: str = "P",
    size: float = 10,
    colour: str = INK,
    indent: float = 0.0,
    space: float = 6,
    before: float = 0,
    keep: bool = False,
) -> Flowable:
    style = ParagraphStyle(
        tag,
        fontName=registered(),
        fontSize=size,
        leading=size * 1.4,
        textColor=HexColor(colour),
        leftIndent=indent,
        spaceBefore=before,
        spaceAfter=space,
        keepWithNext=keep,
        splitLongWords=True,
    )
    made = Words(markup, style)
    made.element = Element(tag)
    return made


def lined(words: str) -> str:
    """As markup of reportlab's, which would obey a tag and run lines together."""
    return escape(shown(words)).replace("\n", "<br/>")
