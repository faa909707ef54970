"""Removes places from a library, step by step; what was begun is finished, if only later."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from organizer.indexing.importing import Importer
from organizer.indexing.progress import Control, Phase, Progress, RateMeter
from organizer.library.reader import LibraryReader
from organizer.library.thumbnails import ThumbnailStore
from organizer.library.writer import LibraryWriter

_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class RemovalReport:
    """What came of a removal: so many pictures left the library, so many are read elsewhere now."""

    removed: int = 0
    kept: int = 0


class Remover:
    """Removes places from the library that `writer` and `reader` are of, with their thumbnails.

    `on_progress` and `on_change` are called as those of Indexer are.
    """

    def __init__(
        self,
        writer: LibraryWriter,
        importer: Importer,
        reader: LibraryReader,
        thumbnails: ThumbnailStore,
        on_progress: Callable[[Progress], None],
        on_change: Callable[[], None],
    ) -> None:
        self._writer = writer
        self._importer = importer
        self._reader = reader
        self._thumbnails = thumbnails
        self._on_progress = on_progress
        self._on_change = on_change

    def begin(self, places: Sequence[Path]) -> None:
        """Marks places for removal, which `finish` does: now, or after the next start."""
        self._writer.removing.begin(places)
        self._on_change()

    def finish(self, control: Control | None = None) -> RemovalReport:
        """Removes all that was marked, if anything was.

        Raises Cancelled when asked to stop: the next call goes on.
        """
        check = (control or Control()).check
        media_ids = self._reader.removing.leaving_media()
        if media_ids is None:
            return RemovalReport()
        removed, meter = 0, RateMeter()
        for start in range(0, len(media_ids), _AT_ONCE):
            self._tell(start, len(media_ids), meter)
            check()
            some = media_ids[start : start + _AT_ONCE]
            removed += self._writer.removing.remove_media(some, self._remove_thumbnails)
            self._on_change()
        check()
        self._writer.removing.end()
        self._on_change()
        self._read_heirs(check)
        return RemovalReport(removed, len(media_ids) - removed)

    def _remove_thumbnails(self, media_ids: Sequence[int]) -> None:
        for media_id in media_ids:
            self._thumbnails.remove(media_id)

    def _read_heirs(self, check: Callable[[], None]) -> None:
        """Reads the lists of archives that say now what a removed one said; or the next start."""
        changed = {one.id for one in self._reader.archives() if not one.listing}
        for place in self._reader.places():
            if changed.intersection(one.id for one in self._reader.archives(place)):
                self._importer.add(place.path, check)
                self._on_change()

    def _tell(self, done: int, total: int, meter: RateMeter) -> None:
        rate = meter.rate(done)
        left = (total - done) / rate if rate else None
        self._on_progress(Progress(Phase.REMOVING, done, total, rate=rate, seconds_left=left))
