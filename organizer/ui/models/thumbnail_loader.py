"""Brings thumbnails from disk into a bounded memory cache, off the GUI thread."""

import threading
from collections import OrderedDict, deque
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage, QPixmap

from organizer.library.thumbnails import ThumbnailStore
from organizer.ui.models.thumbnail_reading import (
    WantedThumbnail,
    prepare_reading,
    read_thumbnail,
)

CACHE_BYTES = 96 * 1024 * 1024
"""Some 450 pictures at the usual size, or ten screens full; three of a 4K display."""

ROUNDING = 8.0
"""How much the corners of thumbnails are rounded, in pixels independent of the device."""

_THREADS = 2


class ThumbnailLoader(QObject):
    """Loads what is wanted now, in its order, and forgets what was wanted before.

    Signals:
        loaded(frozenset[int]): The thumbnails of these pictures can be had from `pixmap`.
        forgotten(): Nothing is in memory any more.
    """

    loaded = Signal(object)
    forgotten = Signal()
    _arrived = Signal()

    def __init__(self, store: ThumbnailStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._cache: OrderedDict[int, tuple[WantedThumbnail, QPixmap]] = OrderedDict()
        self._cached_bytes = 0
        self._device_pixel_ratio = 1.0
        self._may_read = threading.Event()
        self._may_read.set()
        self._lock = threading.Lock()
        # Under the lock, from here on.
        self._queue: deque[WantedThumbnail] = deque()
        self._under_way: set[WantedThumbnail] = set()
        self._read: list[tuple[WantedThumbnail, QImage]] = []
        self._readers = 0
        self._generation = 0
        prepare_reading()
        # Not Qt's own pool: it would destroy Python objects in its threads.
        self._pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="thumbnails")
        self._is_stopped = False
        self._arrived.connect(self._keep, Qt.ConnectionType.QueuedConnection)

    @property
    def cached_bytes(self) -> int:
        """How much memory the thumbnails take, never more than CACHE_BYTES."""
        return self._cached_bytes

    def pixmap(self, media_id: int) -> QPixmap | None:
        """The thumbnail of a picture, when it is in memory, in the size last read."""
        found = self._cache.get(media_id)
        if found is None:
            return None
        self._cache.move_to_end(media_id)
        return found[1]

    def want(self, wanted: Iterable[WantedThumbnail], device_pixel_ratio: float = 1.0) -> None:
        """Loads these thumbnails, the first first, and none that was wanted before them.

        Of a picture that is in memory in another size, the right one is read again.
        """
        if self._is_stopped:
            return
        self._device_pixel_ratio = device_pixel_ratio
        missing = [one for one in wanted if self._size_in_memory(one.media_id) != one]
        with self._lock:
            self._queue = deque(one for one in missing if one not in self._under_way)
            new_readers = min(_THREADS - self._readers, len(self._queue))
            self._readers += new_readers
        for _ in range(new_readers):
            self._pool.submit(self._read_queue)

    def forget(self) -> None:
        """Empties the cache, after files on disk have changed."""
        with self._lock:
            self._generation += 1
            self._read.clear()
        self._cache.clear()
        self._cached_bytes = 0
        self.forgotten.emit()

    @contextmanager
    def at_rest(self) -> Iterator[None]:
        """Reads nothing that has not begun, while the window is painted.

        A paint event hands Python's lock over at every call of Qt's. Beside two readers it waited
        for it each time: of 200 paint events, one in twenty took 11 ms, and takes 3 ms so.
        """
        self._may_read.clear()
        try:
            yield
        finally:
            self._may_read.set()

    def stop(self) -> None:
        """Drops all that has not begun and waits for the rest; nothing is loaded afterwards."""
        self._is_stopped = True
        with self._lock:
            self._queue.clear()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _size_in_memory(self, media_id: int) -> WantedThumbnail | None:
        found = self._cache.get(media_id)
        return None if found is None else found[0]

    def _read_queue(self) -> None:
        """Runs in the pool: reads until nothing is wanted any more."""
        while True:
            self._may_read.wait()
            with self._lock:
                if not self._queue:
                    self._readers -= 1
                    return
                wanted = self._queue.popleft()
                self._under_way.add(wanted)
                generation = self._generation
            image = read_thumbnail(self._store, wanted, ROUNDING * self._device_pixel_ratio)
            with self._lock:
                self._under_way.discard(wanted)
                if generation != self._generation:
                    continue
                self._read.append((wanted, image))
                is_first = len(self._read) == 1
            if is_first:
                # One message for all that arrives until the GUI thread looks.
                self._arrived.emit()

    def _keep(self) -> None:
        with self._lock:
            read, self._read = self._read, []
        for wanted, image in read:
            if not image.isNull():
                self._put(wanted, image)
        while self._cached_bytes > CACHE_BYTES and self._cache:
            _, (_, dropped) = self._cache.popitem(last=False)
            self._cached_bytes -= _bytes_of(dropped)
        if read:
            self.loaded.emit(frozenset(wanted.media_id for wanted, _ in read))

    def _put(self, wanted: WantedThumbnail, image: QImage) -> None:
        replaced = self._cache.pop(wanted.media_id, None)
        if replaced is not None:
            self._cached_bytes -= _bytes_of(replaced[1])
        image.setDevicePixelRatio(self._device_pixel_ratio)
        thumbnail = QPixmap.fromImage(image)
        self._cache[wanted.media_id] = (wanted, thumbnail)
        self._cached_bytes += _bytes_of(thumbnail)


def _bytes_of(thumbnail: QPixmap) -> int:
    return thumbnail.width() * thumbnail.height() * 4
