"""Kills `index add` over real reports at random moments; after each kill, asking works and `check` is clean.

.venv/bin/python benchmarks/crash.py ../shared/corpus/reports [--count 30] [--kills 20] [--seed 1] [--warm]

With --warm it first embeds the reports elsewhere, so that more of the time goes into what a kill may break.
"""

import argparse
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
QUESTION = "How well are children in care supported in Trafford?"
LONGEST = 20.0  # seconds; a kill comes at any time up to this
IN_A_WRITE = 0.25  # seconds; every other kill waits for a write to begin, and comes up to this much later


@dataclass(frozen=True)
class Command:
    home: Path

    def start(self, *words: str) -> "subprocess.Popen[bytes]":
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "INSPECTION_HOME": str(self.home)}
        return subprocess.Popen(
            [sys.executable, "-m", *words],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def status(self, *words: str) -> int:
        return self.start(*words).wait()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("reports", type=Path)
    parser.add_argument("--count", type=int, default=30)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--warm", action="store_true")
    given = parser.parse_args()
    paths = [str(path) for path in sorted(given.reports.glob("*.pdf"))[: given.count]]
    with tempfile.TemporaryDirectory() as folder:
        if given.warm:
            warm(Path(folder), paths)
        print("| kill | when | after, s | documents | ask | check |\n|---|---|---|---|---|---|", flush=True)
        return run(Command(Path(folder) / "home"), paths, given.kills, random.Random(given.seed))


def warm(folder: Path, paths: list[str]) -> None:
    """Leave the vectors of the reports in the cache of an empty library."""
    elsewhere = Command(folder / "elsewhere")
    elsewhere.status("index", "add", *paths)
    (folder / "home").mkdir()
    shutil.copy(elsewhere.home / "vectors.sqlite", folder / "home")


def run(command: Command, paths: list[str], kills: int, chance: random.Random) -> int:
    failures = 0
    for number in range(1, kills + 1):
        in_a_write = number % 2 == 0
        after = kill(command, paths, chance.uniform(0, IN_A_WRITE if in_a_write else LONGEST), in_a_write)
        failures += tell(command, str(number), "while writing" if in_a_write else "any moment", after)
    start = time.perf_counter()
    completed = command.status("index", "add", *paths) == 0 and documents(command) == len(paths)
    failures += tell(
        command, "final", "completed" if completed else "NOT COMPLETED", time.perf_counter() - start
    )
    return 1 if failures or not completed else 0


def kill(command: Command, paths: list[str], seconds: float, in_a_write: bool) -> float:
    """How long after its start the command was killed."""
    start = time.perf_counter()
    process = command.start("index", "add", *paths)
    while in_a_write and process.poll() is None and not list(command.home.glob("chroma/*.writing")):
        time.sleep(0.001)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    return time.perf_counter() - start


def tell(command: Command, number: str, when: str, after: float) -> int:
    held = documents(command)
    asked = command.status("assistant", "ask", QUESTION) == 0 or held == 0
    checked = command.status("index", "check") == 0
    works, clean = "works" if asked else "FAILS", "clean" if checked else "NOT CLEAN"
    print(f"| {number} | {when} | {after:.1f} | {held} | {works} | {clean} |", flush=True)
    return (not asked) + (not checked)


def documents(command: Command) -> int:
    """How many the library holds, by the record."""
    if not (command.home / "library.sqlite").exists():
        return 0
    with closing(sqlite3.connect(command.home / "library.sqlite")) as db:
        return int(db.execute("SELECT count(*) FROM documents").fetchone()[0])


if __name__ == "__main__":
    sys.exit(main())
