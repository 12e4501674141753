"""Reads 300 damaged copies of real PDFs, and files made to overwhelm a reader; prints what became of each.

.venv/bin/python benchmarks/hostile.py ../shared/corpus/reports [--count 300] [--seed 1] [--no-bombs]
"""

import argparse
import logging
import random
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.bombs import make_bombs  # noqa: E402
from documents.problem import UnreadableReport  # noqa: E402
from documents.worker import end_all, read_safely  # noqa: E402


@dataclass(frozen=True)
class Trial:
    """What became of one file."""

    kind: str
    file: str
    outcome: str
    seconds: float


def truncated(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(1, len(content))]


def flipped(content: bytes, chance: random.Random) -> bytes:
    """Up to 200 bits turned over."""
    damaged = bytearray(content)
    for _ in range(chance.choice((1, 5, 20, 200))):
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def spliced(content: bytes, other: bytes, chance: random.Random) -> bytes:
    """The beginning of one file and the end of another, or a stretch of it in the middle."""
    start, end = chance.randrange(1, len(content)), chance.randrange(1, len(other))
    tail = content[start:] if chance.random() < 0.5 else b""
    return content[:start] + other[end : end + chance.randrange(1, 100_000)] + tail or other[end:]


def damaged_files(folder: Path, originals: list[Path], count: int, seed: int) -> Iterator[tuple[str, Path]]:
    """`count` damaged copies, the same ones for the same seed."""
    chance = random.Random(seed)
    for number in range(count):
        kind = ("truncated", "flipped", "spliced")[number % 3]
        content, other = (chance.choice(originals).read_bytes() for _ in range(2))
        made = spliced(content, other, chance) if kind == "spliced" else globals()[kind](content, chance)
        path = folder / f"{kind}-{number}.pdf"
        path.write_bytes(made)
        yield kind, path


def trial(kind: str, path: Path) -> Trial:
    begun = time.perf_counter()
    try:
        outcome = f"read ({'with OCR' if _scanned(path) else 'all of it text'})"
    except UnreadableReport as problem:
        outcome = f"refused: {str(problem).replace(path.name, '…')}"
    return Trial(kind, path.name, outcome, time.perf_counter() - begun)


def _scanned(path: Path) -> bool:
    return any(page.read_by == "ocr" for page in read_safely(path).pages)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-bombs", action="store_true")
    arguments = parser.parse_args()
    logging.disable()
    originals = sorted(arguments.folder.glob("*.pdf"))
    trials = []
    with tempfile.TemporaryDirectory() as folder:
        bombs = [] if arguments.no_bombs else make_bombs(Path(folder))
        for path in bombs:
            trials.append(trial("bomb", path))
            print(f"{trials[-1].seconds:7.1f} s  {path.name}: {trials[-1].outcome}", flush=True)
        for kind, path in damaged_files(Path(folder), originals, arguments.count, arguments.seed):
            trials.append(trial(kind, path))
            path.unlink()
    end_all()
    _print_table(trials)
    return 0


def _print_table(trials: list[Trial]) -> None:
    for kind in ("truncated", "flipped", "spliced"):
        print(f"\n{kind}")
        for outcome, count in Counter(each.outcome for each in trials if each.kind == kind).most_common():
            print(f"{count:5}  {outcome}")
    slowest = max(trials, key=lambda each: each.seconds)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
    print(
        f"\n{len(trials)} files in {sum(each.seconds for each in trials):.0f} s, none of which ended the run."
    )
    print(f"Slowest: {slowest.file}, {slowest.seconds:.1f} s. Peak memory of a worker: {peak:.0f} MB.")


if __name__ == "__main__":
    sys.exit(main())
