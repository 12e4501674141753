"""What each part is worth: the same questions answered with one part left out at a time.

    python benchmarks/ablation.py QUESTIONS.jsonl… [--plain FOLDER] [--only WORDS]

INSPECTION_HOME names the library; the questions are in the form that `evaluate` reads. --plain makes a copy
of the library in FOLDER whose vectors are of the passages alone, without headings and names, which takes as
long as to add the documents did. --only keeps the rows whose name holds WORDS. What the reranker has scored
is kept for the next row, so that a part left out costs little.
"""

import argparse
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tqdm import tqdm

from assistant.evaluate import evaluated
from assistant.evidence import AnswerKind, Reading, whole
from assistant.figures import figures
from assistant.find import Found
from assistant.gold import Gold, read_gold
from assistant.readings import read
from index.library import Library
from index.rerank import Reranker
from index.search import Match
from index.settings import Settings, settings_from_environment

FIGURES = {  # by their names in `figures`: how the table heads them, and writes them
    "right": ("right", ".3f"),
    "page_right": ("page right", ".3f"),
    "wrong_authority": ("wrong authority", ".3f"),
    "median_quote_characters": ("characters of a quotation", ".0f"),
}
PLAIN = "headings and names in the vectors"


def nothing(*_: Any) -> list[str]:
    return []


def as_found(asked: str, matches: Sequence[Match]) -> list[tuple[Match, float]]:
    """Passages in the order of the search; scores that refuse none."""
    return [(match, -0.01 * place) for place, match in enumerate(matches)]


def whole_passages(
    asked: str, passages: Sequence[tuple[Match, float]], first: Mapping[str, int]
) -> list[Found]:
    return [
        Found(whole(match.passage, match.source), 1.5 * score, score, first[match.passage.id])
        for match, score in passages
    ]


def as_fact(*given: Any) -> Reading:
    """The documents are still chosen by what the question names."""
    return replace(read(*given), kind=AnswerKind.FACT)


def unread(question: str, *_: Any) -> Reading:
    return Reading(question=question, asked=question, topic=question)


def in_order(_: Any, found: list[Found]) -> list[Found]:
    return found


def unnamed(found: list[Found], _: str) -> list[Found]:
    return found


@dataclass(frozen=True, slots=True)
class Way:
    """What is left out, and by the dotted name of each function what stands in for it."""

    left_out: str
    instead: dict[str, Any]


AS_FOUND = {"assistant.find.best_passages": as_found}
WHOLE = {"assistant.find.best_sentences": whole_passages}
UNREAD = {"assistant.answer.read": unread, "assistant.answer._which_authority": lambda *_: None}
WAYS = (
    Way("nothing", {}),
    Way("search by meaning", {"index.library.Library.nearest": nothing}),
    Way("search by words", {"index.search.search_words": nothing}),
    Way("headings and names in the full text", {"index.words.CONTEXT_WEIGHT": 0.0}),
    Way("abbreviations and everyday words", {"assistant.find.spelt_out": lambda _, question: question}),
    Way("the kind of answer wanted", {"assistant.answer.read": as_fact}),
    Way("all reading of the question", UNREAD),
    Way("reranking of passages", AS_FOUND),
    Way("choice of sentences", WHOLE),
    Way("reranking and choice", {**AS_FOUND, **WHOLE}),
    Way(
        "counting passages for more that name the matter",
        {f"assistant.{each}.by_name": unnamed for each in ("ranking", "changes", "comparisons")},
    ),
    Way("refusing matters that no document names", {"assistant.refusals.unheard": lambda _: None}),
    Way("slips of typing", {"assistant.answer.slips": lambda *_: {}}),
    Way("neighbouring sentences", {"assistant.facts.widened": lambda quote: quote}),
    Way(
        "newer findings first",
        {f"assistant.{each}.newer_first": in_order for each in ("ranking", "comparisons")},
    ),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("questions", type=Path, nargs="+")
    parser.add_argument("--plain", type=Path)
    parser.add_argument("--only", default="")
    given = parser.parse_args()
    settings = settings_from_environment()
    sets = [[gold for gold in read_gold(path) if not gold.is_claim] for path in given.questions]
    ways = [(way, settings) for way in WAYS]
    if given.plain:
        ways.append((Way(PLAIN, {}), without_contexts(settings, given.plain)))
    print(f"| left out | {' | '.join(head for _ in sets for head, _ in FIGURES.values())} |")
    print(f"|---|{'---|' * len(FIGURES) * len(sets)}")
    with patch("index.rerank.Reranker.scores", kept(Reranker.scores)):
        for way, its_settings in ways:
            if given.only in way.left_out:
                print(row(way, its_settings, sets), flush=True)


def row(way: Way, settings: Settings, sets: list[list[Gold]]) -> str:
    library = Library(settings)
    with ExitStack() as stack:
        for name, stand_in in way.instead.items():
            stack.enter_context(patch(name, stand_in))
        asking = [tqdm(golds, way.left_out, file=sys.stderr) for golds in sets]
        found = [figures([evaluated(library, gold) for gold in golds]) for golds in asking]
    cells = [format(each[name] or 0, form) for each in found for name, (_, form) in FIGURES.items()]
    return f"| {way.left_out} | {' | '.join(cells)} |"


def kept(scores: Callable[..., Any]) -> Callable[..., Any]:
    """The reranker, which scores no pair twice."""
    known: dict[tuple[str, str], float] = {}

    def scored(self: Reranker, question: str, texts: Sequence[str]) -> list[float]:
        missing = [text for text in dict.fromkeys(texts) if (question, text) not in known]
        if missing:
            pairs = [(question, text) for text in missing]
            known.update(zip(pairs, scores(self, question, missing), strict=True))
        return [known[question, text] for text in texts]

    return scored


def without_contexts(settings: Settings, folder: Path) -> Settings:
    """A copy of the library whose vectors are of its passages alone; one made before is used again."""
    plain = replace(settings, home=folder)
    if folder.exists():
        return plain
    shutil.copytree(settings.home, folder)
    library = Library(plain)
    with (
        patch("index.catalogue.embedded", lambda context, text: text),
        library.changing(),
        library.new_store() as (db, store),
    ):
        for source in tqdm(library.sources(), "embedding", file=sys.stderr):
            library.fill(db, store, source.sha256, library.embedder())
    return plain


if __name__ == "__main__":
    main()
