"""Tells pictures from videos by what they contain, because names lie.

The libraries that do so know hundreds of formats, and none of them both the brands that tell HEIC
from MP4 and the videos that begin without any.
"""

from enum import StrEnum
from typing import BinaryIO

# No file of ours lists more brands than fit into this.
_BYTES_READ = 256

_PICTURES = (
    b"\xff\xd8\xff",
    b"\x89PNG",
    b"GIF87a",
    b"GIF89a",
    b"II*\0",
    b"MM\0*",
    # TIFF of more than four gigabytes.
    b"II+\0",
    b"MM\0+",
)
_EBML = b"\x1aE\xdf\xa3"
# The lengths of the header that follows a BMP's first fourteen bytes: "BM" alone begins many texts.
_BMP_HEADERS = {12, 16, 40, 52, 56, 64, 108, 124}

# ISO/IEC 23008-12, annex B, and the AVIF specification, section 6.
_PICTURE_BRANDS = {
    *(b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"),
    *(b"mif1", b"msf1", b"avif", b"avis"),
}
# How a QuickTime film may begin that is older than brands. The last three are English words.
_FILM_BOXES = {b"moov", b"mdat"}
_SMALL_FILM_BOXES = {b"wide", b"free", b"skip"}


class FileKind(StrEnum):
    """What a file is, whatever its name says."""

    IMAGE = "image"
    VIDEO = "video"
    UNKNOWN = "unknown"


def kind_of_file(stream: BinaryIO) -> FileKind:
    """What the file in `stream` is, by its first bytes; `stream` is at its beginning afterwards.

    It says nothing of whether the file is whole, nor whether it can be decoded.
    """
    stream.seek(0)
    beginning = stream.read(_BYTES_READ)
    stream.seek(0)
    if _is_picture(beginning):
        return FileKind.IMAGE
    return FileKind.VIDEO if _is_video(beginning) else FileKind.UNKNOWN


def _is_picture(beginning: bytes) -> bool:
    if beginning[4:8] == b"ftyp":
        return not _PICTURE_BRANDS.isdisjoint(_brands(beginning))
    if beginning.startswith(b"BM"):
        return int.from_bytes(beginning[14:18], "little") in _BMP_HEADERS
    return beginning.startswith(_PICTURES) or _riff_kind(beginning) == b"WEBP"


def _is_video(beginning: bytes) -> bool:
    box = beginning[4:8]
    if box in _SMALL_FILM_BOXES:
        # Four bytes of length come first. A text that begins "The free" has letters there.
        return beginning[0] == 0
    return (
        box == b"ftyp"
        or box in _FILM_BOXES
        or beginning.startswith(_EBML)
        or _riff_kind(beginning) == b"AVI "
    )


def _riff_kind(beginning: bytes) -> bytes:
    return beginning[8:12] if beginning.startswith(b"RIFF") else b""


def _brands(beginning: bytes) -> set[bytes]:
    """The major brand and those that the file is compatible with (ISO/IEC 14496-12, 4.3)."""
    end = min(int.from_bytes(beginning[:4], "big"), len(beginning))
    return {beginning[8:12], *(beginning[start : start + 4] for start in range(16, end, 4))}
