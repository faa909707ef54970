"""Has a vision-language service tag pictures: several in one request, several requests at once."""

import asyncio
import math
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

import regex

from organizer.errors import OrganizerError
from organizer.indexing.hashtag_options import read_options
from organizer.indexing.progress import Cancelled, Control
from organizer.library.edits import ServiceTags
from organizer.library.reader import LibraryReader
from organizer.library.thumbnails import ThumbnailStore
from organizer.tagging.categories import OTHERS
from organizer.tagging.hashtags import hashtag_key, read_hashtags
from organizer.vision.errors import ServiceAnswerUnreadable
from organizer.vision.service import (
    NO_USAGE,
    ServiceAnswer,
    ServiceSettings,
    ServiceUsage,
    VisionService,
)
from organizer.vision.service_answers import ServiceQuestion

# How often is looked whether the user stopped it, or the service asks to wait.
_TICK_SECONDS = 0.1
# What was sent may be paid for, and may be answered at once; a slow model is not waited for.
_GRACE_SECONDS = 1.0

_BETWEEN_WORDS = regex.compile(r"[\s\-.,'’]+")


@dataclass(frozen=True, slots=True)
class ServiceProgress:
    """How far tagging by a service is.

    Attributes:
        done: How many of `total` pictures were asked about.
        tagged: How many of them the service had something to say of.
        usage: What it took so far, as the service counts.
        problems: Answers that made no sense.
        wait_seconds: For how long the service asks to be left alone; 0 while it is asked.
    """

    done: int
    total: int
    tagged: int = 0
    usage: ServiceUsage = NO_USAGE
    problems: tuple[OrganizerError, ...] = ()
    wait_seconds: int = 0


def question_of(reader: LibraryReader, is_korean: bool) -> ServiceQuestion:
    """What to ask about pictures of the library: its categories, and hashtags in one language.

    That is Korean or English as `is_korean` says, unless the library's options name one.
    """
    options = read_options(reader)
    if options.language != "own":
        is_korean = options.language == "ko"
    categories = {one.id: one.name_en for one in reader.categories() if one.id != OTHERS}
    return ServiceQuestion(categories, options.limit, "Korean" if is_korean else "English")


class ServiceTagging:
    """Has `service` answer `question` about pictures of which there are thumbnails.

    The thumbnails are what is sent: at most 512 pixels, without what a camera writes beside them.
    `on_tagged` gets what is to be kept as soon as it comes, then `on_progress` how far it is; both
    are called in the thread that calls `run`.
    """

    def __init__(
        self,
        service: VisionService,
        settings: ServiceSettings,
        question: ServiceQuestion,
        thumbnails: ThumbnailStore,
        on_tagged: Callable[[tuple[ServiceTags, ...]], None],
        on_progress: Callable[[ServiceProgress], None] = lambda _progress: None,
    ) -> None:
        self._service = service
        self._settings = settings
        self._question = question
        self._thumbnails = thumbnails
        self._on_tagged = on_tagged
        self._on_progress = on_progress
        self._progress = ServiceProgress(0, 0)
        self._running: dict[asyncio.Task[ServiceAnswer], tuple[int, ...]] = {}

    async def run(self, media_ids: Sequence[int], control: Control) -> ServiceProgress:
        """Tags pictures; those without a thumbnail are left out.

        Raises ServiceUnreachable, ServiceRefused or UnsafeAddress, once all that was sent has been
        answered: it may have been paid for. Raises Cancelled when `control` says so; what is not
        answered within a second then is given up.
        """
        self._progress = ServiceProgress(0, len(media_ids))
        chunks = self._chunks(media_ids)
        stopped: Exception | None = None
        try:
            while True:
                if stopped is None and not control.is_cancelled:
                    self._begin(chunks)
                if not self._running:
                    break
                if control.is_cancelled:
                    stopped = Cancelled()
                    await self._finish_soon()
                    break
                stopped = await self._hear(_TICK_SECONDS) or stopped
                self._tell_wait()
        finally:
            await self._give_up()
        if control.is_cancelled:
            raise Cancelled
        if stopped is not None:
            raise stopped
        return self._progress

    def _begin(self, chunks: Iterator[tuple[tuple[int, ...], list[bytes]]]) -> None:
        """Sends as many requests as may wait at the same time."""
        for ids, pictures in islice(chunks, self._settings.requests_at_once - len(self._running)):
            asking = self._service.ask(pictures, self._question)
            self._running[asyncio.create_task(asking)] = ids

    async def _hear(self, seconds: float) -> Exception | None:
        """Keeps what is answered within `seconds`; returns what makes asking further useless."""
        done, _ = await asyncio.wait(
            self._running, timeout=seconds, return_when=asyncio.FIRST_COMPLETED
        )
        problem: Exception | None = None
        for answered in done:
            try:
                self._keep(self._running.pop(answered), answered)
            except Exception as error:  # noqa: BLE001 - raised when all others are kept
                problem = error
        return problem

    async def _finish_soon(self) -> None:
        until = time.monotonic() + _GRACE_SECONDS
        while self._running and (left := until - time.monotonic()) > 0:
            await self._hear(left)

    async def _give_up(self) -> None:
        if self._running:
            await self._hear(0)
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)
        self._running.clear()

    def _tell_wait(self) -> None:
        seconds = math.ceil(self._service.seconds_to_wait)
        if seconds != self._progress.wait_seconds:
            self._progress = replace(self._progress, wait_seconds=seconds)
            self._on_progress(self._progress)

    def _keep(self, media_ids: tuple[int, ...], answered: asyncio.Task[ServiceAnswer]) -> None:
        """Passes on what was answered. Raises what makes asking further useless."""
        progress = replace(self._progress, done=self._progress.done + len(media_ids))
        try:
            answer = answered.result()
        except ServiceAnswerUnreadable as error:
            self._progress = replace(progress, problems=(*progress.problems, error))
        else:
            tags = self._tags(media_ids, answer)
            if tags:
                self._on_tagged(tags)
            self._progress = replace(
                progress, tagged=progress.tagged + len(tags), usage=progress.usage + answer.usage
            )
        self._on_progress(self._progress)

    def _chunks(self, media_ids: Sequence[int]) -> Iterator[tuple[tuple[int, ...], list[bytes]]]:
        """Pictures for one request each, read when their turn has come."""
        size = self._settings.pictures_at_once
        pictures = ((id, data) for id in media_ids if (data := self._picture(id)) is not None)
        while chunk := list(islice(pictures, size)):
            yield tuple(id for id, _ in chunk), [data for _, data in chunk]

    def _picture(self, media_id: int) -> bytes | None:
        try:
            return self._thumbnails.path(media_id).read_bytes()
        except FileNotFoundError:
            return None

    def _tags(self, media_ids: Sequence[int], answer: ServiceAnswer) -> tuple[ServiceTags, ...]:
        return tuple(
            ServiceTags(media_id, opinion.categories, _one_word_each(opinion.hashtags))
            for media_id, opinion in zip(media_ids, answer.opinions, strict=True)
            if opinion is not None and (opinion.categories or opinion.hashtags)
        )


def _one_word_each(hashtags: Sequence[str]) -> tuple[str, ...]:
    """Hashtags as Instagram takes them; what is none is left out."""
    found: dict[str, str] = {}
    for said in hashtags:
        for hashtag in read_hashtags(_BETWEEN_WORDS.sub("", said)):
            found.setdefault(hashtag_key(hashtag), hashtag)
    return tuple(found.values())
