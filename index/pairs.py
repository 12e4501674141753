"""Running a cross-encoder: a model that reads two texts together and says how they stand to each other."""

from collections.abc import Sequence
from typing import Any

import numpy as np

BATCH = 16


class Pairs:
    """An open ONNX session with its tokeniser, which is set to cut what is too long."""

    def __init__(self, session: Any, tokenizer: Any) -> None:
        self._session, self._tokenizer = session, tokenizer
        self._inputs = {given.name for given in session.get_inputs()}
        self._labels = int(session.get_outputs()[0].shape[-1])

    def logits(self, pairs: Sequence[tuple[str, str]]) -> np.ndarray:
        """An array of shape (len(pairs), labels), batched by length so that little is padding."""
        encoded = self._tokenizer.encode_batch(list(pairs))
        order = sorted(range(len(pairs)), key=lambda at: len(encoded[at].ids))
        logits = np.empty((len(pairs), self._labels), np.float32)
        for start in range(0, len(order), BATCH):
            some = order[start : start + BATCH]
            logits[some] = self._run([encoded[at] for at in some])
        return logits

    def _run(self, batch: list[Any]) -> np.ndarray:
        longest = max(len(each.ids) for each in batch)
        arrays = {
            "input_ids": _padded([each.ids for each in batch], longest),
            "attention_mask": _padded([each.attention_mask for each in batch], longest),
            "token_type_ids": _padded([each.type_ids for each in batch], longest),
        }
        given = {name: array for name, array in arrays.items() if name in self._inputs}
        return np.asarray(self._session.run(None, given)[0], np.float32)


def _padded(rows: list[list[int]], longest: int) -> np.ndarray:
    return np.array([row + [0] * (longest - len(row)) for row in rows], np.int64)
