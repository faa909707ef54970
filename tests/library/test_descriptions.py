"""What a captioning model wrote is kept by picture, found by its words and removed."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime

import numpy as np
import pytest

from organizer.archive.records import FileStamp, MediaItem, MediaType, Post, PostKind
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.records import MediaUnderstanding, TaggedPost
from organizer.library.writer import LibraryWriter

STAMP = FileStamp(10, 20)
MODEL = "open_clip/some/model"
URIS = ("new.jpg", "old.jpg", "slide.jpg")


@pytest.fixture
def writer(place: LibraryPlace) -> Iterator[LibraryWriter]:
    with LibraryWriter(place) as opened:
        yield opened


@pytest.fixture
def ids(writer: LibraryWriter, place: LibraryPlace) -> list[int]:
    """A newer post, and an older one of two slides; all were looked at."""
    newer, older = datetime(2024, 1, 1, tzinfo=UTC), datetime(2023, 1, 1, tzinfo=UTC)
    slides = tuple(MediaItem(uri, MediaType.IMAGE, older) for uri in URIS[1:])
    posts = [
        TaggedPost(
            Post(PostKind.POST, newer, "제주도에서", (MediaItem(URIS[0], MediaType.IMAGE, newer),)),
            (),
        ),
        TaggedPost(Post(PostKind.POST, older, "Our dog", slides), ()),
    ]
    archive = writer.importing.add_archive(place.database.parent)
    writer.importing.store_posts(archive, "posts.json", STAMP, posts, dict.fromkeys(URIS, STAMP))
    with LibraryReader(place) as reader:
        found = {media.uri: media.id for media in reader.looking.pending("encoder")}
    understood = [
        MediaUnderstanding(
            media_id, MediaType.IMAGE, STAMP, f"{media_id:064x}", 9, 9, None,
            np.ones(4, np.float32), (), (),
        )
        for media_id in found.values()
    ]  # fmt: skip
    writer.store_understanding(understood, "encoder")
    writer.index_captions(100)
    return [found[uri] for uri in URIS]


def found_by(place: LibraryPlace, text: str) -> set[int]:
    with LibraryReader(place) as reader:
        return {int(one) for one in reader.listing(Filter(text=text)).ids}


def test_pictures_wait_newest_first_until_they_are_described(
    writer: LibraryWriter, place: LibraryPlace, ids: list[int]
):
    with LibraryReader(place) as reader:
        assert reader.descriptions.waiting() == ids
        assert reader.descriptions.waiting(1) == ids[:1]
        writer.store_descriptions({ids[0]: "A cat.", ids[1]: ""}, MODEL)
        assert reader.descriptions.waiting() == ids[2:]
        assert reader.descriptions.of(ids) == {ids[0]: "A cat."}
        assert reader.descriptions.count() == 1
        details = {one.id: one.description for one in reader.details(ids)}
    assert details == {ids[0]: "A cat.", ids[1]: "", ids[2]: ""}


def test_their_words_find_the_picture_and_not_the_others_of_its_post(
    writer: LibraryWriter, place: LibraryPlace, ids: list[int]
):
    writer.store_descriptions({ids[0]: "A Dog on a BEACH.", ids[2]: "A cat in a box."}, MODEL)
    new, old, slide = ids
    assert found_by(place, "beach dog") == {new}
    assert found_by(place, "cat") == {slide}
    assert found_by(place, "dog") == set(ids), "its description, or their caption"
    assert found_by(place, "제주") == {new}
    assert found_by(place, "제주도에서") == {new}
    assert found_by(place, "-cat") == {new, old}
    assert found_by(place, "-dog") == set()
    assert found_by(place, "ox") == {slide}, "shorter than the index knows"
    assert found_by(place, 'cat "*') == set()


def test_a_new_description_replaces_the_old_one(
    writer: LibraryWriter, place: LibraryPlace, ids: list[int]
):
    writer.store_descriptions({ids[0]: "A bicycle"}, MODEL)
    writer.store_descriptions({ids[0]: "A giraffe"}, MODEL)
    assert found_by(place, "bicycle") == set()
    assert found_by(place, "giraffe") == {ids[0]}


def test_removed_they_are_found_no_more_and_can_be_made_anew(
    writer: LibraryWriter, place: LibraryPlace, ids: list[int]
):
    writer.store_descriptions({ids[0]: "A bicycle", ids[1]: ""}, MODEL)
    assert writer.remove_descriptions() == 1
    assert found_by(place, "bicycle") == set()
    with LibraryReader(place) as reader:
        assert reader.descriptions.waiting() == ids
    assert writer.remove_descriptions() == 0


def test_a_picture_whose_file_is_another_one_now_is_described_anew(
    writer: LibraryWriter, place: LibraryPlace, ids: list[int]
):
    writer.store_descriptions(dict.fromkeys(ids, "A bicycle"), MODEL)
    with LibraryReader(place) as reader:
        (archive,) = reader.archives()
    stamps = dict.fromkeys(URIS, STAMP) | {URIS[0]: FileStamp(11, 21)}
    writer.importing.refresh_files(archive, stamps)
    assert found_by(place, "bicycle") == set(ids[1:])


def test_with_a_picture_goes_its_description(
    writer: LibraryWriter, place: LibraryPlace, ids: list[int]
):
    writer.store_descriptions(dict.fromkeys(ids, "A bicycle"), MODEL)
    # The same content as the first: they become one picture.
    assert writer.unite_with_same_content(ids[1], f"{ids[0]:064x}") == ids[0]
    connection = sqlite3.connect(place.database)
    words = connection.execute("SELECT rowid FROM description_words ORDER BY rowid").fetchall()
    kept = connection.execute("SELECT media_id FROM descriptions ORDER BY media_id").fetchall()
    connection.close()
    assert words == kept == sorted([(ids[0],), (ids[2],)])
