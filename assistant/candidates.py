"""The sentences that may bear on a claim: those that are almost its words, else those that best answer it."""

from collections.abc import Iterable

from assistant.evidence import Quote, Reading
from assistant.find import Found, find
from assistant.near_verbatim import departures
from assistant.witnesses import Witnesses
from documents.report import Source
from documents.sentences import sentences
from index.library import Library
from index.search import search_in

SAME_WORDS = 0.8  # the share of a claim's words from which a sentence is almost the claim
LOOKED_AT = 10  # passages
PASSAGES, OPENED = 28, 8  # scored whole, and of those sentence by sentence
ALMOST = 8.0  # the score (a logit) of a sentence that is almost the claim


def candidates(library: Library, reading: Reading, heard: Witnesses) -> list[Found]:
    """Best first. A claim with its time that stands almost word for word is not searched for any further."""
    if not heard.everyone:
        return []
    same = [each for each in almost(library, reading.topic, heard.everyone) if heard.may_speak(each.quote)]
    if same and reading.periods:
        return same
    found = find(library, reading.topic, heard.everyone, passages=PASSAGES, opened=OPENED)
    known = {each.quote for each in same}
    return same + [each for each in found if each.quote not in known and heard.may_speak(each.quote)]


def almost(library: Library, topic: str, sources: Iterable[Source]) -> list[Found]:
    """Sentences that hold nearly all of the claim's words in order, the likest first."""
    found: list[tuple[float, Quote]] = []
    for match in search_in(library, topic, sources, LOOKED_AT):
        text = match.passage.text
        for start, end in sentences(text):
            alike = departures(topic, text[start:end]).alike
            if alike >= SAME_WORDS:
                found.append((alike, Quote(match.passage, match.source, start, end)))
    found.sort(key=lambda pair: -pair[0])
    return [Found(quote, ALMOST + alike, ALMOST, 0) for alike, quote in found]
