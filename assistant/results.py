"""What an evaluation found: a result for each question and claim, and how each kind of question fared."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import mean

from assistant.evidence import Reading
from assistant.gold import Gold
from assistant.misses import Miss
from assistant.scoring import Given, Score


@dataclass(frozen=True, slots=True)
class Result:
    """A question or claim, what was given for it and how far that is right. `reading` is a question's; `best`
    the score of the best candidate, where it was asked for.
    """

    gold: Gold
    given: Given
    score: Score
    reading: Reading | None
    miss: Miss | None
    best: float | None = None

    @property
    def checked(self) -> bool:
        """Not so for a claim without a verdict, unless that broke."""
        return not self.gold.is_claim or self.given.verdict is not None or self.given.failure is not None


@dataclass(frozen=True, slots=True)
class KindRow:
    """How the questions of one kind fared; `recall` is None where no evidence is asked for."""

    kind: str
    number: int
    right: int
    refused: int
    recall: float | None


def by_kind(results: Iterable[Result]) -> list[KindRow]:
    kinds: dict[str, list[Result]] = {}
    for each in results:
        if each.checked:
            kinds.setdefault(each.gold.kind, []).append(each)
    return [_row(kind, kinds[kind]) for kind in sorted(kinds)]


def _row(kind: str, results: list[Result]) -> KindRow:
    return KindRow(
        kind=kind,
        number=len(results),
        right=sum(each.score.right for each in results),
        refused=sum(each.given.abstained for each in results),
        recall=_mean([each.score.recall for each in results if each.gold.answerable]),
    )


def _mean(values: list[float]) -> float | None:
    return mean(values) if values else None
