"""Widgets are taken apart in the thread in which they were made."""

import gc
import threading
from pathlib import Path
from typing import ClassVar

from conftest import OpenWindow, close
from pytestqt.qtbot import QtBot

from organizer.library.place import LibraryPlace


class Cycle:
    """Garbage that notes the thread in which it is collected."""

    collected_in: ClassVar[list[int]] = []

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        self.collected_in.append(threading.get_ident())


def test_no_worker_collects_while_a_window_is_open(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
):
    Cycle.collected_in.clear()
    session = open_window(LibraryPlace.at(tmp_path))

    def allocate() -> None:
        for _ in range(2000):
            Cycle()

    thread = threading.Thread(target=allocate)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(Cycle.collected_in) == 2000, timeout=10_000)
    assert set(Cycle.collected_in) == {threading.get_ident()}
    close(session)
    assert gc.isenabled()
