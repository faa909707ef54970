"""What a file is shows in its first bytes, and not in its name."""

import io
import struct
import tempfile

import av
import pillow_heif
import pytest
from PIL import Image

from organizer.vision.file_kinds import FileKind, kind_of_file

PICTURE = Image.effect_noise((64, 48), 60).convert("RGB")


def picture(kind: str) -> bytes:
    target = io.BytesIO()
    if kind == "HEIF":
        pillow_heif.from_pillow(PICTURE).save(target)
    else:
        PICTURE.save(target, kind)
    return target.getvalue()


def film(kind: str, codec: str) -> bytes:
    target = io.BytesIO()
    with av.open(target, "w", format=kind) as container:
        stream = container.add_stream(codec, rate=10)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        container.mux(stream.encode(av.VideoFrame.from_image(PICTURE)))
        container.mux(stream.encode())
    return target.getvalue()


def kind_of(data: bytes) -> FileKind:
    return kind_of_file(io.BytesIO(data))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "BMP", "TIFF", "WEBP", "AVIF", "HEIF"])
def test_pictures(kind: str):
    assert kind_of(picture(kind)) is FileKind.IMAGE


@pytest.mark.parametrize(
    ("kind", "codec"),
    [("mp4", "mpeg4"), ("mov", "mpeg4"), ("webm", "libvpx"), ("matroska", "mpeg4"),
     ("avi", "mpeg4")],
)  # fmt: skip
def test_videos(kind: str, codec: str):
    assert kind_of(film(kind, codec)) is FileKind.VIDEO


@pytest.mark.parametrize("box", [b"moov", b"mdat", b"wide", b"free", b"skip"])
def test_an_old_film_begins_without_brands(box: bytes):
    data = film("mov", "mpeg4")
    (length,) = struct.unpack(">I", data[:4])
    assert data[4:8] == b"ftyp"
    assert kind_of(struct.pack(">I4s", 8, box) + data[length:]) is FileKind.VIDEO


@pytest.mark.parametrize("brand", [b"heic", b"heix", b"mif1", b"msf1", b"avif", b"avis"])
def test_a_picture_may_name_its_brand_among_the_compatible_ones(brand: bytes):
    brands = b"mp42" + bytes(4) + b"isom" + brand
    assert kind_of(struct.pack(">I4s", 8 + len(brands), b"ftyp") + brands) is FileKind.IMAGE


def test_what_follows_the_brands_is_none():
    brands = b"mp42" + bytes(4) + b"isom"
    data = struct.pack(">I4s", 8 + len(brands), b"ftyp") + brands + b"heicheic"
    assert kind_of(data) is FileKind.VIDEO


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff", b"BMW drove past us today.", b"The free week begins.", b"RIFF\0\0\0\0WAVEfmt ",
     b"%PDF-1.7", b'{"media": []}', b"PK\x03\x04", bytes(300)],
)  # fmt: skip
def test_all_else_is_unknown(data: bytes):
    assert kind_of(data) is FileKind.UNKNOWN


def test_the_stream_is_at_its_beginning_before_and_after():
    with tempfile.SpooledTemporaryFile() as stream:
        stream.write(picture("PNG"))
        assert kind_of_file(stream) is FileKind.IMAGE
        assert stream.tell() == 0
