"""A sentence taken apart for checking: its words, which are negated, and whether it praises or blames."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from assistant.contrasts import axes, eases, negates, value
from assistant.likeness import stem
from index.words import ORDINARY

WORD = re.compile(r"£?\d[\d,.]*\d%?|£?\d%?|[^\W\d_]+(?:[-’'][^\W\d_]+)*")
JOINED = (  # words that make one
    (re.compile(r"\b(over|under)[ -]us(?:e|ed|ing)\b", re.I), r"\1used"),
    (re.compile(r"\bopt(?:ed|ing)?[ -](in|out)\b", re.I), r"opt-\1"),
    (re.compile(r"\bin[ -]house\b", re.I), "in-house"),
    (re.compile(r"\byet to\b", re.I), "not"),
    (re.compile(r"\bless than (?=good\b|effective\b)", re.I), "not "),
    (re.compile(r"\bout of touch\b", re.I), "out-of-touch"),
    (re.compile(r"\bout[ -]of[ -]date\b", re.I), "outdated"),
    (re.compile(r"\bup to date\b", re.I), "up-to-date"),
    (re.compile(r"\b(?:gone|going|went|go|goes) up\b", re.I), "risen"),
    (re.compile(r"\b(?:gone|going|went|go|goes|came|come|coming|comes) down\b(?! to)", re.I), "fallen"),
    (re.compile(r"\b(?:got|get|gets|getting|grown) better\b", re.I), "improved"),
    (re.compile(r"\b(?:got|get|gets|getting|grown) worse\b", re.I), "worsened"),
    (re.compile(r"\b(?:let|letting|lets) (?:\w+ )?down\b", re.I), "unsupported"),
    (re.compile(r"\b(?:in good time|on time)\b", re.I), "timely"),
    (re.compile(r"\bno longer\b", re.I), "not"),
    (re.compile(r"\b(?:far|other) from\b", re.I), "not"),
    (re.compile(r"\bnot (?:only|just|merely|simply)\b", re.I), "also"),
    (re.compile(r"\btoo (?:few|little)\b", re.I), "few"),
    (re.compile(r"\ba few\b", re.I), "some"),
)
BREAK = re.compile(
    r"[,;:–—]|\s-\s|\b(?:and|but|although|though|however|while|whereas|despite|yet|because|so|who|which|where)\b",
    re.IGNORECASE,
)
VERB = re.compile(r"^\W*(?:\w+\W+){0,4}?(?:is|are|was|were|has|have|had|do|does|did|can|will)\b", re.I)
NEAR = 60  # characters after 'and'
EASED = 4  # words after 'reduces' or 'prevents' within which what is bad counts as good
HALVES = re.compile(
    r"[;:–—]\s|,\s|\s(?=(?:but|although|though|however|while|whereas|despite|yet)\b)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word in lower case, its stem, and whether a negation stands over it."""

    text: str
    stem: str
    negated: bool

    @property
    def counts(self) -> bool:
        """Whether it says what the sentence is about."""
        return self.text not in ORDINARY and not negates(self.text)


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence or part of one."""

    text: str
    words: tuple[Word, ...]

    @property
    def stems(self) -> frozenset[str]:
        return frozenset(word.stem for word in self.words if word.counts)

    @property
    def sign(self) -> float:
        """Above 0 where it praises, below 0 where it blames; words under a negation count the other way."""
        return _sign(self.words)


@lru_cache(maxsize=4096)
def stated(text: str) -> Statement:
    joined = text.replace("’", "'")
    for form, word in JOINED:
        joined = form.sub(word, joined)
    words: list[Word] = []
    for clause in _clauses(joined):
        words += _words(clause)
    return Statement(text, tuple(words))


def halves(text: str) -> list[str]:
    """The parts of a sentence that commas and turns such as 'although' set apart."""
    return [half.strip() for half in HALVES.split(text) if half.strip()]


def _clauses(text: str) -> list[str]:
    """Cut where a negation ends: at a comma, at 'but'; at 'and' only where a verb of its own follows."""
    cuts = [
        found.start()
        for found in BREAK.finditer(text)
        if found.group().lower() != "and" or VERB.search(text[found.end() : found.end() + NEAR])
    ]
    return [text[start:end] for start, end in pairwise([0, *cuts, len(text)])]


def _words(clause: str) -> list[Word]:
    found, negations = [], 0
    for each in WORD.finditer(clause):
        text = each.group().lower()
        plain = re.sub(r"'s?$", "", text)
        found.append(Word(plain, stem(plain), negations % 2 == 1))
        negations += negates(text)
    return found


def _sign(words: tuple[Word, ...]) -> float:
    total, easing = 0.0, 0
    for word in words:
        worth = value(word.text)
        if worth < 0 and easing > 0 and not word.negated:
            worth = 1
        total += -worth if word.negated else worth
        easing = EASED if eases(word.text) else easing - 1
    return total


def evaluative(word: str) -> bool:
    """Whether the word weighs rather than names a matter."""
    return value(word) != 0 or bool(axes(word))
