"""Opens one picture or video: hashes it, decodes it, keeps its thumbnail; runs in a pool."""

import hashlib
import io
from dataclasses import dataclass
from typing import BinaryIO

from PIL.Image import Image, Resampling

from organizer.archive.errors import UnreadableFile
from organizer.archive.export import Export
from organizer.archive.records import MediaType
from organizer.errors import OrganizerError
from organizer.library.records import FileStamp, PendingMedia
from organizer.library.thumbnails import LONGEST_SIDE, ThumbnailStore
from organizer.vision.decoding import decode_picture
from organizer.vision.video import poster_frame

# A video is read where it lies; a picture of this size is none that Instagram ever took.
_LARGEST_PICTURE_BYTES = 512 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class OpenedMedia:
    """A decoded picture or a video's poster frame, small enough to wait for the model.

    `image` is RGB; `width` and `height` are those of the original.
    """

    media_id: int
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
    pending: PendingMedia, thumbnails: ThumbnailStore, image_size: int
) -> OpenedMedia | UnopenedMedia:
    """Opens `pending` and saves its thumbnail; the image is not much larger than `image_size`.

    A file that is broken or gone comes back as UnopenedMedia; what else is raised is no fault of
    the file.
    """
    export = Export(pending.archive_path)
    found = export.stamp(pending.uri)
    stamp = None if found is None else FileStamp(*found)
    try:
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
        if pending.media_type is MediaType.VIDEO:
            content_hash = _sha256(stream)
            stream.seek(0)
            frame = poster_frame(stream, pending.uri)
            image, duration = frame.image, frame.duration_seconds
            width, height = image.size
        else:
            if stamp.size > _LARGEST_PICTURE_BYTES:
                raise UnreadableFile(pending.uri, "it is too large for a picture")
            data = stream.read()
            content_hash = hashlib.sha256(data).hexdigest()
            picture = decode_picture(io.BytesIO(data), pending.uri, max(LONGEST_SIDE, image_size))
            image, duration = picture.image, None
            width, height = picture.width, picture.height
    thumbnails.save(pending.id, image)
    return OpenedMedia(
        pending.id,
        stamp,
        content_hash,
        _reduced(image, image_size),
        width,
        height,
        duration,
    )


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
