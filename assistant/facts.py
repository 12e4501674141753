"""Answers that are a fact: the sentence that carries it, and few beside it."""

import re
from itertools import groupby
from typing import Any

from assistant import wording
from assistant.amounts import gives_a_figure
from assistant.asking import Asking, Part
from assistant.evidence import Quote
from assistant.find import Found, find
from assistant.inspections import full_inspections
from assistant.quoting import LONGEST, announced, joined_up, widened
from assistant.ranking import ranked, wants_a_figure

ENOUGH = -12.0  # a lower score answers nothing; the curve stands in benchmarks/README.md
ENOUGH_FOR_A_FIGURE = 0.0  # a figure about something else is the worst of answers
ENOUGH_OF_THE_NEWEST = -4.0  # beside what answers better, only what surely speaks to the matter
NEAR_BEST = 3.0  # a further sentence must come within this of the best
QUOTES = 3
SEVERAL = re.compile(  # things are asked for, not one
    r"\b(?:two|three|four|five|six|both|several|list|name|weaknesses|strengths|reasons|ways|things|examples"
    r"|kinds?|types?|areas|bits|parts)\b|\bwhich (?:\w+ )?\w+[^su ]s\b|\bwhat (?:\w+ )?\w+[^su ]s (?!is\b)\w"
    r"|\bwhy (?:was|were|did|is|are)\b",
    re.IGNORECASE,
)
SEVERAL_QUOTES = 4
SEVERAL_NEAR = 6.0
SEVERAL_LONG = 750  # characters
UNSURE = 4.0  # a best score below it may be of the wrong passage; see benchmarks/README.md
UNSURE_QUOTES = 4
UNSURE_NEAR = 8.0


def stated(asking: Asking) -> list[Part]:
    found = ranked(asking)
    unsure = bool(found) and found[0].score < UNSURE
    quotes = best(asking, found, **_wanted(asking, unsure))
    if quotes and unsure and not wants_a_figure(asking.reading):
        quotes = _with_the_first(found, quotes)
    return parts([*quotes, *(_of_the_newest(asking, quotes) if quotes else [])])


def told_then(asking: Asking) -> list[Part]:
    """Where nothing is held of the time named: only sentences that name its year themselves."""
    years = {str(day // 10_000) for each in asking.reading.periods for day in (each.first, each.last)}
    quotes = [quote for part in stated(asking) for quote in part.quotes]
    return parts([quote for quote in quotes if any(year in quote.words for year in years)])


def _wanted(asking: Asking, unsure: bool) -> dict[str, Any]:
    """How many quotations, how long and how near the best: more where several are asked for, or in doubt."""
    if SEVERAL.search(asking.reading.question):
        return {"most": SEVERAL_QUOTES, "near": SEVERAL_NEAR, "longest": SEVERAL_LONG}
    return {"most": UNSURE_QUOTES, "near": UNSURE_NEAR} if unsure else {}


def _with_the_first(found: list[Found], quotes: list[Quote]) -> list[Quote]:
    """In doubt, also the best sentence of the passage that the search put first: asked in lay words, it is
    often right where the cross-encoder is not."""
    first = next((each.quote for each in found if each.place == 1), None)
    if first is None or any(quote.passage.id == first.passage.id for quote in quotes):
        return quotes
    return [*quotes[: UNSURE_QUOTES - 1], widened(first)]


def _of_the_newest(asking: Asking, quotes: list[Quote]) -> list[Quote]:
    """What the newest inspection says of it, where no time is named and none of its words is quoted."""
    inspections = full_inspections(asking.sources)
    if asking.reading.periods or asking.reading.since or not inspections:
        return []
    if any(quote.source == inspections[-1] for quote in quotes):
        return []
    found = find(asking.library, asking.reading.topic, inspections[-1:], passages=8, opened=3)
    return best(asking, found, most=1, enough=ENOUGH_OF_THE_NEWEST)


def best(
    asking: Asking,
    found: list[Found],
    most: int = QUOTES,
    enough: float = ENOUGH,
    near: float = NEAR_BEST,
    longest: int = LONGEST,
) -> list[Quote]:
    """The few sentences that answer, best first; none where even the best falls short."""
    if wants_a_figure(asking.reading):
        found = [each for each in found if gives_a_figure(asking.reading.topic, each.quote.words)]
        enough = max(enough, ENOUGH_FOR_A_FIGURE)
    if not found or found[0].score < enough:
        return []
    kept: list[Quote] = []
    for each in found:
        if each.score < max(enough, found[0].score - near) or len(kept) == most:
            break
        quote = widened(each.quote, longest)
        if all(quote.words not in one.words for one in kept):
            kept.append(quote)
    return [quote for one in joined_up(kept) for quote in (one, *announced(asking, one))]


def parts(quotes: list[Quote]) -> list[Part]:
    """One part for each document, the one with the best quotation first."""
    order = list(dict.fromkeys(quote.source.sha256 for quote in quotes))
    together = sorted(quotes, key=lambda quote: order.index(quote.source.sha256))
    return [
        Part(wording.about(source), tuple(group))
        for source, group in groupby(together, key=lambda quote: quote.source)
    ]
