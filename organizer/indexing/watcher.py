"""Watches added folders; thousands of events at once become one call."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

# Reading a file makes events as well; they must not start another import.
_CHANGES: list[type[FileSystemEvent]] = [
    FileCreatedEvent,
    FileModifiedEvent,
    FileClosedEvent,
    FileMovedEvent,
    FileDeletedEvent,
    DirCreatedEvent,
    DirMovedEvent,
    DirDeletedEvent,
]


class FolderWatcher:
    """Calls `on_changed` with a watched folder once it has been quiet for `settle_seconds`.

    The call comes in a thread of the watcher.
    """

    def __init__(self, on_changed: Callable[[Path], None], settle_seconds: float = 1.0) -> None:
        self._on_changed = on_changed
        self._settle_seconds = settle_seconds
        self._observer = Observer()
        self._watched: set[Path] = set()
        self._changed_at: dict[Path, float] = {}
        self._condition = threading.Condition()
        self._stopped = False
        self._thread = threading.Thread(target=self._tell, name="watcher", daemon=True)
        self._observer.start()
        self._thread.start()

    def watch(self, folder: Path) -> bool:
        """Watches `folder` and all in it; False when it cannot be watched, being gone, say."""
        if folder in self._watched:
            return True
        try:
            self._observer.schedule(
                _Marker(self._mark, folder), str(folder), recursive=True, event_filter=_CHANGES
            )
        except OSError:
            return False
        self._watched.add(folder)
        return True

    def stop(self) -> None:
        """Ends the watching and waits for its threads."""
        with self._condition:
            self._stopped = True
            self._condition.notify()
        self._observer.stop()
        self._observer.join()
        self._thread.join()

    def _mark(self, folder: Path) -> None:
        with self._condition:
            self._changed_at[folder] = time.monotonic()
            self._condition.notify()

    def _tell(self) -> None:
        while True:
            with self._condition:
                settled = self._settled()
                while not settled and not self._stopped:
                    self._condition.wait(self._seconds_to_wait())
                    settled = self._settled()
                if self._stopped:
                    return
                for folder in settled:
                    del self._changed_at[folder]
            for folder in settled:
                self._on_changed(folder)

    def _settled(self) -> list[Path]:
        quiet_since = time.monotonic() - self._settle_seconds
        return [folder for folder, at in self._changed_at.items() if at <= quiet_since]

    def _seconds_to_wait(self) -> float | None:
        if not self._changed_at:
            return None
        next_settled = min(self._changed_at.values()) + self._settle_seconds
        return max(next_settled - time.monotonic(), 0.001)


class _Marker(FileSystemEventHandler):
    """Tells that something under one folder changed."""

    def __init__(self, mark: Callable[[Path], None], folder: Path) -> None:
        self._mark = mark
        self._folder = folder

    def on_any_event(self, event: FileSystemEvent) -> None:  # noqa: ARG002 - the name is watchdog's
        """Counts every change alike: what changed is found by looking."""
        self._mark(self._folder)
