"""The sample's picture files: crops of photographs, drawings, and a short video."""

import functools
import io
from fractions import Fraction
from pathlib import Path
from random import Random

import av
from PIL import Image, ImageEnhance, ImageOps

from organizer.archive.sample.drawings import draw
from organizer.archive.sample.topics import Topic

_SIZES = ((1080, 1350), (1080, 1080), (1080, 608))
_TINY_SIZE = (48, 60)
_QUALITY = 82
_EXIF_ORIENTATION = 0x0112
_ROTATED_90 = 6
_VIDEO_SIZE = (360, 640)
_FRAMES_PER_SECOND = 12
_VIDEO_SECONDS = 2


def picture(topic: Topic, random: Random) -> bytes:
    """A JPEG of `topic` in one of Instagram's sizes; no two are alike."""
    size = random.choices(_SIZES, weights=(5, 4, 1))[0]
    image = _view(topic, size, random)
    exif = Image.Exif()
    if random.random() < 0.04:
        # As phones store it: lying pixels and a note to turn them.
        exif[_EXIF_ORIENTATION] = _ROTATED_90
        image = image.transpose(Image.Transpose.ROTATE_90)
    return _jpeg(image, exif)


def tiny_picture(topic: Topic, number: int) -> bytes:
    """A JPEG of a few pixels that differs from all others by a comment with `number` in it.

    Quick enough for a hundred thousand: the pixels are made once for each topic.
    """
    pixels = _tiny_jpeg(topic)
    comment = f"{number:010d}".encode("ascii")
    segment = b"\xff\xfe" + (len(comment) + 2).to_bytes(2, "big") + comment
    # A comment may follow the two bytes that begin a JPEG.
    return pixels[:2] + segment + pixels[2:]


def video(topic: Topic, random: Random) -> bytes:
    """An MP4 of two seconds that pans over a picture of `topic`."""
    width, height = _VIDEO_SIZE
    scene = _view(topic, (width * 2, height), random)
    target = io.BytesIO()
    with av.open(target, mode="w", format="mp4") as container:
        stream = container.add_stream("mpeg4", rate=_FRAMES_PER_SECOND)
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        stream.time_base = Fraction(1, _FRAMES_PER_SECOND)
        frames = _FRAMES_PER_SECOND * _VIDEO_SECONDS
        for number in range(frames):
            left = round(width * number / frames)
            view = scene.crop((left, 0, left + width, height))
            frame = av.VideoFrame.from_image(view)  # type: ignore[no-untyped-call]
            frame.pts = number
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return target.getvalue()


@functools.lru_cache(maxsize=32)
def _photograph(path: Path) -> Image.Image:
    with Image.open(path) as image:
        return image.convert("RGB")


@functools.lru_cache(maxsize=32)
def _tiny_jpeg(topic: Topic) -> bytes:
    return _jpeg(_view(topic, _TINY_SIZE, Random(0)), Image.Exif())


def _view(topic: Topic, size: tuple[int, int], random: Random) -> Image.Image:
    """A crop, mirrored or not and tinted a little, of the topic's photograph or of a drawing."""
    if topic.photograph is None:
        return draw(topic.drawing, size, random)
    whole = _photograph(topic.photograph)
    width, height = ImageOps.contain(Image.new("1", size), whole.size).size
    share = random.uniform(0.72, 1.0)
    width, height = round(width * share), round(height * share)
    left = random.randint(0, whole.width - width)
    top = random.randint(0, whole.height - height)
    image = whole.crop((left, top, left + width, top + height)).resize(
        size, Image.Resampling.BICUBIC
    )
    if random.random() < 0.5:
        image = ImageOps.mirror(image)
    for enhance in (ImageEnhance.Brightness, ImageEnhance.Color, ImageEnhance.Contrast):
        image = enhance(image).enhance(random.uniform(0.85, 1.15))
    return image


def _jpeg(image: Image.Image, exif: Image.Exif) -> bytes:
    target = io.BytesIO()
    image.save(target, "JPEG", quality=_QUALITY, exif=exif)
    return target.getvalue()
