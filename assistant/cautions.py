"""What a reader should know before relying on a verdict."""

from collections.abc import Iterable, Sequence

from assistant.candidates import almost
from assistant.deciding import decided
from assistant.evidence import Reading, Stance
from assistant.find import find
from assistant.inspections import when
from assistant.verdicts import Finding, Flag
from assistant.weighing import Weighed, weighed
from documents.report import Kind, Source, Speaker
from index.library import Library

PASSAGES, OPENED = 12, 3  # of later documents: fewer than for the verdict itself


def cautions(
    library: Library, reading: Reading, finding: Finding, shown: Sequence[Weighed], held: Iterable[Source]
) -> tuple[Flag, ...]:
    """`held` are all documents that may be looked through, whoever they are about."""
    about = [source for source in held if set(source.authorities) & set(reading.authorities)]
    others = [source for source in held if source not in about]
    bearing = [row for row in shown if row.stance is Stance.SUPPORTS]
    flags = []
    if finding is Finding.SUPPORTED:
        if all(row.quote.source.speaker is Speaker.COUNCIL for row in bearing):
            flags.append(Flag.OWN_WORD)
        if _superseded(library, reading, bearing[0], about):
            flags.append(Flag.SUPERSEDED)
    elif finding is Finding.CONTRADICTED:
        if any(when(row.quote.source) < when(shown[0].quote.source) for row in bearing):
            flags.append(Flag.SUPERSEDED)
        if shown[0].quote.passage.kind is Kind.RECOMMENDATION:
            flags.append(Flag.RECOMMENDED)
    elif finding is Finding.NOT_IN_EVIDENCE and reading.authorities:
        flags += _elsewhere(library, reading, about, others)
    return tuple(flags)


def _superseded(library: Library, reading: Reading, row: Weighed, about: list[Source]) -> bool:
    """Whether a later inspection found the opposite."""
    since = when(row.quote.source)
    later = [each for each in about if when(each) > since and each.speaker is Speaker.INSPECTORATE]
    if not later or row.quote.source.speaker not in (Speaker.INSPECTORATE, Speaker.COUNCIL):
        return False
    found = find(library, reading.topic, later, passages=PASSAGES, opened=OPENED)
    return decided(weighed(reading.topic, found))[0] is Finding.CONTRADICTED


def _elsewhere(library: Library, reading: Reading, about: list[Source], others: list[Source]) -> list[Flag]:
    """The claim's own words, found of another time or of another authority."""
    if about and any(
        weighed(reading.topic, [each])[0].stance for each in almost(library, reading.topic, about)
    ):
        return [Flag.OTHER_TIME]
    if others and any(
        weighed(reading.topic, [each])[0].stance is Stance.SUPPORTS
        for each in almost(library, reading.topic, others)
    ):
        return [Flag.OTHER_AUTHORITY]
    return []
