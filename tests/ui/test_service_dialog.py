"""A service tags the selected pictures, when the user has named it and agreed."""

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from conftest import OpenWindow
from keyring.backends.null import Keyring as EmptyKeychain
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from service_server import MODEL, ServiceServer
from window_actions import PATIENCE, wait_for_pictures

from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.ui.app import Session
from organizer.ui.service.dialog import ServiceDialog
from organizer.vision.service_settings import read_service

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Settings of the test's own, and a keychain that is always empty."""
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    before = keyring.get_keyring()
    keyring.set_keyring(EmptyKeychain())
    yield
    keyring.set_keyring(before)


def opened(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace, server: ServiceServer
) -> tuple[Session, ServiceDialog]:
    """The dialog for all pictures, with the server's address and model typed in."""
    session = open_window(library, begin=False)
    wait_for_pictures(qtbot, session)
    session.window.gallery.selectAll()
    session.window.menu.service_requested.emit()
    dialog = session.window.services.dialog
    assert dialog is not None
    dialog.form.address.clear()
    qtbot.keyClicks(dialog.form.address, server.address)
    dialog.form.model.setEditText(MODEL)
    return session, dialog


def service_sources(library: LibraryPlace) -> int:
    with LibraryReader(library) as reader:
        details = list(reader.details(reader.listing(Filter()).ids))
    return sum(any(one.source == "service" for one in detail.categories) for detail in details)


def test_the_user_agrees_sends_and_takes_it_back(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    with ServiceServer(("travel",), ("sea",)) as server:
        session, dialog = opened(qtbot, open_window, library, server)
        pictures = len(session.window.gallery.selected_ids())
        assert dialog.form.preset.currentText() == "Another"
        assert str(pictures) in dialog.estimate.text()
        assert "stay on this computer" in dialog.where.text()
        assert not dialog.send.isEnabled()
        # A key that comes while the dialog becomes the active window is lost.
        dialog.activateWindow()
        dialog.consent.setFocus()
        qtbot.waitUntil(dialog.consent.hasFocus, timeout=PATIENCE)
        qtbot.keyClick(dialog.consent, Qt.Key.Key_Space)
        assert dialog.send.isEnabled()
        assert server.requests == []
        qtbot.mouseClick(dialog.send, LEFT)
        qtbot.waitUntil(dialog.note.isVisible, timeout=PATIENCE)
        assert f"{pictures} pictures tagged" in dialog.note.text()
        assert len(server.pictures) == pictures
    qtbot.waitUntil(lambda: service_sources(library) == pictures, timeout=PATIENCE)
    assert read_service().address == server.address
    history = session.workers.history
    while history.canUndo():
        history.undo()
    qtbot.waitUntil(lambda: service_sources(library) == 0, timeout=PATIENCE)


def test_the_service_is_asked_for_its_models_without_a_picture(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    with ServiceServer() as server:
        _, dialog = opened(qtbot, open_window, library, server)
        dialog.form.model.setEditText("seeing-2")
        qtbot.mouseClick(dialog.form.check, LEFT)
        qtbot.waitUntil(lambda: "seeing-2" in dialog.form.answer.text(), timeout=PATIENCE)
        assert "1 model" in dialog.form.answer.text()
        assert server.requests == []


def test_another_address_has_to_be_agreed_to_anew(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    with ServiceServer() as server:
        _, dialog = opened(qtbot, open_window, library, server)
        dialog.consent.setChecked(True)
        dialog.form.preset.setCurrentText("OpenAI")
        dialog.form.preset.activated.emit(dialog.form.preset.currentIndex())
        assert not dialog.consent.isChecked()
        assert "api.openai.com" in dialog.consent.text()
        assert "leave this computer" in dialog.where.text()
        assert "$" in dialog.estimate.text()
        dialog.form.address.setText("http://api.openai.com/v1")
        assert not dialog.consent.isEnabled()
        assert server.requests == []


def test_a_refusal_is_shown_and_the_dialog_can_be_used_again(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    with ServiceServer(refuse_after=0) as server:
        _, dialog = opened(qtbot, open_window, library, server)
        dialog.consent.setChecked(True)
        qtbot.mouseClick(dialog.send, LEFT)
        qtbot.waitUntil(dialog.note.isVisible, timeout=PATIENCE)
        assert "no credit" in dialog.note.text()
        assert dialog.send.text() == "Send"
    assert service_sources(library) == 0


def test_a_run_is_stopped_and_keeps_what_was_answered(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    with ServiceServer() as server:
        server.hold.clear()
        session, dialog = opened(qtbot, open_window, library, server)
        pictures = len(session.window.gallery.selected_ids())
        dialog.consent.setChecked(True)
        qtbot.mouseClick(dialog.send, LEFT)
        qtbot.waitUntil(lambda: len(server.requests) == 3, timeout=PATIENCE)
        assert dialog.send.text() == "Stop"
        qtbot.mouseClick(dialog.send, LEFT)
        server.hold.set()
        qtbot.waitUntil(dialog.note.isVisible, timeout=PATIENCE)
        assert len(server.requests) == 3
    assert 0 < len(server.pictures) < pictures
    qtbot.waitUntil(lambda: service_sources(library) == len(server.pictures), timeout=PATIENCE)


def test_what_was_said_is_shown_as_the_services_and_forgotten_on_request(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    with ServiceServer(("travel",), ("sea",)) as server:
        session, dialog = opened(qtbot, open_window, library, server)
        dialog.consent.setChecked(True)
        qtbot.mouseClick(dialog.send, LEFT)
        qtbot.waitUntil(dialog.note.isVisible, timeout=PATIENCE)
    qtbot.waitUntil(lambda: service_sources(library) > 0, timeout=PATIENCE)
    qtbot.mouseClick(dialog.remove, LEFT)
    qtbot.waitUntil(lambda: service_sources(library) == 0, timeout=PATIENCE)
    qtbot.mouseClick(dialog.close_button, LEFT)
    assert session.window.services.dialog is None
