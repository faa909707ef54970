"""Takes the frame that stands for a video."""

import contextlib
import itertools
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

import av
import av.logging
from av.container import InputContainer
from av.video.frame import VideoFrame
from PIL.Image import Image, Transpose

from organizer.vision.errors import BrokenVideo, EmptyFile

if TYPE_CHECKING:
    from fractions import Fraction

# FFmpeg would write to stderr what the error raised says anyway.
av.logging.set_level(av.logging.PANIC)
logging.getLogger("libav").setLevel(logging.CRITICAL)

_MOST_FRAMES_TRIED = 300
# An hour at sixty frames a second.
_MOST_PACKETS_COUNTED = 216_000
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
    return PosterFrame(_upright(best), duration or _counted_duration(container))


def _counted_duration(container: InputContainer) -> float | None:
    """The end of the last picture, in seconds, for a video that was written without its length.

    Browsers and telephones that stream while they film write such. Nothing is decoded.
    """
    stream = container.streams.video[0]
    end: Fraction | None = None
    # A cut at the end costs no more than what was cut off.
    with contextlib.suppress(av.FFmpegError):
        # Of a short video, all may have been read for its first frame.
        container.seek(0)
        for packet in itertools.islice(container.demux(stream), _MOST_PACKETS_COUNTED):
            if packet.pts is not None:
                packet_end = (packet.pts + (packet.duration or 0)) * packet.time_base
                end = packet_end if end is None else max(end, packet_end)
    if end is None:
        return None
    start = (stream.start_time or 0) * (stream.time_base or 0)
    return float(end - start) or None


def _upright(frame: VideoFrame) -> Image:
    """`frame` as players show it: a telephone held upright films lying and says so beside."""
    image: Image = frame.to_image()  # type: ignore[no-untyped-call]
    # Degrees counter-clockwise, as Pillow counts, too.
    turn = _TURNS.get(frame.rotation % 360)
    return image if turn is None else image.transpose(turn)
