"""Long work told step by step, so that a page can show how far it is and can stop it between two steps."""

from collections.abc import Generator
from dataclasses import dataclass
from typing import TypeVar

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Step:
    """How much is done, of how much."""

    done: int
    of: int


Steps = Generator[Step, None, Found]  # a step at a time; what was found is returned at the end


def finished(steps: Steps[Found]) -> Found:
    """What the steps come to, for whoever need not be told how far they are."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: Found = end.value
            return found
