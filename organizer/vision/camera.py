"""What a camera wrote beside the pixels. EXIF is untrusted: any type may stand anywhere."""

import math
import struct
import unicodedata
from dataclasses import dataclass

from PIL import ExifTags
from PIL.Image import Image

_LONGEST_TEXT = 100
_LARGEST_NUMBER = 1e7
# What Pillow raises for EXIF that is damaged.
_DAMAGE = (
    OSError,
    SyntaxError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    struct.error,
)


@dataclass(frozen=True, slots=True)
class CameraFacts:
    """How a picture was taken; "" and None where nothing says it. Texts are plain, of one line."""

    camera: str = ""
    lens: str = ""
    exposure_seconds: float | None = None
    f_number: float | None = None
    iso: int | None = None
    focal_length_millimetres: float | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known."""
        return self == CameraFacts()


def read_camera_facts(image: Image) -> CameraFacts:
    """What the EXIF of `image` says; what makes no sense in it is left out."""
    try:
        general = image.getexif()
        own = general.get_ifd(ExifTags.IFD.Exif)
        tags = ExifTags.Base
        iso = _number(own.get(tags.ISOSpeedRatings))
        return CameraFacts(
            camera=_camera(_text(general.get(tags.Make)), _text(general.get(tags.Model))),
            lens=_text(own.get(tags.LensModel)),
            exposure_seconds=_number(own.get(tags.ExposureTime)),
            f_number=_number(own.get(tags.FNumber)),
            iso=None if iso is None else round(iso),
            focal_length_millimetres=_number(own.get(tags.FocalLength)),
        )
    except _DAMAGE:
        return CameraFacts()


def _camera(make: str, model: str) -> str:
    """Maker and model; most models begin with their maker."""
    return model if model.casefold().startswith(make.casefold()) else f"{make} {model}".strip()


def _text(value: object) -> str:
    if isinstance(value, str):
        # Pillow reads Latin-1; cameras write ASCII or UTF-8.
        value = value.encode("latin-1", "replace")
    if not isinstance(value, bytes):
        return ""
    text = value.decode("utf-8", "replace")
    # Control signs, and those that turn the direction of what follows.
    kept = (" " if unicodedata.category(sign).startswith("C") else sign for sign in text)
    text = " ".join(unicodedata.normalize("NFC", "".join(kept)).split())
    return text if len(text) <= _LONGEST_TEXT else f"{text[: _LONGEST_TEXT - 1]}…"


def _number(value: object) -> float | None:
    if isinstance(value, tuple) and value:
        value = value[0]
    try:
        number = float(value)  # type: ignore[arg-type]
    except _DAMAGE:
        return None
    return number if math.isfinite(number) and 0 < number < _LARGEST_NUMBER else None
