"""How certain is certain enough? The curve behind ENOUGH in assistant/facts.py.

    python benchmarks/threshold.py QUESTIONS.jsonl     (INSPECTION_HOME names the library)

Each question is scored twice: over the documents it is about, and over the same without those that hold
its evidence, which makes a true 'no' of it. Prints, for each threshold, the share of answerable questions
refused and of true 'no's answered, and over five folds how far the best threshold moves.
"""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from assistant.asking import Asking
from assistant.evidence import AnswerKind
from assistant.inspections import Selection, select
from assistant.ranking import ranked
from assistant.refusals import refused
from assistant.understand import understand
from index.library import Library
from index.settings import settings_from_environment

FOLDS = 5
NOTHING = -99.0  # the score where nothing was found, or the question was refused before searching


def main(path: Path) -> None:
    library = Library(settings_from_environment())
    scored = [pair for line in path.read_text().splitlines() if (pair := _scored(library, json.loads(line)))]
    yes, no = [pair[0] for pair in scored], [pair[1] for pair in scored]
    print(
        f"{len(scored)} questions\nthreshold  refused though answerable  answered though not in the documents"
    )
    for threshold in range(-14, 5):
        print(f"{threshold:9}  {_below(yes, threshold):25.2f}  {1 - _below(no, threshold):39.2f}")
    for fold in range(FOLDS):
        kept = [pair for at, pair in enumerate(scored) if at % FOLDS != fold]
        print(f"without fold {fold + 1}: best threshold {_best(kept)}")


def _scored(library: Library, record: dict) -> tuple[float, float] | None:
    """The best score with the evidence and without it; None for questions that are answered from rows."""
    if not record.get("evidence"):
        return None
    reading = understand(record["question"], record.get("home"))
    if reading.kind is not AnswerKind.FACT:
        return None
    selection = select(reading, library.sources(), library)
    holding = {Path(each["file"]).stem for group in record["evidence"] for each in group}
    others = tuple(source for source in selection.sources if Path(source.file).stem not in holding)
    with_it = Asking(library, reading, selection)
    without = Asking(library, reading, Selection(others, selection.missing, selection.off_time))
    return _best_score(with_it), _best_score(without)


def _best_score(asking: Asking) -> float:
    if refused(asking):
        return NOTHING
    found = ranked(asking)
    return found[0].score if found else NOTHING


def _below(scores: list[float], threshold: float) -> float:
    return sum(score < threshold for score in scores) / len(scores)


def _best(scored: list[tuple[float, float]]) -> int:
    """The threshold with the fewest mistakes of both kinds."""
    return min(
        range(-14, 5),
        key=lambda threshold: (
            sum(yes < threshold for yes, _ in scored) + sum(no >= threshold for _, no in scored)
        ),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
