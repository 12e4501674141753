"""An evaluation as lines for a terminal: a table by kind, the figures, and each miss with its cause."""

from collections import Counter
from collections.abc import Iterator

from assistant.figures import COUNTS, MEASURES, SECONDS, Figures, says_something
from assistant.gold import Evidence
from assistant.results import Result, by_kind

COLUMNS = f"{'kind':24}{'number':>8}{'right':>8}{'refused':>9}{'passages found':>16}"


def lines(results: list[Result], figures: Figures) -> Iterator[str]:
    yield COLUMNS
    for row in by_kind(results):
        recall = share(row.recall)
        yield f"{row.kind:24}{row.number:8}{row.right:8}{row.refused:9}{recall:>16}"
    yield ""
    for name, label in MEASURES.items():
        if says_something(name, figures):
            yield f"{label:46}{written(name, figures[name]):>10}"
    yield from _misses(results)


def written(name: str, figure: float | None) -> str:
    """A count as it is, seconds with one decimal place, a share with three."""
    if figure is None:
        return ""
    return f"{figure:.0f}" if name in COUNTS else f"{figure:.1f}" if name in SECONDS else share(figure)


def share(figure: float | None) -> str:
    return "" if figure is None else f"{figure:.3f}"


def causes(results: list[Result]) -> list[tuple[str, int]]:
    """The causes of the misses and how many there are of each, the most frequent first."""
    return Counter(str(each.miss.cause) for each in results if each.miss).most_common()


def place(evidence: Evidence) -> str:
    """Where a passage needed stands: 'letter.pdf, page 3'."""
    return f"{evidence.file}, page {evidence.page}" if evidence.page else evidence.file


def _misses(results: list[Result]) -> Iterator[str]:
    if missed := [each for each in results if each.miss]:
        yield from ("", f"{len(missed)} not right:")
        yield from (f"{number:5}  {cause}" for cause, number in causes(results))
    for each in missed:
        yield from _miss(each)


def _miss(result: Result) -> Iterator[str]:
    if result.miss is None:
        return
    gold, given = result.gold, result.given
    yield ""
    yield f"{gold.id} ({gold.kind}): {result.miss.cause}"
    yield f"    {gold.asked}"
    for lost in result.miss.lost:
        yield f"    {lost.stage}: “{lost.group[0].phrase}” ({place(lost.group[0])})"
    if result.score.missing and not given.abstained:
        yield f"    not shown: {', '.join(result.score.missing)}"
    if gold.is_claim:
        yield f"    expected {gold.verdict}, given {given.verdict}"
    if given.failure:
        yield f"    {given.failure}"
