"""The library: one home folder with the originals, the catalogue and the vector store, held open together."""

import sqlite3
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from uuid import uuid4

import numpy as np
from filelock import FileLock

from documents.problem import KnownProblem
from documents.report import Source
from index import catalogue, entries, facts
from index.database import Catalogue
from index.embed import Embedder
from index.locks import held
from index.opened import ONE_AT_A_TIME, close_store, keep_open, open_store
from index.originals import Originals
from index.records import Records
from index.removed import Removed
from index.scrub import scrub_library
from index.settings import Settings
from index.store import Overtaken, Place, Store
from index.vectors import VectorCache

FIRST_COLLECTION = "passages-0"


class Library:
    """Open it once in a process: any of its threads may use it, and other processes may change it."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.home = settings.home
        self.catalogue = Catalogue(self.home / "library.sqlite")
        self.catalogue.create()
        self.records = Records(self.home / "records.sqlite")
        self.records.create()
        self.cache = VectorCache(self.home / "vectors.sqlite")
        self.originals = Originals(self.home)
        self.removed = Removed(self.home, self.records)
        self._place = Place((self.home / "chroma").resolve(), settings.chroma_url)
        self._lock = FileLock(self.home / "writing.lock")

    def sources(self) -> list[Source]:
        with self.catalogue.reading() as db:
            return catalogue.sources(db)

    def embedder(self) -> Embedder:
        """The model the index was built with. KnownProblem where the settings name another."""
        built_with, wanted = self._built_with(), self.wanted_embedder()
        if built_with is not None and built_with.name != wanted.name:
            raise KnownProblem(
                f"This library's index was built with the embedding model {built_with.name}, but the settings"
                f" name {wanted.name}. Run: python -m index rebuild   (or set"
                " INSPECTION_EMBEDDING_MODEL back)"
            )
        return wanted

    def wanted_embedder(self) -> Embedder:
        """The model that the settings name, in the precision of the index where that was built with it."""
        built_with, wanted = self._built_with(), Embedder(self.settings.embedding_model)
        return built_with if built_with is not None and built_with.name == wanted.name else wanted

    def record_model(self) -> None:
        """Remember with the index which model makes it, having checked the weights that come with us."""
        if self._built_with() is None:
            embedder = self.embedder()
            embedder.check_weights()
            with self.catalogue.writing() as db:
                facts.set_model(db, embedder.name, embedder.precision)
                facts.set_fact(db, "collection", _new_name())

    def _built_with(self) -> Embedder | None:
        """The model of the index as it is, whatever the settings name."""
        with self.catalogue.reading() as db:
            name, precision = facts.fact(db, "model"), facts.fact(db, "precision")
        return Embedder(name, precision) if name else None

    def store(self) -> Store:
        """The vectors as they are now: opened anew when another process has changed the library."""
        with ONE_AT_A_TIME:
            if not self._opened().is_trusted:
                with self.changing():
                    pass  # it clears up first
            return self._opened()

    def nearest(self, vector: np.ndarray, documents: Collection[str] | None, limit: int) -> list[str]:
        """Ids of the passages nearest to `vector`, best first. `documents` limits to their sha256."""
        with ONE_AT_A_TIME:
            try:
                return self.store().nearest(vector, documents, limit)
            except Overtaken:
                close_store(self._place)
                return self.store().nearest(vector, documents, limit)

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Held by the one process that changes the library; first it clears up after one that was killed."""
        with ONE_AT_A_TIME, held(self._lock):
            self._clear_up()
            yield

    @contextmanager
    def recording(self) -> Iterator[sqlite3.Connection]:
        """Write to the catalogue and tell other processes; our own store has seen the change already."""
        store = self.store()
        with self.catalogue.writing() as db:
            yield db
            generation = facts.next_generation(db)
        keep_open(self._place, store, generation)

    @contextmanager
    def new_store(self) -> Iterator[tuple[sqlite3.Connection, Store]]:
        """An empty store, to be filled while the present one serves; then it takes that one's place."""
        old = self._opened()
        with self.catalogue.writing() as db:
            store = old.beside(_new_name())
            yield db, store
            facts.set_fact(db, "collection", store.collection_name)
            generation = facts.next_generation(db)
        keep_open(self._place, store, generation)
        store.succeed(old)

    def fill(self, db: sqlite3.Connection, store: Store, sha256: str, embedder: Embedder) -> None:
        """Put a document's passages, as the catalogue has them, into `store`."""
        texts = catalogue.embedded_texts(db, sha256)
        if texts:
            store.add(sha256, list(texts), self.cache.vectors(list(texts.values()), embedder))

    def finish_removal(self, sha256: str) -> None:
        """Clear away what is left of a document that is not, or no longer, in the catalogue."""
        with self.catalogue.reading() as db:
            held = catalogue.holds(db, sha256)
        if not held:
            self.store().remove(sha256)
            self.removed.take(sha256, self.originals)
        with self.catalogue.writing() as db:
            entries.not_pending(db, sha256)

    def finish_erasures(self) -> None:
        """Leave nothing on this machine of what people have begun to erase."""
        for sha256 in self.removed.erasures():
            with self.recording() as db:
                entries.take_out(db, sha256)
                entries.not_pending(db, sha256)
                entries.drop_traces(db)
            self.originals.drop(sha256)
            self.removed.originals.drop(sha256)
            self._refill()  # Chroma's files keep for long what is deleted from a collection
            self.close()
            scrub_library(self.catalogue, self.records, self.cache, self._place.folder)
            self.removed.erased(sha256)

    def close(self) -> None:
        """Let go of the store's files; they are opened again when they are needed."""
        with ONE_AT_A_TIME:
            close_store(self._place)

    def _opened(self) -> Store:
        with self.catalogue.reading() as db:
            generation, name = facts.generation(db), facts.fact(db, "collection")
        return open_store(self._place, name or FIRST_COLLECTION, generation)

    def _clear_up(self) -> None:
        if not self._opened().is_trusted:
            self._refill()
        with self.catalogue.reading() as db:
            left_over = entries.pending(db)
        for sha256 in left_over:
            self.finish_removal(sha256)
        self.finish_erasures()
        self.removed.purge({source.sha256 for source in self.sources()})

    def _refill(self) -> None:
        embedder = self._built_with() or self.wanted_embedder()
        with self.new_store() as (db, store):
            for source in catalogue.sources(db):
                self.fill(db, store, source.sha256, embedder)


def _new_name() -> str:
    return f"passages-{uuid4().hex}"  # a Chroma server may hold other libraries too
