"""Who signed a letter and to whom it went."""

import pytest

from assistant.letters import lines_of_letter
from documents.report import Kind, Passage, Source, Span, Speaker

LINES = ("2 May 2019", "Jo Doe, Director", "Dear Jo Doe", "Plans are good.", "Yours sincerely", "Al Roe HMI")
SOURCE = Source("0" * 64, "letter.pdf", "application/pdf", "Letter", ("camden",), Speaker.INSPECTORATE)


def letter(*lines: str) -> list[Passage]:
    return [
        Passage(SOURCE.sha256, at, Kind.BOILERPLATE, (), None, (Span(1, 0, len(line), ""),), line)
        for at, line in enumerate(lines)
    ]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Who signed it?", ["Yours sincerely Al Roe HMI"]),
        ("Who was it addressed to?", ["Jo Doe, Director", "Dear Jo Doe"]),
        (
            "Who was it addressed to and who signed?",
            ["Jo Doe, Director", "Dear Jo Doe", "Yours sincerely Al Roe HMI"],
        ),
        ("Who led it?", []),
    ],
)
def test_the_lines_at_head_and_end_are_quoted(question: str, words: list[str]) -> None:
    assert [quote.words for quote in lines_of_letter(question, letter(*LINES), SOURCE)] == words


def test_a_closing_may_hold_the_name() -> None:
    found = lines_of_letter(
        "Who signed?", letter("Plans are good.", "Yours faithfully, Alex Roe, HM Inspector", "2"), SOURCE
    )
    assert [quote.words for quote in found] == ["Yours faithfully, Alex Roe, HM Inspector"]


def test_a_report_that_is_no_letter_has_no_such_lines() -> None:
    assert lines_of_letter("Who signed it, addressed to whom?", letter("Plans are good."), SOURCE) == []
