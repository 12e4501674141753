"""Damaged files and files made to overwhelm a reader are read or refused with a reason; the next is read."""

import random
import threading
from pathlib import Path

import pytest

from benchmarks.bombs import BOMBS
from benchmarks.hostile import damaged_files
from documents import worker
from documents.problem import UnreadableReport
from documents.samples import sample_files
from documents.worker import end_all, read_safely

SAMPLE = sample_files()[0]
FEW = 12


def test_damaged_copies_of_a_pdf_are_read_or_refused_with_a_reason(tmp_path: Path) -> None:
    outcomes = []
    for _, path in damaged_files(tmp_path, [SAMPLE], FEW, seed=3):
        try:
            outcomes.append(bool(read_safely(path).passages))
        except UnreadableReport as problem:
            outcomes.append(path.name in str(problem))
    assert outcomes == [True] * FEW


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("100,000-empty-pages.pdf", "has 100,000 pages"),
        ("zeros.docx", "would unpack to 300 MB"),
        ("zeros.xlsx", "would unpack to 300 MB"),
        ("entities.docx", "damaged Word document"),
        ("nested-tables.docx", "damaged Word document"),
        ("nested.html", "no article can be found"),
        ("nested.eml", "damaged e-mail"),
        ("40-mb.txt", "40,800,000 characters"),
        ("stars.md", "holds no words"),
    ],
)
def test_a_file_made_to_overwhelm_a_reader_is_refused(tmp_path: Path, name: str, said: str) -> None:
    path = tmp_path / name
    path.write_bytes(BOMBS[name]())
    with pytest.raises(UnreadableReport, match=said):
        read_safely(path)


def test_a_reader_that_takes_too_long_is_ended_and_the_next_document_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(BOMBS["bullets.txt"]())
    monkeypatch.setattr(worker, "SECONDS", 0.3)
    with pytest.raises(UnreadableReport, match="not read within 0 seconds"):
        read_safely(path)
    monkeypatch.undo()
    assert read_safely(SAMPLE).passages


def test_a_worker_that_died_is_replaced() -> None:
    read_safely(SAMPLE)
    for idle in worker._idle:
        idle._process.kill()
        idle._process.wait()
    assert read_safely(SAMPLE).passages
    end_all()


def test_one_worker_serves_one_document_after_another() -> None:
    end_all()
    read_safely(SAMPLE)
    first = worker._idle[0]
    read_safely(sample_files()[-1])
    assert worker._idle == [first]


def test_threads_read_at_the_same_time() -> None:
    read: list[str] = []
    threads = [
        threading.Thread(target=lambda path=path: read.append(read_safely(path).source.file))
        for path in sample_files()
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(read) == sorted(path.name for path in sample_files())


def test_a_file_that_is_not_there_is_no_damaged_one(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_safely(tmp_path / f"{random.random()}.pdf")
