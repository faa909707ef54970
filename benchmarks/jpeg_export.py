"""Makes an export of pictures as Instagram keeps them: 1080 × 1350, of the sample's photographs."""

import io
import json
from pathlib import Path
from random import Random

from PIL import Image

from organizer.archive.sample.topics import load_topics

_SIZE = (1080, 1350)


def make_export(folder: Path, count: int, seed: int) -> None:
    """An export of `count` pictures of a post each."""
    random = Random(seed)
    paths = [topic.photograph for topic in load_topics() if topic.photograph]
    photographs = [Image.open(path).convert("RGB") for path in paths]
    pictures = folder / "media/posts/202401"
    pictures.mkdir(parents=True)
    posts = []
    for number in range(count):
        photograph = photographs[number % len(photographs)]
        uri = f"media/posts/202401/{seed}-{number}.jpg"
        (folder / uri).write_bytes(_jpeg(photograph, random))
        posts.append({"media": [{"uri": uri, "creation_timestamp": 1_704_100_000 + number}]})
    (folder / "content").mkdir()
    (folder / "content/posts_1.json").write_text(json.dumps(posts), encoding="ascii")


def _jpeg(photograph: Image.Image, random: Random) -> bytes:
    width, height = photograph.size
    share = random.uniform(0.6, 1.0)
    wide = min(width, height * _SIZE[0] / _SIZE[1]) * share
    high = wide * _SIZE[1] / _SIZE[0]
    left, top = random.uniform(0, width - wide), random.uniform(0, height - high)
    target = io.BytesIO()
    view = photograph.resize(_SIZE, Image.Resampling.BICUBIC, (left, top, left + wide, top + high))
    view.save(target, "JPEG", quality=87)
    return target.getvalue()
