"""The counts of an overview are those that a person would count."""

import shutil
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from organizer.archive.records import (
    FileStamp,
    MediaItem,
    MediaType,
    Post,
    PostKind,
    TimePrecision,
)
from organizer.library.edits import DecideCategory
from organizer.library.filters import Filter
from organizer.library.overview import Overview
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.records import TaggedPost
from organizer.library.writer import LibraryWriter
from organizer.tagging.categories import load_categories

STAMP = FileStamp(1, 1)
SetZone = Callable[[str], None]


@pytest.fixture
def set_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[SetZone]:
    """Moves the computer to another time zone."""
    if not hasattr(time, "tzset"):
        pytest.skip("this system does not let a program change its time zone")

    def set_to(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield set_to
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def library_copy(indexed: LibraryPlace, tmp_path: Path) -> LibraryPlace:
    shutil.copytree(indexed.database.parent, tmp_path / "copy")
    return LibraryPlace.at(tmp_path / "copy")


def tagged(
    name: str,
    taken_at: datetime | None,
    hashtags: tuple[str, ...] = (),
    slides: int = 1,
    precision: TimePrecision = TimePrecision.EXACT,
    media_type: MediaType = MediaType.IMAGE,
) -> TaggedPost:
    items = tuple(
        MediaItem(f"{name}_{number}.jpg", media_type, taken_at) for number in range(slides)
    )
    caption = " ".join(f"#{hashtag}" for hashtag in hashtags)
    post = Post(PostKind.POST, taken_at, caption, items, precision)
    return TaggedPost(post, hashtags)


def fill(place: LibraryPlace, posts: list[TaggedPost]) -> None:
    with LibraryWriter(place) as writer:
        writer.store_categories(load_categories())
        archive = writer.importing.add_archive(Path("archive"), "someone")
        stamps = {item.uri: STAMP for one in posts for item in one.post.media}
        writer.importing.store_posts(archive, "posts.json", STAMP, posts, stamps)


def overview_of(place: LibraryPlace, chosen: Filter | None = None) -> Overview:
    with LibraryReader(place) as reader:
        return reader.overview(chosen or Filter())


def count_of(place: LibraryPlace, chosen: Filter) -> int:
    with LibraryReader(place) as reader:
        return len(reader.listing(chosen))


def test_counts_are_by_the_clocks_of_this_computer(place: LibraryPlace, set_zone: SetZone):
    set_zone("America/New_York")
    posts = [
        # 23:30 on Sunday 31 December, in winter time.
        tagged("a", datetime(2024, 1, 1, 4, 30, tzinfo=UTC), ("sea",), slides=2),
        # 00:30 on Saturday 1 July, in summer time.
        tagged("b", datetime(2023, 7, 1, 4, 30, tzinfo=UTC), ("sea", "forest")),
        tagged("c", datetime(2023, 7, 1, 5, 0, tzinfo=UTC), media_type=MediaType.VIDEO),
        tagged("d", datetime(2023, 7, 15, 12, tzinfo=UTC), precision=TimePrecision.MONTH),
        tagged("e", None, ("forest",)),
    ]
    fill(place, posts)
    found = overview_of(place)
    assert (found.images, found.videos, found.posts, found.undated) == (5, 1, 5, 1)
    assert found.months == (((2023, 12), 2), ((2023, 7), 3))
    assert [(one.hashtag, one.pictures) for one in found.hashtags] == [("sea", 3), ("forest", 2)]
    counted = {
        (day, hour): count
        for day, hours in enumerate(found.hours)
        for hour, count in enumerate(hours)
        if count
    }
    assert counted == {(6, 23): 2, (5, 0): 1, (5, 1): 1}
    assert found.by_hour[23] == 2
    assert found.first == int(datetime(2023, 7, 1, 4, 30, tzinfo=UTC).timestamp())
    assert found.last == int(datetime(2024, 1, 1, 4, 30, tzinfo=UTC).timestamp())


@pytest.mark.parametrize("zone", ["UTC", "Asia/Seoul", "America/New_York", "Australia/Lord_Howe"])
def test_an_hour_that_is_filtered_for_is_the_hour_that_was_counted(
    place: LibraryPlace, set_zone: SetZone, zone: str
):
    set_zone(zone)
    starts = range(
        int(datetime(2023, 1, 1, tzinfo=UTC).timestamp()),
        int(datetime(2024, 3, 1, tzinfo=UTC).timestamp()),
        5 * 3600 + 1700,
    )
    fill(place, [tagged(str(at), datetime.fromtimestamp(at, UTC)) for at in starts])
    found = overview_of(place)
    assert sum(found.by_hour) == len(starts)
    for hour in (0, 1, 2, 3, 23):
        assert count_of(place, Filter(hours=(hour,))) == found.by_hour[hour]
    for day in range(7):
        assert count_of(place, Filter(weekdays=(day,))) == sum(found.hours[day])
    both = Filter(hours=(21, 22), weekdays=(4,))
    assert count_of(place, both) == found.hours[4][21] + found.hours[4][22]
    assert both.without("hours") == Filter()


def test_what_has_no_time_of_day_is_in_no_hour(place: LibraryPlace):
    month = datetime(2023, 7, 1, tzinfo=UTC)
    fill(place, [tagged("a", month, precision=TimePrecision.MONTH), tagged("b", None)])
    assert count_of(place, Filter(hours=tuple(range(24)))) == 0
    assert sum(overview_of(place).by_hour) == 0


def test_a_filter_narrows_all_counts(indexed: LibraryPlace):
    with LibraryReader(indexed) as reader:
        everything = reader.overview(Filter())
        facets = reader.facets(Filter())
        assert everything.total == facets.total
        assert dict(everything.months) == facets.months
        sums = {name: sum(count for _, count in years) for name, years in everything.categories}
        assert sums == facets.categories
        (year, month), count = everything.months[0]
        chosen = Filter(year=year, month=month)
        narrowed = reader.overview(chosen)
        assert narrowed.months == (((year, month), count),)
        assert dict(narrowed.categories) == {
            name: ((year, counted),)
            for name in sums
            if (counted := len(reader.listing(Filter(year, month, (name,)))))
        }


def test_what_the_user_decided_counts_in_place_of_the_model(library_copy: LibraryPlace):
    with LibraryReader(library_copy) as reader:
        media_id = int(reader.listing(Filter(categories=("pets",))).ids[0])
    with LibraryWriter(library_copy) as writer:
        writer.apply(DecideCategory((media_id,), "pets", False))
        writer.apply(DecideCategory((media_id,), "vehicles", True))
    with LibraryReader(library_copy) as reader:
        found = reader.overview(Filter()).categories
        sums = {name: sum(count for _, count in years) for name, years in found}
        assert sums == reader.facets(Filter()).categories


def test_an_empty_library_has_nothing_to_count(place: LibraryPlace):
    fill(place, [])
    assert overview_of(place) == Overview()
