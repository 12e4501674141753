"""Reasons to say no before looking: what the question asks about is not in the documents at all."""

import re

from assistant import wording
from assistant.asking import Asking
from assistant.evidence import AnswerKind
from assistant.inspections import VISITS
from assistant.matter import named
from assistant.unheard import unheard
from documents.authorities import name_of, register
from documents.report import MONTHS
from index import catalogue
from index.terms import STANDARD, long_forms

OF_ANY_DOCUMENT = (AnswerKind.ACROSS, AnswerKind.DEFINITION)
NAMED = re.compile(  # "Stepping Stones", "Charedi", "ESTEEM"
    r"(?<![.?!“\"] )(?<!^)\b(?:[A-Z][a-z]{2,}(?:[ -][A-Z][a-z]+)*|[A-Z]{5,})\b"
)
AN_EXAMPLE = re.compile(r"\ban? [A-Z][a-z]+(?: [A-Z][a-z]+)*\b")  # "the likes of a Premier Inn"
QUOTED = re.compile(r"[‘“\"]([^’”\"]{3,40})[’”\"]|'([^']{3,40})'(?!\w)")
COMMON = frozenset(
    """
    Ofsted Department Education Government Council Councils Board Report Letter Inspection Inspectors
    Inspector Joint Targeted Area Care Children English England Autumn Spring Summer Winter Local
    Authority Borough County City Safeguarding Partnership Partners Social Services Service National
    Framework Majesty Her His The What When Who Which Whose How Why Did Does Are Was Were Can Could Has Have
    """.split()
)


def refused(asking: Asking) -> str | None:
    """Why the documents cannot answer; None where they may."""
    reading = asking.reading
    if not asking.sources:
        if asking.selection.missing:
            kinds = wording.kinds_of(asking.selection.missing)
            return wording.NO_SUCH_INSPECTION.format(kind=kinds, names=wording.names(reading.authorities))
        return _not_held(asking)
    if reading.kind is AnswerKind.JUDGEMENT and _only_visits(asking):
        return wording.VISITS_GIVE_NO_GRADE
    if name := _never_named(asking):
        return wording.NEVER_NAMED.format(name=name)
    if reading.kind not in OF_ANY_DOCUMENT and (matter := unheard(asking)):
        return wording.UNHEARD.format(matter=matter)
    return None


def _not_held(asking: Asking) -> str:
    """That nothing is held of those named; of a council that has been replaced, by which."""
    codes = asking.reading.authorities
    said = [wording.NOT_HELD.format(names=wording.names(codes) or "this")]
    for code in codes:
        if heirs := register()[code].successors:
            names = wording.names(heirs)
            said.append(wording.REPLACED.format(name=name_of(code), names=names))
    return " ".join(said)


def _only_visits(asking: Asking) -> bool:
    asked = set(asking.reading.frameworks)
    return bool(asked) and asked <= set(VISITS)


def _never_named(asking: Asking) -> str | None:
    """A name in the question, where the documents in question use none of its names."""
    documents = {source.sha256 for source in asking.sources}
    names = [name for name in _names(asking.reading.question) if not _abbreviates(asking, name)]
    with asking.library.catalogue.reading() as db:
        heard = any(catalogue.holds_words(db, name, documents) for name in names)
    return names[0] if names and not heard else None


def _abbreviates(asking: Asking, name: str) -> bool:
    """'MAPPA' is written out in other documents, and no name of something in this authority."""
    return name.isupper() and bool(long_forms(asking.library, name))


def _names(question: str) -> list[str]:
    """Proper names, other than of authorities, months and the inspectorates."""
    for mention in reversed(named(question)):
        question = question[: mention.start] + "," + question[mention.end :]
    found = [name.group() for name in NAMED.finditer(AN_EXAMPLE.sub(" ", question))]
    known = COMMON | set(STANDARD) | set(MONTHS) | {month[:3] for month in MONTHS} | {"Sept"}
    return [name for name in found if not set(re.split("[ -]", name)) <= known]
