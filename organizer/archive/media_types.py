"""Tells pictures from videos by their names; what is in a file is looked at when it is opened."""

import posixpath
from collections.abc import Mapping

from organizer.archive.records import MediaType

_VIDEO_SUFFIXES = frozenset({".mp4", ".mov", ".m4v", ".webm", ".avi", ".mkv", ".3gp"})
_IMAGE_SUFFIXES = frozenset(
    {".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".avif", ".gif", ".bmp", ".tif", ".tiff"}
)


def media_type_of(uri: str, metadata: Mapping[str, object]) -> MediaType:
    """What the file at `uri` shows, by its suffix, or else by the metadata beside it."""
    suffix = _suffix(uri)
    if suffix in _VIDEO_SUFFIXES:
        return MediaType.VIDEO
    if suffix in _IMAGE_SUFFIXES:
        return MediaType.IMAGE
    # All files without a suffix that were seen in exports were MP4.
    return MediaType.IMAGE if "photo_metadata" in metadata else MediaType.VIDEO


def has_media_name(uri: str) -> bool:
    """Whether the file at `uri` may be a picture or video; some videos have no suffix at all."""
    suffix = _suffix(uri)
    return not suffix or suffix in _VIDEO_SUFFIXES or suffix in _IMAGE_SUFFIXES


def _suffix(uri: str) -> str:
    """The suffix in lower case, with its dot; "" where there is none."""
    return posixpath.splitext(uri)[1].lower()
