"""Lines into blocks: which lines of a printed page make one heading, paragraph, bullet, row or footnote."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from documents.blocks import Block, Piece, Role
from documents.breaks import carried_over, with_lists_joined
from documents.clean import clean
from documents.contents import contents, entries_of
from documents.groups import Group, TypeSet, groups, is_footnote, is_mark
from documents.headings import is_heading, style, with_levels, with_plain_headings
from documents.lines import Line
from documents.marks import BULLET, ENDED, LABELLED, NUMBERED, STUDY
from documents.rows import Row
from documents.tables import with_rows

ROW_CHARACTERS = 130  # the most in a line such as "Lead inspector: Ada Lovelace"


def blocks(pages: list[list[Line]], running: list[set[int]]) -> list[Block]:
    """Every line of `pages` in exactly one block, in reading order. `running` says which are furniture."""
    body = _body_size(pages)
    pitch = _pitch(pages, body)
    found: list[Block] = []
    for number, (page, away) in enumerate(zip(pages, running, strict=True), 1):
        words = [line for index, line in enumerate(page) if index not in away]
        type_set = TypeSet(body, pitch, _edges(words))
        found += carried_over(found, list(_page_blocks(number, words, type_set)))
        found += [Block(number, Role.FURNITURE, (_piece(page[index]),)) for index in sorted(away)]
    return with_levels(with_lists_joined(with_plain_headings(found)), len(pages))


def _body_size(pages: list[list[Line]]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 12.0


def _pitch(pages: list[list[Line]], body: float) -> float:
    gaps = [
        above.baseline - below.baseline
        for page in pages
        for above, below in pairwise(page)
        if above.size == below.size == body and 0.8 * body < above.baseline - below.baseline < 2 * body
    ]
    return median(gaps) if gaps else 1.2 * body


def _edges(lines: list[Line]) -> dict[int, float]:
    edges: dict[int, float] = {}
    for line in lines:
        edges[round(line.left)] = max(edges.get(round(line.left), 0.0), line.right)
    return edges


def _page_blocks(number: int, lines: list[Line], type_set: TypeSet) -> Iterator[Block]:
    listed = contents(lines)
    for row in entries_of(listed):
        yield Block(number, Role.BOILERPLATE, _pieces(row))
    known = {id(line) for line in listed}
    for group in groups(with_rows([line for line in lines if id(line) not in known]), type_set):
        if isinstance(group, Row):
            yield from _cells(number, group)
        else:
            yield _block(number, group, type_set.body)


def _cells(number: int, row: Row) -> Iterator[Block]:
    for at, (column, lines) in enumerate(row.cells):
        yield Block(number, Role.ROW, _pieces(list(lines)), column=column, continues=at > 0)


def _block(number: int, group: Group, body: float) -> Block:
    first = group[0]
    text, left = first.text.lstrip(), round(first.left)
    inner = round(group[1].left) if len(group) > 1 else None
    found = BULLET.match(text)
    if (len(group) == 1 and is_mark(first, body)) or (found and len(group) == 1 and found.end() == len(text)):
        return Block(number, Role.FURNITURE, (_piece(first),))
    if is_footnote(group, body):
        return Block(number, Role.FOOTNOTE, _pieces(group))
    if found:
        return Block(number, Role.BULLET, _pieces(group, found.end()), left, inner=inner)
    if len(text) < ROW_CHARACTERS and len(group) <= 2 and _is_labelled(group):
        return Block(number, Role.ROW, _pieces(group))
    if is_heading(group, body):
        return Block(number, Role.HEADING, _pieces(group), level=style(first))
    if found := NUMBERED.match(text):
        return Block(number, Role.PARAGRAPH, _pieces(group, found.end()), left, found.group(1), inner=inner)
    return Block(number, Role.PARAGRAPH, _pieces(group), level=left)


def _is_labelled(group: Group) -> bool:
    """A line that gives one fact, as on a cover: "Inspection dates: 8 June 2026 to 19 June 2026"."""
    words = " ".join(clean(line.text) for line in group)
    return bool(LABELLED.match(words)) and not ENDED.search(words) and not STUDY.match(words)


def _pieces(group: Group, skip: int = 0) -> tuple[Piece, ...]:
    first, *others = (_piece(line) for line in group)
    blank = len(first.raw) - len(first.raw.lstrip())
    skip += blank if skip else 0
    start = Piece(first.raw[skip:], (first.origin or 0) + skip)
    return tuple(piece for piece in (start, *others) if clean(piece.raw))


def _piece(line: Line) -> Piece:
    return Piece(line.text, line.start)
