"""Word documents through python-docx: headings, lists, tables and footnotes in the order they are read."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.styles.style import ParagraphStyle
from lxml import etree
from lxml.etree import _Element as Element

from documents.blocks import Block, Content, Piece, Role
from documents.limits import check_text
from documents.problem import UnreadableReport
from documents.wordtext import Stretch, boxes, has_numbers, stretches

HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
LIST = re.compile(r"list (?:bullet|number|paragraph)?.*?(\d?)$", re.IGNORECASE)  # "List Bullet 2"
CONTENTS = re.compile(r"toc(?: heading| \d)", re.IGNORECASE)
TITLE_CHARACTERS = 110  # of a heading that is only set in bold
UNDER = 10  # the level of such a heading: below every other
LONG_CELL = 600  # characters; a table with such a cell is a form to be filled in, and its cells are prose
DEEPEST = 50  # tables and controls inside each other


def read_word(path: Path) -> Content:
    try:
        document = Document(str(path))
        reading = _Reading(document)
        blocks = tuple(reading.blocks(document.element.body))
    except (PackageNotFoundError, zipfile.BadZipFile, etree.XMLSyntaxError, KeyError, ValueError) as error:
        raise UnreadableReport(f"{path.name} is a damaged Word document. Save it again as .docx.") from error
    check_text(sum(len(piece.raw) for block in blocks for piece in block.pieces), path.name)
    pages = reading.page
    return Content(blocks, (None,) * pages, title=document.core_properties.title or None)


class _Reading:
    """Reads from the top of a document to its end, and knows the page it has come to.

    Word notes where its pages last ended; a document it never laid out has only the breaks its author set.
    """

    def __init__(self, document: WordDocument) -> None:
        self.page = 1
        self._styles = {style.style_id: style for style in document.styles if style.type == 1}
        self._laid_out = next(document.element.body.iter(qn("w:lastRenderedPageBreak")), None) is not None
        self._notes = _notes(document)

    def blocks(self, parent: Element, depth: int = 0) -> Iterator[Block]:
        if depth > DEEPEST:
            raise ValueError("tables inside tables without end")
        for element in parent:
            if element.tag == qn("w:p"):
                yield from self._paragraph(element)
                for box in boxes(element):
                    yield from self.blocks(box, depth + 1)
            elif element.tag == qn("w:tbl"):
                yield from self._table(element, depth)
            elif element.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")):
                yield from self.blocks(element, depth + 1)

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        found = stretches(paragraph, self._laid_out)
        role, level = self._role(paragraph, found)
        begun = False
        for stretch in found:
            self.page += stretch.new_page
            if stretch.text.strip():
                yield Block(self.page, role, (Piece(stretch.text),), level, continues=begun)
                begun = True
        for note in (note for stretch in found for note in stretch.notes):
            if words := self._notes.get(note):
                yield Block(self.page, Role.FOOTNOTE, (Piece(words),))

    def _role(self, paragraph: Element, found: list[Stretch]) -> tuple[Role, int]:
        name, outline = self._style(paragraph)
        if CONTENTS.match(name):
            return Role.BOILERPLATE, 0
        if name in ("Title", "Subtitle"):
            return Role.HEADING, int(name == "Subtitle")
        if heading := HEADING.match(name):
            return Role.HEADING, int(heading.group(1))
        if outline is not None:
            return Role.HEADING, outline + 1
        if has_numbers(paragraph) or LIST.match(name):
            return Role.BULLET, _indent(paragraph, name)
        words = "".join(stretch.text for stretch in found).strip()
        bold = all(stretch.bold for stretch in found if stretch.text.strip())
        if words and bold and len(words) <= TITLE_CHARACTERS and words[-1] not in ".;,":
            return Role.HEADING, UNDER
        return Role.PARAGRAPH, 0

    def _style(self, paragraph: Element) -> tuple[str, int | None]:
        """The paragraph's style, and the level that the style or the paragraph gives it in an outline."""
        given = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        style = self._styles.get(given.get(qn("w:val"))) if given is not None else None
        name = str(style.name or "") if style is not None else ""
        levels = [paragraph, *(each.element for each in _with_bases(style))]
        outlines = (element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}") for element in levels)
        outline = next((int(found.get(qn("w:val"), "9")) for found in outlines if found is not None), 9)
        return name, outline if outline < 9 else None

    def _table(self, table: Element, depth: int) -> Iterator[Block]:
        for row in table.iter(qn("w:tr")):
            if next(row.iterancestors(qn("w:tbl"))) is not table:
                continue  # of a table inside a cell, which is read with the cell
            yield from _row(self._cells(row, depth))

    def _cells(self, row: Element, depth: int) -> list[list[Block]]:
        """The blocks of each cell that holds words; every cell begins on the page on which its row begins."""
        first = last = self.page
        found = []
        for cell in row.iter(qn("w:tc")):
            if next(cell.iterancestors(qn("w:tr"))) is row:
                self.page = first
                found.append(list(self.blocks(cell, depth + 1)))
                last = max(last, self.page)
        self.page = last
        return [cell for cell in found if cell]


def _row(cells: list[list[Block]]) -> Iterator[Block]:
    """A row cell by cell; where a cell stands alone or holds prose, the blocks inside."""
    if not cells:
        return
    lengths = [sum(len(piece.raw) for block in cell for piece in block.pieces) for cell in cells]
    if len(cells) < 2 or max(lengths) > LONG_CELL:
        yield from (block for cell in cells for block in cell)
        return
    for column, cell in enumerate(cells):
        pieces = tuple(piece for block in cell for piece in block.pieces)
        yield Block(cell[0].page, Role.ROW, pieces, column=column, continues=column > 0)


def _with_bases(style: ParagraphStyle | None) -> Iterator[ParagraphStyle]:
    for _ in range(DEEPEST):
        if style is None:
            return
        yield style
        style = style.base_style


def _indent(paragraph: Element, name: str) -> int:
    level = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:ilvl')}")
    if level is not None:
        return int(level.get(qn("w:val"), "0")) + 1
    named = LIST.match(name)
    return int(named.group(1) or 1) if named else 1


def _notes(document: WordDocument) -> dict[str, str]:
    """The words of each footnote, by its number in the file."""
    parts = (link.target_part for link in document.part.rels.values() if link.reltype.endswith("/footnotes"))
    part = next(parts, None)
    if part is None:
        return {}
    notes = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False))
    words = (("".join(note.itertext(qn("w:t"))), note.get(qn("w:id"))) for note in notes)
    return {number: text for text, number in words if number and text.strip()}
