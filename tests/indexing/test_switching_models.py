"""Another model looks at the pictures anew; what a model found once is kept for it."""

import gc
import sys
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent.parent / "vision"))

from tiny_models import WEIGHTS, make_repository, register

from organizer.indexing.indexer import Indexer
from organizer.indexing.model_shelf import ModelState, checked_model, models_on_shelf
from organizer.indexing.progress import Cancelled, Control, Phase, Progress
from organizer.library.edits import DecideCategory
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.vision.errors import ModelUnavailable, UnknownModel
from organizer.vision.tower import Tower

STARTER = "built-in"


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The name of a model beside the starter."""
    folder = tmp_path_factory.mktemp("models")
    register(folder / "configurations")
    weights = make_repository(folder / "tiny-english", "tiny-english") / WEIGHTS
    return f"tiny-english:{weights}"


@pytest.fixture
def filed(own_sample: Path, place: LibraryPlace) -> LibraryPlace:
    """A library whose pictures the starter model has seen; its files may be changed."""
    with Indexer(place, STARTER) as indexer:
        indexer.add(own_sample)
        indexer.understand()
    return place


def understand(
    place: LibraryPlace,
    model: str,
    control: Control | None = None,
    on_progress: Callable[[Progress], None] = lambda _progress: None,
) -> None:
    with Indexer(place, model, on_progress) as indexer:
        indexer.understand(control)


def categories(place: LibraryPlace) -> dict[int, set[str]]:
    with LibraryReader(place) as reader:
        details = reader.details(reader.listing(Filter()).ids)
        return {one.id: {filed.category_id for filed in one.categories} for one in details}


def encoder_of(place: LibraryPlace, model: str) -> str:
    with LibraryReader(place) as reader:
        return next(one.encoder for one in reader.vectors.stored() if model in one.models)


def seen(place: LibraryPlace, model: str) -> set[int]:
    """The pictures that have a vector of `model`."""
    encoder = encoder_of(place, model)
    with LibraryReader(place) as reader:
        return {int(one) for one in reader.vectors.of(encoder)[0]}


def test_the_newest_pictures_come_first_and_the_others_stay_as_they_were(
    filed: LibraryPlace, other: str
):
    before = categories(filed)
    control = Control()

    def stop_after_the_first_batch(progress: Progress) -> None:
        if progress.phase is Phase.UNDERSTANDING:
            control.cancel()

    with pytest.raises(Cancelled):
        understand(filed, other, control, stop_after_the_first_batch)
    with LibraryReader(filed) as reader:
        by_date = [int(one) for one in reader.listing(Filter()).ids]
    looked_at = seen(filed, other)
    assert 0 < len(looked_at) < len(by_date)
    assert looked_at == set(by_date[: len(looked_at)])
    after = categories(filed)
    waiting = set(by_date) - looked_at
    assert {one: after[one] for one in waiting} == {one: before[one] for one in waiting}
    understand(filed, other)
    assert seen(filed, other) == set(by_date)


def test_going_back_opens_no_picture_again(filed: LibraryPlace, other: str, own_sample: Path):
    before = categories(filed)
    understand(filed, other)
    assert categories(filed) != before
    for path in own_sample.rglob("*.jpg"):
        path.unlink()
    understand(filed, STARTER)
    assert categories(filed) == before
    with LibraryReader(filed) as reader:
        assert not reader.problems()


def test_what_the_user_decided_teaches_the_next_model_too(filed: LibraryPlace, other: str):
    with Indexer(filed, STARTER) as indexer:
        for media_id in list(categories(filed))[::2]:
            indexer.apply(DecideCategory((media_id,), "beauty", is_in=True))
    understand(filed, other)
    learned = categories(filed)
    # What the model says once it has seen all that the user decided on.
    with Indexer(filed, other) as indexer:
        indexer.apply(DecideCategory((next(iter(learned)),), "beauty", is_in=None))
        indexer.understand()
        indexer.apply(DecideCategory((next(iter(learned)),), "beauty", is_in=True))
        indexer.understand()
    assert learned == categories(filed)


def test_vectors_of_a_model_are_deleted_alone_and_their_space_is_free(
    filed: LibraryPlace, other: str
):
    understand(filed, other)
    kept = categories(filed)
    with LibraryReader(filed) as reader:
        known = {one.encoder: one for one in reader.vectors.stored()}
    starter = known[encoder_of(filed, STARTER)]
    assert starter.pictures == len(kept)
    assert starter.title == "Starter model"
    with Indexer(filed, other) as indexer:
        freed = indexer.remove_vectors(starter.encoder)
    # What was free before is given back as well; a page is 4096 bytes.
    assert freed >= starter.bytes - 2 * 4096
    assert freed > 0
    with LibraryReader(filed) as reader:
        assert [one.encoder for one in reader.vectors.stored()] == [encoder_of(filed, other)]
    assert categories(filed) == kept


def test_the_shelf_has_what_is_offered_and_what_was_used(filed: LibraryPlace, other: str):
    understand(filed, other)
    with LibraryReader(filed) as reader:
        models = {one.name: one for one in models_on_shelf(STARTER, reader.vectors.stored())}
    assert models[STARTER].state is ModelState.BUILT_IN
    assert models[other].state is ModelState.FILE
    for name in (STARTER, other):
        vectors = models[name].vectors
        assert vectors is not None
        assert vectors.pictures == len(categories(filed))
    assert "ViT-B-16-SigLIP2/webli" in models


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("nonsense", UnknownModel),
        ("ViT-B-32/no_such_tag", UnknownModel),
        ("no-model:weights.pt", UnknownModel),
        ("ViT-B-32:/no/such/file.pt", ModelUnavailable),
        ("ViT-B-32:", UnknownModel),
    ],
)
def test_a_model_that_cannot_be_had_is_told_of(name: str, error: type[Exception]):
    with pytest.raises(error):
        checked_model(name)


def test_a_model_that_was_unloaded_is_loaded_when_it_is_needed(filed: LibraryPlace, other: str):
    steps: list[Progress] = []
    with Indexer(filed, other, on_progress=steps.append) as indexer:
        indexer.understand()
        indexer.rest()
        before = indexer.advisor().meaning("a dog").direction
        indexer.unload()
        after = indexer.advisor().meaning("a dog").direction
    assert [step.phase for step in steps].count(Phase.LOADING_MODEL) == 2
    assert before is not None
    assert after is not None
    assert float(before @ after) == pytest.approx(1.0)


def test_an_unloaded_model_takes_no_memory(filed: LibraryPlace, other: str):
    with Indexer(filed, other) as indexer:
        indexer.understand()
        towers = [weakref.ref(one) for one in gc.get_objects() if type(one) is Tower]
        assert towers
        indexer.unload()
        gc.collect()
        assert not any(tower() for tower in towers)
