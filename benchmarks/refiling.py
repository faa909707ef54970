"""How long after an edit all pictures of a large library are filed anew.

The library has 100,000 rows and no files. Their vectors are those that the built-in model gives to
the photographs of the project's sample; these are few, so each vector is one of them turned away at
random on the sphere (a cosine of about 0.9). 200 of the pictures were decided on before.

Prints, for corrections, edited phrases, new categories and new rules, the median and the range of
five: seconds until all pictures that change their categories can be seen by a reader, seconds of
processor time until then, which other programs on the machine hardly change, and seconds until
everything is written. Then the memory at most, above what the process held before it first filed
pictures, and how long the model takes for all of its words at a first and at a later start. Edits
go through Indexer.apply and Indexer.understand.
"""

import argparse
import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np

from organizer.archive.records import FileStamp, MediaItem, MediaType, Post, PostKind
from organizer.archive.sample.maker import make_sample
from organizer.indexing.indexer import Indexer
from organizer.indexing.tagger import Taggers, hashtag_digest
from organizer.library.edits import DecideCategory, Edit, SaveCategory
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.records import MediaUnderstanding, TaggedPost
from organizer.library.writer import LibraryWriter
from organizer.tagging.categories import load_categories
from organizer.tagging.kept_texts import KeptTextEncoder
from organizer.tagging.records import Category
from organizer.vectors import FloatArray, unit_vectors
from organizer.vision.decoding import decode_picture
from organizer.vision.encoder import Encoder
from organizer.vision.models import DEFAULT_MODEL, load_encoder

_TIMES = 5
_DECIDED = 200
_SAMPLE_POSTS = 150
_BATCH_SIZE = 16
_STORED_AT_ONCE = 1000
_MIB = 1 << 20
_STAMP = FileStamp(1, 1)
_CATEGORIES = load_categories()
# What five people might say, each time something else.
_PHRASES = ("a guitar", "a board game", "origami", "a telescope", "a museum")
_NEW = ("horses", "sunsets", "screens", "flowers", "receipts")
_RULES = ("dog or cat", "food and not coffee", "car", "beach or sea", "adult and not child")


def main() -> None:
    """Prints all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pictures", type=int, default=100_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = LibraryPlace.at(Path(folder) / "library")
        # In another process: its memory is not what is measured.
        if (child := os.fork()) == 0:
            fill(place, options.pictures, Path(folder) / "sample")
            os._exit(0)
        if os.waitpid(child, 0)[1]:
            sys.exit("the library could not be made")
        print(f"{options.pictures:,} pictures; load of the machine {_load()}")
        _measure_words(place)
        _measure_edits(place)
        print(f"load of the machine at the end {_load()}")


def fill(place: LibraryPlace, pictures: int, sample: Path) -> None:
    """Makes a library of `pictures` rows with vectors like those of photographs."""
    encoder = load_encoder(DEFAULT_MODEL)
    random = np.random.default_rng(1)
    photographs = _photographs(sample, encoder)
    chosen = photographs[random.integers(0, len(photographs), pictures)]
    away = unit_vectors(random.standard_normal(chosen.shape, dtype=np.float32))
    vectors = unit_vectors(chosen + np.float32(0.5) * away)
    with LibraryWriter(place) as writer, LibraryReader(place) as reader:
        writer.store_categories(_CATEGORIES)
        archive = writer.importing.add_archive(place.database.parent, "benchmark")
        posts = list(_posts(pictures))
        stamps = {tagged.post.media[0].uri: _STAMP for tagged in posts}
        writer.importing.store_posts(archive, "posts_1.json", _STAMP, posts, stamps)
        ids = reader.listing(Filter()).ids.tolist()
        for start in range(0, pictures, _STORED_AT_ONCE):
            rows = slice(start, start + _STORED_AT_ONCE)
            understood = [
                MediaUnderstanding(
                    media_id, MediaType.IMAGE, _STAMP, f"{media_id:064x}", 1080, 1350, None, vector,
                    (), (),
                )
                for media_id, vector in zip(ids[rows], vectors[rows], strict=True)
            ]  # fmt: skip
            writer.store_understanding(understood, encoder.name)
        for number, media_id in enumerate(random.permutation(ids)[:_DECIDED].tolist()):
            writer.apply(
                DecideCategory(
                    (media_id,), _CATEGORIES[number % len(_CATEGORIES)].id, number % 3 > 0
                )
            )
        known = [encoder.name, encoder.title, encoder.device]
        writer.set_setting(f"encoder/{DEFAULT_MODEL}", known)
        # Suggesting hashtags for all of them is not what is measured.
        writer.set_setting("hashtag_digest", hashtag_digest(reader, encoder.name))


def _photographs(sample: Path, encoder: Encoder) -> FloatArray:
    """Vectors of the sample's pictures, (n, dimension)."""
    make_sample(sample, _SAMPLE_POSTS)
    images = []
    for path in sorted(sample.rglob("*.jpg")):
        with path.open("rb") as stream:
            images.append(decode_picture(stream, path.name, encoder.image_size).image)
    return np.concatenate(
        [
            encoder.encode_images(images[start : start + _BATCH_SIZE])
            for start in range(0, len(images), _BATCH_SIZE)
        ]
    )


