"""A claim beside a sentence of the documents: what of it stands there, and what speaks against it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.contrasts import axes, weighs
from assistant.groups import PATTERNS, exchanged, groups
from assistant.long_forms import in_full
from assistant.quantities import agrees, figures, share, shares
from assistant.statement import Statement, evaluative, halves, stated

FRAMING = frozenset(  # words by which a claim says that something was found, not what
    """
    inspector inspectors inspection inspections inspected ofsted report reported reports letter visit
    visited found finding findings find said say says noted note notes stated states highlighted judged
    described describes identified confirmed observed recognised acknowledged concluded saw seen reviewed
    self assessment council local authority services service time year years month months recent latest
    last previous current now today also still area singled out particular department education government
    jtai ilacs send partnership it its
    """.split()
)
HALF_FITS = 0.6  # the share of the claim's covered words that a half of the sentence must hold to stand alone
IN_CONTEXT = 0.6  # what a word counts that stands in the passage or heading, not in the sentence


@dataclass(frozen=True, slots=True)
class Compared:
    """`covered` is the share, 0 to 1, of the claim's matter that the sentence names; `against` and `missing`
    say what speaks against it and what is not borne out; `opposed` from -1 (agrees) to 1 (says the opposite).
    """

    covered: float
    opposed: float
    against: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def compared(claim: str, sentence: str, context: str, weights: Mapping[str, float]) -> Compared:
    """`context` is what stands around the sentence; `weights` says how rare each stem is."""
    claim, sentence, context = (in_full(text) for text in (claim, sentence, context))
    said, around = stated(claim), stated(context)
    part = _aligned(said, sentence)
    whole = stated(sentence)
    covered = _covered(said, whole, around, weights, _named_alike(claim, f"{sentence} {context}"))
    against, missing = _quantities(claim, part.text, f"{sentence} {context}")
    missing += exchanged(claim, sentence) or _other_groups(claim, f"{context} {sentence}")
    opposed = _opposed(said, part) or _opposed(said, whole)
    return Compared(covered, opposed, tuple(against), tuple(missing))


def matter(said: Statement) -> frozenset[str]:
    """The stems that say what a claim is about, without those that weigh it or say that it was found."""
    return frozenset(
        word.stem
        for word in said.words
        if word.counts
        and word.text not in FRAMING
        and not evaluative(word.text)
        and not word.text[:1].isdigit()
        and not word.text.startswith("£")
    )


def _aligned(said: Statement, sentence: str) -> Statement:
    """The half of the sentence that speaks of the claim's matter; all of it where no half does alone."""
    whole = stated(sentence)
    wanted = matter(said) & whole.stems
    parts = [stated(half) for half in halves(sentence)]
    if not wanted or len(parts) < 2:
        return whole
    best = max(parts, key=lambda part: (len(wanted & part.stems), -len(part.words)))
    return best if len(wanted & best.stems) >= HALF_FITS * len(wanted) and len(best.words) > 3 else whole


def _covered(
    said: Statement, whole: Statement, around: Statement, weights: Mapping[str, float], alike: frozenset[str]
) -> float:
    wanted = matter(said)
    total = sum(weights.get(stem, 1.0) for stem in wanted)
    if not total:
        return 0.5
    held = sum(weights.get(stem, 1.0) for stem in wanted & (whole.stems | alike))
    near = sum(weights.get(stem, 1.0) for stem in (wanted - whole.stems - alike) & around.stems)
    return (held + IN_CONTEXT * near) / total


def _named_alike(claim: str, text: str) -> frozenset[str]:
    """The stems by which the claim names groups that the text names in other words."""
    held = groups(text)
    spans = [found.group() for name in groups(claim) & held for found in PATTERNS[name].finditer(claim)]
    return frozenset(stem for words in spans for stem in stated(words).stems)


def _opposed(said: Statement, part: Statement) -> float:
    """By opposites first: one row named on both sides; then praise against blame; then what is denied. That
    both measure alike ('current', 'early') says only that they may speak of one thing.
    """
    ours, theirs = _sides(said), _sides(part)
    shared = [at for at in ours if at in theirs and (weighs(at) or ours[at] * theirs[at] < 0)]
    if shared:
        clashes = sum(ours[at] * theirs[at] < 0 for at in shared)
        return (2 * clashes - len(shared)) / len(shared)
    product = said.sign * part.sign
    if product:
        return -0.8 if product > 0 else 0.8
    return _denied(said, part)


def _denied(said: Statement, part: Statement) -> float:
    """Whether what both name is denied in one alone."""
    theirs = {word.stem: word.negated for word in part.words if word.counts}
    both = [(word.negated, theirs[word.stem]) for word in said.words if word.counts and word.stem in theirs]
    turned = sum(one != other for one, other in both)
    denied = sum(one and other for one, other in both)
    if turned == denied:
        return 0.0
    return 0.6 if turned > denied else -0.6


def _sides(statement: Statement) -> dict[int, int]:
    found: dict[int, int] = {}
    for word in statement.words:
        for at, side in axes(word.text):
            found[at] = found.get(at, 0) + (-side if word.negated else side)
    return {at: side for at, side in found.items() if side}


def _quantities(claim: str, part: str, sentence: str) -> tuple[list[str], list[str]]:
    against: list[str] = []
    missing: list[str] = []
    written = figures(sentence)
    for figure in figures(claim):
        answers = [agrees(figure, each) for each in written]
        if re.search(rf"\b{re.escape(figure.words)}\b", sentence, re.IGNORECASE):
            continue
        if True not in answers:
            (against if False in answers else missing).append(figure.words)
    ours, theirs = share(claim), shares(part)
    if ours is not None and theirs and all(abs(ours - each) > 1 for each in theirs):
        against.append("proportion")
    return against, missing


def _other_groups(claim: str, text: str) -> list[str]:
    """Those the claim is about, where the text is about others and none of them."""
    ours, theirs = groups(claim), groups(text)
    return sorted(ours) if theirs and not ours & theirs else []
