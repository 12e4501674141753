"""The last gate before a quotation is shown: its words are read again at their place in the stored page."""

import logging
from collections.abc import Iterable

from assistant.evidence import Citation, Quote
from documents.report import Page, joined
from index import catalogue
from index.library import Library

log = logging.getLogger(__name__)


def cited(library: Library, quotes: Iterable[Quote]) -> tuple[Citation, ...]:
    """The quotations that stand on their pages word for word, numbered; any other is dropped and logged."""
    citations: list[Citation] = []
    with library.catalogue.reading() as db:
        pages: dict[str, dict[int, Page]] = {}
        for quote in quotes:
            sha256 = quote.source.sha256
            if sha256 not in pages:
                pages[sha256] = {page.number: page for page in catalogue.pages(db, sha256)}
            if _stands(quote, pages[sha256]):
                citations.append(_citation(len(citations) + 1, quote, pages[sha256]))
            else:
                log.error("Dropped a quotation that is not on its page: %s %s", quote.passage.id, quote.spans)
    return tuple(citations)


def _stands(quote: Quote, pages: dict[int, Page]) -> bool:
    if not quote.spans or any(number not in pages for number in quote.pages):
        return False
    return joined(quote.spans, {number: page.text for number, page in pages.items()}) == quote.words


def _citation(number: int, quote: Quote, pages: dict[int, Page]) -> Citation:
    first = pages[quote.pages[0]]
    return Citation(number, quote, first.printed, str(first.read_by))
