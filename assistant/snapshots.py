"""What a kept answer or check consists of, to and from its rows: its quotations lie in rows of their own.

So a document can be erased from every answer that quoted it, and nothing else is touched. What a row holds is
whole: the quotation, its passage, its source as it was described then, and its place.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from assistant.evidence import Answer, Citation
from assistant.verdicts import Misquotation, Verdict
from documents.report import Source


class Role(StrEnum):
    """How a document comes into an answer."""

    CITED = "cited"
    NEAREST = "nearest"
    MISQUOTED = "misquoted"
    NAMED = "named"  # in the text only, as in 'Also in: …'


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One row: to which part of a turn it belongs, in which role, the how-manieth. No words where erased."""

    part: int
    role: Role
    place: int
    sha256: str
    words: str | None
    erased: bool = False


def answer_rows(found: Answer, held: Iterable[Source]) -> tuple[str, list[Snapshot]]:
    """An answer without its text and quotations as JSON, and those of `held` that it quotes or names."""
    rows = [*_cited(0, Role.CITED, found.citations), *_cited(0, Role.NEAREST, found.nearest)]
    quoted = {row.sha256 for row in rows}
    named = [source for source in held if source.title in found.text and source.sha256 not in quoted]
    rows += [Snapshot(0, Role.NAMED, place, each.sha256, None) for place, each in enumerate(named)]
    bare = replace(found, text="", citations=(), nearest=())
    return whole_to_json(Answer, bare), rows


def answer_from(kept: str, text: str, rows: Sequence[Snapshot]) -> Answer:
    """As it was; what has been erased is missing."""
    bare: Answer = whole_from_json(Answer, kept)
    cited, nearest = _citations(rows, 0, Role.CITED), _citations(rows, 0, Role.NEAREST)
    return replace(bare, text=text, citations=cited, nearest=nearest)


def verdict_rows(found: Sequence[Verdict]) -> tuple[str, list[Snapshot]]:
    rows: list[Snapshot] = []
    for part, verdict in enumerate(found):
        rows += [*_cited(part, Role.CITED, verdict.citations), *_cited(part, Role.NEAREST, verdict.nearest)]
        rows += _misquoted(part, verdict.misquotations)
    bare = [replace(each, citations=(), nearest=(), misquotations=()) for each in found]
    return whole_to_json(list[Verdict], bare), rows


def verdicts_from(kept: str, rows: Sequence[Snapshot]) -> tuple[Verdict, ...]:
    bare: list[Verdict] = whole_from_json(list[Verdict], kept)
    return tuple(
        replace(
            each,
            citations=_citations(rows, part, Role.CITED),
            nearest=_citations(rows, part, Role.NEAREST),
            misquotations=tuple(_read(rows, part, Role.MISQUOTED, Misquotation)),
        )
        for part, each in enumerate(bare)
    )


def whole_to_json(kind: Any, value: object) -> str:
    """A dataclass, `kind`, with all in it."""
    return _adapter(kind).dump_json(value).decode()


def whole_from_json(kind: Any, text: str) -> Any:
    """The same again. Fields that came later have their defaults; those that went are left out."""
    return _adapter(kind).validate_json(text)


def _cited(part: int, role: Role, citations: Iterable[Citation]) -> Iterator[Snapshot]:
    for place, each in enumerate(citations):
        yield Snapshot(part, role, place, each.quote.source.sha256, whole_to_json(Citation, each))


def _misquoted(part: int, misquotations: Iterable[Misquotation]) -> Iterator[Snapshot]:
    """Only where the true wording has its citation: no other could be erased with its document."""
    for place, each in enumerate(misquotations):
        if each.nearest:
            words = whole_to_json(Misquotation, each)
            yield Snapshot(part, Role.MISQUOTED, place, each.nearest.quote.source.sha256, words)


def _citations(rows: Sequence[Snapshot], part: int, role: Role) -> tuple[Citation, ...]:
    return tuple(_read(rows, part, role, Citation))


def _read(rows: Sequence[Snapshot], part: int, role: Role, kind: Any) -> Iterator[Any]:
    for row in rows:
        if row.part == part and row.role is role and row.words is not None:
            yield whole_from_json(kind, row.words)


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
