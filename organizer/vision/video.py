"""Takes the frame that stands for a video."""

import logging
from dataclasses import dataclass
from typing import BinaryIO

import av
import av.logging
from av.container import InputContainer
from av.video.frame import VideoFrame
from PIL.Image import Image, Transpose

from organizer.vision.errors import BrokenVideo, EmptyFile

# FFmpeg would write to stderr what the error raised says anyway.
av.logging.set_level(av.logging.PANIC)
logging.getLogger("libav").setLevel(logging.CRITICAL)

_MOST_FRAMES_TRIED = 300
_TURNS = {90: Transpose.ROTATE_90, 180: Transpose.ROTATE_180, 270: Transpose.ROTATE_270}


@dataclass(frozen=True, slots=True)
class PosterFrame:
    """A frame of a video, RGB, and the video's length in seconds (None when it does not say)."""

    image: Image
    duration_seconds: float | None


def poster_frame(stream: BinaryIO, name: str) -> PosterFrame:
    """A frame one second into the video in `stream`, or a tenth into a shorter one.

    The very first is often black. Raises EmptyFile or BrokenVideo, with `name` in the message.
    """
    if not stream.read(1):
        raise EmptyFile(name)
    stream.seek(0)
    try:
        with av.open(stream, mode="r", metadata_errors="replace") as container:
            return _poster_frame(container, name)
    except (av.FFmpegError, ValueError, IndexError) as error:
        raise BrokenVideo(name, str(error)) from error


def _poster_frame(container: InputContainer, name: str) -> PosterFrame:
    if not container.streams.video:
        raise BrokenVideo(name, "it has no picture")
    duration = container.duration / av.time_base if container.duration else None
    wanted = min(1.0, duration / 10) if duration else 0.0
    best: VideoFrame | None = None
    for number, frame in enumerate(container.decode(video=0)):
        best = frame
        if (frame.time or 0.0) >= wanted or number >= _MOST_FRAMES_TRIED:
            break
    if best is None:
        raise BrokenVideo(name, "it has no frame")
    return PosterFrame(_upright(best), duration)


def _upright(frame: VideoFrame) -> Image:
    """`frame` as players show it: a telephone held upright films lying and says so beside."""
    image: Image = frame.to_image()  # type: ignore[no-untyped-call]
    # Degrees counter-clockwise, as Pillow counts, too.
    turn = _TURNS.get(frame.rotation % 360)
    return image if turn is None else image.transpose(turn)
