"""How much of a passage is quoted: half a finding misleads, and a long one is not read."""

import re
from itertools import islice, takewhile

from assistant.asking import Asking
from assistant.evidence import Quote, whole
from documents.sentences import sentences

ITEMS = 6  # of a list that a sentence announces
BACK = re.compile(  # a sentence that leans on the one before it
    r"^[“‘\"']?(?:There (?:was|were|has been|have been) (?:an? )?(?:subsequent|further|also)"
    r"|This|These|That|Those|It|Its|They|Their|Such|However|But|As a result|Consequently|Therefore"
    r"|In addition|Also|For (?:some|these|many|others)|Some|Others?|Despite this|Nevertheless)\b"
)
SHORT_ENOUGH = 320  # characters up to which a quotation takes in the sentence that follows
LONGEST = 420  # characters of a quotation that takes in the sentences that lean on it
BETWEEN = 200  # characters of a sentence left out between two that are quoted: it is quoted too


def widened(quote: Quote, longest: int = LONGEST) -> Quote:
    """The quotation with its neighbours in the paragraph, while it stays short: half a finding misleads.

    The sentence it leans on comes first, then those that lean on it, then whatever follows.
    """
    short_enough = SHORT_ENOUGH if longest == LONGEST else longest
    spans = sentences(quote.passage.text)
    first = last = next(at for at, span in enumerate(spans) if span[0] <= quote.start < span[1])

    def length(start: int, end: int) -> int:
        return spans[end][1] - spans[start][0]

    def leans(at: int) -> bool:
        return BACK.search(quote.passage.text[spans[at][0] : spans[at][1]]) is not None

    while first > 0 and leans(first) and length(first - 1, last) <= longest:
        first -= 1
    while last + 1 < len(spans) and length(first, last + 1) <= (longest if leans(last + 1) else short_enough):
        last += 1
    start, end = spans[first][0], spans[last][1]
    return Quote(quote.passage, quote.source, min(start, quote.start), max(end, quote.end))


def announced(asking: Asking, quote: Quote) -> list[Quote]:
    """The items of a list that the quotation announces: 'through five key pillars:'."""
    if not quote.words.endswith(":"):
        return []
    after = [each for each in asking.passages(quote.source) if each.order > quote.passage.order]
    items = takewhile(lambda each: each.heading == quote.passage.heading and each.text[-1] != ":", after)
    return [whole(item, quote.source) for item in islice(items, ITEMS)]


def joined_up(quotes: list[Quote]) -> list[Quote]:
    """Sentences that follow each other in one passage become one quotation, in the place of the better."""
    joined: list[Quote] = []
    for quote in quotes:
        beside = next((at for at, one in enumerate(joined) if _touch(one, quote)), None)
        if beside is None:
            joined.append(quote)
        else:
            one = joined[beside]
            joined[beside] = Quote(
                one.passage, one.source, min(one.start, quote.start), max(one.end, quote.end)
            )
    return joined


def _touch(one: Quote, other: Quote) -> bool:
    """Whether they overlap or follow each other in one passage, with no more than a sentence between."""
    gap = max(one.start, other.start) - min(one.end, other.end)
    return one.passage.id == other.passage.id and gap <= BETWEEN
