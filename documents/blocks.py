"""A block: the lines that make one heading, paragraph, bullet, table row or footnote on one page."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a block is on its page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    ROW = "table row"
    FOOTNOTE = "footnote"
    BOILERPLATE = "boilerplate"  # contents pages, menus, other people's news
    FURNITURE = "furniture"  # running headers, footers and page numbers


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a block as the reader gave it, with the reader's index of its first character."""

    raw: str
    origin: int | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """`level` orders headings (1 the highest, 0 a title over everything) and nests bullets (1 the outermost).

    `number` is the paragraph number printed before the words, which are in `pieces` without it.
    `column` is the place of a table row's cell, each of which is a block. `inner` is how far from the left
    the words of a bullet or numbered paragraph begin after its mark, where they fill more than one line.
    `continues` says that it goes on with the block before: with its sentence, its list or its row.
    """

    page: int
    role: Role
    pieces: tuple[Piece, ...]
    level: int = 0
    number: str | None = None
    column: int = 0
    inner: int | None = None
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Content:
    """A document's blocks in reading order, the number printed on each page, what the file says of itself.

    `scanned` are the pages that had to be read by OCR: one of them without blocks could not be read.
    """

    blocks: tuple[Block, ...]
    printed: tuple[str | None, ...]
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    scanned: frozenset[int] = frozenset()
