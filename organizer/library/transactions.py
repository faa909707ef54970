"""Makes what is written whole or void."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from organizer.library.errors import LibraryUnusable


class Transactions:
    """Transactions on `connection`, the one that writes to the database in `file`."""

    def __init__(self, connection: sqlite3.Connection, file: Path) -> None:
        self._connection = connection
        self._file = file

    @contextmanager
    def begin(self) -> Iterator[sqlite3.Connection]:
        """A connection for a `with` block, whose writing is kept unless the block raises.

        Within another such block it is part of that one's. Raises LibraryUnusable when SQLite
        refuses (disk full, file locked for too long).
        """
        if self._connection.in_transaction:
            yield self._connection
            return
        with self.named_errors():
            # IMMEDIATE waits for another process that writes; a deferred transaction that turns
            # from reading to writing would fail at once.
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                self._connection.rollback()
                raise
            self._connection.commit()

    @contextmanager
    def named_errors(self) -> Iterator[None]:
        """Raises LibraryUnusable where SQLite refuses, in a transaction or outside."""
        try:
            yield
        except sqlite3.Error as error:
            raise LibraryUnusable(str(self._file), str(error)) from error
