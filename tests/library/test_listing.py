"""What a filter lets through is listed in order, with all that a grid needs, and up to date."""

from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from organizer.archive.records import FileStamp, MediaItem, MediaType, Post, PostKind
from organizer.library.edits import SetFavourite
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.records import MediaFlag, MediaListing, MediaUnderstanding, TaggedPost
from organizer.library.thumbnails import ThumbnailSize, ThumbnailStore
from organizer.library.writer import LibraryWriter

STAMP = FileStamp(1, 1)


def store(writer: LibraryWriter, folder: Path, years: list[int]) -> None:
    archive = writer.importing.add_archive(folder, "someone")
    posts = []
    for number, year in enumerate(years):
        time = datetime(year, 6, 15, tzinfo=UTC)
        item = MediaItem(f"{number}.jpg", MediaType.IMAGE, time)
        posts.append(TaggedPost(Post(PostKind.POST, time, "", (item,)), ()))
    stamps = {item.uri: STAMP for tagged in posts for item in tagged.post.media}
    writer.importing.store_posts(archive, "posts_1.json", STAMP, posts, stamps)


def look_at(
    writer: LibraryWriter, media_id: int, width: int, height: int, seconds: float | None = None
) -> None:
    kind = MediaType.IMAGE if seconds is None else MediaType.VIDEO
    understood = MediaUnderstanding(
        media_id, kind, STAMP, f"{media_id}", width, height, seconds, np.ones(4, np.float32), (), ()
    )
    writer.store_understanding([understood], "a model")


def test_shapes_and_durations_are_listed_as_they_become_known(place: LibraryPlace, tmp_path: Path):
    with LibraryWriter(place) as writer:
        store(writer, tmp_path, [2020, 2022, 2021])
        with LibraryReader(place) as reader:
            newest, middle, oldest = (int(one) for one in reader.listing(Filter()).ids)
            assert list(reader.listing(Filter()).aspects) == [1, 1, 1]
            assert list(reader.listing(Filter()).seconds) == [0, 0, 0]
            look_at(writer, newest, 1080, 1350)
            look_at(writer, middle, 1920, 1080, 33.6)
            listing = reader.listing(Filter())
            assert list(listing.ids) == [newest, middle, oldest]
            assert listing.aspects == pytest.approx([0.8, 16 / 9, 1], abs=1e-4)
            assert list(listing.seconds) == [0, 34, 0]
            assert listing.flags[1] & MediaFlag.VIDEO


def test_a_filter_lists_the_same_in_the_same_order(place: LibraryPlace, tmp_path: Path):
    with LibraryWriter(place) as writer, LibraryReader(place) as reader:
        store(writer, tmp_path, [2020, 2022, 2022, 2021, 2022])
        everything = reader.listing(Filter())
        look_at(writer, int(everything.ids[1]), 400, 100)
        only = reader.listing(Filter(year=2022))
        assert list(only.ids) == list(everything.ids[:3])
        assert list(only.taken_at) == list(everything.taken_at[:3])
        assert list(only.aspects) == [1, 4, 1]
        assert len(reader.listing(Filter(year=1999))) == 0


def test_what_is_written_is_listed_the_next_time(place: LibraryPlace, tmp_path: Path):
    with LibraryWriter(place) as writer, LibraryReader(place) as reader:
        store(writer, tmp_path, [2020, 2022])
        assert not (reader.listing(Filter()).flags & MediaFlag.FAVOURITE).any()
        writer.apply(SetFavourite((int(reader.listing(Filter()).ids[0]),), is_favourite=True))
        assert list(reader.listing(Filter()).flags & MediaFlag.FAVOURITE > 0) == [True, False]
        assert len(reader.listing(Filter(is_favourite=True))) == 1


def test_a_listing_cannot_be_changed_by_who_asked(place: LibraryPlace, tmp_path: Path):
    with LibraryWriter(place) as writer, LibraryReader(place) as reader:
        store(writer, tmp_path, [2020])
        with pytest.raises(ValueError, match="read-only"):
            reader.listing(Filter()).flags[0] = 1


def test_a_listing_without_shapes_counts_them_as_squares():
    ids = np.arange(3)
    listing = MediaListing(ids, ids, np.zeros(3, np.uint8))
    assert list(listing.aspects) == [1, 1, 1]
    assert list(listing.seconds) == [0, 0, 0]


def test_counting_is_broken_off_for_something_more_urgent(place: LibraryPlace, tmp_path: Path):
    with LibraryWriter(place) as writer, LibraryReader(place) as reader:
        store(writer, tmp_path, [2000 + number % 20 for number in range(5000)])
        asked: list[int] = []

        def is_superseded() -> bool:
            asked.append(1)
            return True

        assert reader.facets_unless(is_superseded, Filter(year=2005)) is None
        assert 0 < len(asked) < 5
        counted = reader.facets_unless(lambda: False, Filter(year=2005))
        assert counted == reader.facets(Filter(year=2005))
        assert counted is not None
        assert counted.total == 250


def test_thumbnails_are_kept_in_two_sizes_and_removed_together(tmp_path: Path):
    thumbnails = ThumbnailStore(tmp_path)
    thumbnails.save(7, Image.new("RGB", (1080, 1350)))
    sizes = {}
    for size in ThumbnailSize:
        with Image.open(thumbnails.path(7, size)) as opened:
            sizes[size] = opened.size
    assert sizes == {ThumbnailSize.SMALL: (256, 320), ThumbnailSize.LARGE: (410, 512)}
    assert thumbnails.path(7) == thumbnails.path(7, ThumbnailSize.LARGE)
    thumbnails.remove(7)
    thumbnails.remove(7)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_picture_smaller_than_a_thumbnail_is_kept_as_it_is(tmp_path: Path):
    thumbnails = ThumbnailStore(tmp_path)
    thumbnails.save(7, Image.new("RGB", (100, 50)))
    for size in ThumbnailSize:
        with Image.open(thumbnails.path(7, size)) as opened:
            assert opened.size == (100, 50)
