"""Finds what pictures look like from their thumbnails, each content once in its life."""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor

from organizer.indexing.duplicates.perceptual_hash import METHOD, hash_of_file
from organizer.indexing.duplicates.records import SearchProgress
from organizer.indexing.progress import Control
from organizer.library.queries.duplicates import ComparablePictures
from organizer.library.reader import LibraryReader
from organizer.library.thumbnails import ThumbnailSize, ThumbnailStore

Keep = Callable[[str, Mapping[str, bytes]], None]

_AT_ONCE = 512
_KEPT_AT_ONCE = 8192
_THREADS = 2


def known_hashes(
    pictures: ComparablePictures,
    reader: LibraryReader,
    store: ThumbnailStore,
    keep: Keep,
    control: Control,
    on_progress: Callable[[SearchProgress], None],
) -> dict[str, bytes]:
    """Perceptual hashes by content hash; those that are new are given to `keep`, with the method.

    A picture without a readable thumbnail has none. Raises Cancelled; what was found is kept.
    """
    known = reader.duplicates.perceptual_hashes(METHOD)
    missing = {
        content: int(media_id)
        for content, media_id in zip(pictures.content_hashes, pictures.ids, strict=True)
        if content not in known
    }
    fresh: dict[str, bytes] = {}
    contents = list(missing)
    done = len(pictures) - len(contents)

    def look(content: str) -> bytes | None:
        media_id = missing[content]
        small = hash_of_file(store.path(media_id, ThumbnailSize.SMALL))
        # Older libraries have only large ones.
        return small or hash_of_file(store.path(media_id))

    with ThreadPoolExecutor(_THREADS, thread_name_prefix="hashes") as pool:
        try:
            for start in range(0, len(contents), _AT_ONCE):
                on_progress(SearchProgress(done + start, len(pictures)))
                control.check()
                chunk = contents[start : start + _AT_ONCE]
                found = zip(chunk, pool.map(look, chunk), strict=True)
                fresh |= {content: one for content, one in found if one is not None}
                if len(fresh) >= _KEPT_AT_ONCE:
                    keep(METHOD, fresh)
                    known |= fresh
                    fresh = {}
        finally:
            if fresh:
                keep(METHOD, fresh)
    return known | fresh
