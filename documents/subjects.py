"""Which authorities a document is about."""

from collections import Counter

from documents.mentions import mentions

LEAD = 3000  # characters at the head of a document, which say what it is about
SUPPORT = 1 / 3  # of the mentions of the authority mentioned most: fewer, and a title names it in passing
LOCAL = 1 / 3  # of all mentions: enough for a council's document or an article, which name others as well
NATIONAL = 1 / 2  # less, and a document that may be about the whole country is about no authority


def named(title: str) -> tuple[str, ...]:
    """The authorities that a title names, each once, in order."""
    return tuple(dict.fromkeys(mention.code for mention in mentions(title)))


def written_about(title: str, words: str, share: float) -> tuple[str, ...]:
    """The authorities of the title that the words bear out; where it names none, the one they name most."""
    counts = Counter(mention.code for mention in mentions(words))
    if titled := named(title):
        most = max(counts[code] for code in titled)
        return tuple(code for code in titled if counts[code] >= most * SUPPORT)
    return most_named(words[:LEAD], share) or most_named(words, share)


def most_named(text: str, share: float = NATIONAL) -> tuple[str, ...]:
    """The authority with more than `share` of the mentions, and twice as many as the next."""
    counts = Counter(mention.code for mention in mentions(text))
    (code, times), (_, next_times) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    return (code,) if times > counts.total() * share and times >= 2 * next_times else ()
