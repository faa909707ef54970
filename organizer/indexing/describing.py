"""Lets a captioning model describe the known pictures, newest first, when the user wants it."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import islice

from PIL import Image, UnidentifiedImageError

from organizer.errors import OrganizerError
from organizer.indexing.hashtag_options import HASHTAGS_STATE, HASHTAGS_UNTIL, read_options
from organizer.indexing.progress import Phase, Progress, RateMeter
from organizer.library.reader import LibraryReader
from organizer.library.thumbnails import ThumbnailStore
from organizer.library.writer import LibraryWriter
from organizer.tagging.described import DescribedHashtags
from organizer.tagging.records import SuggestionReason
from organizer.vision.captioner import Captioner, load_captioner, offered_captioner
from organizer.vision.hardware import ANY_HARDWARE, Hardware

_SETTING = "describes_pictures"


@dataclass(frozen=True, slots=True)
class Described:
    """Whether pictures are described as they come, and how many are so far."""

    is_on: bool = False
    pictures: int = 0


def read_described(reader: LibraryReader) -> Described:
    """How it stands in the library."""
    return Described(is_describing(reader), reader.descriptions.count())


def is_describing(reader: LibraryReader) -> bool:
    """Whether the user wants pictures to be described."""
    return reader.setting(_SETTING) is True


def described_hashtags(reader: LibraryReader) -> DescribedHashtags:
    """Finds hashtags in descriptions, for the library's user."""
    language = read_options(reader).language
    return DescribedHashtags(
        reader.own_hashtags.uses(),
        reader.own_hashtags.weights(),
        None if language == "own" else language == "ko",
    )


