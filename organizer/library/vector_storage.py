"""Removing the vectors of a model, and how large the library is."""

import sqlite3


def delete_vectors(connection: sqlite3.Connection, encoder: str) -> None:
    """Deletes the vectors of `encoder`; what they said of the pictures stays."""
    connection.execute("DELETE FROM embeddings WHERE model = ?", [encoder])


def database_bytes(connection: sqlite3.Connection) -> int:
    """How large the database is, whether all of it is in its file already or not."""
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    return int(pages) * int(size)
