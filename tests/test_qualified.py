"""Findings that the sentence after them takes back."""

import pytest

from assistant.evidence import Quote
from assistant.qualified import is_qualified
from documents.report import Kind, Passage, Source, Span, Speaker


def first_sentence(text: str) -> Quote:
    end = text.index(". ") + 1 if ". " in text else len(text)
    sha256 = "0" * 64
    source = Source(sha256, "letter.pdf", "application/pdf", "A letter", (), Speaker.INSPECTORATE)
    passage = Passage(sha256, 0, Kind.FINDING, (), None, (Span(1, 0, len(text)),), text)
    return Quote(passage, source, 0, end)


@pytest.mark.parametrize(
    ("text", "qualified"),
    [
        ("Most pay no council tax. However, this is not so for those outside the borough.", True),
        ("Plans are of good quality. Not all have clear timescales.", True),
        ("Plans are of good quality. However, leaders want more of them to be excellent.", False),
        ("Plans are of good quality. They are seldom late.", False),
        ("Plans are of good quality.", False),
    ],
)
def test_a_turn_that_blames_or_denies_takes_a_finding_back(text: str, qualified: bool) -> None:
    assert is_qualified(first_sentence(text)) is qualified
