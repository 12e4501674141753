"""What a council says of itself, beside what inspectors found on the same matter within two years of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.evidence import Citation, Quote, whole
from assistant.inspections import when
from assistant.practice import BROAD, Matter, matters, named
from assistant.same_matter import Spoken, spoken
from assistant.self_statements import Statement, statements
from assistant.standing import FLOOR, ILL, NEAR, WELL, is_sure
from assistant.steps import Step, Steps, finished
from assistant.tone import Tone, tone
from assistant.topics import topic
from assistant.verify import cited
from documents.report import Kind, Passage, Source, Speaker
from documents.sentences import sentences
from index import catalogue
from index.library import Library

WITHIN = 2_0000  # two years, in numbers such as 20180331
SHOWN = 2  # quotations of an inspection


class Relation(StrEnum):
    """How the two sides stand to each other, in the order in which a reader wants them."""

    DIFFERS = "the inspectors found otherwise"
    AGREES = "both say the same"
    BOTH = "both speak of it, and their words do not settle whether they agree"
    COUNCIL = "only the council speaks of it"
    INSPECTORS = "only the inspectors speak of it"


@dataclass(frozen=True, slots=True)
class Row:
    """A statement of the council, findings on the same matter, or both."""

    relation: Relation
    matters: tuple[str, ...]
    said: Citation | None
    found: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Disagreements first. `own` are the council's documents, `inspected` those they were put beside."""

    authority: str
    own: tuple[Source, ...]
    inspected: tuple[Source, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class _Draft:
    relation: Relation
    matters: frozenset[Matter]
    said: Quote | None
    found: tuple[Quote, ...]


def beside_findings(library: Library, authority: str) -> Comparison:
    """The comparison for an authority, by its code, over all its dated self-assessments."""
    return finished(comparing(library, authority))


def comparing(library: Library, authority: str) -> Steps[Comparison]:
    """As `beside_findings`, a step for each statement of the council."""
    held = [each for each in library.sources() if authority in each.authorities and when(each)]
    own = [each for each in held if each.speaker is Speaker.COUNCIL]
    inspected = [each for each in held if each.speaker is Speaker.INSPECTORATE and _beside(each, own)]
    inspected.sort(key=lambda each: (when(each), each.sha256))
    with library.catalogue.reading() as db:
        passages = {each.sha256: catalogue.passages(db, each.sha256) for each in (*own, *inspected)}
    drafts: list[_Draft] = []
    for council in own:
        near = [each for each in inspected if _beside(each, [council])]
        said = statements(council, passages[council.sha256])
        for done, statement in enumerate(said):
            yield Step(done, len(said))
            drafts.append(_put_beside(statement, near, passages))
        drafts += _unsaid(said, near, passages)
    drafts.sort(key=lambda draft: list(Relation).index(draft.relation))
    return Comparison(authority, tuple(own), tuple(inspected), _checked(library, drafts))


def _beside(inspection: Source, own: Iterable[Source]) -> bool:
    return any(abs(when(inspection) - when(each)) <= WITHIN for each in own)


def _put_beside(said: Statement, near: Sequence[Source], passages: dict[str, list[Passage]]) -> _Draft:
    """The statement with the findings of an inspection: of one that differs, where there is such."""
    drafts = [draft for each in near if (draft := _against(said, each, passages[each.sha256]))]
    only = _Draft(Relation.COUNCIL, said.topic.matters, said.quote, ())
    return min(drafts, key=lambda draft: list(Relation).index(draft.relation), default=only)


def _against(said: Statement, source: Source, passages: Sequence[Passage]) -> _Draft | None:
    rows = [row for row in spoken(said.topic, source, passages) if row.score >= FLOOR]
    if not rows:
        return None
    well, ill = _sides(rows)
    asked = any(row.asks for row in ill)
    relation = Relation.BOTH
    if any(map(is_sure, rows)) and said.well is not None and (asked or bool(well) != bool(ill)):
        relation = Relation.AGREES if said.well is not bool(ill) else Relation.DIFFERS
    relation = Relation.BOTH if said.planned and relation is Relation.DIFFERS else relation
    chosen = rows if relation is Relation.BOTH else (ill or well)
    quotes = [row.quote for row in chosen if row.asks or row.score >= chosen[0].score - NEAR]
    return _Draft(relation, said.topic.matters, said.quote, tuple(quotes[:SHOWN]))


def _sides(rows: Sequence[Spoken]) -> tuple[list[Spoken], list[Spoken]]:
    """The findings that speak well of the matter, and those that do not; what must improve is among these."""
    told = [(row, tone(row.quote.words, row.shared)) for row in rows if row.leads or row.asks]
    well = [row for row, each in told if each in WELL and not row.asks]
    ill = [row for row, each in told if row.asks or each in ILL or each is Tone.DECLINED]
    return well, ill


def _unsaid(
    said: Sequence[Statement], near: Sequence[Source], passages: dict[str, list[Passage]]
) -> list[_Draft]:
    """The matters of findings that no statement names, each with its weightiest sentence."""
    known = {matter for statement in said for matter in matters(statement.quote.words)}
    best: dict[Matter, tuple[int, Quote]] = {}
    for source in near:
        for weight, matter, quote in _findings(source, passages[source.sha256]):
            if matter not in known and weight > best.get(matter, (-1, quote))[0]:
                best[matter] = (weight, quote)
    order = sorted(best.items(), key=lambda pair: (-pair[1][0], pair[0].name))
    return [_Draft(Relation.INSPECTORS, frozenset({matter}), None, (quote,)) for matter, (_, quote) in order]


def _findings(source: Source, passages: Sequence[Passage]) -> Iterable[tuple[int, Matter, Quote]]:
    """Each sentence with the matter it leads with: what must improve weighs most, then what is wanting."""
    for passage in passages:
        if passage.kind is Kind.RECOMMENDATION:
            yield from ((3, each, whole(passage, source)) for each in topic(passage.text, source).matters)
        for start, end in sentences(passage.text) if passage.kind is Kind.FINDING else ():
            first = next(iter(named(passage.text[start:end])), None)
            if first and first.level < BROAD:
                found = tone(passage.text[start:end], frozenset({first}))
                weight = 2 if found in (*ILL, Tone.DECLINED) else 1 if found in WELL else 0
                yield weight, first, Quote(passage, source, start, end)


def _checked(library: Library, drafts: Sequence[_Draft]) -> tuple[Row, ...]:
    """The rows whose quotations stand on their pages."""
    quotes = [quote for draft in drafts for quote in (draft.said, *draft.found) if quote]
    citations = {each.quote: each for each in cited(library, dict.fromkeys(quotes))}
    rows = []
    for draft in drafts:
        found = tuple(citations[quote] for quote in draft.found if quote in citations)
        said = citations.get(draft.said) if draft.said else None
        if (draft.said is None or said) and (not draft.found or found):
            rows.append(Row(draft.relation, tuple(sorted(each.name for each in draft.matters)), said, found))
    return tuple(rows)
