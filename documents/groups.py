"""Lines that belong together: where one heading, paragraph, bullet or footnote ends and the next begins."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from documents.clean import clean
from documents.lines import Line
from documents.marks import BULLET, DASH, ENDED, FOOTNOTE_MARK, LABELLED, NUMBERED
from documents.rows import Row

GAP = 1.35  # a new block begins after more than this many usual line pitches
LETTER = 0.6  # of the size of the type: a generous width of a letter
RULE = 0.3  # points
OUTSET = 4  # points
ROOM = 4  # sizes of the type that a last line must leave besides
Group = list[Line]


@dataclass(frozen=True, slots=True)
class TypeSet:
    """How a page is set: the size and pitch of the body, and how far lines that begin at each left run."""

    body: float
    pitch: float
    edges: dict[int, float]


def groups(laid: list[Line | Row], type_set: TypeSet) -> Iterator[Group | Row]:
    """The lines of one block each. A footnote's mark on a line of its own does not interrupt its sentence."""
    group: Group = []
    for line, after in zip_longest(laid, laid[1:]):
        if isinstance(line, Line) and _interrupts(line, after, type_set.body):
            yield [line]
            continue
        if group and isinstance(line, Line) and not _begins_block(group, line, type_set):
            group.append(line)
            continue
        if group:
            yield group
        group = [line] if isinstance(line, Line) else []
        if isinstance(line, Row):
            yield line
    if group:
        yield group


def _begins_block(group: Group, line: Line, type_set: TypeSet) -> bool:
    last, body = group[-1], type_set.body
    drop = last.baseline - line.baseline
    if is_mark(last, body):
        return not _is_beside(last, line, body)
    if abs(drop) < 2 and line.left >= last.right - 2:
        return line.left - last.right > 3 * body
    if drop < 0 or drop > GAP * max(type_set.pitch, 1.15 * line.size) or is_mark(line, body):
        return True
    if is_footnote(group, body):
        return _is_next_note(group, line)
    text, words = line.text.lstrip(), clean(last.text)
    ended = bool(ENDED.search(words))
    if _is_set_out(group, line):
        return True
    if _is_set_otherwise(last, line, body, ended):
        return True
    if ended and (_had_room(last, line, type_set) or _is_ruled_off(group, line)):
        return True
    if DASH.match(text) or NUMBERED.match(text):
        return ended or line.left < last.left - 2  # else a sentence that wraps before "– and" or "15. The"
    return bool(BULLET.match(text)) or bool(LABELLED.match(text) and LABELLED.match(words))


def _is_set_out(group: Group, line: Line) -> bool:
    """Whether `line` begins too far left to belong to the item that `group` holds."""
    first = group[0].text.lstrip()
    if not (BULLET.match(first) or NUMBERED.match(first)):
        return False
    edge = (
        group[0].left if len(group) > 1 and group[1].left > group[0].left + OUTSET else group[0].left - OUTSET
    )
    return line.left < edge + RULE


def _had_room(last: Line, line: Line, type_set: TypeSet) -> bool:
    """Whether `last`, which ends a sentence, stops so short that `line` must begin a paragraph."""
    if round(last.left) != round(line.left):
        return False
    word = len(line.text.split(" ", 1)[0]) * line.size * LETTER
    return type_set.edges[round(line.left)] - last.right > word + ROOM * line.size


def _is_ruled_off(group: Group, line: Line) -> bool:
    """Whether `line` stands a rule's width further off than the lines of `group` from each other.

    So do the cells of a table with one column, where nothing else parts them.
    """
    drops = [above.baseline - below.baseline for above, below in pairwise([*group, line])]
    return len(drops) > 2 and round(group[-1].left) == round(line.left) and drops[-1] > max(drops[:-1]) + RULE


def _is_set_otherwise(last: Line, line: Line, body: float, ended: bool) -> bool:
    """Whether the type changes as it does between a heading and its text, not within one of them."""
    change = abs(line.size - last.size)
    large = min(line.size, last.size) > body + 0.9
    return change > (0.7 if ended or large else 1.5) or (line.bold != last.bold and not (large and not ended))


def is_mark(line: Line, body: float) -> bool:
    """A footnote's mark that PDFium gives a line of its own."""
    return line.size < 0.8 * body and line.text.strip().isdigit() and len(line.text.strip()) <= 2


def _interrupts(line: Line, after: Line | Row | None, body: float) -> bool:
    """Whether `line` is a footnote's mark in the middle of a text, not at the foot of the page."""
    return is_mark(line, body) and not (isinstance(after, Line) and _is_beside(line, after, body))


def _is_beside(mark: Line, line: Line, body: float) -> bool:
    """Whether `line` is the footnote that `mark` opens, rather than words that the mark interrupts."""
    return abs(mark.baseline - line.baseline) < 0.7 * body and line.size < body - 0.9


def is_footnote(group: Group, body: float) -> bool:
    opened = len(group) > 1 and is_mark(group[0], body)
    return opened or (group[0].size < body - 0.9 and bool(FOOTNOTE_MARK.match(group[0].text.lstrip())))


def _is_next_note(group: Group, line: Line) -> bool:
    """Whether `line` opens the footnote after the one that `group` holds."""
    own, following = (FOOTNOTE_MARK.match(text.lstrip() + " .") for text in (group[0].text, line.text))
    return bool(own and following and int(following.group(1)) == int(own.group(1)) + 1)