def _posts(count: int) -> Iterator[TaggedPost]:
    """Posts of one picture each over ten years."""
    random = Random(1)
    newest = datetime(2025, 6, 1, tzinfo=UTC)
    for number in range(count):
        taken_at = newest - timedelta(hours=number * 10 * 365 * 24 / count)
        item = MediaItem(f"media/posts/{number}.jpg", MediaType.IMAGE, taken_at)
        hashtags = tuple(f"tag{random.randrange(500)}" for _ in range(3))
        caption = " ".join(f"#{hashtag}" for hashtag in hashtags)
        yield TaggedPost(Post(PostKind.POST, taken_at, caption, (item,)), hashtags)


def _measure_words(place: LibraryPlace) -> None:
    """How long making a tagger takes, with words never heard before and with kept ones."""
    encoder = load_encoder(DEFAULT_MODEL)
    for start in ("first", "later"):
        with LibraryReader(place) as reader:
            taggers = Taggers(KeptTextEncoder(encoder, place.text_vectors), reader)
            begin = time.perf_counter()
            taggers.tagger()
            print(f"a tagger at a {start} start: {time.perf_counter() - begin:.3f} s")
    (file,) = place.text_vectors.iterdir()
    begin = time.perf_counter()
    KeptTextEncoder(encoder, place.text_vectors).encode_texts([""])
    seconds = time.perf_counter() - begin
    print(f"of which reading {file.stat().st_size / _MIB:.1f} MiB of kept words: {seconds:.3f} s")


@dataclass(slots=True)
class _Heard:
    """When the indexer told of pictures that changed their categories, and of how many."""

    refiled_at: float = 0.0
    processor_seconds: float = 0.0
    count: int = 0

    def hear(self, count: int) -> None:
        self.refiled_at = time.perf_counter()
        self.processor_seconds = time.process_time()
        self.count += count


@dataclass(slots=True)
class _Figures:
    """Seconds until it shows, until all is written, and how many pictures changed."""

    visible: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    written: list[float] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)


def _measure_edits(place: LibraryPlace) -> None:
    heard = _Heard()
    with Indexer(place, on_refiled=heard.hear) as indexer:
        with LibraryReader(place) as reader:
            ids = Random(2).sample(reader.listing(Filter()).ids.tolist(), _TIMES)
        before = _held_mib()
        begin = time.perf_counter()
        indexer.understand()
        print(f"first filing after the start, model loaded: {time.perf_counter() - begin:.2f} s")
        for name, edits in _edits(ids):
            _print(name, _timed(indexer, edits, heard))
    print(f"memory: {_peak_mib() - before:.0f} MiB at most above {before:.0f} MiB before")


def _edits(ids: Sequence[int]) -> Iterator[tuple[str, list[Edit]]]:
    changed = next(one for one in _CATEGORIES if one.id == "hobbies_culture")

    def own(name: str, phrases: tuple[str, ...], rule: str = "") -> Edit:
        return SaveCategory(Category("own", name, name, "#2b8fb3", phrases, rule))

    yield "a correction", [DecideCategory((one,), changed.id, is_in=True) for one in ids]
    yield (
        "an edited phrase",
        [SaveCategory(replace(changed, phrases=(*changed.phrases, one))) for one in _PHRASES],
    )
    yield "a new category", [own(one, (one,)) for one in _NEW]
    yield "a new rule", [own(one, (), one) for one in _RULES]


def _timed(indexer: Indexer, edits: Sequence[Edit], heard: _Heard) -> _Figures:
    figures = _Figures()
    for edit in edits:
        heard.count = 0
        begin, begin_processor = time.perf_counter(), time.process_time()
        indexer.apply(edit)
        indexer.understand()
        figures.written.append(time.perf_counter() - begin)
        if not heard.count:
            sys.exit("an edit changed nothing")
        figures.visible.append(heard.refiled_at - begin)
        figures.processor.append(heard.processor_seconds - begin_processor)
        figures.counts.append(heard.count)
    return figures


def _print(name: str, figures: _Figures) -> None:
    visible, processor, written = (
        f"{statistics.median(seconds):.2f} s ({min(seconds):.2f} to {max(seconds):.2f})"
        for seconds in (figures.visible, figures.processor, figures.written)
    )
    counts = ", ".join(f"{count:,}" for count in figures.counts)
    print(f"{name}: seen after {visible}, {processor} of processor time; written after {written}")
    print(f"    pictures that changed their categories: {counts}")


def _load() -> str:
    return " ".join(f"{load:.1f}" for load in os.getloadavg())


def _held_mib() -> float:
    """Memory that the process holds now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / _MIB


def _peak_mib() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / _MIB


if __name__ == "__main__":
    main()
