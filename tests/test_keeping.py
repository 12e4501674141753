"""Keeping the library in the page, below the browser: who may do what, and what is recorded."""

import json
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from assistant.correcting import Box, asked_for, choices
from assistant.deeds import Deed, correct, erase_document, remove, take_back, undo_removal
from assistant.downloads import address, router
from assistant.errands import Errand, Errands
from assistant.keeping import additions, downloads, followed, replacements
from assistant.library_shown import listing_html, removed_html, state_html
from assistant.library_wording import LABELS, NOT_ALLOWED, WORD
from assistant.people import LOCAL, Person, Role
from assistant.uploads import FOLDER, LEFT_BEHIND, brought, clear_left_behind
from assistant.wording import ALL_AUTHORITIES
from documents.frameworks import Framework
from documents.report import Source
from documents.samples import sample_files
from index import undo
from index.build import Landed, Outcome
from index.fields import FIELDS, value_of
from index.leaving import WORD as WORD_OF_COMMAND
from index.library import Library

READER = Person("Anna", Role.READER)
EDITOR = Person("Ben", Role.EDITOR)


def letter(library: Library) -> Source:
    return next(source for source in library.sources() if source.file == "trafford-focused-visit-2018.pdf")


def record(library: Library) -> list[dict[str, str]]:
    lines = (library.home / "audit.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_who_only_reads_changes_nothing(changeable: Library, tmp_path: Path) -> None:
    sha256 = letter(changeable).sha256
    upload = tmp_path / "new.txt"
    upload.write_text("Camden notes")
    before = changeable.sources()
    refused = [
        correct(changeable, READER, sha256, "title", ["Another"]),
        take_back(changeable, READER, sha256, "title"),
        remove(changeable, READER, sha256),
        undo_removal(changeable, READER, sha256),
        erase_document(changeable, READER, sha256, "erase"),
    ]
    assert refused == [Deed(NOT_ALLOWED)] * 5
    errands = Errands()
    for shown in (
        additions(changeable, errands, READER, [str(upload)]),
        replacements(changeable, errands, READER, str(upload), sha256),
        downloads(changeable, errands, READER, ["https://example.org/1"], False),
    ):
        assert [NOT_ALLOWED in each.status for each in shown] == [True]
    assert changeable.sources() == before
    assert not (changeable.home / "audit.jsonl").exists()


def test_who_keeps_the_library_may_remove_but_not_erase(changeable: Library) -> None:
    source = letter(changeable)
    assert erase_document(changeable, EDITOR, source.sha256, "erase") == Deed(NOT_ALLOWED)
    assert remove(changeable, EDITOR, source.sha256).done
    assert undo.gone(changeable)[0].who == "Ben"
    assert undo_removal(changeable, EDITOR, source.sha256).done
    assert [(line["who"], line["action"], line["file"]) for line in record(changeable)] == [
        ("Ben", "removed", source.file),
        ("Ben", "took a removal back", source.file),
    ]


def test_erasing_takes_the_word_and_leaves_only_the_record(changeable: Library) -> None:
    source = letter(changeable)
    correct(changeable, LOCAL, source.sha256, "lead_inspector", ["Anna Smith"])
    assert not erase_document(changeable, LOCAL, source.sha256, "yes").done
    assert erase_document(changeable, LOCAL, source.sha256, " Erase ").done
    assert source not in changeable.sources()
    assert [line["action"] for line in record(changeable)] == ["corrected", "erased"]
    assert "Anna Smith" not in (changeable.home / "audit.jsonl").read_text(encoding="utf-8")


def test_a_correction_says_what_it_did_and_what_will_not_do(changeable: Library) -> None:
    sha256 = letter(changeable).sha256
    unfit = correct(changeable, EDITOR, sha256, "published", ["tomorrow"])
    assert not unfit.done and "--" not in unfit.words and "'tomorrow' is not a date" in unfit.words
    backwards = correct(changeable, EDITOR, sha256, "inspected_to", ["2018-07-01"])
    assert not backwards.done and "cannot end on 1 July 2018" in backwards.words
    assert correct(changeable, EDITOR, sha256, "authorities", []).words == "Saved: authority is now unknown."
    assert letter(changeable).authorities == ()
    assert take_back(changeable, EDITOR, sha256, "authorities").words.endswith("is Trafford, as read.")
    gone = correct(changeable, EDITOR, "f" * 64, "title", ["Another"])
    assert gone == Deed("This document has left the library.")


def test_every_field_can_be_asked_for_and_each_choice_is_one(library: Library) -> None:
    assert {*LABELS} == {*FIELDS}
    for source in library.sources():
        for name in FIELDS:
            asked = asked_for(source, name)
            if asked.now:
                assert value_of(name, list(asked.now)) == getattr(source, name)
            if asked.box is Box.ONE:
                assert {*asked.now} <= {value for _, value in choices(name)}
    assert [value_of("framework", [value]) for _, value in choices("framework")] == [*Framework]


def test_the_word_that_erases_is_one() -> None:
    assert WORD == WORD_OF_COMMAND


def test_uploads_are_taken_over_and_what_a_killed_page_left_goes(changeable: Library, tmp_path: Path) -> None:
    one, two = tmp_path / "a" / "x.txt", tmp_path / "b" / "x.txt"
    for path in (one, two):
        path.parent.mkdir()
        path.write_text(str(path))
    upload = brought(changeable, [str(one), str(two)])
    assert [path.read_text() for path in upload.files] == [str(one), str(two)]
    assert not one.exists()
    clear_left_behind(changeable)
    assert upload.folder.exists()
    long_ago = time.time() - LEFT_BEHIND - 60
    os.utime(upload.folder, (long_ago, long_ago))
    clear_left_behind(changeable)
    assert [*(changeable.home / FOLDER).iterdir()] == []


def test_uploads_are_added_with_a_line_each_and_recorded(emptied: Library, tmp_path: Path) -> None:
    upload = tmp_path / "camden.txt"
    upload.write_text("Camden <b>notes</b>\n\nCamden trains foster carers in sign language.\n")
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\n")
    *_, last = additions(emptied, Errands(), EDITOR, [str(upload), str(broken)])
    assert "1 added, 1 not added." in last.status
    assert "<b>notes" not in last.landing and "broken.pdf" in last.landing
    assert [(line["who"], line["action"], line["file"]) for line in record(emptied)] == [
        ("Ben", "added", "camden.txt")
    ]
    assert [*(emptied.home / FOLDER).iterdir()] == []


def test_a_document_that_is_replaced_makes_room_and_a_broken_one_does_not(
    changeable: Library, tmp_path: Path
) -> None:
    source = letter(changeable)
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\n")
    *_, last = replacements(changeable, Errands(), EDITOR, str(broken), source.sha256)
    assert "1 not added." in last.status
    assert letter(changeable) == source
    new = tmp_path / "new.txt"
    new.write_text("Camden notes\n\nCamden trains foster carers in sign language.\n")
    *_, last = replacements(changeable, Errands(), EDITOR, str(new), source.sha256)
    assert "1 added in place of the old one." in last.status
    assert [gone.file for gone in undo.gone(changeable)] == [source.file]


def test_an_errand_goes_on_when_nobody_follows_it_and_the_next_waits() -> None:
    errands, gate, seen = Errands(), threading.Event(), []

    def first(errand: Errand) -> Iterator[Landed]:
        gate.wait(20)
        seen.append("first")
        yield Landed(Path("a.txt"), Outcome.REFUSED, reason="a.txt is empty.")

    def second(errand: Errand) -> Iterator[Landed]:
        seen.append("second")
        raise OSError("disk")
        yield

    one, two = errands.start(LOCAL, 1, first), errands.start(EDITOR, 1, second)
    assert errands.untold(LOCAL) == [one]
    assert errands.untold(READER) == []
    gate.set()
    assert one.finished.wait(20) and two.finished.wait(20)
    assert seen == ["first", "second"]
    assert "something went wrong" in two.problem
    assert errands.untold(LOCAL) == [one]
    three = errands.start(LOCAL, 1, first)
    assert three.finished.wait(20)
    (shown,) = followed(errands, LOCAL)
    assert "2 not added." in shown.status
    assert shown.landing.count("a.txt is empty.") == 2
    assert errands.untold(LOCAL) == []
    assert [*followed(errands, LOCAL)] == []
    assert "Nothing added. The rest could not be added" in [*followed(errands, EDITOR)][-1].status


def test_the_list_is_narrowed_and_says_what_each_document_is(library: Library) -> None:
    whole = listing_html(library, ALL_AUTHORITIES, "")
    assert whole.count("data-opened=") == len(sample_files())
    assert listing_html(library, "Shropshire", "").count("data-opened=") == 1
    assert listing_html(library, "Trafford", "VISIT 2018").count("data-opened=") == 1
    assert "No document fits" in listing_html(library, "Trafford", "lighthouse")
    assert "sample briefing" in whole and "3 pages" in whole


def test_the_state_of_the_index_says_what_a_check_found(library: Library) -> None:
    assert "5 documents, " in state_html(library) and "up to date" in state_html(library)
    assert "stands where it says" in state_html(library, [])
    assert "<bdi>&lt;b&gt; is lost</bdi>" in state_html(library, ["<b> is lost"])


def test_what_was_removed_is_listed_with_who_and_until_when(changeable: Library) -> None:
    assert removed_html(changeable) == ""
    remove(changeable, EDITOR, letter(changeable).sha256)
    shown = removed_html(changeable)
    assert "by Ben; 29 days left" in shown and "data-undone=" in shown


class AsReader:
    """Lets everyone in as a person who reads."""

    def __init__(self, app: object) -> None:
        self.app = app

    async def __call__(self, scope: dict, receive: object, send: object) -> None:
        scope.setdefault("state", {})["person"] = READER
        await self.app(scope, receive, send)


@pytest.fixture
def client(changeable: Library) -> TestClient:
    from fastapi import FastAPI

    app = FastAPI()
    app.include_router(router(changeable))
    return TestClient(AsReader(app))


def test_an_original_is_sent_as_a_file_and_that_is_recorded(changeable: Library, client: TestClient) -> None:
    source = next(source for source in changeable.sources() if source.file.endswith(".html"))
    reply = client.get(address(source.sha256))
    [original] = [path for path in sample_files() if path.name == source.file]
    assert reply.content == original.read_bytes()
    assert reply.headers["content-type"] == "application/octet-stream"
    assert reply.headers["content-disposition"] == f'attachment; filename="{source.file}"'
    assert [(line["who"], line["action"]) for line in record(changeable)] == [("Anna", "downloaded")]


@pytest.mark.parametrize("wanted", ["f" * 64, "..", "%2e%2e%2frecords.sqlite", "../records.sqlite", "x" * 64])
def test_nothing_else_is_sent(client: TestClient, wanted: str) -> None:
    assert client.get(address(wanted)).status_code == 404


def test_what_was_removed_is_not_sent(changeable: Library, client: TestClient) -> None:
    sha256 = letter(changeable).sha256
    remove(changeable, EDITOR, sha256)
    assert client.get(address(sha256)).status_code == 404
