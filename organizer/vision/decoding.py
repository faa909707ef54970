"""Decodes pictures of any size, format and intent."""

import warnings
from dataclasses import dataclass
from typing import BinaryIO

from PIL import Image, ImageOps, UnidentifiedImageError

from organizer.vision.errors import BrokenPicture, EmptyFile, NotAPicture, TooLargePicture

# Twice what the largest cameras make; a decompression bomb claims thousands.
_MOST_PIXELS = 200_000_000

# Pillow's own bound would refuse good panoramas with a message that names no file. The bound above
# is checked before anything is decoded.
Image.MAX_IMAGE_PIXELS = None


@dataclass(frozen=True, slots=True)
class DecodedPicture:
    """A decoded picture: `image` is RGB, upright and reduced; `width` and `height` are its own."""

    image: Image.Image
    width: int
    height: int


def decode_picture(stream: BinaryIO, name: str, shortest_side: int) -> DecodedPicture:
    """The picture in `stream`, upright by its EXIF orientation, transparent parts on white.

    It is reduced while decoding, where the format allows, to not much over `shortest_side` pixels
    on its shorter side. Of an animation the first picture counts. Raises EmptyFile, NotAPicture,
    BrokenPicture or TooLargePicture, with `name` in the message.
    """
    if not stream.read(1):
        raise EmptyFile(name)
    stream.seek(0)
    with warnings.catch_warnings():
        # Broken EXIF and the like: what matters is whether pixels come out.
        warnings.simplefilter("ignore")
        try:
            with Image.open(stream) as image:
                return _decode(image, name, shortest_side)
        except UnidentifiedImageError as error:
            raise NotAPicture(name) from error
        except (OSError, SyntaxError, ValueError, EOFError, IndexError, TypeError) as error:
            raise BrokenPicture(name, str(error) or type(error).__name__) from error


def _decode(image: Image.Image, name: str, shortest_side: int) -> DecodedPicture:
    width, height = image.size
    if width * height > _MOST_PIXELS:
        raise TooLargePicture(name, f"{width} × {height} pixels")
    scale = shortest_side / min(width, height)
    wanted = (max(1, round(width * scale)), max(1, round(height * scale)))
    if scale < 1:
        # Lets libjpeg decode at 1/2, 1/4 or 1/8, which is several times as fast.
        image.draft("RGB", wanted)
    upright = ImageOps.exif_transpose(image)
    if upright.size[0] * upright.size[1] and (image.size[0] > image.size[1]) != (
        upright.size[0] > upright.size[1]
    ):
        width, height = height, width
        wanted = (wanted[1], wanted[0])
    colour = _to_rgb(upright)
    if scale < 1:
        colour = colour.resize(wanted, Image.Resampling.BICUBIC, reducing_gap=2.0)
    return DecodedPicture(colour, width, height)


def _to_rgb(image: Image.Image) -> Image.Image:
    if image.mode in ("I", "I;16", "I;16B", "I;16L", "F"):
        # Converting 16 bit to 8 bit would clip: all but the darkest pixels would be white.
        image = image.convert("F").point(lambda value: value * (1 / 257)).convert("L")
    if image.has_transparency_data:
        layered = image.convert("RGBA")
        background = Image.new("RGBA", layered.size, "white")
        return Image.alpha_composite(background, layered).convert("RGB")
    return image.convert("RGB")
