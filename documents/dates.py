"""Dates as documents write them: one date, or the days that an inspection took."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from documents.report import MONTHS, ReportDate

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b"
)
YEAR = r"(?:19|20)\d\d(?!\d)"
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
DAY_FIRST = re.compile(  # "7 April 2017", "Friday 7th of April, 2017", "March 2018"
    rf"(?:{WEEKDAY},?\s+)?(?:(?P<day>{DAY})\s+(?:of\s+)?)?(?P<month>{MONTH})[.,]?\s+(?P<year>{YEAR})",
    re.IGNORECASE,
)
MONTH_FIRST = re.compile(  # "Wednesday, April 10, 2024"
    rf"(?:{WEEKDAY},?\s+)?(?P<month>{MONTH})\.?\s+(?P<day>{DAY}),?\s+(?P<year>{YEAR})", re.IGNORECASE
)
IN_FIGURES = re.compile(rf"(?P<day>\d{{1,2}})[/.](?P<month>\d{{1,2}})[/.](?P<year>{YEAR})")  # "18/04/2021"
FIGURES_STRETCH = re.compile(  # "29/11/2021 to 10/12/2021"
    rf"(?P<first>\d{{1,2}}[/.]\d{{1,2}}[/.]{YEAR})\s*(?:to|and|-|–|—)\s*(?P<last>\d{{1,2}}[/.]\d{{1,2}}[/.]{YEAR})"
)
ISO = re.compile(  # "2021-04-18T09:00"
    r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?:T[\d:.+Z]*)?"
)
STRETCH_PART = re.compile(  # one word of "Tuesday 29 April to 3 May 2019"
    rf"[\s,]*(?:(?P<month>{MONTH})|(?P<year>{YEAR})|(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)"
    rf"|{WEEKDAY}|(?:to|and|until|through|the|of|from|between)\b|[-‐–—&])",
    re.IGNORECASE,
)


class Day(NamedTuple):
    """A day in a list of days; its month and its year may stand only after a later one."""

    year: int
    month: int
    day: int


def date_at(text: str, at: int = 0) -> ReportDate | None:
    """The date that begins at `at`."""
    found = date_and_end(text, at)
    return found[0] if found else None


def date_and_end(text: str, at: int = 0) -> tuple[ReportDate, int] | None:
    """The date that begins at `at`, and where it ends."""
    for pattern in (DAY_FIRST, MONTH_FIRST, IN_FIGURES, ISO):
        if found := pattern.match(text, at):
            written = _date(found["year"], found["month"], found["day"])
            return (written, found.end()) if written else None
    return None


def days_at(text: str, at: int, known_by: ReportDate | None = None) -> tuple[ReportDate, ReportDate] | None:
    """The first and last of the days listed from `at` on: "5 to 9 December 2022 and 14 to 15 February 2023".

    Where they give no year, it is the last in which they fall before `known_by`.
    """
    if found := FIGURES_STRETCH.match(text, at):
        ends = date_at(found["first"]), date_at(found["last"])
        return (ends[0], ends[1]) if ends[0] and ends[1] and ends[0] <= ends[1] else None
    days = [day for day in _listed(text, at) if day.month]
    if not days:
        return None
    first, last = days[0], days[-1]
    if not last.year:
        after = first.year + _over_new_year(first, last)
        last = last._replace(year=after if first.year else _year_before(last, known_by))
    if not first.year or (first > last and _over_new_year(first, last)):
        first = first._replace(year=last.year - _over_new_year(first, last))
    possible = _in_calendar(first) and _in_calendar(last) and first <= last
    return (ReportDate(*first), ReportDate(*last)) if possible else None


def days_from(first: ReportDate, last: ReportDate) -> int:
    """How many days there are from the first to the last, both counted."""
    return (date(last.year, last.month, last.day) - date(first.year, first.month, first.day)).days + 1


def _listed(text: str, at: int) -> list[Day]:
    """Each day listed; a month or a year holds for the days before it that have none."""
    days: list[Day] = []
    for kind, words in _parts(text, at):
        if kind == "day":
            days.append(Day(0, 0, int(words)))
        elif kind == "month":
            days = [day._replace(month=day.month or _month(words)) for day in days]
        else:
            days = [day._replace(year=day.year or int(words)) if day.month else day for day in days]
    return days


def _parts(text: str, at: int) -> Iterator[tuple[str, str]]:
    while found := STRETCH_PART.match(text, at):
        at = found.end()
        if found.lastgroup:
            yield found.lastgroup, found[found.lastgroup]
        if found.lastgroup == "year" and text[at : at + 1] == "\n":
            return  # the list is complete, and the line over


def _over_new_year(first: Day, last: Day) -> bool:
    """ "30 December to 5 January 2024"."""
    return first.month >= 11 and last.month <= 2


def _year_before(last: Day, known_by: ReportDate | None) -> int:
    if known_by is None:
        return 0
    in_its_year = ReportDate(known_by.year, last.month, last.day).first <= known_by.last
    return known_by.year if in_its_year else known_by.year - 1


def _in_calendar(day: Day) -> bool:
    return day.year > 0 and 1 <= day.day <= monthrange(day.year, day.month)[1]


def _date(year: str, month: str, day: str | None) -> ReportDate | None:
    number = int(re.sub(r"\D", "", day or "0"))
    of_year = _month(month)
    if not 1 <= of_year <= 12 or number > monthrange(int(year), of_year)[1]:
        return None
    return ReportDate(int(year), of_year, number)


def _month(name: str) -> int:
    """1 for "January", "jan" or "01"."""
    if name.isdigit():
        return int(name)
    return 1 + [month[:3].lower() for month in MONTHS].index(name[:3].lower())
