"""Train the entailment model: python benchmarks/train_entailment.py HOME BENCH OUT

HOME is a library whose reports give sentences, BENCH the folder of public data. From the weights of
all-MiniLM-L6-v2 (Wang et al., MiniLM, NeurIPS 2020), read as a cross-encoder with three labels.
Its word vectors are kept as they are. Two threads, seed 1; `--pairs` says how many pairs are gone through.
"""

import argparse
import json
import os
import random
import sys
import time
from pathlib import Path

import numpy as np
import torch

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from entailment_pairs import Pair, is_held_out, public_pairs, report_pairs, written_pairs  # noqa: E402

from documents.report import Kind  # noqa: E402
from documents.sentences import sentences  # noqa: E402
from index import catalogue  # noqa: E402
from index.embed import default_weights  # noqa: E402
from index.library import Library  # noqa: E402
from index.settings import Settings  # noqa: E402

SEED = 1
THREADS = 2
BATCH = 32
LONGEST = 96  # tokens
RATE = 1e-4
WARM_UP = 0.06
NEAR = (0.45, 0.72)  # likeness of sentences on a like matter that do not say the same
SENTENCES = 7_000  # of reports, from which pairs are made
WRITTEN_TIMES = 4  # how often each claim written one by one stands among the pairs
POOL = 64  # batches sorted by length together
REPORT_EVERY = 50


def main() -> None:
    arguments = _arguments()
    os.environ["HF_HUB_OFFLINE"] = "1"
    torch.set_num_threads(THREADS)
    torch.manual_seed(SEED)
    library = Library(Settings(home=arguments.home))
    skipped = set(arguments.without.read_text().split()) if arguments.without else set()
    train, held = prepared(library, arguments.bench, skipped)
    print(
        f"{len(train)} pairs to train on, held out: { {name: len(pairs) for name, pairs in held.items()} }",
        flush=True,
    )
    model, tokenizer = opened()
    trained(model, tokenizer, train, held, arguments)
    model.save_pretrained(arguments.out)
    tokenizer.save_pretrained(arguments.out)
    (arguments.out / "held.json").write_text(json.dumps(measured(model, tokenizer, held), indent=1))


def prepared(library: Library, bench: Path, skipped: set[str]) -> tuple[list[Pair], dict[str, list[Pair]]]:
    """What to train on, and by name what to measure on. Files named in `skipped` give nothing."""
    chance = random.Random(SEED)
    held = {name: pairs[:600] for name, pairs in public_pairs(bench, held_out=True).items()}
    train = [pair for pairs in public_pairs(bench, held_out=False).values() for pair in pairs]
    used, apart = [], []
    for source in library.sources():
        if source.file in skipped or source.sample:
            continue
        (apart if is_held_out(source.sha256) else used).append(source.sha256)
    train += made_of(library, used, chance)
    held["reports"] = made_of(library, apart, chance)[:2000]
    told = {source.sha256: told_in(library, source.sha256) for source in library.sources()}
    for _ in range(WRITTEN_TIMES):  # each time framed in other ways
        train += written_pairs(told, False, chance)
    held["written"] = written_pairs(told, True, chance)
    chance.shuffle(train)
    return train, held


def made_of(library: Library, documents: list[str], chance: random.Random) -> list[Pair]:
    found = [
        (heading, sentence)
        for sha256 in documents
        for heading, sentence in told_in(library, sha256)
        if 45 <= len(sentence) <= 230
    ]
    chance.shuffle(found)
    found = found[:SENTENCES]
    vectors = library.embedder().embed([sentence for _, sentence in found])
    near = []
    for start in range(0, len(found), 500):
        likeness = vectors[start : start + 500] @ vectors.T
        for row in likeness:
            fitting = np.flatnonzero((row > NEAR[0]) & (row < NEAR[1]))
            near.append([int(at) for at in fitting[np.argsort(-row[fitting])][:8]])
    return list(report_pairs(found, near, chance))


def told_in(library: Library, sha256: str) -> list[tuple[str, str]]:
    """Each sentence of a document's findings and recommendations, with the heading above it."""
    with library.catalogue.reading() as db:
        passages = catalogue.passages(db, sha256)
    return [
        (passage.heading[-1] if passage.heading else "", passage.text[start:end])
        for passage in passages
        if passage.kind in (Kind.FINDING, Kind.RECOMMENDATION)
        for start, end in sentences(passage.text)
    ]


