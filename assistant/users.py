"""The file of users: who they are, what they may do, and what passwords and tokens are checked against."""

import json
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock

from assistant.passwords import fingerprint, is_hash, same
from assistant.people import Person, Role
from documents.problem import KnownProblem

LONGEST_NAME = 64
ROLES = ", ".join(Role)


@dataclass(frozen=True, slots=True)
class User:
    """`password` is its bcrypt hash, `token` the fingerprint of the one that programs show."""

    name: str
    role: Role
    password: str
    token: str | None = None

    @property
    def person(self) -> Person:
        return Person(self.name, self.role)


class Users:
    """The file as it is now: read again whenever it has changed, so that a removed user is out at once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._read_at: tuple[int, ...] | None = None
        self._users: tuple[User, ...] = ()

    def all(self) -> tuple[User, ...]:
        """KnownProblem where the file cannot be read: then nobody is let in."""
        try:
            stat = self.path.stat()
        except OSError as error:
            raise KnownProblem(_unread(self.path, error)) from error
        stamp = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
        if stamp != self._read_at:
            self._users, self._read_at = read_users(self.path), stamp
        return self._users

    def named(self, name: str) -> User | None:
        return next((user for user in self.all() if key_of(user.name) == key_of(name)), None)

    def of_token(self, token: str) -> User | None:
        shown = fingerprint(token)
        return next((user for user in self.all() if user.token and same(user.token, shown)), None)


def key_of(name: str) -> str:
    """A name however it is typed: capitals and spaces around it do not tell people apart."""
    return name.strip().casefold()


def refuse_name(name: str) -> None:
    if not 0 < len(name) <= LONGEST_NAME or not name.isprintable() or name != name.strip():
        raise KnownProblem(f"{name!r} is no name for a user. Use 1 to {LONGEST_NAME} letters or digits.")


def read_users(path: Path) -> tuple[User, ...]:
    try:
        written = json.loads(path.read_text(encoding="utf-8"))
        users = tuple(_user(entry) for entry in written["users"])
    except OSError as error:
        raise KnownProblem(_unread(path, error)) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise KnownProblem(
            f"The file of users {path} is damaged ({error}). Restore it, or remove it and add them again."
        ) from error
    if len({key_of(user.name) for user in users}) < len(users):
        raise KnownProblem(f"The file of users {path} has one name twice. Remove one of the two.")
    return users


@contextmanager
def changing(path: Path) -> Iterator[list[User]]:
    """The users, to be changed in place; the file takes the new ones all at once when the block ends well."""
    if not path.parent.is_dir():
        raise KnownProblem(f"There is no folder {path.parent} for the file of users. Make it first.")
    with FileLock(path.with_name(path.name + ".lock")):
        users = list(read_users(path)) if path.exists() else []
        yield users
        _write(path, users)


def _user(entry: dict[str, Any]) -> User:
    name, password, token = entry["name"], entry["password"], entry.get("token")
    refuse_name(name)
    if not is_hash(password) or not (token is None or isinstance(token, str)):
        raise ValueError(f"the password or token of {name}")
    return User(name, Role(entry["role"]), password, token)


def _write(path: Path, users: Sequence[User]) -> None:
    """Only its owner may read it: it is made anew beside the old one, and takes its place."""
    handle, unfinished = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as writing:
            json.dump({"users": [asdict(user) for user in users]}, writing, ensure_ascii=False, indent=1)
            writing.flush()
            os.fsync(writing.fileno())
        Path(unfinished).replace(path)
    except OSError as error:
        Path(unfinished).unlink(missing_ok=True)
        raise KnownProblem(
            f"{path} cannot be written: {error.strerror}. Name another in INSPECTION_USERS."
        ) from error


def _unread(path: Path, error: OSError) -> str:
    return (
        f"The file of users {path} cannot be read: {error.strerror}. Add a first user:"
        " python -m assistant user add NAME --role admin   (or name another file in INSPECTION_USERS)"
    )
