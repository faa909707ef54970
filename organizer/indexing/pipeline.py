"""Pictures on their way through the model: opened ahead of it, and given to it ahead of storing.

Both are bounded windows, after rclip's idea. Files are opened in a pool, vectors made in another;
the thread that asks for them is free to store what is finished meanwhile.
"""

from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field

import numpy as np

from organizer.indexing.opening import OpenedMedia, UnopenedMedia
from organizer.library.records import PendingMedia
from organizer.vectors import FloatArray, unit_vectors
from organizer.vision.encoder import Encoder

Opened = OpenedMedia | UnopenedMedia

# While one batch is opened, all of the next waits for its turn: the pool is never idle.
_BATCHES_OPENED_AHEAD = 2


@dataclass(frozen=True, slots=True)
class EncodedBatch:
    """`media` and their vectors (n, dimension); of the `opened`, the others are not wanted."""

    opened: list[Opened]
    media: list[OpenedMedia]
    vectors: FloatArray


@dataclass(frozen=True, slots=True)
class Stages:
    """What is done to pictures, and what is told of them.

    `open_one` runs in the pool `opening`, `encode` in the pool `encoding`, the others in the thread
    that asks for batches. `begin` is told which ids are about to be opened, `release` which of them
    were not used because the caller stopped early. `receive` says which of a batch are to be
    encoded.
    """

    opening: ThreadPoolExecutor
    encoding: ThreadPoolExecutor
    begin: Callable[[Sequence[int]], None]
    open_one: Callable[[PendingMedia], Opened]
    receive: Callable[[list[Opened]], list[OpenedMedia]]
    encode: Callable[[list[OpenedMedia]], FloatArray]
    release: Callable[[Sequence[int]], None]


@dataclass(slots=True)
class _Batch:
    ids: list[int]
    opening: list[Future[Opened]]
    opened: list[Opened] = field(default_factory=list)
    media: list[OpenedMedia] = field(default_factory=list)
    encoding: Future[FloatArray] | None = None

    def encode(self, stages: Stages) -> Future[FloatArray]:
        """Its vectors to come; waits until all of it is opened."""
        if self.encoding is None:
            self.opened = [future.result() for future in self.opening]
            self.media = stages.receive(self.opened)
            self.encoding = stages.encoding.submit(stages.encode, self.media)
        return self.encoding

    def cancel(self) -> None:
        for future in self.opening:
            future.cancel()
        if self.encoding is not None:
            self.encoding.cancel()


def encode_ahead(
    pending: Sequence[PendingMedia], stages: Stages, batch_size: int, batches_at_once: int
) -> Generator[EncodedBatch, None, None]:
    """Batches of encoded media in the order of `pending`, while the next ones are made.

    `batches_at_once` of them are encoded side by side; with 0 there is only one anywhere.
    """
    # One more than are encoded: no thread waits for us while we store.
    encoded_ahead = batches_at_once + 1 if batches_at_once else 1
    most = encoded_ahead + _BATCHES_OPENED_AHEAD if batches_at_once else 1
    window: deque[_Batch] = deque()
    position = 0
    try:
        while position < len(pending) or window:
            while position < len(pending) and len(window) < most:
                some = pending[position : position + batch_size]
                position += len(some)
                window.append(_begin(some, stages))
            encodings = [batch.encode(stages) for batch in list(window)[:encoded_ahead]]
            yield EncodedBatch(window[0].opened, window[0].media, encodings[0].result())
            # Only now: until the caller has stored the batch it counts as begun.
            window.popleft()
    finally:
        for batch in window:
            batch.cancel()
            stages.release(batch.ids)


def _begin(some: Sequence[PendingMedia], stages: Stages) -> _Batch:
    ids = [media.id for media in some]
    stages.begin(ids)
    return _Batch(ids, [stages.opening.submit(stages.open_one, media) for media in some])


def vectors_of(media: Sequence[OpenedMedia], encoder: Encoder) -> FloatArray:
    """One unit vector for each of `media`, float32 (n, dimension): of a video, its frames' mean."""
    vectors = encoder.encode_prepared([pixels for one in media for pixels in one.prepared])
    counts = [len(one.prepared) for one in media]
    if len(vectors) == len(media):
        return vectors
    starts = np.cumsum([0, *counts[:-1]])
    return unit_vectors(np.add.reduceat(vectors, starts, axis=0))
