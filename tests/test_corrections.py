"""Corrections: what a person says of a document holds at once, and after everything that may befall it."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from documents.frameworks import Framework
from documents.problem import KnownProblem
from documents.report import ReportDate, Source, Speaker
from documents.samples import sample_files
from index import build, catalogue, facts, listing
from index.backup import backup, restore
from index.check import check
from index.corrections import describe
from index.fields import FIELDS, value_of, written
from index.library import Library
from index.rebuild import rebuild
from index.records import MIGRATIONS, Records
from index.search import Scope, search
from index.settings import Settings

DAY = ReportDate(2018, 9, 3)
CHANGED = {"published": DAY, "authorities": ("shropshire",), "title": "A title of our own"}


def letter(library: Library) -> Source:
    return next(source for source in library.sources() if source.speaker is Speaker.INSPECTORATE)


def correct(library: Library, changed: dict[str, Any] = CHANGED, withdrawn: tuple[str, ...] = ()) -> Source:
    describe(library, letter(library).sha256, changed, withdrawn, "Anna")
    return letter(library)


def test_a_correction_holds_at_once(changeable: Library) -> None:
    before = letter(changeable)
    after = correct(changeable)
    assert after == replace(before, **CHANGED, corrected=("title", "authorities", "published"))
    assert check(changeable) == []


def test_a_correction_reaches_the_words_that_passages_are_found_by(changeable: Library) -> None:
    after = correct(changeable)
    with changeable.catalogue.reading() as db:
        texts = catalogue.embedded_texts(db, after.sha256).values()
    assert all(text.startswith("Shropshire, focused visit") for text in texts)
    found = search(changeable, "children", Scope(("shropshire",), (Speaker.INSPECTORATE,)))
    assert {match.source.sha256 for match in found} == {after.sha256}


def test_a_correction_tells_open_libraries_to_look_again(changeable: Library) -> None:
    def generation() -> int:
        with changeable.catalogue.reading() as db:
            return facts.generation(db)

    before = generation()
    correct(changeable)
    assert generation() == before + 1


def test_a_correction_outlives_a_rebuild(changeable: Library) -> None:
    corrected = correct(changeable)
    rebuild(changeable)
    assert letter(changeable) == corrected
    assert check(changeable) == []


def test_a_correction_outlives_removing_and_adding_again(changeable: Library) -> None:
    corrected = correct(changeable)
    build.remove(changeable, corrected.sha256)
    [path] = [path for path in sample_files() if path.name == corrected.file]
    build.add(changeable, path)
    assert letter(changeable) == corrected
    assert check(changeable) == []


def test_a_correction_outlives_losing_all_but_the_records(changeable: Library, tmp_path: Path) -> None:
    corrected = correct(changeable)
    anew = Library(Settings(home=tmp_path / "anew"))
    with (
        closing(sqlite3.connect(changeable.records.path)) as db,
        closing(sqlite3.connect(anew.records.path)) as to,
    ):
        db.backup(to)
    build.add_samples(anew)
    assert letter(anew) == corrected


def test_a_backup_holds_the_corrections(changeable: Library, tmp_path: Path) -> None:
    corrected = correct(changeable)
    backup(changeable, tmp_path / "all.tar.gz")
    restored = restore(tmp_path / "all.tar.gz", Settings(home=tmp_path / "restored"))
    assert letter(restored) == corrected
    correct(restored, {}, ("published", "authorities", "title"))
    assert letter(restored).corrected == ()


def test_a_correction_is_withdrawn_and_the_field_says_again_what_was_read(changeable: Library) -> None:
    before = letter(changeable)
    correct(changeable)
    assert correct(changeable, {}, ("title", "authorities")) == replace(
        before, published=DAY, corrected=("published",)
    )
    assert correct(changeable, {}, ("published",)) == before
    assert check(changeable) == []


def test_a_later_correction_takes_the_place_of_an_earlier_one(changeable: Library) -> None:
    correct(changeable)
    assert correct(changeable, {"published": None}).published is None
    assert letter(changeable).title == "A title of our own"


def test_who_corrected_what_and_when_is_kept_for_good(changeable: Library) -> None:
    correct(changeable)
    correct(changeable, {}, ("title", "authorities", "published"))
    with changeable.records.reading() as db:
        rows = [tuple(row) for row in db.execute("SELECT field, value, who FROM corrections ORDER BY id")]
        times = [row["at"] for row in db.execute("SELECT at FROM corrections")]
    assert rows[0] == ("published", '["2018-09-03"]', "Anna")
    assert rows[-1] == ("published", None, "Anna")
    assert all(time.endswith("+00:00") for time in times)


def test_a_field_says_whether_it_was_read_corrected_or_unknown(changeable: Library) -> None:
    correct(changeable, {"lead_inspector": "Anna Smith"})
    [entry] = [entry for entry in listing.listed(changeable) if entry["sha256"] == letter(changeable).sha256]
    assert entry["known"]["lead_inspector"] == "corrected"
    assert entry["known"]["title"] == "read"
    assert entry["known"]["theme"] == "unknown"
    assert entry["known"].keys() <= entry.keys()


KILLED = """
import os, sys
from index import entries, facts
from index.corrections import describe
from index.library import Library
from index.settings import settings_from_environment
library = Library(settings_from_environment())
def killed(*_): os._exit(9)
setattr(*((entries, "redescribe") if sys.argv[2] == "before" else (facts, "next_generation")), killed)
describe(library, sys.argv[1], {"title": "Half said"}, (), "Anna")
"""


@pytest.mark.parametrize("when", ["before", "after"])
def test_killed_while_it_corrects_a_library_mends_itself(
    changeable: Library, environment: dict[str, str], when: str
) -> None:
    before = letter(changeable)
    changeable.close()
    words = [sys.executable, "-c", KILLED, before.sha256, when]
    assert subprocess.run(words, env=environment, check=False).returncode == 9
    problems = check(Library(changeable.settings))
    assert letter(changeable) == before
    if problems:  # killed in the moment between the two databases: it is known, and told how to finish
        assert len(problems) == 1 and "not all in force (title, corrected)" in problems[0]
        rebuild(changeable)
        assert letter(changeable).title == "Half said"
        assert check(changeable) == []


@pytest.mark.parametrize(
    ("name", "words", "said"),
    [
        ("published", "12 May 2018", "--published 2018-05-12"),
        ("published", "2018-02-30", "--published: '2018-02-30' is not a day in the calendar"),
        ("authorities", "Atlantis", "--authority: 'Atlantis' is not an English council"),
        ("framework", "visit", "--framework: 'visit' is none of: ILACS inspection"),
        ("speaker", "Ofsted", "--speaker: 'Ofsted' is none of: inspectorate, council, press"),
        ("speaker", "unknown", "--speaker"),
        ("title", "  ", "--title: it takes 1 to 500 characters"),
        ("lead_inspector", "Anna\x00Smith", '--lead-inspector "Anna Smith"'),
    ],
)
def test_what_will_not_do_is_refused_with_the_field_and_an_example(name: str, words: str, said: str) -> None:
    with pytest.raises(KnownProblem) as refused:
        value_of(name, [words])
    assert said in str(refused.value)
    assert f"Write it like: --{FIELDS[name].option} " in str(refused.value)


@pytest.mark.parametrize(
    "changed",
    [
        {"published": ReportDate(2099)},
        {"published": ReportDate(1018, 5, 12)},
        {"inspected_from": ReportDate(2018, 3, 9), "inspected_to": ReportDate(2018, 3, 5)},
        {"inspected_from": ReportDate(2018, 3, 9), "published": ReportDate(2018, 2)},
    ],
)
def test_dates_that_cannot_be_true_are_refused(changeable: Library, changed: dict[str, Any]) -> None:
    before = letter(changeable)
    with pytest.raises(KnownProblem, match="Write"):
        correct(changeable, changed)
    assert letter(changeable) == before


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", "A title"),
        ("authorities", ("bedford", "trafford")),
        ("authorities", ()),
        ("speaker", Speaker.PRESS),
        ("framework", Framework.SINGLE_INSPECTION),
        ("published", ReportDate(2018, 3)),
        ("lead_inspector", None),
    ],
)
def test_what_is_kept_is_what_was_meant(name: str, value: object) -> None:
    assert value_of(name, written(value)) == value


def test_every_example_is_one() -> None:
    for name, field in FIELDS.items():
        assert value_of(name, [field.example.strip('"')])


def test_a_framework_may_be_written_as_people_write() -> None:
    assert value_of("framework", ["Single inspection (2013-17)"]) is Framework.SINGLE_INSPECTION
    assert value_of("framework", ["ilacs short"]) is Framework.ILACS_SHORT


def test_the_command_corrects_shows_and_refuses(changeable: Library, command: Any) -> None:
    file = letter(changeable).file
    done = command(
        "-m", "index", "describe", file, "--published", "2018-09", "--authority", "City of Bristol"
    )
    assert "authority       corrected  Bristol" in done.stdout
    assert "published       corrected  2018-09" in done.stdout
    refused = command("-m", "index", "describe", file, "--published", "tomorrow")
    assert refused.returncode == 1
    assert refused.stderr.startswith("--published: 'tomorrow' is not a date")
    both = command("-m", "index", "describe", file, "--published", "2018", "--unset", "published")
    assert both.returncode == 1
    assert letter(changeable).published == ReportDate(2018, 9)


def test_records_of_a_newer_version_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "records.sqlite"
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(KnownProblem, match="newer version"):
        Records(path).create()


def test_records_are_brought_up_to_date_and_keep_what_they_hold(tmp_path: Path) -> None:
    records = Records(tmp_path / "records.sqlite")
    records.create()
    with records.writing() as db:
        db.execute(
            "INSERT INTO corrections (sha256, field, value, who, at) VALUES ('a', 'title', '[]', 'b', 'c')"
        )
    records.create()
    with records.reading() as db:
        assert db.execute("SELECT count(*) FROM corrections").fetchone()[0] == 1
