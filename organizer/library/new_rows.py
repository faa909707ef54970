"""Inserts posts and their media in large groups, which takes a third of the time."""

import sqlite3

_ROWS_AT_ONCE = 2000

INSERT_POST = (
    "INSERT INTO posts (id, archive_id, kind, taken_at, caption, precision, is_listed)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)
INSERT_MEDIA = (
    "INSERT INTO media (id, archive_id, post_id, uri, position, slides, media_type, taken_at,"
    " latitude, longitude, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
INSERT_FILE = (
    "INSERT INTO media_files VALUES (?, ?, ?, ?, ?, ?)"
    " ON CONFLICT DO UPDATE SET taken_at = excluded.taken_at, media_id = excluded.media_id"
    " WHERE taken_at IS NOT excluded.taken_at OR media_id IS NOT excluded.media_id"
)
INSERT_HASHTAG = "INSERT INTO hashtags (id, key, name) VALUES (?, ?, ?)"
INSERT_POST_HASHTAG = "INSERT OR IGNORE INTO post_hashtags VALUES (?, ?, ?)"
_INSERTS = (INSERT_POST, INSERT_MEDIA, INSERT_FILE, INSERT_HASHTAG, INSERT_POST_HASHTAG)


class NewRows:
    """Rows to be inserted, many at once; ids are given before, so that rows can refer to them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._rows: dict[str, list[tuple[object, ...]]] = {insert: [] for insert in _INSERTS}
        self._last_ids = {
            table: connection.execute(f"SELECT COALESCE(MAX(id), 0) FROM {table}").fetchone()[0]
            for table in ("posts", "media", "hashtags")
        }
        (removed,) = connection.execute("SELECT id FROM last_media_id").fetchone()
        self._last_ids["media"] = max(self._last_ids["media"], removed)

    def next_id(self, table: str) -> int:
        """An id that no row of `table` has, and no picture ever had."""
        self._last_ids[table] += 1
        return int(self._last_ids[table])

    def add(self, insert: str, *row: object) -> None:
        """Keeps `row` for the statement `insert`."""
        rows = self._rows[insert]
        rows.append(row)
        if len(rows) >= _ROWS_AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Inserts what was kept, what others refer to first."""
        for insert, rows in self._rows.items():
            if rows:
                self._connection.executemany(insert, rows)
                rows.clear()
