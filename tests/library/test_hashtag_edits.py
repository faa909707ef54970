"""Hashtags become one, or stay apart, as the user says; the opposite of each edit restores all."""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from organizer.archive.records import FileStamp, MediaItem, MediaType, Post, PostKind
from organizer.indexing.indexer import Indexer
from organizer.library.edits import (
    DecideHashtags,
    Edit,
    KeepApart,
    MergeHashtags,
    SeparateHashtag,
    Several,
)
from organizer.library.filters import Filter
from organizer.library.migrations.steps import migrations
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.records import HashtagFacet, TaggedPost
from organizer.library.writer import LibraryWriter
from organizer.tagging.folding import fold, fold_key, propose_merges
from organizer.tagging.hashtags import hashtag_key
from organizer.tagging.records import FoldedHashtag, HashtagSuggestion, SuggestionReason
from organizer.vision.encoder import Encoder

STAMP = FileStamp(10, 20)
TIME = datetime(2023, 6, 15, 12, tzinfo=UTC)
# By the rules, the first four are one and the next three are.
OWN = ("dog", "dogs", "강아지", "Dogstagram", "cat", "cats", "고양이", "sea", "seoul2022", "puppy")

Post_ = tuple[int, tuple[str, ...]]


class Library:
    """A library with posts of so many pictures and these hashtags."""

    def __init__(self, place: LibraryPlace, archive: Path) -> None:
        self.writer = LibraryWriter(place)
        self.reader = LibraryReader(place)
        self._archive = self.writer.importing.add_archive(archive, "someone")
        self._files = count()

    def add(self, *posts: Post_, is_folded: bool = True) -> None:
        """Posts as they come with an export; as indexing does, the rules are asked then."""
        tagged = []
        for pictures, hashtags in posts:
            taken_at = TIME - timedelta(days=next(self._files))
            uris = [f"{next(self._files)}.jpg" for _ in range(pictures)]
            items = tuple(MediaItem(uri, MediaType.IMAGE, taken_at) for uri in uris)
            post = Post(PostKind.POST, taken_at, " ".join(f"#{tag}" for tag in hashtags), items)
            tagged.append(TaggedPost(post, tuple(hashtags)))
        stamps = {item.uri: STAMP for one in tagged for item in one.post.media}
        file = f"posts_{next(self._files)}.json"
        self.writer.importing.store_posts(self._archive, file, STAMP, tagged, stamps)
        if is_folded:
            self.ask_the_rules()

    def ask_the_rules(self) -> None:
        keys = self.reader.own_hashtags.without_fold()
        self.writer.store_rule_folds({key: fold_key(key) for key in keys})

    def groups(self) -> set[frozenset[str]]:
        """Which spellings are one."""
        return {names(folded) for folded in self.reader.own_hashtags.folded()}

    def group_of(self, hashtag: str) -> set[str]:
        """All that is one with a hashtag."""
        return set(next(group for group in self.groups() if hashtag in group))

    def state(self) -> tuple[object, ...]:
        """All that the user can have changed of hashtags."""
        return self.reader.own_hashtags.folded(), self.reader.own_hashtags.kept_apart()

    def ids(self, *hashtags: str) -> tuple[int, ...]:
        """The pictures that have all of these hashtags, given in any spelling."""
        chosen = Filter(hashtags=tuple(map(hashtag_key, hashtags)))
        return tuple(map(int, self.reader.listing(chosen).ids))

    def facets(self, chosen: Filter | None = None) -> dict[str, int]:
        """How many pictures the sidebar says each hashtag has."""
        facets = self.reader.facets(chosen or Filter()).hashtags
        return {facet.hashtag: facet.pictures for facet in facets}


def names(folded: FoldedHashtag) -> frozenset[str]:
    return frozenset(use.hashtag for use in folded.spellings)


@pytest.fixture
def library(place: LibraryPlace, tmp_path: Path) -> Iterator[Library]:
    made = Library(place, tmp_path / "export")
    yield made
    made.reader.close()
    made.writer.close()


@pytest.fixture
def filled(library: Library) -> Library:
    """One post for each of OWN, those named first on more posts."""
    library.add(*((1, (name,)) for place, name in enumerate(OWN) for _ in range(len(OWN) - place)))
    return library


