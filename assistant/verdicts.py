"""What checking a claim gives: whether the documents bear it out, and the passages for and against."""

from dataclasses import dataclass
from enum import StrEnum

from assistant.claims import Claim
from assistant.evidence import Citation, Reading, Searched, Stance
from assistant.side_by_side import Change


class Finding(StrEnum):
    """How a claim stands to the documents."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    MIXED = "mixed"
    NOT_IN_EVIDENCE = "not_in_evidence"


class Flag(StrEnum):
    """What a reader should know before the claim is relied on."""

    SUPERSEDED = "superseded by a later finding"
    OWN_WORD = "the council’s own word only"
    OTHER_AUTHORITY = "another authority’s"
    OTHER_TIME = "found at another time"
    RECOMMENDED = "recommended, not achieved"
    NOT_THEIR_WORDS = "the words in quotation marks are not in the documents"


@dataclass(frozen=True, slots=True)
class Misquotation:
    """Words that a claim quotes, the nearest true wording, and the two side by side, word by word."""

    claimed: str
    nearest: Citation | None
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A claim as the documents bear it out. Citations for and against stand best first, with their stance;
    `nearest` came closest where none bears on it; `reasons` say in a few words what decided.
    """

    claim: Claim
    reading: Reading
    finding: Finding
    citations: tuple[Citation, ...]
    searched: Searched
    flags: tuple[Flag, ...] = ()
    reasons: tuple[str, ...] = ()
    nearest: tuple[Citation, ...] = ()
    misquotations: tuple[Misquotation, ...] = ()

    @property
    def supporting(self) -> tuple[Citation, ...]:
        return tuple(each for each in self.citations if each.stance is Stance.SUPPORTS)

    @property
    def contradicting(self) -> tuple[Citation, ...]:
        return tuple(each for each in self.citations if each.stance is Stance.CONTRADICTS)

    @property
    def text(self) -> str:
        """What a reader is told, with the [n] marks of the citations."""
        marks = " ".join(f"“{each.quote.words}” [{each.number}]" for each in self.citations)
        return f"{TOLD[self.finding]} {marks}".strip()


TOLD = {
    Finding.SUPPORTED: "Supported:",
    Finding.CONTRADICTED: "Contradicted:",
    Finding.MIXED: "The documents disagree:",
    Finding.NOT_IN_EVIDENCE: "Not in evidence: nothing searched bears this out or speaks against it.",
}
