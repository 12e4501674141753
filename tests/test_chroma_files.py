"""The files in which Chroma keeps vectors: nothing stands there that is no vector of the library."""

from pathlib import Path

from index.check import check
from index.chroma_files import HEADER, blank_unused_places
from index.library import Library

ID = "12345678-1234-5678-1234-567812345678"


def test_places_that_chroma_has_not_used_are_blank_once_it_is_open(changeable: Library) -> None:
    """As it opens, it writes there what the memory held before, which may be vectors that were erased."""
    changeable.close()
    (vectors,) = (changeable.home / "chroma").glob("*/data_level0.bin")
    _, _, places, count, size = HEADER.unpack_from(vectors.with_name("header.bin").read_bytes())
    assert (places, count) == (100, 0)  # vectors are written there once there are a thousand
    vectors.write_bytes(b"x" * (places * size))
    assert changeable.store().is_trusted
    assert vectors.read_bytes() == bytes(places * size)
    assert check(changeable) == []


def test_places_that_hold_vectors_are_left_as_they_are(tmp_path: Path) -> None:
    folder = tmp_path / ID
    folder.mkdir()
    (folder / "header.bin").write_bytes(HEADER.pack(1, 0, 100, 2, 10) + b"more")
    (folder / "data_level0.bin").write_bytes(b"x" * 1000)
    blank_unused_places(tmp_path)
    assert (folder / "data_level0.bin").read_bytes() == b"x" * 20 + bytes(980)
