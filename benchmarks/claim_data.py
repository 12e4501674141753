"""The entailment model on public claim-verification pairs with gold evidence: claim_data.py BENCH

BENCH is the folder of public data. Nothing of these sets was trained on. Prints label accuracy beside the
share of the commonest label, and the mean of the shares right of each label (balanced accuracy).
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from assistant.entailment import Entailed, entailment  # noqa: E402

LABELS = {
    "SUPPORTS": "s", "SUPPORT": "s", "SUPPORTED": "s", "supported": "s", "Supports": "s",
    "REFUTES": "r", "CONTRADICT": "r", "REFUTED": "r", "Refutes": "r",
    "NEI": "n", "Neutral": "n", "NOT_ENOUGH_INFO": "n", "not_supported": "n", "partially_supported": "n",
    "not": "n", "partially": "n",
}  # fmt: skip
SETS = (
    "scifact/verify_dev_oracle_abstract.jsonl",
    "healthver/test.jsonl",
    "covidfact/all.jsonl",
    "wice/claim_test_oracle_chunks.jsonl",
)
SHOWN = 30  # sentences of evidence, at most


def main(bench: Path) -> None:
    print("| set | pairs | labels | right | balanced | commonest label |\n|---|---|---|---|---|---|")
    for name in SETS:
        pairs = [pair for pair in _pairs(bench / name) if pair[2]]
        labels = sorted({label for _, _, label in pairs})
        counts = Counter(label for _, _, label in pairs)
        right = Counter(
            label
            for claim, evidence, label in pairs
            if _label(entailment().judge(claim, evidence), labels) == label
        )
        balanced = sum(right[label] / counts[label] for label in labels) / len(labels)
        most = counts.most_common(1)[0][1] / len(pairs)
        print(
            f"| {name} | {len(pairs)} | {len(labels)} | {right.total() / len(pairs):.3f}"
            f" | {balanced:.3f} | {most:.3f} |",
            flush=True,
        )


def _pairs(path: Path) -> Iterator[tuple[str, list[str], str | None]]:
    """A claim, its evidence and its label. Where it comes in chunks, the rows of one claim are one."""
    with path.open(encoding="utf-8") as lines:
        rows = list(map(json.loads, lines))
    in_chunks = path.stem.endswith("chunks")
    for _, group in groupby(enumerate(rows), key=lambda at: at[1]["id"] if in_chunks else at[0]):
        together = [row for _, row in group]
        texts = [text for row in together for text in _texts(row)]
        yield together[0]["claim"], texts[:SHOWN], LABELS.get(together[0]["label"])


def _texts(row: dict[str, Any]) -> list[str]:
    evidence = row.get("sentences") or row["evidence"]
    return [str(text) for text in (evidence if isinstance(evidence, list) else [evidence])]


def _label(judged: list[Entailed], labels: list[str]) -> str:
    """By the piece of evidence that says most."""
    best = min(judged, key=lambda each: each.neither)
    shares = {"s": best.bears_out, "r": best.denies, "n": best.neither}
    return max(labels, key=lambda label: shares[label])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
