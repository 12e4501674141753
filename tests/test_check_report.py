"""A paper's claims checked by the command: the report reproduces the text, and marks what it claims."""

import json
from pathlib import Path

import pytest
from conftest import Command
from docx import Document

from assistant.check import check
from assistant.check_report import lines, write_report
from assistant.claims import claims
from assistant.paper import read_paper
from documents.problem import KnownProblem
from index.library import Library

PAPER = """Progress report

• In July 2018 inspectors found that staff in Trafford feel valued and supported. Did anyone ask?

The 2018 letter to Trafford praises audit; leaders were told it gives “no current picture of working life”.
"""


@pytest.fixture(scope="module")
def report(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    found = check(library, PAPER)
    for ending in ("json", "html", "docx"):
        write_report(folder / f"report.{ending}", "paper.txt", PAPER, found)
    return folder


def test_claims_keep_their_place_and_headings_and_questions_claim_nothing() -> None:
    found = claims(PAPER)
    assert [PAPER[each.start : each.end] for each in found] == [each.text for each in found]
    assert not any("Progress" in each.text or "?" in each.text for each in found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Progress against the priorities of our 2023 improvement plan\nStaff stay longer.", []),
        (
            "Our progress\nMost children in need now have good plans",
            ["Most children in need now have good plans"],
        ),
        (
            "Strengths:\n• strong leadership of the virtual school team",
            ["strong leadership of the virtual school team"],
        ),
        (
            "Trafford good for leadership at the last visit",
            ["Trafford good for leadership at the last visit"],
        ),
    ],
)
def test_a_line_without_a_full_stop_claims_something_with_a_verb_in_a_list_or_alone(
    text: str, found: list[str]
) -> None:
    assert [each.text for each in claims(text)] == found


def test_the_lines_of_a_report_give_the_paper_back(library: Library) -> None:
    written = lines(PAPER, check(library, PAPER))
    assert "\n".join("".join(words for words, _ in line.pieces) for line in written) == PAPER


def test_every_form_of_report_shows_verdict_and_evidence(report: Path) -> None:
    rows = json.loads((report / "report.json").read_text(encoding="utf-8"))["claims"]
    assert rows[0]["verdict"] == "supported"
    quote = rows[0]["citations"][0]["quote"]
    paragraphs = [paragraph.text for paragraph in Document(str(report / "report.docx")).paragraphs]
    assert f"“{quote}”" in paragraphs
    assert "Supported" in (report / "report.html").read_text(encoding="utf-8")


def test_words_that_the_documents_do_not_have_are_never_supported(report: Path) -> None:
    rows = json.loads((report / "report.json").read_text(encoding="utf-8"))["claims"]
    assert rows[-1]["verdict"] != "supported"
    assert any("quotation marks" in flag for flag in rows[-1]["flags"])


def test_a_paper_is_read_from_word_too(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Staff in Trafford feel valued and supported by their managers.")
    document.save(str(tmp_path / "paper.docx"))
    assert "feel valued" in read_paper(tmp_path / "paper.docx")


def test_a_report_in_another_form_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnownProblem, match=r"not \.pdf"):
        write_report(tmp_path / "report.pdf", "paper.txt", "", ())


def test_the_command_prints_a_verdict_and_refuses_to_overwrite_the_paper(
    library: Library, command: Command, environment: dict[str, str], tmp_path: Path
) -> None:
    environment["INSPECTION_HOME"] = str(library.home)
    done = command("-m", "assistant", "check", "Trafford spent £3 million on lighthouses.", "--json")
    assert json.loads(done.stdout)[0]["verdict"] == "not_in_evidence"
    paper = tmp_path / "paper.txt"
    paper.write_text(PAPER, encoding="utf-8")
    done = command("-m", "assistant", "check", "--file", paper, "--out", paper)
    assert done.returncode == 1
    assert "overwrite" in done.stderr
