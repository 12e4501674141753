"""Which lines are headings, and how they nest: by their type, and by what they stand before."""

import re
from dataclasses import replace
from itertools import pairwise

from documents.blocks import Block, Role
from documents.clean import clean
from documents.lines import Line
from documents.marks import ENDED, LABELLED

LONGEST = 220  # characters
LONGEST_PLAIN = 110  # of a heading set like the text around it
LETTER = re.compile(r"[A-Za-z]")
SMALLEST = 1  # the style of headings set like the text: below every other


def is_heading(group: list[Line], body: float) -> bool:
    words = " ".join(clean(line.text) for line in group)
    stands_out = group[0].bold or group[0].size > body + 0.9
    named = LETTER.search(words) and not words.endswith((".", ";", ","))
    return stands_out and bool(named) and len(words) <= LONGEST


def style(line: Line) -> int:
    """Larger is higher; of two sizes alike, bold is higher. Turned into a level once all are known."""
    return round(line.size) * 2 + int(line.bold)


def with_plain_headings(found: list[Block]) -> list[Block]:
    """Turn short lines that name the list after them into headings, though they are set like text."""
    body = [at for at, block in enumerate(found) if block.role not in (Role.FURNITURE, Role.FOOTNOTE)]
    for before, at, after in zip([-1, *body], body, body[1:], strict=False):
        ended = before < 0 or _is_complete(found[before])
        if ended and (_names_a_list(found[at], found[after]) or _is_over_title(found, at, after)):
            found[at] = replace(found[at], role=Role.HEADING, level=SMALLEST)
    return found


def _is_complete(block: Block) -> bool:
    words = clean(block.pieces[-1].raw) if block.pieces else ""
    return block.role in (Role.HEADING, Role.ROW, Role.BULLET) or bool(ENDED.search(words))


def _is_over_title(found: list[Block], at: int, after: int) -> bool:
    """Whether the first words of a document stand above its title: "Local area partnership report"."""
    words = clean(found[at].pieces[0].raw)
    first = at == 0 and found[at].role is Role.PARAGRAPH
    return (
        first and found[after].role is Role.HEADING and len(found[at].pieces) == 1 and not ENDED.search(words)
    )


def _names_a_list(block: Block, after: Block) -> bool:
    words = " ".join(clean(piece.raw) for piece in block.pieces)
    plain = block.role is Role.PARAGRAPH and not block.number and not block.continues
    if not plain or after.continues or len(words) > LONGEST_PLAIN or len(block.pieces) > 2:
        return False
    if not words[:1].isupper() or ENDED.search(words) or words.endswith(",") or LABELLED.match(words):
        return False
    if after.role is Role.BULLET or after.number:
        return True
    text = " ".join(clean(piece.raw) for piece in after.pieces)
    prose = after.role is Role.PARAGRAPH and len(after.pieces) > 1 and bool(ENDED.search(text))
    return prose and block.page > 1 and len(block.pieces) == 1 and len(words) < 70


def with_levels(found: list[Block], pages: int) -> list[Block]:
    """Turn the styles of headings, and the indents of bullets, into levels; the rest have none."""
    titles = _titles(found) if pages > 2 else set()
    headings = [at for at, block in enumerate(found) if block.role is Role.HEADING and at not in titles]
    top = max((found[at].level for at in headings if found[at].page > 1), default=None)
    for at in headings:
        if top is not None and found[at].page == 1:  # nothing on a cover stands over the whole report
            found[at] = replace(found[at], level=min(found[at].level, top))
    styles = sorted({found[at].level for at in headings}, reverse=True)
    for at, block in enumerate(found):
        if block.role is Role.BULLET:
            level = 2 if block.continues else 1
        else:
            level = 0 if block.role is not Role.HEADING or at in titles else styles.index(block.level) + 1
        found[at] = replace(block, level=level)
    return found


def _titles(found: list[Block]) -> set[int]:
    """The headings over the whole report: on its first page, with no text of their own."""
    body = [at for at, block in enumerate(found) if block.role not in (Role.FURNITURE, Role.FOOTNOTE)]
    later = max((block.level for block in found if block.role is Role.HEADING and block.page > 1), default=0)
    return {
        at
        for at, after in pairwise(body)
        if found[at].role is Role.HEADING
        and found[at].page == 1
        and (found[after].role in (Role.HEADING, Role.ROW) or found[at].level > later + 8)
    }
