"""An evidence pack as a PDF: A4, text that can be selected, tags, title, language and bookmarks."""

import io
from html import escape
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import cm
from reportlab.platypus import Flowable, SimpleDocTemplate

from assistant import pack_wording
from assistant.pack import Cited, CitedPage, Excerpt, Pack, Quotation, Section, words_in
from assistant.pdf_flow import MARGIN, QUIET, heading, lined, paragraph, picture, small
from assistant.pdf_fonts import is_whole, registered, shown
from assistant.pdf_tags import TaggedCanvas

INDENT = 0.8 * cm
MARK = "#ffdd00"


def pack_as_pdf(pack: Pack) -> bytes:
    written = io.BytesIO()
    document = SimpleDocTemplate(
        written,
        pagesize=A4,
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=MARGIN,
        bottomMargin=MARGIN,
        title=shown(pack.title),
        lang="en-GB",
        displayDocTitle=True,
        initialFontName=registered(),
    )
    told = [*_opening(pack), *(each for section in pack.sections for each in _section(section))]
    told += [*_documents(pack), *_pages(pack)]
    document.build(told, _foot, _foot, canvasmaker=TaggedCanvas)
    return written.getvalue()


def _foot(canvas: Any, document: Any) -> None:
    with canvas.furniture():
        canvas.setFont(registered(), 8)
        canvas.setFillColor(HexColor(QUIET))
        canvas.drawCentredString(A4[0] / 2, MARGIN / 2, str(canvas.getPageNumber()))


def _opening(pack: Pack) -> list[Flowable]:
    facts = [f"<b>{lined(f'{name}: ' if name else '')}</b>{lined(value)}" for name, value in pack.facts]
    return [
        heading(pack.title, 1),
        paragraph(escape(pack_wording.INTRODUCTION)),
        *(paragraph(fact, space=1) for fact in facts),
        *([] if all(map(is_whole, words_in(pack))) else [small(pack_wording.CODES)]),
    ]


def _section(section: Section) -> list[Flowable]:
    told: list[Flowable] = [heading(section.heading, 2)]
    told += [paragraph(f"<b>{lined(section.stands)}</b>", keep=True)] if section.stands else []
    told += [small(note) for note in section.notes]
    for item in section.items:
        if isinstance(item, Quotation):
            told += _quotation(item)
        else:
            told.append(paragraph(f"<b>{lined(item)}</b>", keep=True, before=6))
    return told


def _quotation(quotation: Quotation) -> list[Flowable]:
    words = f"“{lined(quotation.words)}” <b>[{quotation.label}]</b>"
    below = [each for each in (quotation.source, quotation.place, quotation.mark) if each]
    return [
        paragraph(words, tag="BlockQuote", indent=INDENT, keep=True, space=2, before=8),
        *(small(each, indent=INDENT) for each in below),
    ]


def _documents(pack: Pack) -> list[Flowable]:
    told: list[Flowable] = [heading(pack_wording.DOCUMENTS, 2)] if pack.documents else []
    for cited in pack.documents:
        told += [heading(cited.title, 3), *(small(words) for words in _told(cited) if words)]
    return told


def _told(cited: Cited) -> tuple[str, ...]:
    file, sha256 = f"{pack_wording.FILE} {cited.file}", f"{pack_wording.SHA256} {cited.sha256}"
    return cited.about, file, sha256, cited.since


def _pages(pack: Pack) -> list[Flowable]:
    told: list[Flowable] = [heading(pack_wording.PAGES, 2, new_page=True)] if pack.pages else []
    for page in pack.pages:
        told += _page(page, page is pack.pages[0])
    return told


def _page(page: CitedPage, first: bool) -> list[Flowable]:
    """Each picture begins a page; the first stands beneath the heading of them all."""
    told: list[Flowable] = [
        heading(page.heading, 3, new_page=page.picture is not None and not first),
        paragraph(escape(page.note), keep=True),
    ]
    if page.picture:
        told.append(picture(page.picture, page.alt))
    return [*told, *(_excerpt(each) for each in page.excerpts)]


def _excerpt(excerpt: Excerpt) -> Flowable:
    words = f'<span backColor="{MARK}">{lined(excerpt.words)}</span>'
    told = f"<b>[{excerpt.label}]</b> {lined(excerpt.before)}{words}{lined(excerpt.after)}"
    return paragraph(told, indent=INDENT)
