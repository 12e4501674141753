"""Who is logged in: sessions that end after a time unused, and after a time in any case."""

import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from assistant.passwords import fingerprint

IDLE_MINUTES = 60
LONGEST_HOURS = 12  # a day's work
MOST = 10_000


@dataclass(frozen=True, slots=True)
class Session:
    """Of the user of this name, for as long as their password stays the one it was begun with."""

    name: str
    password: str
    begun: float
    used: float


class Sessions:
    """Kept in this process alone: a restart ends them all. Of their keys only fingerprints are known."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._open: dict[str, Session] = {}
        self._lock = threading.Lock()

    def begin(self, name: str, password: str) -> str:
        """The key of a new session, for the browser to show again."""
        key, now = secrets.token_urlsafe(32), self._clock()
        with self._lock:
            self._open = {mark: session for mark, session in self._open.items() if _lasts(session, now)}
            if len(self._open) >= MOST:
                del self._open[min(self._open, key=lambda mark: self._open[mark].used)]
            self._open[fingerprint(key)] = Session(name, password, now, now)
        return key

    def used(self, key: str) -> Session | None:
        """The session with this key, which is used by that; None where it has ended, or never was."""
        mark, now = fingerprint(key), self._clock()
        with self._lock:
            session = self._open.get(mark)
            if session is None or not _lasts(session, now):
                self._open.pop(mark, None)
                return None
            self._open[mark] = replace(session, used=now)
            return session

    def end(self, key: str) -> None:
        with self._lock:
            self._open.pop(fingerprint(key), None)


def _lasts(session: Session, now: float) -> bool:
    return now - session.used < IDLE_MINUTES * 60 and now - session.begun < LONGEST_HOURS * 3600
