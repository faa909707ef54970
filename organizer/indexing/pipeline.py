"""A bounded window of pictures being opened ahead of the model, after rclip's idea."""

from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor

from organizer.indexing.opening import OpenedMedia, UnopenedMedia
from organizer.library.records import PendingMedia

Opened = OpenedMedia | UnopenedMedia

_BATCHES_OPEN = 3


def open_ahead(
    pending: Sequence[PendingMedia],
    open_one: Callable[[PendingMedia], Opened],
    pool: ThreadPoolExecutor,
    batch_size: int,
    begin: Callable[[Sequence[int]], None],
    release: Callable[[Sequence[int]], None],
) -> Generator[list[Opened], None, None]:
    """Batches of opened media in the order of `pending`, while the next ones are opened.

    `begin` is told which ids are about to be opened, `release` which of them were not used because
    the caller stopped early.
    """
    window: deque[tuple[list[int], list[Future[Opened]]]] = deque()
    position = 0
    try:
        while position < len(pending) or window:
            while position < len(pending) and len(window) < _BATCHES_OPEN:
                batch = pending[position : position + batch_size]
                position += len(batch)
                ids = [media.id for media in batch]
                begin(ids)
                window.append((ids, [pool.submit(open_one, media) for media in batch]))
            ids, futures = window[0]
            yield [future.result() for future in futures]
            # Only now: until the caller has stored the batch it counts as begun.
            window.popleft()
    finally:
        for ids, futures in window:
            for future in futures:
                future.cancel()
            release(ids)
