"""Pictures of every kind come out upright and in RGB, or with a reason."""

import io
import struct
import subprocess
import sys
import warnings
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pillow_heif
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from organizer.errors import OrganizerError
from organizer.vision.decoding import decode_picture
from organizer.vision.errors import BrokenPicture, EmptyFile, NotAPicture, TooLargePicture

# As in the app, where pytest's own filters do not come before ours.
pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:PIL")

ORIENTATION = 0x0112


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    target = io.BytesIO()
    if kind == "HEIF":
        pillow_heif.from_pillow(image).save(target, **options)
    else:
        image.save(target, kind, **options)
    return target.getvalue()


def decode(data: bytes, shortest_side: int = 64):
    return decode_picture(io.BytesIO(data), "picture.jpg", shortest_side)


@pytest.mark.parametrize(
    ("mode", "kind"),
    [("RGB", "JPEG"), ("CMYK", "JPEG"), ("L", "JPEG"), ("P", "PNG"), ("RGBA", "PNG"),
     ("LA", "PNG"), ("1", "PNG"), ("I;16", "PNG"), ("RGB", "WEBP"), ("P", "GIF"), ("RGB", "BMP"),
     ("RGB", "AVIF"), ("RGBA", "AVIF"), ("RGB", "HEIF"), ("RGBA", "HEIF"), ("L", "HEIF"),
     ("I;16", "HEIF")],
)  # fmt: skip
def test_every_mode_becomes_rgb(mode: str, kind: str):
    picture = decode(encoded(Image.new(mode, (90, 60)), kind))
    assert picture.image.mode == "RGB"
    assert (picture.width, picture.height) == (90, 60)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF", "HEIF"])
def test_a_picture_is_turned_upright_once(kind: str):
    image = Image.new("RGB", (200, 100), "red")
    image.paste("blue", (0, 0, 100, 100))
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    picture = decode(encoded(image, kind, exif=exif.tobytes()))
    assert (picture.width, picture.height) == (100, 200)
    assert picture.image.height > picture.image.width
    top = picture.image.getpixel((picture.image.width // 2, 5))
    assert isinstance(top, tuple)
    assert top[2] > 200 > top[0]


def test_a_nearly_square_picture_is_measured_as_it_is_seen():
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    picture = decode(encoded(Image.new("RGB", (1007, 1002)), "JPEG", exif=exif), 100)
    assert (picture.width, picture.height) == (1002, 1007)


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "AVIF", "HEIF"])
def test_broken_exif_does_not_cost_the_picture(kind: str):
    # An entry whose value, it says, lies beyond the end.
    broken = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x02\0\xff\xff\xff\x7f\xff\xff\xff\x7f"
    picture = decode(encoded(Image.new("RGB", (90, 60)), kind, exif=broken))
    assert (picture.width, picture.height) == (90, 60)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_a_large_picture_is_reduced_and_keeps_its_shape(kind: str):
    picture = decode(encoded(Image.new("RGB", (2000, 1000)), kind), shortest_side=120)
    assert 120 <= picture.image.height <= 250
    assert picture.image.width / picture.image.height == pytest.approx(2, rel=0.01)
    assert (picture.width, picture.height) == (2000, 1000)


def test_neither_side_is_reduced_further_than_was_asked_for():
    data = encoded(Image.new("RGB", (2000, 1000)), "JPEG")
    picture = decode_picture(io.BytesIO(data), "picture.jpg", 120, longest_side=512)
    assert 512 <= picture.image.width <= 1024


def test_a_small_picture_is_not_enlarged():
    assert decode(encoded(Image.new("RGB", (40, 30)), "JPEG"), 256).image.size == (40, 30)


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "AVIF", "HEIF"])
def test_what_is_transparent_is_white(kind: str):
    picture = decode(encoded(Image.new("RGBA", (64, 64), (255, 0, 0, 0)), kind))
    assert picture.image.getpixel((32, 32)) == (255, 255, 255)


def test_sixteen_bits_are_not_clipped():
    picture = decode(encoded(Image.new("I;16", (10, 10), 32768), "PNG"))
    assert picture.image.getpixel((5, 5)) == (127, 127, 127)


@pytest.mark.parametrize("kind", ["PNG", "GIF", "WEBP", "AVIF", "HEIF"])
def test_a_lying_suffix_does_not_matter(kind: str):
    assert decode(encoded(Image.new("RGB", (64, 48)), kind)).image.size == (64, 48)


@pytest.mark.parametrize("kind", ["AVIF", "HEIF"])
def test_a_first_brand_that_avif_and_heif_share_does_not_matter(kind: str):
    data = encoded(Image.new("RGB", (64, 48), "red"), kind)
    data = data[:8] + b"mif1" + data[12:]
    red, _, blue = decode(data).image.getpixel((32, 24))
    assert red > 240 > 20 > blue


def test_importing_waits_for_no_codec():
    program = "import organizer.vision.decoding, sys; sys.exit('pi_heif' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_an_empty_file():
    with pytest.raises(EmptyFile, match=r"picture\.jpg is empty"):
        decode(b"")


def test_a_text_file():
    with pytest.raises(NotAPicture, match=r"picture\.jpg is not a picture"):
        decode(b"Dear diary, today I took no photograph.")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "AVIF", "HEIF"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_picture_that_was_cut_off(kind: str, share: float):
    data = encoded(Image.effect_noise((400, 400), 80), kind)
    with pytest.raises(BrokenPicture, match=r"picture\.jpg is damaged"):
        decode(data[: int(len(data) * share)])


def test_a_video_is_no_picture():
    with pytest.raises(NotAPicture):
        decode(b"\0\0\0\x14ftypqt  \0\0\0\0qt  " + bytes(100))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "TIFF"])
def test_a_picture_whose_beginning_is_damaged_is_not_called_something_else(kind: str):
    data = encoded(Image.effect_noise((64, 48), 60), kind)
    with pytest.raises(BrokenPicture):
        decode(data[:12] + bytes(len(data) - 12))


def test_a_page_of_postscript_is_not_handed_to_another_program():
    with pytest.raises(NotAPicture):
        decode(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\nshowpage\n")


@pytest.mark.parametrize("kind", ["JPEG", "AVIF", "HEIF"])
def test_pictures_are_decoded_in_many_threads_and_warnings_stay_as_they_were(kind: str):
    data = encoded(Image.effect_noise((300, 200), 60), kind)
    before = list(warnings.filters)
    with ThreadPoolExecutor(8) as pool:
        sizes = {decoded.image.size for decoded in pool.map(decode, [data] * 200)}
    assert len(sizes) == 1
    assert 64 <= min(sizes.pop()) <= 128
    assert list(warnings.filters) == before


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


NOISE = Image.effect_noise((64, 48), 60).convert("RGB")
EXIF = Image.Exif()
EXIF[ORIENTATION] = 8
GOOD = encoded(NOISE, "JPEG", exif=EXIF)
# Not TIFF: libtiff itself writes to stderr.
KINDS = ("PNG", "WEBP", "GIF", "BMP", "AVIF", "HEIF")
EACH_KIND = [GOOD, *(encoded(NOISE, kind) for kind in KINDS)]


@given(
    st.sampled_from(EACH_KIND),
    st.floats(0, 1, exclude_max=True),
    st.binary(min_size=1, max_size=8),
)
def test_damage_anywhere_is_decoded_or_refused_in_words(good: bytes, place: float, damage: bytes):
    # Most of what a file says of itself stands near its beginning.
    position = int(place**3 * len(good))
    data = good[:position] + damage + good[position + len(damage) :]
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
