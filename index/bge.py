"""bge-small-en-v1.5 (int8 ONNX) as a sentence-transformers model. Xiao et al., C-Pack, SIGIR 2024."""

from pathlib import Path
from typing import Any

import numpy as np

from index.onnx import folder_of, opened

NAME = "bge-small-en-v1.5"
PRECISION = "int8"
WEIGHTS_SHA256 = "68807e3ff2abb83cdd708d8243fd398246e397bfee2ba611c2bad728e27df743"
LONGEST = 512  # tokens
PROMPTS = {"query": "Represent this sentence for searching relevant passages: "}  # before questions alone


def load(folder: Path | None = None) -> Any:
    """The model in `folder`, else the one that comes with the requirements."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.base.modules import Normalize

    session, tokenizer = opened(folder or folder_of("bge_small_en"), WEIGHTS_SHA256)
    tokenizer.enable_truncation(LONGEST)
    modules = [_input_module(session, tokenizer), Normalize()]
    return SentenceTransformer(modules=modules, device="cpu", prompts=PROMPTS)


def _input_module(session: Any, tokenizer: Any) -> Any:
    """Texts to vectors. The class is made here, for to import its parent takes seconds."""
    import torch
    from sentence_transformers.base.modules import InputModule

    class Onnx(InputModule):  # type: ignore[misc]
        def preprocess(self, inputs: list[str], prompt: str | None = None, **_: Any) -> dict[str, Any]:
            return {"encoded": tokenizer.encode_batch([(prompt or "") + text for text in inputs])}

        def forward(self, features: dict[str, Any], **_: Any) -> dict[str, Any]:
            vectors = np.stack([first_token(session, encoded) for encoded in features["encoded"]])
            return {"sentence_embedding": torch.from_numpy(vectors)}

        def save(self, *_: Any, **__: Any) -> None:
            raise NotImplementedError(f"{NAME} lies in the package {folder_of('bge_small_en')}.")

    return Onnx()


def first_token(session: Any, encoded: Any) -> np.ndarray:
    """The last layer at the first token, which stands for the whole text.

    Each text is run alone: in int8, what stands beside it in a batch would change its vector.
    """
    given = {
        "input_ids": encoded.ids,
        "attention_mask": encoded.attention_mask,
        "token_type_ids": encoded.type_ids,
    }
    outputs = session.run(None, {name: np.array([ids], np.int64) for name, ids in given.items()})
    return np.asarray(outputs[0][0, 0], np.float32)
