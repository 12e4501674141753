"""The verdict, from evidence for and against."""

from collections.abc import Sequence

from assistant.evidence import Stance
from assistant.inspections import when
from assistant.verdicts import Finding
from assistant.weighing import Weighed
from documents.report import Speaker

SHOWN = 3  # citations of the side that decides
OTHERS = 1  # of the other side
EVEN = 0.08  # strengths closer than this are even
CLOSE = 0.2  # within this, a later inspection decides against an earlier one
SAME_TIME = 600  # in numbers such as 20180301: half a year


def decided(rows: Sequence[Weighed]) -> tuple[Finding, tuple[Weighed, ...]]:
    """`rows` come strongest first. With the finding come the rows to cite, those that decide first."""
    for_it = [row for row in rows if row.stance is Stance.SUPPORTS]
    against = [row for row in rows if row.stance is Stance.CONTRADICTS]
    if not for_it and not against:
        return Finding.NOT_IN_EVIDENCE, ()
    if not against:
        return Finding.SUPPORTED, tuple(for_it[:SHOWN])
    if not for_it:
        return Finding.CONTRADICTED, tuple(against[:SHOWN])
    if _equal_standing(for_it[0], against[0]):
        return Finding.MIXED, (*for_it[:SHOWN], *against[:SHOWN])
    if _stands(for_it[0], against[0]):
        return Finding.SUPPORTED, (*for_it[:SHOWN], *against[:OTHERS])
    return Finding.CONTRADICTED, (*against[:SHOWN], *for_it[:OTHERS])


def _stands(for_it: Weighed, against: Weighed) -> bool:
    """The later inspection decides where the two are close, else the stronger evidence."""
    later = when(for_it.quote.source) - when(against.quote.source)
    inspected = {for_it.quote.source.speaker, against.quote.source.speaker} == {Speaker.INSPECTORATE}
    if later and inspected and abs(for_it.strength - against.strength) < CLOSE:
        return later > 0
    return for_it.strength > against.strength


def _equal_standing(one: Weighed, other: Weighed) -> bool:
    """Two documents of one voice and about one time, of which neither is clearly stronger."""
    first, second = one.quote.source, other.quote.source
    return (
        first.sha256 != second.sha256
        and first.speaker is second.speaker
        and abs(when(first) - when(second)) < SAME_TIME
        and abs(one.strength - other.strength) < EVEN
    )
