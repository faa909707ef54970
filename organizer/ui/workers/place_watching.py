"""Has known places imported anew when something changes in them."""

from collections.abc import Callable
from pathlib import Path

from organizer.indexing.watcher import FolderWatcher
from organizer.ui.workers.requests import Import, Move, Request


class PlaceWatching:
    """Watches places; `request` is called in a thread of the watcher with what is to be done."""

    def __init__(self, request: Callable[[Request], None]) -> None:
        self._request = request
        self._watcher: FolderWatcher | None = None

    def watch(self, place: Path) -> None:
        """Watches `place` from now on."""
        if self._watcher is None:
            self._watcher = FolderWatcher(self._reimport, self._follow)
        self._watcher.watch(place)

    def unwatch(self, place: Path) -> None:
        """Watches `place` no longer."""
        if self._watcher is not None:
            self._watcher.unwatch(place)

    def stop(self) -> None:
        """Ends the watching and waits for its threads."""
        if self._watcher is not None:
            self._watcher.stop()

    def _reimport(self, place: Path) -> None:
        self._request(Import((place,), is_announced=False, is_thorough=True))

    def _follow(self, old: Path, new: Path) -> None:
        self._request(Move(old, new))
        self._reimport(new)
