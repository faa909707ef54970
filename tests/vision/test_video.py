"""A video gets its poster frame and length, or a reason."""

import io
import struct
from random import Random

import av
import numpy as np
import pytest

from organizer.archive.sample.pictures import video
from organizer.archive.sample.topics import load_topics
from organizer.vision.errors import BrokenVideo, EmptyFile
from organizer.vision.video import poster_frame

MP4 = video(load_topics()[0], Random(1))


def lying_video(matrix: tuple[int, int, int, int]) -> bytes:
    """A lying MP4, its left half red and its right half blue, that says how it is to be turned."""
    pixels = np.zeros((96, 160, 3), np.uint8)
    pixels[:, :80, 0] = pixels[:, 80:, 2] = 255
    target = io.BytesIO()
    with av.open(target, "w", format="mp4") as container:
        stream = container.add_stream("mpeg4", rate=10)
        stream.width, stream.height, stream.pix_fmt = 160, 96, "yuv420p"
        for _ in range(5):
            container.mux(stream.encode(av.VideoFrame.from_ndarray(pixels, format="rgb24")))
        container.mux(stream.encode())
    data = target.getvalue()
    # The matrix is the tenth field of the track's header (ISO/IEC 14496-12, 8.3.2).
    start = data.index(b"tkhd") + 44
    a, b, c, d = (number << 16 for number in matrix)
    return data[:start] + struct.pack(">9i", a, b, 0, c, d, 0, 0, 0, 1 << 30) + data[start + 36 :]


def test_poster_frame_and_length():
    frame = poster_frame(io.BytesIO(MP4), "reel.mp4")
    assert frame.image.size == (360, 640)
    assert frame.image.mode == "RGB"
    assert frame.duration_seconds == pytest.approx(2, abs=0.2)


@pytest.mark.parametrize(
    ("matrix", "size", "red"),
    [
        ((1, 0, 0, 1), (160, 96), (5, 48)),
        ((0, 1, -1, 0), (96, 160), (48, 5)),
        ((-1, 0, 0, -1), (160, 96), (154, 48)),
        ((0, -1, 1, 0), (96, 160), (48, 154)),
    ],
    ids=["as filmed", "clockwise", "upside down", "counter-clockwise"],
)
def test_a_video_is_turned_as_it_says(
    matrix: tuple[int, int, int, int], size: tuple[int, int], red: tuple[int, int]
):
    image = poster_frame(io.BytesIO(lying_video(matrix)), "reel.mp4").image
    assert image.size == size
    pixel = image.getpixel(red)
    assert isinstance(pixel, tuple)
    assert pixel[0] > 200 > pixel[2]


@pytest.mark.parametrize("data", [MP4[:200], b"not a video at all" * 20, MP4[: len(MP4) // 3]])
def test_a_damaged_video_is_named(data: bytes, capfd: pytest.CaptureFixture[str]):
    with pytest.raises(BrokenVideo, match=r"reel\.mp4"):
        poster_frame(io.BytesIO(data), "reel.mp4")
    assert capfd.readouterr().err == ""


def test_an_empty_video():
    with pytest.raises(EmptyFile):
        poster_frame(io.BytesIO(b""), "reel.mp4")
