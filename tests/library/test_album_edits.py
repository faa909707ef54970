"""Albums outlive what happens to their pictures, and every edit of them can be taken back."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from organizer.archive.records import FileStamp, MediaItem, MediaType, Post, PostKind
from organizer.library.edits import (
    AddToAlbum,
    CreateAlbum,
    Edit,
    KeepDistinct,
    RemoveAlbum,
    RemoveFromAlbum,
    RenameAlbum,
    Several,
)
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.records import TaggedPost
from organizer.library.writer import LibraryWriter

STAMP = FileStamp(10, 20)
TIME = datetime(2023, 6, 15, 12, tzinfo=UTC)
NAMES = ("a.jpg", "b.jpg", "c.jpg", "d.jpg")
SEA, FOOD = 7, 8


@pytest.fixture
def writer(place: LibraryPlace, tmp_path: Path) -> Iterator[LibraryWriter]:
    """Four pictures; two albums, of which the second has three of them, not in their order."""
    with LibraryWriter(place) as opened:
        archive = opened.importing.add_archive(tmp_path / "export", "someone")
        items = tuple(MediaItem(name, MediaType.IMAGE, TIME) for name in NAMES)
        posts = [TaggedPost(Post(PostKind.POST, TIME, "", items), ())]
        opened.importing.store_posts(
            archive, "posts_1.json", STAMP, posts, dict.fromkeys(NAMES, STAMP)
        )
        with LibraryReader(place) as reader:
            first, second, third, _ = ids_of(reader)
        opened.apply(CreateAlbum(FOOD, "Food"))
        opened.apply(CreateAlbum(SEA, "바다", (third, first)))
        opened.apply(AddToAlbum(SEA, (second,)))
        opened.apply(KeepDistinct((first, second)))
        yield opened


@pytest.fixture
def reader(writer: LibraryWriter, place: LibraryPlace) -> Iterator[LibraryReader]:  # noqa: ARG001 - made first
    with LibraryReader(place) as opened:
        yield opened


def ids_of(reader: LibraryReader) -> tuple[int, ...]:
    return tuple(int(one) for one in reader.listing(Filter()).ids)


def everything(reader: LibraryReader) -> object:
    albums = reader.albums()
    members = [reader.album_members(album.id) for album in albums]
    return albums, members, reader.duplicates.distinct_sets()


EDITS = {
    "made": lambda ids: CreateAlbum(9, "Trip", ids[:2]),
    "made under a name that there is": lambda ids: CreateAlbum(9, "  food ", ids[:2]),
    "renamed": lambda _: RenameAlbum(SEA, "Jeju"),
    "its case changed": lambda _: RenameAlbum(FOOD, "FOOD"),
    "removed": lambda _: RemoveAlbum(SEA),
    "added to, partly again": lambda ids: AddToAlbum(SEA, ids),
    "taken out of": lambda ids: RemoveFromAlbum(SEA, ids[:1]),
    "emptied": lambda ids: RemoveFromAlbum(SEA, ids),
    "made and filled": lambda ids: Several((CreateAlbum(9, "Trip"), AddToAlbum(9, ids))),
    "two kept apart": lambda ids: KeepDistinct(ids[2:]),
    "three kept apart, two of them before": lambda ids: KeepDistinct(ids[:3]),
    "no longer kept apart": lambda ids: KeepDistinct((ids[1], ids[0]), is_distinct=False),
}


@pytest.mark.parametrize("name", EDITS)
def test_the_opposite_brings_back_albums_ids_and_order(
    writer: LibraryWriter, reader: LibraryReader, name: str
):
    edit: Edit = EDITS[name](ids_of(reader))
    before = everything(reader)
    opposite = writer.apply(edit)
    after = everything(reader)
    assert after != before
    writer.apply(opposite)
    assert everything(reader) == before
    # As undo and redo do it.
    writer.apply(edit)
    assert everything(reader)[1:] == after[1:]


@pytest.mark.parametrize(
    "edit",
    [
        RenameAlbum(FOOD, "바다"),
        RenameAlbum(FOOD, "  "),
        RenameAlbum(99, "Trip"),
        RemoveAlbum(99),
        AddToAlbum(99, (1,)),
        AddToAlbum(SEA, (999,)),
        CreateAlbum(9, " "),
    ],
)
def test_what_makes_no_sense_changes_nothing(
    writer: LibraryWriter, reader: LibraryReader, edit: Edit
):
    before = everything(reader)
    writer.apply(writer.apply(edit))
    assert everything(reader) == before


def test_names_are_kept_as_korean_is_written_everywhere(
    writer: LibraryWriter, reader: LibraryReader
):
    decomposed = "\u1112\u1161\u11ab  강"
    writer.apply(CreateAlbum(9, decomposed))
    assert reader.albums()[-1].name == "한 강"


def test_pictures_in_any_of_the_albums_pass_and_are_counted(
    writer: LibraryWriter, reader: LibraryReader
):
    ids = ids_of(reader)
    writer.apply(AddToAlbum(FOOD, (ids[3], ids[0])))
    assert set(map(int, reader.listing(Filter(albums=(SEA,))).ids)) == set(ids[:3])
    assert set(map(int, reader.listing(Filter(albums=(SEA, FOOD))).ids)) == set(ids)
    facets = reader.facets(Filter(albums=(SEA,)))
    assert facets.total == 3
    assert {one.name: one.pictures for one in facets.albums} == {"Food": 2, "바다": 3}
    assert {one.pictures for one in reader.facets(Filter(year=1999)).albums} == {0}


def test_a_picture_that_goes_and_returns_is_still_in_its_album(
    writer: LibraryWriter, reader: LibraryReader
):
    before = everything(reader)
    archive = reader.archives()[0]
    writer.importing.refresh_files(archive, {})
    assert reader.counts().missing == len(NAMES)
    writer.importing.refresh_files(archive, dict.fromkeys(NAMES, STAMP))
    assert reader.counts().missing == 0
    assert everything(reader) == before


def test_what_turns_out_to_be_one_picture_stays_in_the_albums_of_both(
    writer: LibraryWriter, reader: LibraryReader
):
    first, second, third, fourth = ids_of(reader)
    writer.apply(AddToAlbum(FOOD, (fourth,)))
    writer.unite_with_same_content(third, "content")
    assert writer.unite_with_same_content(fourth, "content") == third
    assert reader.album_members(FOOD) == (third,)
    assert reader.album_members(SEA) == (third, first, second)
