"""Words that a claim puts in quotation marks: do they stand in the documents, and what does if not?"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.evidence import Quote, Stance
from assistant.side_by_side import SideBySide, side_by_side
from assistant.weighing import Weighed
from documents.report import Source
from documents.sentences import sentences
from index.library import Library
from index.search import search_in

MARKED = re.compile(r"“([^”]{12,600})”|\"([^\"]{12,600})\"|‘([^’]{12,600}(?:’\w[^’]*)*)’(?!\w)")
STANDS, MISQUOTED = 1.0, 1.1  # strengths
FEWEST = 4  # words; fewer are a term, not a quotation
PASSAGES = 12
NEAREST = 0.4  # the share of words that the nearest wording must share
WORD = re.compile(r"[\w%£]+(?:['’]\w+)*")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Quoted words; where they stand (`exact`), or the nearest wording with the two side by side."""

    words: str
    exact: bool
    quote: Quote | None
    beside: SideBySide | None

    @property
    def weighed(self) -> Weighed | None:
        """Words that stand bear a claim out; those that do not weigh more: the nearest speak against it."""
        if self.quote is None:
            return None
        if self.exact:
            return Weighed(self.quote, Stance.SUPPORTS, STANDS, ("quoted exactly",))
        return Weighed(self.quote, Stance.CONTRADICTS, MISQUOTED, ("not the documents’ words",))


def quoted(library: Library, claim: str, sources: Iterable[Source]) -> list[Quoted]:
    """Each run of at least four words in quotation marks, looked for in these documents."""
    held = list(sources)
    found = [next(filter(None, marked.groups())) for marked in MARKED.finditer(claim)]
    return [_looked_for(library, words, held) for words in found if len(words.split()) >= FEWEST]


def _looked_for(library: Library, words: str, sources: list[Source]) -> Quoted:
    nearest: tuple[float, Quote, SideBySide] | None = None
    for match in search_in(library, words, sources, PASSAGES):
        text = match.passage.text
        if place := standing(words, text):
            return Quoted(words, True, Quote(match.passage, match.source, *place), None)
        for start, end in sentences(text):
            beside = side_by_side(words, text[start:end])
            if nearest is None or beside.alike > nearest[0]:
                nearest = (beside.alike, Quote(match.passage, match.source, start, end), beside)
    if nearest is None or nearest[0] < NEAREST:
        return Quoted(words, False, None, None)
    return Quoted(words, False, nearest[1], nearest[2])


def standing(words: str, text: str) -> tuple[int, int] | None:
    """Where the words stand in the text, in order and with nothing between; marks and case do not count."""
    wanted = [_plain(found.group()) for found in WORD.finditer(words)]
    held = [(found.span(), _plain(found.group())) for found in WORD.finditer(text)]
    for at in range(len(held) - len(wanted) + 1):
        if all(held[at + step][1] == word for step, word in enumerate(wanted)):
            return held[at][0][0], held[at + len(wanted) - 1][0][1]
    return None


def _plain(word: str) -> str:
    return word.replace("’", "'").lower()
