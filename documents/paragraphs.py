"""Pieces into words: joins the lines of a paragraph, over page breaks too, and mends hyphens at line ends."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from documents.blocks import Block, Piece, Role
from documents.clean import LINE_END_HYPHEN, clean

WORD = re.compile(r"[A-Za-z]+(?:[-’'][A-Za-z]+)*")
LAST_WORD = re.compile(r"([A-Za-z]+)$")
FIRST_WORD = re.compile(r"([A-Za-z]+)")
CLOSES = re.compile(r"[,.;:!?)](?:\s|$)")  # what follows a footnote's mark: ", all of whom"
OPEN_HYPHEN = re.compile(r"[A-Za-z0-9][-/]$")  # "multi-" or "and/" at the end of a line


@dataclass(frozen=True, slots=True)
class Words:
    """A piece, cleaned, and what joins it to the next piece of its paragraph."""

    piece: Piece
    text: str
    joiner: str


def paragraphs(blocks: Iterable[Block]) -> list[list[Block]]:
    """Blocks grouped so that one that continues stands with the one it continues."""
    groups: list[list[Block]] = []
    broken_off: list[Block] = []
    for block in blocks:
        if block.continues and broken_off:
            broken_off.append(block)
            continue
        group = [block]
        groups.append(group)
        if block.role not in (Role.FURNITURE, Role.FOOTNOTE, Role.BOILERPLATE):
            broken_off = group
    return [sorted(group, key=lambda block: block.column) for group in groups]  # a row cell by cell


def vocabulary(blocks: Iterable[Block]) -> Counter[str]:
    """How often each word stands whole, with its hyphens, inside the lines of a report."""
    words: Counter[str] = Counter()
    for block in blocks:
        for piece in block.pieces:
            words.update(WORD.findall(clean(piece.raw).lower()))
    return words


def words_of(group: list[Block], known: Counter[str]) -> list[list[Words]]:
    """The words of each block of `group`, hyphens at the ends of lines mended."""
    pieces = [piece for block in group for piece in block.pieces]
    texts = [clean(piece.raw) for piece in pieces]
    joined = [_join(text, after, known) for text, after in zip(texts, [*texts[1:], ""], strict=False)]
    laid = iter(Words(piece, text, joiner) for piece, (text, joiner) in zip(pieces, joined, strict=True))
    return [[next(laid) for _ in block.pieces] for block in group]


def _join(text: str, after: str, known: Counter[str]) -> tuple[str, str]:
    """`text` as it is kept, and what joins it to `after`."""
    if text.endswith(LINE_END_HYPHEN):
        stem = text.rstrip(LINE_END_HYPHEN)
        return (stem, "") if _is_one_word(stem, after, known) else (f"{stem}-", "")
    text = text.replace(LINE_END_HYPHEN, "-")
    together = CLOSES.match(after) or (OPEN_HYPHEN.search(text) and after[:1].isalnum())
    return text, "" if together else " "


def _is_one_word(stem: str, after: str, known: Counter[str]) -> bool:
    """Whether the report writes the two halves elsewhere as one word, rather than with a hyphen."""
    left, right = LAST_WORD.search(stem), FIRST_WORD.match(after)
    if not (left and right):
        return False
    first, second = left.group().lower(), right.group().lower()
    return known[first + second] > known[f"{first}-{second}"]
