"""Tells pictures from videos."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from organizer.archive.records import MediaType

_VIDEO_SUFFIXES = frozenset({".mp4", ".mov", ".m4v", ".webm", ".avi", ".mkv", ".3gp"})
_IMAGE_SUFFIXES = frozenset(
    {".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".avif", ".gif", ".bmp", ".tif", ".tiff"}
)


def media_type_of(uri: str, metadata: Mapping[str, object]) -> MediaType:
    """What the file at `uri` shows, by its suffix, or else by the metadata beside it."""
    suffix = PurePosixPath(uri).suffix.lower()
    if suffix in _VIDEO_SUFFIXES:
        return MediaType.VIDEO
    if suffix in _IMAGE_SUFFIXES:
        return MediaType.IMAGE
    # All files without a suffix that were seen in exports were MP4.
    return MediaType.IMAGE if "photo_metadata" in metadata else MediaType.VIDEO
