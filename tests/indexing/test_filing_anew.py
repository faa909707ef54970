"""After an edit all pictures are filed as it says, whatever happened before or on the way."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from filed_library import add_pictures, look_at, vectors_like_pictures

from organizer.indexing.filed_pictures import FiledPictures
from organizer.indexing.progress import Cancelled, Control
from organizer.indexing.refiling import Refiler
from organizer.library.edits import DecideCategory
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.writer import LibraryWriter
from organizer.tagging.categories import load_categories
from organizer.tagging.categorizer import Categorizer
from organizer.tagging.kept_texts import KeptTextEncoder
from organizer.tagging.learning import corrections_of
from organizer.tagging.records import Category, CategoryScore
from organizer.vision.encoder import Encoder

PICTURES = 600
VISIBLE = 0.005


@pytest.fixture(scope="module")
def words(encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> KeptTextEncoder:
    return KeptTextEncoder(encoder, tmp_path_factory.mktemp("words"))


@pytest.fixture
def ids(place: LibraryPlace, encoder: Encoder) -> list[int]:
    with LibraryWriter(place) as writer:
        return add_pictures(writer, place, vectors_like_pictures(encoder, PICTURES), encoder.name)


class Library:
    """A library that is filed anew by one refiler, with what it told."""

    def __init__(self, place: LibraryPlace, model: str) -> None:
        self.place = place
        self.model = model
        self.writer = LibraryWriter(place)
        self.reader = LibraryReader(place)
        self.told: list[int] = []
        self.changes = 0
        self.when_refiled = lambda: None
        self.refiler = self.another_refiler()

    def another_refiler(self) -> Refiler:
        return Refiler(self.reader, self.writer, self._changed, self._refiled)

    def file(self, categorizer: Categorizer, control: Control | None = None) -> None:
        self.refiler.file_anew(self.model, categorizer, control or Control())

    def _changed(self) -> None:
        self.changes += 1

    def _refiled(self, count: int) -> None:
        self.told.append(count)
        self.when_refiled()

    def close(self) -> None:
        self.reader.close()
        self.writer.close()


@pytest.fixture
def library(place: LibraryPlace, ids: list[int], encoder: Encoder) -> Iterator[Library]:
    assert len(ids) == PICTURES
    opened = Library(place, encoder.name)
    yield opened
    opened.close()


def stored(place: LibraryPlace, categorizer: Categorizer) -> tuple[np.ndarray, np.ndarray]:
    """Scores and doubts of all pictures by id, as whoever opens the library now would read them."""
    with LibraryReader(place) as reader:
        ids = np.sort(reader.listing(Filter()).ids)
        filing = reader.filing(ids, categorizer.category_ids)
    return filing.scores, filing.doubts


def expected(place: LibraryPlace, model: str, categorizer: Categorizer):
    """The same as it should be, worked out from the vectors alone."""
    with LibraryReader(place) as reader:
        _, vectors = reader.vectors.of(model)
    scores = categorizer.scores(vectors)
    return categorizer.filed(scores), categorizer.doubts(scores)


def assert_sets_are_right(library: Library, categorizer: Categorizer) -> None:
    should, _ = expected(library.place, library.model, categorizer)
    found, _ = stored(library.place, categorizer)
    np.testing.assert_array_equal(np.isnan(found), np.isnan(should))


def assert_all_is_right(library: Library, categorizer: Categorizer) -> None:
    assert_sets_are_right(library, categorizer)
    scores, doubts = expected(library.place, library.model, categorizer)
    found_scores, found_doubts = stored(library.place, categorizer)
    np.testing.assert_allclose(found_scores, scores, atol=VISIBLE + 1e-4)
    np.testing.assert_allclose(found_doubts, doubts, atol=VISIBLE + 1e-4)
    assert ((found_doubts > 0) == (doubts > 0)).all()


def own(id: str, *phrases: str, rule: str = "") -> Category:
    return Category(id, id, "", "#123456", phrases, rule)


HORSES = own("horses", "a horse", "horse riding")
DRINKS = own("drinks", rule="coffee or alcohol")


def of(*categories: Category, words: KeptTextEncoder) -> Categorizer:
    return Categorizer([*load_categories(), *categories], words)


def taught(words: KeptTextEncoder, *said: str) -> Categorizer:
    """A categorizer that heard that pictures like what was `said` are hobbies, and nothing else."""
    examples = {"hobbies_culture": words.encode_texts(said)}
    categories = load_categories()
    return Categorizer(categories, words, corrections_of(categories, examples))


def test_pictures_are_filed_as_the_words_say(library: Library, words: KeptTextEncoder):
    library.file(of(words=words))
    assert_all_is_right(library, of(words=words))
    assert library.told == [PICTURES]


def test_a_correction_teaches_about_all_pictures(library: Library, words: KeptTextEncoder):
    library.file(of(words=words))
    before, _ = stored(library.place, of(words=words))
    after = taught(words, "a brown horse")
    library.file(after)
    assert_all_is_right(library, after)
    found, _ = stored(library.place, after)
    moved = (np.isnan(before) != np.isnan(found)).any(axis=1).sum()
    assert library.told == [PICTURES, moved]
    assert moved > 0


def test_filing_the_same_again_changes_nothing(library: Library, words: KeptTextEncoder):
    library.file(of(words=words))
    changes = library.changes
    library.file(of(words=words))
    library.refiler = library.another_refiler()
    library.file(of(words=words))
    assert library.changes == changes
    assert library.told == [PICTURES]


def test_one_edit_after_the_other(library: Library, words: KeptTextEncoder):
    library.writer.store_categories([*load_categories(), HORSES, DRINKS])
    for categorizer in (
        of(words=words),
        of(HORSES, words=words),
        of(DRINKS, HORSES, words=words),
        of(DRINKS, words=words),
        taught(words, "a brown horse"),
        taught(words, "a brown horse", "a sports car"),
        of(own("horses", "a dog", "a puppy"), DRINKS, words=words),
        of(own("drinks", rule="not coffee"), words=words),
        of(words=words),
    ):
        library.file(categorizer)
        assert_all_is_right(library, categorizer)


def test_what_changes_its_categories_is_seen_before_the_rest_is_written(
    library: Library, words: KeptTextEncoder
):
    library.file(of(words=words))
    after = taught(words, "a brown horse")
    should, _ = expected(library.place, library.model, after)
    seen: list[np.ndarray] = []

    def look() -> None:
        assert_sets_are_right(library, after)
        seen.append(stored(library.place, after)[0])

    library.when_refiled = look
    library.file(after)
    assert np.nanmax(np.abs(seen[0] - should)) > VISIBLE
    assert_all_is_right(library, after)


@pytest.mark.parametrize("is_started_again", [False, True])
def test_what_was_interrupted_is_finished_by_the_next_call(
    library: Library, words: KeptTextEncoder, is_started_again: bool
):
    library.file(of(words=words))
    after = taught(words, "a brown horse")
    control = Control()
    library.when_refiled = control.cancel
    with pytest.raises(Cancelled):
        library.file(after, control)
    assert_sets_are_right(library, after)
    with pytest.raises(AssertionError):
        assert_all_is_right(library, after)
    if is_started_again:
        library.refiler = library.another_refiler()
    told = len(library.told)
    library.file(after)
    assert_all_is_right(library, after)
    assert len(library.told) == told


def test_another_edit_may_come_in_between(library: Library, words: KeptTextEncoder):
    library.file(of(words=words))
    control = Control()
    library.when_refiled = control.cancel
    with pytest.raises(Cancelled):
        library.file(taught(words, "a brown horse"), control)
    library.file(of(words=words))
    assert_all_is_right(library, of(words=words))


def test_who_cancels_at_once_changes_nothing(library: Library, words: KeptTextEncoder):
    library.file(of(words=words))
    control = Control()
    control.cancel()
    with pytest.raises(Cancelled):
        library.file(taught(words, "a brown horse"), control)
    assert_all_is_right(library, of(words=words))


def test_what_the_user_decided_stays(library: Library, ids: list[int], words: KeptTextEncoder):
    library.file(of(words=words))
    for number, media_id in enumerate(ids[:100]):
        category = "beauty" if number % 2 else "pets"
        library.writer.apply(DecideCategory((media_id,), category, number % 3 == 0))
    decided = library.reader.learning.decisions()
    library.file(taught(words, "a brown horse", "a cat"))
    library.file(of(words=words))
    assert library.reader.learning.decisions() == decided
    for media_id, category_id, is_in in decided:
        shown = {one.category_id for one in library.reader.detail(media_id).categories}
        assert (category_id in shown) == is_in


def test_pictures_come_go_and_change_between_edits(
    library: Library, ids: list[int], words: KeptTextEncoder, encoder: Encoder
):
    library.file(of(words=words))
    new = vectors_like_pictures(encoder, 50, seed=1)
    added = add_pictures(library.writer, library.place, new[:30], encoder.name, name="second")
    assert set(added).isdisjoint(ids)
    look_at(library.writer, ids[:20], new[30:], encoder.name)
    for gone, kept in ((ids[100], ids[101]), (ids[-1], ids[0])):
        content = f"{kept:064x}"
        assert library.writer.unite_with_same_content(gone, content) == kept
    after = taught(words, "a brown horse")
    library.file(after)
    assert len(stored(library.place, after)[0]) == PICTURES + 28
    assert_all_is_right(library, after)


def test_a_picture_in_the_place_of_one_that_is_gone_is_taken_for_itself(
    library: Library, ids: list[int], words: KeptTextEncoder, encoder: Encoder
):
    library.file(of(words=words))
    last = max(ids)
    assert library.writer.unite_with_same_content(last, f"{ids[0]:064x}") == ids[0]
    other = encoder.encode_texts(["a sports car"])
    (again,) = add_pictures(library.writer, library.place, other, encoder.name, name="second")
    # Its vector may have the number of the one that is gone; it has an id of its own.
    assert again not in ids
    library.file(of(words=words))
    assert_all_is_right(library, of(words=words))


def test_another_program_may_file_them_meanwhile(
    library: Library, ids: list[int], words: KeptTextEncoder
):
    library.file(of(words=words))
    with LibraryWriter(library.place) as other:
        other.store_tags(
            [(media_id, (CategoryScore("beauty", 0.9),), ()) for media_id in ids[:50]],
            library.model,
        )
    library.file(of(words=words))
    assert_all_is_right(library, of(words=words))


def test_categories_that_are_no_more_hold_no_picture(library: Library, words: KeptTextEncoder):
    library.writer.store_categories([*load_categories(), HORSES])
    library.file(of(HORSES, words=words))
    horses = Filter(categories=("horses",))
    assert len(library.reader.listing(horses))
    library.refiler = library.another_refiler()
    library.file(of(words=words))
    assert not len(library.reader.listing(horses))
    assert_all_is_right(library, of(words=words))


def test_another_model_has_its_own_vectors(
    library: Library, ids: list[int], words: KeptTextEncoder, encoder: Encoder
):
    library.file(of(words=words))
    other = vectors_like_pictures(encoder, PICTURES, seed=2)
    look_at(library.writer, ids, other, "another model")
    library.model = "another model"
    library.file(of(words=words))
    assert_all_is_right(library, of(words=words))


def test_what_finds_no_room_in_memory_is_read_anew(library: Library, words: KeptTextEncoder):
    library.file(of(words=words))
    categories = of(words=words).category_ids
    roomy, tight = FiledPictures(library.reader), FiledPictures(library.reader, most_bytes=0)
    for _ in range(2):
        for kept, read in zip(
            roomy.blocks(library.model, categories),
            tight.blocks(library.model, categories),
            strict=True,
        ):
            np.testing.assert_array_equal(kept.pictures.ids, read.pictures.ids)
            np.testing.assert_array_equal(kept.pictures.vectors, read.pictures.vectors)
            np.testing.assert_array_equal(kept.scores, read.scores)
            np.testing.assert_array_equal(kept.doubts, read.doubts)
            kept.columns["seen"] = kept.scores
            assert "seen" not in read.columns
    assert all("seen" in block.columns for block in roomy.blocks(library.model, categories))


def test_a_library_without_pictures_is_filed_at_once(tmp_path: Path, words: KeptTextEncoder):
    empty = Library(LibraryPlace.at(tmp_path / "empty"), words.name)
    empty.file(of(words=words))
    assert empty.changes == 0
    empty.close()
