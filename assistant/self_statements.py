"""What a council says of itself: the statements of its self-assessment that speak of a matter."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.evidence import Quote
from assistant.find import SHORTEST
from assistant.standing import ILL, WELL
from assistant.tone import Tone, tone
from assistant.topics import Topic, topic
from documents.report import Kind, Passage, Source
from documents.sentences import sentences

TO_DEVELOP = re.compile(r"areas? (?:for|of) (?:development|improvement)", re.IGNORECASE)  # a heading
PLANNED = re.compile(  # "Strengthening our offer", "Review cases where …"
    r"^(?:further|strengthen|improv|increas|develop|embed|ensur|review|reduc|focus)\w*\b", re.IGNORECASE
)
OWNED = re.compile(
    r"\bneeds? (?:to|refreshing|(?:\w+ )?attention)\b|\bin need of\b"
    r"|\bcould (?:improve|be (?:stronger|better))\b|\bless good\b|\bnot being as\b|\bstill higher\b",
    re.IGNORECASE,
)
FIGURES = re.compile(r"\d")
TOO_BROAD = frozenset({"social work practice", "partnership working"})


@dataclass(frozen=True, slots=True)
class Statement:
    """What the council says of a matter: `well` where it praises itself, not where it sees a need.

    `planned` is what it means to do, which no praise by others contradicts.
    """

    quote: Quote
    topic: Topic
    well: bool | None
    planned: bool


def statements(source: Source, passages: Sequence[Passage]) -> list[Statement]:
    """In order, each once. Bare figures judge nothing and are left out."""
    found: dict[str, Statement] = {}
    for passage in passages:
        if passage.kind in (Kind.FINDING, Kind.RECOMMENDATION):
            for start, end in sentences(passage.text):
                one = _statement(Quote(passage, source, start, end))
                if one and end - start >= SHORTEST:
                    found.setdefault(one.quote.words.casefold(), one)
    return list(found.values())


def _statement(quote: Quote) -> Statement | None:
    about = topic(quote.words, quote.source)
    planned = any(TO_DEVELOP.search(each) for each in quote.passage.heading) and bool(
        PLANNED.search(quote.words)
    )
    well = False if planned else _speaks_well(quote, about)
    if not about.matters or {matter.name for matter in about.matters} <= TOO_BROAD:
        return None
    return None if well is None and FIGURES.search(quote.words) else Statement(quote, about, well, planned)


def _speaks_well(quote: Quote, about: Topic) -> bool | None:
    """A need that the council owns is no praise."""
    found = tone(quote.words, about.matters)
    if OWNED.search(quote.words) or found in (*ILL, Tone.DECLINED):
        return False
    return True if found in WELL else None
