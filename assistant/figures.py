"""The figures of an evaluation, over all its questions and claims."""

from collections.abc import Callable
from statistics import mean, median

from assistant.results import Result

SINGLE = ("fact", "paraphrase", "judgement", "date_person", "abbreviation", "definition")
ACROSS = ("temporal", "compare")
MEASURES = {
    "questions": "questions",
    "right": "right",
    "right_answerable": "right, of those the documents answer",
    "right_single": "right, of single facts",
    "right_list": "right, of lists",
    "right_across": "right, of changes and comparisons",
    "evidence_recall": "passages needed that are quoted",
    "citation_precision": "citations that hold a passage needed",
    "page_right": "of those, on the right page",
    "wrong_authority": "citations about another authority",
    "abstained_when_answerable": "refused though the documents answer",
    "abstained_when_unanswerable": "refused where they do not",
    "median_quote_characters": "middle length of a quotation, characters",
    "claims": "claims checked",
    "claims_not_checked": "claims not yet checked",
    "verdict_accuracy": "claims with the right verdict",
    "verdict_grounded": "claims with the right verdict and a passage",
    "seconds_p50": "seconds, half of them within",
    "seconds_p95": "seconds, 95 in 100 within",
}
COUNTS = ("questions", "claims", "claims_not_checked", "median_quote_characters")
SECONDS = ("seconds_p50", "seconds_p95")
Figures = dict[str, float | None]  # by their name in MEASURES; None does not apply


def figures(results: list[Result]) -> Figures:
    questions = [each for each in results if not each.gold.is_claim]
    claims = [each for each in results if each.gold.is_claim]
    seconds = sorted(each.given.seconds for each in results)
    found = {**_of_questions(questions), **_of_claims(claims)}
    found |= {"seconds_p50": _nth(seconds, 0.5), "seconds_p95": _nth(seconds, 0.95)}
    return {name: found[name] for name in MEASURES}


def says_something(name: str, figures: Figures) -> bool:
    """Whether a figure applies, and is not a count of nothing."""
    return bool(figures[name]) if name in COUNTS else figures[name] is not None


def _of_questions(questions: list[Result]) -> Figures:
    answerable = [each for each in questions if each.gold.answerable]
    others = [each for each in questions if not each.gold.answerable]
    read = sum(len(each.score.read) for each in answerable)
    return {
        "questions": len(questions),
        "right": _share(questions, _is_right),
        "right_answerable": _share(answerable, _is_right),
        "right_single": _share(_of(answerable, SINGLE), _is_right),
        "right_list": _share(_of(answerable, ("list",)), _is_right),
        "right_across": _share(_of(answerable, ACROSS), _is_right),
        "evidence_recall": _mean([each.score.recall for each in answerable]),
        "citation_precision": _ratio(sum(each.score.holding for each in answerable), read),
        "page_right": _ratio(
            sum(each.score.page_right for each in answerable), sum(each.score.paged for each in answerable)
        ),
        "wrong_authority": _ratio(sum(len(each.score.elsewhere) for each in answerable), read),
        "abstained_when_answerable": _share(answerable, _is_refused),
        "abstained_when_unanswerable": _share(others, _is_refused),
        "median_quote_characters": _median(
            [len(one.words) for each in answerable for one in each.score.read]
        ),
    }


def _of_claims(claims: list[Result]) -> Figures:
    checked = [each for each in claims if each.checked]
    return {
        "claims": len(checked),
        "claims_not_checked": len(claims) - len(checked),
        "verdict_accuracy": _share(checked, _is_right),
        "verdict_grounded": _share(checked, _is_grounded),
    }


def _of(results: list[Result], kinds: tuple[str, ...]) -> list[Result]:
    return [each for each in results if each.gold.kind in kinds]


def _is_right(result: Result) -> bool:
    return result.score.right


def _is_refused(result: Result) -> bool:
    return result.given.abstained


def _is_grounded(result: Result) -> bool:
    return result.score.right and (not result.gold.evidence or any(result.score.covered))


def _share(results: list[Result], holds: Callable[[Result], bool]) -> float | None:
    return _ratio(sum(map(holds, results)), len(results))


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _mean(values: list[float]) -> float | None:
    return mean(values) if values else None


def _median(values: list[int]) -> float | None:
    return median(values) if values else None


def _nth(ordered: list[float], share: float) -> float | None:
    return ordered[int(len(ordered) * share)] if ordered else None
