"""Opens originals for who wants to see them whole, and hands them to other programs."""

import io
import shutil
import stat
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from PIL.Image import Image

from organizer.archive.errors import SuspiciousEntry, UnreadableFile
from organizer.archive.export import Export
from organizer.archive.exports import Exports
from organizer.archive.records import FileStamp
from organizer.vision.camera import CameraFacts
from organizer.vision.errors import NotAPicture, TooLargePicture
from organizer.vision.file_kinds import FileKind, kind_of_file
from organizer.vision.originals import decode_original
from organizer.vision.video import video_frames

SCREEN_PIXELS = 16_000_000
"""Enough for any screen: what most telephones take is shown whole."""

WHOLE_PIXELS = 80_000_000
"""The most that is ever shown, 320 MB; larger ones are reduced to it."""

_LARGEST_PICTURE_BYTES = 512 * 1024 * 1024
_SMALLEST_LEVEL = 1024
_BLOCK = 1 << 20

_SUFFIXES = {
    FileKind.IMAGE: (
        *(".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".avif", ".gif", ".bmp", ".tif"),
        ".tiff",
    ),
    FileKind.VIDEO: (".mp4", ".mov", ".m4v", ".webm", ".avi", ".mkv", ".3gp"),
}


@dataclass(frozen=True, slots=True)
class PixelLevel:
    """Pixels row by row, four bytes each: blue, green, red and 255."""

    width: int
    height: int
    data: bytes


@dataclass(frozen=True, slots=True)
class ShownOriginal:
    """A picture or a video's poster frame, upright and in sRGB.

    `levels` are the same pixels, each half as large as the one before. `width` and `height` are
    those of the original; `size_bytes` is its file's.
    """

    levels: tuple[PixelLevel, ...]
    width: int
    height: int
    size_bytes: int
    camera: CameraFacts
    is_video: bool

    @property
    def is_reduced(self) -> bool:
        """Whether the original has more pixels than are here."""
        return self.levels[0].width < self.width

    @property
    def memory_bytes(self) -> int:
        """What it occupies."""
        return sum(len(level.data) for level in self.levels)


def open_original(
    archive: Path, uri: str, exports: Exports, most_pixels: int = SCREEN_PIXELS
) -> ShownOriginal:
    """The original at `uri` in the export with its root at `archive`.

    Raises NothingThere, UnreadableFile, SuspiciousEntry, EmptyFile, NotAPicture, BrokenPicture,
    BrokenVideo or TooLargePicture.
    """
    name = PurePosixPath(uri).name
    try:
        export = exports.at(archive)
        stamp = _stamp(export, uri)
        with export.open(uri) as stream:
            return _opened(stream, name, stamp, most_pixels)
    except OSError as error:
        raise UnreadableFile(name, error.strerror or str(error)) from error
    except MemoryError as error:
        raise TooLargePicture(name, "there is not enough memory") from error


def file_for_programs(archive: Path, uri: str, exports: Exports, folder: Path) -> Path:
    """The original as a file of its own, for another program to open.

    The original itself where it lies in a folder under a name of its kind; else a copy in `folder`,
    which the caller removes. What is in the file decides: nothing that is no picture and no video
    is handed out, nor under a name that the system takes for a program. Raises as open_original.
    """
    name = PurePosixPath(uri).name
    try:
        export = exports.at(archive)
        size = _stamp(export, uri).size
        with export.open(uri) as stream:
            kind = kind_of_file(stream)
            if kind is FileKind.UNKNOWN:
                raise NotAPicture(name)
            suffix = PurePosixPath(uri).suffix.lower()
            if suffix not in _SUFFIXES[kind]:
                suffix = _SUFFIXES[kind][0]
            elif _lies_as_it_is(archive / uri):
                return archive / uri
            return _copied(stream, name, size, folder / f"{_plain_stem(name)}{suffix}")
    except OSError as error:
        raise UnreadableFile(name, error.strerror or str(error)) from error


def _stamp(export: Export, uri: str) -> FileStamp:
    stamp = export.stamp(uri)
    if stamp is None:
        raise UnreadableFile(PurePosixPath(uri).name, "it is missing")
    return stamp


def _opened(stream: BinaryIO, name: str, stamp: FileStamp, most_pixels: int) -> ShownOriginal:
    if kind_of_file(stream) is FileKind.VIDEO:
        frame = video_frames(stream, name).poster
        size = (frame.width, frame.height, stamp.size)
        return ShownOriginal(_levels(frame), *size, CameraFacts(), is_video=True)
    if stamp.size > _LARGEST_PICTURE_BYTES:
        raise UnreadableFile(name, "it is too large for a picture")
    # Pillow reads here and there; from a zip each would be a search.
    picture = decode_original(io.BytesIO(stream.read()), name, most_pixels)
    size = (picture.width, picture.height, stamp.size)
    return ShownOriginal(_levels(picture.image), *size, picture.camera, is_video=False)


def _levels(image: Image) -> tuple[PixelLevel, ...]:
    """Drawing smoothly from the next larger level takes the same time at any zoom."""
    levels = [_level(image)]
    while max(image.size) > _SMALLEST_LEVEL and min(image.size) > 1:
        image = image.reduce(2)
        levels.append(_level(image))
    return tuple(levels)


def _level(image: Image) -> PixelLevel:
    return PixelLevel(*image.size, image.convert("RGBA").tobytes("raw", "BGRA"))


def _lies_as_it_is(path: Path) -> bool:
    """Whether `path` is a file on disk, and not one in a zip."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except (OSError, ValueError):
        return False


def _plain_stem(name: str) -> str:
    """A name that is a good one on every system."""
    stem = PurePosixPath(name).stem
    kept = "".join(sign if sign.isalnum() or sign in "-_" else "_" for sign in stem)
    return kept[:80] or "original"


def _copied(stream: BinaryIO, name: str, size: int, target: Path) -> Path:
    if size > shutil.disk_usage(target.parent).free // 2:
        raise SuspiciousEntry(name, f"unpacked it would take {size / 1e9:.1f} GB")
    with target.open("wb") as copy:
        shutil.copyfileobj(stream, copy, _BLOCK)
    return target
