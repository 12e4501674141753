"""The Chroma store: a vector for every passage of the catalogue. It can always be rebuilt from there.

Chroma writes its files in place: whoever opens them half-written crashes, and a killed writer leaves them so.
Hence a lock around every write and every opening, and a marker that outlives a killed writer.
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from filelock import FileLock

from documents.problem import KnownProblem
from index.chroma_files import blank_unused_places
from index.locks import held
from index.offline import go_offline

AT_ONCE = 5000  # Chroma refuses more than 5,461 at a time
DOCUMENT = "document"  # the metadata field that holds a document's sha256


@dataclass(frozen=True, slots=True)
class Place:
    """Where the store is: a folder of its own, or a Chroma server."""

    folder: Path
    url: str | None = None


class Overtaken(Exception):  # noqa: N818
    """Another process has changed the store under this open one: open it anew."""


class Store:
    """One open collection. Chroma never sees what another process adds: open it anew for that."""

    def __init__(self, place: Place, collection: str, client: Any = None) -> None:
        self._client = client or _client(place)
        self._place = place
        self.collection_name = collection
        self._marker = place.folder / f"{collection}.writing"
        with self._undisturbed():
            self._collection = self._client.get_or_create_collection(
                collection,
                embedding_function=None,
                configuration={"hnsw": {"space": "cosine", "ef_search": 200}},
            )
            self.is_trusted = not self._marker.exists()
            if self.is_trusted:
                self._load()
                if place.url is None:
                    blank_unused_places(place.folder)

    def add(self, document: str, ids: Sequence[str], vectors: np.ndarray) -> None:
        with self._writing():
            self._put(document, ids, vectors)

    def remove(self, document: str) -> None:
        with self._writing():
            self._collection.delete(where={DOCUMENT: document})

    @contextmanager
    def replacing(self, document: str, ids: Sequence[str], vectors: np.ndarray) -> Iterator[None]:
        """A document's vectors give way to others. Nobody trusts those if what is done meanwhile fails."""
        with self._writing():
            self._collection.delete(where={DOCUMENT: document})
            self._put(document, ids, vectors)
            yield

    def nearest(self, vector: np.ndarray, documents: Collection[str] | None, limit: int) -> list[str]:
        """Ids of the passages nearest to `vector`, best first. `documents` limits to their sha256."""
        from chromadb.errors import ChromaError

        if limit <= 0 or (documents is not None and not documents):
            return []
        where = {DOCUMENT: {"$in": sorted(documents)}} if documents is not None else None
        try:
            found = self._collection.query(
                query_embeddings=[vector], n_results=limit, where=where, include=[]
            )
        except ChromaError as error:
            raise Overtaken(str(error)) from error
        return list(found["ids"][0])

    def vectors(self, ids: Sequence[str]) -> dict[str, np.ndarray]:
        """The vectors really found under `ids`."""
        found: dict[str, np.ndarray] = {}
        for start in range(0, len(ids), AT_ONCE):
            some = self._collection.get(ids=list(ids[start : start + AT_ONCE]), include=["embeddings"])
            found.update(zip(some["ids"], some["embeddings"], strict=True))
        return found

    def ids(self) -> Iterator[str]:
        start = 0
        while some := self._collection.get(limit=AT_ONCE, offset=start, include=[])["ids"]:
            yield from some
            start += len(some)

    def beside(self, collection: str) -> "Store":
        """A new, empty collection in the same store."""
        return Store(self._place, collection, self._client)

    def succeed(self, old: "Store") -> None:
        """Drop the collection whose place this one takes; in a folder of our own, every other one."""
        with self._undisturbed():
            for name in [other.name for other in self._client.list_collections()]:
                left_over = self._place.url is None and name != self.collection_name
                if left_over or name == old.collection_name:
                    self._client.delete_collection(name)
        old._marker.unlink(missing_ok=True)

    def close(self) -> None:
        self._client.close()

    def _put(self, document: str, ids: Sequence[str], vectors: np.ndarray) -> None:
        for start in range(0, len(ids), AT_ONCE):
            some = list(ids[start : start + AT_ONCE])
            self._collection.add(
                ids=some,
                embeddings=vectors[start : start + AT_ONCE],
                metadatas=[{DOCUMENT: document}] * len(some),
            )

    def _load(self) -> None:
        """Chroma reads its files at the first query; better now, while nobody writes them."""
        first = self._collection.get(limit=1, include=["embeddings"])["embeddings"]
        if len(first):
            self._collection.query(query_embeddings=first, n_results=1, include=[])

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """The marker stays where the writer is killed, or fails: nobody trusts the collection after that."""
        with self._undisturbed():
            if self._place.url is None:
                self._marker.touch()
            try:
                yield
            except BaseException:
                self.is_trusted = False
                raise
            self._marker.unlink(missing_ok=True)

    def _undisturbed(self) -> AbstractContextManager[object]:
        return nullcontext() if self._place.url else held(FileLock(f"{self._place.folder}.lock"))


def _client(place: Place) -> Any:
    go_offline()
    import chromadb
    from chromadb.config import Settings

    quiet = Settings(anonymized_telemetry=False)
    if place.url is None:
        return chromadb.PersistentClient(path=str(place.folder), settings=quiet)
    address = urlsplit(place.url)
    secure = address.scheme == "https"
    try:
        return chromadb.HttpClient(
            host=address.hostname or "localhost",
            port=address.port or (443 if secure else 8000),
            ssl=secure,
            settings=quiet,
        )
    except ValueError as error:
        raise KnownProblem(
            f"No Chroma server answers at {place.url}. Start it, or leave INSPECTION_CHROMA_URL empty."
        ) from error
