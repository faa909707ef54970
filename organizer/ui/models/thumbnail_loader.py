"""Brings thumbnails from disk into a bounded memory cache, off the GUI thread."""

from collections import OrderedDict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap

from organizer.library.thumbnails import ThumbnailStore

_CACHE_BYTES = 192 * 1024 * 1024
_THREADS = 2


class ThumbnailLoader(QObject):
    """Loads what is wanted now, first come first served, and forgets what no longer is.

    Signals:
        loaded(int): The thumbnail of a picture can be had from `pixmap`.
    """

    loaded = Signal(int)
    _read = Signal(int, QImage)

    def __init__(self, store: ThumbnailStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._cache: OrderedDict[int, QPixmap] = OrderedDict()
        self._cached_bytes = 0
        self._wanted: set[int] = set()
        self._under_way: set[int] = set()
        self._is_stopped = False
        # Not Qt's own pool: it would destroy Python objects in its threads.
        self._pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="thumbnails")
        self._read.connect(self._keep, Qt.ConnectionType.QueuedConnection)

    def pixmap(self, media_id: int) -> QPixmap | None:
        """The thumbnail of a picture, when it is in memory."""
        found = self._cache.get(media_id)
        if found is not None:
            self._cache.move_to_end(media_id)
        return found

    def want(self, media_ids: Iterable[int]) -> None:
        """Loads these thumbnails and no others that were wanted before and have not begun."""
        if self._is_stopped:
            return
        self._wanted = set()
        for media_id in media_ids:
            self._wanted.add(media_id)
            if media_id not in self._cache and media_id not in self._under_way:
                self._under_way.add(media_id)
                self._pool.submit(self._read_file, media_id)

    def forget(self) -> None:
        """Empties the cache, after files on disk have changed."""
        self._cache.clear()
        self._cached_bytes = 0

    def stop(self) -> None:
        """Drops all that has not begun and waits for the rest; nothing is loaded afterwards."""
        self._wanted = set()
        self._is_stopped = True
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _read_file(self, media_id: int) -> None:
        """Runs in the pool: reads the file unless it has been scrolled past."""
        image = QImage()
        if media_id in self._wanted:
            image = QImageReader(str(self._store.path(media_id))).read()
        self._read.emit(media_id, image)

    def _keep(self, media_id: int, image: QImage) -> None:
        self._under_way.discard(media_id)
        if image.isNull():
            return
        thumbnail = QPixmap.fromImage(image)
        self._cache[media_id] = thumbnail
        self._cached_bytes += _bytes_of(thumbnail)
        while self._cached_bytes > _CACHE_BYTES and len(self._cache) > 1:
            _, dropped = self._cache.popitem(last=False)
            self._cached_bytes -= _bytes_of(dropped)
        self.loaded.emit(media_id)


def _bytes_of(thumbnail: QPixmap) -> int:
    return thumbnail.width() * thumbnail.height() * 4
