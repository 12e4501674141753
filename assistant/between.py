"""The stretch of time that a person asks about: two dates, either of which may be left open."""

import re
from dataclasses import dataclass

from documents.dates import date_and_end
from documents.problem import KnownProblem
from documents.report import ReportDate, Source, date_from_iso

ANY_FIRST, ANY_LAST = 0, 99_999_999
YEAR_OR_MONTH = re.compile(r"\d{4}(?:-\d{2}){0,2}")  # "2018", "2018-03", "2018-03-12"
NO_DATE = "‘{words}’ is not a date. Write it like 2019, March 2019 or 8 March 2019."
WRONG_WAY = "The first date ({since}) is later than the last ({until}). Change one of them."


@dataclass(frozen=True, slots=True)
class Between:
    """Days as numbers such as 20180331, both of them within; `since` and `until` are the words given."""

    first: int = ANY_FIRST
    last: int = ANY_LAST
    since: str = ""
    until: str = ""

    def holds(self, date: ReportDate | None) -> bool:
        """Whether it may lie within; what has no date does so only where no date was asked for."""
        if date is None:
            return (self.first, self.last) == (ANY_FIRST, ANY_LAST)
        return date.last >= self.first and date.first <= self.last

    @property
    def words(self) -> str:
        """'from March 2018 to 2020', or nothing."""
        ends = (("from", self.since), ("to", self.until))
        return " ".join(f"{word} {date}" for word, date in ends if date)


def between(since: str, until: str) -> Between:
    """From what a person wrote; KnownProblem where it is no date."""
    start, end = _date(since), _date(until)
    first, last = start.first if start else ANY_FIRST, end.last if end else ANY_LAST
    if start and end and first > last:
        raise KnownProblem(WRONG_WAY.format(since=start.words, until=end.words))
    return Between(first, last, start.words if start else "", end.words if end else "")


def date_of(source: Source) -> ReportDate | None:
    """The end of an inspection; where a document does not give it, when it was published."""
    return source.inspected_to or source.inspected_from or source.published


def _date(words: str) -> ReportDate | None:
    written = words.strip()
    if not written:
        return None
    try:
        if YEAR_OR_MONTH.fullmatch(written):
            return date_from_iso(written)
        if (found := date_and_end(written)) and found[1] == len(written):
            return found[0]
    except ValueError as error:
        raise KnownProblem(NO_DATE.format(words=written[:40])) from error
    raise KnownProblem(NO_DATE.format(words=written[:40]))
