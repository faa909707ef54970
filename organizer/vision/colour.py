"""Brings pictures into sRGB, the colours that the screen is drawn in."""

import functools
import io
import itertools

from PIL import ImageChops, ImageCms
from PIL.Image import Image, frombytes

from organizer.vision.decoding import DEEP_MODES, in_rgb

# Of 255: rounding on the way there and back.
_INVISIBLE = 2
_CONVERTED_AS_THEY_ARE = ("RGB", "L", "CMYK")


def in_srgb(image: Image, profile: bytes | None) -> Image:
    """`image`, whose embedded ICC profile is `profile`, as RGB in sRGB, transparent parts on white.

    A profile that is damaged, or of other colours than the picture, is ignored, as browsers do.
    """
    if not profile or image.mode in DEEP_MODES:
        return in_rgb(image)
    if image.has_transparency_data:
        layered = image.convert("RGBA")
        converted = in_srgb(_without_transparency(layered), profile)
        converted.putalpha(layered.getchannel("A"))
        return in_rgb(converted)
    colour = image if image.mode in _CONVERTED_AS_THEY_ARE else image.convert("RGB")
    try:
        transform = ImageCms.buildTransform(
            ImageCms.ImageCmsProfile(io.BytesIO(profile)),
            _srgb(),
            colour.mode,
            "RGB",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
        if colour.mode == "RGB" and _changes_nothing(transform):
            return in_rgb(image)
        return ImageCms.applyTransform(colour, transform) or in_rgb(image)
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return in_rgb(image)


def _changes_nothing(transform: ImageCms.ImageCmsTransform) -> bool:
    """Whether nobody could see what `transform` does: most profiles are sRGB under some name.

    A few hundred colours tell; twelve million pixels would take a quarter of a second.
    """
    before = _colour_cube()
    after = ImageCms.applyTransform(before, transform)
    if after is None:
        return False
    by_channel = ImageChops.difference(before, after).split()
    return max(max(channel.tobytes()) for channel in by_channel) <= _INVISIBLE


def _without_transparency(layered: Image) -> Image:
    opaque = layered.convert("RGB")
    # Said of the whole picture, it would make it transparent again.
    opaque.info.pop("transparency", None)
    return opaque


@functools.cache
def _colour_cube() -> Image:
    """All mixtures of nine steps of red, green and blue, as 27 × 27 pixels."""
    steps = [round(step * 255 / 8) for step in range(9)]
    return frombytes("RGB", (27, 27), bytes(itertools.chain(*itertools.product(steps, repeat=3))))


@functools.cache
def _srgb() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
