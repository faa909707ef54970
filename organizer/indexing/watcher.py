"""Watches added folders and archives; thousands of events at once become one call."""

import logging
import os
import threading
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

from organizer.indexing.listening import Listener, Root
from organizer.indexing.settling import Changes, stamp_of
from organizer.indexing.sighting import Sighting, find_renamed, sight

_logger = logging.getLogger(__name__)


def _ignore_move(old: Path, new: Path) -> None:
    """For those who need not know of renamed places."""


class FolderWatcher:
    """Tells of changes in places: folders with all in them, and single files such as a .zip.

    `on_changed` is called with a place once it has been quiet and nothing in it grew for
    `settle_seconds`; also when it vanishes, being unplugged or deleted, and when it comes back,
    which is looked for every `poll_seconds`. When a place was renamed within its folder,
    `on_moved` is called with its old and new path instead, and the new one is watched from then on.

    The calls come in a thread of the watcher. One that raises is logged and costs no later one.
    """

    def __init__(
        self,
        on_changed: Callable[[Path], None],
        on_moved: Callable[[Path, Path], None] = _ignore_move,
        settle_seconds: float = 1.0,
        poll_seconds: float = 2.0,
    ) -> None:
        self._on_changed = on_changed
        self._on_moved = on_moved
        self._settle_seconds = settle_seconds
        self._poll_seconds = poll_seconds
        # None for a place that is not there, or that the system does not let us watch.
        self._places: dict[Path, Sighting | None] = {}
        self._pending: dict[Path, Changes] = {}
        # Guards the two above. No call leaves this class while it is held: watchdog holds a lock
        # of its own when it tells of an event, and when it is asked to watch.
        self._condition = threading.Condition()
        # Held while a place is looked at and the listener used; always taken before the condition.
        self._looking = threading.Lock()
        self._listener = Listener(self._hear)
        self._next_poll = time.monotonic() + poll_seconds
        self._stopped = False
        self._thread = threading.Thread(target=self._run, name="watcher", daemon=True)
        self._thread.start()

    def watch(self, place: Path) -> bool:
        """Watches `place`; False when that cannot be done yet, it being unplugged, say.

        It is then told, and watched, as soon as it is there.
        """
        with self._condition:
            if self._places.setdefault(place, None) is not None:
                return True
        self._look_at(place)
        with self._condition:
            return self._places.get(place) is not None

    def unwatch(self, place: Path) -> None:
        """Watches `place` no more; a call that has begun may still be under way."""
        with self._looking:
            with self._condition:
                self._places.pop(place, None)
                self._pending.pop(place, None)
            self._end_needless_listening()

    def stop(self) -> None:
        """Ends the watching and waits for its threads."""
        with self._condition:
            self._stopped = True
            self._condition.notify()
        self._thread.join()
        self._listener.stop()

    def _hear(self, root: Root, path: str) -> None:
        if root.is_deep:
            self._note(root.folder, path)
            return
        name = _comparable(os.path.basename(path))  # noqa: PTH119 - once for each event
        with self._condition:
            places = [
                place
                for place in self._places
                if place.parent == root.folder and _comparable(place.name) == name
            ]
        for place in places:
            self._note(place, path)

    def _note(self, place: Path, path: str) -> None:
        stamp = stamp_of(path)
        with self._condition:
            if place not in self._places:
                return
            if place not in self._pending:
                self._pending[place] = Changes()
                self._condition.notify()
            self._pending[place].note(path, stamp, time.monotonic())

    def _run(self) -> None:
        while self._wait():
            try:
                if time.monotonic() >= self._next_poll:
                    self._next_poll = time.monotonic() + self._poll_seconds
                    self._poll()
                while (settled := self._take_settled()) is not None:
                    self._tell(*settled)
            except Exception:
                # A call back that fails, or a disk that fails in a way of its own.
                _logger.exception("Watching goes on after an error")

    def _wait(self) -> bool:
        """Until there may be something to do; False when the watcher was stopped."""
        with self._condition:
            due = [changes.quiet_since + self._settle_seconds for changes in self._pending.values()]
            seconds = min([self._next_poll, *due]) - time.monotonic()
            if seconds > 0 and not self._stopped:
                self._condition.wait(seconds)
            return not self._stopped

    def _poll(self) -> None:
        """Notes the places that came, went or were replaced without an event."""
        with self._condition:
            # What is pending is looked at when it is told.
            quiet = sorted(self._places.keys() - self._pending.keys())
            known = {place for place in quiet if self._places[place] is not None}
        for place in quiet:
            # How a vanished place was is kept until it is told: it may have a new name.
            has_vanished = place in known and sight(place) is None
            if has_vanished or self._look_at(place):
                self._note(place, os.fspath(place))

    def _look_at(self, place: Path) -> bool:
        """Whether `place` came, went or was replaced since it was last looked at.

        It is listened to from then on.
        """
        with self._looking:
            with self._condition:
                if place not in self._places:
                    return False
                before = self._places[place]
            now = sight(place)
            has_begun = False
            if now is not None:
                try:
                    has_begun = self._listener.listen(_root_of(place, now))
                except OSError:
                    now = None
            if has_begun:
                # It was read to begin, which dated it anew.
                now = sight(place)
            with self._condition:
                self._places[place] = now
            self._end_needless_listening()
        if now is None:
            return before is not None
        return has_begun or not now.is_of_same(before)

    def _end_needless_listening(self) -> None:
        with self._condition:
            places = list(self._places.items())
        self._listener.keep({_root_of(place, seen) for place, seen in places if seen is not None})

    def _take_settled(self) -> tuple[Path, Changes] | None:
        """A place that is quiet and in which nothing grows, outer ones first."""
        quiet_before = time.monotonic() - self._settle_seconds
        with self._condition:
            quiet = {
                place: self._pending[place].paths
                for place in sorted(self._pending)
                if self._pending[place].quiet_since <= quiet_before
            }
        for place, paths in quiet.items():
            # Not while the lock is held: the disk may be slow.
            stamps = {path: stamp_of(path) for path in paths}
            with self._condition:
                changes = self._pending.get(place)
                # It may have changed while we were looking.
                if changes is None or changes.quiet_since > quiet_before:
                    continue
                if changes.have_settled(stamps, time.monotonic()):
                    del self._pending[place]
                    return place, changes
        return None

    def _tell(self, place: Path, changes: Changes) -> None:
        with self._condition:
            before = self._places.get(place)
        if before is not None and sight(place) is None:
            new = find_renamed(place, before)
            if new is not None:
                self._move(place, before, new, changes)
                return
        self._look_at(place)
        with self._condition:
            is_watched = place in self._places
        if is_watched:
            self._on_changed(place)

    def _move(self, old: Path, before: Sighting, new: Path, changes: Changes) -> None:
        """Follows a place, and those within it, to its new name."""
        with self._condition:
            inner = [place for place in self._places if place != old and place.is_relative_to(old)]
        for place in (old, *sorted(inner)):
            self.unwatch(place)
            self.watch(new / place.relative_to(old))
            self._on_moved(place, new / place.relative_to(old))
        # What was done beside the renaming is a change of its own.
        has_changed = any(path != os.fspath(old) for path in changes.paths)
        if has_changed or not before.is_unchanged(sight(new)):
            self._note(new, os.fspath(new))


def _root_of(place: Path, seen: Sighting) -> Root:
    # A file that is replaced is another file: only its folder tells of that.
    return Root(place, is_deep=True) if seen.is_folder else Root(place.parent, is_deep=False)


def _comparable(name: str) -> str:
    """`name` as the system compares names: macOS takes letters with accents or Hangul apart."""
    return os.path.normcase(unicodedata.normalize("NFC", name))