def test_the_rules_make_spellings_one(filled: Library):
    assert filled.groups() == {
        frozenset(OWN[:4]),
        frozenset(OWN[4:7]),
        *(frozenset({name}) for name in OWN[7:]),
    }


def test_indexing_asks_the_rules_of_all_hashtags(indexed: LibraryPlace):
    with LibraryReader(indexed) as reader:
        assert reader.own_hashtags.without_fold() == ()
        expected = {names(folded) for folded in fold(reader.own_hashtags.uses())}
        assert {names(folded) for folded in reader.own_hashtags.folded()} == expected


def test_indexing_asks_the_rules_of_new_hashtags_alone(place: LibraryPlace, filled: Library):
    merged = MergeHashtags(("puppy",), "sea")
    filled.writer.apply(merged)
    filled.add((1, ("puppies",)), is_folded=False)
    with Indexer(place) as indexer:
        indexer.understand()
    assert filled.group_of("sea") == {"sea", "puppy", "puppies"}


def test_merged_hashtags_are_one_in_all_their_spellings(filled: Library):
    filled.writer.apply(MergeHashtags(("puppy", "cats"), "dog"))
    assert filled.group_of("고양이") == {*OWN[:7], "puppy"}
    most_used = filled.reader.own_hashtags.folded()[0]
    assert most_used.hashtag == "dog"
    assert most_used.key == "dog"


def test_what_is_merged_with_something_merged_goes_with_it(filled: Library):
    filled.writer.apply(MergeHashtags(("puppy",), "cat"))
    filled.writer.apply(MergeHashtags(("cats",), "sea"))
    assert filled.group_of("puppy") == {*OWN[4:7], "puppy", "sea"}
    filled.writer.apply(MergeHashtags(("seoul2022",), "puppy"))
    assert filled.group_of("sea") == {*OWN[4:7], "puppy", "sea", "seoul2022"}


def test_merging_what_is_one_already_changes_nothing(filled: Library):
    before = filled.state()
    filled.writer.apply(filled.writer.apply(MergeHashtags(("dogs", "dog"), "강아지")))
    assert filled.state() == before


def test_a_separated_spelling_stands_alone_and_the_others_stay_one(filled: Library):
    filled.writer.apply(SeparateHashtag("Dogs"))
    assert filled.group_of("dogs") == {"dogs"}
    assert filled.group_of("dog") == {"dog", "강아지", "Dogstagram"}


def test_a_separated_spelling_takes_part_in_merges_alone(filled: Library):
    filled.writer.apply(SeparateHashtag("dogs"))
    filled.writer.apply(MergeHashtags(("dogs",), "sea"))
    assert filled.group_of("sea") == {"sea", "dogs"}
    filled.writer.apply(MergeHashtags(("sea",), "dog"))
    assert filled.group_of("dogs") == {*OWN[:4], "sea"}


def test_what_others_were_merged_into_can_be_separated_from_them_again(filled: Library):
    filled.writer.apply(SeparateHashtag("dogs"))
    filled.writer.apply(MergeHashtags(("sea",), "dogs"))
    filled.writer.apply(SeparateHashtag("dogs"))
    assert filled.group_of("dogs") == {"dogs"}
    assert filled.group_of("sea") == {"sea"}
    filled.writer.apply(MergeHashtags(("puppy",), "sea"))
    assert filled.group_of("dogs") == {"dogs"}


def test_new_spellings_join_what_their_rules_were_merged_into(filled: Library):
    filled.writer.apply(MergeHashtags(("dog", "puppy"), "sea"))
    filled.add((1, ("DogsOfInstagram", "puppies")))
    assert filled.group_of("sea") == {
        *OWN[:4], "sea", "puppy", "puppies", "DogsOfInstagram",
    }  # fmt: skip


def test_a_new_spelling_does_not_join_a_separated_one(filled: Library):
    filled.writer.apply(SeparateHashtag("dogs"))
    filled.add((1, ("doglover",)))
    assert filled.group_of("dogs") == {"dogs"}
    assert "doglover" in filled.group_of("dog")