def opened() -> tuple:
    from transformers import AutoModelForSequenceClassification, AutoTokenizer

    folder = str(default_weights())
    model = AutoModelForSequenceClassification.from_pretrained(folder, num_labels=3)
    for weights in model.base_model.embeddings.parameters():
        weights.requires_grad_(False)
    return model, AutoTokenizer.from_pretrained(folder)


def trained(model, tokenizer, train: list[Pair], held: dict[str, list[Pair]], arguments) -> None:
    steps = arguments.pairs // BATCH
    weights = [each for each in model.parameters() if each.requires_grad]
    optimiser = torch.optim.AdamW(weights, lr=RATE, weight_decay=0.01)
    warm = max(1, int(WARM_UP * steps))
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, step / warm) * max(0.0, (steps - step) / max(1, steps - warm))
    )
    start, losses = time.time(), []
    for step, batch in enumerate(batches(train, steps), 1):
        model.train()
        losses.append(float(learnt(model, tokenizer, batch)))
        torch.nn.utils.clip_grad_norm_(weights, 1.0)
        optimiser.step()
        rate.step()
        optimiser.zero_grad(set_to_none=True)
        if step % REPORT_EVERY == 0:
            print(
                f"{step}/{steps} {time.time() - start:.0f} s loss {np.mean(losses[-REPORT_EVERY:]):.3f}",
                flush=True,
            )
        if step % (steps // 4) == 0:
            print(measured(model, tokenizer, {name: pairs[:200] for name, pairs in held.items()}), flush=True)
            model.save_pretrained(arguments.out / f"step-{step}")


def batches(train: list[Pair], steps: int):
    """Endlessly through the pairs, sorted by length within pools, until `steps` are done."""
    chance, done = random.Random(SEED), 0
    while done < steps:
        order = chance.sample(train, len(train))
        for start in range(0, len(order), BATCH * POOL):
            pool = sorted(order[start : start + BATCH * POOL], key=lambda pair: len(pair[0]) + len(pair[1]))
            cut = [pool[at : at + BATCH] for at in range(0, len(pool), BATCH)]
            chance.shuffle(cut)
            for batch in cut:
                if done == steps:
                    return
                done += 1
                yield batch


def learnt(model, tokenizer, batch: list[Pair]) -> torch.Tensor:
    """The loss, its gradients left in the model. What only 'does not entail' may be either other label."""
    labels = torch.tensor([label for _, _, label in batch])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits = scored(model, tokenizer, batch).float()
    chances = torch.log_softmax(logits, dim=1)
    not_entailed = torch.logsumexp(chances[:, 1:], dim=1)
    known = chances.gather(1, labels.clamp(max=2)[:, None])[:, 0]
    loss = -torch.where(labels == 3, not_entailed, known).mean()
    loss.backward()
    return loss.detach()


def scored(model, tokenizer, batch: list[Pair]) -> torch.Tensor:
    given = tokenizer(
        [pair[0] for pair in batch], [pair[1] for pair in batch],
        truncation="only_first" if all(len(pair[1]) < 400 for pair in batch) else True,
        max_length=LONGEST, padding=True, return_tensors="pt",
    )  # fmt: skip
    return model(**given).logits


def measured(model, tokenizer, held: dict[str, list[Pair]]) -> dict[str, float]:
    """The share of labels right; of two labels where only two are known."""
    model.eval()
    shares = {}
    for name, pairs in held.items():
        right = 0
        for start in range(0, len(pairs), 64):
            some = pairs[start : start + 64]
            with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
                best = scored(model, tokenizer, some).argmax(dim=1).tolist()
            right += sum(
                (given == label) if label < 3 else given != 0
                for given, (_, _, label) in zip(best, some, strict=True)
            )
        shares[name] = round(right / max(1, len(pairs)), 3)
    return shares


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("home", type=Path)
    parser.add_argument("bench", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--pairs", type=int, default=40_000)
    parser.add_argument("--without", type=Path, help="a list of file names that give no sentences")
    return parser.parse_args()


if __name__ == "__main__":
    main()
