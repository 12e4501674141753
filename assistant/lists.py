"""Answers that are lists: what must improve, every item, in order, from the report's own rows."""

import re

from assistant import wording
from assistant.asking import Asking, Part
from assistant.evidence import whole
from assistant.inspections import full_inspections
from assistant.likeness import shares
from documents.report import Passage, Recommendation, Source
from index.terms import SHORT, written_out
from index.words import WORD, content_words

BOARD = re.compile(r"\blscb\b|\bsafeguarding (?:children )?(?:board|partnership)\b", re.IGNORECASE)
FILLER = frozenset(  # words that ask for a list and do not say of what
    """
    action actions actually again answer area areas aside ask asked authority bit board boards borough
    bullet bullets can children city clean complete could council councils county current currently dec
    development district even every everything exactly find five fix fixed four full further get give
    given good got had happened headline ilacs imporve improve improved improvement improvements
    improving inadequate inspected inspection inspections inspectors issue issues item items jtai judged
    judgement key latest leaving left letter list lists lscb main make metropolitan must named need
    needed needs newest next nine now number ofsted outstanding partnership point points priority put
    recent recommend recommendation recommendations recommended report reported reports requires right
    royal safeguarding said say says send services set seven should sif six social still tackle tell ten
    thing things three told two under urgently visit want weak weaknesses well went whole work working
    worst wrong
    """.split()
)
NOT_BOARD = re.compile(r"\bnot (?:the |those for the )?(?:lscb|safeguarding)", re.IGNORECASE)
IMPROVE = re.compile(r"impr?o?v", re.IGNORECASE)  # however it is typed: "improvments", "imporvement"
STRICT = re.compile(r"\b(?:on|about|regarding|concerning|around)\b", re.IGNORECASE)  # "improve on adoption"
MATCHED = 0.5  # the share of the topic's words that an item must hold to be about it
Item = tuple[Recommendation, Passage]


def recommended(asking: Asking) -> list[Part]:
    """The items of the inspection asked about; of all times, where none is named but a topic is."""
    held = [(source, _items(asking, source)) for source in _in_turn(asking)]
    held = [(source, items) for source, items in held if items]
    topics = _topics(asking)
    if topics:
        matched = [part for source, items in held if (part := _part(source, _about(topics, items)))][:3]
        if matched or STRICT.search(asking.reading.topic):
            return matched
    return [part for source, items in held[:1] if (part := _part(source, items))]


def _in_turn(asking: Asking) -> list[Source]:
    """Newest first; inspections of the whole service before others, unless the question names the kind."""
    newest = list(reversed(asking.sources))
    if asking.reading.frameworks:
        return newest
    full = full_inspections(newest)
    return full + [source for source in newest if source not in full]


def _items(asking: Asking, source: Source) -> list[Item]:
    """Those addressed to the safeguarding board only where the question names it, and then only those."""
    items = asking.recommendations(source)
    to_board = [item for item in items if item[0].addressed_to and BOARD.search(item[0].addressed_to)]
    question = asking.reading.question
    if BOARD.search(question) and not NOT_BOARD.search(question) and to_board:
        return to_board
    return [item for item in items if item not in to_board]


def _topics(asking: Asking) -> list[str]:
    """The words that say which items are wanted, as typed and with abbreviations written out."""
    topic = asking.reading.topic
    typed = " ".join(word for word in WORD.findall(topic) if not _fills(word))
    if not content_words(typed):
        return []
    written = written_out(asking.library, typed)
    return [typed, *([" ".join([SHORT.sub(" ", typed), *written])] if written else [])]


def _fills(word: str) -> bool:
    return set(content_words(word)) <= FILLER or IMPROVE.match(word) is not None


def _about(topics: list[str], items: list[Item]) -> list[Item]:
    texts = [item[1].text for item in items]
    best = [max(found) for found in zip(*(shares(topic, texts) for topic in topics), strict=True)]
    return [item for item, share in zip(items, best, strict=True) if share >= MATCHED]


def _part(source: Source, items: list[Item]) -> Part | None:
    quotes = tuple(whole(passage, source) for passage in dict.fromkeys(passage for _, passage in items))
    return Part(f"{wording.IMPROVE} {wording.about(source)}", quotes) if quotes else None
