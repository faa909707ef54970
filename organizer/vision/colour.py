"""Brings pictures into sRGB, the colours that the screen is drawn in."""

import functools
import io

from PIL import ImageCms
from PIL.Image import Image

from organizer.vision.decoding import DEEP_MODES, in_rgb

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
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted_image = ImageCms.profileToProfile(
            colour,
            own,
            _srgb(),
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return in_rgb(image)
    return in_rgb(image) if converted_image is None else converted_image


def _without_transparency(layered: Image) -> Image:
    opaque = layered.convert("RGB")
    # Said of the whole picture, it would make it transparent again.
    opaque.info.pop("transparency", None)
    return opaque


@functools.cache
def _srgb() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
