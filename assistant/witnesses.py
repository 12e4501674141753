"""Which documents may bear witness to a claim: about its authority, of its time, in the voice it names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistant.cues import INSPECTORS
from assistant.evidence import Period, Quote, Reading
from assistant.inspections import MONTH, covers, may_be_published_in, telling_of, when
from assistant.periods import periods
from assistant.said import LATE_IN, said_in
from assistant.understand import named_authorities, understand
from documents.report import Source, Speaker
from index.library import Library

COMPARED_WITH = re.compile(  # "than at its 2022 inspection", "since 2019": the time is not the claim's own
    r"\b(?:than|since|compared (?:with|to)|unlike)\b[^.,;]{0,60}$", re.IGNORECASE
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
THEN = re.compile(r"\b(?:previous(?:ly)?|formerly|used to|at that time|at the time|then)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Witnesses:
    """`sources` are of the time claimed, `tellers` others whose passages count where they name that time."""

    sources: tuple[Source, ...]
    tellers: tuple[Source, ...] = ()
    periods: tuple[Period, ...] = ()

    @property
    def everyone(self) -> tuple[Source, ...]:
        return (*self.sources, *self.tellers)

    def may_speak(self, quote: Quote) -> bool:
        """Whether the quotation is of the time claimed: if its document is not, it may name no other time."""
        if not self.periods or quote.source in self.sources:
            return True
        told = {int(year) for year in YEAR.findall(quote.words)}
        wanted = {day // 10_000 for period in self.periods for day in (period.first, period.last)}
        return bool(told) and told <= wanted


def claimed(text: str, home: str | None, scope: tuple[str, ...] = ()) -> Reading:
    """The claim as it is read; `scope` are the authorities chosen where it names none."""
    reading = understand(text, home)
    named = named_authorities(text) or scope or reading.authorities
    own = tuple(period for period in periods(LATE_IN.sub("", text)) if not _is_compared_with(text, period))
    speakers = reading.speakers
    if INSPECTORS.search(text):
        speakers = tuple(each for each in speakers if each is not Speaker.COUNCIL)
    return replace(
        reading, topic=said_in(text), authorities=named, periods=own, speakers=speakers, since=None
    )


def witnesses(reading: Reading, held: Iterable[Source], library: Library) -> Witnesses:
    """What the claim names narrows the choice, save where nothing held fits it."""
    chosen = [source for source in held if _is_about(source, reading.authorities)]
    chosen = [source for source in chosen if source.speaker in reading.speakers] or chosen
    chosen.sort(key=lambda source: (when(source), source.sha256))
    of_kind = [source for source in chosen if source.framework in reading.frameworks]
    if not reading.periods:
        return Witnesses(tuple(of_kind or chosen))
    timed = [source for source in of_kind or chosen if any(_covers(source, each) for each in reading.periods)]
    others = [source for source in chosen if source not in timed]
    return Witnesses(tuple(timed), tuple(telling_of(reading.periods, others, library)), reading.periods)


def _covers(source: Source, period: Period) -> bool:
    """A claim that names a month may mean that of a report whose day of publication is unknown."""
    names_a_month = period.last - period.first <= MONTH
    return covers(source, period) or (names_a_month and may_be_published_in(source, period))


def _is_about(source: Source, authorities: tuple[str, ...]) -> bool:
    return not authorities or bool(set(authorities) & set(source.authorities))


def _is_compared_with(text: str, period: Period) -> bool:
    at = text.find(period.words)
    return COMPARED_WITH.search(text[:at]) is not None and not THEN.search(text[:at])
