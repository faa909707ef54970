"""Pictures of every kind come out upright and in RGB, or with a reason."""

import io
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from organizer.errors import OrganizerError
from organizer.vision.decoding import decode_picture
from organizer.vision.errors import BrokenPicture, EmptyFile, NotAPicture, TooLargePicture

ORIENTATION = 0x0112


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    target = io.BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def decode(data: bytes, shortest_side: int = 64):
    return decode_picture(io.BytesIO(data), "picture.jpg", shortest_side)


@pytest.mark.parametrize(
    ("mode", "kind"),
    [("RGB", "JPEG"), ("CMYK", "JPEG"), ("L", "JPEG"), ("P", "PNG"), ("RGBA", "PNG"),
     ("LA", "PNG"), ("1", "PNG"), ("I;16", "PNG"), ("RGB", "WEBP"), ("P", "GIF"), ("RGB", "BMP")],
)  # fmt: skip
def test_every_mode_becomes_rgb(mode: str, kind: str):
    picture = decode(encoded(Image.new(mode, (90, 60)), kind))
    assert picture.image.mode == "RGB"
    assert (picture.width, picture.height) == (90, 60)


def test_a_picture_is_turned_upright():
    image = Image.new("RGB", (200, 100), "red")
    image.paste("blue", (0, 0, 100, 100))
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    picture = decode(encoded(image, "JPEG", exif=exif))
    assert (picture.width, picture.height) == (100, 200)
    assert picture.image.height > picture.image.width
    top = picture.image.getpixel((picture.image.width // 2, 5))
    assert isinstance(top, tuple)
    assert top[2] > 200 > top[0]


def test_a_large_picture_is_reduced_and_keeps_its_shape():
    picture = decode(encoded(Image.new("RGB", (4000, 2000)), "JPEG"), shortest_side=256)
    assert picture.image.size == (512, 256)
    assert (picture.width, picture.height) == (4000, 2000)


def test_a_small_picture_is_not_enlarged():
    assert decode(encoded(Image.new("RGB", (40, 30)), "JPEG"), 256).image.size == (40, 30)


def test_what_is_transparent_is_white():
    picture = decode(encoded(Image.new("RGBA", (10, 10), (255, 0, 0, 0)), "PNG"))
    assert picture.image.getpixel((5, 5)) == (255, 255, 255)


def test_sixteen_bits_are_not_clipped():
    picture = decode(encoded(Image.new("I;16", (10, 10), 32768), "PNG"))
    assert picture.image.getpixel((5, 5)) == (127, 127, 127)


def test_a_lying_suffix_does_not_matter():
    assert decode(encoded(Image.new("RGB", (10, 10)), "WEBP")).image.size == (10, 10)


def test_an_empty_file():
    with pytest.raises(EmptyFile, match=r"picture\.jpg is empty"):
        decode(b"")


def test_a_text_file():
    with pytest.raises(NotAPicture, match=r"picture\.jpg is not a picture"):
        decode(b"Dear diary, today I took no photograph.")


def test_a_picture_that_was_cut_off():
    data = encoded(Image.effect_noise((400, 400), 80), "JPEG")
    with pytest.raises(BrokenPicture, match=r"picture\.jpg is damaged"):
        decode(data[: len(data) // 2])


def test_a_picture_that_claims_to_be_giant():
    header = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + header
    data = (
        b"\x89PNG\r\n\x1a\n"
        + struct.pack(">I", len(header))
        + chunk
        + struct.pack(">I", zlib.crc32(chunk))
    )
    with pytest.raises(TooLargePicture, match="50000 × 50000"):
        decode(data + b"\0\0\0\0IDAT" + struct.pack(">I", zlib.crc32(b"IDAT")))


GOOD = encoded(Image.effect_noise((64, 48), 60), "JPEG")


@given(st.integers(2, len(GOOD) - 2), st.binary(min_size=1, max_size=8))
def test_damage_anywhere_is_decoded_or_refused_in_words(position: int, damage: bytes):
    data = GOOD[:position] + damage + GOOD[position + len(damage) :]
    try:
        assert decode(data).image.mode == "RGB"
    except OrganizerError as error:
        assert "picture.jpg" in str(error)


def test_decoding_writes_nothing(capfd: pytest.CaptureFixture[str], tmp_path: Path):
    path = tmp_path / "a.jpg"
    path.write_bytes(GOOD)
    with path.open("rb") as stream:
        decode_picture(stream, "a.jpg", 64)
    assert capfd.readouterr() == ("", "")
