"""What removing archives would do, and what of it is not done yet."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from organizer.library.removing import (
    RemovalPreview,
    read_leaving_media,
    read_removal_preview,
)


class RemovalQueries:
    """Asks before places are removed, and while they are."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def preview(self, places: Iterable[Path]) -> RemovalPreview:
        """What removing the places at these paths would do."""
        return read_removal_preview(self._connection, places)

    def leaving_media(self) -> list[int] | None:
        """Ids of the pictures in places that are being removed; None when none is."""
        return read_leaving_media(self._connection)
