"""Judgements over time: one line an area, each point with its page; the plot; the command."""

import csv
import io
import json
from pathlib import Path

import pytest
from conftest import Command
from PIL import Image

from assistant.areas import Line, height, lines_of
from assistant.history import COLUMNS, as_csv, as_json, as_lines, as_table, history
from assistant.history_plot import plotted
from documents.judgements import GRADES
from index import build
from index.library import Library

LETTER = """Inspection of Shropshire local authority children’s services

Inspection dates: {dates}

{grades}

Social workers know their children well.
"""
GRADES_2016 = (
    "The overall judgement is that children’s services are good.",
    "The effectiveness of the LSCB is inadequate.",
)
GRADES_2022 = (
    "The impact of leaders on social work practice with children and families is good",
    "The experiences and progress of children in care and care leavers are outstanding",
)


@pytest.fixture
def graded(emptied: Library, tmp_path: Path) -> Library:
    """A library of two made letters about Shropshire, with grades of 2016 and of 2022."""
    for name, dates, grades in (
        ("b.txt", "4 July 2016 to 8 July 2016", GRADES_2016),
        ("a.txt", "7 February 2022 to 11 February 2022", GRADES_2022),
    ):
        path = tmp_path / name
        path.write_text(LETTER.format(dates=dates, grades="\n\n".join(grades)), encoding="utf-8")
        build.add(emptied, path)
    return emptied


@pytest.mark.parametrize(
    ("area", "lines"),
    [
        ("Children who need help and protection", (Line.PROTECTION,)),
        ("The experiences and progress of children who need help and protection", (Line.PROTECTION,)),
        ("Children looked after and achieving permanence", (Line.IN_CARE,)),
        ("Outcomes for looked after children and young people", (Line.IN_CARE,)),
        ("The experiences and progress of children in care", (Line.IN_CARE,)),
        ("The experiences of children in care and care leavers", (Line.IN_CARE, Line.CARE_LEAVERS)),
        ("Experiences and progress of care leavers", (Line.CARE_LEAVERS,)),
        ("Leadership, management and governance", (Line.LEADERSHIP,)),
        ("Leadership and management", (Line.LEADERSHIP,)),
        ("Adoption performance", (Line.ADOPTION,)),
        ("Local Safeguarding Children Board", (Line.BOARD,)),
        ("Area SEND outcome", (Line.SEND,)),
        ("Capacity to improve", (Line.OTHER,)),
    ],
)  # fmt: skip
def test_an_area_has_one_line_whatever_its_framework_calls_it(area: str, lines: tuple[Line, ...]) -> None:
    assert lines_of(area) == lines


def test_every_grade_has_its_height_and_inadequate_is_at_the_foot() -> None:
    heights = {name: height(Line.OVERALL, name) for _, name in GRADES}
    assert heights.pop("not judged") is None
    assert min(heights, key=lambda name: heights[name] or 0) == "inadequate"
    assert max(heights, key=lambda name: heights[name] or 0) == "outstanding"


def test_an_outcome_of_a_send_inspection_is_not_on_the_scale_of_the_grades() -> None:
    assert height(Line.SEND, "good") is None
    assert height(Line.OVERALL, "inconsistent experiences and outcomes") is None


def test_judgements_stand_in_order_of_time_each_with_its_page(graded: Library) -> None:
    points = history(graded, ["shropshire"])
    assert [
        (point.date.year if point.date else 0, point.line, point.judgement.grade) for point in points
    ] == [
        (2016, Line.OVERALL, "good"),
        (2016, Line.BOARD, "inadequate"),
        (2022, Line.IN_CARE, "outstanding"),
        (2022, Line.CARE_LEAVERS, "outstanding"),
        (2022, Line.LEADERSHIP, "good"),
    ]
    for point in points:
        assert point.judgement.page in point.citation.quote.pages
        assert point.judgement.grade.split()[0] in point.citation.quote.words.lower()


def test_the_table_the_lines_and_the_json_say_the_same(graded: Library) -> None:
    points = history(graded, ["shropshire"])
    names, *rows = as_table(points)
    assert names == list(COLUMNS)
    assert rows[0][:7] == [
        "Shropshire",
        "2016-07-08",
        "ILACS short inspection",
        "overall effectiveness",
        "good",
        "1",
        "b.txt",
    ]
    assert list(csv.reader(io.StringIO(as_csv(points)))) == [names, *rows]
    assert len([line for line in as_lines(points) if line.startswith("    ")]) == len(rows)
    first = as_json(points)[0]
    assert first["page"] == 1
    assert first["citation"]["quote"] == "The overall judgement is that children’s services are good."


def test_a_council_with_no_judgements_has_an_empty_history(library: Library) -> None:
    assert history(library, ["shropshire"]) == ()


def test_the_plot_has_a_panel_for_each_authority(graded: Library) -> None:
    points = history(graded, ["shropshire"])
    one = Image.open(io.BytesIO(plotted(points)))
    others = tuple(type(point)("trafford", point.line, point.judgement, point.citation) for point in points)
    two = Image.open(io.BytesIO(plotted((*points, *others))))
    assert one.format == "PNG"
    assert two.width == 2 * one.width
    assert two.height == one.height


def test_the_command_writes_the_table_and_the_plot(graded: Library, command: Command, tmp_path: Path) -> None:
    words = ("-m", "assistant", "judgements", "--authority", "Shropshire")
    shown = command(*words)
    assert "inadequate" in shown.stdout
    assert len(json.loads(command(*words, "--json").stdout)) == 5
    done = command(*words, "--png", tmp_path / "plot.png", "--csv", tmp_path / "table.csv")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "plot.png").read_bytes().startswith(b"\x89PNG")
    assert (tmp_path / "table.csv").read_text(encoding="utf-8-sig").startswith("authority,date")


@pytest.mark.parametrize(
    ("named", "said"),
    [
        (("--authority", "Atlantis"), "not an English council"),
        (("--authority", "Camden"), "no document about Camden"),
        ((), "Say which authority"),
    ],
)
def test_a_command_that_names_no_authority_held_says_what_to_do(
    graded: Library, command: Command, named: tuple[str, ...], said: str
) -> None:
    done = command("-m", "assistant", "judgements", *named)
    assert done.returncode == 1
    assert said in done.stderr
