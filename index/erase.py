"""Erasing a document for good: its original, words, vectors, corrections, and what histories kept of it."""

from index import corrections
from index.histories import forget_quotations
from index.library import Library
from index.marks import forget_marks
from index.removed import forget_removal


def erase(library: Library, sha256: str) -> None:
    """Of a document in the library, or removed from it.

    Once the records are written it will be done: a command that is killed later is finished by the next one
    that writes. Backups are not touched.
    """
    with library.changing():
        with library.records.writing() as db:
            db.execute("INSERT OR IGNORE INTO erasures VALUES (?)", (sha256,))
            corrections.forget(db, sha256)
            forget_removal(db, sha256)
            forget_marks(db, sha256)
            forget_quotations(db, sha256)
        library.finish_erasures()