@pytest.mark.parametrize(("one", "into"), [("puppies", "cookies"), ("cookies", "puppies")])
def test_what_is_merged_before_the_rules_are_asked_stays_one(library: Library, one: str, into: str):
    library.add((1, ("puppies",)), (1, ("cookies",)), is_folded=False)
    before = library.groups()
    opposite = library.writer.apply(MergeHashtags((one,), into))
    assert library.groups() == {frozenset({"puppies", "cookies"})}
    library.ask_the_rules()
    assert library.groups() == {frozenset({"puppies", "cookies"})}
    library.writer.apply(opposite)
    assert library.groups() == before


def test_unknown_hashtags_can_be_merged_before_they_are_used(library: Library):
    library.writer.apply(MergeHashtags(("멍뭉이",), "dog"))
    library.add((1, ("멍뭉이",)), (1, ("dog",)))
    assert library.groups() == {frozenset({"멍뭉이", "dog"})}


EDITS: dict[str, Callable[[], Edit]] = {
    "merge": lambda: MergeHashtags(("cat", "puppy"), "dogs"),
    "separate": lambda: SeparateHashtag("강아지"),
    "separate for good": lambda: Several((SeparateHashtag("dogs"), KeepApart("dogs", "dog"))),
    "keep apart": lambda: KeepApart("sea", "dog"),
    "no longer apart": lambda: KeepApart("puppy", "dog", is_apart=False),
}


@pytest.mark.parametrize("name", EDITS)
def test_the_opposite_of_an_edit_restores_and_its_own_opposite_does_it_again(
    filled: Library, name: str
):
    filled.writer.apply(KeepApart("dog", "puppy"))
    before = filled.state()
    opposite = filled.writer.apply(EDITS[name]())
    after = filled.state()
    assert after != before
    again = filled.writer.apply(opposite)
    assert filled.state() == before
    filled.writer.apply(again)
    assert filled.state() == after


def test_keeping_apart_what_is_apart_is_taken_back_without_losing_the_first_time(
    filled: Library,
):
    filled.writer.apply(KeepApart("dog", "puppy"))
    filled.writer.apply(filled.writer.apply(KeepApart("Puppy", "dog")))
    assert filled.reader.own_hashtags.kept_apart() == {("dog", "puppy")}


one_of_them = st.sampled_from(OWN)
edits = st.one_of(
    st.builds(MergeHashtags, st.lists(one_of_them, min_size=1, max_size=3).map(tuple), one_of_them),
    st.builds(SeparateHashtag, one_of_them),
    st.builds(KeepApart, one_of_them, one_of_them, st.booleans()),
    st.builds(
        lambda one, other: Several((SeparateHashtag(one), KeepApart(one, other))),
        one_of_them,
        one_of_them,
    ),
)


# The opposites leave the library as it was for the next example.
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(sequence=st.lists(edits, max_size=8))
def test_any_edits_hold_and_their_opposites_restore_each_state(
    filled: Library, sequence: Sequence[Edit]
):
    states, opposites = [filled.state()], []
    for edit in sequence:
        opposites.append(filled.writer.apply(edit))
        states.append(filled.state())
        if isinstance(edit, MergeHashtags):
            assert {edit.into, *edit.hashtags} <= filled.group_of(edit.into)
        elif isinstance(edit, SeparateHashtag):
            assert filled.group_of(edit.hashtag) == {edit.hashtag}
    for opposite in reversed(opposites):
        assert filled.state() == states.pop()
        filled.writer.apply(opposite)
    assert filled.state() == states.pop()


def test_a_post_with_two_spellings_counts_once(library: Library):
    library.add((3, ("dog", "강아지")), (1, ("dogs",)), (2, ("sea",)))
    assert library.facets() == {"dog": 4, "sea": 2}
    library.writer.apply(MergeHashtags(("sea",), "dog"))
    assert library.facets() == {"dog": 6}
    library.add((1, ("sea", "dog")))
    assert library.facets() == {"dog": 7}


