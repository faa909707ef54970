"""Every kind of file that exports hold is filed by what it is, whatever its name says."""

import io
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random

import pillow_heif
import pytest
from PIL import Image

from organizer.archive.records import MediaType
from organizer.archive.sample.escaping import dump_json
from organizer.archive.sample.pictures import video
from organizer.archive.sample.topics import load_topics
from organizer.indexing.indexer import Indexer
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.records import MediaDetail, MediaState


def image(kind: str, number: int) -> bytes:
    target = io.BytesIO()
    # Each is another one: equal files would be one picture.
    picture = Image.linear_gradient("L").resize((120, 160 + number)).convert("RGB")
    if kind == "HEIF":
        pillow_heif.from_pillow(picture).save(target)
    else:
        picture.save(target, kind)
    return target.getvalue()


def film(number: int) -> bytes:
    return video(load_topics()[number % len(load_topics())], Random(number))


FILES: dict[str, tuple[Callable[[int], bytes], MediaType]] = {
    "picture.jpg": (partial(image, "JPEG"), MediaType.IMAGE),
    "picture.png": (partial(image, "PNG"), MediaType.IMAGE),
    "picture.webp": (partial(image, "WEBP"), MediaType.IMAGE),
    "picture.heic": (partial(image, "HEIF"), MediaType.IMAGE),
    "picture.avif": (partial(image, "AVIF"), MediaType.IMAGE),
    "picture.gif": (partial(image, "GIF"), MediaType.IMAGE),
    "film.mp4": (film, MediaType.VIDEO),
    "film.mov": (film, MediaType.VIDEO),
    # What Instagram does: JPEG under other names, films without a suffix.
    "lies.webp": (partial(image, "JPEG"), MediaType.IMAGE),
    "lies.png": (partial(image, "JPEG"), MediaType.IMAGE),
    "lies.jpg": (partial(image, "HEIF"), MediaType.IMAGE),
    "film": (film, MediaType.VIDEO),
    "film.jpg": (film, MediaType.VIDEO),
    "picture.mp4": (partial(image, "PNG"), MediaType.IMAGE),
    "picture": (partial(image, "WEBP"), MediaType.IMAGE),
}


@pytest.fixture(scope="module")
def filed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, MediaDetail]:
    """What became of each file, by its name."""
    root = tmp_path_factory.mktemp("export")
    (root / "media/posts/202401").mkdir(parents=True)
    (root / "content").mkdir()
    posts = []
    for number, (name, (make, _)) in enumerate(FILES.items()):
        uri = f"media/posts/202401/{name}"
        (root / uri).write_bytes(make(number))
        posts.append({"media": [{"uri": uri, "creation_timestamp": 1_704_100_000 + number}]})
    (root / "content/posts_1.json").write_text(dump_json(posts), encoding="ascii")
    place = LibraryPlace.at(tmp_path_factory.mktemp("library"))
    with Indexer(place) as indexer:
        indexer.add(root)
        indexer.understand()
    with LibraryReader(place) as reader:
        details = list(reader.details(reader.listing(Filter()).ids))
    return {detail.uri.rsplit("/", 1)[-1]: detail for detail in details}


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_what_is_in_it(name: str, filed: dict[str, MediaDetail]):
    detail = filed[name]
    assert (detail.state, detail.media_type) == (MediaState.READY, FILES[name][1])
    assert (detail.width, detail.height) != (None, None)
    assert detail.categories


def test_a_missing_file_keeps_its_post_and_is_marked(own_sample: Path, place: LibraryPlace):
    with Indexer(place) as indexer:
        indexer.add(own_sample)
        with LibraryReader(place) as reader:
            gone = next(one for one in reader.details(reader.listing(Filter()).ids) if one.caption)
            gone.path.unlink()
            assert indexer.add(own_sample).missing == 1
            after = reader.detail(gone.id)
    assert after is not None
    assert (after.state, after.caption) == (MediaState.MISSING, gone.caption)
