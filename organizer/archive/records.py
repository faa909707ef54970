"""What an export says, as immutable records."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class PostKind(StrEnum):
    """Which list of the export a post comes from."""

    POST = "post"
    REEL = "reel"
    STORY = "story"
    ARCHIVED = "archived"
    PROFILE = "profile"
    OTHER = "other"


class MediaType(StrEnum):
    """What a media file shows."""

    IMAGE = "image"
    VIDEO = "video"


@dataclass(frozen=True, slots=True)
class MediaItem:
    """One picture or video of a post.

    `uri` is relative to the export's root, with forward slashes, in NFC. `taken_at` is the upload
    time in UTC, None when the export gives none that can be true. Coordinates are degrees.
    """

    uri: str
    media_type: MediaType
    taken_at: datetime | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """One post, reel or story: a caption over one or more media, in the order of its slides."""

    kind: PostKind
    taken_at: datetime | None
    caption: str
    media: tuple[MediaItem, ...] = field(default=())
