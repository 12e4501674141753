"""What every kind of answer works with, and what it gives back."""

from dataclasses import dataclass

from assistant.evidence import Quote, Reading
from assistant.inspections import Selection
from documents.report import Judgement, Passage, Recommendation, Source
from index import catalogue
from index.library import Library


@dataclass(frozen=True, slots=True)
class Asking:
    """A question, as it was read, and the documents to answer it from."""

    library: Library
    reading: Reading
    selection: Selection

    @property
    def sources(self) -> tuple[Source, ...]:
        return self.selection.sources

    def judgements(self, source: Source) -> list[Judgement]:
        with self.library.catalogue.reading() as db:
            return catalogue.judgements(db, source.sha256)

    def recommendations(self, source: Source) -> list[tuple[Recommendation, Passage]]:
        """Each with the passage that holds it, or the first of those that do."""
        with self.library.catalogue.reading() as db:
            items = catalogue.recommendations(db, source.sha256)
            passages = {passage.order: passage for passage in catalogue.passages(db, source.sha256)}
        return [(item, passages[item.passage]) for item in items]

    def passages(self, source: Source) -> list[Passage]:
        with self.library.catalogue.reading() as db:
            return catalogue.passages(db, source.sha256)


@dataclass(frozen=True, slots=True)
class Part:
    """Quotations that belong together, under a line that says whose they are and when."""

    lead: str
    quotes: tuple[Quote, ...]
