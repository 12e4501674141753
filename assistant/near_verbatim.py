"""A claim that is almost the document's own sentence: every word that differs must be accounted for."""

from dataclasses import dataclass

from assistant.contrasts import axes, negates, value
from assistant.groups import exchanged_once
from assistant.quantities import agrees, figures, share
from assistant.side_by_side import Change, side_by_side, within
from assistant.statement import stated

ALIKE = 0.7  # the share of the claim's words that stand in the sentence in the same order
ENOUGH_WORDS = 6
TENSES = frozenset("will would plan plans planned planning intend intends used previously formerly".split())


@dataclass(frozen=True, slots=True)
class Departures:
    """What a near-verbatim claim changes. `alike` is 0 to 1; `against` turns the sentence round, `missing` is
    something the sentence does not say; `new` are words put in that neither opposites nor figures explain.
    """

    alike: float
    against: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    new: tuple[str, ...] = ()

    @property
    def is_near(self) -> bool:
        return self.alike >= ALIKE


def departures(claim: str, sentence: str) -> Departures:
    """`alike` is 0 where the claim is too short to be called near-verbatim."""
    found = side_by_side(claim, sentence)
    if len(claim.split()) < ENOUGH_WORDS or found.alike < ALIKE:
        return Departures(0.0)
    against: list[str] = []
    missing = [f"“{name}”" for name in exchanged_once(claim, sentence)]
    new: list[str] = []
    for change in _without_asides(within(found.changes)):
        if change.same:
            continue
        if _is_turned(change):
            against.append(_told(change))
        elif _is_moved(change):
            missing.append(_told(change))
        else:
            new += _put_in(change, sentence)
    return Departures(found.alike, tuple(against), tuple(missing), tuple(new))


def _without_asides(changes: tuple[Change, ...]) -> list[Change]:
    """What the document says between commas or brackets, the claim may leave out too."""
    before = ("", *(change.written for change in changes))
    return [
        change
        for change, led in zip(changes, before, strict=False)
        if change.claimed or not _is_aside(led, change.written)
    ]


def _is_aside(led: str, words: str) -> bool:
    in_brackets = words.startswith("(") and words.rstrip(".,").endswith(")")
    return in_brackets or (led.endswith(",") and words.endswith(","))


def _is_turned(change: Change) -> bool:
    """Denied, put into its opposite, or with another proportion or figure."""
    ours, theirs = stated(change.claimed), stated(change.written)
    negations = [sum(negates(word.text) for word in each.words) % 2 for each in (ours, theirs)]
    if negations[0] != negations[1]:
        same_sense = change.claimed and change.written and ours.sign * theirs.sign > 0  # 'not timely': 'late'
        if not same_sense:
            return True
    elif _is_opposed(change):
        return True
    return share(change.claimed) != share(change.written) or not _same_figures(change)


def _same_figures(change: Change) -> bool:
    ours, theirs = figures(change.claimed), figures(change.written)
    return len(ours) == len(theirs) and all(map(agrees, ours, theirs))


def _is_opposed(change: Change) -> bool:
    ours = [word.text for word in stated(change.claimed).words]
    theirs = [word.text for word in stated(change.written).words]
    sides = {place for word in theirs for place in axes(word)}
    if any((at, -side) in sides for word in ours for at, side in axes(word)):
        return True
    return any(value(one) * value(other) < 0 for one in ours for other in theirs)


def _is_moved(change: Change) -> bool:
    """Done in place of planned."""
    ours = {word.text for word in stated(change.claimed).words}
    theirs = {word.text for word in stated(change.written).words}
    return bool((ours ^ theirs) & TENSES)


def _put_in(change: Change, sentence: str) -> list[str]:
    """Words with a meaning of their own that the sentence has nowhere, nor one that weighs alike."""
    held, theirs = stated(sentence).stems, stated(change.written).words
    counted = {word for figure in figures(change.claimed) for word in figure.words.lower().split()}
    return [
        word.text
        for word in stated(change.claimed).words
        if word.counts
        and word.stem not in held
        and word.text not in counted
        and not any(value(word.text) * value(other.text) > 0 for other in theirs)
    ]


def _told(change: Change) -> str:
    return f"“{change.claimed}” for “{change.written}”"
