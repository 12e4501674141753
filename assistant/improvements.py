"""The improvement tracker: each recommendation, and how its matter stands in every later document."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from assistant.evidence import Citation, Quote, whole
from assistant.grounds import Ground, Standing
from assistant.inspections import when
from assistant.standing import Stood, stood
from assistant.steps import Step, Steps, finished
from assistant.topics import Topic, same, topic
from assistant.verify import cited
from documents.report import Passage, Recommendation, Source, Speaker
from index import catalogue
from index.library import Library


@dataclass(frozen=True, slots=True)
class Later:
    """How the matter stands in a later document, each quotation checked at its page."""

    source: Source
    standing: Standing
    ground: Ground
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A recommendation. `again` are the numbers of the items that ask for the same in other documents."""

    number: int
    recommendation: Recommendation
    citation: Citation
    matters: tuple[str, ...]
    later: tuple[Later, ...]
    again: tuple[int, ...]

    @property
    def source(self) -> Source:
        return self.citation.quote.source


@dataclass(frozen=True, slots=True)
class Tracker:
    """Items in order of date; `undated` documents could not be placed in time and were left out.

    `others` are items that were not chosen to be shown, of which those shown may speak.
    """

    authority: str
    items: tuple[Item, ...]
    undated: tuple[Source, ...]
    others: tuple[Item, ...] = ()

    def item(self, number: int) -> Item:
        return next(item for item in (*self.items, *self.others) if item.number == number)

    def only(self, chosen: Callable[[Item], bool]) -> "Tracker":
        """The tracker with those items alone that are chosen, under the numbers they have."""
        shown = tuple(item for item in self.items if chosen(item))
        return replace(self, items=shown, others=tuple(item for item in self.items if not chosen(item)))


@dataclass(frozen=True, slots=True)
class _Asked:
    """A recommendation with what it is about, before its quotations are checked."""

    source: Source
    recommendation: Recommendation
    quote: Quote
    topic: Topic


def tracker(library: Library, authority: str) -> Tracker:
    """The tracker of an authority, by its code."""
    return finished(tracking(library, authority))


def tracking(library: Library, authority: str) -> Steps[Tracker]:
    """As `tracker`, a step for each recommendation."""
    held = [source for source in library.sources() if authority in source.authorities]
    dated = sorted((source for source in held if when(source)), key=lambda each: (when(each), each.sha256))
    with library.catalogue.reading() as db:
        passages = {source.sha256: catalogue.passages(db, source.sha256) for source in dated}
        asks = {source.sha256: catalogue.recommendations(db, source.sha256) for source in dated}
    asked = [
        _asked(source, recommendation, passages[source.sha256])
        for source in dated
        if source.speaker is Speaker.INSPECTORATE
        for recommendation in asks[source.sha256]
    ]
    tracked = []
    for done, one in enumerate(asked):
        yield Step(done, len(asked))
        tracked.append((one, _stood(one, dated, passages)))
    return Tracker(authority, _items(library, tracked), tuple(source for source in held if not when(source)))


def _asked(source: Source, recommendation: Recommendation, passages: list[Passage]) -> _Asked:
    passage = next(each for each in passages if each.order == recommendation.passage)
    about = topic(recommendation.text, source, recommendation.addressed_to)
    return _Asked(source, recommendation, whole(passage, source), about)


def _stood(asked: _Asked, dated: Iterable[Source], passages: dict[str, list[Passage]]) -> list[Stood]:
    later = [source for source in dated if when(source) > when(asked.source)]
    return [stood(asked.topic, asked.source, source, passages[source.sha256]) for source in later]


def _items(library: Library, tracked: list[tuple[_Asked, list[Stood]]]) -> tuple[Item, ...]:
    """The items with their quotations checked; a recommendation that is not on its page is left out."""
    quotes = [
        quote for one, rows in tracked for quote in (one.quote, *(q for row in rows for q in row.quotes))
    ]
    checked = {citation.quote: citation for citation in cited(library, dict.fromkeys(quotes))}
    kept = [(one, rows) for one, rows in tracked if one.quote in checked]
    asked = [one for one, _ in kept]
    return tuple(
        Item(
            number,
            one.recommendation,
            checked[one.quote],
            tuple(sorted(matter.name for matter in one.topic.matters)),
            tuple(_later(row, checked) for row in rows),
            _again(one, asked),
        )
        for number, (one, rows) in enumerate(kept, 1)
    )


def _later(row: Stood, checked: dict[Quote, Citation]) -> Later:
    citations = tuple(checked[quote] for quote in row.quotes if quote in checked)
    if row.quotes and not citations:
        return Later(row.source, Standing.NOT_MENTIONED, Ground.NOTHING, ())
    return Later(row.source, row.standing, row.ground, citations)


def _again(one: _Asked, asked: list[_Asked]) -> tuple[int, ...]:
    """The numbers of those that ask for the same in another document."""
    return tuple(
        number
        for number, other in enumerate(asked, 1)
        if other.source.sha256 != one.source.sha256 and same(one.topic, other.topic)
    )
