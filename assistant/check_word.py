"""A checked paper as a Word document."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.check_lines import beside, headline
from assistant.printing import source_line
from assistant.verdicts import Verdict
from assistant.writable import writable

if TYPE_CHECKING:
    from assistant.check_report import Line

INDENT = 24  # points


def write_word(path: Path, title: str, written: Sequence["Line"]) -> None:
    """The paper's own lines, each claim shaded by its verdict, with verdicts and evidence beneath."""
    from docx import Document

    from assistant.check_report import COLOURS, LEGEND

    document = Document()
    document.add_heading(writable(title), level=1)
    document.add_paragraph(LEGEND)
    for line in written:
        if not line.pieces:
            continue
        paragraph = document.add_paragraph()
        for words, verdict in line.pieces:
            run = paragraph.add_run(writable(words))
            if verdict:
                _shade(run, COLOURS[verdict.finding])
        for verdict in line.verdicts:
            _write_verdict(document, verdict)
    document.save(str(path))


def _write_verdict(document: Any, verdict: Verdict) -> None:
    from assistant.check_report import sides

    _indented(document, headline(verdict), bold=True)
    for wrong in verdict.misquotations:
        _indented(document, beside(wrong))
    for lead, citations in sides(verdict):
        _indented(document, lead)
        for citation in citations:
            _indented(document, f"“{citation.quote.words}”", depth=2)
            _indented(document, source_line(citation), depth=2, italic=True)


def _indented(document: Any, words: str, depth: int = 1, bold: bool = False, italic: bool = False) -> None:
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    paragraph.paragraph_format.left_indent = Pt(INDENT * depth)
    run = paragraph.add_run(writable(words))
    run.bold, run.italic = bold, italic


def _shade(run: Any, colour: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shading = OxmlElement("w:shd")
    shading.set(qn("w:val"), "clear")
    shading.set(qn("w:fill"), colour)
    run._r.get_or_add_rPr().append(shading)
