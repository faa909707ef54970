"""Opens the SQLite file: WAL, so that readers never wait for the one writer."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from sqlite_utils import Database

from organizer.library.errors import LibraryTooNew, LibraryUnusable
from organizer.library.migrations.steps import STEP_NAMES, migrations
from organizer.library.place import LibraryPlace

_BUSY_TIMEOUT_SECONDS = 30.0
_CACHE_KIB = 32 * 1024


# A new database is switched to WAL and gets its schema step by step; whoever opens it meanwhile in
# another thread would find half a library, or find it locked.
_opening = threading.Lock()


def open_for_writing(place: LibraryPlace) -> Database:
    """The database at `place`, made if there is none, with its schema brought up to date.

    Raises LibraryUnusable when the file cannot be written or is not a database, LibraryTooNew
    when its schema has steps that this version does not know.
    """
    with _opening, _named_errors(place):
        place.database.parent.mkdir(parents=True, exist_ok=True)
        db = _connect(place)
        _bring_up_to_date(db, place)
    return db


def open_for_reading(place: LibraryPlace) -> Database:
    """The database at `place`, for one thread that only reads.

    Raises LibraryUnusable when it is not there or is no database.
    """
    if not place.database.is_file():
        raise LibraryUnusable(str(place.database), "there is no library yet")
    with _opening, _named_errors(place):
        db = _connect(place)
        _bring_up_to_date(db, place)
        db.conn.execute("PRAGMA query_only = ON")
    return db


def data_version(connection: sqlite3.Connection) -> int:
    """A number that changes when another connection writes to the library."""
    (version,) = connection.execute("PRAGMA data_version").fetchone()
    return int(version)


@contextmanager
def _named_errors(place: LibraryPlace) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise LibraryUnusable(str(place.database), str(error)) from error


def _bring_up_to_date(db: Database, place: LibraryPlace) -> None:
    unknown = {step.name for step in migrations.applied(db)} - STEP_NAMES
    if unknown:
        raise LibraryTooNew(str(place.database), ", ".join(sorted(unknown)))
    # The mode is kept in the file; setting it again while someone reads would wait for them.
    if db.journal_mode != "wal":
        db.conn.execute("PRAGMA journal_mode = WAL")
    if migrations.pending(db):
        # Another process may be at it, too: who comes second waits and finds nothing left to do.
        db.conn.execute("BEGIN IMMEDIATE")
        with db.conn:
            migrations.apply(db)


def _connect(place: LibraryPlace) -> Database:
    connection = sqlite3.connect(place.database, timeout=_BUSY_TIMEOUT_SECONDS)
    connection.execute("PRAGMA foreign_keys = ON")
    # In WAL mode a crash of the computer can lose the last transactions, never harm the file.
    connection.execute("PRAGMA synchronous = NORMAL")
    # SQLite's own 2 MB are too small for the indexes of 100,000 pictures, which an import fills in
    # no order.
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    return Database(connection)
