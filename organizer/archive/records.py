"""What an export says, as immutable records."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class PostKind(StrEnum):
    """Which list of the export a post comes from; a picture in two lists is of the first."""

    POST = "post"
    REEL = "reel"
    IGTV = "igtv"
    STORY = "story"
    ARCHIVED = "archived"
    PROFILE = "profile"
    OTHER = "other"


class MediaType(StrEnum):
    """What a media file shows."""

    IMAGE = "image"
    VIDEO = "video"


class TimePrecision(StrEnum):
    """How much the time of a post tells.

    EXACT is a moment. ZONELESS is a date and time of day of an unknown time zone, as web pages give
    it, taken for the computer's own. MONTH is only a month, told by a folder's name.
    """

    EXACT = "exact"
    ZONELESS = "zoneless"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class FileStamp:
    """What tells whether a file changed: its size in bytes and time of change in nanoseconds.

    Files in a zip have their checksum in place of the time.
    """

    size: int
    modified_ns: int


@dataclass(frozen=True, slots=True)
class MediaItem:
    """One picture or video of a post.

    `uri` is relative to the export's root, with forward slashes, in NFC. `media_type` is what the
    file's name says. `taken_at` is the upload time in UTC, None when the export gives none that can
    be true. Coordinates are degrees.
    """

    uri: str
    media_type: MediaType
    taken_at: datetime | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """One post, reel or story: a caption over one or more media, in the order of its slides.

    `is_listed` is False for a media file that lies in the export and that no list names; a draft is
    not to be shown.
    """

    kind: PostKind
    taken_at: datetime | None
    caption: str
    media: tuple[MediaItem, ...] = field(default=())
    precision: TimePrecision = TimePrecision.EXACT
    is_listed: bool = True
    is_draft: bool = False
