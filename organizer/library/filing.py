"""What the model files pictures under, for many pictures at once."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Filing:
    """What the model files pictures under.

    Attributes:
        scores: Float32 (n, categories), NaN where a picture is not in a category.
        doubts: Float64 (n,), how doubtful it is where pictures belong.
    """

    scores: NDArray[np.float32]
    doubts: NDArray[np.float64]


def read_filing(
    connection: sqlite3.Connection, media_ids: NDArray[np.int64], category_ids: Sequence[str]
) -> Filing:
    """What the model files the pictures under; the columns are the `category_ids`."""
    values = {"ids": json.dumps(media_ids.tolist())}
    columns = {category_id: column for column, category_id in enumerate(category_ids)}
    rows = {media_id: row for row, media_id in enumerate(media_ids.tolist())}
    scores = np.full((len(media_ids), len(columns)), np.nan, np.float32)
    for media_id, category_id, score in connection.execute(
        "SELECT media_id, category_id, score FROM category_assignments"
        " WHERE source = 'model' AND media_id IN (SELECT value FROM json_each(:ids))",
        values,
    ).fetchall():
        if category_id in columns:
            scores[rows[media_id], columns[category_id]] = score
    doubts = np.zeros(len(media_ids))
    for media_id, doubt in connection.execute(
        "SELECT id, doubt FROM media"
        " WHERE doubt != 0 AND id IN (SELECT value FROM json_each(:ids))",
        values,
    ).fetchall():
        doubts[rows[media_id]] = doubt
    return Filing(scores, doubts)


def write_filing(
    connection: sqlite3.Connection,
    media_ids: NDArray[np.int64],
    before: NDArray[np.float32],
    after: NDArray[np.float32],
    category_ids: Sequence[str],
    model: str,
) -> None:
    """Files pictures by `after` where they were filed by `before`; the user's decisions stay.

    Both are as in Filing. Pictures that are no longer there are left out.
    """
    for column, category_id in enumerate(category_ids):
        old, new = before[:, column], after[:, column]
        left = ~np.isnan(old) & np.isnan(new)
        if left.any():
            connection.execute(
                "DELETE FROM category_assignments WHERE category_id = ? AND source = 'model'"
                " AND media_id IN (SELECT value FROM json_each(?))",
                [category_id, json.dumps(media_ids[left].tolist())],
            )
        scored = ~np.isnan(new) & (new != old)
        if scored.any():
            # One statement for all of them: with one for each, SQLite and Python would hand the
            # interpreter's lock to and fro. A JSON object is the only list of pairs that SQLite
            # reads quickly; UPDATE … FROM would read it once for each picture.
            scores = dict(zip(media_ids[scored].tolist(), new[scored].tolist(), strict=True))
            connection.execute(
                "INSERT INTO category_assignments"
                " SELECT media.id, :category, 'model', scored.atom, :model"
                " FROM json_each(:scores) AS scored CROSS JOIN media ON media.id = scored.key + 0"
                " WHERE TRUE ON CONFLICT (media_id, category_id, source)"
                " DO UPDATE SET score = excluded.score, model = excluded.model",
                {"category": category_id, "model": model, "scores": json.dumps(scores)},
            )


def forget_other_categories(connection: sqlite3.Connection, category_ids: Sequence[str]) -> None:
    """Takes pictures out of all categories but these, where the model had filed them."""
    connection.execute(
        "DELETE FROM category_assignments WHERE source = 'model' AND category_id IN"
        " (SELECT id FROM categories WHERE id NOT IN (SELECT value FROM json_each(?)))",
        [json.dumps(list(category_ids))],
    )
