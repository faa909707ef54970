"""Draws simple pictures for topics of which no photograph is installed."""

import math
from collections.abc import Callable
from random import Random

from PIL import Image, ImageDraw, ImageFilter

Colour = tuple[int, int, int]
Size = tuple[int, int]


def draw(kind: str, size: Size, random: Random) -> Image.Image:
    """A drawing of `kind`, RGB of `size`; another one each time, as `random` decides."""
    return _KINDS[kind](size, random)


def _gradient(size: Size, top: Colour, bottom: Colour) -> Image.Image:
    mask = Image.linear_gradient("L").resize(size)
    return Image.composite(Image.new("RGB", size, bottom), Image.new("RGB", size, top), mask)


def _varied(colour: Colour, random: Random, by: int = 18) -> Colour:
    red, green, blue = (min(255, max(0, part + random.randint(-by, by))) for part in colour)
    return red, green, blue


def _disc(draw_on: ImageDraw.ImageDraw, x: float, y: float, radius: float, colour: Colour) -> None:
    draw_on.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)


def _ridge(image: Image.Image, height: float, colour: Colour, random: Random) -> None:
    """A line of hills across the picture, `height` from the top as a share of it."""
    width, full = image.size
    phases = [random.uniform(0, 2 * math.pi) for _ in range(3)]
    points = [
        (
            x,
            full * height
            - full * 0.06 * math.sin(phases[0] + x / width * 5)
            - full * 0.03 * math.sin(phases[1] + x / width * 13)
            - full * 0.01 * math.sin(phases[2] + x / width * 37),
        )
        for x in range(0, width + 8, 8)
    ]
    ImageDraw.Draw(image).polygon([*points, (width, full), (0, full)], fill=colour)


def _sea(size: Size, random: Random) -> Image.Image:
    image = _gradient(size, _varied((255, 170, 120), random), _varied((255, 220, 180), random))
    canvas = ImageDraw.Draw(image)
    width, height = size
    horizon = height * random.uniform(0.45, 0.6)
    sun = width * random.uniform(0.2, 0.8)
    _disc(canvas, sun, horizon - height * 0.05, width * 0.09, (255, 244, 214))
    sea = _gradient((width, height - int(horizon)), _varied((70, 140, 170), random), (14, 52, 92))
    image.paste(sea, (0, int(horizon)))
    for _ in range(140):
        y = random.uniform(horizon + 4, height)
        depth = (y - horizon) / (height - horizon)
        x = sun + random.gauss(0, width * (0.05 + 0.2 * depth))
        length = width * 0.05 * (0.3 + depth)
        canvas.line(
            (x - length, y, x + length, y), fill=(250, 224, 190), width=max(1, int(depth * 4))
        )
    return image.filter(ImageFilter.GaussianBlur(width / 900))


def _mountain(size: Size, random: Random) -> Image.Image:
    image = _gradient(size, _varied((120, 170, 220), random), (236, 240, 244))
    for step in range(5):
        shade = _varied((150 - 28 * step, 172 - 24 * step, 186 - 26 * step), random, 8)
        _ridge(image, 0.42 + 0.12 * step, shade, random)
    return image


def _night(size: Size, random: Random) -> Image.Image:
    image = _gradient(size, (6, 8, 26), _varied((40, 34, 82), random))
    canvas = ImageDraw.Draw(image)
    for _ in range(400):
        light = random.randint(120, 255)
        x, y = random.uniform(0, size[0]), random.uniform(0, size[1])
        _disc(canvas, x, y, random.choice((0.6, 0.8, 1.6)), (light, light, min(255, light + 20)))
    _ridge(image, 0.88, (8, 10, 20), random)
    return image


