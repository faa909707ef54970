"""Brings originals into a bounded memory cache, the neighbours ahead, off the GUI thread."""

import logging
from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage, QImageReader

from organizer.archive.exports import Exports
from organizer.errors import OrganizerError
from organizer.indexing.showing import (
    SCREEN_PIXELS,
    WHOLE_PIXELS,
    PixelLevel,
    ShownOriginal,
    open_original,
)
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.records import MediaDetail, MediaState
from organizer.library.thumbnails import ThumbnailStore

# Three pictures of a good telephone, each with its smaller levels.
CACHE_BYTES = 256 * 1024 * 1024
"""The most that decoded originals occupy, unless the one on screen alone is larger."""

_THREADS = 2
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Known:
    """What the library knows of a picture; `slides` are the ids of its post, in their order."""

    detail: MediaDetail
    slides: tuple[int, ...]
    thumbnail: QImage

    @property
    def can_be_opened(self) -> bool:
        """Whether its original is where it should be and was no trouble so far."""
        is_sound = self.detail.state not in (MediaState.MISSING, MediaState.FAILED)
        return is_sound and not self.detail.is_offline


@dataclass(frozen=True, slots=True)
class LoadedOriginal:
    """An original ready to be painted: `levels` are the same picture, each half the one before.

    `is_whole` says that more pixels than these are not to be had.
    """

    original: ShownOriginal
    levels: tuple[QImage, ...]
    is_whole: bool


