"""Answers to questions that name no matter: 'What was found in Camden?', 'What are the strengths?'"""

import re

from assistant import wording
from assistant.asking import Asking, Part
from assistant.evidence import Quote, whole
from assistant.facts import stated
from assistant.grades import judged
from assistant.inspections import full_inspections
from assistant.matter import says_something
from assistant.quoting import SHORT_ENOUGH, widened
from documents.report import Kind, Passage, Source
from documents.sentences import sentences

STRENGTHS = re.compile(
    r"\bstrengths?\b|\bstrong points?\b|\bpositives\b|\b(?:do|does|did|doing|done|going) well\b", re.I
)
OF_STRENGTHS = re.compile(r"\bstrengths?\b|\b(?:working|doing|done) well\b|\bgood practice\b", re.IGNORECASE)
PREFACE = re.compile(
    r"^(?:This|The) (?:letter|report|inspection|visit|article)\b|^Inspectors (?:looked|considered)\b"
)
MOST = 3  # sentences of a report's opening
ITEMS = 12  # strengths


def opening(asking: Asking) -> list[Part]:
    """Of the newest document: its grades, and what its findings begin with, where reports sum up."""
    full = full_inspections(asking.sources) or list(asking.sources)
    if not full:
        return []
    findings = [each for each in asking.passages(full[-1]) if each.kind is Kind.FINDING]
    told = [each for each in findings if not PREFACE.search(each.text)][:MOST]
    quotes = tuple(_beginning(passage, full[-1]) for passage in told)
    grades = judged(asking) if full_inspections(asking.sources) else []
    return [*grades, *([Part(wording.about(full[-1]), quotes)] if quotes else [])]


def strengths(asking: Asking) -> list[Part]:
    """What stands under a heading of strengths in the newest document that has one, else what is found."""
    if says_something(STRENGTHS.sub(" ", asking.reading.topic)):  # 'strengths of early help'
        return stated(asking)
    for source in reversed(full_inspections(asking.sources) or asking.sources):
        items = [each for each in asking.passages(source) if _is_strength(each)]
        if items:
            return [Part(wording.about(source), tuple(whole(item, source) for item in items[:ITEMS]))]
    return stated(asking)


def _is_strength(passage: Passage) -> bool:
    under = any(OF_STRENGTHS.search(heading) for heading in passage.heading[-1:])
    return passage.kind in (Kind.FINDING, Kind.TABLE_ROW) and under


def _beginning(passage: Passage, source: Source) -> Quote:
    start, end = sentences(passage.text)[0]
    quote = Quote(passage, source, start, end)
    return widened(quote) if end - start < SHORT_ENOUGH else quote
