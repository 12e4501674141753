"""An evaluation in the form that other programs rely on."""

from dataclasses import asdict
from typing import Any

from assistant.figures import Figures
from assistant.results import Result, by_kind
from assistant.scoring import Given


def evaluation_json(results: list[Result], figures: Figures) -> dict[str, Any]:
    return {
        "figures": figures,
        "kinds": [asdict(row) for row in by_kind(results)],
        "records": [_record(each) for each in results],
    }


def _record(result: Result) -> dict[str, Any]:
    gold, score, found = result.gold, result.score, result.miss
    return {
        "id": gold.id,
        "asked": gold.asked,
        "kind": gold.kind,
        "checked": result.checked,
        "right": score.right,
        "cause": str(found.cause) if found else None,
        "lost": [
            {"stage": str(lost.stage), "evidence": [asdict(each) for each in lost.group]}
            for lost in (found.lost if found else ())
        ],
        "missing": list(score.missing),
        "kind_read": str(result.reading.kind) if result.reading else None,
        "best_score": result.best,
        "given": _given(result.given),
    }


def _given(given: Given) -> dict[str, Any]:
    """The answer, its citations named as the batch interface names them."""
    return {
        "answer": given.text,
        "abstained": given.abstained,
        "verdict": given.verdict,
        "seconds": given.seconds,
        "error": given.failure,
        "citations": [
            {
                "document": one.file,
                "sha256": one.sha256,
                "page": one.pages[0],
                "pages": list(one.pages),
                "quote": one.words,
            }
            for one in given.quoted
        ],
    }
