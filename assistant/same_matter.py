"""Which sentences of a document speak of the same matter as a recommendation, and how near they come."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.evidence import Quote, whole
from assistant.find import SHORTEST
from assistant.groups import groups
from assistant.practice import BROAD, NARROW, Matter, matters, named
from assistant.preamble import PREAMBLE
from assistant.topics import GROUPS, Topic, in_common
from documents.report import Kind, Passage, Source, Speaker
from documents.sentences import sentences
from index.rerank import reranker

CONTRAST = re.compile(  # the sentence that takes back or sets off the one before it
    r"^(?:However|But|Nevertheless|Despite|Yet|Conversely|For (?:most|many|others?)\b[^.]*\bnot"
    r"|Where this (?:does|is) not)\b"
    r"|^(?:This|It) (?:is|has|remains)\b[^.]*\b(?:improve|since the (?:last|previous) inspection|area for)"
)
LONGEST = 480  # characters of a quotation with the contrast that follows
SCORED = 12  # sentences of a document that are scored, those with the most in common
COMMON, ASPECT, NARROWER = 3.0, 6.0, -2.0  # logits for each matter shared, all its other words, each narrower


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a document says on the matter; `score` (logits) says how near it comes."""

    quote: Quote
    asks: bool  # a recommendation of inspectors, not a finding
    leads: bool  # the matter is the first that the sentence names: what it says, it says of the matter
    sole: bool  # it names a narrow matter and no other, and no one group of children
    shared: frozenset[Matter]
    score: float


def spoken(asked: Topic, source: Source, passages: Sequence[Passage]) -> list[Spoken]:
    """What a document says on the matter, the nearest first."""
    found = [
        (quote, common)
        for passage in passages
        if passage.kind in (Kind.FINDING, Kind.RECOMMENDATION)
        for quote in _quotes(passage, source)
        if (common := in_common(asked, quote))
    ]
    found = sorted(found, key=lambda each: -len(each[1]) - asked.share(each[0].words))[:SCORED]
    question = f"{asked.words} ({', '.join(sorted(matter.name for matter in asked.matters))})"
    scores = list(reranker().scores(question, [_in_place(quote) for quote, _ in found])) if found else []
    rows = [_spoken(asked, *each, float(score)) for each, score in zip(found, scores, strict=True)]
    return sorted(rows, key=lambda row: (-row.score, row.quote.passage.id, row.quote.start))


def _spoken(asked: Topic, quote: Quote, common: frozenset[Matter], score: float) -> Spoken:
    asks = quote.passage.kind is Kind.RECOMMENDATION and quote.source.speaker is Speaker.INSPECTORATE
    level = min(matter.level for matter in asked.matters)
    narrower = sum(matter.level < level for matter in matters(quote.words))
    extra = COMMON * (len(common) - 1) + ASPECT * asked.share(quote.words) + NARROWER * narrower
    told = {matter for matter in matters(quote.words) if matter.level < BROAD}
    sole = (
        told <= common and any(matter.level == NARROW for matter in told) and not groups(quote.words) & GROUPS
    )
    return Spoken(quote, asks, _leads(quote, common), sole, common, score + extra)


def _leads(quote: Quote, common: frozenset[Matter]) -> bool:
    first = next(iter(named(quote.words)), None)
    wider = {matter.name for matter in common}
    return first is None or first in common or first.part_of in wider or not common & matters(quote.words)


def _quotes(passage: Passage, source: Source) -> list[Quote]:
    """Each sentence, with the one after it where that begins with 'However': half a finding misleads."""
    if passage.kind is Kind.RECOMMENDATION:
        return [whole(passage, source)]
    spans = sentences(passage.text)
    found: list[Quote] = []
    for at, (start, end) in enumerate(spans):
        said = passage.text[start:end]
        if end - start < SHORTEST or PREAMBLE.search(said) or (found and found[-1].end >= end):
            continue
        after = spans[at + 1] if at + 1 < len(spans) else None
        if after and after[1] - start <= LONGEST and CONTRAST.match(passage.text[slice(*after)]):
            end = after[1]
        found.append(Quote(passage, source, start, end))
    return found


def _in_place(quote: Quote) -> str:
    return ". ".join((*quote.passage.heading[-1:], quote.words))
