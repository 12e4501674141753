"""What a document is called: by the line that announces an inspection, or by its headline."""

import re
from collections.abc import Iterable
from pathlib import Path

from documents.authorities import lookup
from documents.frameworks import Announcement
from documents.mentions import mentions
from documents.report import Kind, Passage

LONGEST = 300  # characters; a longer line is no title
FIRST_FEW = 5  # headings among which the title stands, below a council's name and a report's number
LONGEST_NAME = 90  # characters in a line that gives an authority's name beside the title
GOES_ON = re.compile(
    r"(?:,|\b(?:and|or|of|in|to|for|the|on|upon|with))$"
)  # a title that runs on to the next line
LINE_OF_TITLE = re.compile(r"(?!and$)[a-z]")  # but not the "and" between two titles
WORDS = re.compile(r"[A-Za-z][\w’'-]*")


def announced_title(front: str, announced: Announcement) -> str:
    """The line that announces the inspection, after the authority's name where that stands beside it."""
    title, below = _title_and_next_line(front, announced)
    if mentions(title):
        return title
    above = _line_above(front[: announced.start])
    name = next((line for line in (above, below) if _is_name(line)), None)
    return f"{name}: {title[:1].lower()}{title[1:]}" if name else title


def headline(passages: Iterable[Passage], wanted: re.Pattern[str] | None = None) -> str | None:
    """The first heading on the first two pages that is more than a label; best one that fits `wanted`."""
    headings = [
        passage.text
        for passage in passages
        if passage.kind is Kind.HEADING and passage.spans[0].page <= 2 and len(passage.text) <= LONGEST
    ]
    telling = [heading for heading in headings if len(WORDS.findall(heading)) >= 3]
    matching = [heading for heading in telling[:FIRST_FEW] if wanted and wanted.search(heading)]
    return next(iter(matching or telling or headings), None)


def first_line(front: str) -> str | None:
    """The first line; of a letter the one after its salutation, which says what it is about."""
    lines = [line.strip(" •–") for line in front.splitlines()]
    salutation = next((at for at, line in enumerate(lines) if line.startswith("Dear ")), -1)
    return next((line for line in lines[salutation + 1 :] if line and len(line) <= LONGEST), None)


def name_of_file(file: str) -> str:
    """The last resort, for a document without a word that could be its title."""
    return Path(file).stem.replace("_", " ").strip() or file


def _is_name(line: str) -> bool:
    return len(line) <= LONGEST_NAME and bool(mentions(line) or lookup(line))


def _line_above(text: str) -> str:
    """The line above a title, with the one before it where it runs over two."""
    *_, before, last = ["", "", *(line.strip() for line in text.splitlines() if line.strip())]
    return f"{before} {last}" if GOES_ON.search(before) else last


def _title_and_next_line(front: str, announced: Announcement) -> tuple[str, str]:
    """The title, joined where it runs over several lines, and the line after it."""
    title, *others = front[announced.end :].split("\n", 4)
    title = " ".join((front[announced.start : announced.end] + title).split())
    others = [line.strip() for line in others if line.strip()]
    while others and len(title) < LONGEST and (GOES_ON.search(title) or LINE_OF_TITLE.match(others[0])):
        title = f"{title} {others.pop(0)}"
    return title, others[0] if others else ""