class Describer:
    """Describes pictures from their large thumbnails, of which a model sees no more than a half.

    Made, used and closed in the thread that writes. `on_progress`, `on_change` and `on_problem` are
    called in that thread; see Indexer.
    """

    def __init__(
        self,
        reader: LibraryReader,
        writer: LibraryWriter,
        thumbnails: ThumbnailStore,
        on_progress: Callable[[Progress], None],
        on_change: Callable[[], None],
        on_problem: Callable[[OrganizerError], None],
        hardware: Hardware = ANY_HARDWARE,
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._thumbnails = thumbnails
        self._on_progress = on_progress
        self._on_change = on_change
        self._on_problem = on_problem
        self._hardware = hardware
        self._was_refused = False

    def switch(self, is_on: bool) -> None:
        """Describes pictures from now on, or no longer; what is written stays."""
        self._was_refused = False
        self._writer.set_setting(_SETTING, is_on)
        self._on_change()

    def remove_all(self) -> int:
        """Deletes all descriptions and the hashtags offered for them; returns how many."""
        count = self._writer.remove_descriptions()
        # What was offered for them goes, and what they took the place of comes back.
        with self._writer.together():
            self._writer.set_setting(HASHTAGS_STATE, "")
            self._writer.set_setting(HASHTAGS_UNTIL, None)
        self._on_change()
        return count

    def left(self) -> int:
        """How many pictures wait to be described; none unless it is wanted and can be done."""
        return len(self._reader.descriptions.waiting()) if self._is_wanted() else 0

    def describe_if_wanted(self, model: str, finished: Progress, check: Callable[[], None]) -> None:
        """As `describe`, when the user wants it; says once that it cannot be done.

        What cannot be loaded is tried again after the next start, or when it is switched on anew.
        """
        if not self._is_wanted():
            return
        try:
            self.describe(model, finished, check)
        except OrganizerError:
            self._was_refused = True
            raise

    def describe(
        self,
        model: str,
        finished: Progress,
        check: Callable[[], None],
        limit: int | None = None,
    ) -> int:
        """Describes at most `limit` pictures that are not; returns how many.

        Those that cannot be opened are left out from now on. `model` is the encoder whose
        suggestions the new ones join; `finished` is told at the end. Nothing is loaded when nothing
        waits, and all of it is freed afterwards. Raises what `check` does, first and after each
        batch, and what `load_captioner` raises.
        """
        waiting = self._reader.descriptions.waiting(limit)
        if not waiting:
            return 0
        check()
        self._on_progress(Progress(Phase.LOADING_MODEL, total=len(waiting)))
        try:
            captioner = load_captioner(offered_captioner().name, hardware=self._hardware)
            try:
                count = self._describe_all(waiting, captioner, model, check)
            finally:
                captioner.release()
        except OrganizerError:
            self._on_progress(finished)
            raise
        self._on_progress(finished)
        return count

    def _is_wanted(self) -> bool:
        return is_describing(self._reader) and not self._was_refused

    def _describe_all(
        self, waiting: Sequence[int], captioner: Captioner, model: str, check: Callable[[], None]
    ) -> int:
        meter = RateMeter()
        done = written = failed = told = 0
        with ThreadPoolExecutor(captioner.batches_at_once, thread_name_prefix="describing") as pool:
            for descriptions in _ahead(pool, partial(self._written, captioner), waiting, captioner):
                self._store(descriptions, captioner.name, model)
                done += len(descriptions)
                written += sum(map(bool, descriptions.values()))
                failed = done - written
                for problem in captioner.problems[told:]:
                    self._on_problem(problem)
                told = len(captioner.problems)
                rate = meter.rate(done)
                self._on_progress(
                    Progress(
                        Phase.DESCRIBING,
                        done,
                        len(waiting),
                        failed,
                        rate,
                        (len(waiting) - done) / rate if rate else None,
                        captioner.title,
                        captioner.device,
                    )
                )
                self._on_change()
                check()
        return written

    def _written(self, captioner: Captioner, media_ids: Sequence[int]) -> dict[int, str]:
        """What is written of pictures, by id; "" for those that cannot be opened."""
        images = {media_id: self._opened(media_id) for media_id in media_ids}
        there = {media_id: image for media_id, image in images.items() if image is not None}
        texts = dict(zip(there, captioner.describe(list(there.values())), strict=True))
        return {media_id: texts.get(media_id, "") for media_id in media_ids}

    def _opened(self, media_id: int) -> Image.Image | None:
        try:
            with Image.open(self._thumbnails.path(media_id)) as image:
                return image.convert("RGB")
        except (OSError, SyntaxError, UnidentifiedImageError, Image.DecompressionBombError):
            return None

    def _store(self, descriptions: dict[int, str], captioner: str, model: str) -> None:
        """Keeps what was written, and offers the hashtags in it."""
        hashtags, limit = described_hashtags(self._reader), read_options(self._reader).limit
        suggestions = {
            one.id: hashtags.added_to(
                [sug for sug in one.suggestions if sug.reason is not SuggestionReason.DESCRIBED],
                [descriptions[one.id]],
                [*one.hashtags, *one.accepted, *one.rejected],
                limit,
            )
            for one in self._reader.details(list(descriptions))
            if descriptions[one.id]
        }
        # What is described is not looked at again: what ends the program must not part them.
        with self._writer.together():
            self._writer.store_descriptions(descriptions, captioner)
            self._writer.store_suggestions(suggestions, model)


def _ahead(
    pool: ThreadPoolExecutor,
    write: Callable[[Sequence[int]], dict[int, str]],
    waiting: Sequence[int],
    captioner: Captioner,
) -> Iterator[dict[int, str]]:
    """What `write` makes of batches of `waiting`, in order; one more than are written at once."""
    size = captioner.batch_size
    batches = iter([waiting[start : start + size] for start in range(0, len(waiting), size)])
    window: list[Future[dict[int, str]]] = [
        pool.submit(write, batch) for batch in islice(batches, captioner.batches_at_once + 1)
    ]
    try:
        while window:
            made = window.pop(0).result()
            window += [pool.submit(write, batch) for batch in islice(batches, 1)]
            yield made
    finally:
        for future in window:
            future.cancel()
