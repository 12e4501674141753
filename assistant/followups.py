"""Follow-ups: 'and Shropshire?', 'who led that?', 'why?' take what they lack from the turn before."""

import re
from dataclasses import dataclass, replace

from assistant.cues import HOME, KINDS, SPEAKERS
from assistant.evidence import Answer, AnswerKind, Reading
from assistant.lists import FILLER
from assistant.matter import topic_of
from assistant.understand import named_authorities, understand
from documents.authorities import name_of
from index.words import content_words

OPENING = re.compile(
    r"^\W*(?:(?:and|but|so|ok(?:ay)?|then|also|now)\b[\s,]*)*"
    r"(?:(?:what|how) about\b|same (?:question )?for\b)?",
    re.IGNORECASE,
)
WHOLE = re.compile(  # how a question begins that can stand alone
    r"^\W*(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|do|does|did|has|have|had|can|could"
    r"|should|must|will|would|list|tell|show|give|name|compare|summarise|explain|find)\b",
    re.IGNORECASE,
)
WHY = re.compile(r"^\W*(?:but )?(?:why|how come|how so|why (?:was|is|were) (?:that|this|it|they))\W*$", re.I)
LEANS = re.compile(
    r"\b(?:it|its|they|them|theirs?|there|that|this|those|these|then|same|else|other)\b", re.IGNORECASE
)
THAT_DOCUMENT = re.compile(
    r"\b(?:that|this|the same|their|its) (?:\w+ )?"
    r"(?:inspection|visit|report|letter|review|article|document)\b",
    re.IGNORECASE,
)
THE_DOCUMENT = re.compile(r"\bthe (?:inspection|visit|report|letter|article)\b", re.IGNORECASE)
SINCE_THEN = re.compile(r"\b(?:since|after that|afterwards)\b", re.IGNORECASE)
EMPTY = FILLER | {
    "better",
    "changed",
    "else",
    "fixed",
    "happened",
    "other",
    "same",
    "since",
    "sorted",
    "then",
}
REASONS = "why because reason"
COMPLETE = (AnswerKind.LIST, AnswerKind.JUDGEMENT, AnswerKind.DATE_OR_PERSON)  # without naming a matter


@dataclass(frozen=True, slots=True)
class Turn:
    """What was asked last, as it was read, and the documents its answer quoted, the first quoted first."""

    reading: Reading
    quoted: tuple[str, ...] = ()


def turn(found: Answer) -> Turn:
    """What the next question may lean on."""
    quoted = dict.fromkeys(citation.quote.source.sha256 for citation in found.citations)
    return Turn(found.reading, tuple(quoted))


def read_on(question: str, before: Turn, home: str | None) -> Reading:
    """The reading of a question that may go on from the turn `before`; `taken` says what was taken over."""
    rest = OPENING.sub("", question, count=1).strip()
    opened = len(rest) < len(question.strip())
    if WHY.search(rest):
        return _why(before)
    if not WHOLE.search(rest) and (opened or not _says(rest)):
        return _varied(rest, before, home)
    return _leaning(rest, before, home, opened or LEANS.search(rest) is not None)


def _why(before: Turn) -> Reading:
    """The reasons stand beside what was quoted, in the same documents."""
    reading = before.reading
    return replace(
        reading,
        kind=AnswerKind.FACT,
        topic=f"{REASONS} {reading.topic}",
        documents=before.quoted,
        taken=(*map(name_of, reading.authorities), _said(reading)),
    )


def _varied(rest: str, before: Turn, home: str | None) -> Reading:
    """The question before, with another authority, time, inspection or matter in place of its own."""
    old = before.reading
    says = _says(rest)
    own = understand(" ".join([rest, *_asking(old)]) if says else f"{rest} {old.topic}", home)
    reading = _completed(own, rest, old, timed=True)
    several = len(reading.authorities) > 1
    alone = AnswerKind.FACT if old.kind is AnswerKind.COMPARISON else old.kind
    return replace(
        reading,
        kind=AnswerKind.COMPARISON if several else alone,
        topic=own.topic if says else old.topic,
        taken=reading.taken if says else (*reading.taken, _said(old)),
    )


def _leaning(rest: str, before: Turn, home: str | None, leans: bool) -> Reading:
    """A whole question: its authority, and where it leans on what went before its time and its matter."""
    old = before.reading
    own = understand(rest, home)
    documents = _pointed_at(rest, own, before)
    of_home = home in own.authorities and (not leans or HOME.search(rest))
    reading = own if of_home else _completed(own, rest, old, timed=leans and not documents)
    if documents:
        return replace(reading, documents=documents)
    if _says(rest) or own.kind in COMPLETE or not old.topic:
        return reading
    question = f"{rest.rstrip(' ?.!')}: {old.topic}"
    return replace(reading, question=question, topic=old.topic, taken=(*reading.taken, _said(old)))


def _completed(own: Reading, rest: str, old: Reading, timed: bool) -> Reading:
    """What `rest` does not name, as the reading before had it; time and inspection only where `timed`."""
    taken: list[str] = []
    if not named_authorities(rest) and own.kind is not AnswerKind.ACROSS:
        own = replace(own, authorities=old.authorities)
        taken += [name_of(code) for code in old.authorities]
    if timed and not own.speakers and len(old.speakers) == 1:
        own = replace(own, speakers=old.speakers)
        taken += old.speakers
    if timed and not (own.periods or own.latest or own.since or own.frameworks):
        own = replace(own, periods=old.periods, latest=old.latest, since=old.since, frameworks=old.frameworks)
        taken += [*(period.words for period in old.periods), *old.frameworks[:1]]
    if timed and SINCE_THEN.search(rest) and own.periods:
        own = replace(own, periods=(), since=own.periods[0].first)
    return replace(own, taken=tuple(map(str, taken)))


def _asking(reading: Reading) -> list[str]:
    """The words by which a question asked for its kind of answer: 'graded', 'must improve'."""
    patterns = [pattern for kind, pattern in KINDS if kind is reading.kind]
    patterns += [pattern for speaker, pattern in SPEAKERS if speaker in reading.speakers]
    return [match.group() for pattern in patterns if (match := pattern.search(reading.topic))]


def _says(rest: str) -> bool:
    """Whether it says what it is about, beside names, times, inspections and words that only ask."""
    return bool(set(content_words(topic_of(rest))) - EMPTY)


def _said(reading: Reading) -> str:
    return f"“{reading.topic.strip(' ?.!:,')}”"


def _pointed_at(rest: str, own: Reading, before: Turn) -> tuple[str, ...]:
    """The document quoted first, for 'that inspection'; the last of several told in order of time."""
    of_the_document = own.kind is AnswerKind.DATE_OR_PERSON and THE_DOCUMENT.search(rest)
    points = THAT_DOCUMENT.search(rest) or (of_the_document and not own.frameworks)
    if not points or not before.quoted or named_authorities(rest) or own.periods:
        return ()
    return before.quoted[-1:] if before.reading.kind is AnswerKind.CHANGE else before.quoted[:1]
