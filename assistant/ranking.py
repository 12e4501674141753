"""Which sentence comes first: by the cross-encoder, and by whether it names the matter and how old it is."""

from dataclasses import replace

from assistant.asking import Asking
from assistant.cues import QUANTITY
from assistant.evidence import AnswerKind, Reading
from assistant.find import Found, find
from assistant.inspections import when
from assistant.likeness import shares
from assistant.matter import matter
from documents.report import Source

NAMED_GAIN = 4.0  # where a passage holds all the words of the matter; see benchmarks/README.md
TIME_GAIN = 2.0
YEARLY_LOSS = 0.35  # where no time is named, what an older inspection found counts for less, by the year
LATEST_LOSS = 1.5  # and for much less where the latest is asked for
MOST_LOST = 6.0


def ranked(asking: Asking) -> list[Found]:
    """The sentences that come nearest to answering, best first."""
    topic = asking.reading.topic
    found = by_name(find(asking.library, topic, asking.sources), matter(topic))
    return newer_first(asking, of_its_time(asking, found))


def by_name(found: list[Found], about: str) -> list[Found]:
    """A sentence counts for more whose passage names the matter: a cross-encoder may take another for it."""
    named = shares(about, [each.quote.passage.text for each in found])
    raised = [
        replace(each, score=each.score + NAMED_GAIN * share) for each, share in zip(found, named, strict=True)
    ]
    return in_order(raised)


def in_order(found: list[Found]) -> list[Found]:
    return sorted(found, key=lambda each: (-each.score, each.quote.passage.id, each.quote.start))


def of_its_time(asking: Asking, found: list[Found]) -> list[Found]:
    """A sentence counts for more that gives the time of a figure as it was typed: '12 in 2014/15'."""
    times = [period.words.lower() for period in asking.reading.periods]
    if not times or not (asking.selection.off_time or wants_a_figure(asking.reading)):
        return found
    raised = [
        replace(each, score=each.score + TIME_GAIN)
        if any(time in each.quote.words.lower() for time in times)
        else each
        for each in found
    ]
    return in_order(raised)


def newer_first(asking: Asking, found: list[Found]) -> list[Found]:
    """What was found lately counts for more, where the question names no time."""
    reading = asking.reading
    if (reading.periods and not asking.selection.off_time) or reading.since:
        return found
    yearly = LATEST_LOSS if reading.latest else YEARLY_LOSS
    newest = max((when(source) for source in asking.sources), default=0) // 10_000
    aged = [replace(each, score=each.score - _loss(each.quote.source, newest, yearly)) for each in found]
    return in_order(aged)


def _loss(source: Source, newest: int, yearly: float) -> float:
    year = when(source) // 10_000 or newest - 2
    return min(MOST_LOST, yearly * (newest - year))


def wants_a_figure(reading: Reading) -> bool:
    """'How long was she in post, when did she start?' wants a day."""
    return bool(QUANTITY.search(reading.question)) and reading.kind is not AnswerKind.DATE_OR_PERSON
