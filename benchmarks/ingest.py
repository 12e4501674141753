"""Reading, embedding and storing the same reports, by us and by the LangChain tutorials' pipeline.

python3 -m venv benchmarks/.venv
benchmarks/.venv/bin/python -m pip install -r benchmarks/requirements.txt -c requirements.lock
benchmarks/.venv/bin/python benchmarks/ingest.py ../shared/corpus/reports [--count 30] [--rounds 2]
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
OURS, THEIRS = "ours", "the tutorials'"


@dataclass(frozen=True)
class Cost:
    wall: float  # seconds
    processor: float  # seconds of all cores together
    memory: float  # the most held at once, in MiB


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("reports", type=Path)
    parser.add_argument("--count", type=int, default=30)
    parser.add_argument("--rounds", type=int, default=2)
    given = parser.parse_args()
    paths = [str(path.resolve()) for path in sorted(given.reports.glob("*.pdf"))[: given.count]]
    costs: dict[str, list[Cost]] = {OURS: [], THEIRS: []}
    for number in range(given.rounds):
        for name in (OURS, THEIRS) if number % 2 == 0 else (THEIRS, OURS):
            costs[name].append(cost(name, paths))
            print(f"round {number + 1}, {name}: {costs[name][-1]}", file=sys.stderr)
    print(table(costs))
    return 0


def cost(name: str, paths: list[str]) -> Cost:
    """What it costs in a process and folder of its own, from the start of Python to its end."""
    with tempfile.TemporaryDirectory() as folder:
        words = ["-m", "index", "add"] if name == OURS else [str(ROOT / "benchmarks" / "tutorial.py"), folder]
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "INSPECTION_HOME": folder}
        environment |= {"ANONYMIZED_TELEMETRY": "False", "HF_HUB_OFFLINE": "1"}
        start = time.perf_counter()
        with open(os.devnull, "wb") as nowhere:  # noqa: PTH123
            process = subprocess.Popen(
                [sys.executable, *words, *paths], env=environment, cwd=folder, stdout=nowhere, stderr=nowhere
            )
            _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    if status:
        raise SystemExit(f"{name} failed; run it by hand: {' '.join(words)} …")
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def table(costs: dict[str, list[Cost]]) -> str:
    rows = ["| pipeline | wall, s | processor, s | most memory, MiB |", "|---|---|---|---|"]
    middle = {
        name: Cost(
            median(each.wall for each in those),
            median(each.processor for each in those),
            median(each.memory for each in those),
        )
        for name, those in costs.items()
    }
    rows += [
        f"| {name} | {each.wall:.0f} | {each.processor:.0f} | {each.memory:.0f} |"
        for name, each in middle.items()
    ]
    ours, theirs = middle[OURS], middle[THEIRS]
    rows.append(
        f"| ours in shares of theirs | {ours.wall / theirs.wall:.2f} |"
        f" {ours.processor / theirs.processor:.2f} | {ours.memory / theirs.memory:.2f} |"
    )
    return "\n".join(rows)


if __name__ == "__main__":
    sys.exit(main())
