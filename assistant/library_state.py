"""What the library was when something was asked of it, so that an answer can be judged later."""

from dataclasses import dataclass

from index import catalogue, facts
from index.library import Library


@dataclass(frozen=True, slots=True)
class LibraryState:
    """`generation` goes up by one with every change of the library; `model` makes its vectors."""

    documents: int
    passages: int
    model: str
    precision: str
    generation: int

    @property
    def words(self) -> str:
        model = f"{self.model} ({self.precision})" if self.model else "none yet"
        return (
            f"{self.documents:,} documents with {self.passages:,} passages; state {self.generation:,};"
            f" embedding model {model}"
        )


def state_of(library: Library) -> LibraryState:
    with library.catalogue.reading() as db:
        model, precision = facts.fact(db, "model") or "", facts.fact(db, "precision") or ""
        held = catalogue.counts(db)
        return LibraryState(*held, model, precision, facts.generation(db))
