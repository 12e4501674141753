"""One page of a document beside an answer: its image with the quoted words, or what is like it."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from assistant import source_wording
from assistant.addresses import image_address, original_address
from assistant.marked_text import line_html, lines, text_html, touches
from assistant.sheet_view import rows_html
from documents.highlight import Box
from documents.media import PDF, SHEETS, SLIDES
from documents.report import Page, Passage, ReadBy, Source, Span


@dataclass(frozen=True, slots=True)
class PageView:
    """A page, what is quoted on it, and where that stands on its image."""

    source: Source
    page: Page
    count: int
    passages: tuple[Passage, ...]
    quoted: tuple[Span, ...]
    boxes: tuple[Box, ...] = ()

    @property
    def title(self) -> str:
        return source_wording.page_title(self.source, self.page)

    @property
    def is_quoted(self) -> bool:
        return any(span.page == self.page.number for span in self.quoted)


def view_html(view: PageView) -> str:
    """The page in the way of its kind of document, the ways on from it, and its text."""
    text = _text(view)
    like_it = OTHERS.get(view.source.media_type, _section)(view)
    folded = _folded(view, text) if like_it else ""
    return f'<div class="view" data-page="{view.page.number}">{like_it or text}{_ways(view)}{folded}</div>'


def text_view_html(view: PageView) -> str:
    """The text of the page alone: what there is before anything is fetched, and where nothing can be."""
    return f'<div class="view" data-page="{view.page.number}">{_text(view)}</div>'


def _text(view: PageView) -> str:
    return text_html(view.page, view.title, view.quoted, view.passages)


def _folded(view: PageView, text: str) -> str:
    word = source_wording.page_word(view.source)
    summary = source_wording.TEXT_OF.format(word=word)
    return f'<details class="text"><summary>{summary}</summary>{text}</details>'


def _image(view: PageView) -> str:
    """The boxes lie over the image, so that they keep to it at any size."""
    title = source_wording.page_title(view.source, view.page)
    alt = source_wording.ALT.format(page=title, title=view.source.title)
    label = source_wording.IMAGE.format(page=title.lower())
    address = image_address(view.source.sha256, view.page.number)
    return (
        f'<div class="window" role="region" tabindex="0" aria-label="{escape(label)}"><div class="sheet">'
        f'<img src="{address}" alt="{escape(alt)}">{"".join(map(_box, view.boxes))}</div></div>'
        f'<p class="note broken" hidden>{source_wording.BROKEN}</p>{_note(view)}'
    )


def _box(box: Box) -> str:
    return (
        f'<span class="hit" style="left:{box.left:.4%};top:{box.top:.4%};width:{box.right - box.left:.4%};'
        f'height:{box.bottom - box.top:.4%}"></span>'
    )


def _note(view: PageView) -> str:
    if view.boxes or not view.is_quoted:
        return ""
    scanned = view.page.read_by is ReadBy.OCR
    return f'<p class="note">{source_wording.SCANNED if scanned else source_wording.NOT_PLACED}</p>'


def _rows(view: PageView) -> str:
    return rows_html(view.page, view.passages, view.quoted, view.title)


def _section(view: PageView) -> str:
    """The part of the text under the headings of what is quoted."""
    path = next((passage.heading for passage in view.passages if _holds(passage, view.quoted)), None)
    if not path or not view.is_quoted:
        return ""
    under = [passage for passage in view.passages if passage.heading[: len(path)] == path]
    shown = [
        line_html(view.page, start, end, view.quoted, under)
        for start, end in lines(view.page.text)
        if any(touches(passage, view.page.number, start, end) for passage in under)
    ]
    heading = " › ".join(f"<bdi>{escape(part)}</bdi>" for part in path)
    label = escape(path[-1])
    return (
        f'<p class="path">{heading}</p>'
        f'<div class="page-text" role="region" tabindex="0" aria-label="{label}">{"".join(shown)}</div>'
    )


def _nothing_else(view: PageView) -> str:
    """A slide is its text."""
    return ""


OTHERS = {PDF: _image, SHEETS: _rows, SLIDES: _nothing_else}  # than the section of an article or a paper


def _holds(passage: Passage, quoted: Sequence[Span]) -> bool:
    return any(touches(passage, span.page, span.start, span.end) for span in quoted)


def _ways(view: PageView) -> str:
    """The pages before and after, and the original."""
    word, number = source_wording.page_word(view.source), view.page.number
    back = _turn(number - 1, source_wording.PREVIOUS.format(word=word)) if number > 1 else ""
    on = _turn(number + 1, source_wording.NEXT.format(word=word)) if number < view.count else ""
    larger = f'<button type="button" class="larger" aria-pressed="false">{source_wording.LARGER}</button>'
    counted = source_wording.page_title(view.source, view.page, view.count)
    opens = ' target="_blank" rel="noopener noreferrer"' if view.source.media_type == PDF else " download"
    return (
        f'<div class="turning"><span class="counted">{escape(counted)}</span>{back}{on}'
        f"{larger if view.source.media_type == PDF else ''}</div>"
        f'<p class="original"><a href="{original_address(view.source, number)}"{opens}>'
        f"<bdi>{escape(source_wording.original(view.source))}</bdi></a></p>"
    )


def _turn(page: int, words: str) -> str:
    return f'<button type="button" class="turn" data-page="{page}">{words}</button>'
