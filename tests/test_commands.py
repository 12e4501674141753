"""The commands: what they print, and their exit status."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import Command, MakePdf

from assistant.__main__ import main as assistant
from documents.samples import sample_files
from index.__main__ import main as index
from index.library import Library

SWIMMING = "Sheffield teaches every child in its care to swim before the age of nine."
LETTER = "Inspection of Sheffield children's services"
LISTED = {
    "file",
    "sha256",
    "title",
    "authority",
    "authorities",
    "speaker",
    "framework",
    "published",
    "inspected_from",
    "inspected_to",
    "lead_inspector",
    "pages",
    "unreadable_pages",
    "judgements",
    "recommendations",
    "sample",
}


@dataclass(frozen=True)
class Done:
    status: int
    out: str
    err: str


Say = Callable[..., Done]


@pytest.fixture
def say(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Say:
    """Says a command to the library in a home folder, in this process."""
    monkeypatch.chdir(tmp_path)

    def run(main: Callable[[list[str]], int], home: Path, *words: str | Path) -> Done:
        monkeypatch.setenv("INSPECTION_HOME", str(home))
        status = main([str(word) for word in words])
        printed = capsys.readouterr()
        return Done(status, printed.out, printed.err)

    return run


def test_add_says_what_became_of_each_document_and_sums_up(
    emptied: Library, say: Say, make_pdf: MakePdf
) -> None:
    letter = make_pdf("letter.pdf", LETTER, SWIMMING)
    done = say(index, emptied.home, "add", letter)
    assert (done.status, done.out.splitlines()[-1]) == (0, "1 added.")
    assert "added: letter.pdf:" in done.out
    again = say(index, emptied.home, "add", letter)
    assert (again.status, again.out.splitlines()[-1]) == (0, "1 already held.")


def test_add_says_that_the_samples_have_left(changeable: Library, say: Say, make_pdf: MakePdf) -> None:
    done = say(index, changeable.home, "add", make_pdf("letter.pdf", LETTER, SWIMMING))
    assert "The sample documents have left the library" in done.out


def test_add_replace_takes_one_document_for_one(changeable: Library, say: Say, make_pdf: MakePdf) -> None:
    old, new = sample_files()[0].name, make_pdf("letter.pdf", LETTER, SWIMMING)
    two = say(index, changeable.home, "add", new, sample_files()[1], "--replace", old)
    assert (two.status, len(changeable.sources())) == (1, 5)
    assert "takes one new document" in two.err
    unknown = say(index, changeable.home, "add", new, "--replace", "nothing.pdf")
    assert unknown.status == 1 and "No document called nothing.pdf" in unknown.err
    done = say(index, changeable.home, "add", new, "--replace", old)
    assert done.status == 0 and "replaced: letter.pdf" in done.out


def test_add_refuses_a_folder_without_documents(emptied: Library, say: Say, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    done = say(index, emptied.home, "add", tmp_path / "nothing")
    assert done.status == 1 and "No documents there" in done.err


def test_list_names_every_document(library: Library, say: Say) -> None:
    done = say(index, library.home, "list")
    assert done.status == 0
    assert all(path.name in done.out for path in sample_files())
    assert done.out.count("sample") >= 5


def test_list_json_has_the_fields_of_the_contract(library: Library, say: Say) -> None:
    entries = json.loads(say(index, library.home, "list", "--json").out)
    assert [entry["file"] for entry in entries] == [path.name for path in sample_files()]
    for entry in entries:
        assert set(entry) >= LISTED
        assert all(set(each) >= {"area", "grade", "page"} for each in entry["judgements"])
        assert all(set(each) >= {"text", "page"} for each in entry["recommendations"])
        assert entry["sample"] is True
    letter = entries[0]
    assert letter["authority"] == "Trafford"
    assert (letter["inspected_from"], letter["inspected_to"]) == ("2018-07-10", "2018-07-11")
    assert letter["published"] == "2018-08-02"
    assert any("connected carers" in each["text"] for each in letter["recommendations"])


def test_list_says_that_a_library_is_empty_and_what_to_do(home: Path, say: Say) -> None:
    done = say(index, home, "list")
    assert (done.status, done.out) == (0, "The library is empty. Add documents: python -m index add PATH…\n")


def test_show_prints_every_passage_with_its_page(library: Library, say: Say) -> None:
    name = sample_files()[0].name
    shown = json.loads(say(index, library.home, "show", name, "--json").out)
    printed = say(index, library.home, "show", name).out
    assert len(shown["page_texts"]) == shown["pages"]
    assert all(passage["text"] in printed for passage in shown["passages"])


def test_search_prints_the_passages_with_their_places(library: Library, say: Say) -> None:
    done = say(index, library.home, "search", "connected carers", "--authority", "Trafford", "--limit", "3")
    assert done.status == 0
    assert len([line for line in done.out.splitlines() if line.startswith("   — ")]) == 3
    assert "connected carers" in done.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("search", "x", "--authority", "Atlantis"), "Atlantis is not an English council"),
        (("search", "x", "--since", "last year"), "is not a date"),
        (("show", "nothing.pdf"), "No document called nothing.pdf"),
        (("remove", "nothing.pdf"), "No document called nothing.pdf"),
        (("add", "nothing.pdf"), "There is no file or folder nothing.pdf"),
        (("backup", "missing/backup.tar.gz"), "cannot be written"),
        (("restore", "missing.tar.gz"), "is not empty"),
    ],
)
def test_a_command_that_cannot_be_done_says_why_with_status_1(
    changeable: Library, say: Say, words: tuple[str, ...], said: str
) -> None:
    done = say(index, changeable.home, *words)
    assert (done.status, done.out) == (1, "")
    assert said in done.err
    assert len(changeable.sources()) == 5


def test_remove_says_what_it_removed_and_check_that_all_is_well(changeable: Library, say: Say) -> None:
    name = sample_files()[0].name
    assert f"removed: {name}" in say(index, changeable.home, "remove", name).out
    done = say(index, changeable.home, "check")
    assert (done.status, done.out) == (
        0,
        "The library is whole: 4 documents, every passage found in both stores.\n",
    )


def test_check_has_status_1_where_something_is_wrong_and_rebuild_mends_it(
    changeable: Library, say: Say
) -> None:
    changeable.store().remove(changeable.sources()[0].sha256)
    assert say(index, changeable.home, "check").status == 1
    done = say(index, changeable.home, "rebuild")
    assert (done.status, done.out) == (0, "Rebuilt from 5 originals.\n")
    assert say(index, changeable.home, "check").status == 0


def test_backup_and_restore_say_where(library: Library, say: Say, tmp_path: Path) -> None:
    archive = tmp_path / "backup.tar.gz"
    assert say(index, library.home, "backup", archive).out == f"The library is backed up in {archive}.\n"
    done = say(index, tmp_path / "new", "restore", archive)
    assert (done.status, done.out) == (0, f"Restored 5 documents into {tmp_path / 'new'}.\n")


def test_ask_prints_the_answer_with_its_sources(library: Library, say: Say) -> None:
    done = say(assistant, library.home, "ask", "What must Trafford improve on SGOs?")
    assert done.status == 0
    assert "connected carers" in done.out and "[1]" in done.out and "page" in done.out


def test_ask_json_is_one_answer_of_the_batch_contract(library: Library, say: Say) -> None:
    found = json.loads(
        say(assistant, library.home, "ask", "What must Trafford improve on SGOs?", "--json").out
    )
    assert found["outcome"] == "answered"
    assert found["citations"][0]["document"] == sample_files()[0].name


def test_ask_batch_writes_where_it_is_told(library: Library, say: Say, tmp_path: Path) -> None:
    questions = tmp_path / "in.jsonl"
    questions.write_text('{"id": 1, "question": "What must Trafford improve on SGOs?"}\n')
    nowhere = say(assistant, library.home, "ask", "--batch", questions)
    assert nowhere.status == 1 and "--out" in nowhere.err
    done = say(assistant, library.home, "ask", "--batch", questions, "--out", tmp_path / "out.jsonl")
    assert done.status == 0 and "1 records answered" in done.err
    assert json.loads((tmp_path / "out.jsonl").read_text())["id"] == 1


def test_ask_over_an_empty_library_says_what_to_do(home: Path, say: Say) -> None:
    done = say(assistant, home, "ask", "What must Trafford improve?")
    assert done.status == 1 and "python -m index add" in done.err


def test_a_command_works_from_any_folder_and_list_loads_nothing_heavy(
    changeable: Library, command: Command
) -> None:
    program = (
        "import sys; from index.__main__ import main; status = main(['list'])\n"
        "heavy = {'torch', 'chromadb', 'gradio', 'sentence_transformers'} & set(sys.modules)\n"
        "sys.exit(status or bool(heavy))"
    )
    done = command("-c", program)
    assert done.returncode == 0, done.stderr
    assert sample_files()[0].name in done.stdout
