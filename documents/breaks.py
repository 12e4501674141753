"""What goes on from block to block: sentences over page breaks, lists under the line that opens them."""

import re
from dataclasses import replace

from documents.blocks import Block, Role
from documents.clean import LINE_END_HYPHEN, clean
from documents.marks import ENDED, LEADS_IN, NAMES_PARTS, STOPPED

APART = {Role.FURNITURE, Role.FOOTNOTE, Role.BOILERPLATE}
INDENT = (12, 60)  # points by which the words of a numbered paragraph or bullet stand in from its mark
NESTED = 6  # points by which a bullet stands in from the one it belongs to
OPENS_LIST = re.compile(r"(?::|\b(?:of|for|to|by|that|including|and))[\s–-]*$")  # "and monitoring of:"
CELL = 60  # characters of a cell that must end like a sentence
PART = 150  # characters in an item of a list that reads as one sentence
LINKED = re.compile(r"(?:[;,]|\band)$")  # how the items of such a list end
LONGEST = 1500  # characters of an opening line with its list


def carried_over(before: list[Block], page: list[Block]) -> list[Block]:
    """Mark the first block of `page`, or its first row, where it goes on from the page before."""
    first = next((at for at, block in enumerate(page) if block.role not in APART and block.pieces), None)
    last = next((block for block in reversed(before) if block.role not in APART and block.pieces), None)
    if first is None or last is None or last.page != page[first].page - 1:
        return page
    if page[first].role is Role.ROW and last.role is Role.ROW:
        if not _row_goes_on(last, page[first:]):
            return page
    elif not _goes_on(last, page[first]):
        return page
    page[first] = replace(page[first], continues=True, column=_column(last, page[first]))
    return page


def _column(last: Block, first: Block) -> int:
    """A paragraph that goes on with a cell belongs to its column."""
    return last.column if first.role is Role.PARAGRAPH else first.column


def _row_goes_on(last: Block, page: list[Block]) -> bool:
    """Whether the first row of `page` holds the rest of the row before, of which `last` is the last cell."""
    cells = [page[0]]
    for block in page[1:]:
        if block.role is not Role.ROW or not block.continues:
            break
        cells.append(block)
    broken_off = _length(last) > CELL and not ENDED.search(_end(last))
    return len(cells) > 1 and (broken_off or _start(cells[-1])[:1].islower())


def _goes_on(last: Block, first: Block) -> bool:
    if first.role is not Role.PARAGRAPH or first.number or last.role is Role.HEADING:
        return False
    if last.role is Role.ROW:
        return _start(first)[:1].islower() and not ENDED.search(_end(last))
    if last.inner is None:
        inset = INDENT[0] <= first.level - last.level <= INDENT[1]
    else:
        inset = abs(first.level - last.inner) <= NESTED
    listed = last.number is not None or last.role is Role.BULLET
    if _end(last).endswith(";") and _start(first)[:1].islower():
        return True
    if ENDED.search(_end(last)):
        return listed and inset and not _end(last).endswith(":")
    return _start(first)[:1].islower() or inset or (not listed and abs(first.level - last.level) < NESTED)


def with_lists_joined(found: list[Block]) -> list[Block]:
    """Let the items of a list that finish a sentence stand with the line that opens it."""
    body = [at for at, block in enumerate(found) if block.role not in APART and block.pieces]
    here = 0
    while here < len(body):
        items = _list_of(found, body, here)
        if found[body[here]].role is Role.BULLET or _are_parts([found[at] for at in items]):
            length = _length(found[body[here]])
            for at in items:
                length += _length(found[at])
                if length < LONGEST:
                    found[at] = replace(found[at], continues=True)
        here += 1 + len(items)
    return found


def _list_of(found: list[Block], body: list[int], here: int) -> list[int]:
    """The bullets after the block at `here` that finish what it says."""
    opener = last = found[body[here]]
    items: list[int] = []
    for at in body[here + 1 :]:
        if opener.role not in (Role.BULLET, Role.PARAGRAPH):
            break
        if found[at].continues and not items:
            last = found[at]
        elif found[at].role in (Role.BULLET, Role.PARAGRAPH) and _belongs(
            opener, last, found[at], bool(items)
        ):
            items.append(at)
            last = found[at]
        else:
            break
    return items


def _belongs(opener: Block, last: Block, bullet: Block, begun: bool) -> bool:
    """Whether `bullet`, which follows `last`, is part of what `opener` says."""
    end = _end(last)
    opens = bool(OPENS_LIST.search(end)) or not ENDED.search(end)
    lower = not _start(bullet)[:1].isupper()
    inset = bullet.level - opener.level > NESTED
    if bullet.role is Role.PARAGRAPH:  # a part set in, without a mark
        goes_on = end.endswith(":") or (begun and not STOPPED.search(end))
        return inset and lower and goes_on and not bullet.number
    if opener.role is Role.BULLET:
        return inset and (begun or opens)
    fragment = not _start(bullet)[:1].isupper() or not STOPPED.search(_end(bullet))
    if begun:
        return fragment and not STOPPED.search(end)
    words = " ".join(clean(piece.raw) for piece in opener.pieces)
    if LEADS_IN.match(words) and not (lower and NAMES_PARTS.match(words)):
        return False  # each item is a statement of its own
    if lower:
        return fragment and opens
    return end.endswith(":") and not ENDED.search(_end(bullet))


def _are_parts(items: list[Block]) -> bool:
    """Whether the items are short parts of one sentence, not statements in a row."""
    linked = sum(bool(LINKED.search(_end(item))) for item in items[:-1])
    return sum(_length(item) for item in items) <= PART * len(items) or linked == len(items) - 1


def _start(block: Block) -> str:
    return clean(block.pieces[0].raw)


def _end(block: Block) -> str:
    return clean(block.pieces[-1].raw).rstrip(LINE_END_HYPHEN)


def _length(block: Block) -> int:
    return sum(len(piece.raw) for piece in block.pieces)
