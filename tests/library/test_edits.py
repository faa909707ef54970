"""Every edit does what it says, and its opposite leaves the library as it was before."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from organizer.archive.records import FileStamp, MediaItem, MediaType, Post, PostKind
from organizer.library.edits import (
    DecideCategory,
    DecideHashtags,
    Edit,
    ForgetDecisions,
    RemoveCategory,
    SaveCategory,
    SetFavourite,
    Several,
)
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.records import MediaFlag, MediaUnderstanding, TaggedPost
from organizer.library.writer import LibraryWriter
from organizer.tagging.categories import load_categories
from organizer.tagging.records import (
    Category,
    CategoryScore,
    HashtagSuggestion,
    SuggestionReason,
)

CAFE = Category("cafe", "Cafés", "카페", "#7a5230", ("a cup of coffee",))
STAMP = FileStamp(10, 20)
TIME = datetime(2023, 6, 15, 12, tzinfo=UTC)


@pytest.fixture
def writer(place: LibraryPlace, tmp_path: Path) -> Iterator[LibraryWriter]:
    """Three pictures in two posts, all filed under pets with one suggestion."""
    with LibraryWriter(place) as opened:
        opened.store_categories(load_categories())
        archive = opened.importing.add_archive(tmp_path / "export", "someone")
        two, one = items("a.jpg", "b.jpg"), items("c.jpg")
        posts = [
            TaggedPost(Post(PostKind.POST, TIME, "#dog #sea", two), ("dog", "sea")),
            TaggedPost(Post(PostKind.POST, TIME, "#강아지", one), ("강아지",)),
        ]
        stamps = dict.fromkeys(("a.jpg", "b.jpg", "c.jpg"), STAMP)
        opened.importing.store_posts(archive, "posts_1.json", STAMP, posts, stamps)
        with LibraryReader(place) as reader:
            ids = [int(one) for one in reader.listing(Filter()).ids]
        opened.store_understanding([understood(media_id) for media_id in ids], "model")
        yield opened


def items(*uris: str) -> tuple[MediaItem, ...]:
    return tuple(MediaItem(uri, MediaType.IMAGE, TIME) for uri in uris)


def understood(media_id: int) -> MediaUnderstanding:
    return MediaUnderstanding(
        media_id=media_id,
        media_type=MediaType.IMAGE,
        stamp=STAMP,
        content_hash=f"hash{media_id}",
        width=10,
        height=10,
        duration_seconds=None,
        vector=np.ones(4, np.float32),
        categories=(CategoryScore("pets", 0.8),),
        suggestions=(HashtagSuggestion("puppy", 0.9, SuggestionReason.VOCABULARY),),
    )


@pytest.fixture
def reader(writer: LibraryWriter, place: LibraryPlace) -> Iterator[LibraryReader]:  # noqa: ARG001 - made first
    with LibraryReader(place) as opened:
        yield opened


def everything(reader: LibraryReader) -> tuple[object, ...]:
    """All that a user sees of categories and hashtags."""
    ids = ids_of(reader)
    details = list(reader.details(ids))
    return (
        reader.categories(),
        reader.facets(Filter()),
        details,
        reader.own_hashtags.rejected_for(ids),
    )


def ids_of(reader: LibraryReader) -> tuple[int, ...]:
    return tuple(int(one) for one in reader.listing(Filter()).ids)


EDITS = {
    "a category is denied": lambda ids: DecideCategory(ids[:2], "pets", is_in=False),
    "a category is confirmed": lambda ids: DecideCategory(ids, "pets", is_in=True),
    "favourites": lambda ids: SetFavourite(ids, is_favourite=True),
    "no favourites": lambda ids: SetFavourite(ids, is_favourite=False),
    "a new category": lambda _: SaveCategory(CAFE),
    "a new category with examples": lambda ids: Several(
        (SaveCategory(CAFE), DecideCategory(ids[:1], "cafe", is_in=True))
    ),
    "a changed category": lambda _: SaveCategory(
        replace(load_categories()[0], name_en="Clothes", phrases=("a red dress",))
    ),
    "a removed category": lambda _: RemoveCategory("pets"),
    "a hashtag is taken": lambda ids: DecideHashtags(ids, ("puppy", "바다"), is_wanted=True),
    "a hashtag is refused": lambda ids: DecideHashtags(ids[:1], ("puppy",), is_wanted=False),
    "all is forgotten": lambda _: ForgetDecisions(),
}


@pytest.mark.parametrize("name", EDITS)
def test_the_opposite_of_an_edit_brings_back_what_was(
    writer: LibraryWriter, reader: LibraryReader, name: str
):
    ids = ids_of(reader)
    for earlier in (
        DecideCategory(ids[:1], "pets", is_in=True),
        DecideCategory(ids[1:], "travel", is_in=True),
        DecideHashtags(ids[1:2], ("puppy",), is_wanted=True),
        SetFavourite(ids[:1], is_favourite=True),
    ):
        writer.apply(earlier)
    edit: Edit = EDITS[name](ids)
    before = everything(reader)
    opposite = writer.apply(edit)
    after = everything(reader)
    assert after != before
    again = writer.apply(opposite)
    assert everything(reader) == before
    writer.apply(again)
    assert everything(reader) == after


def test_a_removed_category_keeps_what_was_decided_until_it_is_back(
    writer: LibraryWriter, reader: LibraryReader
):
    first, *_ = ids = ids_of(reader)
    writer.apply(SaveCategory(CAFE))
    writer.apply(DecideCategory((first,), "cafe", is_in=True))
    writer.apply(RemoveCategory("cafe"))
    assert "cafe" not in {category.id for category in reader.categories()}
    assert reader.learning.decisions() == []
    assert reader.facets(Filter()).categories == {"pets": len(ids)}
    writer.apply(SaveCategory(CAFE))
    assert reader.learning.decisions() == [(first, "cafe", True)]


def test_others_stays_last_whatever_is_added(writer: LibraryWriter, reader: LibraryReader):
    writer.apply(SaveCategory(CAFE))
    assert [category.id for category in reader.categories()][-2:] == ["cafe", "others"]


def test_a_newer_version_leaves_alone_what_the_user_changed(
    writer: LibraryWriter, reader: LibraryReader
):
    own = replace(load_categories()[0], name_en="Clothes")
    writer.apply(SaveCategory(own))
    newer = [replace(category, name_ko=f"{category.name_ko}!") for category in load_categories()]
    writer.store_categories(newer)
    assert reader.categories()[0] == own
    assert list(reader.categories()[1:]) == newer[1:]


def test_what_was_changed_back_is_the_programs_again(writer: LibraryWriter, reader: LibraryReader):
    original = load_categories()[0]
    writer.apply(SaveCategory(replace(original, name_en="Clothes")))
    writer.apply(SaveCategory(original))
    writer.store_categories(load_categories())
    newer = replace(original, name_en="Fashion & Style")
    writer.store_categories([newer, *load_categories()[1:]])
    assert reader.categories()[0] == newer


def test_removing_what_is_not_there_does_nothing(writer: LibraryWriter, reader: LibraryReader):
    before = everything(reader)
    assert writer.apply(RemoveCategory("nothing")) == Several(())
    assert everything(reader) == before


def test_a_refused_hashtag_is_no_longer_suggested(writer: LibraryWriter, reader: LibraryReader):
    first, second, _ = ids_of(reader)
    writer.apply(DecideHashtags((first,), ("puppy",), is_wanted=False))
    details = {one.id: one for one in reader.details((first, second))}
    assert details[first].suggestions == ()
    assert details[second].suggestions != ()
    assert reader.own_hashtags.rejected_for((first, second)) == {first: ("puppy",)}
    assert [details[one].rejected for one in (first, second)] == [("puppy",), ()]


def test_what_is_taken_in_another_spelling_is_no_longer_suggested(
    writer: LibraryWriter, reader: LibraryReader
):
    first, *_ = ids_of(reader)
    writer.apply(DecideHashtags((first,), ("Puppy",), is_wanted=True))
    detail = reader.detail(first)
    assert detail is not None
    assert detail.suggestions == ()


def test_uses_are_counted_of_the_hashtags_that_are_asked_for(
    writer: LibraryWriter, reader: LibraryReader
):
    ids = ids_of(reader)
    writer.apply(DecideHashtags(ids[:2], ("Dog",), is_wanted=True))
    writer.apply(DecideHashtags(ids, ("puppy",), is_wanted=False))
    own = {use.hashtag: use.count for use in reader.own_hashtags.uses()}
    assert reader.own_hashtags.uses_of(["DOG", "강아지", "puppy", "never"]) == {
        "dog": own["dog"],
        "강아지": own["강아지"],
        "puppy": 0,
    }


def test_an_accepted_hashtag_counts_as_the_users_own(writer: LibraryWriter, reader: LibraryReader):
    first, second, third = ids_of(reader)
    writer.apply(DecideHashtags((first, second), ("Puppy",), is_wanted=True))
    detail = reader.detail(first)
    assert detail is not None
    assert detail.accepted == ("Puppy",)
    uses = {use.hashtag: use.count for use in reader.own_hashtags.uses()}
    assert uses == {"Puppy": 2, "dog": 1, "sea": 1, "강아지": 1}
    assert set(map(int, reader.listing(Filter(hashtags=("puppy",))).ids)) == {first, second}
    assert "Puppy" in reader.own_hashtags.of((first,))[first]
    assert "Puppy" not in reader.own_hashtags.of((third,))[third]


def test_hashtags_stay_in_the_order_in_which_they_were_accepted(
    writer: LibraryWriter, reader: LibraryReader
):
    first, *_ = ids_of(reader)
    writer.apply(DecideHashtags((first,), ("여름", "puppy", "beach", "가을"), is_wanted=True))
    writer.apply(DecideHashtags((first,), ("aunt",), is_wanted=True))
    (detail,) = reader.details((first,))
    assert detail.accepted == ("여름", "puppy", "beach", "가을", "aunt")


def test_favourites_are_marked_counted_and_filtered_for(
    writer: LibraryWriter, reader: LibraryReader
):
    first, *others = ids_of(reader)
    writer.apply(SetFavourite((first,), is_favourite=True))
    assert [one.is_favourite for one in reader.details((first, *others))] == [True, False, False]
    assert reader.facets(Filter()).favourites == 1
    listing = reader.listing(Filter(is_favourite=True))
    assert list(map(int, listing.ids)) == [first]
    assert MediaFlag.FAVOURITE in MediaFlag(int(listing.flags[0]))
    assert reader.facets(Filter()).videos == 0


def test_the_most_doubtful_picture_comes_first_to_review(
    writer: LibraryWriter, reader: LibraryReader
):
    first, second, third = ids_of(reader)
    writer.store_doubts({first: 0.1, second: 0.9, third: 0.5})
    listing = reader.listing(Filter(is_to_review=True))
    assert list(map(int, listing.ids)) == [second, third, first]
    assert not listing.is_by_date
    assert reader.listing(Filter()).is_by_date


def test_a_hashtag_fits_a_post_when_it_fits_one_of_its_pictures(
    writer: LibraryWriter, reader: LibraryReader
):
    details = list(reader.details(ids_of(reader)))
    first, second = (one.id for one in details if one.slides == 2)
    writer.store_misfits({first: [("sea", 0.1)], second: []})
    assert reader.facets(Filter()).misfits == 0
    writer.store_misfits({second: [("sea", 0.2), ("dog", 0.2)]})
    assert set(map(int, reader.listing(Filter(has_misfits=True)).ids)) == {first, second}
    assert [one.misfits for one in reader.details((first, second))] == [("sea",), ("sea",)]
    opposite = writer.apply(DecideHashtags((first,), ("sea",), is_wanted=True))
    assert reader.facets(Filter()).misfits == 0
    writer.apply(opposite)
    assert reader.facets(Filter()).misfits == 2
