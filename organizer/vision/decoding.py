"""Decodes pictures of any size, format and intent."""

import functools
import math
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from PIL import ExifTags, Image, UnidentifiedImageError

from organizer.vision.errors import BrokenPicture, EmptyFile, NotAPicture, TooLargePicture
from organizer.vision.file_kinds import FileKind, kind_of_file

# Twice what the largest cameras make; a decompression bomb claims thousands.
_MOST_PIXELS = 200_000_000

# Pillow's own bound would refuse good panoramas with a message that names no file. The bound above
# is checked before anything is decoded.
Image.MAX_IMAGE_PIXELS = None

# Broken EXIF and the like: what matters is whether pixels come out. Set once and for all, because
# warnings.catch_warnings changes the whole process and pictures are decoded in many threads.
warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\b")

# What cameras, telephones and Instagram write. Pillow reads many more, some by starting other
# programs (EPS), and a file may be anything. AVIF stands before HEIF: both begin alike, and AVIF's
# reader passes on what is not its own, while HEIF's opens both and then cannot decode AVIF.
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF", "HEIF")

# What Pillow's readers raise for damaged files: no two the same.
_DAMAGE = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    LookupError,
    TypeError,
    ArithmeticError,
    RuntimeError,
    struct.error,
)

_UPRIGHT_BY_ORIENTATION = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_FIRST_ON_ITS_SIDE = 5

DEEP_MODES = ("I", "I;16", "I;16B", "I;16L", "F")
"""Pillow's modes for grey of more than eight bits."""


@dataclass(frozen=True, slots=True)
class DecodedPicture:
    """A decoded picture: `image` is RGB, upright and reduced; `width` and `height` are its own."""

    image: Image.Image
    width: int
    height: int


def decode_picture(
    stream: BinaryIO, name: str, shortest_side: int, longest_side: int = 1
) -> DecodedPicture:
    """The picture in `stream`, upright by its EXIF orientation, transparent parts on white.

    It is reduced by whole numbers, while decoding where the format allows, to no less than
    `shortest_side` and `longest_side` pixels and not much over twice that: good enough to be
    resized from exactly, for more than one use. A smaller one is not enlarged. Of an animation the
    first picture counts. Safe to call in many threads.
    Raises EmptyFile, NotAPicture, BrokenPicture or TooLargePicture, with `name` in the message.
    """
    with open_picture(stream, name) as image:
        return _decode(image, shortest_side, longest_side)


@contextmanager
def open_picture(stream: BinaryIO, name: str) -> Iterator[Image.Image]:
    """The picture in `stream`, known by its beginning and not decoded yet, for a `with` block.

    Whatever Pillow raises in the block, too, comes as EmptyFile, NotAPicture, BrokenPicture or
    TooLargePicture, with `name` in the message.
    """
    if not stream.read(1):
        raise EmptyFile(name)
    stream.seek(0)
    try:
        with Image.open(stream, formats=_formats()) as image:
            if image.width * image.height > _MOST_PIXELS:
                raise TooLargePicture(name, f"{image.width} × {image.height} pixels")
            yield image
    except UnidentifiedImageError as error:
        if kind_of_file(stream) is FileKind.IMAGE:
            raise BrokenPicture(name, "its structure cannot be read") from error
        raise NotAPicture(name) from error
    except _DAMAGE as error:
        raise BrokenPicture(name, str(error) or type(error).__name__) from error


def turned_upright(pixels: Image.Image, loaded: Image.Image) -> Image.Image:
    """`pixels`, which were decoded from `loaded`, as its EXIF says they are to be seen.

    To be asked when it is loaded: some of Pillow's readers turn pictures themselves.
    """
    turn = _UPRIGHT_BY_ORIENTATION.get(_orientation(loaded))
    return pixels if turn is None else pixels.transpose(turn)


def upright_size(size: tuple[int, int], loaded: Image.Image) -> tuple[int, int]:
    """What `size`, the width and height of `loaded` when it was opened, is in upright pixels."""
    width, height = size
    orientation = _orientation(loaded)
    is_on_its_side = _FIRST_ON_ITS_SIDE <= orientation <= max(_UPRIGHT_BY_ORIENTATION)
    return (height, width) if is_on_its_side else (width, height)


def in_rgb(image: Image.Image) -> Image.Image:
    """`image`, of any mode, as RGB, transparent parts on white; its colour profile is ignored."""
    if image.mode in DEEP_MODES:
        # Converting 16 bit to 8 bit would clip: all but the darkest pixels would be white.
        image = image.convert("F").point(lambda value: value * (1 / 257)).convert("L")
    if image.has_transparency_data:
        layered = image.convert("RGBA")
        background = Image.new("RGBA", layered.size, "white")
        return Image.alpha_composite(background, layered).convert("RGB")
    return image.convert("RGB")


@functools.cache
def _formats() -> tuple[str, ...]:
    """Those of our formats that can be read here; HEIF's reader is added to Pillow's at first."""
    # Loads libheif, for which whoever decodes nothing should not wait. It turns pictures upright
    # itself and says so in their EXIF.
    from pi_heif import register_heif_opener  # type: ignore[import-untyped]

    Image.init()
    # None of what may come with the picture is shown, and each of them can be damaged.
    register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)
    return tuple(name for name in _FORMATS if name in Image.OPEN)


def _decode(image: Image.Image, shortest_side: int, longest_side: int) -> DecodedPicture:
    width, height = image.size
    scale = max(shortest_side / min(width, height), longest_side / max(width, height))
    if scale < 1:
        # Lets libjpeg decode at 1/2, 1/4 or 1/8, which spares most of the work.
        image.draft("RGB", (math.ceil(width * scale), math.ceil(height * scale)))
    image.load()
    colour = in_rgb(image)
    factor = int(max(colour.size) / (max(width, height) * scale))
    if factor > 1:
        colour = colour.reduce(factor)
    return DecodedPicture(turned_upright(colour, image), *upright_size((width, height), image))


def _orientation(image: Image.Image) -> int:
    """EXIF's orientation, 1 to 8; 1, upright, when the EXIF makes no sense.

    ImageOps.exif_transpose would write the EXIF anew and refuse a good picture where that fails.
    """
    try:
        orientation = image.getexif().get(ExifTags.Base.Orientation)
    except _DAMAGE:
        return 1
    return orientation if isinstance(orientation, int) else 1
