"""Slips of typing put right by the words that the documents use: 'recomendations', 'assesments'.

One letter left out, put in, changed, or exchanged with the next (Damerau, A technique for computer detection
and correction of spelling errors, CACM 1964); the first letter is taken to be right.
"""

import re
import sqlite3
from collections.abc import Collection, Iterator
from functools import cache
from string import ascii_lowercase
from typing import Any

from snowballstemmer import stemmer

from index.everyday import is_everyday
from index.library import Library

WORD = re.compile(r"(?<![\w’'-])[a-z]{7,}(?![\w’'-])")  # shorter ones have too many neighbours
FEWEST = 5  # passages that use the word meant
LOOKED_AT = 500  # passages in which its form is looked for
AT_ONCE = 900  # SQLite takes no more than 999 values


def slips(library: Library, question: str) -> dict[str, str]:
    """What is typed, and what is meant by it, for each word that no document has but for one letter."""
    typed = {word for word in WORD.findall(question) if not is_everyday(word)}
    with library.catalogue.reading() as db:
        unknown = typed - _used(db, typed, fewest=1).keys()
        found = {word: _meant(db, word) for word in sorted(unknown)}
    return {word: meant for word, meant in found.items() if meant}


def put_right(question: str, found: dict[str, str]) -> str:
    return WORD.sub(lambda word: found.get(word.group(), word.group()), question)


def _meant(db: sqlite3.Connection, word: str) -> str | None:
    """The neighbour that most passages use, in just this form."""
    used = _used(db, set(_neighbours(word)), FEWEST)
    by_use = sorted(used, key=lambda each: (-used[each], each))
    return next((each for each in by_use if _is_written(db, each)), None)


def _is_written(db: sqlite3.Connection, word: str) -> bool:
    """The index knows stems alone: 'escal' is that of 'escalation', and of no word 'escaled'."""
    rows = db.execute("SELECT text FROM words WHERE text MATCH ? LIMIT ?", (f'"{word}"', LOOKED_AT))
    return any(re.search(rf"\b{word}\b", row["text"], re.IGNORECASE) for row in rows)


def _used(db: sqlite3.Connection, words: Collection[str], fewest: int) -> dict[str, int]:
    """How many passages use each word, for those that at least `fewest` do."""
    db.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab (main, words, row)")
    stems = {word: _stemmer().stemWord(word) for word in words}
    counts: dict[str, int] = {}
    wanted = sorted(set(stems.values()))
    for start in range(0, len(wanted), AT_ONCE):
        some = wanted[start : start + AT_ONCE]
        places = ", ".join("?" * len(some))
        counts.update(db.execute(f"SELECT term, doc FROM temp.vocabulary WHERE term IN ({places})", some))
    return {word: counts[stem] for word, stem in stems.items() if counts.get(stem, 0) >= fewest}


def _neighbours(word: str) -> Iterator[str]:
    for at in range(1, len(word) + 1):
        head, tail = word[:at], word[at:]
        yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in ascii_lowercase:
            yield head + letter + tail
            yield head + letter + tail[1:]


@cache
def _stemmer() -> Any:
    """As the full-text index stems: Porter's algorithm of 1980."""
    return stemmer("porter")
