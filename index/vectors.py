"""A cache of vectors by model and words, so that to rebuild costs seconds. It may be deleted at any time."""

import hashlib
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np

from index.database import BUSY_SECONDS
from index.embed import Embedder

SCHEMA = """
CREATE TABLE IF NOT EXISTS vectors (
    model TEXT, words BLOB, vector BLOB NOT NULL, PRIMARY KEY (model, words)) WITHOUT ROWID
"""
AT_ONCE = 500


class VectorCache:
    def __init__(self, path: Path) -> None:
        self.path = path

    def vectors(self, texts: Sequence[str], embedder: Embedder) -> np.ndarray:
        """Vectors of `texts`, shape (len(texts), dimensions): from the cache, else computed and kept."""
        hashes = [_hash(text) for text in texts]
        with closing(self._open()) as db:
            known = _known(db, embedder.key, hashes)
            missing = {key: text for key, text in zip(hashes, texts, strict=True) if key not in known}
            if missing:
                computed = embedder.embed(list(missing.values()))
                fresh = dict(zip(missing, computed, strict=True))
                _keep(db, embedder.key, fresh)
                known.update(fresh)
        return np.stack([known[key] for key in hashes]) if hashes else np.empty((0, 0), np.float32)

    def keep_only(self, texts: Iterable[str]) -> None:
        """Forget the vectors of all other words, by every model."""
        with closing(self._open()) as db, db:
            db.execute("CREATE TEMP TABLE kept (words BLOB PRIMARY KEY) WITHOUT ROWID")
            db.executemany("INSERT OR IGNORE INTO kept VALUES (?)", ((_hash(text),) for text in texts))
            db.execute("DELETE FROM vectors WHERE words NOT IN (SELECT words FROM kept)")

    def _open(self) -> sqlite3.Connection:
        db = sqlite3.connect(self.path, timeout=BUSY_SECONDS)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute(SCHEMA)
        return db


def _hash(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()


def _known(db: sqlite3.Connection, model: str, hashes: list[bytes]) -> dict[bytes, np.ndarray]:
    found: dict[bytes, np.ndarray] = {}
    for start in range(0, len(hashes), AT_ONCE):
        some = hashes[start : start + AT_ONCE]
        marks = ", ".join("?" * len(some))
        rows = db.execute(
            f"SELECT words, vector FROM vectors WHERE model = ? AND words IN ({marks})", (model, *some)
        )
        found.update({words: np.frombuffer(vector, np.float32) for words, vector in rows})
    return found


def _keep(db: sqlite3.Connection, model: str, vectors: dict[bytes, np.ndarray]) -> None:
    with db:
        db.executemany(
            "INSERT OR IGNORE INTO vectors VALUES (?, ?, ?)",
            [(model, key, vector.astype(np.float32).tobytes()) for key, vector in vectors.items()],
        )
