"""Killed at any moment, the library is whole, and the same command run again finishes the work."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import MakePdf

from assistant.answer import answer
from assistant.evidence import Outcome
from documents.samples import sample_files
from index import build
from index.check import check
from index.library import Library

SEED = 20260803
KILLS = 5
LETTERS = 24
JITTER = 0.08  # seconds; adding one of these documents takes about half of it
SGO = "What must Trafford improve on SGOs?"
SWIMMING = "How many children in Sheffield can swim?"


@pytest.fixture
def letters(emptied: Library, make_pdf: MakePdf) -> list[Path]:
    """Letters whose vectors are cached, so that a command spends its time on what a kill may break."""
    paths = [
        make_pdf(
            f"letter-{number:02}.pdf",
            f"Inspection of Sheffield children's services, visit {number}",
            *(f"On day {day} of visit {number}, {day} children could swim." for day in range(1, 5)),
        )
        for number in range(LETTERS)
    ]
    for landed in list(build.build(emptied, paths)):
        assert landed.report is not None
        build.remove(emptied, landed.report.source.sha256)
    emptied.close()
    return paths


def killed(environment: dict[str, str], words: list[str], lines: int, jitter: float) -> None:
    """Kills a command `jitter` seconds after it has printed so many lines."""
    command = [sys.executable, "-m", "index", *words]
    with subprocess.Popen(
        command,
        env={**environment, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        for _ in range(lines):
            process.stdout.readline()
        time.sleep(jitter)
        process.kill()


def assert_whole(library: Library, question: str) -> None:
    """As a person would find it: first they ask, then they check."""
    found = answer(Library(library.settings), question)
    assert found.outcome in (Outcome.ANSWERED, Outcome.NOT_IN_DOCUMENTS)
    assert check(Library(library.settings)) == []


def test_adding_survives_five_kills_and_a_final_run_completes_it(
    emptied: Library, letters: list[Path], environment: dict[str, str]
) -> None:
    chance = random.Random(SEED)
    samples, rest = [str(path) for path in sample_files()], [str(path) for path in letters]
    killed(environment, ["add", *samples], 2, chance.uniform(0, JITTER))
    assert_whole(emptied, SGO)
    for _ in range(KILLS - 1):
        killed(environment, ["add", *rest], chance.randint(0, 3), chance.uniform(0, JITTER))
        assert_whole(emptied, SWIMMING)
        assert len({source.sample for source in emptied.sources()}) == 1
    assert emptied.sources()
    final = subprocess.run(
        [sys.executable, "-m", "index", "add", *rest], env=environment, capture_output=True, text=True
    )
    assert final.returncode == 0, final.stderr
    assert sorted(source.file for source in emptied.sources()) == [path.name for path in letters]
    assert len(emptied.originals.all()) == LETTERS
    assert_whole(emptied, SWIMMING)


def test_a_rebuild_that_is_killed_changes_nothing(changeable: Library, environment: dict[str, str]) -> None:
    chance = random.Random(SEED)
    before = changeable.sources()
    for _ in range(3):
        killed(environment, ["rebuild"], 0, chance.uniform(0.6, 1.6))
        assert changeable.sources() == before
        assert_whole(changeable, SGO)
