"""On battery, looking at pictures waits for mains power, when the user has said so."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from laptop import Laptop
from PIL import Image

from organizer.indexing.hashtag_options import HashtagOptions
from organizer.indexing.indexer import Indexer
from organizer.indexing.power import ComputerPower, OnBattery, PowerSaving
from organizer.indexing.progress import Cancelled, Control, Phase, Progress
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.records import LibraryCounts, MediaDetail

NEVER = 3600.0


def saving(laptop: Laptop, poll_seconds: float = 0.0) -> PowerSaving:
    return PowerSaving(laptop, is_on=True, poll_seconds=poll_seconds)


def counts(place: LibraryPlace) -> LibraryCounts:
    with LibraryReader(place) as reader:
        return reader.counts()


def waiting_ids(place: LibraryPlace) -> list[int]:
    """Those that are not looked at, in the order in which they will be; none may be suspect."""
    with LibraryReader(place) as reader:
        known = reader.setting("encoder/built-in")
        assert reader.looking.interrupted() == ()
        pending = reader.looking.pending(str(known[0]) if isinstance(known, list) else "")
    assert not any(one.was_interrupted for one in pending)
    return [one.id for one in pending]


def details(place: LibraryPlace) -> dict[int, MediaDetail]:
    with LibraryReader(place) as reader:
        return {one.id: one for one in reader.details(reader.listing(Filter()).ids)}


def when(phase: Phase, act: Callable[[], object], told: list[Progress]) -> Callable:
    """Hears of progress, keeps it in `told`, and acts the first time that it is at `phase`."""

    def hear(progress: Progress) -> None:
        told.append(progress)
        if [one.phase for one in told].count(phase) == 1 and progress.phase is phase:
            act()

    return hear


def test_what_is_imported_on_battery_is_looked_at_with_mains_power(
    own_sample: Path, place: LibraryPlace
):
    laptop, told = Laptop(), []

    def plug_in() -> None:
        assert counts(place).ready == 0
        laptop.is_plugged = True

    hear = when(Phase.WAITING_FOR_POWER, plug_in, told)
    with Indexer(place, on_progress=hear, power_saving=saving(laptop)) as indexer:
        indexer.add(own_sample)
        found = counts(place).waiting
        indexer.understand()
    phases = list(dict.fromkeys(one.phase for one in told))
    # No model is loaded to wait with.
    assert phases == [
        Phase.IMPORTING,
        Phase.WAITING_FOR_POWER,
        Phase.LOADING_MODEL,
        Phase.UNDERSTANDING,
        Phase.FINISHED,
    ]
    assert next(one for one in told if one.phase is Phase.WAITING_FOR_POWER).total == found > 0
    assert counts(place).waiting == 0


def test_unplugged_it_stops_between_batches_and_goes_on_there_in_order(
    own_sample: Path, place: LibraryPlace
):
    laptop, told = Laptop(is_plugged=True), []
    left: list[list[int]] = []

    def unplug() -> None:
        laptop.is_plugged = False

    def plug_in() -> None:
        left.append(waiting_ids(place))
        laptop.is_plugged = True

    def hear(progress: Progress) -> None:
        at_first_batch(progress)
        if progress.phase is Phase.WAITING_FOR_POWER:
            plug_in()

    at_first_batch = when(Phase.UNDERSTANDING, unplug, told)
    with Indexer(place, on_progress=hear, power_saving=saving(laptop)) as indexer:
        indexer.add(own_sample)
        everything = waiting_ids(place)
        indexer.understand()
    (rest,) = left
    assert 0 < len(rest) < len(everything)
    assert rest == everything[-len(rest) :]
    assert next(one for one in told if one.phase is Phase.WAITING_FOR_POWER).total == len(rest)
    after = counts(place)
    assert (after.waiting, after.ready) == (0, len(everything))


def test_unplugged_at_the_last_batch_it_is_finished(own_sample: Path, place: LibraryPlace):
    laptop, told = Laptop(is_plugged=True), []

    def hear(progress: Progress) -> None:
        told.append(progress)
        if progress.phase is Phase.UNDERSTANDING and progress.done == progress.total:
            laptop.is_plugged = False

    with Indexer(place, on_progress=hear, power_saving=saving(laptop)) as indexer:
        indexer.add(own_sample)
        indexer.understand()
    assert told[-1].phase is Phase.FINISHED
    assert Phase.WAITING_FOR_POWER not in {one.phase for one in told}


@pytest.fixture
def work(own_sample: Path, place: LibraryPlace):
    """Looks at the sample in a thread; ends it with the test."""
    controls: list[Control] = []
    threads: list[threading.Thread] = []

    def begin(control: Control, power_saving: PowerSaving) -> tuple[threading.Thread, list]:
        reached, ended = threading.Event(), []

        def run() -> None:
            hear = when(Phase.WAITING_FOR_POWER, reached.set, [])
            with Indexer(place, on_progress=hear, power_saving=power_saving) as indexer:
                indexer.add(own_sample)
                try:
                    indexer.understand(control)
                except Cancelled:
                    ended.append("cancelled")
                else:
                    ended.append("finished")

        thread = threading.Thread(target=run)
        controls.append(control)
        threads.append(thread)
        thread.start()
        assert reached.wait(60)
        return thread, ended

    yield begin
    for control, thread in zip(controls, threads, strict=True):
        control.cancel()
        thread.join(60)


def test_waiting_is_cancelled_without_asking_for_power_again(work):
    control = Control()
    thread, ended = work(control, saving(Laptop(), poll_seconds=NEVER))
    control.cancel()
    thread.join(60)
    assert ended == ["cancelled"]


def test_paused_it_rests_with_mains_power_too_until_it_is_resumed(work, place: LibraryPlace):
    control, laptop = Control(), Laptop()
    thread, ended = work(control, saving(laptop, poll_seconds=0.01))
    control.pause()
    laptop.is_plugged = True
    thread.join(0.3)
    assert ended == []
    control.resume()
    thread.join(60)
    assert ended == ["finished"]
    assert counts(place).waiting == 0


def test_what_the_user_decides_is_followed_on_battery(own_sample: Path, place: LibraryPlace):
    laptop, told, control = Laptop(is_plugged=True), [], Control()
    hear = when(Phase.WAITING_FOR_POWER, control.cancel, told)
    with Indexer(place, on_progress=hear, power_saving=saving(laptop)) as indexer:
        indexer.add(own_sample)
        indexer.understand()
        before = details(place)
        written_over = next((own_sample / "media" / "posts").rglob("*.jpg"))
        Image.new("RGB", (64, 64), "green").save(written_over, "JPEG")
        assert indexer.add(own_sample, is_thorough=True).waiting == 1
        told.clear()
        laptop.is_plugged = False
        indexer.set_options(HashtagOptions(limit=20))
        with pytest.raises(Cancelled):
            indexer.understand(control)
    after = details(place)
    assert [one.phase for one in told] == [Phase.WAITING_FOR_POWER]
    assert any(len(after[id].suggestions) > len(before[id].suggestions) for id in before)


def test_overruled_it_does_not_wait_until_it_was_plugged_in():
    laptop = Laptop()
    power_saving = saving(laptop)
    with pytest.raises(OnBattery):
        power_saving.check()
    power_saving.overrule()
    power_saving.check()
    laptop.is_plugged = True
    power_saving.check()
    laptop.is_plugged = False
    with pytest.raises(OnBattery):
        power_saving.check()


def test_switched_off_nobody_asks_for_power_and_switched_on_it_is_asked_for_at_once():
    laptop = Laptop()
    power_saving = PowerSaving(laptop, is_on=False, poll_seconds=NEVER)
    power_saving.check()
    assert laptop.times_asked == 0
    power_saving.switch(True)
    for _ in range(5):
        with pytest.raises(OnBattery):
            power_saving.check()
    assert laptop.times_asked == 1


@pytest.mark.parametrize(
    ("supplies", "has_battery"),
    [
        ({}, False),
        ({"BAT0": ("Battery", ""), "AC": ("Mains", "")}, True),
        ({"macsmc-battery": ("Battery", "System")}, True),
        # A wireless mouse does not make a laptop of a computer.
        ({"hidpp_battery_0": ("Battery", "Device"), "AC": ("Mains", "")}, False),
    ],
)
def test_the_battery_of_a_mouse_is_not_that_of_the_computer(
    tmp_path: Path, supplies: dict[str, tuple[str, str]], has_battery: bool
):
    for name, (kind, scope) in supplies.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "type").write_text(f"{kind}\n")
        if scope:
            (tmp_path / name / "scope").write_text(f"{scope}\n")
    power = ComputerPower(tmp_path)
    assert power.has_battery() is has_battery
    if not has_battery:
        assert not power.is_on_battery()


def test_a_system_without_a_list_of_supplies_has_no_battery(tmp_path: Path):
    assert not ComputerPower(tmp_path / "none").has_battery()
