"""What could not be read is tried again when the user says so."""

import os
from pathlib import Path

from organizer.indexing.indexer import Indexer
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.records import LibraryCounts, Problem


def break_file(file: Path) -> bytes:
    """Breaks `file` without a trace in its size and time; returns what was in it."""
    sound, times = file.read_bytes(), file.stat()
    file.write_bytes(bytes(len(sound)))
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    return sound


def mend_file(file: Path, sound: bytes) -> None:
    times = file.stat()
    file.write_bytes(sound)
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))


def index(place: LibraryPlace, archive: Path) -> tuple[tuple[Problem, ...], LibraryCounts]:
    with Indexer(place) as indexer:
        indexer.add(archive)
        indexer.understand()
    with LibraryReader(place) as reader:
        return reader.problems(), reader.counts()


def retry(place: LibraryPlace) -> tuple[tuple[Problem, ...], LibraryCounts]:
    with Indexer(place) as indexer:
        for archive in indexer.retry():
            indexer.add(archive, is_thorough=True)
        indexer.understand()
    with LibraryReader(place) as reader:
        return reader.problems(), reader.counts()


def captions(place: LibraryPlace) -> int:
    """How many pictures have a caption."""
    with LibraryReader(place) as reader:
        return sum(bool(one.caption) for one in reader.details(reader.listing(Filter()).ids))


def test_a_picture_is_read_again_though_its_file_seems_to_be_the_same(
    own_sample: Path, place: LibraryPlace
):
    picture = next((own_sample / "media" / "posts").rglob("*.jpg"))
    sound = break_file(picture)
    (problem,), counts = index(place, own_sample)
    assert problem.folder / problem.file == picture
    assert counts.failed == 1
    mend_file(picture, sound)
    assert index(place, own_sample) == ((problem,), counts)
    problems, counts = retry(place)
    assert problems == ()
    assert counts.failed == 0


def test_what_is_still_broken_is_told_of_again(own_sample: Path, place: LibraryPlace):
    break_file(next((own_sample / "media" / "posts").rglob("*.jpg")))
    before = index(place, own_sample)
    assert retry(place) == before


def test_a_list_of_posts_is_read_again(own_sample: Path, place: LibraryPlace):
    posts = next(own_sample.rglob("posts_1.json"))
    sound = break_file(posts)
    problems, _ = index(place, own_sample)
    assert [one.folder / one.file for one in problems] == [posts]
    mend_file(posts, sound)
    assert captions(place) < 5
    problems, _ = retry(place)
    assert problems == ()
    assert captions(place) > 5
