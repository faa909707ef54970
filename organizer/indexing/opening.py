"""Opens one picture or video: hashes it, decodes it, keeps its thumbnail; runs in a pool.

What a file is shows when it is opened: Instagram's suffixes lie, and some videos have none.
"""

import hashlib
import io
from dataclasses import dataclass
from typing import BinaryIO

from PIL.Image import Image, Resampling

from organizer.archive.errors import UnreadableFile
from organizer.archive.export import Export
from organizer.archive.exports import Exports
from organizer.archive.records import FileStamp, MediaType
from organizer.errors import OrganizerError
from organizer.library.records import PendingMedia
from organizer.library.thumbnails import LONGEST_SIDE, ThumbnailStore
from organizer.vision.decoding import decode_picture
from organizer.vision.file_kinds import FileKind, kind_of_file
from organizer.vision.video import poster_frame

# A video is read where it lies; a picture of this size is none that Instagram ever took.
_LARGEST_PICTURE_BYTES = 512 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class OpenedMedia:
    """A decoded picture or a video's poster frame, small enough to wait for the model.

    `image` is RGB; `width` and `height` are those of the original. `media_type` is what the file
    really is.
    """

    media_id: int
    media_type: MediaType
    stamp: FileStamp
    content_hash: str
    image: Image
    width: int
    height: int
    duration_seconds: float | None


@dataclass(frozen=True, slots=True)
class UnopenedMedia:
    """A file that could not be opened, and why."""

    media_id: int
    stamp: FileStamp | None
    error: OrganizerError


def open_media(
    pending: PendingMedia, exports: Exports, thumbnails: ThumbnailStore, image_size: int
) -> OpenedMedia | UnopenedMedia:
    """Opens `pending` and saves its thumbnail; the image is not much larger than `image_size`.

    A file that is broken or gone comes back as UnopenedMedia; what else is raised is no fault of
    the file.
    """
    stamp: FileStamp | None = None
    try:
        export = exports.at(pending.archive_path)
        stamp = export.stamp(pending.uri)
        if stamp is None:
            raise UnreadableFile(pending.uri, "it is missing")
        return _open(export, pending, stamp, thumbnails, image_size)
    except OrganizerError as error:
        return UnopenedMedia(pending.id, stamp, error)
    except OSError as error:
        unreadable = UnreadableFile(pending.uri, error.strerror or str(error))
        return UnopenedMedia(pending.id, stamp, unreadable)


def _open(
    export: Export,
    pending: PendingMedia,
    stamp: FileStamp,
    thumbnails: ThumbnailStore,
    image_size: int,
) -> OpenedMedia:
    with export.open(pending.uri) as stream:
        content_hash = _sha256(stream)
        stream.seek(0)
        media_type = _media_type(stream, pending.media_type)
        if media_type is MediaType.VIDEO:
            frame = poster_frame(stream, pending.uri)
            image, duration = frame.image, frame.duration_seconds
            width, height = image.size
        else:
            if stamp.size > _LARGEST_PICTURE_BYTES:
                raise UnreadableFile(pending.uri, "it is too large for a picture")
            data = io.BytesIO(stream.read())
            picture = decode_picture(data, pending.uri, max(LONGEST_SIDE, image_size))
            image, duration = picture.image, None
            width, height = picture.width, picture.height
    thumbnails.save(pending.id, image)
    return OpenedMedia(
        pending.id,
        media_type,
        stamp,
        content_hash,
        _reduced(image, image_size),
        width,
        height,
        duration,
    )


def _media_type(stream: BinaryIO, by_name: MediaType) -> MediaType:
    """What the file is by its content, or else by its name."""
    kind = kind_of_file(stream)
    if kind is FileKind.UNKNOWN:
        return by_name
    return MediaType.VIDEO if kind is FileKind.VIDEO else MediaType.IMAGE


def _sha256(stream: BinaryIO) -> str:
    digest = hashlib.sha256()
    while block := stream.read(1 << 20):
        digest.update(block)
    return digest.hexdigest()


def _reduced(image: Image, image_size: int) -> Image:
    """`image` with its shorter side near `image_size`, so that many can wait in little memory."""
    shorter = min(image.size)
    if shorter <= image_size * 1.5:
        return image
    scale = image_size / shorter
    size = (round(image.width * scale), round(image.height * scale))
    return image.resize(size, Resampling.BICUBIC, reducing_gap=2.0)
