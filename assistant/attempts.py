"""Attempts to log in, limited by name and by address, so that passwords cannot be found by trying."""

import ipaddress
import threading
import time
from collections.abc import Callable, Hashable, Sequence

MINUTES = 15
BY_NAME = 5  # failures within those minutes
BY_ADDRESS = 20  # a whole office may share one
Key = tuple[str, Hashable]


class Attempts:
    """Failures of late. An attempt counts as one until it has succeeded, so many at once gain nothing."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self._clock = clock
        self._failed: dict[Key, list[float]] = {}
        self._lock = threading.Lock()

    def begin(self, name: str, address: str) -> float | None:
        """Count an attempt. Where there were too many, it is refused: when the next will be allowed."""
        return self._counted([(("name", name), BY_NAME), (_of(address), BY_ADDRESS)])

    def begin_token(self, address: str) -> float | None:
        """As `begin`, for a token that is nobody's; it bars nobody at that address from logging in."""
        return self._counted([(("token", _of(address)), BY_ADDRESS)])

    def succeeded(self, name: str, address: str) -> None:
        """The name's failures are forgotten; of the address's, only this attempt: others may be trying."""
        with self._lock:
            self._failed.pop(("name", name), None)
            if times := self._failed.get(_of(address)):
                times.pop()

    def _counted(self, limits: Sequence[tuple[Key, int]]) -> float | None:
        now = self._clock()
        with self._lock:
            self._forget(now - MINUTES * 60)
            full = [self._failed[key] for key, most in limits if len(self._failed.get(key, ())) >= most]
            if full:
                return max(times[0] for times in full) + MINUTES * 60
            for key, _ in limits:
                self._failed.setdefault(key, []).append(now)
        return None

    def _forget(self, before: float) -> None:
        kept = {key: [at for at in times if at > before] for key, times in self._failed.items()}
        self._failed = {key: times for key, times in kept.items() if times}


def _of(address: str) -> Key:
    """An IPv4 address, or the network of an IPv6 address: one machine has as many of those as it likes."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "address", address
    return "address", str(
        ipaddress.ip_network((parsed, 64), strict=False)
    ) if parsed.version == 6 else address
