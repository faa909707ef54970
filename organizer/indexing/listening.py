"""Hears from the system what changes in folders, and begins again where the system fell silent."""

import contextlib
import os
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

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

from organizer.indexing.sighting import Sighting, sight

if TYPE_CHECKING:
    from watchdog.observers.api import ObservedWatch

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


@dataclass(frozen=True, slots=True)
class Root:
    """A folder that is listened to, with all below it or without."""

    folder: Path
    is_deep: bool


class Listener:
    """Calls `on_heard` with a root and a path that changed in it, in a thread of its own.

    It is itself to be used by one thread at a time.
    """

    def __init__(self, on_heard: Callable[[Root, str], None]) -> None:
        self._on_heard = on_heard
        self._observer = Observer()
        self._watches: dict[Root, tuple[ObservedWatch, Sighting]] = {}
        self._observer.start()

    def listen(self, root: Root) -> bool:
        """Whether listening to `root` had to begin, or to begin again because it was replaced.

        Raises OSError when the system does not allow it.
        """
        if self._hears(root):
            return False
        self._end(root)
        folder = sight(root.folder)
        if folder is None:
            raise FileNotFoundError(root.folder)
        watch = self._observer.schedule(
            _Ear(self._on_heard, root),
            str(root.folder),
            recursive=root.is_deep,
            event_filter=_CHANGES,
        )
        self._watches[root] = watch, folder
        return True

    def keep(self, roots: Collection[Root]) -> None:
        """Ends listening to all but `roots`."""
        for root in self._watches.keys() - roots:
            self._end(root)

    def stop(self) -> None:
        """Ends all listening and waits for its threads."""
        self._observer.stop()
        self._observer.join()

    def _hears(self, root: Root) -> bool:
        if root not in self._watches:
            return False
        watch, folder = self._watches[root]
        # A folder that is deleted ends its thread, even when another lies in its place by now.
        is_alive = any(
            emitter.watch == watch and emitter.should_keep_running()
            for emitter in self._observer.emitters
        )
        return is_alive and folder.is_of_same(sight(root.folder))

    def _end(self, root: Root) -> None:
        if root in self._watches:
            watch, _ = self._watches.pop(root)
            # The system has often ended it before us.
            with contextlib.suppress(OSError, KeyError):
                self._observer.unschedule(watch)


class _Ear(FileSystemEventHandler):
    """Hears what changes in one root."""

    def __init__(self, on_heard: Callable[[Root, str], None], root: Root) -> None:
        self._on_heard = on_heard
        self._root = root

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Counts every change alike: what changed is found by looking."""
        for path in (event.src_path, event.dest_path):
            if path:
                self._on_heard(self._root, os.fsdecode(path))
