"""Claims checked against the samples: what is borne out, what is denied, and what is not in evidence."""

import pytest

from assistant.check import check, checked_whole
from assistant.evidence import Stance
from assistant.verdicts import Finding, Verdict
from index.library import Library

BORNE_OUT = "In July 2018 inspectors found that staff in Trafford feel valued and supported."
TURNED = "In July 2018 inspectors found that staff in Trafford do not feel valued or supported."
UNHEARD = "Trafford spent £3 million on lighthouses in 2018."


def verdict(library: Library, claim: str) -> Verdict:
    return checked_whole(library, claim)


def test_a_true_claim_is_supported_by_exact_words(library: Library) -> None:
    found = verdict(library, BORNE_OUT)
    assert found.finding is Finding.SUPPORTED
    assert found.citations[0].stance is Stance.SUPPORTS
    assert found.citations[0].quote.words in found.citations[0].quote.passage.text


def test_a_claim_turned_round_is_not_supported(library: Library) -> None:
    assert verdict(library, TURNED).finding is Finding.CONTRADICTED


def test_what_no_document_says_is_not_in_evidence(library: Library) -> None:
    found = verdict(library, UNHEARD)
    assert found.finding is Finding.NOT_IN_EVIDENCE
    assert found.citations == ()


@pytest.mark.parametrize("claim", [BORNE_OUT, TURNED])
def test_every_citation_of_a_verdict_takes_a_side(library: Library, claim: str) -> None:
    assert all(citation.stance for citation in verdict(library, claim).citations)


def test_each_claim_of_a_text_keeps_its_place(library: Library) -> None:
    text = f"Our position\n\n{BORNE_OUT} {UNHEARD}"
    found = check(library, text)
    assert [text[each.claim.start : each.claim.end] for each in found] == [BORNE_OUT, UNHEARD]
