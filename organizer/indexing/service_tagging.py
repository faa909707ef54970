"""Has a vision-language service tag pictures: several in one request, several requests at once."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from itertools import islice

import regex

from organizer.errors import OrganizerError
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

_BETWEEN_WORDS = regex.compile(r"[\s\-.,'’]+")


@dataclass(frozen=True, slots=True)
class ServiceProgress:
    """How far tagging by a service is.

    Attributes:
        done: How many of `total` pictures were asked about.
        tagged: How many of them the service had something to say of.
        usage: What it took so far, as the service counts.
        problems: Answers that made no sense.
    """

    done: int
    total: int
    tagged: int = 0
    usage: ServiceUsage = NO_USAGE
    problems: tuple[OrganizerError, ...] = ()


def question_of(reader: LibraryReader, limit: int, is_korean: bool) -> ServiceQuestion:
    """What to ask about pictures of the library: its categories, and hashtags in one language."""
    categories = {one.id: one.name_en for one in reader.categories() if one.id != OTHERS}
    return ServiceQuestion(categories, limit, "Korean" if is_korean else "English")


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

    def run(self, media_ids: Sequence[int], control: Control) -> ServiceProgress:
        """Tags pictures; those without a thumbnail are left out.

        Raises Cancelled, or ServiceUnreachable or ServiceRefused, once all that was sent has been
        answered: it may have been paid for.
        """
        self._progress = ServiceProgress(0, len(media_ids))
        at_once = self._settings.requests_at_once
        chunks = self._chunks(media_ids)
        running: dict[Future[ServiceAnswer], tuple[int, ...]] = {}
        stopped: Exception | None = None
        with ThreadPoolExecutor(at_once, thread_name_prefix="service") as pool:
            while True:
                try:
                    control.check()
                except Cancelled as cancelled:
                    stopped = stopped or cancelled
                if stopped is None:
                    for ids, pictures in islice(chunks, at_once - len(running)):
                        running[pool.submit(self._service.ask, pictures, self._question)] = ids
                if not running:
                    break
                for answered in wait(running, return_when=FIRST_COMPLETED).done:
                    try:
                        self._keep(running.pop(answered), answered)
                    except OrganizerError as error:
                        stopped = stopped or error
        if stopped is not None:
            raise stopped
        return self._progress

    def _keep(self, media_ids: tuple[int, ...], answered: Future[ServiceAnswer]) -> None:
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
