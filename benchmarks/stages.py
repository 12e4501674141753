"""What each stage of an answer costs, in milliseconds of the processor.

    python benchmarks/stages.py QUESTIONS.jsonl…     (INSPECTION_HOME names the library)

For each stage the middle of the questions that come to it; where one comes to it twice, both count. Time of
the processor, all cores together, is little changed by other work on the machine.
"""

import sys
import time
from collections import defaultdict
from contextlib import ExitStack
from pathlib import Path
from pkgutil import resolve_name
from statistics import median
from typing import Any
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tqdm import tqdm

from assistant.answer import answer
from assistant.gold import read_gold
from index.library import Library
from index.settings import settings_from_environment

STAGES = {
    "reading the question": "assistant.answer.read",
    "choosing documents": "assistant.answer.select",
    "embedding the question": "index.embed.Embedder.embed_question",
    "nearest vectors": "index.library.Library.nearest",
    "full-text search": "index.search.search_words",
    "fetching passages": "index.search.catalogue.passages_by_id",
    "reranking passages": "assistant.find.best_passages",
    "scoring sentences": "assistant.find.best_sentences",
    "checking quotations": "assistant.answer.cited",
}
WHOLE = "the whole answer"


def main() -> None:
    questions = [gold.asked for path in sys.argv[1:] for gold in read_gold(Path(path)) if not gold.is_claim]
    spent = seconds(Library(settings_from_environment()), questions)
    print("| stage | ms | questions |\n|---|---|---|")
    for name in (*STAGES, WHOLE):
        print(f"| {name} | {1000 * median(spent[name]):.0f} | {len(spent[name])} |")


def seconds(library: Library, questions: list[str]) -> dict[str, list[float]]:
    """For each stage, what it took of each question that came to it. The first question opens the models."""
    answer(library, questions[0])
    spent: dict[str, list[float]] = defaultdict(list)
    for question in tqdm(questions, file=sys.stderr):
        times: dict[str, float] = defaultdict(float)
        with ExitStack() as stack:
            for name, place in STAGES.items():
                stack.enter_context(patch(place, timed(resolve_name(place), name, times)))
            timed(answer, WHOLE, times)(library, question)
        for name, taken in times.items():
            spent[name].append(taken)
    return spent


def timed(original: Any, name: str, times: dict[str, float]) -> Any:
    def measured(*given: Any, **named: Any) -> Any:
        start = time.process_time()
        try:
            return original(*given, **named)
        finally:
            times[name] += time.process_time() - start

    return measured


if __name__ == "__main__":
    main()
