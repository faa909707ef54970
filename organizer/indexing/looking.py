"""Looks at pictures: opens them, gives them to the model, tags and stores what it sees."""

import contextlib
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from organizer.archive.exports import Exports
from organizer.errors import OrganizerError
from organizer.indexing.opening import OpenedMedia, UnopenedMedia, open_media
from organizer.indexing.pipeline import EncodedBatch, Opened, Stages, encode_ahead, vectors_of
from organizer.indexing.progress import Phase, Progress, RateMeter
from organizer.indexing.retagging import Retagger
from organizer.indexing.tagger import Tagger, Taggers
from organizer.library.reader import LibraryReader
from organizer.library.records import MediaUnderstanding, PendingMedia
from organizer.library.thumbnails import ThumbnailStore
from organizer.library.writer import LibraryWriter
from organizer.vision.encoder import Encoder


class Looking:
    """Looks at pictures of one library, in the thread that writes to it.

    `retagger` is told which ones; for the others see Indexer.
    """

    def __init__(
        self,
        reader: LibraryReader,
        writer: LibraryWriter,
        exports: Exports,
        thumbnails: ThumbnailStore,
        retagger: Retagger,
        on_progress: Callable[[Progress], None],
        on_change: Callable[[], None],
        on_problem: Callable[[OrganizerError], None],
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._exports = exports
        self._thumbnails = thumbnails
        self._retagger = retagger
        self._on_progress = on_progress
        self._on_change = on_change
        self._on_problem = on_problem
        self._problems_told = 0

    def look_at(
        self,
        pending: list[PendingMedia],
        encoder: Encoder,
        taggers: Taggers,
        check: Callable[[], None],
    ) -> None:
        """Opens, embeds and tags all of `pending` in their order.

        A file that cannot be read is kept as a problem. Raises what `check` does after a batch.
        """
        # Loads torch, which is not to be waited for where nothing is looked at.
        from organizer.vision.cores import beside_others

        tagger = taggers.tagger() if pending else None
        # A picture that was open when the program ended is opened alone: if it does so again, the
        # blame falls on it and not on its neighbours.
        sound = [media for media in pending if not media.was_interrupted]
        suspect = [media for media in pending if media.was_interrupted]
        meter = RateMeter()
        done = failed = 0
        with (
            ThreadPoolExecutor(os.cpu_count(), thread_name_prefix="opening") as opening,
            ThreadPoolExecutor(encoder.batches_at_once, thread_name_prefix="encoding") as encoding,
            beside_others(),
        ):
            stages = self._stages(encoder, opening, encoding)
            for some, size, at_once in (
                (sound, encoder.batch_size, encoder.batches_at_once),
                (suspect, 1, 0),
            ):
                with contextlib.closing(encode_ahead(some, stages, size, at_once)) as batches:
                    for batch in batches:
                        self._store(batch, encoder, tagger or taggers.tagger())
                        done += len(batch.opened)
                        failed += sum(isinstance(one, UnopenedMedia) for one in batch.opened)
                        self._tell(done, len(pending), failed, meter, encoder)
                        self._on_change()
                        check()
        self._on_progress(
            Progress(
                Phase.FINISHED, done, len(pending), failed, 0.0, 0.0, encoder.title, encoder.device
            )
        )

    def _stages(
        self, encoder: Encoder, opening: ThreadPoolExecutor, encoding: ThreadPoolExecutor
    ) -> Stages:
        return Stages(
            opening,
            encoding,
            begin=self._writer.begin_media,
            open_one=partial(
                open_media, exports=self._exports, thumbnails=self._thumbnails, encoder=encoder
            ),
            receive=self._receive,
            encode=partial(vectors_of, encoder=encoder),
            release=self._writer.release_media,
        )

    def _receive(self, batch: list[Opened]) -> list[OpenedMedia]:
        """Those of a batch that are to be encoded; what could not be read is kept as a problem."""
        for media in batch:
            if isinstance(media, UnopenedMedia):
                self._writer.record_failure(media.media_id, media.error, media.stamp)
        return list(self._single([media for media in batch if isinstance(media, OpenedMedia)]))

    def _single(self, opened: list[OpenedMedia]) -> Iterator[OpenedMedia]:
        """Those of `opened` that are not the same file as a picture known already."""
        for media in opened:
            if self._writer.unite_with_same_content(media.media_id, media.content_hash) is None:
                yield media
            else:
                self._thumbnails.remove(media.media_id)

    def _store(self, batch: EncodedBatch, encoder: Encoder, tagger: Tagger) -> None:
        """Tags and stores a batch."""
        opened, vectors = batch.media, batch.vectors
        if not opened:
            return
        hashtags = self._reader.own_hashtags.of([media.media_id for media in opened])
        rejected = self._reader.own_hashtags.rejected_for([media.media_id for media in opened])
        written = self._reader.descriptions.of([media.media_id for media in opened])
        tags = tagger.tags(
            vectors,
            [hashtags.get(media.media_id, ()) for media in opened],
            [rejected.get(media.media_id, ()) for media in opened],
            [written.get(media.media_id, "") for media in opened],
        )
        understood = [
            MediaUnderstanding(
                media_id=media.media_id,
                media_type=media.media_type,
                stamp=media.stamp,
                content_hash=media.content_hash,
                width=media.width,
                height=media.height,
                duration_seconds=media.duration_seconds,
                vector=vector,
                categories=own.categories,
                suggestions=own.suggestions,
            )
            for media, vector, own in zip(opened, vectors, tags, strict=True)
        ]
        by_id = {media.media_id: own for media, own in zip(opened, tags, strict=True)}
        # A picture that is ready is not looked at again: what ends the program must not part them.
        with self._writer.together():
            self._writer.store_understanding(understood, encoder.name)
            self._writer.store_doubts({media_id: own.doubt for media_id, own in by_id.items()})
            self._writer.store_misfits({media_id: own.misfits for media_id, own in by_id.items()})
        self._retagger.understood([media.media_id for media in opened])

    def tell_problems(self, encoder: Encoder) -> None:
        """Tells why `encoder` does not run where it should, as far as that was not told yet."""
        for problem in encoder.problems[self._problems_told :]:
            self._on_problem(problem)
        self._problems_told = len(encoder.problems)

    def _tell(self, done: int, total: int, failed: int, meter: RateMeter, encoder: Encoder) -> None:
        self.tell_problems(encoder)
        rate = meter.rate(done)
        left = (total - done) / rate if rate else None
        self._on_progress(
            Progress(
                Phase.UNDERSTANDING, done, total, failed, rate, left, encoder.title, encoder.device
            )
        )
