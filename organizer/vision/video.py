"""Takes the frames that stand for a video: what the model sees, and the poster."""

import contextlib
import itertools
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

import av
import av.logging
import numpy as np
from av.container import InputContainer
from av.video.frame import VideoFrame
from PIL.Image import Image, Resampling, Transpose

from organizer.vision.errors import BrokenVideo, EmptyFile

if TYPE_CHECKING:
    from fractions import Fraction

# FFmpeg would write to stderr what the error raised says anyway.
av.logging.set_level(av.logging.PANIC)
logging.getLogger("libav").setLevel(logging.CRITICAL)

_FRAMES_TAKEN = 5
# With fewer key frames, of a short video say, those between are decoded, too.
_FRAMES_ENOUGH = 3
_MOST_FRAMES_TRIED = 300
# An hour at sixty frames a second.
_MOST_PACKETS_COUNTED = 216_000
_TURNS = {90: Transpose.ROTATE_90, 180: Transpose.ROTATE_180, 270: Transpose.ROTATE_270}

# Sharpness is judged at this size: noise of the camera does not count.
_JUDGED_SIZE = (96, 96)
# Means of 0 to 255 between which a frame is neither nearly black nor nearly white.
_WELL_LIT = (40.0, 215.0)


@dataclass(frozen=True, slots=True)
class VideoFrames:
    """Frames of a video, RGB and upright, up to five in their order and spread over it.

    `poster` is the best of them to look at. `duration_seconds` is None when nothing tells it.
    """

    frames: tuple[Image, ...]
    poster: Image
    duration_seconds: float | None


def video_frames(stream: BinaryIO, name: str) -> VideoFrames:
    """The frames that stand for the video in `stream`.

    Raises EmptyFile or BrokenVideo, with `name` in the message.
    """
    if not stream.read(1):
        raise EmptyFile(name)
    stream.seek(0)
    try:
        with av.open(stream, mode="r", metadata_errors="replace") as container:
            return _video_frames(container, name)
    except (av.FFmpegError, ValueError, IndexError) as error:
        raise BrokenVideo(name, str(error)) from error


def _video_frames(container: InputContainer, name: str) -> VideoFrames:
    if not container.streams.video:
        raise BrokenVideo(name, "it has no picture")
    duration = container.duration / av.time_base if container.duration else None
    duration = duration or _counted_duration(container)
    frames = _frames_at(container, duration)
    if not frames:
        raise BrokenVideo(name, "it has no frame")
    images = tuple(_upright(frame) for frame in frames)
    return VideoFrames(images, max(images, key=_appeal), duration)


def _frames_at(container: InputContainer, duration: float | None) -> list[VideoFrame]:
    """Up to five frames, from the middles of as many equal parts of the video."""
    wanted = [(part + 0.5) / _FRAMES_TAKEN * (duration or 0.0) for part in range(_FRAMES_TAKEN)]
    frames = _key_frames(container, wanted) if duration else []
    if len(frames) >= _FRAMES_ENOUGH:
        return frames
    # Counting and looking for key frames have left it somewhere else.
    with contextlib.suppress(av.FFmpegError):
        container.seek(0)
    return _frames_in_passing(container, wanted)


def _key_frames(container: InputContainer, wanted: list[float]) -> list[VideoFrame]:
    """The key frames before the moments `wanted`: nothing between them is decoded."""
    found: dict[int | None, VideoFrame] = {}
    begin = (container.start_time or 0) / av.time_base
    for moment in wanted:
        # Where the file cannot be gone to the moment in, the others may do.
        with contextlib.suppress(av.FFmpegError):
            container.seek(round((begin + moment) * av.time_base))
            frame = next(container.decode(video=0), None)
            if frame is not None:
                found.setdefault(frame.pts, frame)
    return list(found.values())


def _frames_in_passing(container: InputContainer, wanted: list[float]) -> list[VideoFrame]:
    """The frames shown at the moments `wanted`, by decoding all up to the last of them."""
    found: list[VideoFrame] = []
    last: VideoFrame | None = None
    begin: float | None = None
    for number, last in enumerate(_decoded(container)):
        begin = (last.time or 0.0) if begin is None else begin
        if (last.time or 0.0) - begin >= wanted[len(found)]:
            found.append(last)
        if len(found) == len(wanted) or number >= _MOST_FRAMES_TRIED:
            break
    # A single picture, or a video that was cut off before the first moment.
    return found or ([last] if last is not None else [])


def _decoded(container: InputContainer) -> Iterator[VideoFrame]:
    """Frames until the end or until damage; what is damaged from its first frame on raises."""
    frames = container.decode(video=0)
    yield from itertools.islice(frames, 1)
    with contextlib.suppress(av.FFmpegError):
        yield from frames


def _appeal(image: Image) -> float:
    """How good a poster `image` makes: sharp, and neither nearly black nor nearly white."""
    grey = np.asarray(image.convert("L").resize(_JUDGED_SIZE, Resampling.BOX), np.float32)
    sharpness = np.abs(np.diff(grey, axis=0)).mean() + np.abs(np.diff(grey, axis=1)).mean()
    darkest, brightest = _WELL_LIT
    mean = float(grey.mean())
    light = min(1.0, mean / darkest, (255 - mean) / (255 - brightest))
    return float(sharpness * light)


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
