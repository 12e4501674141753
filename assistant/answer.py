"""The main job of the product: a question into an answer carried by exact quotations."""

from collections.abc import Callable
from dataclasses import replace

from assistant import wording
from assistant.across import counted
from assistant.asking import Asking, Part
from assistant.changes import changed
from assistant.comparisons import compared
from assistant.cues import GRADES
from assistant.days import dated
from assistant.definitions import defined
from assistant.evidence import Answer, AnswerKind, Citation, Outcome, Quote, Reading, Searched
from assistant.facts import parts, stated, told_then
from assistant.find import SHORTEST, find
from assistant.followups import Turn
from assistant.grades import judged, judged_each_time
from assistant.inspections import select
from assistant.lists import recommended
from assistant.matter import says_something
from assistant.overview import STRENGTHS, opening, strengths
from assistant.readings import AS_READ, Correction, corrected, read
from assistant.refusals import refused
from assistant.verify import cited
from documents.report import Source
from index import catalogue
from index.library import Library
from index.search import EVERYTHING, Scope
from index.spelling import put_right, slips

OFFERED = 12  # candidates a chooser picks from
Chooser = Callable[[str, list[Quote]], list[Quote]]


def answer(
    library: Library,
    question: str,
    scope: Scope = EVERYTHING,
    chooser: Chooser | None = None,
    before: Turn | None = None,
    correction: Correction = AS_READ,
) -> Answer:
    """`scope` is what the person has chosen to look through; what the question itself names narrows it.

    `before` is the turn of the conversation that it may go on from, `correction` what the person says was
    read wrongly. `chooser`, where there is one, picks the quotations that answer from the best candidates.
    """
    typed = slips(library, question)
    meant = put_right(question, typed)
    reading = corrected(read(meant, library.settings.authority, scope, before), correction)
    reading = replace(reading, asked=question, spelt=tuple(typed.items()))
    scope = replace(scope, authorities=())  # the reading has them now; one named in the question wins
    held = [source for source in library.sources() if scope.holds(source)]
    asking = Asking(library, reading, select(reading, held, library))
    looked_through = searched(library, asking.sources, reading)
    if which := _which_authority(reading, asking.sources):
        return Answer(reading, Outcome.UNCLEAR, which, (), looked_through)
    reason = refused(asking)
    found = [] if reason else _chosen(asking, chooser) if chooser else _answered(asking)
    citations = cited(library, [quote for part in found for quote in part.quotes])
    if not citations:
        return _not_found(asking, reason, looked_through)
    return Answer(reading, Outcome.ANSWERED, _text(found, citations), citations, looked_through)


def _answered(asking: Asking) -> list[Part]:
    """By the kind of answer wanted; where its rows say nothing, from the sentences of the documents."""
    kind, names_a_matter = asking.reading.kind, says_something(asking.reading.topic)
    of_one_inspection = kind in OF_ONE_INSPECTION or STRENGTHS.search(asking.reading.question)
    if asking.selection.off_time and (of_one_inspection or not names_a_matter):
        return told_then(asking)
    if kind is AnswerKind.CHANGE and (GRADES.search(asking.reading.question) or not names_a_matter):
        return judged_each_time(asking) or stated(asking)
    if kind in (AnswerKind.FACT, AnswerKind.LIST) and STRENGTHS.search(asking.reading.question):
        return strengths(asking)
    if kind is AnswerKind.FACT and not names_a_matter:
        return opening(asking)
    return BY_KIND[kind](asking) or (stated(asking) if kind in OR_STATED else [])


BY_KIND = {
    AnswerKind.FACT: stated,
    AnswerKind.LIST: recommended,
    AnswerKind.JUDGEMENT: judged,
    AnswerKind.DATE_OR_PERSON: dated,
    AnswerKind.CHANGE: changed,
    AnswerKind.COMPARISON: compared,
    AnswerKind.DEFINITION: defined,
    AnswerKind.ACROSS: counted,
}
OR_STATED = (AnswerKind.LIST, AnswerKind.CHANGE)
OF_ONE_INSPECTION = (AnswerKind.LIST, AnswerKind.JUDGEMENT)  # another's rows would pass for its own


def searched(library: Library, sources: tuple[Source, ...], reading: Reading) -> Searched:
    """How many documents were looked through, and how many of their pages could not be read."""
    with library.catalogue.reading() as db:
        counts = catalogue.page_counts(db)
    unreadable = sum(counts[source.sha256][1] for source in sources)
    return Searched(len(sources), unreadable, reading.authorities)


def _which_authority(reading: Reading, sources: tuple[Source, ...]) -> str | None:
    """The question back, where none is named and the documents are about several authorities."""
    if reading.authorities or reading.kind in (AnswerKind.ACROSS, AnswerKind.DEFINITION):
        return None
    held = sorted({code for source in sources for code in source.authorities})
    return wording.which(held) if len(held) > 1 else None


def _chosen(asking: Asking, chooser: Chooser) -> list[Part]:
    found = find(asking.library, asking.reading.topic, asking.sources)
    return parts(chooser(asking.reading.question, [each.quote for each in found[:OFFERED]]))


def _not_found(asking: Asking, reason: str | None, looked_through: Searched) -> Answer:
    nearest: tuple[Citation, ...] = ()
    if asking.sources:
        near = find(asking.library, asking.reading.topic, asking.sources)
        told = [each.quote for each in near if len(each.quote.words) >= SHORTEST]  # no label says anything
        nearest = cited(asking.library, told[:1])
    text = f"{reason or wording.NOT_FOUND} {wording.searched(looked_through)}"
    return Answer(asking.reading, Outcome.NOT_IN_DOCUMENTS, text, (), looked_through, nearest)


def _text(found: list[Part], citations: tuple[Citation, ...]) -> str:
    """Each part under its lead, its quotations with their [n]; a quotation that was dropped is left out."""
    numbers = {citation.quote: citation.number for citation in citations}
    written = []
    for part in found:
        quotes = [f"“{quote.words}” [{numbers[quote]}]" for quote in part.quotes if quote in numbers]
        written.append("\n".join([f"{part.lead}{':' if quotes else ''}", *quotes]))
    return "\n\n".join(written)
