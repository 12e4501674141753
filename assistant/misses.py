"""Why an answer was not right: how far the passages it needs came on their way into it."""

from dataclasses import dataclass
from enum import StrEnum

from assistant.evidence import Reading
from assistant.find import PASSAGES, spelt_out
from assistant.gold import Evidence, Gold
from assistant.inspections import select
from assistant.phrases import holds
from assistant.scoring import Given, Score, is_in, shows
from documents.report import Source
from index import catalogue
from index.library import Library
from index.search import Match, search_in


class Cause(StrEnum):
    """What went wrong; the first six in the order in which a passage can be lost on its way."""

    NOT_HELD = "document not in the library"
    NO_PASSAGE = "phrase in no passage of its document"
    OUT_OF_SCOPE = "document not in scope"
    NOT_RETRIEVED = "not retrieved"
    NOT_CHOSEN = "retrieved but not chosen"
    TOO_LATE = "quoted, but after more than counts"
    WRONG_AUTHORITY = "wrong authority"
    REFUSED = "wrongly refused"
    ANSWERED = "answered though it should be refused"
    MISSING = "a must-include string missing"
    WRONG_VERDICT = "another verdict"
    BROKE = "the question could not be answered"


STAGES = tuple(Cause)[:6]


@dataclass(frozen=True, slots=True)
class Lost:
    """A group of evidence of which no passage was quoted, and how far the one that came furthest did."""

    group: tuple[Evidence, ...]
    stage: Cause


@dataclass(frozen=True, slots=True)
class Miss:
    """Why an answer is not right; `lost` is the evidence that it lacks."""

    cause: Cause
    lost: tuple[Lost, ...] = ()


def miss(library: Library, gold: Gold, given: Given, score: Score, reading: Reading | None) -> Miss | None:
    """None where the answer is right, and for a claim that was not checked. `reading` is a question's."""
    if given.failure:
        return Miss(Cause.BROKE)
    if gold.is_claim:
        return None if score.right or given.verdict is None else Miss(Cause.WRONG_VERDICT)
    if score.right or reading is None:
        return None
    if not gold.answerable:
        return Miss(Cause.ANSWERED)
    lost = _lost(library, gold, given, score, reading)
    return Miss(_cause(given, score, lost), lost)


def _cause(given: Given, score: Score, lost: tuple[Lost, ...]) -> Cause:
    """A refusal and another authority's words say most; else the earliest stage of a loss."""
    if given.abstained:
        return Cause.REFUSED
    if lost and score.elsewhere:
        return Cause.WRONG_AUTHORITY
    if score.missing and not lost:
        return Cause.MISSING
    return min((each.stage for each in lost), key=STAGES.index)


def _lost(library: Library, gold: Gold, given: Given, score: Score, reading: Reading) -> tuple[Lost, ...]:
    groups = [group for group, covered in zip(gold.evidence, score.covered, strict=True) if not covered]
    if not groups:
        return ()
    chosen = select(reading, library.sources(), library).sources
    matches = search_in(library, spelt_out(library, reading.topic), chosen, PASSAGES)
    way = _Way(library, chosen, matches, given)
    return tuple(
        Lost(group, max((_stage(each, way) for each in group), key=STAGES.index)) for group in groups
    )


@dataclass(frozen=True, slots=True)
class _Way:
    """What became of the passages of one question: which documents were chosen, which candidates found."""

    library: Library
    chosen: tuple[Source, ...]
    matches: list[Match]
    given: Given


def _stage(evidence: Evidence, way: _Way) -> Cause:
    """Where the passage was lost that holds this evidence."""
    if any(shows(one, evidence) for one in way.given.quoted):
        return Cause.TOO_LATE
    if any(
        _is_of(evidence, each.source) and holds(each.passage.text, evidence.phrase) for each in way.matches
    ):
        return Cause.NOT_CHOSEN
    documents = [source for source in way.library.sources() if _is_of(evidence, source)]
    if not documents:
        return Cause.NOT_HELD
    if not any(_has_passage(way.library, source, evidence.phrase) for source in documents):
        return Cause.NO_PASSAGE
    return Cause.NOT_RETRIEVED if set(documents) & set(way.chosen) else Cause.OUT_OF_SCOPE


def _is_of(evidence: Evidence, document: Source) -> bool:
    return is_in(evidence, document.file, document.sha256)


def _has_passage(library: Library, document: Source, phrase: str) -> bool:
    with library.catalogue.reading() as db:
        return any(holds(passage.text, phrase) for passage in catalogue.passages(db, document.sha256))