def test_the_counts_of_spellings_are_told_and_the_most_used_gives_the_name(library: Library):
    library.add((1, ("dog", "강아지")), (2, ("강아지",)), (1, ("dogs",)))
    expected = HashtagFacet(("강아지", "dog", "dogs"), 4, (3, 1, 1))
    assert library.reader.facets(Filter()).hashtags == (expected,)


def test_a_hashtag_has_the_same_name_and_spellings_in_every_filter(library: Library):
    library.add((1, ("dog",)), (2, ("강아지",)), (1, ("강아지",)), *[(1, ("sea",))] * 20)
    library.writer.index_captions(100)
    (found,) = library.reader.facets(Filter(text='"#dog"')).hashtags
    assert found == HashtagFacet(("강아지", "dog"), 1, (0, 1))
    found = library.reader.hashtags(Filter(), "dog")[0]
    assert found == HashtagFacet(("강아지", "dog"), 4, (3, 1))


def test_spellings_count_together_before_the_rules_are_asked_of_all(library: Library):
    library.add((1, ("dogs",)))
    library.add((1, ("dog", "dogs")), is_folded=False)
    assert library.facets() == {"dogs": 2}
    assert library.ids("dog") == library.ids("dogs")
    assert len(library.ids("dog")) == 2


def test_any_spelling_finds_all(filled: Library):
    filled.writer.apply(MergeHashtags(("puppy",), "dog"))
    everything = filled.ids("dog")
    assert len(everything) == filled.facets()["dog"] == 10 + 9 + 8 + 7 + 1
    for spelling in (*OWN[:4], "puppy", "PUPPY"):
        assert filled.ids(spelling) == everything
    filled.writer.apply(SeparateHashtag("dogs"))
    assert len(filled.ids("dogs")) == 9
    assert not set(filled.ids("dogs")) & set(filled.ids("dog"))


def test_accepted_hashtags_count_and_filter_like_written_ones(library: Library):
    library.add((2, ("sea",)), (1, ("dogs",)))
    (dog,) = library.ids("dogs")
    first, second = library.ids("sea")
    library.writer.apply(DecideHashtags((first,), ("강아지", "Dog"), is_wanted=True))
    # Two spellings for one picture are one; what the caption says already counts no more.
    library.writer.apply(DecideHashtags((dog, first), ("doglover",), is_wanted=True))
    library.ask_the_rules()
    assert library.facets() == {"doglover": 2, "sea": 2}
    assert set(library.ids("강아지")) == {first, dog}
    assert library.facets(Filter(hashtags=("sea",))) == library.facets()
    library.writer.apply(DecideHashtags((second,), ("dog",), is_wanted=False))
    assert set(library.ids("dog")) == {first, dog}


def test_counts_follow_the_rest_of_the_filter(library: Library):
    library.add((2, ("dog", "sea")), (1, ("dogs",)))
    (newest, *_) = library.ids("sea")
    library.writer.apply(DecideHashtags((newest,), ("cat",), is_wanted=True))
    library.writer.index_captions(100)
    assert library.facets(Filter(text='"#sea"')) == {"dog": 2, "sea": 2, "cat": 1}
    assert library.facets(Filter(text='"#dogs"')) == {"dog": 1}
    assert library.facets(Filter(text="nobody says this")) == {}


def test_a_hashtag_that_is_seldom_used_is_found_by_any_part_of_any_spelling(library: Library):
    seldom = (1, ("DogsOfInstagram",))
    library.add(*((2, (f"word{number}", "강아지")) for number in range(30)), seldom)
    assert "word29" not in [f.hashtag for f in library.reader.facets(Filter(), 5).hashtags]
    (found,) = library.reader.hashtags(Filter(), "ORD29")
    assert found == HashtagFacet(("word29",), 2, (2,))
    (found,) = library.reader.hashtags(Filter(), "ofinsta")
    assert found == HashtagFacet(("강아지", "DogsOfInstagram"), 61, (60, 1))
    assert library.reader.hashtags(Filter(text="#word28"), "ord29") == ()
    assert len(library.reader.hashtags(Filter(), "word", 7)) == 7


