"""Opens one picture or video: hashes it, decodes it, keeps its thumbnail; runs in a pool.

What a file is shows when it is opened: Instagram's suffixes lie, and some videos have none.
"""

import hashlib
import io
from dataclasses import dataclass
from typing import BinaryIO

from PIL.Image import fromarray as image_from

from organizer.archive.errors import UnreadableFile
from organizer.archive.export import Export
from organizer.archive.exports import Exports
from organizer.archive.records import FileStamp, MediaType
from organizer.errors import OrganizerError
from organizer.library.records import PendingMedia
from organizer.library.thumbnails import LONGEST_SIDE, ThumbnailSize, ThumbnailStore
from organizer.vision.decoding import decode_picture
from organizer.vision.encoder import Encoder
from organizer.vision.file_kinds import FileKind, kind_of_file
from organizer.vision.pixels import Pixels, pixels_of
from organizer.vision.video import video_frames

# A video is read where it lies; a picture of this size is none that Instagram ever took.
_LARGEST_PICTURE_BYTES = 512 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class OpenedMedia:
    """A picture, or frames of a video, prepared for the model; small enough to wait for it.

    `prepared` is what the encoder made of them; `width` and `height` are those of the original.
    `media_type` is what the file really is.
    """

    media_id: int
    media_type: MediaType
    stamp: FileStamp
    content_hash: str
    prepared: tuple[Pixels, ...]
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
    pending: PendingMedia, exports: Exports, thumbnails: ThumbnailStore, encoder: Encoder
) -> OpenedMedia | UnopenedMedia:
    """Opens `pending`, saves its thumbnail and prepares it for `encoder`, all from one decoding.

    A file that is broken or gone comes back as UnopenedMedia; what else is raised is no fault of
    the file.
    """
    stamp: FileStamp | None = None
    try:
        export = exports.at(pending.archive_path)
        stamp = export.stamp(pending.uri)
        if stamp is None:
            raise UnreadableFile(pending.uri, "it is missing")
        return _open(export, pending, stamp, thumbnails, encoder)
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
    encoder: Encoder,
) -> OpenedMedia:
    with export.open(pending.uri) as stream:
        media_type = _media_type(stream, pending.media_type)
        look = _look_at_video if media_type is MediaType.VIDEO else _look_at_picture
        seen = look(stream, pending.uri, stamp, encoder)
    large = reduced_to(seen.poster, ThumbnailSize.LARGE)
    small = reduced_to(large, ThumbnailSize.SMALL)
    thumbnails.save(pending.id, image_from(large), image_from(small))
    return OpenedMedia(
        pending.id,
        media_type,
        stamp,
        seen.content_hash,
        tuple(encoder.prepare(pixels) for pixels in seen.frames),
        seen.width,
        seen.height,
        seen.duration_seconds,
    )


@dataclass(frozen=True, slots=True)
class _Seen:
    content_hash: str
    frames: tuple[Pixels, ...]
    poster: Pixels
    width: int
    height: int
    duration_seconds: float | None = None


def _look_at_picture(stream: BinaryIO, uri: str, stamp: FileStamp, encoder: Encoder) -> _Seen:
    if stamp.size > _LARGEST_PICTURE_BYTES:
        raise UnreadableFile(uri, "it is too large for a picture")
    # Read once: from a zip, each time would be unpacked anew.
    data = stream.read()
    picture = decode_picture(io.BytesIO(data), uri, encoder.image_size, LONGEST_SIDE)
    pixels = pixels_of(picture.image)
    digest = hashlib.sha256(data).hexdigest()
    return _Seen(digest, (pixels,), pixels, picture.width, picture.height)


def _look_at_video(stream: BinaryIO, uri: str, _stamp: FileStamp, _encoder: Encoder) -> _Seen:
    digest = _sha256(stream)
    stream.seek(0)
    video = video_frames(stream, uri)
    frames = tuple(pixels_of(frame) for frame in video.frames)
    width, height = video.poster.size
    poster = frames[video.frames.index(video.poster)]
    return _Seen(digest, frames, poster, width, height, video.duration_seconds)


def reduced_to(pixels: Pixels, longest_side: int) -> Pixels:
    """`pixels` (height, width, 3) reduced to `longest_side`, where they are larger."""
    # Loads torch, which must not be loaded before the window is on screen.
    from organizer.vision.resizing import resized

    height, width = pixels.shape[:2]
    scale = min(1.0, longest_side / max(height, width))
    return resized(pixels, max(1, round(width * scale)), max(1, round(height * scale)))


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
