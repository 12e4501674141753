"""Answers that compare: side by side, two authorities or two voices, an empty side said to be empty."""

from dataclasses import replace

from assistant import wording
from assistant.asking import Asking, Part
from assistant.cues import GRADES
from assistant.evidence import Period, Reading
from assistant.facts import best, parts
from assistant.find import find
from assistant.grades import judged
from assistant.inspections import select
from assistant.matter import matter
from assistant.ranking import by_name, newer_first
from assistant.understand import each_authority
from documents.report import Source, Speaker

NEAR = 10.0  # how close the second quotation of a side must come to the first (logits)
AFTERWARDS = 2_0000  # what inspectors found within two years of what the council said of itself


def compared(asking: Asking) -> list[Part]:
    if GRADES.search(asking.reading.question) and len(asking.reading.speakers) < 2:
        return [part for side in _gradings(asking) for part in judged(side) or [_empty(side)]]
    sides = _voices(asking) if len(asking.reading.speakers) > 1 else _authorities(asking)
    return [part for name, sources in sides for part in _side(asking, name, sources)]


def _empty(side: Asking) -> Part:
    return Part(wording.EMPTY_SIDE.format(name=wording.names(side.reading.authorities)), ())


def _authorities(asking: Asking) -> list[tuple[str, list[Source]]]:
    """Each with the inspection and time named beside it, else with those named for all."""
    sides = []
    for code, reading in each_authority(asking.reading):
        sources = select(reading, asking.library.sources(), asking.library).sources
        sides.append((wording.names((code,)), list(sources)))
    return sides


def _gradings(asking: Asking) -> list[Asking]:
    """The question asked of each authority alone."""
    library = asking.library
    return [
        Asking(library, reading, select(reading, library.sources(), library))
        for _, reading in each_authority(asking.reading)
    ]


def _voices(asking: Asking) -> list[tuple[str, list[Source]]]:
    """Each voice on its own: from the time named for it, or from the time named and the two years after."""
    reading = asking.reading
    sides = []
    for speaker in reading.speakers:
        periods = _periods_of(reading, speaker)
        own = replace(reading, speakers=(speaker,), periods=periods, frameworks=())
        sources = [
            s for s in select(own, asking.library.sources(), asking.library).sources if s.speaker is speaker
        ]
        sides.append((wording.SPEAKERS[speaker].capitalize(), sources))
    return sides


def _periods_of(reading: Reading, speaker: Speaker) -> tuple[Period, ...]:
    """Of two times, the first is that of what is compared, the second that of the inspectors' answer."""
    if len(reading.periods) == len(reading.speakers) > 1:
        return reading.periods[-1:] if speaker is Speaker.INSPECTORATE else reading.periods[:1]
    return tuple(_longer(period) for period in reading.periods)


def _longer(period: Period) -> Period:
    return replace(period, last=period.last + AFTERWARDS)


def _side(asking: Asking, name: str, sources: list[Source]) -> list[Part]:
    about = matter(asking.reading.topic)
    found = find(asking.library, about, sources, passages=12, opened=4) if sources else []
    quotes = best(asking, newer_first(asking, by_name(found, about)), most=2, near=NEAR)
    return parts(quotes) or [Part(wording.EMPTY_SIDE.format(name=name), ())]
