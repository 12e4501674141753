"""People for the tests: a file of users with passwords and tokens that the tests know."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import bcrypt

from assistant.passwords import fingerprint
from assistant.people import Role

PASSWORD = "three plain words"
TOKEN = "iea_of-the-reader"


@cache
def kept() -> str:
    """The hash of the password, of the least cost: that of the commands is slow on purpose."""
    return bcrypt.hashpw(PASSWORD.encode(), bcrypt.gensalt(4)).decode()


@dataclass
class Clock:
    """Tells the time that a test sets."""

    now: float = 1_000_000.0

    def __call__(self) -> float:
        return self.now


def write_users(path: Path, *names: str, password: str | None = None) -> Path:
    """Users of these names; of each role in turn, the first being a reader with the token."""
    roles = list(Role)
    users = [
        {
            "name": name,
            "role": str(roles[place % len(roles)]),
            "password": password or kept(),
            "token": fingerprint(TOKEN) if place == 0 else None,
        }
        for place, name in enumerate(names)
    ]
    written = path.with_name("being-written.json")
    written.write_text(json.dumps({"users": users}), encoding="utf-8")
    written.replace(path)
    return path
