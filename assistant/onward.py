"""Questions to go on with after an answer: only such as the library answers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape

from assistant import wording
from assistant.answer import answer
from assistant.evidence import AnswerKind, Outcome, Reading
from assistant.followups import Turn
from assistant.inspections import AREA, when
from assistant.practice import Matter, named, narrowest
from documents.authorities import name_of
from documents.mentions import mentions
from documents.report import Kind, Source, Speaker
from index import catalogue
from index.library import Library
from index.search import Scope

OTHERS_LOOKED_AT = 6  # authorities, for one whose documents have an answer too
FROM_ROWS = (AnswerKind.LIST, AnswerKind.JUDGEMENT, AnswerKind.DATE_OR_PERSON)  # answered without a search
TELLING = (Kind.FINDING, Kind.RECOMMENDATION)
EARLIER = "What did inspectors find on {matter} in {name} in {year}?"
CHANGED = "How have findings on {matter} changed in {name}?"
IMPROVE = "What does {name} need to improve?"


@dataclass(frozen=True, slots=True)
class _From:
    """What was asked last, and what there is to go on to."""

    library: Library
    turn: Turn
    scope: Scope
    sources: tuple[Source, ...]
    quoted: tuple[Source, ...]
    matter: Matter | None

    @property
    def reading(self) -> Reading:
        return self.turn.reading

    def is_answered(self, question: str) -> bool:
        """Asked outright, as it would be asked from here: for questions that are answered from rows."""
        found = answer(self.library, question, self.scope, before=self.turn)
        return found.outcome is Outcome.ANSWERED

    def speaks(self, source: Source, kinds: tuple[Kind, ...] = TELLING) -> bool:
        """Whether a document speaks to the matter: then a question about it finds an answer there."""
        with self.library.catalogue.reading() as db:
            passages = catalogue.passages(db, source.sha256)
        return any(passage.kind in kinds and self.matter in named(passage.text) for passage in passages)


def onward(library: Library, turn: Turn, scope: Scope) -> list[str]:
    """On the same matter in other inspections and places, and on what must improve."""
    anywhere = replace(scope, authorities=())
    sources = tuple(source for source in library.sources() if anywhere.holds(source))
    quoted = tuple(source for source in sources if source.sha256 in turn.quoted)
    start = _From(library, turn, anywhere, sources, quoted, _matter(turn.reading))
    return list(dict.fromkeys(_questions(start)))


def onward_html(questions: list[str]) -> str:
    """Buttons that ask; each goes on the conversation."""
    if not questions:
        return ""
    items = "".join(
        f'<li><button type="button" data-question="{escape(question)}">{escape(question)}</button></li>'
        for question in questions
    )
    return f'<div class="onward"><h2>{wording.ONWARD}</h2><ul>{items}</ul></div>'


def _questions(start: _From) -> Iterator[str]:
    codes = start.reading.authorities or tuple(
        code for source in start.quoted[:1] for code in source.authorities[:1]
    )
    if len(codes) == 1:
        if start.matter:
            yield from _over_time(start, start.matter, codes[0])
        yield from _elsewhere(start, codes[0])
    for code in codes[:2]:
        question = IMPROVE.format(name=name_of(code))
        own = [source for source in start.sources if code in source.authorities]
        is_another = start.reading.kind is not AnswerKind.LIST or start.matter is not None
        if is_another and _has_items(start, own) and start.is_answered(question):
            yield question


def _over_time(start: _From, matter: Matter, code: str) -> Iterator[str]:
    """The newest other inspection or visit that speaks to the matter, and all of them together."""
    own = [
        source
        for source in start.sources
        if code in source.authorities
        and source.speaker is Speaker.INSPECTORATE
        and source.framework not in AREA
    ]
    speaking = sorted((source for source in own if start.speaks(source)), key=when, reverse=True)
    seen = {when(source) // 10_000 for source in start.quoted}
    years = [year for source in speaking if (year := when(source) // 10_000) and year not in seen]
    if years:
        yield EARLIER.format(matter=matter.name, name=name_of(code), year=years[0])
    if len(speaking) > 1 and start.reading.kind is not AnswerKind.CHANGE:
        yield CHANGED.format(matter=matter.name, name=name_of(code))


def _elsewhere(start: _From, code: str) -> Iterator[str]:
    """The same question about the authority with the newest such inspection that answers it."""
    for other in _others(start, code)[:OTHERS_LOOKED_AT]:
        question = _about_another(start.reading.own_words, name_of(other.authorities[0]))
        if question and _answers(start, other, question):
            yield question
            return


def _answers(start: _From, other: Source, question: str) -> bool:
    is_list = start.reading.kind is AnswerKind.LIST
    if start.matter:
        return start.speaks(other, (Kind.RECOMMENDATION,) if is_list else TELLING)
    if is_list and not _has_items(start, [other]):
        return False
    return start.reading.kind in FROM_ROWS and start.is_answered(question)


def _has_items(start: _From, sources: Iterable[Source]) -> bool:
    with start.library.catalogue.reading() as db:
        return any(catalogue.recommendations(db, source.sha256) for source in sources)


def _matter(reading: Reading) -> Matter | None:
    """What was asked about, where it is a matter that inspectors write about."""
    found = named(reading.topic)
    return next((matter for matter in found if matter in narrowest(found)), None)


def _others(start: _From, code: str) -> list[Source]:
    """The newest document of each other authority, of the kinds that were quoted."""
    kinds = {source.framework for source in start.quoted}
    newest: dict[str, Source] = {}
    for source in sorted(start.sources, key=when, reverse=True):
        if len(source.authorities) == 1 and (not kinds or source.framework in kinds):
            newest.setdefault(source.authorities[0], source)
    return [source for other, source in newest.items() if other != code]


def _about_another(question: str, name: str) -> str:
    """The question as it was asked, with another authority in place of the one it names."""
    places = mentions(question)
    if len(places) != 1:
        return ""
    return f"{question[: places[0].start]}{name}{question[places[0].end :]}"
