"""The state of the index, for those who look after it."""

from dataclasses import dataclass

from index import facts
from index.library import Library
from index.rebuild import is_outdated


@dataclass(frozen=True, slots=True)
class State:
    """`model` and `precision` are those the index was built with; None where it is empty."""

    documents: int
    passages: int
    model: str | None
    precision: str | None
    is_outdated: bool


def state_of(library: Library) -> State:
    with library.catalogue.reading() as db:
        documents = db.execute("SELECT count(*) FROM documents").fetchone()[0]
        passages = db.execute("SELECT count(*) FROM passages").fetchone()[0]
        model, precision = facts.fact(db, "model"), facts.fact(db, "precision")
    other = model is not None and library.wanted_embedder().name != model
    return State(documents, passages, model, precision, is_outdated(library) or other)
