"""Answers and verdicts in the form other programs rely on: one JSON object each."""

from typing import Any

from assistant.evidence import Answer, Citation, Outcome
from assistant.reading_line import reading_line
from assistant.verdicts import Finding, Verdict
from documents.authorities import name_of


def as_json(found: Answer) -> dict[str, Any]:
    return {
        "answer": found.text,
        "outcome": str(found.outcome),
        "abstained": found.abstained,
        "verdict": None,
        "reading": {
            "authorities": [name_of(code) for code in found.reading.authorities],
            "speakers": [str(speaker) for speaker in found.reading.speakers],
            "kind": str(found.reading.kind),
            "frameworks": [str(framework) for framework in found.reading.frameworks],
            "periods": [period.words for period in found.reading.periods],
            "taken": list(found.reading.taken),
            "line": reading_line(found.reading),
        },
        "citations": [citation_json(citation) for citation in found.citations],
        "nearest": [citation_json(citation) for citation in found.nearest],
        "searched": {
            "documents": found.searched.documents,
            "unreadable_pages": found.searched.unreadable_pages,
        },
    }


def citation_json(citation: Citation) -> dict[str, Any]:
    quote, source = citation.quote, citation.quote.source
    inspected = [date.iso for date in (source.inspected_from, source.inspected_to) if date]
    return {
        "number": citation.number,
        "document": source.file,
        "sha256": source.sha256,
        "title": source.title,
        "authority": ", ".join(name_of(code) for code in source.authorities) or None,
        "speaker": str(source.speaker),
        "publisher": source.publisher,
        "published": source.published.iso if source.published else None,
        "inspected": inspected or None,
        "page": quote.pages[0],
        "pages": list(quote.pages),
        "printed_page": citation.printed_page,
        "paragraph": quote.passage.paragraph,
        "heading": list(quote.passage.heading),
        "quote": quote.words,
        "stance": str(citation.stance) if citation.stance else None,
        "read_by": citation.read_by,
        "sample": source.sample,
    }


def verdict_as_json(verdict: Verdict) -> dict[str, Any]:
    """A verdict in the form of an answer; `abstained` where the documents say nothing of the claim."""
    silent = verdict.finding is Finding.NOT_IN_EVIDENCE
    outcome = Outcome.NOT_IN_DOCUMENTS if silent else Outcome.ANSWERED
    shown = as_json(
        Answer(verdict.reading, outcome, verdict.text, verdict.citations, verdict.searched, verdict.nearest)
    )
    return {
        **shown,
        "verdict": str(verdict.finding),
        "place": [verdict.claim.start, verdict.claim.end],
        "flags": [str(flag) for flag in verdict.flags],
        "reasons": list(verdict.reasons),
    }
