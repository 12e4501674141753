"""Word documents as we make them: A4 across, page numbers at the foot, tables whose head repeats."""

import io
from collections.abc import Sequence
from typing import Any, BinaryIO

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from assistant.writable import writable

PICTURE_HEIGHT = 14.0  # centimetres


def new_document(title: str, *paragraphs: str, notes: Sequence[str] = ()) -> Any:
    """A document that opens with its title, what it is, and notes as bullets."""
    document: Any = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21.0)
    section.left_margin = section.right_margin = Cm(2.2)
    document.styles["Normal"].font.size = Pt(10.5)
    _number_pages(section)
    document.core_properties.title = writable(title)
    document.add_heading(writable(title), 0)
    for words in paragraphs:
        document.add_paragraph(writable(words))
    for words in notes:
        document.add_paragraph(writable(words), style="List Bullet")
    return document


def add_table(document: Any, heads: Sequence[tuple[str, float]], rows: Sequence[Sequence[str]]) -> None:
    """A table under `heads`, each with its width in centimetres."""
    table = document.add_table(rows=1, cols=len(heads), style="Table Grid")
    for cell, (name, _) in zip(table.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].add_run(name).bold = True
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = writable(words)
    for line in table.rows:
        for cell, (_, width) in zip(line.cells, heads, strict=True):
            cell.width = Cm(width)


def add_picture(document: Any, picture: BinaryIO, said: str) -> None:
    """A picture over most of the page, with what it shows in words for those who do not see it."""
    shape = document.add_picture(picture, height=Cm(PICTURE_HEIGHT))
    shape._inline.docPr.set("descr", writable(said))


def saved(document: Any) -> bytes:
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _number_pages(section: Any) -> None:
    number = section.footer.paragraphs[0].add_run()
    for kind in ("begin", "", "end"):
        part: Any = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = "PAGE"
        number._r.append(part)
