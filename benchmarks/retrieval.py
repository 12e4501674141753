"""Finding on public data, next to published figures: SciFact and NFCorpus in the form of BEIR, by nDCG@10.

    python benchmarks/retrieval.py FOLDER… [--model bge-small-en-v1.5] [--keep FOLDER] [--without-reranking]

A folder holds corpus.jsonl, queries.jsonl and qrels/test.tsv. Its texts become the passages of one document
in a library of their own, each under its title; `search_in` finds them and the reranker orders the first of
them, as for a question. --keep names a folder where the vectors stay for the next time.
--without-reranking leaves that out: of NFCorpus it takes an hour and more on two cores.
"""

import argparse
import hashlib
import json
import math
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import mean

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tqdm import tqdm

from assistant.find import PASSAGES, best_passages
from documents.report import Kind, Passage, Report, Source, Span, Speaker
from index import entries
from index.context import contexts, embedded
from index.library import Library
from index.search import DEPTH, Match, search_in
from index.settings import Settings

FIRST = 10
WAYS = ("words alone", "meaning alone", "fused", "fused, reranked")
PUBLISHED = {  # BM25: Anserini, flat; the two models: their cards on the MTEB leaderboard
    "scifact": {"BM25": 0.679, "all-MiniLM-L6-v2": 0.645, "bge-small-en-v1.5": 0.713},
    "nfcorpus": {"BM25": 0.322, "all-MiniLM-L6-v2": 0.316, "bge-small-en-v1.5": 0.343},
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--model")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--without-reranking", action="store_true")
    given = parser.parse_args()
    names = WAYS[:-1] if given.without_reranking else WAYS
    print(f"| nDCG@10 | {' | '.join(names)} | published |\n|---|{'---|' * len(names)}---|")
    for folder in given.folders:
        with tempfile.TemporaryDirectory() as scratch:
            home = (given.keep or Path(scratch)) / folder.name
            library = library_of(report_of(folder), Settings(home=home, embedding_model=given.model))
            print(row(folder, library, names), flush=True)


def row(folder: Path, library: Library, names: Sequence[str] = WAYS) -> str:
    queries = {each["_id"]: each["text"] for each in records(folder / "queries.jsonl")}
    wanted = relevant(folder / "qrels" / "test.tsv")
    scores: dict[str, list[float]] = defaultdict(list)
    for query, grades in tqdm(wanted.items(), file=sys.stderr):
        for way, found in ways(library, queries[query], names).items():
            scores[way].append(ndcg([match.passage.paragraph or "" for match in found], grades))
    figures = " | ".join(f"{mean(scores[way]):.3f}" for way in names)
    model = library.embedder()
    published = PUBLISHED.get(folder.name, {})
    beside = ", ".join(f"{name} {published[name]}" for name in ("BM25", model.name) if name in published)
    return f"| {folder.name}, {model.key}, {len(wanted)} queries | {figures} | {beside} |"


def ways(library: Library, query: str, names: Sequence[str] = WAYS) -> dict[str, list[Match]]:
    """What is found by each list alone, by both, and by both with the first of them reranked."""
    found = search_in(library, query, library.sources(), limit=2 * DEPTH)
    by_words = sorted((match for match in found if match.by_words), key=lambda match: match.by_words or 0)
    by_meaning = sorted((each for each in found if each.by_meaning), key=lambda each: each.by_meaning or 0)
    lists = [by_words, by_meaning, found]
    if WAYS[-1] in names:
        lists.append([match for match, _ in best_passages(query, found[:PASSAGES])])
    return dict(zip(names, lists, strict=True))


def ndcg(found: list[str], grades: dict[str, int]) -> float:
    """Of the first ten, as trec_eval has it: the grade itself is the gain."""
    gained = [grades.get(each, 0) for each in found[:FIRST]]
    best = sorted(grades.values(), reverse=True)[:FIRST]
    return _discounted(gained) / _discounted(best)


def _discounted(gains: list[int]) -> float:
    return sum(gain / math.log2(place + 1) for place, gain in enumerate(gains, 1))


def relevant(path: Path) -> dict[str, dict[str, int]]:
    """For each query, the texts that answer it and how well."""
    wanted: dict[str, dict[str, int]] = defaultdict(dict)
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        query, text, grade = line.split("\t")
        wanted[query][text] = int(grade)
    return dict(wanted)


def report_of(folder: Path) -> Report:
    """The texts as passages of one document; `paragraph` keeps the name the queries know them by."""
    sha256 = hashlib.sha256(folder.name.encode()).hexdigest()
    source = Source(sha256, "corpus.jsonl", "application/x-ndjson", "", (), Speaker.OTHER)
    passages = tuple(
        Passage(
            sha256=sha256,
            order=order,
            kind=Kind.FINDING,
            heading=(each["title"],) if each["title"] else (),
            paragraph=each["_id"],
            spans=(Span(1, 0, len(each["text"])),),
            text=each["text"],
        )
        for order, each in enumerate(records(folder / "corpus.jsonl"))
    )
    return Report(source, (), passages)


def records(path: Path) -> Iterator[dict]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def library_of(report: Report, settings: Settings) -> Library:
    """A library that holds `report` alone."""
    library = Library(settings)
    if library.sources():
        return library
    library.record_model()
    about = contexts(report)
    texts = [embedded(context, passage.text) for context, passage in zip(about, report.passages, strict=True)]
    vectors = library.cache.vectors(texts, library.embedder())
    with library.changing():
        library.store().add(report.source.sha256, [passage.id for passage in report.passages], vectors)
        with library.recording() as db:
            entries.put(db, report, about)
    return library


if __name__ == "__main__":
    main()
