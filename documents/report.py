"""The values that reading a document produces. None of them is changed once made."""

import re
from calendar import monthrange
from dataclasses import dataclass
from enum import StrEnum

from documents.frameworks import Framework

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
ISO_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")  # "2018", "2018-03", "2018-03-12"


class Speaker(StrEnum):
    """Who says what the document says."""

    INSPECTORATE = "inspectorate"
    COUNCIL = "council"
    PRESS = "press"
    GOVERNMENT = "government"
    OTHER = "other"


class Kind(StrEnum):
    """What a passage is for in its report."""

    FINDING = "finding"
    RECOMMENDATION = "recommendation"
    JUDGEMENT = "judgement"
    HEADING = "heading"
    TABLE_ROW = "table row"
    FOOTNOTE = "footnote"
    BOILERPLATE = "boilerplate"


class ReadBy(StrEnum):
    """How the words of a page came to us."""

    TEXT = "text"
    OCR = "ocr"


@dataclass(frozen=True, slots=True, order=True)
class ReportDate:
    """A date as precise as the document gives it: "March 2018" is not 1 March."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def iso(self) -> str:
        parts = [f"{self.year:04d}"] + [f"{part:02d}" for part in (self.month, self.day) if part]
        return "-".join(parts)

    @property
    def words(self) -> str:
        month = f"{MONTHS[self.month - 1]} " if self.month else ""
        return f"{self.day or ''} {month}{self.year}".strip()

    @property
    def first(self) -> int:
        """The earliest day it may mean, as the number 20180301."""
        return self.year * 10_000 + (self.month or 1) * 100 + (self.day or 1)

    @property
    def last(self) -> int:
        """The latest day it may mean, as the number 20180331."""
        month = self.month or 12
        return self.year * 10_000 + month * 100 + (self.day or monthrange(self.year, month)[1])


def date_from_iso(text: str) -> ReportDate:
    """Read "2018", "2018-03" or "2018-03-12"; ValueError for anything else."""
    found = ISO_DATE.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"{text!r} is not a date like 2018-03-12, 2018-03 or 2018")
    year, month, day = (int(part or 0) for part in found.groups())
    if month > 12 or (day and not 1 <= day <= monthrange(year, month)[1]):
        raise ValueError(f"{text!r} is not a day in the calendar")
    return ReportDate(year, month, day)


@dataclass(frozen=True, slots=True)
class Source:
    """A document: what it is, whom it is about and who speaks. `None` is shown as unknown.

    `theme` is that of a joint targeted area inspection; `corrected` names the fields a person has corrected.
    """

    sha256: str
    file: str
    media_type: str
    title: str
    authorities: tuple[str, ...]
    speaker: Speaker
    publisher: str | None = None
    framework: Framework = Framework.OTHER
    theme: str | None = None
    published: ReportDate | None = None
    inspected_from: ReportDate | None = None
    inspected_to: ReportDate | None = None
    lead_inspector: str | None = None
    sample: bool = False
    corrected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """`length` characters of a page's text, from `start`, are the reader's characters from `origin`."""

    start: int
    origin: int
    length: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page (or slide, or whole web page): its cleaned words, which are never changed again."""

    number: int
    printed: str | None
    text: str
    read_by: ReadBy = ReadBy.TEXT
    runs: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` of a page's text, and what joins them to the next span."""

    page: int
    start: int
    end: int
    joiner: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words copied unchanged from the report: its spans, joined, are `text`."""

    sha256: str
    order: int
    kind: Kind
    heading: tuple[str, ...]
    paragraph: str | None
    spans: tuple[Span, ...]
    text: str

    @property
    def id(self) -> str:
        return f"{self.sha256[:20]}-{self.order:05d}"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A grade and the area it judges; `spans` are the words that give it, the first of them on `page`."""

    area: str
    grade: str
    page: int
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What must improve: the `order`-th in its report, in the passage of that order."""

    addressed_to: str | None
    order: int
    passage: int
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """One document, read: pages in order, passages in reading order."""

    source: Source
    pages: tuple[Page, ...]
    passages: tuple[Passage, ...]
    judgements: tuple[Judgement, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()


def joined(spans: tuple[Span, ...], pages: dict[int, str]) -> str:
    """The words at `spans`, where `pages` gives each page's text by its number."""
    words = "".join(pages[span.page][span.start : span.end] + span.joiner for span in spans)
    return words[: len(words) - len(spans[-1].joiner)] if spans else ""
