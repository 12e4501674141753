"""Understanding a question without a language model: whom it is about, which inspection, what is wanted."""

import re
from dataclasses import replace

from assistant.cues import (
    COMPARES,
    EVER,
    GRADED_ONE,
    HOME,
    INSPECTIONS,
    INSPECTORS,
    KINDS,
    LATEST,
    LETTER,
    LIST,
    OF_ITSELF,
    OTHERS,
    QUANTITY,
    SAID_ABOUT,
    SINCE,
    SPEAKERS,
    THROUGH,
    WHAT_IS,
)
from assistant.evidence import AnswerKind, Period, Reading
from assistant.matter import named, topic_of
from assistant.periods import periods
from documents.authorities import register
from documents.frameworks import Framework
from documents.report import Speaker


def understand(question: str, home: str | None) -> Reading:
    """`home` is the code of the home council, whom 'we' and 'our' mean."""
    found = periods(question)
    authorities = _with_home(question, named_authorities(question), home)
    sides = _sides(question, authorities)
    kind = _kind(question, len(authorities), len(sides), len(found))
    if not authorities and home and kind is not AnswerKind.ACROSS:
        authorities = (home,)
    beside: tuple[str, ...] = ()
    if kind is AnswerKind.ACROSS and authorities and OTHERS.search(question):
        beside, authorities = authorities, ()
        found = [] if not SINCE.search(question) else found  # the time is that of the authority named
    since = found[0].first if len(found) == 1 and _goes_on_from(question, kind) else None
    if kind is AnswerKind.CHANGE and len(found) == 2 and THROUGH.search(question):
        found = [Period(found[0].first, found[1].last, f"{found[0].words} to {found[1].words}")]
    return Reading(
        question=question,
        topic=topic_of(question),
        kind=kind,
        authorities=authorities,
        other_than=beside,
        speakers=sides,
        frameworks=tuple(
            each for pattern, kinds in INSPECTIONS if pattern.search(question) for each in kinds
        ),
        periods=() if since else tuple(found),
        latest=bool(LATEST.search(question)) and not found,
        since=since,
        graded=_graded(question, kind) if not found else "",
    )


def named_authorities(question: str) -> tuple[str, ...]:
    """Codes of those the question names; 'the councils that replaced Cumbria' are those that did."""
    codes = [mention.code for mention in named(question)]
    if re.search(r"\b(?:replaced|succeeded|took over from)\b", question, re.I):
        codes = [heir for code in codes for heir in (register()[code].successors or (code,))]
    return tuple(dict.fromkeys(codes))


def _with_home(question: str, named: tuple[str, ...], home: str | None) -> tuple[str, ...]:
    """'How do we compare with Shropshire?' is about the home council too."""
    if home and named and home not in named and COMPARES.search(question) and HOME.search(question):
        return (home, *named)
    return named


def each_authority(reading: Reading) -> list[tuple[str, Reading]]:
    """The reading for each authority alone: 'Trafford (2022) and Shropshire (focused visit)'."""
    found = [mention for mention in named(reading.question) if mention.code in reading.authorities]
    ends = [*(mention.start for mention in found), len(reading.question)][1:]
    beside = {
        mention.code: reading.question[mention.start : end] for mention, end in zip(found, ends, strict=False)
    }
    return [(code, _narrowed(reading, code, beside.get(code, ""))) for code in reading.authorities]


def _narrowed(reading: Reading, code: str, words: str) -> Reading:
    bracket = re.search(r"^[^()]*\(([^()]*)\)", words)
    if bracket is None:
        return replace(reading, authorities=(code,))
    own_periods, own_frameworks = tuple(periods(bracket[1])), _frameworks(bracket[1])
    return replace(reading, authorities=(code,), periods=own_periods, frameworks=own_frameworks)


def _frameworks(question: str) -> tuple[Framework, ...]:
    return tuple(each for pattern, kinds in INSPECTIONS if pattern.search(question) for each in kinds)


def _sides(question: str, authorities: tuple[str, ...]) -> tuple[Speaker, ...]:
    """Who should speak: the press or the council, beside the inspectors or alone."""
    sides = [speaker for speaker, pattern in SPEAKERS if pattern.search(question)]
    if not sides and OF_ITSELF.search(_anonymous(question)) and INSPECTORS.search(question):
        sides = [Speaker.COUNCIL]
    inspected = INSPECTORS.search(question) or LETTER.search(question) or _frameworks(question)
    if sides and COMPARES.search(question) and inspected:
        sides.append(Speaker.INSPECTORATE)
    return tuple(sides)


def _anonymous(question: str) -> str:
    for mention in reversed(named(question)):
        question = f"{question[: mention.start]}the council{question[mention.end :]}"
    return question


def _kind(question: str, authorities: int, sides: int, times: int) -> AnswerKind:
    """Two authorities or two voices are compared; else the first kind whose words the question has."""
    if authorities > 1 or sides > 1:
        return AnswerKind.COMPARISON
    question = GRADED_ONE.sub(" ", question)  # that grade tells which inspection, and is not asked for
    kind = next((kind for kind, pattern in KINDS if pattern.search(question)), AnswerKind.FACT)
    if kind is AnswerKind.FACT and not authorities and WHAT_IS.search(question) and not HOME.search(question):
        kind = AnswerKind.DEFINITION
    if kind is AnswerKind.DEFINITION and LIST.search(re.sub("[“”‘’'\"]", "", question)):
        kind = AnswerKind.LIST  # the “priority and immediate” actions
    if kind is AnswerKind.JUDGEMENT and SAID_ABOUT.search(question):
        return AnswerKind.FACT
    if kind is AnswerKind.JUDGEMENT and EVER.search(question):
        return AnswerKind.CHANGE
    if times > 1 and kind in (AnswerKind.FACT, AnswerKind.JUDGEMENT) and not QUANTITY.search(question):
        return AnswerKind.CHANGE
    return kind


def _graded(question: str, kind: AnswerKind) -> str:
    """The overall grade by which one inspection is told from the others."""
    one = GRADED_ONE.search(question)
    of_several = kind in (AnswerKind.ACROSS, AnswerKind.CHANGE, AnswerKind.COMPARISON)
    return one["grade"].lower() if one and not of_several else ""


def _goes_on_from(question: str, kind: AnswerKind) -> bool:
    """Whether the one time named is where the matter begins: 'since 2019', 'told in 2018: was it sorted?'"""
    return bool(SINCE.search(question)) or kind is AnswerKind.CHANGE
