"""What is written comes back, once, and by every filter."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from sqlite_utils import Database

from organizer.archive.errors import BrokenJson
from organizer.archive.records import FileStamp, MediaItem, MediaType, Post, PostKind
from organizer.library.edits import DecideCategory
from organizer.library.errors import LibraryTooNew, LibraryUnusable
from organizer.library.facets import count_by_month
from organizer.library.filters import Filter
from organizer.library.migrations.steps import migrations
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.records import (
    Archive,
    HashtagFacet,
    ImportCount,
    MediaFlag,
    MediaState,
    MediaUnderstanding,
    TaggedPost,
)
from organizer.library.writer import LibraryWriter
from organizer.tagging.categories import load_categories
from organizer.tagging.records import CategoryScore, HashtagSuggestion, SuggestionReason

STAMP = FileStamp(10, 20)
FILE = "your_instagram_activity/media/posts_1.json"


@pytest.fixture
def writer(place: LibraryPlace) -> Iterator[LibraryWriter]:
    with LibraryWriter(place) as opened:
        opened.store_categories(load_categories())
        yield opened


@pytest.fixture
def archive(writer: LibraryWriter, tmp_path: Path) -> Archive:
    return writer.importing.add_archive(tmp_path / "export", "someone")


def post(
    *uris: str, caption: str = "", hashtags: tuple[str, ...] = (), year: int = 2023,
    kind: PostKind = PostKind.POST,
) -> TaggedPost:  # fmt: skip
    time = datetime(year, 6, 15, 12, tzinfo=UTC)
    media = tuple(MediaItem(uri, MediaType.IMAGE, time) for uri in uris)
    return TaggedPost(Post(kind, time, caption, media), hashtags)


def store(
    writer: LibraryWriter, archive: Archive, posts: list[TaggedPost], file: str = FILE
) -> ImportCount:
    stamps = {item.uri: STAMP for tagged in posts for item in tagged.post.media}
    return writer.importing.store_posts(archive, file, STAMP, posts, stamps)


def understood(media_id: int, category: str = "pets") -> MediaUnderstanding:
    return MediaUnderstanding(
        media_id=media_id,
        media_type=MediaType.IMAGE,
        stamp=STAMP,
        content_hash="ab",
        width=1080,
        height=1350,
        duration_seconds=None,
        vector=np.full(4, 0.5, np.float32),
        categories=(CategoryScore(category, 0.9),),
        suggestions=(HashtagSuggestion("dog", 0.8, SuggestionReason.OWN),),
    )


def test_storing_the_same_posts_again_changes_nothing(
    writer: LibraryWriter, archive: Archive, place: LibraryPlace
):
    posts = [post("a.jpg", caption="hi #dog", hashtags=("dog",)), post("b.jpg", "c.jpg")]
    first = store(writer, archive, posts, FILE)
    second = store(writer, archive, posts, FILE)
    assert (first.posts_added, first.media_added) == (2, 3)
    assert (second.posts_added, second.posts_changed, second.media_added) == (0, 0, 0)
    with LibraryReader(place) as reader:
        assert len(reader.listing(Filter())) == 3


def test_a_file_in_two_lists_counts_once(
    writer: LibraryWriter, archive: Archive, place: LibraryPlace
):
    store(writer, archive, [post("a.jpg", "b.jpg", caption="post")], FILE)
    reel = post("a.jpg", "b.jpg", caption="reel", kind=PostKind.REEL)
    count = store(writer, archive, [reel], "reels.json")
    assert (count.posts_added, count.posts_changed, count.media_added) == (0, 0, 0)
    with LibraryReader(place) as reader:
        details = list(reader.details(reader.listing(Filter()).ids))
    assert [(d.kind, d.caption) for d in details] == [(PostKind.POST, "post")] * 2


def test_a_changed_caption_replaces_the_old_one_with_its_hashtags(
    writer: LibraryWriter, archive: Archive, place: LibraryPlace
):
    store(writer, archive, [post("a.jpg", caption="#old", hashtags=("old",))], FILE)
    changed = post("a.jpg", caption="#new", hashtags=("new",))
    assert store(writer, archive, [changed], FILE).posts_changed == 1
    with LibraryReader(place) as reader:
        (detail,) = reader.details(reader.listing(Filter()).ids)
    assert (detail.caption, detail.hashtags) == ("#new", ("new",))


def test_slides_keep_their_order_and_number(
    writer: LibraryWriter, archive: Archive, place: LibraryPlace
):
    store(writer, archive, [post("c.jpg", "a.jpg", "b.jpg")], FILE)
    with LibraryReader(place) as reader:
        listing = reader.listing(Filter())
        details = list(reader.details(listing.ids))
    assert [detail.uri for detail in details] == ["c.jpg", "a.jpg", "b.jpg"]
    assert {detail.slides for detail in details} == {3}
    assert all(flags & MediaFlag.CAROUSEL for flags in listing.flags)


def test_each_filter_and_their_combination(
    writer: LibraryWriter, archive: Archive, place: LibraryPlace
):
    posts = [
        post("dog23.jpg", caption="산책 #강아지", hashtags=("강아지",), year=2023),
        post("dog22.jpg", caption="walk #Dog", hashtags=("Dog",), year=2022),
        post("food22.jpg", caption="#맛집", hashtags=("맛집",), year=2022),
    ]
    store(writer, archive, posts, FILE)
    with LibraryReader(place) as reader:
        ids = {d.uri: d.id for d in reader.details(reader.listing(Filter()).ids)}
        writer.store_understanding(
            [
                understood(ids["dog23.jpg"]),
                understood(ids["dog22.jpg"]),
                understood(ids["food22.jpg"], "food_drink"),
            ],
            "model",
        )

        writer.index_captions(100)

        def uris(chosen: Filter) -> set[str]:
            return {d.uri for d in reader.details(reader.listing(chosen).ids)}

        assert uris(Filter(year=2022)) == {"dog22.jpg", "food22.jpg"}
        assert uris(Filter(year=2022, month=6)) == {"dog22.jpg", "food22.jpg"}
        assert uris(Filter(year=2022, month=7)) == set()
        assert uris(Filter(categories=("pets",))) == {"dog23.jpg", "dog22.jpg"}
        assert uris(Filter(hashtags=("dog",))) == {"dog22.jpg"}
        assert uris(Filter(hashtags=("강아지",))) == {"dog23.jpg"}
        assert uris(Filter(text="산책")) == {"dog23.jpg"}
        assert uris(Filter(text="WALK")) == {"dog22.jpg"}
        assert uris(Filter(year=2022, categories=("pets",))) == {"dog22.jpg"}
        facets = reader.facets(Filter(year=2022, categories=("pets",)))
        assert facets.total == 1
        assert facets.months == {(2023, 6): 1, (2022, 6): 1}
        assert facets.categories == {"pets": 1, "food_drink": 1}
        assert facets.hashtags == (HashtagFacet(("Dog",), 1, (1,)),)


def test_what_the_user_decided_outweighs_the_model(
    writer: LibraryWriter, archive: Archive, place: LibraryPlace
):
    store(writer, archive, [post("a.jpg")], FILE)
    with LibraryReader(place) as reader:
        media_id = int(reader.listing(Filter()).ids[0])
        writer.store_understanding([understood(media_id)], "model")
        writer.apply(DecideCategory((media_id,), "pets", is_in=False))
        writer.apply(DecideCategory((media_id,), "travel", is_in=True))
        writer.store_understanding([understood(media_id)], "other model")
        detail = reader.detail(media_id)
        assert detail is not None
        assert [(c.category_id, c.source) for c in detail.categories] == [("travel", "user")]


def categories_of(reader: LibraryReader, media_id: int) -> list[str]:
    """The categories of a picture, by each of the ways in which they are asked for."""
    detail = reader.detail(media_id)
    assert detail is not None
    shown = [one.category_id for one in detail.categories]
    assert sorted(reader.facets(Filter()).categories) == sorted(shown)
    for category in shown:
        assert list(reader.listing(Filter(categories=(category,))).ids) == [media_id]
    return shown


def test_decisions_leave_nothing_contradictory_and_can_be_taken_back(
    writer: LibraryWriter, archive: Archive, place: LibraryPlace
):
    store(writer, archive, [post("a.jpg")])
    with LibraryReader(place) as reader:
        media_id = int(reader.listing(Filter()).ids[0])
        writer.store_understanding([understood(media_id, "pets")], "model")
        writer.apply(DecideCategory((media_id,), "pets", is_in=False))
        assert categories_of(reader, media_id) == ["others"]
        writer.apply(DecideCategory((media_id,), "travel", is_in=True))
        assert categories_of(reader, media_id) == ["travel"]
        writer.apply(DecideCategory((media_id,), "pets", is_in=None))
        assert categories_of(reader, media_id) == ["travel", "pets"]
        writer.apply(DecideCategory((media_id,), "travel", is_in=None))
        assert categories_of(reader, media_id) == ["pets"]
        writer.store_understanding([understood(media_id, "others")], "model")
        writer.apply(DecideCategory((media_id,), "travel", is_in=True))
        assert categories_of(reader, media_id) == ["travel"]


def test_a_decision_on_a_picture_that_is_no_more_does_no_harm(
    writer: LibraryWriter, place: LibraryPlace
):
    writer.apply(DecideCategory((4711,), "pets", is_in=True))
    with LibraryReader(place) as reader:
        assert reader.learning.decisions() == []


def test_missing_found_and_changed_files(
    writer: LibraryWriter, archive: Archive, place: LibraryPlace
):
    store(writer, archive, [post("a.jpg")], FILE)
    with LibraryReader(place) as reader:
        media_id = int(reader.listing(Filter()).ids[0])

        def state() -> MediaState:
            detail = reader.detail(media_id)
            assert detail is not None
            return detail.state

        writer.importing.refresh_files(archive, {})
        assert state() is MediaState.MISSING
        writer.importing.refresh_files(archive, {"a.jpg": STAMP})
        assert state() is MediaState.WAITING
        writer.store_understanding([understood(media_id)], "model")
        assert writer.importing.refresh_files(archive, {"a.jpg": STAMP}) == 0
        assert state() is MediaState.READY
        assert writer.importing.refresh_files(archive, {"a.jpg": replace(STAMP, size=11)}) == 1
        assert state() is MediaState.WAITING
        assert [pending.id for pending in reader.looking.pending("model")] == [media_id]


def test_vectors_come_back_as_unit_vectors_of_their_model(
    writer: LibraryWriter, archive: Archive, place: LibraryPlace
):
    store(writer, archive, [post("a.jpg")], FILE)
    with LibraryReader(place) as reader:
        media_id = int(reader.listing(Filter()).ids[0])
        writer.store_understanding([understood(media_id)], "model")
        ids, vectors = reader.vectors.of("model")
        assert ids.tolist() == [media_id]
        assert vectors.dtype == np.float32
        np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-3)
        assert len(reader.vectors.of("other")[0]) == 0


def test_a_picture_that_ended_the_program_three_times_is_left_out(
    writer: LibraryWriter, archive: Archive, place: LibraryPlace
):
    store(writer, archive, [post("a.jpg"), post("b.jpg")], FILE)
    with LibraryReader(place) as reader:
        first, second = (int(media_id) for media_id in reader.listing(Filter()).ids)
        for _ in range(3):
            writer.begin_media([first])
        assert [pending.id for pending in reader.looking.pending("")] == [second]
        assert reader.looking.interrupted() == ((first, "a.jpg"),)


def test_problems_go_when_the_file_is_read(
    writer: LibraryWriter, archive: Archive, place: LibraryPlace
):
    writer.importing.record_problem(archive, BrokenJson(FILE, "line 1, column 2"), FILE)
    with LibraryReader(place) as reader:
        assert [(p.file, p.code, p.detail) for p in reader.problems()] == [
            (FILE, "BrokenJson", "line 1, column 2")
        ]
        store(writer, archive, [], FILE)
        assert reader.problems() == ()


def test_settings_hold_anything_json_can(writer: LibraryWriter, place: LibraryPlace):
    writer.set_setting("key", {"한국어": [1, None]})
    with LibraryReader(place) as reader:
        assert reader.setting("key") == {"한국어": [1, None]}
        assert reader.setting("other", 7) == 7


def test_a_reader_cannot_write(writer: LibraryWriter, place: LibraryPlace):
    assert writer
    with LibraryReader(place) as reader, pytest.raises(sqlite3.OperationalError):
        reader._db.conn.execute("DELETE FROM posts")


def test_a_file_that_is_no_database_is_named(tmp_path: Path):
    file = tmp_path / "notes.db"
    file.write_text("These are my notes, and they are long enough to be no empty file." * 50)
    with pytest.raises(LibraryUnusable, match=r"notes\.db"):
        LibraryWriter(LibraryPlace.at(file))


def test_no_library_yet_is_said(tmp_path: Path):
    with pytest.raises(LibraryUnusable, match="no library yet"):
        LibraryReader(LibraryPlace.at(tmp_path))


def test_a_newer_schema_is_refused(writer: LibraryWriter, place: LibraryPlace):
    assert writer
    connection = sqlite3.connect(place.database)
    with connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('photo_organizer', 'of_the_future', '')"
        )
    connection.close()
    with pytest.raises(LibraryTooNew):
        LibraryReader(place)


def test_a_library_of_the_first_version_keeps_all_it_had(place: LibraryPlace, tmp_path: Path):
    place.database.parent.mkdir(parents=True)
    db = Database(place.database)
    migrations.apply(db, stop_before="let_a_picture_lie_in_several_archives")
    db["archives"].insert({"id": 1, "path": str(tmp_path), "account": "me", "added_at": 1})
    db["posts"].insert({"id": 1, "archive_id": 1, "kind": "post", "caption": "old"})
    for number, state in enumerate(("ready", "missing"), start=1):
        picture = {"id": number, "archive_id": 1, "post_id": 1, "position": 0, "state": state}
        picture |= {"uri": f"{number}.jpg", "media_type": "image", "size": 10, "modified_ns": 20}
        db["media"].insert(picture | {"content_hash": str(number)})
    db.close()
    with LibraryWriter(place) as writer, LibraryReader(place) as reader:
        (archive,) = reader.archives()
        assert [one.path for one in reader.places()] == [tmp_path]
        assert reader.importing.media_uris(archive) == {"1.jpg", "2.jpg"}
        assert writer.importing.refresh_files(archive, {"1.jpg": STAMP, "2.jpg": STAMP}) == 0
        states = [one.state for one in reader.details(reader.listing(Filter()).ids)]
    assert states == [MediaState.READY, MediaState.READY]


@pytest.mark.parametrize(
    ("path", "database", "thumbnails"),
    [
        ("folder", "folder/library.sqlite", "folder/thumbnails"),
        ("folder/library.sqlite", "folder/library.sqlite", "folder/thumbnails"),
        ("my.db", "my.db", "my.thumbnails"),
    ],
)
def test_a_library_is_a_folder_or_a_file(tmp_path: Path, path: str, database: str, thumbnails: str):
    place = LibraryPlace.at(tmp_path / path)
    assert place == LibraryPlace(tmp_path / database, tmp_path / thumbnails)


def test_months_are_counted_newest_first():
    times = sorted(
        int(datetime(year, month, 15, tzinfo=UTC).timestamp())
        for year, month in [(2022, 12), (2023, 1), (2023, 1), (2024, 3)]
    )
    counted = count_by_month(np.array(times, dtype=np.int64))
    assert list(counted.items()) == [((2024, 3), 1), ((2023, 1), 2), ((2022, 12), 1)]


def open_and_close(kind: type[LibraryReader] | type[LibraryWriter], place: LibraryPlace) -> None:
    kind(place).close()


def test_a_library_can_be_opened_while_it_is_being_made(tmp_path: Path):
    for number in range(20):
        place = LibraryPlace.at(tmp_path / f"library{number}")
        place.database.parent.mkdir()
        place.database.touch()
        with ThreadPoolExecutor(4) as pool:
            opened = [
                pool.submit(open_and_close, kind, place)
                for kind in (LibraryWriter, LibraryReader, LibraryReader, LibraryWriter)
            ]
        for future in opened:
            future.result()
