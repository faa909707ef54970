"""A video gets its frames, poster and length, or a reason."""

import io
import struct
import tempfile
from random import Random

import av
import numpy as np
import pytest
import skimage.data
from PIL import Image, ImageFilter

from organizer.archive.sample.pictures import video
from organizer.archive.sample.topics import load_topics
from organizer.vision.errors import BrokenVideo, EmptyFile
from organizer.vision.video import video_frames

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


class Outlet:
    """What can be written to and not gone back in, as a connection."""

    def __init__(self) -> None:
        self.data = bytearray()

    def write(self, data: bytes) -> int:
        self.data += data
        return len(data)


def streamed_video(kind: str, codec: str, frames: int) -> bytes:
    """A video of ten frames a second, whose length was not known when its beginning was written."""
    outlet = Outlet()
    with av.open(outlet, "w", format=kind) as container:
        stream = container.add_stream(codec, rate=10)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        for number in range(frames):
            pixels = np.full((48, 64, 3), number, np.uint8)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(pixels, format="rgb24")))
        container.mux(stream.encode())
    return bytes(outlet.data)


class Slow(io.RawIOBase):
    """A file that gives less than it is asked for."""

    def __init__(self, data: bytes) -> None:
        self._data = io.BytesIO(data)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._data.seek(offset, whence)

    def tell(self) -> int:
        return self._data.tell()

    def readinto(self, buffer: memoryview) -> int:
        data = self._data.read(min(len(buffer), 1000))
        buffer[: len(data)] = data
        return len(data)


def film_of(
    pictures: list[Image.Image], seconds_each: int, key_frames_apart: int, rate: int = 10
) -> bytes:
    """An MP4 that shows `pictures` one after the other, of 96 × 160 pixels."""
    target = io.BytesIO()
    with av.open(target, "w", format="mp4") as container:
        stream = container.add_stream("mpeg4", rate=rate)
        stream.width, stream.height, stream.pix_fmt = 96, 160, "yuv420p"
        stream.gop_size = key_frames_apart
        for picture in pictures:
            frame = av.VideoFrame.from_image(picture.resize((96, 160)))
            for _ in range(seconds_each * rate):
                container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return target.getvalue()


def main_colour(image: Image.Image) -> str:
    red, green, blue = (float(value) for value in np.asarray(image).mean(axis=(0, 1)))
    return max((red, "red"), (green, "green"), (blue, "blue"))[1]


def test_poster_and_length():
    video = video_frames(io.BytesIO(MP4), "reel.mp4")
    assert video.poster.size == (360, 640)
    assert video.poster.mode == "RGB"
    assert video.duration_seconds == pytest.approx(2, abs=0.2)


@pytest.mark.parametrize(
    ("seconds_each", "key_frames_apart"),
    [(1, 1000), (1, 10), (30, 20)],
    ids=["short, one key frame", "short", "long"],
)
def test_frames_are_spread_over_the_video(seconds_each: int, key_frames_apart: int):
    colours = ["red", "green", "blue", "red", "green"]
    pictures = [Image.new("RGB", (96, 160), colour) for colour in ("red", "lime", "blue")]
    film = film_of([*pictures, *pictures[:2]], seconds_each, key_frames_apart)
    frames = video_frames(io.BytesIO(film), "reel.mp4").frames
    assert [main_colour(frame) for frame in frames] == colours


def test_a_long_video_with_one_key_frame_still_has_a_poster():
    film = film_of([Image.new("RGB", (96, 160), "red")], 60, 10_000)
    assert main_colour(video_frames(io.BytesIO(film), "reel.mp4").poster) == "red"


def test_the_poster_is_the_sharp_and_lit_frame():
    black, white = (Image.new("RGB", (96, 160), colour) for colour in ("black", "white"))
    sharp = Image.fromarray(skimage.data.chelsea())
    blurred = sharp.filter(ImageFilter.GaussianBlur(20))
    film = film_of([black, white, blurred, sharp, black], 1, 10)
    video = video_frames(io.BytesIO(film), "reel.mp4")
    assert video.poster is video.frames[3]


def test_a_video_of_one_picture_has_one_frame():
    data = streamed_video("matroska", "mpeg4", 1)
    assert len(video_frames(io.BytesIO(data), "reel.mkv").frames) == 1


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
    image = video_frames(io.BytesIO(lying_video(matrix)), "reel.mp4").poster
    assert image.size == size
    pixel = image.getpixel(red)
    assert isinstance(pixel, tuple)
    assert pixel[0] > 200 > pixel[2]


@pytest.mark.parametrize("frames", [1, 3, 40])
@pytest.mark.parametrize(("kind", "codec"), [("webm", "libvpx"), ("matroska", "mpeg4")])
def test_a_length_that_is_not_written_is_counted(kind: str, codec: str, frames: int):
    data = streamed_video(kind, codec, frames)
    with av.open(io.BytesIO(data)) as container:
        assert container.duration is None
    assert video_frames(io.BytesIO(data), "reel.webm").duration_seconds == pytest.approx(
        frames / 10, abs=0.05
    )


def test_a_streamed_video_that_was_cut_off_is_as_long_as_what_is_left():
    data = streamed_video("matroska", "mpeg4", 40)
    duration = video_frames(io.BytesIO(data[: len(data) // 2]), "reel.mkv").duration_seconds
    assert duration is not None
    assert 1 < duration < 3


def test_any_stream_that_can_be_gone_back_in_will_do():
    expected = video_frames(io.BytesIO(MP4), "reel.mp4")
    with tempfile.SpooledTemporaryFile() as spooled:
        spooled.write(MP4)
        spooled.seek(0)
        for stream in (spooled, io.BufferedReader(Slow(MP4))):
            frame = video_frames(stream, "reel.mp4")
            assert frame.poster.tobytes() == expected.poster.tobytes()
            assert frame.duration_seconds == expected.duration_seconds


@pytest.mark.parametrize("data", [MP4[:200], b"not a video at all" * 20, MP4[: len(MP4) // 3]])
def test_a_damaged_video_is_named(data: bytes, capfd: pytest.CaptureFixture[str]):
    with pytest.raises(BrokenVideo, match=r"reel\.mp4"):
        video_frames(io.BytesIO(data), "reel.mp4")
    assert capfd.readouterr().err == ""


def test_an_empty_video():
    with pytest.raises(EmptyFile):
        video_frames(io.BytesIO(b""), "reel.mp4")
