"""Links from what the page shows to the page of the original document on which it stands."""

from html import escape

from assistant import wording
from assistant.evidence import Citation
from documents.report import Source

ORIGINAL = "/originals/{sha256}#page={page}"
OPENS = "{place} of {file} (opens in a new tab)"


def cited_link(citation: Citation) -> str:
    """'Page 3' or 'Pages 3–4', which opens the original there."""
    pages = citation.quote.pages
    word = wording.page_word(citation.quote.source)
    place = f"{word} {pages[0]}" if len(pages) == 1 else f"{word}s {pages[0]}–{pages[-1]}"
    return original_link(citation.quote.source, pages[0], place)


def original_link(source: Source, page: int, words: str) -> str:
    """`words` as a link that opens the original at a page, beside the page that is being read."""
    address = escape(ORIGINAL.format(sha256=source.sha256, page=page))
    label = escape(OPENS.format(place=words, file=source.file))
    return (
        f'<a class="original" href="{address}" target="_blank" rel="noopener" aria-label="{label}">'
        f"{escape(words)}</a>"
    )
