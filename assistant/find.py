"""Finding the sentences that answer: hybrid search, then a cross-encoder over passages and over sentences."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.evidence import Quote
from assistant.preamble import PREAMBLE
from documents.report import Kind, Source
from documents.sentences import sentences
from index.everyday import also_written, in_report_words
from index.library import Library
from index.rerank import reranker
from index.search import QUOTABLE, Match, search_in
from index.terms import written_out

PASSAGES = 32  # scored whole
OPENED = 8  # of those, the best are scored sentence by sentence
OPENED_TOO = 4  # and those that the search put first, which the cross-encoder may misjudge in lay words
SHORTEST = 25  # characters; shorter pieces are labels
PREAMBLE_LOSS = 5.0
PASSAGE_WEIGHT = 0.5  # a sentence gains this much of its passage's score, which knows its surroundings


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence, how well it answers, and how well the passage does that holds it (logits).

    `place` is that of the passage in the search, from 1, before the cross-encoder put it in order.
    """

    quote: Quote
    score: float
    passage_score: float
    place: int


def find(
    library: Library,
    question: str,
    sources: Iterable[Source],
    kinds: Sequence[Kind] = QUOTABLE,
    passages: int = PASSAGES,
    opened: int = OPENED,
) -> list[Found]:
    """The sentences of these documents that best answer `question`, best first.

    `passages` are scored whole, and the best `opened` of them sentence by sentence.
    """
    asked = spelt_out(library, question)
    matches = search_in(library, f"{question} {asked}", sources, passages, kinds)
    if not matches:
        return []
    first = {match.passage.id: place for place, match in enumerate(matches, 1)}
    scored = best_passages(asked, matches)
    also = [each for each in scored[opened:] if first[each[0].passage.id] <= min(OPENED_TOO, opened)]
    return best_sentences(asked, [*scored[:opened], *also], first)


def best_passages(asked: str, matches: Sequence[Match]) -> list[tuple[Match, float]]:
    """Each passage with its score by the cross-encoder, best first."""
    scores = reranker().scores(asked, [_in_place(match) for match in matches])
    scored = [(match, float(score)) for match, score in zip(matches, scores, strict=True)]
    return sorted(scored, key=lambda each: (-each[1], each[0].passage.id))


def best_sentences(
    asked: str, passages: Sequence[tuple[Match, float]], first: Mapping[str, int]
) -> list[Found]:
    """The sentences of these passages, best first; `first` has the place of each in the search, by its id."""
    quotes = [(quote, score) for match, score in passages for quote in _sentences(match)]
    own = reranker().scores(asked, [_with_heading(quote) for quote, _ in quotes])
    found = [
        Found(
            quote,
            float(score) + PASSAGE_WEIGHT * passage - _preamble(quote),
            passage,
            first[quote.passage.id],
        )
        for (quote, passage), score in zip(quotes, own, strict=True)
    ]
    return sorted(found, key=lambda each: (-each.score, each.quote.passage.id, each.quote.start))


def _preamble(quote: Quote) -> float:
    """What a sentence loses that tells of the inspection itself and finds nothing."""
    return PREAMBLE_LOSS if PREAMBLE.search(quote.words) else 0.0


def spelt_out(library: Library, question: str) -> str:
    """The question in the words of reports; behind it what else they write, and its abbreviations in full."""
    forms = [*written_out(library, question), *also_written(question)]
    asked = in_report_words(question)
    return f"{asked} ({'; '.join(dict.fromkeys(forms))})" if forms else asked


def _in_place(match: Match) -> str:
    """The passage under its last heading, which says whom or what it is about."""
    heading = match.passage.heading[-1:]
    return ". ".join((*heading, match.passage.text))


def _with_heading(quote: Quote) -> str:
    return ". ".join((*quote.passage.heading[-1:], quote.words))


def _sentences(match: Match) -> list[Quote]:
    passage = match.passage
    if passage.kind in (Kind.RECOMMENDATION, Kind.JUDGEMENT, Kind.TABLE_ROW, Kind.HEADING):
        return [Quote(passage, match.source, 0, len(passage.text))]
    found = [
        Quote(passage, match.source, start, end)
        for start, end in sentences(passage.text)
        if end - start >= SHORTEST
    ]
    return found or [Quote(passage, match.source, 0, len(passage.text))]
