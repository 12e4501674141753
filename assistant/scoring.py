"""How far an answer is right: the passages it quotes, as far as people read, against those it needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from pathlib import PurePath
from typing import Any

from assistant.gold import Evidence, Gold
from assistant.phrases import holds, letters
from documents.report import Source

BEYOND = 3  # citations read beyond one for each group of evidence
MOST_READ = 6000  # characters of quotations; the first counts whatever its length
LISTED = 0.8  # of the items of a list, enough for it to be right
PAGED = (".pdf", ".pptx")  # other documents have no pages to be wrong about


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation as it was given; `authorities` are the codes of its document's."""

    file: str
    sha256: str
    pages: tuple[int, ...]
    words: str
    authorities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """What the assistant gave. `failure` says what broke, where it gave nothing."""

    text: str
    abstained: bool
    verdict: str | None
    quoted: tuple[Quoted, ...]
    seconds: float
    failure: str | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """`read` are the quotations that count, `holding` how many of them hold a passage needed; `covered` says
    for each group of evidence whether one does. Of those that name a page, `paged`, `page_right` are on it.
    `elsewhere` are about other authorities; `missing` are the strings that neither text nor quotations show.
    """

    right: bool
    read: tuple[Quoted, ...]
    covered: tuple[bool, ...]
    holding: int
    paged: int
    page_right: int
    elsewhere: tuple[Quoted, ...]
    missing: tuple[str, ...]

    @property
    def recall(self) -> float:
        return sum(self.covered) / len(self.covered) if self.covered else 0.0


def given_from(result: Mapping[str, Any], held: Mapping[str, Source]) -> Given:
    """From the form of the batch interface; `held` are the library's documents by sha256."""
    return Given(
        text=result.get("answer") or "",
        abstained=bool(result.get("abstained")),
        verdict=result.get("verdict"),
        quoted=tuple(_quoted(each, held) for each in result.get("citations", ())),
        seconds=result["seconds"],
        failure=result.get("error"),
    )


def _quoted(citation: Mapping[str, Any], held: Mapping[str, Source]) -> Quoted:
    source = held.get(citation["sha256"])
    return Quoted(
        file=citation["document"],
        sha256=citation["sha256"],
        pages=tuple(citation["pages"]),
        words=citation["quote"],
        authorities=source.authorities if source else (),
    )


def score(gold: Gold, given: Given) -> Score:
    read = _read(given.quoted, len(gold.evidence))
    covered = tuple(any(shows(one, each) for one in read for each in group) for group in gold.evidence)
    pages = [where for one in read if (where := _pages_of(gold, one))]
    missing = _missing(gold, given, read)
    return Score(
        right=_right(gold, given, covered, missing),
        read=read,
        covered=covered,
        holding=sum(any(shows(one, each) for group in gold.evidence for each in group) for one in read),
        paged=len(pages),
        page_right=sum(bool(named & actual) for named, actual in pages),
        elsewhere=tuple(one for one in read if _is_elsewhere(gold, one)),
        missing=missing,
    )


def shows(one: Quoted, evidence: Evidence) -> bool:
    return is_in(evidence, one.file, one.sha256) and holds(one.words, evidence.phrase)


def is_in(evidence: Evidence, file: str, sha256: str) -> bool:
    """Whether this document is the one meant: by its content where that is given, else by its name."""
    return evidence.sha256 == sha256 if evidence.sha256 else _stem(evidence.file) == _stem(file)


def _stem(file: str) -> str:
    return letters(PurePath(file).stem)


def _read(quoted: tuple[Quoted, ...], groups: int) -> tuple[Quoted, ...]:
    first = quoted[: groups + BEYOND]
    lengths = accumulate(len(one.words) for one in first)
    return tuple(one for one, length in zip(first, lengths, strict=True) if length <= MOST_READ) or first[:1]


def _pages_of(gold: Gold, one: Quoted) -> tuple[set[int], set[int]] | None:
    """The pages the quotation names and those of the evidence it shows, where both have pages."""
    shown = {each.page for group in gold.evidence for each in group if each.page and shows(one, each)}
    return (set(one.pages), shown) if shown and one.file.lower().endswith(PAGED) else None


def _is_elsewhere(gold: Gold, one: Quoted) -> bool:
    wanted = set(gold.authorities)
    return bool(gold.answerable and wanted and one.authorities) and not wanted & set(one.authorities)


def _missing(gold: Gold, given: Given, read: tuple[Quoted, ...]) -> tuple[str, ...]:
    shown = letters(" ".join([given.text, *(one.words for one in read)]))
    return tuple(words for words in gold.must_include if letters(words) not in shown)


def _right(gold: Gold, given: Given, covered: tuple[bool, ...], missing: tuple[str, ...]) -> bool:
    if gold.is_claim:
        return given.verdict == gold.verdict
    if not gold.answerable:
        return given.abstained
    needed = LISTED if gold.kind == "list" else 1.0
    return not given.abstained and sum(covered) >= needed * len(covered) and not missing
