"""How long comparing pictures takes, and how much memory: `python benchmarks/duplicates.py [N]`.

Hashes and vectors are made up: vectors around 60 topics, as pictures of one thing are alike, and
one in fifty pictures twice, a little changed. --thumbnails measures what a hash itself costs.
"""

import argparse
import resource
import tempfile
import time
from pathlib import Path

import numpy as np
from PIL import Image

from organizer.indexing.duplicates.distinct import Distinct
from organizer.indexing.duplicates.finding import Comparison
from organizer.indexing.duplicates.perceptual_hash import hash_of_file
from organizer.indexing.progress import Control
from organizer.library.queries.duplicates import ComparablePictures
from organizer.vectors import FloatArray, unit_vectors

_DIMENSION = 384
_TOPICS = 60


def main() -> None:
    """Prints seconds and megabytes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pictures", type=int, nargs="?", default=100_000)
    parser.add_argument("--thumbnails", action="store_true", help="measure hashing alone")
    options = parser.parse_args()
    if options.thumbnails:
        _measure_hashing()
        return
    random = np.random.default_rng(1)
    count = options.pictures
    hashes = _hashes(random, count)
    vectors = _vectors(random, count)
    ids = np.arange(1, count + 1)
    pictures = ComparablePictures(
        ids, [f"{media_id:064x}" for media_id in ids], np.zeros(count, np.float32), ids * 0 - 1
    )
    by_content = dict(zip(pictures.content_hashes, hashes, strict=True))
    before = _megabytes()
    search = Comparison(pictures, by_content, Distinct(()), Control(), lambda _: None)
    begin = time.perf_counter()
    same = search.same()
    middle = time.perf_counter()
    near = search.near(same, ids, vectors)
    end = time.perf_counter()
    print(f"{count} pictures: {len(same)} groups of the same in {middle - begin:.1f} s,")
    print(f"{len(near)} of nearly the same in {end - middle:.1f} s;")
    print(f"{_megabytes() - before} MB more than hashes and vectors take ({before} MB)")


def _hashes(random: np.random.Generator, count: int) -> list[bytes]:
    numbers = random.integers(0, 2**64, count, np.uint64)
    doubles = count // 50
    numbers[-doubles:] = numbers[:doubles] ^ np.uint64(0b10001)
    moved = slice(-2 * doubles, -doubles)
    # Ten bits: no longer the same picture, and still nearly.
    numbers[moved] = numbers[doubles : 2 * doubles] ^ np.uint64(0b1111100000011111)
    return [number.tobytes() for number in numbers]


def _vectors(random: np.random.Generator, count: int) -> FloatArray:
    topics = random.normal(size=(_TOPICS, _DIMENSION)).astype(np.float32)
    spread = (np.arange(1, _DIMENSION + 1) ** -0.5 * 2).astype(np.float32)
    vectors = topics[random.integers(_TOPICS, size=count)] + 0.5
    vectors += random.standard_normal((count, _DIMENSION), np.float32) * spread
    doubles = count // 50
    for copies, originals in (
        (slice(-doubles, None), slice(doubles)),
        (slice(-2 * doubles, -doubles), slice(doubles, 2 * doubles)),
    ):
        changes = random.standard_normal((doubles, _DIMENSION), np.float32) * 0.1
        vectors[copies] = vectors[originals] + changes
    return unit_vectors(vectors)


def _measure_hashing(pictures: int = 500) -> None:
    random = np.random.default_rng(1)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "small.jpg"
        coarse = Image.fromarray(random.integers(0, 256, (24, 32, 3), np.uint8))
        coarse.resize((320, 240), Image.Resampling.BICUBIC).save(path, quality=82)
        begin = time.perf_counter()
        for _ in range(pictures):
            hash_of_file(path)
        each = (time.perf_counter() - begin) / pictures
    print(f"{each * 1000:.2f} ms for each thumbnail; {each * 100_000:.0f} s for 100,000")


def _megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
