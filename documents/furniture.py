"""Running headers, footers and page numbers: told from other words by where and how often they stand."""

import re
from collections import Counter
from collections.abc import Iterable

from documents.clean import clean
from documents.lines import Line

DIGITS = re.compile(r"\d+")
PAGE_NUMBER = re.compile(r"(?:page )?\d{1,4}(?: of \d{1,4})?", re.IGNORECASE)  # "7", "Page 7 of 12"
EDGE_LINES = 3  # running lines are among the outermost three at the top or the bottom of a page
MARGIN = 100.0  # and within this many points of the page's own outermost line
SAME_PLACE = 4.0  # points


def furniture(pages: list[list[Line]]) -> list[set[int]]:
    """For each page, which of its lines are furniture (by their place in the page's list)."""
    seen: Counter[tuple[str, int]] = Counter()
    for page in pages:
        seen.update({place for index in _edges(page) for place in _places(page[index])})
    needed = 2 if len(pages) < 5 else max(3, len(pages) // 5)
    running = [{index for index in _edges(page) if _is_running(page, index, seen, needed)} for page in pages]
    known = {_words(page[index]) for page, away in zip(pages, running, strict=True) for index in away}
    return [
        away | {index for index in _edges(page) if _words(page[index]) in known} | _lone_numbers(page)
        for page, away in zip(pages, running, strict=True)
    ]


def printed_numbers(pages: list[list[Line]], running: list[set[int]]) -> list[str | None]:
    """The number printed on each page, where the numbers found keep step with the pages."""
    found = [
        _last_numbers(page[index] for index in lines) for page, lines in zip(pages, running, strict=True)
    ]
    steps = Counter(number - at for at, numbers in enumerate(found) for number in numbers)
    if not steps:
        return [None] * len(pages)
    step = min(steps.most_common(), key=lambda counted: (-counted[1], abs(counted[0])))[0]
    return [str(at + step) if at + step in numbers else None for at, numbers in enumerate(found)]


def _edges(page: list[Line]) -> set[int]:
    """The lines at the outermost heights, of which one may hold several cells: "8 to 19 June 2026", "2"."""
    heights: list[float] = []
    for baseline in sorted((line.baseline for line in page), reverse=True):
        if not heights or heights[-1] - baseline > SAME_PLACE:
            heights.append(baseline)
    if not heights:
        return set()
    above = [height for height in heights[:EDGE_LINES] if heights[0] - height < MARGIN]
    below = [height for height in heights[-EDGE_LINES:] if height - heights[-1] < MARGIN]
    return {
        index
        for index, line in enumerate(page)
        if any(0 <= height - line.baseline <= SAME_PLACE for height in above + below)
    }


def _places(line: Line) -> tuple[tuple[str, int], tuple[str, int]]:
    """The line's words at its height and at the neighbouring one."""
    words, _ = _words(line)
    height = int(line.baseline // SAME_PLACE)
    return (words, height), (words, height + 1)


def _words(line: Line) -> tuple[str, int]:
    """The line's words with its numbers blotted out, and its size: it may stand higher on another page."""
    return DIGITS.sub("#", clean(line.text).lower()), round(line.size)


def _is_running(page: list[Line], index: int, seen: Counter[tuple[str, int]], needed: int) -> bool:
    return max(seen[place] for place in _places(page[index])) >= needed


def _lone_numbers(page: list[Line]) -> set[int]:
    """A page number that stands alone as the outermost line, even on the only page that has one."""
    order = sorted(range(len(page)), key=lambda index: -page[index].baseline)
    ends = {order[0], order[-1]} if len(order) > 1 else set()
    return {index for index in ends if PAGE_NUMBER.fullmatch(clean(page[index].text))}


def _last_numbers(lines: Iterable[Line]) -> set[int]:
    """ "Page 7 of 12" counts as 7; "8 June to 19 June 26 3" as 3."""
    numbers = set()
    for line in lines:
        words = re.sub(r" of \d+$", "", clean(line.text))
        digits = DIGITS.findall(words)
        if digits and words.endswith(digits[-1]):
            numbers.add(int(digits[-1]))
        elif digits and words.startswith(digits[0]):
            numbers.add(int(digits[0]))
    return numbers
