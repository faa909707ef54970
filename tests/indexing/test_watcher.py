"""A watched place tells of changes once they have settled, and is followed where it goes."""

import os
import queue
import shutil
import threading
from pathlib import Path

import pytest

from organizer.indexing.watcher import FolderWatcher

SETTLE = 0.2
QUIET = 0.8


class Told:
    """What a watcher told, in its order; a move is a pair."""

    def __init__(self) -> None:
        self._calls = queue.SimpleQueue[Path | tuple[Path, Path]]()

    def on_changed(self, place: Path):
        self._calls.put(place)

    def on_moved(self, old: Path, new: Path):
        self._calls.put((old, new))

    def next(self, timeout: float = 10) -> Path | tuple[Path, Path]:
        return self._calls.get(timeout=timeout)

    def is_nothing(self, seconds: float = QUIET) -> bool:
        try:
            self._calls.get(timeout=seconds)
        except queue.Empty:
            return True
        return False


@pytest.fixture
def told():
    return Told()


@pytest.fixture
def watcher(told: Told):
    watcher = FolderWatcher(
        told.on_changed, told.on_moved, settle_seconds=SETTLE, poll_seconds=SETTLE
    )
    yield watcher
    watcher.stop()


@pytest.fixture
def export(tmp_path: Path) -> Path:
    folder = tmp_path / "downloads" / "export"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "downloads" / "instagram-사진.zip"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"PK")
    return path


def test_many_new_files_are_one_change(watcher: FolderWatcher, told: Told, export: Path):
    assert watcher.watch(export)
    (export / "inner").mkdir()
    for number in range(2000):
        (export / f"{number}.jpg").write_bytes(b"x")
    assert told.next() == export
    assert told.is_nothing()


def test_a_rewritten_file_is_a_change_and_reading_is_none(
    watcher: FolderWatcher, told: Told, export: Path
):
    path = export / "posts_1.json"
    path.write_text("[]")
    watcher.watch(export)
    for _ in range(20):
        path.read_text()
    assert told.is_nothing()
    path.write_text("[1]")
    assert told.next() == export


def test_an_archive_tells_of_being_rewritten_replaced_removed_and_put_back(
    watcher: FolderWatcher, told: Told, archive: Path, tmp_path: Path
):
    assert watcher.watch(archive)
    archive.write_bytes(b"PK, longer")
    assert told.next() == archive
    newer = tmp_path / "newer.zip"
    newer.write_bytes(b"PK, newer")
    newer.replace(archive)
    assert told.next() == archive
    archive.rename(newer)
    assert told.next() == archive
    newer.rename(archive)
    assert told.next() == archive
    archive.write_bytes(b"PK again")
    assert told.next() == archive
    assert told.is_nothing()


def test_what_lies_beside_an_archive_is_none_of_its_changes(
    watcher: FolderWatcher, told: Told, archive: Path, export: Path
):
    watcher.watch(archive)
    (archive.parent / "other.zip").write_bytes(b"PK")
    (archive.parent / f"{archive.name}.part").write_bytes(b"PK")
    (export / archive.name).write_bytes(b"PK")
    assert told.is_nothing()


def test_archives_in_one_folder_are_told_apart(watcher: FolderWatcher, told: Told, archive: Path):
    other = archive.with_name("other.zip")
    other.write_bytes(b"PK")
    assert watcher.watch(archive)
    assert watcher.watch(other)
    other.write_bytes(b"PK2")
    assert told.next() == other
    archive.write_bytes(b"PK2")
    assert told.next() == archive
    watcher.unwatch(other)
    other.write_bytes(b"PK3")
    assert told.is_nothing()
    archive.write_bytes(b"PK3")
    assert told.next() == archive


def test_an_archive_in_a_watched_folder_is_a_change_of_both(
    watcher: FolderWatcher, told: Told, archive: Path
):
    folder = archive.parent
    watcher.watch(folder)
    watcher.watch(archive)
    archive.write_bytes(b"PK, longer")
    assert {told.next(), told.next()} == {folder, archive}
    (folder / "a.jpg").write_bytes(b"x")
    assert told.next() == folder
    assert told.is_nothing()


def test_a_place_no_longer_watched_is_silent(watcher: FolderWatcher, told: Told, export: Path):
    watcher.watch(export)
    watcher.unwatch(export)
    (export / "a.jpg").write_bytes(b"x")
    assert told.is_nothing()
    assert watcher.watch(export)
    (export / "b.jpg").write_bytes(b"x")
    assert told.next() == export


def test_a_file_that_grows_without_events_is_waited_for(told: Told, export: Path, tmp_path: Path):
    watcher = FolderWatcher(told.on_changed, settle_seconds=0.5)
    try:
        watcher.watch(export)
        # Writing to a file by its name elsewhere makes no event where it is watched.
        elsewhere = tmp_path / "elsewhere.mp4"
        elsewhere.write_bytes(b"x")
        os.link(elsewhere, export / "a.mp4")
        with elsewhere.open("ab", buffering=0) as growing:
            for _ in range(15):
                assert told.is_nothing(0.1)
                growing.write(b"x")
        assert told.next() == export
        assert told.is_nothing(1.5)
    finally:
        watcher.stop()


