"""Two wordings side by side, word by word: what is the same, and what stands in place of what."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

TOKEN = re.compile(r"\S+")
EDGE = re.compile(r"^\W+|[^\w%]+$|[’']s$")


@dataclass(frozen=True, slots=True)
class Change:
    """Words of a claim beside those the document has in their place; either may be empty."""

    claimed: str
    written: str
    same: bool


@dataclass(frozen=True, slots=True)
class SideBySide:
    """`alike` is the share, 0 to 1, of the claim's words that stand in the document's in the same order."""

    alike: float
    changes: tuple[Change, ...]


def side_by_side(claimed: str, written: str) -> SideBySide:
    """All words of both, in order; case and the marks at a word's edges do not count."""
    ours, theirs = TOKEN.findall(claimed), TOKEN.findall(written)
    matcher = SequenceMatcher(None, [bare(word) for word in ours], [bare(word) for word in theirs], False)
    changes = tuple(
        Change(" ".join(ours[a:b]), " ".join(theirs[c:d]), kind == "equal")
        for kind, a, b, c, d in matcher.get_opcodes()
    )
    same = sum(len(each.claimed.split()) for each in changes if each.same)
    return SideBySide(same / max(1, len(ours)), changes)


def within(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """Without what the document has before and after: the claim may leave it out."""
    kept = list(changes)
    while kept and not kept[0].same and not kept[0].claimed:
        kept.pop(0)
    while kept and not kept[-1].same and not kept[-1].claimed:
        kept.pop()
    return tuple(kept)


def bare(word: str) -> str:
    return EDGE.sub("", EDGE.sub("", word.replace("’", "'").lower()))
