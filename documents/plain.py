"""Plain text and Markdown: headings, bullets and paragraphs told by their marks and by blank lines."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, pairwise
from pathlib import Path

from documents.blocks import Block, Content, Piece, Role
from documents.boilerplate import CLOSING
from documents.limits import check_text
from documents.marks import BULLET, ENDED, NUMBERED
from documents.pasted import without_surroundings
from documents.problem import UnreadableReport

ENCODINGS = ("utf-8-sig", "cp1252")
EMPHASIS = re.compile(r"\*\*(.+?)\*\*|__(.+?)__")  # "**Areas for Development**"
LOOSE_STARS = re.compile(r"\*\*")  # "… for extended hours.**"
HASHES = re.compile(r"(#{1,6})\s+")  # "## Overview"
STAR = re.compile(r"\*\s+")  # "* a bullet"
CONTACT = re.compile(r"\b[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}\b|\S@\S|\b\d{4} \d{3} \d{3,4}\b")  # "M1 2WD"
TITLE_CHARACTERS = 110
LABEL_WORDS = 8  # in a heading that ends like a sentence: "General data:", "What is the self-assessment?"
WRAPPED = 110  # characters: lines that are all shorter than this were wrapped
ALONE, UNDER = 7, 8  # levels of headings told by standing alone: below every Markdown heading


def read_plain(path: Path) -> Content:
    return article_in(decoded(path), path.name)


def article_in(text: str, name: str) -> Content:
    check_text(len(text), name)
    text = EMPHASIS.sub(lambda found: found.group(1) or found.group(2), text)
    text = LOOSE_STARS.sub("", text)
    pages = [page for page in text.split("\f") if page.strip()] or [text]
    found = [block for number, page in enumerate(pages, 1) for block in _page_blocks(number, page)]
    article = _rejoined(_with_lists(_nested(without_surroundings(found))))
    return Content(tuple(article), (None,) * len(pages))


def decoded(path: Path) -> str:
    raw = path.read_bytes()
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return raw.decode("utf-16", errors="replace")
    for encoding in ENCODINGS:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableReport(f"{path.name} is not text in an encoding we know. Save it as UTF-8 text.")


def _page_blocks(number: int, page: str) -> Iterator[Block]:
    lines = [line.strip() for line in page.splitlines()]
    wrapped = max((len(line) for line in lines), default=0) <= WRAPPED
    for written, group in groupby(lines, key=bool):
        if written:
            yield from _paragraph_blocks(number, list(group), wrapped)


def _paragraph_blocks(number: int, lines: list[str], wrapped: bool) -> Iterator[Block]:
    groups: list[list[str]] = []
    for line in lines:
        goes_on = wrapped or (groups and line[:1].islower() and not ENDED.search(groups[-1][-1]))
        if not groups or _begins_block(line) or HASHES.match(groups[-1][0]) or not goes_on:
            groups.append([line])
        else:
            groups[-1].append(line)
    alone = len(lines) == 1 or not wrapped
    for group in groups:
        yield _block(number, group, alone)


def _begins_block(line: str) -> bool:
    return any(mark.match(line) for mark in (BULLET, STAR, HASHES, NUMBERED))


def _block(number: int, lines: list[str], alone: bool) -> Block:
    first = lines[0]
    if found := HASHES.match(first):
        return Block(number, Role.HEADING, _pieces(lines, found.end()), level=len(found.group(1)))
    if found := BULLET.match(first) or STAR.match(first):
        return Block(number, Role.BULLET, _pieces(lines, found.end()), level=1)
    if found := NUMBERED.match(first):
        return Block(number, Role.PARAGRAPH, _pieces(lines, found.end()), number=found.group(1))
    if alone and len(lines) == 1 and _is_title(first):
        return Block(number, Role.HEADING, _pieces(lines), level=UNDER if first.endswith(":") else ALONE)
    return Block(number, Role.PARAGRAPH, _pieces(lines))


def _is_title(line: str) -> bool:
    if CONTACT.search(line) or CLOSING.match(line):
        return False
    label = line.endswith((":", "?")) and len(line.split()) <= LABEL_WORDS
    return len(line) <= TITLE_CHARACTERS and line[:1].isupper() and (label or not ENDED.search(line))


def _pieces(lines: list[str], skip: int = 0) -> tuple[Piece, ...]:
    return tuple(Piece(line) for line in [lines[0][skip:], *lines[1:]])


def _nested(found: list[Block]) -> list[Block]:
    """A heading that follows another at once stands under it, as "Key areas" does on a slide."""
    levels = [block.level for block in found]
    for at, (above, block) in enumerate(pairwise(found), 1):
        if above.role is block.role is Role.HEADING and levels[at - 1] == block.level == ALONE:
            levels[at] = UNDER
        if block.level == UNDER and _is_followed_by_prose(found[at + 1 :]):
            levels[at], found[at] = 0, replace(block, role=Role.PARAGRAPH)
    return [replace(block, level=level) for block, level in zip(found, levels, strict=True)]


def _is_followed_by_prose(after: list[Block]) -> bool:
    """Whether the list under a line such as "Inspectors highlighted:" ends before the next heading."""
    following = next((block for block in after if block.role is not Role.BULLET), None)
    return following is not None and following.role is Role.PARAGRAPH


def _with_lists(found: list[Block]) -> list[Block]:
    """Lines after one that ends in a colon are its list, though nothing marks them."""
    opened = False
    for at, block in enumerate(found):
        told = len(block.pieces) == 1 and block.level in (0, ALONE, UNDER) and not block.number
        short = told and len(block.pieces[0].raw) <= TITLE_CHARACTERS
        if opened and short and block.role in (Role.HEADING, Role.PARAGRAPH):
            found[at] = replace(block, role=Role.BULLET, level=1)
            continue
        opened = block.role is Role.PARAGRAPH and block.pieces[-1].raw.endswith(":")
    return found


def _rejoined(found: list[Block]) -> Iterator[Block]:
    """A paragraph in lower case after one that broke off goes on with its sentence."""
    last: Block | None = None
    for block in found:
        broken_off = (
            last is not None and last.role is not Role.HEADING and not ENDED.search(last.pieces[-1].raw)
        )
        if broken_off and block.role is Role.PARAGRAPH and block.pieces[0].raw[:1].islower():
            block = replace(block, continues=True)
        yield block
        last = block
