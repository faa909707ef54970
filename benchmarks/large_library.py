"""Makes libraries of any size for benchmarks: rows of every kind, with real thumbnails."""

import os
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import numpy as np
from PIL import Image

from organizer.archive.records import MediaItem, MediaType, Post, PostKind
from organizer.archive.sample.maker import make_sample
from organizer.library.edits import SetFavourite
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.records import FileStamp, MediaUnderstanding, TaggedPost
from organizer.library.thumbnails import ThumbnailSize, ThumbnailStore
from organizer.library.writer import LibraryWriter
from organizer.tagging.categories import load_categories
from organizer.tagging.records import CategoryScore

_NEWEST = datetime(2025, 6, 1, tzinfo=UTC)
_YEARS = 10
_SAMPLE_POSTS = 300
_AT_ONCE = 20_000
_STAMP = FileStamp(1, 1)


def fill(place: LibraryPlace, pictures: int) -> None:
    """Makes a library of `pictures` rows over ten years, every twentieth a video.

    Each has both thumbnails, real ones of a sample's pictures: there are some hundred different
    files, to which all names are hard links.
    """
    random = Random(1)
    shapes = _thumbnail_sources(place)
    with LibraryWriter(place) as writer:
        writer.store_categories(load_categories())
        archive = writer.importing.add_archive(place.database.parent / "archive", "benchmark")
        for number, start in enumerate(range(0, pictures, _AT_ONCE)):
            posts = [
                _post(random, index, pictures)
                for index in range(start, min(start + _AT_ONCE, pictures))
            ]
            stamps = {item.uri: _STAMP for tagged in posts for item in tagged.post.media}
            writer.importing.store_posts(archive, f"posts_{number}.json", _STAMP, posts, stamps)
        with LibraryReader(place) as reader:
            ids = [int(media_id) for media_id in reader.listing(Filter()).ids]
        for start in range(0, pictures, _AT_ONCE):
            chunk = ids[start : start + _AT_ONCE]
            writer.store_understanding(list(_understood(random, chunk, shapes)), "benchmark")
        writer.apply(SetFavourite(tuple(ids[::50]), is_favourite=True))
    _link_thumbnails(place, ids, len(shapes))


def _thumbnail_sources(place: LibraryPlace) -> list[tuple[int, int]]:
    """Writes thumbnails 1 to n of a folder of its own; the sizes of the pictures behind them."""
    store = ThumbnailStore(_source_folder(place))
    sizes = []
    with tempfile.TemporaryDirectory() as folder:
        make_sample(Path(folder), posts=_SAMPLE_POSTS)
        for path in sorted(Path(folder).rglob("*.jpg")):
            with Image.open(path) as opened:
                image = opened.convert("RGB")
            sizes.append(image.size)
            store.save(len(sizes), image)
    return sizes


def _source_folder(place: LibraryPlace) -> Path:
    return place.database.parent / "sources"


def _post(random: Random, index: int, pictures: int) -> TaggedPost:
    taken_at = _NEWEST - timedelta(hours=index * _YEARS * 365 * 24 / pictures)
    kind = MediaType.VIDEO if index % 20 == 0 else MediaType.IMAGE
    suffix = "mp4" if kind is MediaType.VIDEO else "jpg"
    item = MediaItem(f"media/posts/{index}.{suffix}", kind, taken_at)
    hashtags = tuple(f"tag{random.randrange(500)}" for _ in range(3))
    place = random.choice(("the sea", "the forest", "the city", "home"))
    caption = " ".join((f"A day at {place}", *(f"#{hashtag}" for hashtag in hashtags)))
    return TaggedPost(Post(PostKind.POST, taken_at, caption, (item,)), hashtags)


def _understood(
    random: Random, ids: list[int], shapes: list[tuple[int, int]]
) -> Iterator[MediaUnderstanding]:
    vector = np.full(384, 384**-0.5, np.float32)
    categories = [category.id for category in load_categories()]
    for media_id in ids:
        width, height = shapes[media_id % len(shapes)]
        is_video = media_id % 20 == 1
        yield MediaUnderstanding(
            media_id,
            MediaType.VIDEO if is_video else MediaType.IMAGE,
            _STAMP,
            f"{media_id:064x}",
            width,
            height,
            34.0 if is_video else None,
            vector,
            tuple(CategoryScore(name, 0.5) for name in random.sample(categories, 2)),
            (),
        )


def _link_thumbnails(place: LibraryPlace, ids: list[int], sources: int) -> None:
    from_store, to_store = ThumbnailStore(_source_folder(place)), ThumbnailStore(place.thumbnails)
    for media_id in ids:
        source = media_id % sources + 1
        for size in ThumbnailSize:
            target = to_store.path(media_id, size)
            target.parent.mkdir(parents=True, exist_ok=True)
            os.link(from_store.path(source, size), target)
