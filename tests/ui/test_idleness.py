"""A program that nobody uses holds no model in memory."""

from pathlib import Path
from shutil import copytree

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot
from window_actions import PATIENCE

from organizer.indexing.progress import Phase, Progress
from organizer.library.place import LibraryPlace
from organizer.ui.workers.idleness import IdleSeconds
from organizer.ui.workers.indexing_worker import IndexingWorker


def test_the_model_leaves_memory_when_idle_and_comes_back_when_asked(
    qtbot: QtBot, indexed: LibraryPlace, tmp_path: Path
):
    copytree(indexed.database.parent, tmp_path / "library")
    worker = IndexingWorker(
        LibraryPlace.at(tmp_path / "library"), "built-in", idle_seconds=IdleSeconds(0.01, 0.02)
    )
    steps: list[Progress] = []
    worker.progressed.connect(steps.append)
    answered: list[object] = []
    worker.understood.connect(answered.append)
    for times in (1, 2):
        worker.request_meaning("a dog")
        qtbot.waitUntil(lambda times=times: len(answered) == times, timeout=PATIENCE)
        qtbot.waitUntil(
            lambda: not any(timer.isActive() for timer in worker.findChildren(QTimer)),
            timeout=PATIENCE,
        )
        assert [step.phase for step in steps].count(Phase.LOADING_MODEL) == times
    worker.close()
