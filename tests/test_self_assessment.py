"""What a council says of itself beside the findings: agreements and disagreements, and one-sided matters."""

import io
import json
import shutil
from pathlib import Path

import pytest
from conftest import Command
from docx import Document

from assistant.self_assessment import Comparison, Relation, Row, beside_findings
from assistant.self_assessment_shown import as_docx, as_json, as_lines
from documents.report import Speaker
from index import build
from index.library import Library
from index.settings import Settings

OWN = """# Shropshire Council's self-assessment, May 2018

## What we know about ourselves

- Our supervision is strong and regular.
- Our front door is effective and timely.
- Our early help is well coordinated.
- There were 31 adoptions in the year.

## Areas for development

- Strengthening our response to children who go missing.
- Improving our virtual school.
"""
LETTER = """# Inspection of Shropshire local authority children’s services

Inspection dates: {dates}

## Findings

{findings}
"""
NEAR = """Supervision is weak and infrequent.

The front door is timely and effective.

Return home interviews are often late.

The virtual school is effective and well led.

Homeless young people wait too long for help."""
FAR = "Early help is poorly coordinated."


@pytest.fixture(scope="module")
def assessed(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A made self-assessment, an inspection within a year of it, and one five years after."""
    texts = {
        "own.txt": OWN,
        "near.txt": LETTER.format(dates="4 March 2019 to 8 March 2019", findings=NEAR),
        "far.txt": LETTER.format(dates="6 March 2023 to 10 March 2023", findings=FAR),
    }
    folder = tmp_path_factory.mktemp("assessed")
    made = Library(Settings(home=folder / "home"))
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
        build.add(made, folder / name)
    return made


@pytest.fixture(scope="module")
def compared(assessed: Library) -> Comparison:
    return beside_findings(assessed, "shropshire")


def about(compared: Comparison, matter: str) -> Row:
    return next(row for row in compared.rows if matter in row.matters)


def test_praise_of_oneself_that_inspectors_do_not_share_is_a_disagreement(compared: Comparison) -> None:
    row = about(compared, "supervision")
    assert row.relation is Relation.DIFFERS
    assert row.said is not None
    assert row.said.quote.source.speaker is Speaker.COUNCIL
    assert "weak" in row.found[0].quote.words


def test_the_same_praise_and_the_same_need_are_agreements(compared: Comparison) -> None:
    assert about(compared, "front door").relation is Relation.AGREES
    assert about(compared, "children who go missing").relation is Relation.AGREES


def test_a_plan_for_what_inspectors_praise_is_no_disagreement(compared: Comparison) -> None:
    assert about(compared, "education of children in care").relation is Relation.BOTH


def test_inspections_more_than_two_years_away_are_left_out(compared: Comparison) -> None:
    assert [source.file for source in compared.inspected] == ["near.txt"]
    assert about(compared, "early help").relation is Relation.COUNCIL


def test_what_only_the_inspectors_speak_of_comes_last(compared: Comparison) -> None:
    assert about(compared, "homeless young people").relation is Relation.INSPECTORS
    relations = [list(Relation).index(row.relation) for row in compared.rows]
    assert relations == sorted(relations)


def test_bare_figures_are_no_statement_about_oneself(compared: Comparison) -> None:
    assert not any("adoption" in row.matters for row in compared.rows)


def test_the_exports_hold_every_row(compared: Comparison) -> None:
    lines = as_lines(compared)
    assert lines[0] == "DISAGREEMENTS"
    rows = as_json(compared)["rows"]
    assert len(rows) == len(compared.rows)
    json.dumps(rows)
    document = Document(io.BytesIO(as_docx(compared)))
    assert sum(len(table.rows) - 1 for table in document.tables) == len(rows)


def test_a_council_without_a_dated_self_assessment_is_told_so(library: Library) -> None:
    assert "no self-assessment" in as_lines(beside_findings(library, "shropshire"))[0]


def test_the_command_prints_and_writes(
    assessed: Library, home: Path, command: Command, tmp_path: Path
) -> None:
    shutil.copytree(assessed.home, home)
    words = ("-m", "assistant", "selfassessment", "--authority", "Shropshire")
    assert command(*words).stdout.startswith("DISAGREEMENTS")
    done = command(*words, "--docx", tmp_path / "s.docx", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["authority"] == "Shropshire"
    assert (tmp_path / "s.docx").exists()
