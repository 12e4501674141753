"""Claims about a grade, held against the judgements of the reports' own rows."""

import re
from dataclasses import dataclass

from assistant.asking import Asking
from assistant.evidence import Quote, Stance, whole
from assistant.grades import AREAS, OVERALL
from assistant.inspections import full_inspections, when
from assistant.statement import stated
from assistant.witnesses import THEN
from documents.judgements import grade_of
from documents.report import Judgement, Source

GRADE = re.compile(
    r"\b(?P<grade>outstanding|requir(?:es?|ed|ing) improvement(?: to be good)?|inadequate|adequate"
    r"|good(?=\W*$|[.,;]|\s+(?:overall|in|at|by|when|and|for|to|along|following|after|with|under|since|on)\b))",
    re.IGNORECASE,
)
JUDGED = re.compile(
    r"\b(?:judged|judging|rated|rating|graded|grades?|judge?ments?|overall|effectiveness)\b", re.IGNORECASE
)
WHOLE_SERVICE = re.compile(r"\b(?:children[’']s services|services?|council|authority)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Graded:
    """The row that decides, and whether it bears the claimed grade out."""

    quote: Quote
    stance: Stance
    given: str


def graded(asking: Asking) -> list[Graded]:
    """Empty where the claim names no grade, or no row gives one for the area it names."""
    claim = asking.reading.question
    named = GRADE.search(claim)
    if named is None or not JUDGED.search(claim):
        return []
    wanted = grade_of(re.sub(r"(?i)requir\w+ improvement.*", "requires improvement", named["grade"]))
    denied = _is_denied(claim, named["grade"].split()[0].lower())
    found = []
    for source in _inspections(asking):
        for row in _rows(claim, asking.judgements(source)):
            if quote := _quote(asking, source, row):
                same = (row.grade == wanted) is not denied
                found.append(Graded(quote, Stance.SUPPORTS if same else Stance.CONTRADICTS, row.grade))
    return found


def _is_denied(claim: str, grade: str) -> bool:
    return any(word.text == grade and word.negated for word in stated(claim).words)


def _inspections(asking: Asking) -> list[Source]:
    """Of the time claimed; without one, the latest that gives grades, or the one before it."""
    full = full_inspections(asking.sources) or list(asking.sources)
    held = sorted((each for each in full if asking.judgements(each)), key=when)
    if asking.reading.periods:
        return held
    before = THEN.search(asking.reading.question) is not None and len(held) > 1
    return held[-2:-1] if before else held[-1:]


def _rows(claim: str, rows: list[Judgement]) -> list[Judgement]:
    """Those of the area that the claim names; of the whole service, where it names none."""
    named = [printed for asked, printed in AREAS if asked.search(claim)]
    chosen = [row for row in rows if any(printed.search(row.area) for printed in named)]
    if chosen or named:
        return chosen[:1]
    return [row for row in rows if OVERALL.search(row.area)] if WHOLE_SERVICE.search(claim) else []


def _quote(asking: Asking, source: Source, row: Judgement) -> Quote | None:
    first = row.spans[0]
    for passage in asking.passages(source):
        for span in passage.spans:
            if span.page == first.page and span.start <= first.start and first.end <= span.end:
                return whole(passage, source)
    return None
