"""What vectors of which models the library keeps, and removing those of one."""

import json
import sqlite3
from dataclasses import dataclass

# Of a row besides vector and name: its number and lengths, and the same again in the index.
_OTHER_BYTES = 24


@dataclass(frozen=True, slots=True)
class StoredVectors:
    """The vectors that one encoder made.

    Attributes:
        encoder: Its name, under which they are kept; see Encoder.name.
        pictures: Of how many pictures there is one.
        bytes: How much of the library they take, about.
        models: The names under which the model was chosen; empty when that is not known.
        title: What the interface calls the model; "" when that is not known.
    """

    encoder: str
    pictures: int
    bytes: int
    models: tuple[str, ...]
    title: str


def read_stored_vectors(connection: sqlite3.Connection) -> tuple[StoredVectors, ...]:
    """The vectors of all encoders, by name."""
    names: dict[str, list[str]] = {}
    titles: dict[str, str] = {}
    for key, value in connection.execute(
        "SELECT key, value FROM settings WHERE key LIKE 'encoder/%' ORDER BY key"
    ):
        encoder, title, _ = json.loads(value)
        names.setdefault(encoder, []).append(key.removeprefix("encoder/"))
        titles[encoder] = title
    # Vectors of one encoder are of one length: the index alone is read, and one vector of each.
    rows = connection.execute(
        "SELECT counted.model, pictures, pictures * (LENGTH(vector) + 2 * LENGTH(counted.model)"
        " + :other) FROM (SELECT model, COUNT(*) AS pictures, MIN(media_id) AS one"
        " FROM embeddings GROUP BY model) AS counted"
        " JOIN embeddings ON media_id = one AND embeddings.model = counted.model"
        " ORDER BY counted.model",
        {"other": _OTHER_BYTES},
    )
    return tuple(
        StoredVectors(
            encoder, pictures, size, tuple(names.get(encoder, ())), titles.get(encoder, "")
        )
        for encoder, pictures, size in rows
    )


def read_encoder_of(connection: sqlite3.Connection, media_id: int) -> str | None:
    """The encoder of a picture's vector: of several, that which made the most, or the last."""
    own = connection.execute(
        "SELECT model FROM embeddings WHERE media_id = ?", [media_id]
    ).fetchall()
    if len(own) < 2:
        return own[0][0] if own else None
    row = connection.execute(
        "SELECT model FROM embeddings"
        " WHERE model IN (SELECT model FROM embeddings WHERE media_id = ?)"
        " GROUP BY model ORDER BY COUNT(*) DESC, MAX(rowid) DESC LIMIT 1",
        [media_id],
    ).fetchone()
    return str(row[0])


def read_decided_with_vector(connection: sqlite3.Connection, model: str) -> tuple[int, ...]:
    """Ids of the pictures that the user decided on and that have a vector of `model`."""
    rows = connection.execute(
        "SELECT DISTINCT media_id FROM category_assignments JOIN embeddings USING (media_id)"
        " WHERE source = 'user' AND embeddings.model = :model ORDER BY media_id",
        {"model": model},
    )
    return tuple(row[0] for row in rows)


def delete_vectors(connection: sqlite3.Connection, encoder: str) -> None:
    """Deletes the vectors of `encoder`; what they said of the pictures stays."""
    connection.execute("DELETE FROM embeddings WHERE model = ?", [encoder])


def database_bytes(connection: sqlite3.Connection) -> int:
    """How large the database is, whether all of it is in its file already or not."""
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    return int(pages) * int(size)
