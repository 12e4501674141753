"""Questions by the file: the contract that other programs rely on."""

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.batch import run_batch
from documents.problem import KnownProblem
from documents.samples import sample_files
from index import build
from index.library import Library
from index.settings import Settings

SGO = {"id": "d-001", "question": "What must Trafford improve on SGOs?"}
ABSENT = {"id": "d-002", "question": "How many lighthouses does Trafford paint purple?"}
UNCLEAR = {"id": "d-003", "question": "How well are children in care supported?"}
CLAIM = {"id": "c-001", "claim": "Trafford makes timely decisions for children with connected carers."}
FACT = {"id": "f-001", "question": "How do social workers in Trafford see children?"}
HALF_A_CHARACTER = '{"id": "h-001", "question": "How do social workers in Trafford see \\ud83d?"}'
FIELDS = {"id", "answer", "outcome", "abstained", "verdict", "reading", "citations", "searched", "seconds"}
CITED = {
    "number",
    "document",
    "sha256",
    "title",
    "authority",
    "speaker",
    "published",
    "inspected",
    "page",
    "pages",
    "printed_page",
    "paragraph",
    "heading",
    "quote",
    "stance",
    "read_by",
}


def written(tmp_path: Path, *records: dict[str, Any] | str) -> Path:
    path = tmp_path / "in.jsonl"
    lines = [each if isinstance(each, str) else json.dumps(each, ensure_ascii=False) for each in records]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def answered(library: Library, path: Path, resume: bool = False) -> list[dict[str, Any]]:
    out = path.with_name("out.jsonl")
    run_batch(library, path, out, resume)
    return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def answers(library: Library, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    path = written(tmp_path_factory.mktemp("batch"), SGO, ABSENT, UNCLEAR, CLAIM)
    return {each["id"]: each for each in answered(library, path)}


def test_there_is_one_answer_a_record_in_order(answers: dict[str, dict[str, Any]]) -> None:
    assert list(answers) == ["d-001", "d-002", "d-003", "c-001"]


def test_an_answer_has_the_fields_of_the_contract(answers: dict[str, dict[str, Any]]) -> None:
    for each in answers.values():
        assert set(each) >= FIELDS
        assert isinstance(each["seconds"], float)
        assert set(each["reading"]) >= {"authorities", "kind"}
        assert set(each["searched"]) == {"documents", "unreadable_pages"}
    assert answers["d-001"]["question"] == SGO["question"]
    assert answers["c-001"]["claim"] == CLAIM["claim"]
    assert answers["d-001"]["reading"]["authorities"] == ["Trafford"]


def test_a_citation_has_the_fields_of_the_contract(answers: dict[str, dict[str, Any]]) -> None:
    citations = answers["d-001"]["citations"]
    assert [each["number"] for each in citations] == list(range(1, len(citations) + 1))
    for each in citations:
        assert set(each) >= CITED
        assert each["page"] == each["pages"][0]
        assert f"[{each['number']}]" in answers["d-001"]["answer"]
        assert each["quote"] in answers["d-001"]["answer"]
    first = citations[0]
    assert first["document"] == "trafford-focused-visit-2018.pdf"
    assert first["speaker"] == "inspectorate"
    assert first["authority"] == "Trafford"
    assert first["inspected"] == ["2018-07-10", "2018-07-11"]
    assert first["published"] == "2018-08-02"
    assert first["read_by"] == "text"
    assert "connected carers" in first["quote"]


@pytest.mark.parametrize(("id", "outcome"), [("d-002", "not_in_documents"), ("d-003", "unclear")])
def test_an_abstention_cites_nothing(answers: dict[str, dict[str, Any]], id: str, outcome: str) -> None:
    assert answers[id]["outcome"] == outcome
    assert answers[id]["abstained"] is True
    assert answers[id]["citations"] == []


def test_what_is_answered_is_no_abstention(answers: dict[str, dict[str, Any]]) -> None:
    assert answers["d-001"]["outcome"] == "answered"
    assert answers["d-001"]["abstained"] is False
    assert answers["d-001"]["verdict"] is None
    assert answers["c-001"]["verdict"] in ("supported", "contradicted", "mixed", "not_in_evidence")


def test_a_stopped_run_goes_on_where_a_line_was_cut(
    library: Library, tmp_path: Path, answers: dict[str, dict[str, Any]]
) -> None:
    path = written(tmp_path, SGO, ABSENT, UNCLEAR)
    whole = json.dumps(answers["d-001"], ensure_ascii=False)
    cut = json.dumps({**answers["d-002"], "question": "…"}, ensure_ascii=False).encode()
    end = cut.index("…".encode()) + 1  # in the midst of a character
    (tmp_path / "out.jsonl").write_bytes(whole.encode() + b"\n" + cut[:end])
    found = answered(library, path, resume=True)
    assert [each["id"] for each in found] == ["d-001", "d-002", "d-003"]
    assert found[0] == answers["d-001"]  # not asked again, or its seconds would differ
    assert found[1]["question"] == ABSENT["question"]


def test_a_run_that_is_complete_has_nothing_left_to_resume(library: Library, tmp_path: Path) -> None:
    path = written(tmp_path, SGO)
    before = answered(library, path)
    assert answered(library, path, resume=True) == before


def test_a_run_without_resume_begins_anew(library: Library, tmp_path: Path) -> None:
    path = written(tmp_path, SGO)
    (tmp_path / "out.jsonl").write_text('{"id": "old"}\n')
    assert [each["id"] for each in answered(library, path)] == ["d-001"]


def test_a_record_that_breaks_says_so_and_the_run_goes_on(library: Library, tmp_path: Path) -> None:
    broken, whole = answered(library, written(tmp_path, HALF_A_CHARACTER, SGO))
    assert (broken["id"], broken["outcome"]) == ("h-001", "failed")
    assert broken["error"]
    assert whole["outcome"] == "answered"


def test_a_record_that_fails_for_a_known_reason_gives_the_reason(changeable: Library, tmp_path: Path) -> None:
    other = Library(Settings(home=changeable.home, embedding_model="another"))
    (failed,) = answered(other, written(tmp_path, FACT))
    assert failed["outcome"] == "failed"
    assert "python -m index rebuild" in failed["error"]


@pytest.mark.parametrize(
    "line",
    [
        "not json",
        "[]",
        '"d-002"',
        '{"id": "d-002"}',
        '{"question": "Where?"}',
        '{"id": ["d-002"], "question": "Where?"}',
        '{"id": "d-002", "question": null}',
        '{"id": "d-002", "claim": 7}',
    ],
)
def test_a_malformed_line_is_named_before_anything_is_answered(
    library: Library, tmp_path: Path, line: str
) -> None:
    path = written(tmp_path, SGO, "", line)
    with pytest.raises(KnownProblem, match=r"in\.jsonl, line 3"):
        answered(library, path)
    assert not (tmp_path / "out.jsonl").exists()


def test_lines_may_hold_other_fields_odd_line_breaks_and_the_mark_windows_begins_with(
    library: Library, tmp_path: Path
) -> None:
    path = written(tmp_path, {**SGO, "question": "What must Trafford\u2028improve\x85on SGOs?", "gold": [1]})
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    (found,) = answered(library, path)
    assert found["outcome"] == "answered"


def test_the_answers_never_overwrite_the_questions(library: Library, tmp_path: Path) -> None:
    path = written(tmp_path, SGO)
    before = path.read_bytes()
    with pytest.raises(KnownProblem, match="would overwrite the questions"):
        run_batch(library, path, path, resume=False)
    assert path.read_bytes() == before


def test_a_folder_that_is_not_there_is_named(library: Library, tmp_path: Path) -> None:
    with pytest.raises(KnownProblem, match="There is no folder"):
        run_batch(library, written(tmp_path, SGO), tmp_path / "missing" / "out.jsonl", resume=False)


def test_a_file_that_cannot_be_read_is_named(library: Library, tmp_path: Path) -> None:
    binary = tmp_path / "in.jsonl"
    binary.write_bytes(b"\xff\xfe\x00")
    for path in (binary, tmp_path / "missing.jsonl"):
        with pytest.raises(KnownProblem, match="cannot be read as a file of questions"):
            run_batch(library, path, tmp_path / "out.jsonl", resume=False)


def test_removing_a_document_removes_its_answers(changeable: Library, tmp_path: Path) -> None:
    path = written(tmp_path, SGO)
    build.remove(changeable, build.document_called(changeable, sample_files()[0].name))
    (found,) = answered(changeable, path)
    assert sample_files()[0].name not in {each["document"] for each in found["citations"]}
