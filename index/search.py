"""Finding passages: by words (BM25) and by meaning (vectors), the two lists fused by reciprocal rank."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from documents.report import Kind, Passage, Source, Speaker
from index import catalogue
from index.library import Library
from index.words import search_words

CONSTANT = 60  # of reciprocal rank fusion: Cormack, Clarke and Büttcher, SIGIR 2009
DEPTH = 100  # passages taken from each list
QUOTABLE = (Kind.FINDING, Kind.RECOMMENDATION, Kind.JUDGEMENT, Kind.TABLE_ROW)


@dataclass(frozen=True, slots=True)
class Scope:
    """Which documents may be searched; an empty field does not limit. Dates are numbers like 20180301."""

    authorities: tuple[str, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    published_from: int | None = None
    published_to: int | None = None

    def holds(self, source: Source) -> bool:
        if self.authorities and not set(self.authorities) & set(source.authorities):
            return False
        if self.speakers and source.speaker not in self.speakers:
            return False
        return self._holds_date(source)

    def _holds_date(self, source: Source) -> bool:
        if self.published_from is None and self.published_to is None:
            return True
        date = source.published or source.inspected_to
        if date is None:
            return False
        return (self.published_from or 0) <= date.last and date.first <= (self.published_to or 99999999)


EVERYTHING = Scope()


@dataclass(frozen=True, slots=True)
class Match:
    """A passage found, and how: its place in the list by words and in the one by meaning, from 1."""

    passage: Passage
    source: Source
    score: float
    by_words: int | None
    by_meaning: int | None


def search(
    library: Library,
    question: str,
    scope: Scope = EVERYTHING,
    limit: int = 10,
    kinds: Collection[str] = QUOTABLE,
) -> list[Match]:
    """The passages that best fit `question`, best first."""
    held = [source for source in library.sources() if scope.holds(source)]
    return search_in(library, question, held, limit, kinds)


def search_in(
    library: Library,
    question: str,
    held: Iterable[Source],
    limit: int,
    kinds: Collection[str] = QUOTABLE,
) -> list[Match]:
    """The passages of the documents `held` that best fit `question`, best first."""
    sources = {source.sha256: source for source in held}
    vector = library.embedder().embed_question(question)
    near = library.nearest(vector, set(sources), min(DEPTH, 10 * limit))
    with library.catalogue.reading() as db:
        worded = search_words(db, question, set(sources), kinds, DEPTH)
        found = catalogue.passages_by_id(db, {*worded, *near})
    near = [id for id in near if id in found and found[id].kind in kinds and found[id].sha256 in sources]
    return _fused(found, sources, worded, near)[:limit]


def _fused(
    found: dict[str, Passage], sources: dict[str, Source], worded: list[str], near: list[str]
) -> list[Match]:
    by_words = {id: place for place, id in enumerate(worded, 1)}
    by_meaning = {id: place for place, id in enumerate(near, 1)}
    matches = [
        Match(
            passage=found[id],
            source=sources[found[id].sha256],
            score=sum(1 / (CONSTANT + places[id]) for places in (by_words, by_meaning) if id in places),
            by_words=by_words.get(id),
            by_meaning=by_meaning.get(id),
        )
        for id in dict.fromkeys((*worded, *near))
        if id in found and found[id].sha256 in sources
    ]
    return sorted(matches, key=lambda match: (-match.score, match.passage.id))
