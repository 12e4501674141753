"""What people's histories hold of a document, and emptying it."""

import sqlite3


def forget_quotations(db: sqlite3.Connection, sha256: str) -> None:
    """Empty the quotations of a document, and the answers whose text named or quoted it.

    `db` is a connection to the records, which writes; erasing then writes their file anew. What people asked
    stays, for it is theirs.
    """
    turns = "SELECT turn FROM snapshots WHERE sha256 = ?"
    db.execute(f"UPDATE turns SET answer = '' WHERE id IN ({turns})", (sha256,))
    db.execute("UPDATE snapshots SET snapshot = NULL, erased = 1 WHERE sha256 = ?", (sha256,))
