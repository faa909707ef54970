"""Originals as files that players and other programs can open.

A player reads from a thread of its own; a device in Python over a zip's stream would make that
thread and the window wait for each other. So what lies in a zip is copied out first.
"""

import contextlib
import logging
import tempfile
from concurrent.futures import Future, ThreadPoolExecutor
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from organizer.archive.exports import Exports
from organizer.errors import OrganizerError
from organizer.indexing.showing import file_for_programs
from organizer.library.records import MediaDetail

_log = logging.getLogger(__name__)


class Purpose(Enum):
    """What a file is for; a copy to be played is removed as soon as it was."""

    PLAY = auto()
    OPEN = auto()


class LocalFiles(QObject):
    """Copies originals out of zips into a temporary folder, which goes with `stop`.

    Signals:
        ready(int, Purpose, Path): The original of a picture can be opened there.
        failed(int, OrganizerError): It cannot.
    """

    ready = Signal(int, object, object)
    failed = Signal(int, object)

    def __init__(self, exports: Exports, parent: QObject) -> None:
        super().__init__(parent)
        self._exports = exports
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._copies = 0
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="viewer-files")

    def prepare(self, detail: MediaDetail, purpose: Purpose) -> None:
        """Makes the file; a signal tells when."""
        self._submit(detail, purpose)

    def release(self, path: Path) -> None:
        """Removes `path` if it is a copy."""
        if self._folder is not None and Path(self._folder.name) in path.parents:
            # Windows keeps what a program has open; then it goes with the folder.
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)

    def stop(self) -> None:
        """Waits for the copy at hand and removes all."""
        self._pool.shutdown(wait=True, cancel_futures=True)
        if self._folder is not None:
            self._folder.cleanup()

    def _submit(self, detail: MediaDetail, purpose: Purpose) -> None:
        self._pool.submit(self._make, detail, purpose).add_done_callback(_tell_of_mistakes)

    def _make(self, detail: MediaDetail, purpose: Purpose) -> None:
        """Runs in the pool."""
        try:
            folder = self._fresh_folder()
            path = file_for_programs(detail.archive, detail.uri, self._exports, folder)
        except OrganizerError as error:
            self.failed.emit(detail.id, error)
        else:
            self.ready.emit(detail.id, purpose, path)

    def _fresh_folder(self) -> Path:
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(
                prefix="photo-organizer-", ignore_cleanup_errors=True
            )
        self._copies += 1
        folder = Path(self._folder.name) / str(self._copies)
        folder.mkdir()
        return folder


def _tell_of_mistakes(future: Future[None]) -> None:
    error = None if future.cancelled() else future.exception()
    if error is not None:
        _log.error("the viewer's worker failed", exc_info=error)
