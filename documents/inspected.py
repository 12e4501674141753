"""The days on which the inspectors were there."""

import re

from documents.dates import days_at, days_from
from documents.frameworks import Framework
from documents.report import ReportDate

SHORT_DAYS, STANDARD_DAYS = 7, 21  # a short inspection is one week on site, a standard one two
KIND = r"(?:inspection|(?:focus+ed |monitoring |assurance )?visit|re-?visit|review|fieldwork)"
DAYS_NEXT = r"(?=\d{1,2}\D|\w+day,? \d)"
LABELLED = re.compile(  # "Inspection dates: 5 to 16 December 2022", "Visit 10 and 11 July 2018"
    rf"^(?:{KIND}(?: and review)?(?: dates?| carried out)?|dates? of (?:the |this )?{KIND})"
    rf"[\s:|–-]*{DAYS_NEXT}"
    rf"|^inspection dates?:[^\d.]{{0,60}}{DAYS_NEXT}",  # with other cells of a table between
    re.IGNORECASE | re.MULTILINE,
)
SENTENCE = re.compile(r"[^\n.]+(?:\.(?!\s)[^\n.]*)*")
VISITED = re.compile(r"visit|inspect", re.IGNORECASE)
BEFORE_DAYS = re.compile(
    rf"\b(?:on|between|from|over|during|dates?|days of|week of|visit) (?:the )?{DAYS_NEXT}", re.IGNORECASE
)
OTHER_TIME = re.compile(  # "…, the first since the inspection of 3 to 14 June 2019"
    r"\b(?:previous|last|since|earlier|initial|original|subsequent|judged|published|dated|your letter)\b",
    re.IGNORECASE,
)


def inspected(front: str, opening: str, known_by: ReportDate | None) -> tuple[ReportDate, ReportDate] | None:
    """The first and last day: from the label on the first page, or from the sentence that tells of them.

    `known_by` is a date on which they were past.
    """
    for label in LABELLED.finditer(front):
        if days := days_at(front, label.end(), known_by):
            return days
    return _told(opening, known_by) or _told(opening.replace("\n", " "), known_by)


def _told(text: str, known_by: ReportDate | None) -> tuple[ReportDate, ReportDate] | None:
    for sentence in SENTENCE.finditer(text):
        if VISITED.search(sentence[0]) and (days := _told_in(sentence[0], known_by)):
            return days
    return None


def _told_in(sentence: str, known_by: ReportDate | None) -> tuple[ReportDate, ReportDate] | None:
    for found in BEFORE_DAYS.finditer(sentence):
        clause = sentence[: found.start()].rpartition(",")[2]
        if not OTHER_TIME.search(clause) and (days := days_at(sentence, found.end(), known_by)):
            return days
    return None


def told_by_length(framework: Framework, days: tuple[ReportDate, ReportDate] | None) -> Framework:
    """ILACS reports do not say whether the inspection was standard or short; its length does."""
    if framework is not Framework.ILACS or days is None or days_from(*days) > STANDARD_DAYS:
        return framework
    return Framework.ILACS_SHORT if days_from(*days) <= SHORT_DAYS else Framework.ILACS_STANDARD
