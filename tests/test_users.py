"""The file of users: what the commands make of it, and that it is read as it is now."""

import getpass
import io
import json
import stat
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from people_made import PASSWORD, TOKEN, kept, write_users

from assistant.__main__ import main
from assistant.passwords import LONGEST, hashed, is_password, refuse_weak, same
from assistant.people import Person, Role
from assistant.users import Users, key_of, read_users
from documents.problem import KnownProblem

OTHER = "quite another one"


@dataclass(frozen=True)
class Done:
    status: int
    out: str
    err: str


Say = Callable[..., Done]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where INSPECTION_USERS says that the users are; nothing is there yet."""
    path = tmp_path / "users.json"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("INSPECTION_USERS", str(path))
    return path


@pytest.fixture
def say(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Say:
    def run(*words: str, stdin: str = "") -> Done:
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        status = main(["user", *words])
        printed = capsys.readouterr()
        return Done(status, printed.out, printed.err)

    return run


def test_a_user_is_added_with_a_hash_and_nothing_else_of_the_password(file: Path, say: Say) -> None:
    done = say("add", "a.reader", "--role", "reader", "--password-stdin", stdin=f"{PASSWORD}\n")
    assert (done.status, done.out) == (0, "added: a.reader (reader)\n")
    assert PASSWORD not in file.read_text()
    (user,) = read_users(file)
    assert user.person == Person("a.reader", Role.READER)
    assert is_password(PASSWORD, user.password) and not is_password(OTHER, user.password)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_the_password_is_asked_for_twice(file: Path, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = iter([PASSWORD, OTHER, PASSWORD, PASSWORD])
    monkeypatch.setattr(getpass, "getpass", lambda prompt: next(typed))
    unlike = say("add", "a.reader", "--role", "reader")
    assert (unlike.status, unlike.err) == (1, "The two are not the same. Try again.\n")
    assert not file.exists()
    assert say("add", "a.reader", "--role", "reader").status == 0
    assert next(typed, None) is None


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("short", "at least 12 characters"),
        ("x" * (LONGEST + 1), "at most 72"),
        ("é" * (LONGEST // 2 + 1), "at most 72"),
        ("aaaaaaaaaaaa", "too easy to guess"),
        ("A.Reader A.Reader", "too easy to guess"),
        ("three\0plain\0words", "null character"),
    ],
)
def test_a_password_that_is_weak_or_cannot_be_kept_is_refused(password: str, said: str) -> None:
    with pytest.raises(KnownProblem, match=said):
        refuse_weak("a.reader", password)


def test_a_name_is_one_however_it_is_typed(file: Path, say: Say) -> None:
    write_users(file, "A.Reader")
    done = say("add", "a.reader", "--role", "admin", "--password-stdin", stdin=PASSWORD)
    assert done.status == 1 and "There is a user a.reader already" in done.err
    assert Users(file).named(" a.READER ") == read_users(file)[0]


@pytest.mark.parametrize("name", ["", " spaced", "line\nbreak", "turned\u202eround", "x" * 65])
def test_a_name_that_cannot_be_told_apart_is_refused(file: Path, say: Say, name: str) -> None:
    done = say("add", name, "--role", "reader", "--password-stdin", stdin=PASSWORD)
    assert done.status == 1 and "is no name for a user" in done.err
    assert not file.exists()


def test_users_are_listed_renewed_and_removed(file: Path, say: Say) -> None:
    write_users(file, "a.reader", "an.editor")
    assert say("list").out == "a.reader  reader  has a token\nan.editor  editor\n"
    assert say("password", "an.editor", "--password-stdin", stdin=OTHER).status == 0
    assert is_password(OTHER, read_users(file)[1].password)
    assert say("remove", "a.reader").out == "removed: a.reader\n"
    assert say("list").out == "an.editor  editor\n"
    assert "nobody can log in" in say("remove", "an.editor").err
    gone = say("remove", "a.reader")
    assert gone.status == 1 and "There is no user a.reader" in gone.err


def test_a_token_is_shown_once_and_only_its_fingerprint_is_kept(file: Path, say: Say) -> None:
    write_users(file, "a.reader")
    done = say("token", "a.reader")
    token = done.out.strip()
    assert "The one before has ended" in done.err
    assert token not in file.read_text()
    users = Users(file)
    assert users.of_token(token) == users.named("a.reader")
    assert users.of_token(TOKEN) is None
    assert say("token", "a.reader", "--revoke").out == "revoked: the token of a.reader\n"
    assert users.of_token(token) is None
    assert say("token", "a.reader", "--revoke").out == "a.reader had no token.\n"


def test_without_the_setting_the_commands_say_what_to_write(
    file: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("INSPECTION_USERS")
    done = say("list")
    assert done.status == 1 and "INSPECTION_USERS=users.json" in done.err


def test_the_file_is_read_again_when_it_has_changed(file: Path) -> None:
    users = Users(write_users(file, "a.reader"))
    assert users.named("a.reader")
    write_users(file, "someone.new")
    assert users.named("a.reader") is None
    file.unlink()
    with pytest.raises(KnownProblem, match="cannot be read"):
        users.all()


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "[]",
        '{"users": [{"name": "a.reader"}]}',
        '{"users": [{"name": "a.reader", "role": "king", "password": "HASH"}]}',
        '{"users": [{"name": "a.reader", "role": "reader", "password": "three plain words"}]}',
        '{"users": [{"name": "a.reader", "role": "reader", "password": "HASH", "token": 5}]}',
    ],
)
def test_a_damaged_file_lets_nobody_in_and_is_named(file: Path, damage: str) -> None:
    file.write_text(damage.replace("HASH", kept()))
    with pytest.raises(KnownProblem, match=r"users\.json is damaged"):
        read_users(file)


def test_one_name_twice_is_refused(file: Path) -> None:
    write_users(file, "a.reader", "A.READER")
    with pytest.raises(KnownProblem, match="one name twice"):
        read_users(file)


def test_a_change_that_breaks_off_leaves_the_file_as_it_was(file: Path, say: Say) -> None:
    write_users(file, "a.reader")
    before = file.read_bytes()
    assert say("password", "a.reader", "--password-stdin", stdin="short").status == 1
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == ["users.json"]


def test_no_password_is_right_where_none_is_kept() -> None:
    assert not is_password(PASSWORD, None)
    assert not is_password("", None)
    assert not is_password("x" * 100, kept())
    assert not is_password("three plain words\0", kept())
    assert is_password("three plain words", kept())


def test_an_accent_is_one_however_the_keyboard_makes_it() -> None:
    assert is_password("cafe\u0301 and cinema", hashed("caf\u00e9 and cinema"))


@given(st.text(), st.text())
def test_words_are_the_same_only_where_they_are_equal(one: str, other: str) -> None:
    assert same(one, one)
    if one.encode("utf-8", "replace") != other.encode("utf-8", "replace"):
        assert not same(one, other)


def test_users_written_by_hand_need_no_token(file: Path) -> None:
    entry = {"name": "a.reader", "role": "admin", "password": kept().replace("$2b$", "$2y$")}
    file.write_text(json.dumps({"users": [entry]}))
    (user,) = read_users(file)
    assert user.token is None and key_of(user.name) == "a.reader"
    assert is_password(PASSWORD, user.password)
