"""Pictures are described in the background, when the user wants it, by a tiny model of nonsense."""

import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest

sys.path.append(str(Path(__file__).parent.parent / "vision"))

from dying_program import ENDED, run_until
from laptop import Laptop
from tiny_models import COCA_NAME, install_coca, make_coca_small

from organizer.indexing.hashtag_options import HashtagOptions
from organizer.indexing.indexer import Indexer
from organizer.indexing.power import PowerSaving
from organizer.indexing.progress import Cancelled, Control, Phase, Progress
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.records import MediaState
from organizer.library.thumbnails import ThumbnailSize, ThumbnailStore
from organizer.library.writer import LibraryWriter
from organizer.tagging.records import SuggestionReason
from organizer.vision.errors import ModelNotDownloaded
from organizer.vision.model_store import ModelStore


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a user who has nothing yet keeps models."""
    make_coca_small(monkeypatch)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "data"))
    return tmp_path / "data" / "Photo Organizer" / "models"


@pytest.fixture
def captioner(models: Path) -> str:
    """The model that describes is on this computer."""
    install_coca(models)
    assert [one.name for one in ModelStore().installed()] == [COCA_NAME]
    return COCA_NAME


@pytest.fixture
def filed(indexed: LibraryPlace, tmp_path: Path) -> LibraryPlace:
    """A library of its own in which the whole sample was looked at."""
    copytree(indexed.database.parent, tmp_path / "library")
    return LibraryPlace.at(tmp_path / "library")


@pytest.fixture
def steps() -> list[Progress]:
    return []


@pytest.fixture
def indexer(filed: LibraryPlace, steps: list[Progress]) -> Iterator[Indexer]:
    with Indexer(filed, on_progress=steps.append) as opened:
        yield opened


def ready(place: LibraryPlace) -> list[int]:
    """The pictures that can be described, newest first."""
    with LibraryReader(place) as reader:
        details = reader.details(reader.listing(Filter()).ids)
        return [one.id for one in details if one.state is MediaState.READY]


def descriptions(place: LibraryPlace) -> dict[int, str]:
    with LibraryReader(place) as reader:
        return reader.descriptions.of(ready(place))


def test_switched_off_nothing_is_described_nor_loaded(
    indexer: Indexer, filed: LibraryPlace, steps: list[Progress]
):
    indexer.understand()
    assert descriptions(filed) == {}
    assert [step.phase for step in steps] == [Phase.FINISHED]


@pytest.mark.usefixtures("captioner")
def test_switched_on_every_picture_and_video_gets_a_description(
    indexer: Indexer, filed: LibraryPlace, steps: list[Progress]
):
    indexer.set_describing(True)
    indexer.understand()
    made = descriptions(filed)
    assert set(made) == set(ready(filed))
    assert len(set(made.values())) > len(made) // 2
    phases = list(dict.fromkeys(step.phase for step in steps))
    assert phases == [Phase.FINISHED, Phase.LOADING_MODEL, Phase.DESCRIBING]
    last, end = steps[-2:]
    assert (last.done, last.total, last.failed) == (len(made), len(made), 0)
    assert (last.model, end.phase, end.model) == (
        "CoCa ViT-B-32", Phase.FINISHED, "Starter model",
    )  # fmt: skip

    steps.clear()
    indexer.understand()
    assert [step.phase for step in steps] == [Phase.FINISHED], "nothing is left to load it for"


@pytest.mark.usefixtures("captioner")
def test_stopped_it_goes_on_where_it_was_and_the_newest_came_first(
    filed: LibraryPlace, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("organizer.vision.coca._PICTURES_AT_ONCE_ON_CPU", 2)
    control = Control()

    def stop_after_the_first_batch(progress: Progress) -> None:
        if progress.phase is Phase.DESCRIBING:
            control.cancel()

    with Indexer(filed, on_progress=stop_after_the_first_batch) as indexer:
        indexer.set_describing(True)
        with pytest.raises(Cancelled):
            indexer.understand(control)
        first = descriptions(filed)
        assert set(first) == set(ready(filed)[:2])
        indexer.understand()
    after = descriptions(filed)
    assert set(after) == set(ready(filed))
    assert first.items() <= after.items()


@pytest.mark.usefixtures("captioner")
def test_on_battery_it_waits_unless_it_was_asked_for(filed: LibraryPlace, steps: list[Progress]):
    laptop = Laptop()
    waited: list[int] = []

    def plug_in(progress: Progress) -> None:
        steps.append(progress)
        if progress.phase is Phase.WAITING_FOR_POWER:
            waited.append(progress.total)
            assert len(descriptions(filed)) == 3
            laptop.is_plugged = True

    saving = PowerSaving(laptop, is_on=True, poll_seconds=0)
    with Indexer(filed, on_progress=plug_in, power_saving=saving) as indexer:
        assert indexer.describe(limit=3) == 3
        assert waited == []
        indexer.set_describing(True)
        indexer.understand()
    assert waited == [len(ready(filed)) - 3]
    assert set(descriptions(filed)) == set(ready(filed))
    assert steps[-1].phase is Phase.FINISHED


@pytest.mark.usefixtures("captioner")
def test_a_broken_thumbnail_is_passed_over_and_not_tried_again(
    indexer: Indexer, filed: LibraryPlace, steps: list[Progress]
):
    broken, missing, *whole = ready(filed)
    thumbnails = ThumbnailStore(filed.thumbnails)
    thumbnails.path(broken).write_bytes(b"\xff\xd8\xff\xe0 no more")
    for size in ThumbnailSize:
        thumbnails.path(missing, size).unlink()
    assert indexer.describe() == len(whole)
    assert set(descriptions(filed)) == set(whole)
    assert steps[-2].failed == 2
    assert indexer.describe() == 0


@pytest.mark.usefixtures("captioner")
def test_a_few_can_be_described_without_switching_it_on(indexer: Indexer, filed: LibraryPlace):
    assert indexer.describe(limit=3) == 3
    assert list(descriptions(filed)) == sorted(ready(filed)[:3])
    indexer.understand()
    assert len(descriptions(filed)) == 3


def test_without_the_model_it_says_once_what_to_do(
    indexer: Indexer, filed: LibraryPlace, steps: list[Progress], models: Path
):
    indexer.set_describing(True)
    with pytest.raises(ModelNotDownloaded, match="models download descriptions"):
        indexer.understand()
    assert steps[-1].phase is Phase.FINISHED
    indexer.understand()
    install_coca(models)
    indexer.set_describing(True)
    indexer.understand()
    assert set(descriptions(filed)) == set(ready(filed))


@pytest.mark.usefixtures("captioner")
def test_added_again_the_archive_leaves_descriptions_as_they_are(
    indexer: Indexer, filed: LibraryPlace, sample: Path
):
    indexer.describe()
    before = descriptions(filed)
    indexer.add(sample, is_thorough=True)
    indexer.understand()
    assert descriptions(filed) == before


def suggested(place: LibraryPlace, media_id: int) -> dict[str, SuggestionReason]:
    with LibraryReader(place) as reader:
        detail = reader.detail(media_id)
    assert detail is not None
    return {one.hashtag: one.reason for one in detail.suggestions}


def test_what_is_described_is_offered_as_hashtags_until_it_is_removed(
    indexer: Indexer, filed: LibraryPlace, models: Path
):
    install_coca(models, "two giraffes under a kite .")
    newest = ready(filed)[0]
    before = suggested(filed, newest)
    indexer.describe(limit=1)
    assert descriptions(filed) == {newest: "Two giraffes under a kite."}
    offered = suggested(filed, newest)
    named = [tag for tag, reason in offered.items() if reason is SuggestionReason.DESCRIBED]
    assert named in (["giraffe", "kite"], ["기린", "연날리기"])
    in_selection = indexer.advisor().suggest([newest])
    assert [one.hashtag for one in in_selection if one.hashtag in named] == named

    indexer.remove_descriptions()
    indexer.understand()
    assert suggested(filed, newest) == before
    assert descriptions(filed) == {}


def test_another_limit_of_hashtags_keeps_what_is_described(filed: LibraryPlace):
    newest = ready(filed)[0]
    with LibraryWriter(filed) as writer:
        writer.store_descriptions({newest: "A giraffe and a kite"}, "some model")
    with Indexer(filed) as indexer:
        indexer.set_options(HashtagOptions(limit=20, language="en"))
        indexer.understand()
    offered = suggested(filed, newest)
    assert offered["giraffe"] is offered["kite"] is SuggestionReason.DESCRIBED


DESCRIBING = """
    import sys
    from pathlib import Path

    import pytest

    sys.path.append({tests!r})
    from tiny_models import make_coca_small

    from organizer.indexing.indexer import Indexer
    from organizer.library.place import LibraryPlace

    make_coca_small(pytest.MonkeyPatch())
    with Indexer(LibraryPlace.at(Path({place!r}))) as indexer:
        indexer.set_describing(True)
        indexer.understand()
"""


def test_what_was_described_when_the_program_ended_has_its_hashtags(
    filed: LibraryPlace, models: Path
):
    install_coca(models, "a giraffe on a surfboard")
    tests = str(Path(__file__).parent.parent / "vision")
    program = DESCRIBING.format(tests=tests, place=str(filed.database.parent))
    assert run_until("INSERT INTO descriptions", program) == ENDED
    assert any(descriptions(filed).values())
    with Indexer(filed) as indexer:
        indexer.understand()
    with LibraryReader(filed) as reader:
        for one in reader.details(ready(filed)):
            assert one.description == "A giraffe on a surfboard"
            offered = {some.reason for some in one.suggestions}
            assert SuggestionReason.DESCRIBED in offered, one.uri
