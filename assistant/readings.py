"""From a question to its reading: with what it takes from the conversation, and as a person corrects it."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from assistant.evidence import AnswerKind, Reading
from assistant.followups import Turn, read_on
from assistant.understand import named_authorities, understand
from index.search import Scope


class Named(StrEnum):
    """What a question may name, and a person may say it did not mean."""

    AUTHORITY = "authority"
    INSPECTION = "inspection"
    TIME = "time"
    VOICE = "voice"


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person says of a reading: another kind of answer, or that something was not meant."""

    kind: AnswerKind | None = None
    without: tuple[Named, ...] = ()


AS_READ = Correction()


def correction_from(event: Any) -> Correction:
    """From the data of a button, which a visitor may have written: anything unknown is left out."""
    kind, without = str(getattr(event, "kind", "")), str(getattr(event, "without", "")).split(",")
    return Correction(
        next((known for known in AnswerKind if known == kind), None),
        tuple(named for named in Named if named in without),
    )


def read(question: str, home: str | None, scope: Scope, before: Turn | None) -> Reading:
    """`home` is the code of the home council; the authority chosen in `scope` counts where none is named."""
    reading = read_on(question, before, home) if before else understand(question, home)
    if scope.authorities and not named_authorities(question):
        reading = replace(reading, authorities=scope.authorities)
    return replace(reading, asked=question)


def corrected(reading: Reading, correction: Correction) -> Reading:
    for named in correction.without:
        reading = _without(reading, named)
    return replace(reading, kind=correction.kind) if correction.kind else reading


def _without(reading: Reading, named: Named) -> Reading:
    match named:
        case Named.AUTHORITY:
            return replace(reading, authorities=())
        case Named.INSPECTION:
            return replace(reading, frameworks=(), documents=(), graded="")
        case Named.TIME:
            return replace(reading, periods=(), latest=False, since=None)
        case Named.VOICE:
            return replace(reading, speakers=())
