"""Opens the SQLite file: WAL, so that readers never wait for the one writer."""

import sqlite3

from sqlite_utils import Database

from organizer.library.errors import LibraryTooNew, LibraryUnusable
from organizer.library.migrations import SCHEMA_STEPS, migrations
from organizer.library.place import LibraryPlace

_BUSY_TIMEOUT_SECONDS = 30.0


def open_for_writing(place: LibraryPlace) -> Database:
    """The database at `place`, made if there is none, with its schema brought up to date.

    Raises LibraryUnusable when the file cannot be written or is not a database, LibraryTooNew
    when its schema has steps that this version does not know.
    """
    try:
        place.database.parent.mkdir(parents=True, exist_ok=True)
        db = _connect(place)
        # The mode is kept in the file; setting it again while someone reads would wait for them.
        if db.journal_mode != "wal":
            db.conn.execute("PRAGMA journal_mode = WAL")
        _refuse_newer_schema(db, place)
        if migrations.pending(db):
            migrations.apply(db)
    except (sqlite3.Error, OSError) as error:
        raise LibraryUnusable(str(place.database), str(error)) from error
    return db


def open_for_reading(place: LibraryPlace) -> Database:
    """The database at `place`, for one thread that only reads.

    Raises LibraryUnusable when it is not there or is no database.
    """
    if not place.database.is_file():
        raise LibraryUnusable(str(place.database), "there is no library yet")
    try:
        db = _connect(place)
        _refuse_newer_schema(db, place)
        if migrations.pending(db):
            db.close()
            open_for_writing(place).close()
            db = _connect(place)
        db.conn.execute("PRAGMA query_only = ON")
    except (sqlite3.Error, OSError) as error:
        raise LibraryUnusable(str(place.database), str(error)) from error
    return db


def _connect(place: LibraryPlace) -> Database:
    connection = sqlite3.connect(place.database, timeout=_BUSY_TIMEOUT_SECONDS)
    connection.execute("PRAGMA foreign_keys = ON")
    # In WAL mode a crash of the computer can lose the last transactions, never harm the file.
    connection.execute("PRAGMA synchronous = NORMAL")
    return Database(connection)


def _refuse_newer_schema(db: Database, place: LibraryPlace) -> None:
    unknown = {step.name for step in migrations.applied(db)} - SCHEMA_STEPS
    if unknown:
        raise LibraryTooNew(str(place.database), ", ".join(sorted(unknown)))
