"""The text of a page as HTML, with the quoted words in it marked."""

from collections.abc import Sequence
from html import escape

from documents.report import Kind, Page, Passage, Span

HEADINGS = (Kind.HEADING,)
ASIDE = (Kind.BOILERPLATE, Kind.FOOTNOTE)


def text_html(page: Page, title: str, quoted: Sequence[Span], passages: Sequence[Passage]) -> str:
    """The whole page in a region of its own, line by line."""
    shown = "\n".join(line_html(page, start, end, quoted, passages) for start, end in lines(page.text))
    return f'<div class="page-text" role="region" tabindex="0" aria-label="{escape(title)}">{shown}</div>'


def lines(text: str) -> list[tuple[int, int]]:
    """Where each line of a page begins and ends."""
    found, at = [], 0
    for line in text.split("\n"):
        found.append((at, at + len(line)))
        at += len(line) + 1
    return found


def line_html(page: Page, start: int, end: int, quoted: Sequence[Span], passages: Sequence[Passage]) -> str:
    """A line of the page: how it looks says what it is, and the quoted words in it are marked."""
    return f'<p class="{_role(page, start, end, passages)}"><bdi>{marked(page, start, end, quoted)}</bdi></p>'


def marked(page: Page, start: int, end: int, quoted: Sequence[Span]) -> str:
    """Characters `start` to `end` of a page's text, those of the spans `quoted` marked."""
    parts, at = [], start
    for span in sorted((span for span in quoted if span.page == page.number), key=lambda span: span.start):
        begins, ends = max(span.start, at), min(span.end, end)
        if begins < ends:
            parts += [escape(page.text[at:begins]), f"<mark>{escape(page.text[begins:ends])}</mark>"]
            at = ends
    return "".join([*parts, escape(page.text[at:end])])


def touches(passage: Passage, page: int, start: int, end: int) -> bool:
    """Whether a passage has some of these characters."""
    return any(span.page == page and span.start < end and start < span.end for span in passage.spans)


def _role(page: Page, start: int, end: int, passages: Sequence[Passage]) -> str:
    """What belongs to no passage is furniture: the running heads and feet of the pages."""
    for passage in passages:
        if touches(passage, page.number, start, end):
            return "head" if passage.kind in HEADINGS else "aside" if passage.kind in ASIDE else "words"
    return "aside"
