"""Takes archives out of the library; see removing."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from organizer.library.removing import (
    forget_leaving,
    is_mostly_empty,
    mark_leaving,
    remove_media,
)
from organizer.library.transactions import Transactions


class RemovalWriter:
    """Removes places from the library, each method in one transaction."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def begin(self, places: Iterable[Path]) -> None:
        """Marks places to be removed; they are none of the user's from now on."""
        with self._transactions.begin() as connection:
            mark_leaving(connection, places)

    def remove_media(
        self, media_ids: Sequence[int], on_removed: Callable[[Sequence[int]], None]
    ) -> int:
        """Takes pictures out of the places that were marked: see removing.remove_media."""
        with self._transactions.begin() as connection:
            return remove_media(connection, media_ids, on_removed)

    def end(self) -> None:
        """Forgets the places that were marked, whose pictures are gone, and frees their room.

        Where there is no room to write the library anew, it stays as large as it is.
        """
        with self._transactions.begin() as connection:
            forget_leaving(connection)
        if is_mostly_empty(connection):
            with suppress(sqlite3.Error):
                connection.execute("VACUUM")
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
