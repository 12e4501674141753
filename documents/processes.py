"""Work in a process of its own, with limits: a file that breaks or overwhelms a library harms nothing else.

A worker does one piece of work after another, and is replaced when one has broken it. It is started like a
command, not spawned from its caller: so it is alike on every platform, starts with nothing but what the work
imports, and serves threads, notebooks and scripts. Its memory is limited where the platform can: Windows has
no such limit, and macOS does not keep to it.
"""

import os
import pickle
import signal
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import IO, Any

from documents.patience import asking
from documents.problem import UnreadableReport

MOST_SECONDS = 3600.0  # with what the work asks for
MOST_MEMORY = 4 * 1024**3  # bytes
ROOT = Path(__file__).resolve().parents[1]
OUT_OF_MEMORY = -9  # how Linux ends a process when the machine's memory is full


class Why(StrEnum):
    """How a piece of work came to nothing."""

    LATE = "it took too long"
    TOO_MUCH = "it needed too much memory"
    BROKE_DOWN = "it ended its process"
    FAILED = "it failed in a way nobody foresaw"


@dataclass(frozen=True, slots=True)
class Broken:
    """`seconds` is how long it was allowed to take, `told` what the log is told of it."""

    why: Why
    told: str
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class _Patience:
    """What a worker says when the document needs so many more seconds."""

    seconds: float


class Worker:
    """The caller's end of a worker."""

    def __init__(self) -> None:
        command = [sys.executable, "-c", "from documents.processes import serve; serve()"]
        self._process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._late = False

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def done(self, seconds: float, work: Callable[..., Any], *arguments: Any) -> Any:
        """What `work`, a function of a module, gives back: that, the error it raised, or Broken."""
        assert self._process.stdin and self._process.stdout
        allowed, timer = seconds, self._timer(seconds)
        try:
            _send(self._process.stdin, (work, arguments))
            while isinstance(reply := pickle.load(self._process.stdout), _Patience):
                timer.cancel()
                allowed = min(allowed + reply.seconds, MOST_SECONDS)
                timer = self._timer(allowed)
        except (OSError, EOFError, pickle.UnpicklingError):
            self._process.wait()
            return Broken(self._why(), f"the worker ended with {self._process.returncode}", allowed)
        finally:
            timer.cancel()
        return reply

    def end(self) -> None:
        self._process.kill()
        self._process.communicate()

    def _timer(self, seconds: float) -> threading.Timer:
        timer = threading.Timer(seconds, self._give_up)
        timer.daemon = True
        timer.start()
        return timer

    def _give_up(self) -> None:
        self._late = True
        self._process.kill()

    def _why(self) -> Why:
        if self._late:
            return Why.LATE
        return Why.TOO_MUCH if self._process.returncode == OUT_OF_MEMORY else Why.BROKE_DOWN


def serve() -> None:
    """The worker's end: do what is asked for until nobody asks any more."""
    asked, told = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not mix with the replies
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it ends when its caller does
    _limit_memory()
    with suppress(EOFError, OSError):  # nobody asks any more
        while True:
            work, arguments = pickle.load(asked)
            with asking(lambda seconds: _send(told, _Patience(seconds))):
                outcome = _outcome(work, arguments)
            _send(told, outcome)


def _outcome(work: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
    try:
        return work(*arguments)
    except (UnreadableReport, OSError) as problem:
        return problem
    except MemoryError:
        return Broken(Why.TOO_MUCH, "MemoryError")
    except Exception:  # whatever a broken file makes of a library
        return Broken(Why.FAILED, traceback.format_exc())


def _send(stream: IO[bytes], said: object) -> None:
    pickle.dump(said, stream)
    stream.flush()


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
