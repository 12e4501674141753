"""When a document was published: only where it says so itself."""

import re

from documents.dates import DAY_FIRST, MONTH, WEEKDAY, date_and_end, date_at
from documents.report import ReportDate, Speaker

LABEL = r"(?:published|publication date|date of publication|date published|date issued)"
LABELLED = re.compile(  # "Report published: 7 April 2017", "Date: March 2024"
    rf"^(?:(?:report |first |letter )?{LABEL}(?: on)?|date(?: of (?:report|letter|issue))?\s*[:|])[\s:|–-]*"
    rf"|\b{LABEL}:\s*",
    re.IGNORECASE | re.MULTILINE,
)
OTHER_WORDS = re.compile(
    r"(?:\d\d?:\d\d)?[^\d.:]{0,20}(?=\d)"
)  # "Published: All 2 August 2013": columns of a table
SALUTATION = re.compile(r"^Dear\b", re.MULTILINE)
LINE_START = re.compile(r"^(?=\S)", re.MULTILINE)
CLOCK = r"\d{1,2}[:.]\d\d(?: ?[ap]m)?"
BYLINE = re.compile(  # "By Ada Lovelace, 9 February 2022 10:30", "Posted on 18/04/2021", "18:00, 9 Feb 2022"
    rf"(?:(?:first )?(?:published|posted|by [^\d\n]{{3,60}}?)(?: on)?[\s:,|–-]*)?(?:{CLOCK},? )?"
    rf"(?={WEEKDAY}|{MONTH}|\d)",
    re.IGNORECASE,
)
TIME_OF_DAY = re.compile(rf"[\s,|–-]*(?:at )?(?:{CLOCK}.*)?$", re.IGNORECASE)
YEAR_END = re.compile(r"\b(?:end(?:ed|ing)?|to|since|until|from)\s+$", re.IGNORECASE)
LINES_NEAR_HEADLINE = 4
FIRST_LINES = 10


def published(speaker: Speaker, front: str, title: str, announced_at: int = 0) -> ReportDate | None:
    """The date that the first page states, for whoever speaks."""
    if date := _labelled(front):
        return date
    if speaker is Speaker.INSPECTORATE:
        return _at_head(front, announced_at)
    if speaker is Speaker.PRESS:
        return _beside_headline(front, title)
    return _in_title(title) or _alone_on_a_line(front.splitlines()[:FIRST_LINES])


def _labelled(front: str) -> ReportDate | None:
    for label in LABELLED.finditer(front):
        others = OTHER_WORDS.match(front, label.end())
        if date := date_at(front, label.end()) or (date_at(front, others.end()) if others else None):
            return date
    return None


def _at_head(front: str, announced_at: int) -> ReportDate | None:
    """A letter's own date, above its salutation, or above its title where it has none."""
    salutation = SALUTATION.search(front)
    head = front[: salutation.start() if salutation else announced_at]
    places = [line.start() for line in LINE_START.finditer(head)]
    if salutation:
        places += [found.start() for found in DAY_FIRST.finditer(head)]
    dates = (date_at(head, at) for at in places)
    return next((date for date in dates if date and date.day), None)


def _beside_headline(front: str, title: str) -> ReportDate | None:
    lines = front.splitlines()
    at = next((number for number, line in enumerate(lines) if title and title in line), 0)
    return _alone_on_a_line(lines[max(at - LINES_NEAR_HEADLINE, 0) : at + LINES_NEAR_HEADLINE + 1])


def _alone_on_a_line(lines: list[str]) -> ReportDate | None:
    for line in lines:
        start = BYLINE.match(line)
        found = date_and_end(line, start.end()) if start else None
        if found and TIME_OF_DAY.match(line, found[1]):
            return found[0]
    return None


def _in_title(title: str) -> ReportDate | None:
    """ "Summary of Trafford's Self Assessment – March 2018"."""
    for found in DAY_FIRST.finditer(title):
        if not YEAR_END.search(title[: found.start()]):
            return date_at(title, found.start())
    return None
