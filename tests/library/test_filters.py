"""Each condition of a filter lets through what it says, and the counts say how many that are."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from organizer.archive.records import FileStamp, MediaItem, MediaType, Post, PostKind
from organizer.library.edits import DecideCategory, SetFavourite
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.records import MediaUnderstanding, TaggedPost
from organizer.library.writer import LibraryWriter
from organizer.tagging.categories import load_categories
from organizer.tagging.records import CategoryScore

STAMP = FileStamp(10, 20)
MARCH = datetime(2023, 3, 1).astimezone()
# By the file: its kind, its time, hashtags, categories, and whether it has a place.
PICTURES = {
    "late.jpg": (PostKind.POST, MARCH - timedelta(seconds=1), ("sea",), ("pets",), True),
    "first.jpg": (PostKind.POST, MARCH, ("sea", "dog"), ("pets", "travel"), False),
    "noon.jpg": (PostKind.STORY, MARCH + timedelta(hours=12), ("dog",), ("travel",), True),
    "reel.mp4": (PostKind.REEL, MARCH + timedelta(days=8), (), ("food_drink",), False),
    "undated.jpg": (PostKind.PROFILE, None, (), (), False),
}
EVERYTHING = set(PICTURES)
FILTERS = (
    Filter(),
    Filter(categories=("pets",)),
    Filter(categories=("pets", "travel")),
    Filter(categories=("pets", "travel"), is_any_category=True),
    Filter(kinds=(PostKind.POST, PostKind.STORY)),
    Filter(from_day=date(2023, 3, 1), has_place=True),
    Filter(hashtags=("sea", "dog"), is_any_hashtag=True),
    Filter(year=2023, month=3, is_photo=True),
    Filter(archives=(1,)),
    Filter(is_favourite=True, text="is:photo"),
    Filter(year=1999),
)


def item(uri: str) -> MediaItem:
    _, time, _, _, has_place = PICTURES[uri]
    kind = MediaType.VIDEO if uri.endswith("mp4") else MediaType.IMAGE
    return MediaItem(uri, kind, time, *((37.5, 127.0) if has_place else ()))


@pytest.fixture
def reader(place: LibraryPlace, tmp_path: Path) -> Iterator[LibraryReader]:
    """A library of two archives; the reel lies in the second."""
    with LibraryWriter(place) as writer, LibraryReader(place) as opened:
        writer.store_categories(load_categories())
        for number, uris in enumerate((EVERYTHING - {"reel.mp4"}, {"reel.mp4"})):
            archive = writer.importing.add_archive(tmp_path / f"export{number}", f"account{number}")
            posts = [
                TaggedPost(
                    Post(PICTURES[uri][0], PICTURES[uri][1], "", (item(uri),)), PICTURES[uri][2]
                )
                for uri in sorted(uris)
            ]
            stamps = dict.fromkeys(uris, STAMP)
            writer.importing.store_posts(archive, "posts_1.json", STAMP, posts, stamps)
        for detail in opened.details(opened.listing(Filter()).ids):
            categories = tuple(CategoryScore(name, 0.9) for name in PICTURES[detail.uri][3])
            writer.store_understanding(
                [
                    MediaUnderstanding(
                        detail.id, detail.media_type, STAMP, detail.uri, 100, 100, None,
                        np.ones(4, np.float32), categories, (),
                    )
                ],
                "model",
            )  # fmt: skip
        ids = {detail.uri: detail.id for detail in opened.details(opened.listing(Filter()).ids)}
        writer.apply(SetFavourite((ids["first.jpg"],), is_favourite=True))
        writer.apply(DecideCategory((ids["late.jpg"],), "travel", True))
        yield opened


def uris(reader: LibraryReader, chosen: Filter) -> set[str]:
    return {detail.uri for detail in reader.details(reader.listing(chosen).ids)}


def test_days_are_both_included_in_the_time_zone_of_the_computer(reader: LibraryReader):
    first = date(2023, 3, 1)
    assert uris(reader, Filter(from_day=first, to_day=first)) == {"first.jpg", "noon.jpg"}
    assert uris(reader, Filter(from_day=first)) == {"first.jpg", "noon.jpg", "reel.mp4"}
    assert uris(reader, Filter(to_day=date(2023, 2, 28))) == {"late.jpg"}
    assert uris(reader, Filter(year=2023, month=3, from_day=date(2023, 3, 2))) == {"reel.mp4"}


def test_categories_and_hashtags_are_all_wanted_or_any(reader: LibraryReader):
    both = Filter(categories=("pets", "travel"))
    assert uris(reader, both) == {"first.jpg", "late.jpg"}
    found = uris(reader, replace(both, is_any_category=True))
    assert found == {"late.jpg", "first.jpg", "noon.jpg"}
    tags = Filter(hashtags=("sea", "dog"))
    assert uris(reader, tags) == {"first.jpg"}
    assert uris(reader, replace(tags, is_any_hashtag=True)) == found
    assert uris(reader, replace(both, is_any_category=True, kinds=(PostKind.STORY,))) == {
        "noon.jpg"
    }


def test_kinds_places_media_and_archives(reader: LibraryReader):
    assert uris(reader, Filter(kinds=(PostKind.STORY, PostKind.REEL))) == {"noon.jpg", "reel.mp4"}
    assert uris(reader, Filter(has_place=True)) == {"late.jpg", "noon.jpg"}
    assert uris(reader, Filter(is_photo=True)) == EVERYTHING - {"reel.mp4"}
    (first,), (second,) = (place.archives for place in reader.place_statuses())
    assert uris(reader, Filter(archives=(second,))) == {"reel.mp4"}
    assert uris(reader, Filter(archives=(first, second))) == EVERYTHING


def test_any_of_one_is_all_of_it():
    assert Filter(categories=("pets",), is_any_category=True) == Filter(categories=("pets",))
    assert Filter(is_any_category=True, is_any_hashtag=True).is_empty


def test_each_dimension_is_opened_alone():
    chosen = Filter(2023, 3, ("pets", "travel"), ("sea",), "dog", from_day=date(2023, 1, 1))
    chosen = replace(chosen, is_any_category=True, has_place=True, archives=(1,))
    without = chosen.without("categories")
    assert (without.categories, without.is_any_category) == ((), False)
    assert replace(without, categories=chosen.categories, is_any_category=True) == chosen
    assert chosen.without("date") == replace(chosen, year=None, month=None, from_day=None)


def test_what_is_gone_is_no_longer_asked_for():
    chosen = Filter(categories=("pets", "mine"), archives=(1, 2), albums=(7, 8), text="sea")
    left = chosen.limited_to({"pets"}, [2], [7])
    assert left == Filter(categories=("pets",), archives=(2,), albums=(7,), text="sea")


@pytest.mark.parametrize("chosen", FILTERS)
def test_counts_say_what_each_choice_would_show(reader: LibraryReader, chosen: Filter):
    """Of everything that can be counted, the count is that of the pictures then listed."""

    def listed(one: Filter) -> int:
        assert reader.count(one) == len(reader.listing(one))
        return len(reader.listing(one))

    facets = reader.facets(chosen)
    assert facets.total == listed(chosen)
    for category in load_categories():
        alone = replace(chosen.without("categories"), categories=(category.id,))
        assert facets.categories.get(category.id, 0) == listed(alone)
    for kind in PostKind:
        assert facets.kinds.get(kind, 0) == listed(replace(chosen, kinds=(kind,)))
    for archive in reader.archives():
        expected = listed(replace(chosen, archives=(archive.id,)))
        assert facets.archives.get(archive.id, 0) == expected
    opened = chosen.without("date")
    for (year, month), count in facets.months.items():
        assert count == listed(replace(opened, year=year, month=month))
    assert sum(facets.months.values()) + facets.undated == listed(opened)
    for facet in facets.hashtags:
        alone = replace(chosen.without("hashtags"), hashtags=(facet.hashtag,))
        assert facet.pictures == listed(alone)
    assert facets.with_place == listed(replace(chosen, has_place=True))
    assert facets.favourites == listed(replace(chosen, is_favourite=True))
    assert facets.photos == listed(replace(chosen, is_photo=True, is_video=False))
    assert facets.videos == listed(replace(chosen, is_video=True, is_photo=False))


def test_counts_follow_what_is_written(reader: LibraryReader, place: LibraryPlace):
    assert reader.count(Filter(is_favourite=True)) == 1
    ids = tuple(int(one) for one in reader.listing(Filter()).ids)
    with LibraryWriter(place) as writer:
        writer.apply(SetFavourite(ids, is_favourite=True))
        writer.apply(DecideCategory(ids, "beauty", True))
    assert reader.facets(Filter()).favourites == len(EVERYTHING)
    assert reader.facets(Filter()).categories["beauty"] == len(EVERYTHING)
