"""The one class that writes to the library; it lives in one thread."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

import numpy as np
from numpy.typing import NDArray

from organizer.archive.records import FileStamp
from organizer.closing import Closing
from organizer.errors import OrganizerError
from organizer.library.caption_storage import index_captions
from organizer.library.category_storage import store_default_categories
from organizer.library.connection import data_version, open_for_writing
from organizer.library.description_storage import delete_descriptions, store_descriptions
from organizer.library.duplicate_storage import store_hashes
from organizer.library.editing import apply_edit
from organizer.library.edits import Edit
from organizer.library.filing import forget_other_categories, write_filing
from organizer.library.hashtag_storage import store_misfits, store_rule_folds
from organizer.library.import_writer import ImportWriter
from organizer.library.looking_storage import (
    begin_media,
    record_failure,
    release_media,
    store_doubts,
    store_understanding,
)
from organizer.library.place import LibraryPlace
from organizer.library.problem_storage import forget_failures, set_category_problems
from organizer.library.records import MediaUnderstanding
from organizer.library.removal_writer import RemovalWriter
from organizer.library.removed_decisions import restore_by_content
from organizer.library.tag_storage import replace_suggestions, replace_tags
from organizer.library.transactions import Transactions
from organizer.library.uniting import unite_with_same_content
from organizer.library.vector_storage import database_bytes, delete_vectors
from organizer.tagging.records import Category, CategoryScore, HashtagSuggestion


class LibraryWriter(Closing):
    """Writes to the library at `place`, each method in one transaction; see also `together`.

    Every method raises LibraryUnusable when SQLite refuses (disk full, file locked for too long).

    Attributes:
        importing: Places, archives and what imports find in them.
        removing: Takes places out of the library.
    """

    def __init__(self, place: LibraryPlace) -> None:
        self._db = open_for_writing(place)
        self._transactions = Transactions(self._db.conn, place.database)
        self.importing = ImportWriter(self._transactions)
        self.removing = RemovalWriter(self._transactions)

    def close(self) -> None:
        """Closes the connection; the writer is of no use afterwards."""
        self._db.close()

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is written in a `with` block is kept as a whole, or not at all."""
        with self._transactions.begin():
            yield

    @property
    def data_version(self) -> int:
        """A number that changes when another program writes to the library."""
        return data_version(self._db.conn)

    def store_categories(self, categories: Sequence[Category]) -> None:
        """Brings the program's categories up to date, but for those that the user changed."""
        with self._transactions.begin() as connection:
            store_default_categories(connection, categories)

    def set_category_problems(self, errors: Mapping[str, OrganizerError]) -> bool:
        """Replaces what is known to be wrong with categories, by id; returns whether it changed."""
        with self._transactions.begin() as connection:
            return set_category_problems(connection, errors)

    def begin_media(self, media_ids: Sequence[int]) -> None:
        """Notes that these pictures are about to be opened, in case one ends the program."""
        with self._transactions.begin() as connection:
            begin_media(connection, media_ids)

    def release_media(self, media_ids: Sequence[int]) -> None:
        """Takes back `begin_media` for pictures that were not opened after all."""
        with self._transactions.begin() as connection:
            release_media(connection, media_ids)

    def unite_with_same_content(self, media_id: int, content_hash: str) -> int | None:
        """Makes one of a picture and the one that has the same content, whose id is returned.

        None when there is no other.
        """
        with self._transactions.begin() as connection:
            kept = unite_with_same_content(connection, media_id, content_hash)
            restore_by_content(connection, kept or media_id, content_hash)
            return kept

    def store_understanding(self, understood: Sequence[MediaUnderstanding], model: str) -> None:
        """Stores vectors, categories and suggestions of `model`; the pictures are ready then."""
        with self._transactions.begin() as connection:
            store_understanding(connection, understood, model)

    def store_tags(
        self,
        tags: Sequence[tuple[int, tuple[CategoryScore, ...], tuple[HashtagSuggestion, ...]]],
        model: str,
    ) -> None:
        """Replaces the model's categories and suggestions of pictures; the user's own stay.

        `tags` holds a picture's id, its categories and its suggestions.
        """
        with self._transactions.begin() as connection:
            for media_id, categories, suggestions in tags:
                replace_tags(connection, media_id, categories, suggestions, model)

    def store_filing(
        self,
        media_ids: NDArray[np.int64],
        before: NDArray[np.float32],
        after: NDArray[np.float32],
        category_ids: Sequence[str],
        model: str,
    ) -> None:
        """Files pictures by `after` where the model filed them by `before`: see write_filing."""
        with self._transactions.begin() as connection:
            write_filing(connection, media_ids, before, after, category_ids, model)

    def forget_other_categories(self, category_ids: Sequence[str]) -> None:
        """Takes pictures out of all categories but these, where the model had filed them."""
        with self._transactions.begin() as connection:
            forget_other_categories(connection, category_ids)

    def store_doubts(self, doubts: Mapping[int, float]) -> None:
        """Remembers how doubtful it is where pictures belong, 0 to 1, by id."""
        with self._transactions.begin() as connection:
            store_doubts(connection, doubts)

    def apply(self, edit: Edit) -> Edit:
        """Does what the user says, which outweighs every model; returns what takes it back."""
        with self._transactions.begin() as connection:
            return apply_edit(connection, edit)

    def index_captions(self, limit: int) -> int:
        """Makes at most `limit` new or changed captions searchable; returns how many there were."""
        with self._transactions.begin() as connection:
            return index_captions(connection, limit)

    def store_hashes(self, method: str, hashes: Mapping[str, bytes]) -> None:
        """Keeps what `method` made of pictures, by their content hash."""
        with self._transactions.begin() as connection:
            store_hashes(connection, method, hashes)

    def store_descriptions(self, descriptions: Mapping[int, str], model: str) -> None:
        """Replaces what was written of pictures, by id; "" where nothing could be."""
        with self._transactions.begin() as connection:
            store_descriptions(connection, descriptions, model)

    def remove_descriptions(self) -> int:
        """Deletes what was written of all pictures; returns of how many."""
        with self._transactions.begin() as connection:
            return delete_descriptions(connection)

    def store_suggestions(
        self, suggestions: Mapping[int, Sequence[HashtagSuggestion]], model: str
    ) -> None:
        """Replaces the hashtags that are suggested for pictures, by id."""
        with self._transactions.begin() as connection:
            for media_id, some in suggestions.items():
                replace_suggestions(connection, media_id, some, model)

    def store_rule_folds(self, folds: Mapping[str, str]) -> None:
        """Remembers what spellings of hashtags, by key, have in common as the rules see it."""
        with self._transactions.begin() as connection:
            store_rule_folds(connection, folds)

    def store_misfits(self, misfits: Mapping[int, Iterable[tuple[str, float]]]) -> None:
        """Replaces which hashtags of the caption do not fit pictures, by id, with their scores."""
        with self._transactions.begin() as connection:
            store_misfits(connection, misfits)

    def record_failure(self, media_id: int, error: OrganizerError, stamp: FileStamp | None) -> None:
        """Marks a picture as unreadable, and why; it is tried again when its file changes."""
        with self._transactions.begin() as connection:
            record_failure(connection, media_id, error, stamp)

    def forget_failures(self) -> None:
        """Lets everything that could not be read be tried again, as if it were new."""
        with self._transactions.begin() as connection:
            forget_failures(connection)

    def remove_vectors(self, encoder: str) -> int:
        """Deletes all vectors of `encoder`; by how many bytes the library became smaller.

        What they said of the pictures stays. Takes seconds, and as much of the disk as the library
        for a moment; without that the vectors are deleted, and LibraryUnusable is raised.
        """
        with self._transactions.begin() as connection:
            before = database_bytes(connection)
            delete_vectors(connection, encoder)
        with self._transactions.named_errors():
            self._db.conn.execute("VACUUM")
            # What a reader still looks at is taken from the file later, by SQLite itself.
            self._db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        return before - database_bytes(self._db.conn)

    def set_setting(self, key: str, value: object) -> None:
        """Keeps `value` (anything JSON can hold) under `key`."""
        with self._transactions.begin() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO settings VALUES (?, ?)",
                [key, json.dumps(value, ensure_ascii=False)],
            )
