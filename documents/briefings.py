"""Sample briefings: they summarise a publication in our own words, and say so at their head."""

import re
from dataclasses import dataclass

from documents.dates import date_at
from documents.frameworks import Framework, spoken_of
from documents.report import ReportDate, Speaker
from documents.speakers import SELF_ASSESSMENT

SAYS_SO = re.compile(r"\bsample briefing\b", re.IGNORECASE)
LONGEST_TITLE = 150  # characters
HEAD = 1500  # characters in which a briefing says what it is and names the publication
PRESS = re.compile(r"\b(?:article|newspaper|news (?:service|story|site))\b", re.IGNORECASE)
PUBLISHED = re.compile(r"\b(?:Published|Date)(?: on)?:?\s+(?=\w)")


@dataclass(frozen=True, slots=True)
class Briefing:
    """Whose voice a briefing reports, and what it says of the publication."""

    speaker: Speaker
    framework: Framework
    published: ReportDate | None


def briefing(opening: str) -> Briefing | None:
    head = opening[:HEAD]
    if not SAYS_SO.search(head):
        return None
    dates = (date_at(head, found.end()) for found in PUBLISHED.finditer(head))
    return Briefing(*_voice(head), next((date for date in dates if date), None))


def _voice(head: str) -> tuple[Speaker, Framework]:
    if PRESS.search(head):
        return Speaker.PRESS, Framework.PRESS_ARTICLE
    if SELF_ASSESSMENT.search(head):
        return Speaker.COUNCIL, Framework.SELF_ASSESSMENT
    framework = spoken_of(head)
    return (Speaker.OTHER if framework is Framework.OTHER else Speaker.INSPECTORATE), framework


def title_of_briefing(opening: str, title: str) -> str:
    first = opening.partition("\n")[0].strip()
    named = "briefing" in first.lower() and first.lower() != "sample briefing" and len(first) <= LONGEST_TITLE
    return first if named else f"Briefing: {title}"
