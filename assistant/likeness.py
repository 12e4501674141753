"""How much of a topic's words other texts hold, rare words counting more."""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from math import log

from snowballstemmer import stemmer

from documents.abbreviations import singular
from index.terms import SHORT
from index.words import content_words


def shares(topic: str, texts: Sequence[str]) -> list[float]:
    """For each text, the share of the topic's words it holds, from 0 to 1; rare words weigh more."""
    held = [stems(text) for text in texts]
    counts = Counter(stem for text in held for stem in text)
    weights = {stem: log(1 + len(held) / (1 + counts[stem])) for stem in stems(topic)}
    total = sum(weights.values())
    return [
        sum(weight for stem, weight in weights.items() if stem in text) / total if total else 0.0
        for text in held
    ]


def stems(text: str) -> set[str]:
    text = SHORT.sub(lambda found: singular(found.group()), text)
    return {stem(word) for word in content_words(text)}


@cache
def stem(word: str) -> str:
    """'assessment' for 'assessments': the stems of the Porter2 algorithm."""
    return str(stemmer("english").stemWord(word))
