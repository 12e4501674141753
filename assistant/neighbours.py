"""The paragraph before a quotation, its own, and the one after."""

from collections.abc import Sequence

from assistant import source_wording
from assistant.marked_text import marked, touches
from documents.report import Kind, Page, Passage, Span

READ = (Kind.FINDING, Kind.RECOMMENDATION, Kind.JUDGEMENT, Kind.TABLE_ROW)


def neighbours_html(pages: Sequence[Page], passages: Sequence[Passage], quoted: Sequence[Span]) -> str:
    own = [passage for passage in passages if _is_quoted(passage, quoted)]
    if not own:
        return ""
    first, last = own[0].order, own[-1].order
    before = [passage for passage in passages if passage.order < first and passage.kind in READ][-1:]
    after = [passage for passage in passages if passage.order > last and passage.kind in READ][:1]
    texts = {page.number: page for page in pages}
    rows = [
        _row(label, some, texts, quoted)
        for label, some in (
            (source_wording.BEFORE, before),
            (source_wording.QUOTED, own),
            (source_wording.AFTER, after),
        )
    ]
    return f'<div class="neighbours"><h4>{source_wording.AROUND}</h4><dl>{"".join(rows)}</dl></div>'


def _is_quoted(passage: Passage, quoted: Sequence[Span]) -> bool:
    return any(touches(passage, span.page, span.start, span.end) for span in quoted)


def _row(label: str, some: list[Passage], pages: dict[int, Page], quoted: Sequence[Span]) -> str:
    if not some:
        return ""
    shown = "".join(f"<p><bdi>{_words(passage, pages, quoted)}</bdi></p>" for passage in some)
    return f"<dt>{label}</dt><dd>{shown}</dd>"


def _words(passage: Passage, pages: dict[int, Page], quoted: Sequence[Span]) -> str:
    """The words of a passage as its spans join them."""
    parts = [marked(pages[span.page], span.start, span.end, quoted) + span.joiner for span in passage.spans]
    return "".join(parts).strip()
