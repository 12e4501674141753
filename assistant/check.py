"""The other main job of the product: a text into verdicts on its claims, borne out by exact quotations."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import searched
from assistant.asking import Asking
from assistant.candidates import almost, candidates
from assistant.cautions import cautions
from assistant.claims import Claim, claims, whole_claim
from assistant.deciding import decided
from assistant.evidence import Citation, Quote, Reading, Stance
from assistant.graded import graded
from assistant.groups import exchanged
from assistant.inspections import Selection
from assistant.quoted import Quoted, quoted
from assistant.quoting import widened
from assistant.ranking import newer_first
from assistant.verdicts import Finding, Flag, Misquotation, Verdict
from assistant.verify import cited
from assistant.weighing import Weighed, weighed
from assistant.witnesses import Witnesses, claimed, witnesses
from index.library import Library
from index.search import EVERYTHING, Scope

MOSTLY = 0.5  # of a claim's words: quoted words that are fewer do not bear all of it out


def check(library: Library, text: str, scope: Scope = EVERYTHING) -> tuple[Verdict, ...]:
    """A verdict on each claim of `text`, in order."""
    return tuple(checked(library, claim, scope) for claim in claims(text))


def checked_whole(library: Library, text: str, scope: Scope = EVERYTHING) -> Verdict:
    """The verdict on `text` as one claim."""
    return checked(library, whole_claim(text), scope)


def checked(library: Library, claim: Claim, scope: Scope = EVERYTHING) -> Verdict:
    """The documents of the claim's authority and time are always searched, whatever the claim says."""
    reading = claimed(claim.text, library.settings.authority, scope.authorities)
    scope = replace(scope, authorities=())
    held = [source for source in library.sources() if scope.holds(source)]
    heard = witnesses(reading, held, library)
    said = quoted(library, claim.text, heard.everyone)
    rows = evidence(library, reading, heard, said)
    finding, shown = decided(rows)
    flags = cautions(library, reading, finding, shown, held)
    if any(not each.exact for each in said):
        finding, flags = _misquoted(said, finding), (*flags, Flag.NOT_THEIR_WORDS)
    citations = _cited(library, shown)
    return Verdict(
        claim,
        reading,
        finding,
        citations if finding is not Finding.NOT_IN_EVIDENCE else (),
        searched(library, heard.everyone, reading),
        flags,
        tuple(dict.fromkeys(reason for row in shown[:1] for reason in row.reasons)),
        () if citations else cited(library, [row.quote for row in rows[:1]]),
        tuple(_beside(each, citations) for each in said if each.beside),
    )


def evidence(library: Library, reading: Reading, heard: Witnesses, said: Sequence[Quoted]) -> list[Weighed]:
    """Words quoted and grades decide by themselves; else the sentences that bear on the claim, best first.
    A grade named in passing, by a claim that stands almost word for word, does not; nor does a quoted term.
    """
    asking = Asking(library, reading, Selection(heard.everyone))
    rows = [each.weighed for each in said if each.weighed and not _is_in_passing(each, reading.topic)]
    if not rows:
        rows = [Weighed(each.quote, each.stance, 1.0, (f"graded {each.given}",)) for each in graded(asking)]
        rows = [] if rows and almost(library, reading.topic, heard.everyone) else rows
    if rows:
        return sorted(rows, key=lambda row: -row.strength)
    found = newer_first(asking, candidates(library, reading, heard))
    return weighed(reading.topic, found)


def _is_in_passing(said: Quoted, topic: str) -> bool:
    if said.quote is None or not said.exact:
        return False
    is_short = len(said.words.split()) < MOSTLY * len(topic.split())
    return is_short or bool(exchanged(topic, said.quote.passage.text))


def _misquoted(said: Sequence[Quoted], finding: Finding) -> Finding:
    """Words that are not the documents' are never supported."""
    near = any(each.beside for each in said)
    return Finding.CONTRADICTED if near or finding is Finding.CONTRADICTED else Finding.NOT_IN_EVIDENCE


def _beside(said: Quoted, citations: tuple[Citation, ...]) -> Misquotation:
    assert said.quote and said.beside
    shown = next((each for each in citations if said.quote.words in each.quote.words), None)
    return Misquotation(said.words, shown, said.beside.changes)


def _cited(library: Library, rows: Sequence[Weighed]) -> tuple[Citation, ...]:
    stances: dict[Quote, Stance | None] = {}
    for row in rows:
        stances.setdefault(widened(row.quote), row.stance)
    return tuple(replace(each, stance=stances[each.quote]) for each in cited(library, stances))
