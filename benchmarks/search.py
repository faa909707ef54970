"""How long an answer takes among many pictures: caption words, look-alikes, similar pictures.

The vectors are random, the text embedding is there already. Times are from the question to the
listing that is shown, median and worst of 20.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from organizer.archive.records import FileStamp, MediaItem, MediaType, Post, PostKind
from organizer.indexing.look_alikes import LookAlikes
from organizer.indexing.meaning import Meaning
from organizer.library.completions import complete, read_known_words
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.records import MediaUnderstanding, TaggedPost
from organizer.library.writer import LibraryWriter
from organizer.vectors import FloatArray, unit_vectors

_MODEL = "benchmark"
_DIMENSION = 512
_PHRASES = 936
_AT_ONCE = 10_000
_TIMES = 20
_STAMP = FileStamp(1, 1)
_WORDS = ("dog", "beach", "sunset", "coffee", "friends", "바다", "강아지", "여행", "커피", "일상")


def main() -> None:
    """Prints all times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pictures", type=int, default=100_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = LibraryPlace.at(Path(folder) / "library")
        _fill(place, options.pictures)
        with LibraryReader(place) as reader:
            print(f"{options.pictures:,} pictures, vectors of {_DIMENSION}")
            _measure(reader)


def _measure(reader: LibraryReader) -> None:
    random = np.random.default_rng(2)
    background = _vectors(random, _PHRASES)
    ids = reader.listing(Filter()).ids
    look_alikes = LookAlikes(reader)
    begun = time.perf_counter()
    look_alikes.load_similar(int(ids[0]), len(ids))
    print(f"reading all vectors once: {1000 * (time.perf_counter() - begun):.0f} ms")

    def search(number: int) -> None:
        # Another word each time: nothing is remembered of the last one.
        word = f"{_WORDS[number % len(_WORDS)]} {'x' if number % 2 else ''}".strip()
        reader.listing(look_alikes.resolved(Filter(text=word)))

    _print("caption words", search)
    (target,) = _vectors(random, 1)
    for number in range(_TIMES):
        word = f"{_WORDS[number % len(_WORDS)]}{number}"
        direction = unit_vectors(target[None] + 0.1 * _vectors(random, 1))[0]
        look_alikes.learn(Meaning(word, _MODEL, direction, background))
    found: list[int] = []

    def look(number: int) -> None:
        resolved = look_alikes.resolved(Filter(text=f"{_WORDS[number % len(_WORDS)]}{number}"))
        found.append(len(resolved.alike))
        reader.listing(resolved)

    _print("look-alikes, with captions", look)
    print(f"  ({statistics.mean(found):.0f} found on average)")
    _print("similar, all", lambda number: _similar(reader, look_alikes, int(ids[number])))
    _print("similar, strip", lambda number: look_alikes.different_similar(int(ids[number]), 8))
    resolved = look_alikes.resolved(Filter(similar_to=int(ids[0])))
    _print("counts of the sidebar for similar", lambda _number: reader.facets(resolved))
    begun = time.perf_counter()
    known = read_known_words(reader)
    print(f"reading what to suggest: {1000 * (time.perf_counter() - begun):.0f} ms")
    _print("suggestions", lambda number: complete(f"t{number}", known, is_korean=False))


def _similar(reader: LibraryReader, look_alikes: LookAlikes, media_id: int) -> None:
    reader.listing(look_alikes.resolved(Filter(similar_to=media_id)))


def _print(name: str, ask: Callable[[int], object]) -> None:
    times = []
    for number in range(_TIMES):
        begun = time.perf_counter()
        ask(number)
        times.append(1000 * (time.perf_counter() - begun))
    print(f"{name:36} median {statistics.median(times):6.1f} ms, worst {max(times):6.1f} ms")


def _fill(place: LibraryPlace, pictures: int) -> None:
    words, random = Random(1), np.random.default_rng(1)
    newest = datetime(2025, 6, 1, tzinfo=UTC)
    with LibraryWriter(place) as writer:
        archive = writer.importing.add_archive(place.database.parent / "archive", "benchmark")
        posts = []
        for number in range(pictures):
            taken_at = newest - timedelta(hours=number * 10 * 365 * 24 / pictures)
            item = MediaItem(f"media/posts/{number}.jpg", MediaType.IMAGE, taken_at)
            hashtags = tuple(f"tag{words.randrange(5000)}" for _ in range(3))
            caption = " ".join((*words.sample(_WORDS, 2), *(f"#{one}" for one in hashtags)))
            posts.append(TaggedPost(Post(PostKind.POST, taken_at, caption, (item,)), hashtags))
        stamps = {item.uri: _STAMP for tagged in posts for item in tagged.post.media}
        writer.importing.store_posts(archive, "posts_1.json", _STAMP, posts, stamps)
        writer.index_captions(pictures)
        for start in range(0, pictures, _AT_ONCE):
            ids = range(start + 1, min(start + _AT_ONCE, pictures) + 1)
            understood = [
                MediaUnderstanding(
                    one, MediaType.IMAGE, _STAMP, f"{one}", 10, 10, None, vector, (), ()
                )
                for one, vector in zip(ids, _vectors(random, len(ids)), strict=True)
            ]
            writer.store_understanding(understood, _MODEL)


def _vectors(random: np.random.Generator, count: int) -> FloatArray:
    return unit_vectors(random.standard_normal((count, _DIMENSION), dtype=np.float32))


if __name__ == "__main__":
    main()
