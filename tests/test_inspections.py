"""Which inspection a question means: by its time, its publication, its grade."""

from dataclasses import replace

from assistant.answer import answer
from assistant.evidence import Outcome, Period
from assistant.inspections import of_the_time
from documents.frameworks import Framework
from documents.report import ReportDate, Source, Speaker
from index.library import Library

VISITED = Source(
    "0" * 64,
    "report.pdf",
    "application/pdf",
    "Inspection of Camden",
    ("camden",),
    Speaker.INSPECTORATE,
    Framework.ILACS_STANDARD,
    inspected_from=ReportDate(2022, 12, 5),
    inspected_to=ReportDate(2022, 12, 16),
)
LATER = replace(
    VISITED, sha256="1" * 64, inspected_from=ReportDate(2026, 6, 1), inspected_to=ReportDate(2026, 6, 12)
)
HELD = [VISITED, LATER]


def in_month(year: int, month: int) -> list[Period]:
    return [Period(year * 10_000 + month * 100 + 1, year * 10_000 + month * 100 + 28, f"{month}/{year}")]


def test_a_report_that_does_not_tell_may_have_come_out_some_months_after_its_inspection() -> None:
    assert of_the_time(in_month(2022, 12), HELD) == [VISITED]
    assert of_the_time(in_month(2023, 5), HELD) == [VISITED]
    assert of_the_time(in_month(2023, 9), HELD) == []
    assert of_the_time(in_month(2022, 11), HELD) == []


def test_a_report_that_tells_when_it_was_published_came_out_then() -> None:
    told = replace(VISITED, published=ReportDate(2023, 2, 1))
    assert of_the_time(in_month(2023, 2), [told]) == [told]
    assert of_the_time(in_month(2023, 5), [told]) == []


def test_no_other_inspections_list_or_dates_pass_for_those_of_a_time_of_which_nothing_is_held(
    library: Library,
) -> None:
    assert answer(library, "What must Trafford improve?").outcome is Outcome.ANSWERED
    for question in (
        "What did Ofsted tell Trafford to improve in 2009?",
        "What was Trafford judged in 2009?",
        "When was the 2009 inspection of Trafford?",
    ):
        assert answer(library, question).citations == (), question