def test_the_same_hashtag_and_picture_twice_in_an_edit_are_one(library: Library):
    library.add((1, ("sea",)))
    (media_id,) = library.ids("sea")
    edit = DecideHashtags((media_id, media_id), ("Dog", "dog"), is_wanted=True)
    opposite = library.writer.apply(edit)
    assert library.ids("dog") == (media_id,)
    library.writer.apply(opposite)
    assert library.ids("dog") == ()


def test_a_suggestion_goes_when_it_is_decided_on_in_whatever_case(library: Library):
    library.add((2, ("Puppy",)))
    first, second = library.ids("puppy")
    suggestion = HashtagSuggestion("puppy", 0.9, SuggestionReason.VOCABULARY)
    library.writer.store_tags([(one, (), (suggestion,)) for one in (first, second)], "model")
    library.writer.apply(DecideHashtags((first,), ("puppy",), is_wanted=False))
    details = library.reader.details((first, second))
    assert [detail.suggestions for detail in details] == [(), (suggestion,)]


def test_what_the_user_keeps_apart_or_separates_is_not_proposed_again(
    library: Library, encoder: Encoder
):
    slips = ("goldenretriever", "goldenretreiver"), ("서울맛집", "서울맞집")
    plural = "goldenretrievers"
    library.add(*((1, (kept, other)) for kept, other in slips), (1, (plural,)))
    library.add(*((2, (kept,)) for kept, _ in slips))

    def proposed() -> set[tuple[str, str]]:
        folded, apart = (
            library.reader.own_hashtags.folded(),
            library.reader.own_hashtags.kept_apart(),
        )
        return {(one.kept, one.other) for one in propose_merges(folded, encoder, apart=apart)}

    assert proposed() == set(slips)
    separate = SeparateHashtag(plural)
    for edit in (KeepApart(*slips[0]), separate, KeepApart(plural, slips[0][0])):
        library.writer.apply(edit)
    library.writer.apply(KeepApart(plural, slips[0][1]))
    assert proposed() == {slips[1]}


def test_what_is_refused_weighs_less_the_more_so_the_less_it_is_used(library: Library):
    library.add(*[(1, ("sea",))] * 8, (3, ("other",)))
    pictures = library.ids("other")
    library.writer.apply(DecideHashtags(pictures[:2], ("dog", "sea"), is_wanted=False))
    assert library.reader.own_hashtags.weights() == {"dog": 0.5, "sea": pytest.approx(10 / 12)}
    opposite = library.writer.apply(DecideHashtags(pictures, ("Dog",), is_wanted=False))
    assert library.reader.own_hashtags.weights()["dog"] == pytest.approx(2 / 5)
    library.writer.apply(opposite)
    assert library.reader.own_hashtags.weights()["dog"] == 0.5
    library.writer.apply(DecideHashtags(pictures, ("dog", "sea"), is_wanted=None))
    assert library.reader.own_hashtags.weights() == {}


@pytest.mark.parametrize("hashtag", ["ǰazz", "ταΐζω", "ẖaza"])
def test_letters_that_folding_takes_apart_are_put_together_again(library: Library, hashtag: str):
    library.add((1, (hashtag,)), (1, ("other",)))
    assert len(library.ids(hashtag)) == 1
    library.writer.apply(DecideHashtags(library.ids("other"), (hashtag,), is_wanted=True))
    assert library.reader.own_hashtags.uses_of([hashtag]) == {hashtag_key(hashtag): 2}
    assert len(library.ids(hashtag)) == 2


def test_the_keys_of_an_older_library_are_put_together(place: LibraryPlace):
    place.database.parent.mkdir(parents=True)
    with closing(Database(place.database)) as db:
        migrations.apply(db, stop_before="compose_hashtag_keys")
        apart = unicodedata.normalize("NFD", "ǰazz")
        db["hashtags"].insert({"id": 1, "key": apart, "name": "ǰazz"})
        db["fold_changes"].insert({"subject": f"#{apart}", "fold": "jazz"})
        db["kept_apart"].insert({"first": apart, "second": "jzz"})
    with LibraryReader(place) as reader:
        assert reader.own_hashtags.uses_of(["ǰazz"]) == {"ǰazz": 0}
        assert reader.own_hashtags.kept_apart() == {("jzz", "ǰazz")}