class OriginalLoader(QObject):
    """Loads what is wanted, the first before the others, and forgets the oldest.

    Signals:
        known_changed(int): What `known` says of a picture is new.
        picture_changed(int): `picture` has it now, or `error` says why not.
        library_failed(OrganizerError): The library cannot be read.
    """

    known_changed = Signal(int)
    picture_changed = Signal(int)
    library_failed = Signal(object)
    _looked_up = Signal(int, object)
    _opened = Signal(int, object)

    def __init__(self, place: LibraryPlace, exports: Exports, parent: QObject) -> None:
        super().__init__(parent)
        self._place = place
        self._exports = exports
        self._store = ThumbnailStore(place.thumbnails)
        self._reader: LibraryReader | None = None
        self._wanted: tuple[int, ...] = ()
        self._under_way: set[tuple[int, int]] = set()
        self._known: dict[int, Known] = {}
        self._errors: dict[int, OrganizerError] = {}
        self._cache: OrderedDict[int, LoadedOriginal] = OrderedDict()
        # SQLite's connection belongs to one thread.
        self._lookups = ThreadPoolExecutor(1, thread_name_prefix="viewer-lookups")
        self._pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="viewer-originals")
        queued = Qt.ConnectionType.QueuedConnection
        self._looked_up.connect(self._keep_known, queued)
        self._opened.connect(self._keep_picture, queued)

    def known(self, media_id: int) -> Known | None:
        """What the library says, when it was asked."""
        return self._known.get(media_id)

    def picture(self, media_id: int) -> LoadedOriginal | None:
        """The original, when it is in memory."""
        found = self._cache.get(media_id)
        if found is not None:
            self._cache.move_to_end(media_id)
        return found

    def error(self, media_id: int) -> OrganizerError | None:
        """Why the original cannot be shown."""
        return self._errors.get(media_id)

    def want(self, media_ids: Sequence[int]) -> None:
        """Loads these, the first before the others, and no more those that were wanted before."""
        self._wanted = tuple(media_ids)
        for kept in (self._known, self._errors):
            for media_id in [media_id for media_id in kept if media_id not in self._wanted]:
                del kept[media_id]
        for media_id in self._wanted:
            if media_id in self._known:
                self._open_known(media_id)
            else:
                self._submit(self._lookups, self._look_up, media_id)

    def want_whole(self, media_id: int) -> None:
        """Loads a picture that was reduced with all its pixels, as far as there is room."""
        loaded, known = self._cache.get(media_id), self._known.get(media_id)
        if loaded is not None and known is not None and not loaded.is_whole:
            self._open(known.detail, WHOLE_PIXELS)

    def refresh(self) -> None:
        """Asks the library anew; what was known stays until it answers."""
        for media_id in self._wanted:
            self._submit(self._lookups, self._look_up, media_id)

    def rest(self) -> None:
        """Wants nothing any more and lets go of the archive's files."""
        self.want(())
        self._cache.clear()
        self._submit(self._pool, self._exports.close)

    def stop(self) -> None:
        """Waits for what has begun; nothing is loaded afterwards."""
        self._wanted = ()
        self._pool.shutdown(wait=True, cancel_futures=True)
        # In the thread that opened it; lookups that come before find that nothing is wanted.
        self._lookups.submit(self._close_reader)
        self._lookups.shutdown(wait=True)
        self._exports.close()

    def _look_up(self, media_id: int) -> None:
        """Runs in the thread for lookups."""
        if media_id not in self._wanted:
            return
        try:
            if self._reader is None:
                self._reader = LibraryReader(self._place)
            detail = self._reader.detail(media_id)
            slides = self._reader.slides(media_id)
        except OrganizerError as error:
            self.library_failed.emit(error)
            return
        if detail is not None:
            thumbnail = QImageReader(str(self._store.path(media_id))).read()
            self._looked_up.emit(media_id, Known(detail, slides, thumbnail))

    def _close_reader(self) -> None:
        if self._reader is not None:
            self._reader.close()

    def _keep_known(self, media_id: int, known: Known) -> None:
        if media_id not in self._wanted or self._known.get(media_id) == known:
            return
        self._known[media_id] = known
        self.known_changed.emit(media_id)
        self._open_known(media_id)

    def _open_known(self, media_id: int) -> None:
        known = self._known[media_id]
        if known.can_be_opened and media_id not in self._cache and media_id not in self._errors:
            self._open(known.detail, SCREEN_PIXELS)

    def _open(self, detail: MediaDetail, most_pixels: int) -> None:
        if (detail.id, most_pixels) not in self._under_way:
            self._under_way.add((detail.id, most_pixels))
            self._submit(self._pool, self._read_original, detail, most_pixels)

    def _read_original(self, detail: MediaDetail, most_pixels: int) -> None:
        """Runs in the pool: reads the file unless another picture is wanted by now."""
        result: LoadedOriginal | OrganizerError | None = None
        try:
            if detail.id in self._wanted:
                original = open_original(detail.archive, detail.uri, self._exports, most_pixels)
                is_whole = not original.is_reduced or most_pixels == WHOLE_PIXELS
                result = LoadedOriginal(original, tuple(map(_image, original.levels)), is_whole)
        except OrganizerError as error:
            result = error
        finally:
            self._under_way.discard((detail.id, most_pixels))
        self._opened.emit(detail.id, result)

    def _keep_picture(self, media_id: int, result: LoadedOriginal | OrganizerError | None) -> None:
        if media_id not in self._wanted:
            return
        if result is None:
            # It was given up and is wanted again.
            self.want(self._wanted)
            return
        if isinstance(result, OrganizerError):
            # Not all pixels of one that is shown already: it stays as it is.
            if media_id in self._cache:
                return
            self._errors[media_id] = result
        else:
            self._cache[media_id] = result
            self._forget_oldest()
        self.picture_changed.emit(media_id)

    def _forget_oldest(self) -> None:
        occupied = sum(loaded.original.memory_bytes for loaded in self._cache.values())
        # The one on screen is wanted first and never forgotten.
        for media_id in [media_id for media_id in self._cache if media_id != self._wanted[0]]:
            if occupied <= CACHE_BYTES:
                break
            occupied -= self._cache.pop(media_id).original.memory_bytes

    def _submit(
        self, pool: ThreadPoolExecutor, job: Callable[..., None], *arguments: object
    ) -> None:
        pool.submit(job, *arguments).add_done_callback(_tell_of_mistakes)


def _tell_of_mistakes(future: Future[None]) -> None:
    """What nobody foresaw would otherwise be lost with the future."""
    error = None if future.cancelled() else future.exception()
    if error is not None:
        _log.error("the viewer's worker failed", exc_info=error)


def _image(level: PixelLevel) -> QImage:
    """Qt keeps hold of the bytes themselves: nothing is copied."""
    size = (level.width, level.height, level.width * 4)
    return QImage(level.data, *size, QImage.Format.Format_RGB32)
