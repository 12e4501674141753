"""Full-text search: BM25 over the passages' words, through SQLite's FTS5."""

import re
import sqlite3
from collections.abc import Collection

WORD = re.compile(r"\w+(?:[’']\w+)*")
POSSESSIVE = re.compile(r"[’']s?$")
ORDINARY = frozenset(
    """
    a about after all also am an and any are as at be been before being but by can could did do does doing
    for from get give had has have having he her his how i if in into is it its just many me more most much
    my no not of on or our ours please she should so some such tell than that the their them then there
    these they this those to up us was we were what when where which while who whom whose why will with
    would you your
    """.split()
)
CONTEXT_WEIGHT = 0.35  # a word in the heading or title counts this much of one in the passage


def search_words(
    db: sqlite3.Connection,
    question: str,
    documents: Collection[str] | None,
    kinds: Collection[str],
    limit: int,
) -> list[str]:
    """Ids of the passages that share the question's words, best first. `documents` limits to their sha256."""
    query = fts_query(question)
    if not query or documents == []:
        return []
    within, values = "", [*kinds]
    if documents is not None:
        within = f" AND passages.sha256 IN ({', '.join('?' * len(documents))})"
        values += sorted(documents)
    rows = db.execute(
        f"SELECT passages.id FROM words JOIN passages ON passages.rowid = words.rowid"
        f" WHERE words MATCH ? AND passages.kind IN ({', '.join('?' * len(kinds))}){within}"
        f" ORDER BY bm25(words, 1.0, {CONTEXT_WEIGHT}), passages.id LIMIT ?",
        (query, *values, limit),
    )
    return [row["id"] for row in rows]


def content_words(text: str) -> list[str]:
    """The words of `text` that say what it is about, in lower case, possessives cut off."""
    words = (POSSESSIVE.sub("", found.lower()) for found in WORD.findall(text))
    return [word for word in words if word not in ORDINARY and (len(word) > 1 or word.isdigit())]


def fts_query(question: str) -> str:
    """Any of the words, each quoted: `SGO's` and `NEAR(` are syntax errors in FTS5 otherwise."""
    words = dict.fromkeys(content_words(question))
    return " OR ".join('"' + word.replace('"', "") + '"' for word in words)
