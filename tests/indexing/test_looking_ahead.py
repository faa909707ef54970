"""Pictures are opened and encoded ahead, each once, in order, and a stop loses none of them."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

from organizer.archive.records import FileStamp, MediaType
from organizer.indexing.indexer import Indexer
from organizer.indexing.opening import OpenedMedia, UnopenedMedia
from organizer.indexing.pipeline import EncodedBatch, Stages, encode_ahead, vectors_of
from organizer.indexing.progress import Cancelled, Control, Phase, Progress
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.records import PendingMedia
from organizer.vision.encoder import Encoder
from organizer.vision.errors import NotAPicture

PENDING = [
    PendingMedia(number, Path("archive"), f"{number}.jpg", MediaType.IMAGE, was_interrupted=False)
    for number in range(50)
]


def opened(pending: PendingMedia, *values: int) -> OpenedMedia:
    frames = tuple(np.full((260, 260, 3), value, np.uint8) for value in values or (pending.id,))
    return OpenedMedia(
        pending.id, MediaType.IMAGE, FileStamp(1, 1), str(pending.id), frames, 260, 260, None
    )


@dataclass
class Told:
    """What the stages were told, and how far ahead they ran of what was stored."""

    begun: list[int] = field(default_factory=list)
    released: list[int] = field(default_factory=list)
    encoded: list[int] = field(default_factory=list)


@pytest.fixture
def pools() -> Iterator[tuple[ThreadPoolExecutor, ThreadPoolExecutor]]:
    with ThreadPoolExecutor(4) as opening, ThreadPoolExecutor(2) as encoding:
        yield opening, encoding


def stages(told: Told, pools: tuple[ThreadPoolExecutor, ThreadPoolExecutor]) -> Stages:
    def open_one(pending: PendingMedia) -> OpenedMedia | UnopenedMedia:
        if pending.id % 10 == 9:
            return UnopenedMedia(pending.id, None, NotAPicture(pending.uri))
        return opened(pending)

    def encode(media: list[OpenedMedia]) -> np.ndarray:
        told.encoded += [one.media_id for one in media]
        return np.array([[one.media_id] for one in media], np.float32)

    return Stages(
        *pools,
        begin=told.begun.extend,
        open_one=open_one,
        receive=lambda batch: [one for one in batch if isinstance(one, OpenedMedia)],
        encode=encode,
        release=told.released.extend,
    )


@pytest.mark.parametrize("at_once", [0, 1, 4])
@pytest.mark.parametrize("batch_size", [1, 7, 64])
def test_every_picture_comes_once_and_in_order(pools, batch_size: int, at_once: int):
    told = Told()
    batches = list(encode_ahead(PENDING, stages(told, pools), batch_size, at_once))
    assert [one.media_id for batch in batches for one in batch.opened] == list(range(50))
    wanted = [number for number in range(50) if number % 10 != 9]
    assert [int(vector[0]) for batch in batches for vector in batch.vectors] == wanted
    assert sorted(told.encoded) == wanted
    assert told.begun == list(range(50))
    assert told.released == []


def test_what_was_not_stored_is_released_when_the_caller_stops(pools):
    told = Told()
    batches = encode_ahead(PENDING, stages(told, pools), 5, 2)
    first = next(batches)
    assert [one.media_id for one in first.opened] == list(range(5))
    next(batches)
    batches.close()
    # The first batch was stored; whether the second was is not known.
    assert told.released == told.begun[5:]
    assert len(told.begun) < 50


def test_only_one_picture_is_open_where_one_may_end_the_program(pools):
    told = Told()
    for number, batch in enumerate(encode_ahead(PENDING, stages(told, pools), 1, 0)):
        assert isinstance(batch, EncodedBatch)
        assert told.begun == list(range(number + 1))


def test_an_error_of_the_model_is_raised_and_all_is_released(pools):
    told = Told()
    failing = stages(told, pools)

    def fail(_media: list[OpenedMedia]) -> np.ndarray:
        raise MemoryError

    failing = Stages(
        failing.opening, failing.encoding, failing.begin, failing.open_one, failing.receive,
        fail, failing.release,
    )  # fmt: skip
    with pytest.raises(MemoryError):
        list(encode_ahead(PENDING, failing, 5, 2))
    assert told.released == told.begun


def test_a_video_has_the_mean_of_its_frames(encoder: Encoder):
    media = [opened(PENDING[0]), opened(PENDING[1], 10, 120, 250), opened(PENDING[2], 99)]
    vectors = vectors_of(media, encoder)
    frames = encoder.encode_prepared(media[1].prepared)
    mean = frames.sum(axis=0)
    np.testing.assert_allclose(vectors[1], mean / np.linalg.norm(mean), atol=1e-5)
    np.testing.assert_allclose(vectors[2], encoder.encode_prepared(media[2].prepared)[0], atol=1e-5)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_nothing_begun_is_left_behind_by_a_cancelled_run(own_sample: Path, place: LibraryPlace):
    control = Control()

    def cancel(progress: Progress) -> None:
        if progress.phase is Phase.UNDERSTANDING:
            control.cancel()

    with Indexer(place, on_progress=cancel) as indexer:
        indexer.add(own_sample)
        with pytest.raises(Cancelled):
            indexer.understand(control)
        with LibraryReader(place) as reader:
            assert reader.looking.interrupted() == ()
            assert not any(
                media.was_interrupted for media in reader.looking.pending(encoder_name(reader))
            )


def encoder_name(reader: LibraryReader) -> str:
    stored = reader.setting("encoder/built-in")
    assert isinstance(stored, list)
    return str(stored[0])
