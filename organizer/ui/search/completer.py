"""Finds what could be meant by what is typed, in a thread and with a connection of its own."""

import time
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, Qt, Signal

from organizer.errors import OrganizerError
from organizer.library.completions import (
    Completion,
    KnownWords,
    complete,
    read_known_words,
)
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader

# While pictures are looked at, the library changes all the time.
_FRESH_SECONDS = 10.0


class Completer(QObject):
    """Answers the newest question alone.

    Signals:
        found(str, tuple): The Completions for a text.
    """

    found = Signal(str, object)
    _answered = Signal(str, object)

    def __init__(self, place: LibraryPlace, is_korean: bool, parent: QObject) -> None:
        super().__init__(parent)
        self._place = place
        self._is_korean = is_korean
        self._latest = ""
        self._is_stopped = False
        # In the thread, from here on.
        self._reader: LibraryReader | None = None
        self._known = KnownWords()
        self._version = -1
        self._read_at = 0.0
        # Not Qt's own pool: it would destroy Python objects in its threads.
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="completions")
        self._answered.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def ask(self, text: str) -> None:
        """Asks what the end of `text` could mean; with "" the library is read for what comes."""
        self._latest = text
        if not self._is_stopped:
            self._pool.submit(self._answer, text)

    def stop(self) -> None:
        """Waits for the answer at hand and closes the library; nothing is told afterwards."""
        self._is_stopped = True
        # sqlite3 lets only the thread that opened a connection close it.
        self._pool.submit(self._close)
        self._pool.shutdown(wait=True)

    def _answer(self, text: str) -> None:
        """Runs in the thread."""
        if text != self._latest or self._is_stopped:
            return
        try:
            known = self._up_to_date()
        except OrganizerError:
            # The window tells of a library that cannot be read.
            return
        self._answered.emit(text, complete(text, known, is_korean=self._is_korean))

    def _close(self) -> None:
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    def _up_to_date(self) -> KnownWords:
        if self._reader is None:
            if not self._place.database.is_file():
                return self._known
            self._reader = LibraryReader(self._place)
        version, now = self._reader.data_version, time.monotonic()
        is_fresh = self._read_at and now - self._read_at < _FRESH_SECONDS
        if version != self._version and not is_fresh:
            self._known = read_known_words(self._reader)
            self._version, self._read_at = version, now
        return self._known

    def _tell(self, text: str, completions: tuple[Completion, ...]) -> None:
        if text == self._latest and not self._is_stopped:
            self.found.emit(text, completions)
