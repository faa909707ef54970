"""A video gets its poster frame and length, or a reason."""

import io
from random import Random

import pytest

from organizer.archive.sample.pictures import video
from organizer.archive.sample.topics import load_topics
from organizer.vision.errors import BrokenVideo, EmptyFile
from organizer.vision.video import poster_frame

MP4 = video(load_topics()[0], Random(1))


def test_poster_frame_and_length():
    frame = poster_frame(io.BytesIO(MP4), "reel.mp4")
    assert frame.image.size == (360, 640)
    assert frame.image.mode == "RGB"
    assert frame.duration_seconds == pytest.approx(2, abs=0.2)


@pytest.mark.parametrize("data", [MP4[:200], b"not a video at all" * 20, MP4[: len(MP4) // 3]])
def test_a_damaged_video_is_named(data: bytes, capfd: pytest.CaptureFixture[str]):
    with pytest.raises(BrokenVideo, match=r"reel\.mp4"):
        poster_frame(io.BytesIO(data), "reel.mp4")
    assert capfd.readouterr().err == ""


def test_an_empty_video():
    with pytest.raises(EmptyFile):
        poster_frame(io.BytesIO(b""), "reel.mp4")
