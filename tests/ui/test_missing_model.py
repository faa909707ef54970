"""When the chosen model's files are gone the window says so and goes on."""

from pathlib import Path

import pytest
from conftest import close
from model_actions import click, wait_for
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_actions import wait_for_pictures

from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.ui.app import Session

GONE = "PE-Core-B-16/meta"


@pytest.fixture(autouse=True)
def no_models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "data"))


def test_pictures_are_browsed_and_another_model_can_be_used(
    qtbot: QtBot, qapp: QApplication, library: LibraryPlace
):
    def categories() -> dict[int, set[str]]:
        with LibraryReader(library) as reader:
            details = reader.details(reader.listing(Filter()).ids)
            return {one.id: {filed.category_id for filed in one.categories} for one in details}

    before = categories()
    session = Session(qapp, library, GONE, "en")
    try:
        session.begin()
        window = session.window
        wait_for_pictures(qtbot, session, len(before))
        wait_for(qtbot, lambda: "not on this computer" in window.banner.text())
        assert window.status.text() == "The model is missing"
        assert not window.status.pause_button.isVisible()
        window.gallery.setCurrentIndex(window.model.index(0))
        wait_for(qtbot, window.details.caption.isVisible)
        assert categories() == before

        qtbot.mouseClick(window.banner.action, Qt.MouseButton.LeftButton)
        dialog = window.model_choosing.dialog
        assert dialog is not None
        wait_for(qtbot, lambda: "built-in" in dialog.cards)
        assert dialog.cards[GONE].state_text == "Its files are no longer there"
        click(qtbot, dialog.cards["built-in"], "Use")
        wait_for(qtbot, lambda: "filed" in window.status.text())
        assert categories() == before
    finally:
        close(session)
