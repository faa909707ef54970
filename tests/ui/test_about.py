"""Who wants to know what the program is made of finds all licences word for word."""

from conftest import OpenWindow
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from window_actions import PATIENCE

from organizer import __version__
from organizer.library.place import LibraryPlace
from organizer.ui.about.dialog import AboutDialog


def test_licences_are_listed_searched_and_read(
    qtbot: QtBot, open_window: OpenWindow, place: LibraryPlace
):
    session = open_window(place, begin=False)
    session.window.menu.about_requested.emit()
    dialog = session.window.findChild(AboutDialog)
    assert dialog is not None
    assert any(__version__ in one.text() for one in dialog.findChildren(QLabel))
    qtbot.waitUntil(lambda: dialog.list.count() > 30, timeout=PATIENCE)
    assert dialog.list.item(0).text() == "Photo Organizer"
    assert "MIT License" in dialog.text.toPlainText()
    qtbot.keyClicks(dialog.search, "pyside6 lgpl")
    shown = [
        dialog.list.item(row).text()
        for row in range(dialog.list.count())
        if not dialog.list.item(row).isHidden()
    ]
    assert shown[0] == "PySide6"
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in dialog.text.toPlainText()
    dialog.close()
