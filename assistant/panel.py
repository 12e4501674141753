"""The sources of an answer as HTML: each with its page, its surroundings, and what can be done with it."""

import sqlite3
from html import escape
from itertools import groupby

from assistant import source_wording, wording
from assistant.addresses import spans_written
from assistant.evidence import Citation, Quote
from assistant.marks_view import standing_html
from assistant.neighbours import neighbours_html
from assistant.page_view import PageView, text_view_html
from assistant.rendering import whose_html, words_html
from documents.media import PDF
from documents.report import Page, Passage
from index import catalogue
from index.library import Library
from index.marks import Quoted, marks_on


def sources_html(library: Library, citations: tuple[Citation, ...]) -> str:
    """The citations of each report, closed at first; what an opened one shows besides is fetched then."""
    if not citations:
        return ""
    with library.catalogue.reading() as db:
        reports = [
            _report(library, db, list(group))
            for _, group in groupby(citations, key=lambda citation: citation.quote.source)
        ]
    return f'<div class="sources"><h2>{source_wording.SOURCES}</h2>{"".join(reports)}</div>'


def _report(library: Library, db: sqlite3.Connection, citations: list[Citation]) -> str:
    source = citations[0].quote.source
    pages, passages = catalogue.pages(db, source.sha256), catalogue.passages(db, source.sha256)
    items = "".join(_item(library, citation, pages, passages) for citation in citations)
    return (
        f"<h3>{words_html(source.title)}</h3>{whose_html(source)}"
        f'<p class="file">File: {words_html(source.file)}</p>{items}'
    )


def _item(library: Library, citation: Citation, pages: list[Page], passages: list[Passage]) -> str:
    number, quote = citation.number, citation.quote
    place = wording.place(citation)
    page = next(page for page in pages if page.number == quote.pages[0])
    view = PageView(quote.source, page, len(pages), tuple(passages), quote.spans)
    standing = standing_html(marks_on(library, Quoted(quote.source.sha256, page.number, quote.words)))
    return (
        f'<details class="source" name="source" id="source-{number}" data-sha256="{quote.source.sha256}"'
        f' data-spans="{spans_written(quote.spans)}">'
        f"<summary>[{number}] {words_html(place[0].upper() + place[1:])} {standing}</summary>"
        f"{whose_html(quote.source)}{text_view_html(view)}"
        f"{_doing(citation)}{_around(quote, pages, passages)}{_back(number)}</details>"
    )


def _around(quote: Quote, pages: list[Page], passages: list[Passage]) -> str:
    """Beside an image; other views show the text around the words themselves."""
    is_image = quote.source.media_type == PDF
    return neighbours_html(pages, passages, quote.spans) if is_image else ""


def _doing(citation: Citation) -> str:
    """What can be done with a quotation. What was done is announced."""
    copied = escape(source_wording.with_citation(citation))
    return (
        f'<div class="doing"><button type="button" class="copy" data-citation="{copied}">'
        f'{source_wording.COPY}</button><div class="marks"></div></div>'
        '<p class="said" role="status" aria-live="polite"></p>'
    )


def _back(number: int) -> str:
    return f'<p><a class="back" href="#cite-{number}">{wording.BACK}</a></p>'
