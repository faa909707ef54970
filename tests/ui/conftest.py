"""The real window over a real library."""

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from organizer.indexing.power import THIS_COMPUTER, PowerSource
from organizer.library.place import LibraryPlace
from organizer.ui.app import Session, make_application

OpenWindow = Callable[..., Session]


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return make_application()


@pytest.fixture
def library(indexed: LibraryPlace, tmp_path: Path) -> LibraryPlace:
    """A library of its own with the whole sample in it."""
    copytree(indexed.database.parent, tmp_path / "library")
    return LibraryPlace.at(tmp_path / "library")


@pytest.fixture
def open_window(qapp: QApplication, qtbot: QtBot) -> Iterator[OpenWindow]:
    """Opens the window on a library; begins the work unless told otherwise."""
    sessions: list[Session] = []

    def open_on(
        place: LibraryPlace,
        language: str = "en",
        begin: bool = True,
        model: str = "built-in",
        power: PowerSource = THIS_COMPUTER,
    ) -> Session:
        session = Session(qapp, place, model, language, power)
        sessions.append(session)
        qtbot.waitExposed(session.window)
        if begin:
            session.begin()
        return session

    yield open_on
    for session in sessions:
        if isValid(session):
            close(session)


def close(session: Session) -> None:
    """Closes the window as its user would, and ends what `run` would end."""
    session.window.closed.disconnect()
    session.window.close()
    session.stop()
    session.window.deleteLater()
    session.deleteLater()
    # Now, not in the midst of the next test.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
