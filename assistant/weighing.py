"""From candidate sentences to evidence: how each bears on a claim, and how strongly."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log

from assistant.comparing import compared, matter
from assistant.entailment import Entailed, entailment
from assistant.evidence import Quote, Stance
from assistant.find import Found
from assistant.leaning import BEARS_FROM, leaning, stance, strength
from assistant.near_verbatim import Departures, departures
from assistant.qualified import is_qualified
from assistant.statement import stated
from documents.report import Kind

LOOKED_AT = 12  # sentences weighed, best first
SURELY = 0.6  # the model's share from which what comes closest speaks against a claim, however far it is
TOUCHED = 0.1  # the share of words that what comes closest must hold to speak against a claim
SAME_IN_OTHER_WORDS = 0.5  # the model's share from which words put in say the same
NEAR_VERBATIM = 0.9  # the strength of a sentence that is almost the claim
ABOUT = 0.1  # strengths this near count as even within a passage
RARE = 6.0  # weight of a stem that none of the candidates holds, at most
NEED = re.compile(
    r"\b(?:needs?|needed|must|should|have to|has to|had to|recommend\w*|asked|told|set|area for|areas for"
    r"|improvements? (?:was|were|is)|priority action|lack\w*|weak\w*|poor\w*|inconsisten\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A quotation with its stance on the claim (None: does not bear on it) and strength, 0 to 1."""

    quote: Quote
    stance: Stance | None
    strength: float
    reasons: tuple[str, ...] = ()
    is_near: bool = False  # almost the claim's own words
    leaning: float = 0.0  # above 0 towards bearing it out, below towards denying it: a logit


def weighed(claim: str, found: Sequence[Found]) -> list[Weighed]:
    """The sentences that bear on the claim, the strongest first."""
    weights = _weights(claim, [each.quote.passage.text for each in found])
    some = found[:LOOKED_AT]
    judged = entailment().judge(claim, [each.quote.words for each in some])
    rows = [_weighed(claim, each, entailed, weights) for each, entailed in zip(some, judged, strict=True)]
    rows[:1] = [_first(claim, row, entailed) for row, entailed in zip(rows[:1], judged, strict=False)]
    return _outweighed(sorted(rows, key=lambda row: -row.strength))


def _first(claim: str, row: Weighed, entailed: Entailed) -> Weighed:
    """What comes closest speaks against a claim that the model takes it to deny, however low its score: the
    reranker scores a denial low.
    """
    if row.stance or row.reasons or entailed.denies < SURELY or row.strength >= BEARS_FROM:
        return row
    about = compared(claim, row.quote.words, row.quote.passage.text, {})
    if about.opposed < 0 or about.covered < TOUCHED:
        return row
    return Weighed(row.quote, Stance.CONTRADICTS, BEARS_FROM, leaning=row.leaning)


def _weighed(claim: str, found: Found, entailed: Entailed, weights: dict[str, float]) -> Weighed:
    quote = found.quote
    told = departures(claim, quote.words)
    if told.is_near:
        return _near_verbatim(quote, told, entailed)
    context = " ".join((*quote.passage.heading[-1:], quote.passage.text))
    against = compared(claim, quote.words, context, weights)
    sure = strength(found, against, entailed)
    if quote.passage.kind is Kind.RECOMMENDATION:
        return _recommended(claim, quote, sure)
    reasons = (*against.against, *against.missing)
    leans = leaning(found, against, entailed)
    said = stance(against, entailed, leans, sure)
    if said is Stance.SUPPORTS and stated(claim).sign >= 0 and is_qualified(quote):
        said = None
    return Weighed(quote, said, sure, reasons, leaning=leans)


def _near_verbatim(quote: Quote, told: Departures, entailed: Entailed) -> Weighed:
    """The words that differ decide; where neither opposites nor figures explain them, the model."""
    if told.against:
        return Weighed(quote, Stance.CONTRADICTS, NEAR_VERBATIM, told.against, is_near=True)
    unsaid = told.missing or (told.new if entailed.bears_out < SAME_IN_OTHER_WORDS else ())
    said = None if unsaid else Stance.SUPPORTS
    return Weighed(quote, said, NEAR_VERBATIM + 0.1 * told.alike, unsaid, is_near=True)


def _outweighed(rows: list[Weighed]) -> list[Weighed]:
    """Where what comes closest to the claim does not bear it out, nothing that comes less close does: what is
    almost the claim, or the strongest sentence where it leans against it. `rows` come strongest first.
    """
    near = [row for row in rows if row.is_near]
    if any(row.stance is Stance.SUPPORTS for row in near):
        return rows
    doubtful = near or (rows and rows[0].leaning < 0)
    return [
        replace(row, stance=None)
        if row.stance is Stance.SUPPORTS and (doubtful or _is_taken_back(row, rows))
        else row
        for row in rows
    ]


def _is_taken_back(row: Weighed, rows: Sequence[Weighed]) -> bool:
    """By a sentence of the same passage that speaks against the claim about as strongly."""
    return any(
        other.stance is Stance.CONTRADICTS
        and other.quote.passage.id == row.quote.passage.id
        and other.strength >= row.strength - ABOUT
        for other in rows
    )


def _recommended(claim: str, quote: Quote, sure: float) -> Weighed:
    """What must improve is not yet good: it bears out that something is wanting, not that it is well."""
    if sure < BEARS_FROM:
        return Weighed(quote, None, sure)
    if NEED.search(claim) or stated(claim).sign < 0:
        return Weighed(quote, Stance.SUPPORTS, sure)
    denied = Stance.CONTRADICTS if stated(claim).sign > 0 else None
    return Weighed(quote, denied, sure, ("recommended, not achieved",))


def _weights(claim: str, texts: Sequence[str]) -> dict[str, float]:
    counts = Counter(stem for text in texts for stem in stated(text).stems)
    return {
        stem: min(RARE, log(1 + (len(texts) + 1) / (0.3 + counts[stem]))) for stem in matter(stated(claim))
    }
