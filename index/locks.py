"""Locks that other processes respect, and a word where one of them never lets go."""

from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from documents.problem import KnownProblem

LONGEST_WAIT = 600.0  # seconds: a program that was stopped while it wrote holds its lock until it is ended


@contextmanager
def held(lock: FileLock, wait: float = LONGEST_WAIT) -> Iterator[None]:
    """KnownProblem where another process has not let go of it for `wait` seconds."""
    try:
        lock.acquire(timeout=wait)
    except Timeout as error:
        raise KnownProblem(
            f"Another program has kept the library ({lock.lock_file}) to itself for {wait / 60:.0f} minutes."
            " Wait until it has finished; if it was stopped or hangs, end it. Then try again."
        ) from error
    try:
        yield
    finally:
        lock.release()
