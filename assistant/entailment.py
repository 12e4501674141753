"""Whether one sentence follows from another: a small cross-encoder trained for this, in int8 ONNX.

`models/entailment.onnx` comes from the weights of all-MiniLM-L6-v2 (Wang et al., MiniLM, NeurIPS 2020) and is
trained on public pairs, pairs made from reports, and claims written for it: benchmarks/train_entailment.py.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from index.embed import default_weights
from index.onnx import opened_files
from index.pairs import Pairs

WEIGHTS = Path(__file__).parent / "models" / "entailment.onnx"
WEIGHTS_SHA256 = "80e63605076f97d5a29737357171ae9cd0ef5f6a45e53c9a46e925416f2f972d"
REMEDY = "Take the project's files again, from where you had them."
LONGEST = 160  # tokens of evidence and claim together


@dataclass(frozen=True, slots=True)
class Entailed:
    """Three shares that make 1: the evidence bears the claim out, denies it, or says neither."""

    bears_out: float
    denies: float
    neither: float


class Entailment:
    """Open it once; the same pair always gives the same shares."""

    def __init__(self) -> None:
        tokenizer_file = default_weights() / "tokenizer.json"
        session, tokenizer = opened_files(WEIGHTS, tokenizer_file, WEIGHTS_SHA256, REMEDY)
        tokenizer.enable_truncation(LONGEST, strategy="longest_first")
        self._pairs = Pairs(session, tokenizer)

    def judge(self, claim: str, evidence: Sequence[str]) -> list[Entailed]:
        """How each piece of evidence stands to the claim, in order."""
        if not evidence:
            return []
        logits = self._pairs.logits([(each, claim) for each in evidence])
        powers = np.exp(logits - logits.max(axis=1, keepdims=True))
        return [Entailed(*map(float, row)) for row in powers / powers.sum(axis=1, keepdims=True)]


@cache
def entailment() -> Entailment:
    """The one such model of this process."""
    return Entailment()
