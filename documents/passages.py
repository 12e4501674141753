"""Blocks into the pages and passages of a report: every passage knows where its words stand."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from documents.blocks import Block, Role
from documents.boilerplate import boilerplate
from documents.clean import runs_of
from documents.judgements import is_earlier, is_judgement, judges
from documents.paragraphs import Words, paragraphs, vocabulary, words_of
from documents.paths import Headings
from documents.recommendations import in_section, is_recommendation, with_unlisted
from documents.report import Kind, Page, Passage, ReadBy, Run, Span, joined
from documents.sentences import sentences

LONGEST = 1000  # characters; longer paragraphs are parted between sentences


@dataclass(frozen=True, slots=True)
class _Laid:
    """The words of one paragraph, bullet or row, with its first block and the headings over it."""

    block: Block
    path: tuple[str, ...]
    spans: tuple[Span, ...]
    text: str
    cells: list[str]


def lay_out(
    sha256: str, blocks: list[Block], printed: list[str | None], scanned: Collection[int] = ()
) -> tuple[tuple[Page, ...], tuple[Passage, ...]]:
    """The pages that `blocks` fill, one for each printed number, and their passages in reading order.

    `scanned` are the pages read by OCR, whose characters are in no text layer.
    """
    known = vocabulary(blocks)
    pages = {number: _PageText() for number in range(1, len(printed) + 1)}
    headings = Headings()
    found: list[_Laid] = []
    for group in paragraphs(blocks):
        block, words = group[0], words_of(group, known)
        spans = _write(group, words, pages)
        text, cells = _text(words), _cells(group, words)
        opens = block.page > 1 and is_judgement(cells)
        path = headings.at(block, cells[0] if opens else text, opens)
        if block.role is not Role.FURNITURE and spans:
            found.append(_Laid(block, path, spans, text, cells))
    laid_pages = tuple(
        _page(number, printed[number - 1], page, number in scanned) for number, page in pages.items()
    )
    return laid_pages, tuple(_passages(sha256, found, {page.number: page.text for page in laid_pages}))


def _page(number: int, printed: str | None, page: _PageText, scanned: bool) -> Page:
    if scanned:
        return Page(number, printed, page.text, ReadBy.OCR)
    return Page(number, printed, page.text, runs=tuple(page.runs))


def _text(words: list[list[Words]]) -> str:
    text = "".join(piece.text + piece.joiner for block in words for piece in block)
    return text.removesuffix(" ")


def _cells(group: list[Block], words: list[list[Words]]) -> list[str]:
    """The words of each cell of a row."""
    if group[0].role is not Role.ROW:
        return []
    columns = sorted({block.column for block in group})
    return [
        _text([laid for block, laid in zip(group, words, strict=True) if block.column == column])
        for column in columns
    ]


@dataclass(slots=True)
class _PageText:
    """A page's words while they are written, and the reader's characters they came from."""

    length: int = 0
    runs: list[Run] = field(default_factory=list)
    _written: list[str] = field(default_factory=list)  # one string would be copied with every word added

    @property
    def text(self) -> str:
        return "".join(self._written)

    def write(self, words: str) -> None:
        self._written.append(words)
        self.length += len(words)

    def write_piece(self, words: Words) -> None:
        if words.piece.origin is not None:
            for run in runs_of(words.piece.raw, words.text, words.piece.origin):
                self.runs.append(Run(run.start + self.length, run.origin, run.length))
        self.write(words.text)


def _write(group: list[Block], words: list[list[Words]], pages: dict[int, _PageText]) -> tuple[Span, ...]:
    spans = []
    for block, pieces in zip(group, words, strict=True):
        page = pages[block.page]
        page.write("\n" if page.length else "")
        page.write(_marker(block))
        start = page.length
        for at, piece in enumerate(pieces):
            page.write_piece(piece)
            page.write(piece.joiner if at < len(pieces) - 1 else "")
        if pieces:
            spans.append(Span(block.page, start, page.length, pieces[-1].joiner))
    return tuple(spans)


def _marker(block: Block) -> str:
    if block.role is Role.BULLET:
        return "• " if block.level < 2 else "– "
    return f"{block.number}. " if block.number else ""


def _passages(sha256: str, found: list[_Laid], texts: dict[int, str]) -> list[Passage]:
    paths, words_of_each = [laid.path for laid in found], [laid.text for laid in found]
    alike = boilerplate([(laid.block, laid.text) for laid in found], paths, len(texts))
    kinds = [_kind(laid, at in alike) for at, laid in enumerate(found)]
    passages: list[Passage] = []
    for laid, kind in zip(found, with_unlisted(kinds, paths, words_of_each), strict=True):
        for part in _parted(laid.text, laid.spans) if kind in PARTED else [laid.spans]:
            words = joined(part, texts)
            passages.append(Passage(sha256, len(passages), kind, laid.path, laid.block.number, part, words))
    return passages


PARTED = (Kind.FINDING, Kind.BOILERPLATE, Kind.FOOTNOTE)


def _kind(laid: _Laid, alike: bool) -> Kind:
    role = laid.block.role
    if role is Role.FOOTNOTE:
        return Kind.FOOTNOTE
    if alike:
        return Kind.BOILERPLATE
    judged = not is_earlier(laid.path)
    if role is Role.HEADING:
        return Kind.JUDGEMENT if judged and judges(laid.text) else Kind.HEADING
    if judged and (is_judgement(laid.cells) or (role is Role.PARAGRAPH and judges(laid.text))):
        return Kind.JUDGEMENT
    listed, row = role is Role.BULLET or laid.block.number is not None, role is Role.ROW
    if in_section(laid.path) and is_recommendation(listed, row, laid.text):
        return Kind.RECOMMENDATION
    return Kind.TABLE_ROW if row else Kind.FINDING


def _parted(text: str, spans: tuple[Span, ...]) -> list[tuple[Span, ...]]:
    """`spans` whole, or parted between sentences into stretches of at most about LONGEST characters."""
    if len(text) <= LONGEST:
        return [spans]
    share = len(text) / -(-len(text) // LONGEST)
    cuts = [0]
    for start, end in sentences(text):
        if end - cuts[-1] > share and start > cuts[-1]:
            cuts.append(start)
    ends = [*cuts[1:], len(text)]
    return [cut(spans, start, len(text[:end].rstrip())) for start, end in zip(cuts, ends, strict=True)]


def cut(spans: tuple[Span, ...], start: int, end: int) -> tuple[Span, ...]:
    """The spans of characters `start` to `end` of the text that `spans` give when joined."""
    kept = []
    at = 0
    for span in spans:
        length = span.end - span.start
        first, last = max(start - at, 0), min(end - at, length)
        if first < last:
            kept.append(Span(span.page, span.start + first, span.start + last, span.joiner))
        at += length + len(span.joiner)
    return tuple(kept)
