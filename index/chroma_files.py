"""The files in which Chroma keeps vectors: one folder for each collection, named by an id of its own."""

import shutil
import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import UUID

from index.database import BUSY_SECONDS

DATABASE = "chroma.sqlite3"
HEADER = struct.Struct("<I4Q")  # form, offset, places for vectors, vectors, bytes of each


def drop_files_of_no_collection(chroma: Path) -> None:
    """Chroma, which must be closed, leaves the files of a deleted collection where they lay."""
    with closing(sqlite3.connect(chroma / DATABASE, timeout=BUSY_SECONDS)) as db:
        used = {row[0] for row in db.execute("SELECT id FROM segments")}
    for folder in _folders(chroma):
        if folder.name not in used:
            shutil.rmtree(folder)


def blank_unused_places(chroma: Path) -> None:
    """As it opens a small collection, Chroma writes a hundred places with what its memory held before.

    That may be anything, vectors of what was erased among it.
    """
    for folder in _folders(chroma):
        header, vectors = folder / "header.bin", folder / "data_level0.bin"
        if header.exists():
            _, _, _, count, size = HEADER.unpack_from(header.read_bytes())
            _blank(vectors, count * size)


def _blank(path: Path, start: int) -> None:
    unused = path.stat().st_size - start
    if unused > 0:
        with path.open("r+b") as opened:
            opened.seek(start)
            opened.write(bytes(unused))


def _folders(chroma: Path) -> Iterator[Path]:
    for inner in list(chroma.iterdir()):
        if inner.is_dir() and _is_id(inner.name):
            yield inner


def _is_id(name: str) -> bool:
    try:
        UUID(name)
    except ValueError:
        return False
    return True
