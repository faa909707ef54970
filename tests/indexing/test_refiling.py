"""What the user says of some pictures changes how others like them are filed."""

import contextlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from organizer.indexing.indexer import Indexer
from organizer.indexing.progress import Cancelled, Control
from organizer.library.edits import DecideCategory, RemoveCategory, SaveCategory
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.problem_text import describe
from organizer.tagging.records import Category


def filed(place: LibraryPlace, category: str) -> set[int]:
    with LibraryReader(place) as reader:
        return {int(one) for one in reader.listing(Filter(categories=(category,))).ids}


def cats(place: LibraryPlace) -> list[int]:
    """Pictures with #cat or #고양이, whose captions no model sees."""
    with LibraryReader(place) as reader:
        details = list(reader.details(reader.listing(Filter()).ids))
    return [one.id for one in details if {"cat", "고양이"} & set(one.hashtags)]


def surely_filed(place: LibraryPlace, category: str) -> set[int]:
    """Pictures that are in `category` more probably than in any other."""
    with LibraryReader(place) as reader:
        details = list(reader.details(reader.listing(Filter()).ids))
    return {one.id for one in details if one.categories[0].category_id == category}


def shown(place: LibraryPlace) -> dict[int, set[str]]:
    """The categories of each picture."""
    with LibraryReader(place) as reader:
        return {
            one.id: {category.category_id for category in one.categories}
            for one in reader.details(reader.listing(Filter()).ids)
        }


def test_corrections_refile_similar_pictures_and_can_be_taken_back(
    own_sample: Path, place: LibraryPlace
):
    told: list[int] = []
    with Indexer(place, on_refiled=told.append) as indexer:
        indexer.add(own_sample)
        indexer.understand()
        before = filed(place, "hobbies_culture")
        corrected, *others = cats(place)
        assert others
        for category, is_in in (("pets", False), ("hobbies_culture", True)):
            indexer.apply(DecideCategory((corrected,), category, is_in))
        indexer.understand()
        after = filed(place, "hobbies_culture")
        assert set(others) <= after - before
        assert surely_filed(place, "hobbies_culture") - before == {corrected, *others}
        assert told[-1] > 0
        for category in ("pets", "hobbies_culture"):
            indexer.apply(DecideCategory((corrected,), category, None))
        indexer.understand()
    assert filed(place, "hobbies_culture") == before


@pytest.mark.parametrize("is_started_again", [False, True])
def test_a_correction_taken_back_while_it_is_learned_leaves_no_trace(
    own_sample: Path, place: LibraryPlace, is_started_again: bool
):
    control = Control()
    with Indexer(place) as indexer:
        indexer.add(own_sample)
        indexer.understand()
    before = shown(place)
    (corrected, *_) = cats(place)
    with contextlib.ExitStack() as stack:
        opened = Indexer(place, on_refiled=lambda _count: control.cancel())
        indexer = stack.enter_context(opened)
        for category, is_in in (("pets", False), ("hobbies_culture", True)):
            indexer.apply(DecideCategory((corrected,), category, is_in))
        with pytest.raises(Cancelled):
            indexer.understand(control)
        assert shown(place) != before
        if is_started_again:
            indexer = stack.enter_context(Indexer(place))
        for category in ("pets", "hobbies_culture"):
            indexer.apply(DecideCategory((corrected,), category, None))
        indexer.understand()
    assert shown(place) == before


def test_what_the_user_decided_stays_whatever_is_learned(own_sample: Path, place: LibraryPlace):
    with Indexer(place) as indexer:
        indexer.add(own_sample)
        indexer.understand()
        kept, *others = cats(place)
        indexer.apply(DecideCategory((kept,), "pets", is_in=True))
        indexer.apply(DecideCategory(tuple(others), "pets", is_in=False))
        indexer.understand()
    assert kept in filed(place, "pets")
    assert not filed(place, "pets") & set(others)


def test_a_decision_loads_no_picture_again(own_sample: Path, place: LibraryPlace):
    with Indexer(place) as indexer:
        indexer.add(own_sample)
        indexer.understand()
        with LibraryReader(place) as reader:
            _, before = reader.vectors.of("built-in")
            known = reader.setting("encoder/built-in")
            assert isinstance(known, list)
            ids, before = reader.vectors.of(known[0])
            for path in own_sample.rglob("*.jpg"):
                path.unlink()
            indexer.apply(DecideCategory((int(ids[0]),), "beauty", is_in=True))
            indexer.understand()
            _, after = reader.vectors.of(known[0])
    assert np.array_equal(before, after)


def test_a_rule_that_names_what_is_known_no_more_keeps_nothing_else_from_being_filed(
    own_sample: Path, place: LibraryPlace
):
    animals = Category("animals", "Animals", "동물", "#123456", (), "cat or dog")
    # As an older version knew it.
    broken = Category("ships", "Ships", "배", "#123456", (), "dirigible or ship")
    with Indexer(place) as indexer, LibraryReader(place) as reader:
        indexer.apply(SaveCategory(broken))
        indexer.add(own_sample)
        indexer.understand()
        assert reader.counts().ready == reader.counts().found > 0
        assert filed(place, "pets")
        indexer.apply(SaveCategory(animals))
        indexer.understand()
        assert filed(place, "animals")
        assert not filed(place, "ships")
        assert len(indexer.advisor().preview(animals))
        (problem,) = reader.problems()
        assert "dirigible" in describe(problem.code, problem.file, problem.detail)
        assert "Ships" in problem.file
        indexer.apply(RemoveCategory("ships"))
        assert reader.problems() == ()
        indexer.apply(SaveCategory(broken))
        indexer.apply(SaveCategory(replace(broken, rule="boat")))
        indexer.understand()
        assert reader.problems() == ()
