"""What the library gives out and takes, as immutable records."""

from dataclasses import dataclass, field
from enum import IntFlag, StrEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from organizer.archive.records import FileStamp, MediaType, Post, PostKind, TimePrecision
from organizer.tagging.records import CategoryScore, HashtagSuggestion

UNDATED = np.iinfo(np.int64).min
"""Stands in arrays of times for a picture whose time nobody knows."""


class MediaState(StrEnum):
    """How far a picture has come."""

    WAITING = "waiting"
    READY = "ready"
    FAILED = "failed"
    MISSING = "missing"


class MediaFlag(IntFlag):
    """What a grid cell must know of its picture besides its thumbnail."""

    VIDEO = 1
    CAROUSEL = 2
    MISSING = 4
    FAILED = 8
    THUMBNAIL = 16
    OFFLINE = 32
    FAVOURITE = 64


@dataclass(frozen=True, slots=True)
class Archive:
    """An export, or a part of one, that the library knows; `account` is "" when unknown.

    `path` may lie in a zip. `is_offline` says that it is not there now: its disk is not connected,
    or it was moved or deleted. `listing` changes when any of its files does.
    """

    id: int
    path: Path
    account: str
    is_offline: bool = False
    listing: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """What the user added: a folder or a zip, with one archive in it or several."""

    id: int
    path: Path


@dataclass(frozen=True, slots=True)
class PlaceStatus:
    """How it stands with what the user added: `pictures` are read there, `account` may be "".

    `archives` are the ids of those that lie there.
    """

    path: Path
    account: str
    pictures: int
    is_offline: bool
    archives: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class TaggedPost:
    """A post with the hashtags of its caption, in their order, without #."""

    post: Post
    hashtags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that could not be read: `code` names the error's class, `detail` its particulars.

    `folder` is the archive, a folder or a zip, that `file` is a path in; "." where that is not
    known, or `file` is the English name of a category whose rule cannot be read.
    """

    file: str
    code: str
    detail: str
    folder: Path = Path()


@dataclass(frozen=True, slots=True)
class ImportCount:
    """What storing posts changed in the library."""

    posts_added: int = 0
    posts_changed: int = 0
    media_added: int = 0

    def __add__(self, other: "ImportCount") -> "ImportCount":
        return ImportCount(
            self.posts_added + other.posts_added,
            self.posts_changed + other.posts_changed,
            self.media_added + other.media_added,
        )


@dataclass(frozen=True, slots=True)
class PendingMedia:
    """A picture or video that waits for its thumbnail and vector.

    `was_interrupted` says that the program once ended while it was open.
    """

    id: int
    archive_path: Path
    uri: str
    media_type: MediaType
    was_interrupted: bool


@dataclass(frozen=True, slots=True)
class MediaUnderstanding:
    """What was learned of one picture. `vector` is its embedding, float32 of shape (dimension,)."""

    media_id: int
    media_type: MediaType
    stamp: FileStamp
    content_hash: str
    width: int
    height: int
    duration_seconds: float | None
    vector: NDArray[np.float32]
    categories: tuple[CategoryScore, ...]
    suggestions: tuple[HashtagSuggestion, ...]


@dataclass(frozen=True, slots=True)
class MediaListing:
    """The pictures that a filter lets through, newest first, undated last; of equal lengths.

    ids: int64, identifies a picture. taken_at: int64, Unix seconds or UNDATED. flags: uint8,
    MediaFlag. Unless `is_by_date`, the most doubtful come first. aspects: float32, width over
    height, 1 where it is not known. seconds: uint16, how long a video is, 0 where that is not
    known. Left out, nothing is known of either. The last `alike` of them are there because of what
    they show, most alike first: `described`, or when that is "", the same as a certain picture.
    """

    ids: NDArray[np.int64]
    taken_at: NDArray[np.int64]
    flags: NDArray[np.uint8]
    is_by_date: bool = True
    aspects: NDArray[np.float32] = field(default_factory=lambda: np.ones(0, np.float32))
    seconds: NDArray[np.uint16] = field(default_factory=lambda: np.zeros(0, np.uint16))
    alike: int = 0
    described: str = ""

    def __post_init__(self) -> None:
        if len(self.aspects) != len(self.ids):
            object.__setattr__(self, "aspects", np.ones(len(self.ids), np.float32))
        if len(self.seconds) != len(self.ids):
            object.__setattr__(self, "seconds", np.zeros(len(self.ids), np.uint16))

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class HashtagFacet:
    """A hashtag in all its spellings and on how many of the pictures that pass it stands.

    `counts` say the same of each spelling; pictures with two of them count once in `pictures`.
    The spelling that is used most in the whole library comes first.
    """

    spellings: tuple[str, ...]
    pictures: int
    counts: tuple[int, ...] = ()

    @property
    def hashtag(self) -> str:
        """The spelling that gives it its name."""
        return self.spellings[0]


@dataclass(frozen=True, slots=True)
class Album:
    """What the user put together: `pictures` of it pass. `created_at` is Unix seconds, UTC."""

    id: int
    name: str
    created_at: int
    pictures: int = 0


@dataclass(frozen=True, slots=True)
class Facets:
    """How many pictures each choice of the sidebar would show, under the other choices.

    `months` maps (year, month) in the computer's time zone to a count, newest first; `hashtags` are
    the most used. `misfits` are the pictures of posts with hashtags that do not fit. `kinds` maps
    a PostKind, `archives` the id of an archive to a count; both leave out what has none.
    """

    total: int
    months: dict[tuple[int, int], int]
    undated: int
    categories: dict[str, int]
    hashtags: tuple[HashtagFacet, ...]
    to_review: int = 0
    misfits: int = 0
    favourites: int = 0
    videos: int = 0
    photos: int = 0
    with_place: int = 0
    kinds: dict[str, int] = field(default_factory=dict)
    archives: dict[int, int] = field(default_factory=dict)
    albums: tuple[Album, ...] = ()


@dataclass(frozen=True, slots=True)
class AssignedCategory:
    """A category of a picture, with the score and who said so: "model" or "user"."""

    category_id: str
    score: float
    source: str


@dataclass(frozen=True, slots=True)
class MediaDetail:
    """All that is known of one picture or video. `taken_at` is Unix seconds, UTC.

    `hashtags` are those of the caption, of which `misfits` fit no picture of the post; `accepted`
    are those that the user took for this picture besides, `rejected` those that they do not want
    for it. Neither are suggested. `description` is what a captioning model wrote, "" for nothing.
    """

    id: int
    path: Path
    uri: str
    archive: Path
    kind: PostKind
    media_type: MediaType
    taken_at: int | None
    caption: str
    position: int
    slides: int
    state: MediaState
    width: int | None
    height: int | None
    latitude: float | None
    longitude: float | None
    hashtags: tuple[str, ...] = ()
    categories: tuple[AssignedCategory, ...] = ()
    suggestions: tuple[HashtagSuggestion, ...] = ()
    problem: Problem | None = field(default=None)
    precision: TimePrecision = TimePrecision.EXACT
    is_offline: bool = False
    accepted: tuple[str, ...] = ()
    misfits: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()
    is_favourite: bool = False
    description: str = ""


@dataclass(frozen=True, slots=True)
class LibraryCounts:
    """Where the pictures stand: found = ready + waiting + failed + missing."""

    ready: int
    waiting: int
    failed: int
    missing: int

    @property
    def found(self) -> int:
        """All pictures and videos that the exports name."""
        return self.ready + self.waiting + self.failed + self.missing
