"""Write a trained entailment model as int8 ONNX: python benchmarks/export_entailment.py TRAINED OUT.onnx

Needs the package onnx (Apache-2.0) beside the requirements. Weights become int8 by dynamic quantisation; the
largest difference in any probability over some pairs is printed.
"""

import sys
import tempfile
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from transformers import AutoModelForSequenceClassification, AutoTokenizer

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from index.embed import default_weights  # noqa: E402

INPUTS = ["input_ids", "attention_mask", "token_type_ids"]
PAIRS = (
    ("Plans are reviewed on time.", "Reviews of plans are late."),
    ("Most care leavers live in suitable homes.", "Nearly all care leavers have somewhere suitable to live."),
    ("Social workers visit children often.", "The council has bought new software."),
)


def main(trained: Path, out: Path) -> None:
    torch.set_num_threads(1)
    model = AutoModelForSequenceClassification.from_pretrained(trained, attn_implementation="eager").eval()
    tokenizer = AutoTokenizer.from_pretrained(str(default_weights()))
    given = tokenizer(
        [pair[0] for pair in PAIRS], [pair[1] for pair in PAIRS], padding=True, return_tensors="pt"
    )
    arguments = tuple(given[name] for name in INPUTS)
    whole = Path(tempfile.mkdtemp()) / "whole.onnx"
    torch.onnx.export(
        _Plain(model).eval(), arguments, str(whole),
        input_names=INPUTS, output_names=["logits"], opset_version=17,
        dynamic_axes={name: {0: "pairs", 1: "tokens"} for name in INPUTS} | {"logits": {0: "pairs"}},
        dynamo=False,
    )  # fmt: skip
    quantize_dynamic(str(whole), str(out), per_channel=True, weight_type=QuantType.QInt8)
    session = onnxruntime.InferenceSession(str(out), providers=["CPUExecutionProvider"])
    (ours,) = session.run(None, {name: given[name].numpy() for name in INPUTS})
    theirs = model(**given).logits.detach().numpy()
    print(
        f"{out}: {out.stat().st_size / 1e6:.1f} MB,"
        f" differs by {np.abs(_shares(ours) - _shares(theirs)).max():.3f}"
    )


class _Plain(torch.nn.Module):
    """The logits alone."""

    def __init__(self, model: torch.nn.Module) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, types: torch.Tensor) -> torch.Tensor:
        return self.model(input_ids=ids, attention_mask=mask, token_type_ids=types).logits


def _shares(logits: np.ndarray) -> np.ndarray:
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