def test_a_place_that_is_not_there_is_told_when_it_appears(
    watcher: FolderWatcher, told: Told, tmp_path: Path
):
    folder, archive = tmp_path / "disk" / "export", tmp_path / "disk" / "export.zip"
    assert not watcher.watch(folder)
    assert not watcher.watch(archive)
    assert told.is_nothing()
    folder.mkdir(parents=True)
    assert told.next() == folder
    archive.write_bytes(b"PK")
    assert told.next() == archive
    assert watcher.watch(archive)
    (folder / "a.jpg").write_bytes(b"x")
    assert told.next() == folder


def test_an_unplugged_disk_is_told_and_watched_again_when_it_is_back(
    watcher: FolderWatcher, told: Told, export: Path, archive: Path, tmp_path: Path
):
    watcher.watch(export)
    watcher.watch(archive)
    disk, elsewhere = export.parent, tmp_path / "elsewhere"
    disk.rename(elsewhere)
    assert {told.next(), told.next()} == {export, archive}
    assert told.is_nothing()
    elsewhere.rename(disk)
    assert {told.next(), told.next()} == {export, archive}
    (export / "a.jpg").write_bytes(b"x")
    assert told.next() == export
    archive.write_bytes(b"PK, longer")
    assert told.next() == archive
    assert told.is_nothing()


def test_a_deleted_folder_is_told_and_watched_again_when_it_is_made_anew(
    watcher: FolderWatcher, told: Told, export: Path
):
    watcher.watch(export)
    shutil.rmtree(export)
    assert told.next() == export
    assert told.is_nothing()
    export.mkdir()
    assert told.next() == export
    (export / "a.jpg").write_bytes(b"x")
    assert told.next() == export


def test_a_folder_replaced_at_once_is_still_watched(
    watcher: FolderWatcher, told: Told, export: Path
):
    watcher.watch(export)
    shutil.rmtree(export)
    export.mkdir()
    assert told.next() == export
    assert told.is_nothing()
    (export / "a.jpg").write_bytes(b"x")
    assert told.next() == export


def test_a_renamed_folder_is_followed(watcher: FolderWatcher, told: Told, export: Path):
    (export / "a.jpg").write_bytes(b"x")
    watcher.watch(export)
    new = export.with_name("my export")
    export.rename(new)
    assert told.next() == (export, new)
    assert told.is_nothing()
    (new / "b.jpg").write_bytes(b"x")
    assert told.next() == new
    export.mkdir()
    assert told.is_nothing()


def test_a_folder_that_is_renamed_and_changed_tells_both(
    watcher: FolderWatcher, told: Told, export: Path
):
    watcher.watch(export)
    new = export.with_name("my export")
    export.rename(new)
    (new / "a.jpg").write_bytes(b"x")
    assert told.next() == (export, new)
    assert told.next() == new


def test_a_renamed_archive_is_followed(watcher: FolderWatcher, told: Told, archive: Path):
    watcher.watch(archive)
    new = archive.with_name("renamed.zip")
    archive.rename(new)
    assert told.next() == (archive, new)
    assert told.is_nothing()
    new.write_bytes(b"PK, longer")
    assert told.next() == new


def test_an_archive_is_followed_with_its_renamed_folder(
    watcher: FolderWatcher, told: Told, archive: Path
):
    old, new = archive.parent, archive.parent.with_name("uploads")
    watcher.watch(archive)
    watcher.watch(old)
    old.rename(new)
    assert told.next() == (old, new)
    assert told.next() == (archive, new / archive.name)
    assert told.is_nothing()


def test_another_folder_made_after_a_deleted_one_is_not_taken_for_it(
    watcher: FolderWatcher, told: Told, export: Path
):
    watcher.watch(export)
    # Times of files may be as coarse as ten milliseconds.
    assert told.is_nothing()
    # Linux often gives the number of what was deleted to what is made next.
    shutil.rmtree(export)
    export.with_name("another").mkdir()
    assert told.next() == export
    assert told.is_nothing()


def test_a_call_that_fails_costs_no_later_one(
    told: Told, export: Path, caplog: pytest.LogCaptureFixture
):
    failed = threading.Event()

    def fail_once(place: Path):
        if not failed.is_set():
            failed.set()
            raise OSError("no space left")
        told.on_changed(place)

    watcher = FolderWatcher(fail_once, settle_seconds=SETTLE, poll_seconds=SETTLE)
    try:
        watcher.watch(export)
        (export / "a.jpg").write_bytes(b"x")
        assert failed.wait(10)
        (export / "b.jpg").write_bytes(b"x")
        assert told.next() == export
    finally:
        watcher.stop()
    assert "no space left" in caplog.text


def test_stopping_ends_all_threads(told: Told, export: Path, archive: Path):
    before = threading.active_count()
    watcher = FolderWatcher(told.on_changed)
    watcher.watch(export)
    watcher.watch(archive)
    watcher.stop()
    assert threading.active_count() == before
