"""A watched folder tells of changes once they have settled, and not of being read."""

import queue
from pathlib import Path

import pytest

from organizer.indexing.watcher import FolderWatcher


@pytest.fixture
def changed():
    return queue.SimpleQueue[Path]()


@pytest.fixture
def watcher(changed: "queue.SimpleQueue[Path]"):
    watcher = FolderWatcher(changed.put, settle_seconds=0.2)
    yield watcher
    watcher.stop()


def test_many_new_files_are_one_change(watcher: FolderWatcher, changed, tmp_path: Path):
    assert watcher.watch(tmp_path)
    (tmp_path / "inner").mkdir()
    for number in range(200):
        (tmp_path / f"{number}.jpg").write_bytes(b"x")
    assert changed.get(timeout=10) == tmp_path
    with pytest.raises(queue.Empty):
        changed.get(timeout=0.6)


def test_a_rewritten_file_is_a_change_and_reading_is_none(
    watcher: FolderWatcher, changed, tmp_path: Path
):
    path = tmp_path / "posts_1.json"
    path.write_text("[]")
    watcher.watch(tmp_path)
    for _ in range(20):
        path.read_text()
    with pytest.raises(queue.Empty):
        changed.get(timeout=0.6)
    path.write_text("[1]")
    assert changed.get(timeout=10) == tmp_path


def test_a_folder_that_is_not_there_cannot_be_watched(watcher: FolderWatcher, tmp_path: Path):
    assert not watcher.watch(tmp_path / "unplugged")
