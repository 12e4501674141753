"""How a reader with a long task before it asks for time from whoever waits for it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_asked: ContextVar[Callable[[float], None] | None] = ContextVar("asked", default=None)


def ask_for(seconds: float) -> None:
    """Say that the work ahead may take so much longer. Nobody need be waiting."""
    if asked := _asked.get():
        asked(seconds)


@contextmanager
def asking(asked: Callable[[float], None]) -> Iterator[None]:
    """While this lasts, `asked` hears of every call of `ask_for`."""
    token = _asked.set(asked)
    try:
        yield
    finally:
        _asked.reset(token)
