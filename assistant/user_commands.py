"""The commands that keep the file of users: python -m assistant user --help"""

import argparse
import getpass
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from assistant.passwords import fingerprint, hashed, new_token, refuse_weak
from assistant.people import Role
from assistant.users import User, changing, key_of, read_users, refuse_name
from documents.problem import KnownProblem
from index.settings import settings_from_environment


def add_user_commands(actions: Any) -> None:
    keeping = actions.add_parser("user", help="who may use the page: add, list, remove, password, token")
    ways = keeping.add_subparsers(title="commands", required=True, metavar="COMMAND")
    adding = ways.add_parser("add", help="someone who may log in; asks for a password twice")
    adding.add_argument("name")
    adding.add_argument("--role", required=True, choices=[str(role) for role in Role])
    adding.set_defaults(run=add)
    ways.add_parser("list", help="everyone, and what they may do").set_defaults(run=show)
    removing = ways.add_parser("remove", help="someone; what they have open ends at once")
    removing.add_argument("name")
    removing.set_defaults(run=remove)
    renewing = ways.add_parser("password", help="a new password for someone; what they have open ends")
    renewing.add_argument("name")
    renewing.set_defaults(run=password)
    for parser in (adding, renewing):
        parser.add_argument("--password-stdin", action="store_true", help="read it from standard input")
    giving = ways.add_parser("token", help="a token with which a program acts as someone, shown once")
    giving.add_argument("name")
    giving.add_argument("--revoke", action="store_true", help="end the token they have")
    giving.set_defaults(run=token)


def add(arguments: argparse.Namespace) -> int:
    path = _path()
    refuse_name(arguments.name)
    _refuse_taken(_held(path), arguments.name)
    kept = hashed(_new_password(arguments))
    with changing(path) as users:
        _refuse_taken(users, arguments.name)
        users.append(User(arguments.name, Role(arguments.role), kept))
    print(f"added: {arguments.name} ({arguments.role})")
    return 0


def show(arguments: argparse.Namespace) -> int:
    for user in _held(_path()):
        print(f"{user.name}  {user.role}{'  has a token' if user.token else ''}")
    return 0


def remove(arguments: argparse.Namespace) -> int:
    with changing(_path()) as users:
        users.pop(_place(users, arguments.name))
    print(f"removed: {arguments.name}")
    if not users:
        print("No users are left, so nobody can log in.", file=sys.stderr)
    return 0


def password(arguments: argparse.Namespace) -> int:
    path = _path()
    _place(_held(path), arguments.name)
    kept = hashed(_new_password(arguments))
    with changing(path) as users:
        place = _place(users, arguments.name)
        users[place] = replace(users[place], password=kept)
    print(f"changed: the password of {arguments.name}")
    return 0


def token(arguments: argparse.Namespace) -> int:
    made = None if arguments.revoke else new_token()
    with changing(_path()) as users:
        place = _place(users, arguments.name)
        had = users[place].token is not None
        users[place] = replace(users[place], token=fingerprint(made) if made else None)
    if made is None:
        print(f"revoked: the token of {arguments.name}" if had else f"{arguments.name} had no token.")
        return 0
    print(f"The token of {arguments.name}, shown only now; programs send it as", file=sys.stderr)
    print(f"Authorization: Bearer TOKEN.{' The one before has ended.' if had else ''}", file=sys.stderr)
    print(made)
    return 0


def _path() -> Path:
    path = settings_from_environment().users
    if path is None:
        raise KnownProblem(
            "INSPECTION_USERS names no file of users. Write it in .env, as in INSPECTION_USERS=users.json"
        )
    return path


def _held(path: Path) -> Sequence[User]:
    return read_users(path) if path.exists() else ()


def _refuse_taken(users: Sequence[User], name: str) -> None:
    if any(key_of(user.name) == key_of(name) for user in users):
        raise KnownProblem(
            f"There is a user {name} already. A new password: python -m assistant user password {name}"
        )


def _place(users: Sequence[User], name: str) -> int:
    for place, user in enumerate(users):
        if key_of(user.name) == key_of(name):
            return place
    raise KnownProblem(f"There is no user {name}. See them all: python -m assistant user list")


def _new_password(arguments: argparse.Namespace) -> str:
    if arguments.password_stdin:
        given = sys.stdin.readline().rstrip("\r\n")
    else:
        given = getpass.getpass(f"Password for {arguments.name}: ")
        if given != getpass.getpass("The same again: "):
            raise KnownProblem("The two are not the same. Try again.")
    refuse_weak(arguments.name, given)
    return given
