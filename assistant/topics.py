"""What a recommendation is about, and whether other words are about the same."""

import re
from dataclasses import dataclass

from assistant.evidence import Quote
from assistant.groups import groups
from assistant.likeness import stems
from assistant.practice import BROAD, Matter, matters, narrowest, without_matters
from documents.frameworks import Framework
from documents.report import Kind, Source
from documents.sentences import sentences

GROUPS = frozenset(  # of children: a finding on one of them says nothing of another
    ("children in care", "care leavers", "disabled children", "privately fostered children", "young carers")
)
SEND = (Framework.AREA_SEND, Framework.AREA_SEND_REVISIT)
BOARD = re.compile(r"\bLSCB\b|\bsafeguarding (?:children[’']?s? )?(?:board|partnership)\b", re.IGNORECASE)
AGENCIES = (  # what is asked of one of them, only a finding on that one can meet
    re.compile(r"\bpolice\b|\bconstabulary\b", re.IGNORECASE),
    re.compile(
        r"\b(?:midwi\w+|hospitals?|NHS|health (?:visit|profession|staff|trust)\w*|GPs?|trusts?)\b",
        re.IGNORECASE,
    ),
    re.compile(r"\bprobation\b|\bNPS\b|\bCRCs?\b", re.IGNORECASE),
)
PURPOSE = re.compile(r",? (?:so that|in order (?:to|that)|to ensure|to help|this is to)\b.*", re.I | re.S)
ASIDE = re.compile(r"\s*\([^)]*(?:framework|outcome|enabler|principle)[^)]*\)", re.IGNORECASE)
FEWEST = 4  # words that must be left before a purpose for it to be cut
GENERAL = frozenset(  # stems that any recommendation may hold
    "alway care consist continu child children develop effect ensur full given help impact improv includ"
    " increas leader local author make need number offer one part partnership peopl practic provid qualiti"
    " respons servic social strengthen support through time understand use way work young".split()
)
LEANING = 0.3  # share of the other words that a sentence must hold which leaves its matter to those before it


@dataclass(frozen=True, slots=True)
class Topic:
    """A recommendation's words, matters and groups of children, and of whom it is asked, if not the council.

    `aspect` are the stems of its other words: 'escalation', where the matter is reviewing officers;
    `agencies` are places in `AGENCIES`.
    """

    words: str
    matters: frozenset[Matter]
    groups: frozenset[str]
    aspect: frozenset[str]
    agencies: frozenset[int]
    of_board: bool

    @property
    def broad(self) -> bool:
        return all(matter.level == BROAD for matter in self.matters)

    def share(self, text: str) -> float:
        """How much of the aspect a text holds, from 0 to 1."""
        return len(self.aspect & stems(text)) / len(self.aspect) if self.aspect else 0.0


def topic(text: str, source: Source, addressed_to: str | None = None) -> Topic:
    """What a recommendation asks for, without what it is to serve: 'so that …' is alike in all of them."""
    words = ASIDE.sub("", text).strip()
    short = PURPOSE.sub("", words)
    serves = matters(words[len(short) :]) & narrowest(matters(short))
    words = short if len(short.split()) >= FEWEST and matters(short) and not serves else words
    aspect = frozenset(stems(without_matters(words)) - GENERAL)
    of_board = bool(addressed_to and BOARD.search(addressed_to))
    found = matters(BOARD.sub(" ", words) if of_board else words)
    agencies = _agencies(words[slice(*sentences(words)[0])]) if words else frozenset()
    return Topic(words, narrowest(found), _groups(words, source), aspect, agencies, of_board)


def same(one: Topic, other: Topic) -> bool:
    """Whether two recommendations ask for the same."""
    if (one.of_board, one.agencies) != (other.of_board, other.agencies):
        return False
    if not _same_group(one.groups, other.groups):
        return False
    return bool(one.matters & other.matters)


def in_common(asked: Topic, quote: Quote) -> frozenset[Matter]:
    """The matters that a quotation shares, if it is about the same children (or, for a board, the board)."""
    if quote.passage.kind is Kind.RECOMMENDATION:
        other = topic(quote.words, quote.source, quote.passage.heading[-1] if quote.passage.heading else None)
        return asked.matters & other.matters if same(asked, other) else frozenset()
    opening = quote.passage.text[: sentences(quote.passage.text)[0][1]]
    told = _groups(" ".join((*quote.passage.heading[-1:], opening, quote.words)), quote.source)
    if not _same_group(asked.groups, told) or not asked.agencies <= _agencies(quote.words):
        return frozenset()
    if asked.of_board and not BOARD.search(quote.words):
        return frozenset()
    return _broad(asked, quote) if asked.broad else _narrow(asked, quote)


def _narrow(asked: Topic, quote: Quote) -> frozenset[Matter]:
    """A sentence may leave its matter to those before it, where it holds enough of the other words."""
    found = matters(quote.words)
    if all(matter.level == BROAD for matter in found) and asked.share(quote.words) >= LEANING:
        found = found | _antecedent(quote)
    return asked.matters & found


def _broad(asked: Topic, quote: Quote) -> frozenset[Matter]:
    """'Plans' are child protection plans too, but not 'pathway plans', which are another matter."""
    own = matters(quote.words)
    found = own | (_antecedent(quote) if all(matter.level == BROAD for matter in own) else frozenset())
    wider = {matter for matter in asked.matters if any(each.part_of == matter.name for each in own)}
    others = any(matter.level < BROAD and not matter.part_of for matter in found)
    return frozenset() if others else asked.matters & (own | wider)


def _antecedent(quote: Quote) -> frozenset[Matter]:
    """What the nearest sentence before it in its passage is about that names more than broad matters."""
    earlier = [span for span in sentences(quote.passage.text) if span[1] <= quote.start]
    for start, end in reversed(earlier):
        found = matters(quote.passage.text[start:end])
        if any(matter.level < BROAD for matter in found):
            return found
    return frozenset()


def _groups(words: str, source: Source) -> frozenset[str]:
    send = {"disabled children"} if source.framework in SEND else set()
    return (groups(words) & GROUPS) | send


def _agencies(words: str) -> frozenset[int]:
    return frozenset(at for at, form in enumerate(AGENCIES) if form.search(words))


def _same_group(asked: frozenset[str], told: frozenset[str]) -> bool:
    return not asked or not told or bool(asked & told)