def _coffee(size: Size, random: Random) -> Image.Image:
    width, height = size
    image = _gradient(size, _varied((150, 112, 84), random), _varied((112, 78, 54), random))
    canvas = ImageDraw.Draw(image)
    x, y = width * random.uniform(0.42, 0.58), height * random.uniform(0.45, 0.55)
    radius = width * 0.3
    for share, colour in (
        (1.35, (240, 236, 230)),
        (1.25, (226, 221, 214)),
        (1.0, (250, 248, 245)),
        (0.88, (96, 58, 32)),
        (0.62, (196, 148, 104)),
        (0.36, (240, 220, 190)),
    ):
        _disc(canvas, x, y, radius * share, colour)
    return image.filter(ImageFilter.GaussianBlur(width / 700))


def _cat(size: Size, random: Random) -> Image.Image:
    width, height = size
    image = _gradient(size, _varied((220, 206, 190), random), _varied((186, 166, 146), random))
    canvas = ImageDraw.Draw(image)
    x, y, radius = width / 2, height * 0.56, width * 0.3
    fur = _varied((214, 138, 72), random)
    for side in (-1, 1):
        ear = [(x + side * radius * share, y - radius * up) for share, up in _EAR]
        canvas.polygon(ear, fill=fur)
    _disc(canvas, x, y, radius, fur)
    for side in (-1, 1):
        _disc(canvas, x + side * radius * 0.4, y - radius * 0.1, radius * 0.16, (140, 190, 90))
        _disc(canvas, x + side * radius * 0.4, y - radius * 0.1, radius * 0.08, (20, 20, 20))
    canvas.polygon(
        [(x - 14, y + radius * 0.2), (x + 14, y + radius * 0.2), (x, y + radius * 0.3)],
        fill=(220, 120, 130),
    )
    return image


_EAR = ((0.25, 0.85), (0.95, 1.35), (0.95, 0.4))


def _flower(size: Size, random: Random) -> Image.Image:
    width, height = size
    image = _gradient(size, _varied((130, 170, 90), random), _varied((60, 100, 50), random))
    canvas = ImageDraw.Draw(image)
    for _ in range(random.randint(3, 6)):
        x, y = random.uniform(0.15, 0.85) * width, random.uniform(0.2, 0.85) * height
        radius = width * random.uniform(0.06, 0.12)
        petal = _varied((232, 110, 150), random, 40)
        for turn in range(8):
            angle = turn * math.pi / 4
            _disc(
                canvas,
                x + radius * math.cos(angle),
                y + radius * math.sin(angle),
                radius * 0.6,
                petal,
            )
        _disc(canvas, x, y, radius * 0.6, (248, 206, 84))
    return image


def _temple(size: Size, random: Random) -> Image.Image:
    width, height = size
    image = _mountain(size, random)
    canvas = ImageDraw.Draw(image)
    middle, base = width / 2, height * 0.86
    for storey in range(3):
        half = width * (0.3 - 0.07 * storey)
        top = base - height * 0.15 * (storey + 1)
        canvas.rectangle(
            (middle - half * 0.7, top, middle + half * 0.7, top + height * 0.15),
            fill=(166, 62, 46),
        )
        canvas.polygon(
            [
                (middle - half, top + height * 0.02),
                (middle - half * 0.6, top - height * 0.05),
                (middle + half * 0.6, top - height * 0.05),
                (middle + half, top + height * 0.02),
            ],
            fill=(52, 66, 72),
        )
    return image


def _road(size: Size, random: Random) -> Image.Image:
    width, height = size
    image = _mountain(size, random)
    canvas = ImageDraw.Draw(image)
    horizon = height * 0.7
    canvas.polygon(
        [(width * 0.47, horizon), (width * 0.53, horizon), (width, height), (0, height)],
        fill=(70, 72, 78),
    )
    for step in range(6):
        y = horizon + (height - horizon) * (step / 6) ** 1.5
        canvas.rectangle((width / 2 - step, y, width / 2 + step, y + 4 + step * 4), fill="white")
    return image


_KINDS: dict[str, Callable[[Size, Random], Image.Image]] = {
    "sea": _sea,
    "mountain": _mountain,
    "night": _night,
    "coffee": _coffee,
    "cat": _cat,
    "flower": _flower,
    "temple": _temple,
    "road": _road,
}
