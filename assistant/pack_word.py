"""An evidence pack as a Word document: A4, real headings, alternative text, page numbers, British English."""

import io
from typing import Any

from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from assistant import pack_wording
from assistant.pack import Cited, CitedPage, Excerpt, Pack, Quotation, Section, printable
from assistant.word_export import new_document, saved

WIDE = 16.0  # centimetres between the margins
INDENT = 0.8
QUIET = RGBColor(0x50, 0x5A, 0x5F)
HIGHLIGHT = "FFDD00"


def pack_as_docx(pack: Pack) -> bytes:
    document = new_document(printable(pack.title), pack_wording.INTRODUCTION)
    _set_up(document)
    for name, value in pack.facts:
        _fact(document, name, value)
    for section in pack.sections:
        _section(document, section)
    if pack.documents:
        document.add_heading(pack_wording.DOCUMENTS, 1)
    for cited in pack.documents:
        _cited(document, cited)
    if pack.pages:
        document.add_heading(pack_wording.PAGES, 1).paragraph_format.page_break_before = True
    for page in pack.pages:
        _page(document, page, page is pack.pages[0])
    return saved(document)


def _set_up(document: Any) -> None:
    """Upright, and in British English for whoever has it read aloud or spelt."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm((21.0 - WIDE) / 2)
    section.top_margin = section.bottom_margin = Cm(2.2)
    document.core_properties.language = "en-GB"
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    language = defaults.find(qn("w:lang"))
    if language is None:
        language = OxmlElement("w:lang")
        defaults.append(language)
    language.set(qn("w:val"), "en-GB")


def _fact(document: Any, name: str, value: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(2)
    if name:
        paragraph.add_run(f"{name}: ").bold = True
    paragraph.add_run(printable(value))


def _section(document: Any, section: Section) -> None:
    document.add_heading(printable(section.heading), 1)
    if section.stands:
        _lead(document, section.stands)
    for note in section.notes:
        _quiet(document, note)
    for item in section.items:
        if isinstance(item, Quotation):
            _quotation(document, item)
        else:
            _lead(document, item)


def _lead(document: Any, words: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    paragraph.paragraph_format.space_before = Pt(8)
    paragraph.add_run(printable(words)).bold = True


def _quotation(document: Any, quotation: Quotation) -> None:
    """The words, then whose they are, where they stand, and who has checked them."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.left_indent = Cm(INDENT)
    paragraph.paragraph_format.keep_with_next = True
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(10), Pt(2)
    paragraph.add_run(f"“{printable(quotation.words)}”")
    paragraph.add_run(f" [{quotation.label}]").bold = True
    for words in (quotation.source, quotation.place, quotation.mark):
        if words:
            _quiet(document, words, INDENT)


def _quiet(document: Any, words: str, indent: float = 0.0) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.left_indent = Cm(indent)
    paragraph.paragraph_format.space_after = Pt(1)
    run = paragraph.add_run(printable(words))
    run.font.size, run.font.color.rgb = Pt(9.5), QUIET


def _cited(document: Any, cited: Cited) -> None:
    document.add_heading(printable(cited.title), 2)
    told = (cited.about, f"{pack_wording.FILE} {cited.file}", f"{pack_wording.SHA256} {cited.sha256}")
    for words in (*told, cited.since):
        if words:
            _quiet(document, words)


def _page(document: Any, page: CitedPage, first: bool) -> None:
    """Each picture begins a page; the first stands beneath the heading of them all."""
    heading = document.add_heading(printable(page.heading), 2)
    heading.paragraph_format.page_break_before = bool(page.picture) and not first
    document.add_paragraph(page.note).paragraph_format.keep_with_next = True
    if page.picture:
        picture = document.add_picture(io.BytesIO(page.picture), width=Cm(WIDE))
        _fit(picture)
        picture._inline.docPr.set("descr", printable(page.alt))
    for excerpt in page.excerpts:
        _excerpt(document, excerpt)


def _fit(picture: Any) -> None:
    """A tall page is shown less wide, so that it stands on one page beneath its heading."""
    tall = Cm(20.5)
    if picture.height > tall:
        picture.width, picture.height = int(picture.width * tall / picture.height), tall


def _excerpt(document: Any, excerpt: Excerpt) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.left_indent = Cm(INDENT)
    paragraph.add_run(f"[{excerpt.label}] ").bold = True
    paragraph.add_run(printable(excerpt.before))
    _shade(paragraph.add_run(printable(excerpt.words)))
    paragraph.add_run(printable(excerpt.after))


def _shade(run: Any) -> None:
    shading = OxmlElement("w:shd")
    shading.set(qn("w:val"), "clear")
    shading.set(qn("w:fill"), HIGHLIGHT)
    run._r.get_or_add_rPr().append(shading)
