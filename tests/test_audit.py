"""The record of who did what: what comes into it, and how it is read."""

import json
import os
import stat
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from people_made import PASSWORD, Clock, write_users

from assistant.__main__ import main
from assistant.attempts import Attempts
from assistant.audit import note, noted
from assistant.door import Door, LetIn
from assistant.page_check import checks
from assistant.people import LOCAL, Person, Role
from assistant.programs import Programs
from assistant.reply import replies
from assistant.sessions import Sessions
from assistant.users import Users
from documents.problem import KnownProblem
from index.backup import backup, restore
from index.library import Library
from index.search import EVERYTHING
from index.settings import Settings

QUESTION = "What must Trafford improve on SGOs?"
READER = Person("a.reader", Role.READER)


@pytest.fixture
def kept(changeable: Library) -> Path:
    """The record of the library of samples, empty at first."""
    path = changeable.home / "audit.jsonl"
    path.unlink(missing_ok=True)
    return path


def lines(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_a_line_says_who_did_what_and_when(changeable: Library) -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    note(changeable, READER, "removed", {"file": "letter\n.pdf", "sha256": "ab"})
    note(changeable, LOCAL, "added", {"file": "lettér.pdf"})
    path = changeable.home / "audit.jsonl"
    first, second = lines(path)
    assert before <= datetime.fromisoformat(first.pop("at")) <= datetime.now(UTC)
    assert first == {"who": "a.reader", "action": "removed", "file": "letter\n.pdf", "sha256": "ab"}
    assert (second["who"], second["file"]) == ("the person at this machine", "lettér.pdf")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_lines_of_many_at_once_stay_whole(changeable: Library) -> None:
    def add(number: int) -> None:
        for _ in range(50):
            note(changeable, READER, "asked", {"words": str(number) * 500})

    threads = [threading.Thread(target=add, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(lines(changeable.home / "audit.jsonl")) == 400


def test_asking_and_checking_are_recorded_without_their_words(changeable: Library, kept: Path) -> None:
    list(replies(changeable, QUESTION, EVERYTHING, None, person=READER))
    list(checks(changeable, "your text", QUESTION, "", READER))
    programs = Programs(changeable)
    programs.ask(READER, QUESTION)
    programs.check(READER, QUESTION)
    programs.search(READER, QUESTION)
    done = [(line["who"], line["action"], line["through"]) for line in lines(kept)]
    assert done == [
        ("a.reader", "asked", "page"),
        ("a.reader", "checked", "page"),
        ("a.reader", "asked", "program"),
        ("a.reader", "checked", "program"),
        ("a.reader", "searched", "program"),
    ]
    assert QUESTION not in kept.read_text()


def test_their_words_are_kept_where_the_settings_say_so(changeable: Library, kept: Path) -> None:
    keeping = Library(Settings(home=changeable.home, audit_questions=True))
    list(replies(keeping, f" {QUESTION}", EVERYTHING, None, person=READER))
    list(replies(keeping, " ", EVERYTHING, None, person=READER))
    assert [line["words"] for line in lines(kept)] == [QUESTION]


def test_what_leaves_no_trace_is_not_done(changeable: Library, kept: Path) -> None:
    kept.mkdir()
    try:
        last = list(replies(changeable, QUESTION, EVERYTHING, None, person=READER))[-1]
        assert last.answer == "" and "cannot be recorded" in last.status
        with pytest.raises(KnownProblem, match="cannot be recorded"):
            Programs(changeable).ask(READER, QUESTION)
    finally:
        kept.rmdir()


def test_coming_and_going_are_recorded_with_the_address(tmp_path: Path) -> None:
    library = Library(Settings(home=tmp_path / "home"))
    clock = Clock()
    users = Users(write_users(tmp_path / "users.json", "a.reader"))
    door = Door(library, users, Sessions(clock), Attempts(clock))
    door.log_in("a.reader", "wrong", "10.0.0.9")
    door.log_in("my secret password", "", "10.0.0.9")
    found = door.log_in("A.Reader", PASSWORD, "10.0.0.9")
    assert isinstance(found, LetIn)
    door.log_out(found.key)
    door.log_out(found.key)
    done = [
        (line["who"], line["action"], line.get("address")) for line in lines(library.home / "audit.jsonl")
    ]
    assert done == [
        ("a.reader", "failed to log in", "10.0.0.9"),
        ("someone", "failed to log in", "10.0.0.9"),
        ("a.reader", "logged in", "10.0.0.9"),
        ("a.reader", "logged out", None),
    ]


def test_a_backup_takes_the_record_along(changeable: Library, tmp_path: Path) -> None:
    note(changeable, READER, "asked", {})
    backup(changeable, tmp_path / "backup.tar.gz")
    restored = restore(tmp_path / "backup.tar.gz", Settings(home=tmp_path / "restored"))
    assert (restored.home / "audit.jsonl").read_bytes() == (changeable.home / "audit.jsonl").read_bytes()


def audit(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[str]]:
    status = main(["audit", *words])
    return status, capsys.readouterr().out.splitlines()


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three lines of a summer, where London is an hour before UTC, and one that was cut short."""
    monkeypatch.setenv("INSPECTION_HOME", str(tmp_path))
    path = tmp_path / "audit.jsonl"
    whole = [
        {"at": "2026-07-01T22:59:59+00:00", "who": "a.reader", "action": "asked", "through": "page"},
        {"at": "2026-07-01T23:00:00+00:00", "who": "an.editor", "action": "added", "file": "a\u202e\nb.pdf"},
        {"at": "2026-07-02T12:00:00+00:00", "who": "a.reader", "action": "logged out"},
    ]
    path.write_text("".join(f"{json.dumps(line)}\n" for line in whole) + '{"at": "2026-')
    return path


def test_the_record_is_printed_in_london_time(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert audit(capsys) == (
        0,
        [
            "2026-07-01 23:59:59  a.reader  asked  through: page",
            "2026-07-02 00:00:00  an.editor  added  file: a  b.pdf",
            "2026-07-02 13:00:00  a.reader  logged out",
            "time unknown  ?  damaged  line: 4",
        ],
    )


def test_it_is_narrowed_to_a_person_or_from_a_day_on(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    since = audit(capsys, "--since", "2026-07-02")[1]
    assert [line.split("  ")[1] for line in since] == ["an.editor", "a.reader", "?"]
    who = audit(capsys, "--who", "A.Reader", "--json")[1]
    assert [json.loads(line)["action"] for line in who] == ["asked", "logged out", "damaged"]


def test_what_is_no_date_is_named(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "--since", "last week"]) == 1
    assert "is not a date" in capsys.readouterr().err


def test_an_empty_record_prints_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("INSPECTION_HOME", str(tmp_path))
    assert audit(capsys) == (0, [])
    assert list(noted(tmp_path / "audit.jsonl")) == []


@pytest.mark.skipif(os.name != "posix", reason="on Windows the system says who may read a file")
def test_nobody_but_its_owner_may_read_the_record(changeable: Library) -> None:
    before = os.umask(0)
    try:
        note(changeable, READER, "asked", {})
    finally:
        os.umask(before)
    assert stat.S_IMODE((changeable.home / "audit.jsonl").stat().st_mode) == 0o600
