"""The benchmarks of finding and of the parts: they name functions that exist, and count as trec_eval does."""

import json
import sys
from pathlib import Path
from pkgutil import resolve_name

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmarks"))

from ablation import WAYS, kept
from claim_parts import WAYS as CLAIM_WAYS
from retrieval import library_of, ndcg, report_of, row, ways
from stages import STAGES

from index.rerank import Reranker
from index.settings import Settings

TEXTS = {
    "a": ("Sleep", "Adults who sleep for seven hours recall more of what they learn."),
    "b": ("Bread", "Dough that rests overnight needs less yeast."),
    "c": ("Tides", "The moon raises two tides a day in most harbours."),
}


@pytest.mark.parametrize(
    "name", [*STAGES.values(), *(name for way in (*WAYS, *CLAIM_WAYS) for name in way.instead)]
)
def test_what_is_timed_or_left_out_exists(name: str) -> None:
    assert resolve_name(name) is not None


@pytest.mark.parametrize(
    ("found", "value"),
    [
        (["a", "b"], 1.0),
        (["b", "a"], (1 + 2 / 1.584962500721156) / (2 + 1 / 1.584962500721156)),
        (["x", "a"], (2 / 1.584962500721156) / (2 + 1 / 1.584962500721156)),
        (["x"] * 10 + ["a"], 0.0),
        ([], 0.0),
    ],
)
def test_gain_is_the_grade_and_falls_with_the_place(found: list[str], value: float) -> None:
    assert ndcg(found, {"a": 2, "b": 1}) == pytest.approx(value)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "tiny"
    (folder / "qrels").mkdir(parents=True)
    corpus = [{"_id": id, "title": title, "text": text} for id, (title, text) in TEXTS.items()]
    (folder / "corpus.jsonl").write_text("\n".join(map(json.dumps, corpus)))
    (folder / "queries.jsonl").write_text('{"_id": "1", "text": "how much yeast does bread need"}')
    (folder / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\n1\tb\t1\n")
    return folder


def test_texts_are_found_as_passages_of_a_library(folder: Path, home: Path) -> None:
    library = library_of(report_of(folder), Settings(home=home, embedding_model="bge-small-en-v1.5"))
    assert {way: found[0].passage.paragraph for way, found in ways(library, "yeast for bread").items()} == (
        dict.fromkeys(("words alone", "meaning alone", "fused", "fused, reranked"), "b")
    )
    assert row(folder, library).count("1.000") == 4


def test_no_pair_is_scored_twice() -> None:
    asked: list[str] = []

    def scores(_: Reranker | None, question: str, texts: list[str]) -> list[float]:
        asked.extend(texts)
        return [float(len(text)) for text in texts]

    scored = kept(scores)
    assert scored(None, "q", ["one", "three"]) == [3, 5]
    assert scored(None, "q", ["three", "four"]) == [5, 4]
    assert asked == ["one", "three", "four"]
