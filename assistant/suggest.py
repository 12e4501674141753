"""Ways on that the library itself offers: authorities to ask about, and questions to begin with."""

import sqlite3

from documents.authorities import name_of
from documents.report import Source, Speaker
from index import catalogue
from index.library import Library
from index.search import EVERYTHING, Scope

LOOKED_AT = 12  # documents, for questions to begin with


def authorities_held(library: Library, scope: Scope = EVERYTHING) -> list[str]:
    """The names of the authorities that the documents in `scope` are about, in order."""
    codes = {code for source in library.sources() if scope.holds(source) for code in source.authorities}
    return sorted(name_of(code) for code in codes)


def speakers_held(library: Library) -> list[Speaker]:
    held = {source.speaker for source in library.sources()}
    return [speaker for speaker in Speaker if speaker in held]


def suggested_questions(library: Library, most: int) -> list[str]:
    """Questions about what the newest documents hold, of several kinds."""
    newest = sorted(library.sources(), key=_date, reverse=True)[:LOOKED_AT]
    with library.catalogue.reading() as db:
        held = [_questions(db, source) for source in newest if source.authorities]
    asked = [
        questions[(place + turn) % len(questions)]
        for turn in range(most)
        for place, questions in enumerate(held)
    ]
    return list(dict.fromkeys(asked))[:most]


def _date(source: Source) -> int:
    date = source.inspected_to or source.published
    return date.last if date else 0


def _questions(db: sqlite3.Connection, source: Source) -> list[str]:
    name = name_of(source.authorities[0])
    improve = [f"What does {name} need to improve?"] if catalogue.recommendations(db, source.sha256) else []
    judged = [f"How was {name} judged?"] if catalogue.judgements(db, source.sha256) else []
    return [*improve, *judged, f"How well are children in care supported in {name}?"]
