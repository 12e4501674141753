"""What was expected against what was got, and how well the best candidate's score foretells it."""

from dataclasses import dataclass

from assistant.evidence import AnswerKind
from assistant.results import Result

EXPECTED, GOT = ("the documents answer", "they do not"), ("answered", "refused")
KINDS = {  # the kind of answer that a kind of question wants
    "fact": AnswerKind.FACT,
    "paraphrase": AnswerKind.FACT,
    "abbreviation": AnswerKind.FACT,
    "list": AnswerKind.LIST,
    "judgement": AnswerKind.JUDGEMENT,
    "date_person": AnswerKind.DATE_OR_PERSON,
    "definition": AnswerKind.DEFINITION,
    "temporal": AnswerKind.CHANGE,
    "compare": AnswerKind.COMPARISON,
}
EDGES = (-8.0, -4.0, 0.0, 4.0, 8.0)  # of the bins of scores


@dataclass(frozen=True, slots=True)
class Grid:
    """How often each pair of expected (`rows`) and got (`columns`) came; `wanted` are the right pairs."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    wanted: frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Bin:
    """Questions whose best candidate has a score in a range, and how many of them were answered rightly."""

    label: str
    number: int
    right: int

    @property
    def share(self) -> float:
        return self.right / self.number


def answered_or_refused(results: list[Result]) -> Grid:
    pairs = [(not each.gold.answerable, each.given.abstained) for each in _questions(results)]
    counts = tuple(tuple(pairs.count((row, got)) for got in (False, True)) for row in (False, True))
    return Grid(EXPECTED, GOT, counts, frozenset({(0, 0), (1, 1)}))


def kinds_read(results: list[Result]) -> Grid:
    """Of the questions that the documents answer, the kind against the kind of answer they were read as."""
    pairs = [
        (each.gold.kind, each.reading.kind)
        for each in _questions(results)
        if each.reading and each.gold.answerable
    ]
    rows = tuple(sorted({kind for kind, _ in pairs}))
    columns = tuple(kind for kind in AnswerKind if kind in {read for _, read in pairs})
    counts = tuple(tuple(pairs.count((row, column)) for column in columns) for row in rows)
    wanted = {
        (at, to)
        for at, row in enumerate(rows)
        for to, column in enumerate(columns)
        if KINDS.get(row) is column
    }
    return Grid(rows, columns, counts, frozenset(wanted))


def calibration(results: list[Result]) -> list[Bin]:
    """The bins that hold a question. One the documents do not answer counts as not answered rightly."""
    filled: dict[int, list[bool]] = {}
    for each in _questions(results):
        if each.best is not None:
            place = sum(each.best >= edge for edge in EDGES)
            filled.setdefault(place, []).append(each.score.right and not each.given.abstained)
    return [Bin(_label(place), len(filled[place]), sum(filled[place])) for place in sorted(filled)]


def _label(place: int) -> str:
    if place == 0:
        return f"below {EDGES[0]:.0f}"
    if place == len(EDGES):
        return f"{EDGES[-1]:.0f} and more"
    return f"{EDGES[place - 1]:.0f} to {EDGES[place]:.0f}"


def _questions(results: list[Result]) -> list[Result]:
    return [each for each in results if not each.gold.is_claim and not each.given.failure]
