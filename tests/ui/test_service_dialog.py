"""A service tags the selected pictures, when the user has named it and agreed."""

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from conftest import OpenWindow, close
from keyring.backend import KeyringBackend
from PySide6.QtCore import Qt, QThread
from pytestqt.qtbot import QtBot
from service_server import MODEL, ServiceServer
from window_actions import PATIENCE, wait_for_pictures

from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.ui.app import Session
from organizer.ui.error_messages import ADDRESS_FAULTS
from organizer.ui.service.dialog import ServiceDialog
from organizer.vision.service_address import AddressFault
from organizer.vision.service_settings import read_service

LEFT = Qt.MouseButton.LeftButton


class Keychain(KeyringBackend):
    """A keychain that lasts as long as the test, and raises `fault` if there is one."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.fault: Exception | None = None

    def get_password(self, service: str, username: str) -> str | None:
        self._fail()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._fail()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._fail()
        del self.kept[service, username]

    def _fail(self) -> None:
        if self.fault is not None:
            raise self.fault


@pytest.fixture(autouse=True)
def keychain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Keychain]:
    """Settings and a keychain of the test's own."""
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    before, own = keyring.get_keyring(), Keychain()
    keyring.set_keyring(own)
    yield own
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
    qtbot.waitUntil(lambda: "tokens" in dialog.estimate.text(), timeout=PATIENCE)
    return session, dialog


def choose_preset(dialog: ServiceDialog, name: str) -> None:
    dialog.form.preset.setCurrentText(name)
    dialog.form.preset.activated.emit(dialog.form.preset.currentIndex())


def send(qtbot: QtBot, dialog: ServiceDialog) -> None:
    """Agrees and sends, and waits until it is said what came of it."""
    dialog.consent.setChecked(True)
    qtbot.mouseClick(dialog.send, LEFT)
    qtbot.waitUntil(dialog.note.isVisible, timeout=PATIENCE)


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
        choose_preset(dialog, "OpenAI")
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


def test_a_run_is_stopped_at_once_and_keeps_what_was_answered(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    with ServiceServer(hold_after=2) as server:
        server.hold.clear()
        session, dialog = opened(qtbot, open_window, library, server)
        pictures = len(session.window.gallery.selected_ids())
        dialog.consent.setChecked(True)
        qtbot.mouseClick(dialog.send, LEFT)
        qtbot.waitUntil(lambda: dialog.progress.value() == 8, timeout=PATIENCE)
        assert dialog.send.text() == "Stop"
        qtbot.mouseClick(dialog.send, LEFT)
        assert dialog.send.text() == "Stopping…"
        assert not dialog.send.isEnabled()
        # The service never answers the others.
        qtbot.waitUntil(dialog.note.isVisible, timeout=PATIENCE)
        assert dialog.send.text() == "Send"
        qtbot.waitUntil(lambda: service_sources(library) == 8, timeout=PATIENCE)
        # What is tagged is not sent, and paid for, again.
        assert dialog.only_new.isVisible()
        assert dialog.estimate.text().startswith(f"{pictures - 8} pictures")
        dialog.only_new.setChecked(False)
        assert dialog.estimate.text().startswith(f"{pictures} pictures")
        dialog.only_new.setChecked(True)
        server.hold.set()
        before = len(server.requests)
        send(qtbot, dialog)
        sent = [request["messages"][1]["content"] for request in server.requests[before:]]
        assert sum(part["type"] == "image_url" for parts in sent for part in parts) == pictures - 8
        assert "all of them already" in dialog.where.text()
        assert not dialog.send.isEnabled()


def test_what_was_answered_when_the_program_ends_is_kept(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    with ServiceServer(hold_after=3) as server:
        server.hold.clear()
        session, dialog = opened(qtbot, open_window, library, server)
        dialog.consent.setChecked(True)
        qtbot.mouseClick(dialog.send, LEFT)
        # The fourth to sixth are sent when the first three are answered. The window's own thread
        # passes nothing on meanwhile, nor later.
        while len(server.requests) < 6:
            QThread.msleep(10)
        close(session)
    assert service_sources(library) == 12


NO_ANSWERS = [b"<html>gateway</html>", b"", b"null", b"[]", b'{"choices": [{}]}', b'"\xff"']


def test_what_is_no_answer_is_told_and_the_other_answers_are_kept(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    with ServiceServer() as server:
        server.trouble.extend((200, body) for body in NO_ANSWERS[:4])
        session, dialog = opened(qtbot, open_window, library, server)
        pictures = len(session.window.gallery.selected_ids())
        send(qtbot, dialog)
        assert "makes no sense" in dialog.note.text()
        assert dialog.send.text() == "Send"
        assert session.workers.services.progress is None
        kept = len(server.pictures)
        assert 0 < kept < pictures
    qtbot.waitUntil(lambda: service_sources(library) == kept, timeout=PATIENCE)


@pytest.mark.parametrize("body", NO_ANSWERS)
def test_who_is_no_service_is_told_of_where_it_was_asked(
    body: bytes, qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    with ServiceServer(models=body) as server:
        _, dialog = opened(qtbot, open_window, library, server)
        qtbot.mouseClick(dialog.form.check, LEFT)
        qtbot.waitUntil(dialog.note.isVisible, timeout=PATIENCE)
        assert "makes no sense" in dialog.note.text()
        assert dialog.form.answer.text() == ""


def test_a_mistake_of_the_programs_own_ends_the_run_and_is_told_in_the_dialog(
    qtbot: QtBot,
    open_window: OpenWindow,
    library: LibraryPlace,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
):
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("nobody foresaw this")

    with ServiceServer() as server:
        session, dialog = opened(qtbot, open_window, library, server)
        monkeypatch.setattr("openai.AsyncOpenAI", fail)
        send(qtbot, dialog)
        assert "nobody foresaw this" in dialog.note.text()
        assert dialog.send.text() == "Send"
        assert session.workers.services.progress is None
        qtbot.mouseClick(dialog.form.check, LEFT)
        assert dialog.form.answer.text() == "Asking…"
        qtbot.waitUntil(dialog.note.isVisible, timeout=PATIENCE)
        assert dialog.form.answer.text() == ""
    assert "nobody foresaw this" in caplog.text


def test_a_key_goes_to_the_service_for_which_it_was_typed_and_to_no_other(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace, keychain: Keychain
):
    with ServiceServer() as server:
        _, dialog = opened(qtbot, open_window, library, server)
        choose_preset(dialog, "OpenAI")
        qtbot.keyClicks(dialog.form.key, "sk-openai")
        choose_preset(dialog, "Another")
        assert dialog.form.key.text() == ""
        dialog.form.address.clear()
        qtbot.keyClicks(dialog.form.address, server.address)
        dialog.form.model.setEditText(MODEL)
        send(qtbot, dialog)
        assert set(server.keys) == {"Bearer none"}
        assert keychain.kept == {}
        qtbot.keyClicks(dialog.form.key, "sk-own")
        qtbot.mouseClick(dialog.form.check, LEFT)
        qtbot.waitUntil(lambda: "answers" in dialog.form.answer.text(), timeout=PATIENCE)
        assert list(keychain.kept.values()) == ["sk-own"]
        # It is used again for this address, without being typed.
        choose_preset(dialog, "OpenAI")
        dialog.form.address.setText(server.address)
        assert dialog.form.key.text() == ""
        assert "keychain is used" in dialog.form.key.placeholderText()
        qtbot.mouseClick(dialog.form.check, LEFT)
        qtbot.waitUntil(
            lambda: len(server.headers) > 0 and server.keys[-2:] == ["Bearer sk-own"] * 2
        )


def test_the_service_and_its_key_are_forgotten(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace, keychain: Keychain
):
    with ServiceServer() as server:
        _, dialog = opened(qtbot, open_window, library, server)
        assert not dialog.form.forget.isEnabled()
        qtbot.keyClicks(dialog.form.key, "sk-own")
        send(qtbot, dialog)
        assert len(keychain.kept) == 1
        qtbot.mouseClick(dialog.form.forget, LEFT)
        qtbot.waitUntil(lambda: "forgotten" in dialog.note.text(), timeout=PATIENCE)
    assert keychain.kept == {}
    assert read_service().address == ""
    assert dialog.form.address.text() == ""
    assert not dialog.form.forget.isEnabled()


def test_a_keychain_that_fails_is_told_of_and_nothing_is_sent_without_a_key(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace, keychain: Keychain
):
    keychain.fault = RuntimeError("the keychain is locked")
    with ServiceServer() as server:
        _, dialog = opened(qtbot, open_window, library, server)
        # On this computer none is needed.
        send(qtbot, dialog)
        assert "tagged" in dialog.note.text()
        dialog.form.address.setText("https://service.example.com/v1")
        dialog.only_new.setChecked(False)
        send(qtbot, dialog)
        assert "cannot be read from the system's keychain" in dialog.note.text()
        assert dialog.send.text() == "Send"
        # What is typed is used all the same.
        dialog.form.address.setText(server.address)
        qtbot.keyClicks(dialog.form.key, "sk-own")
        server.keys.clear()
        send(qtbot, dialog)
        qtbot.waitUntil(lambda: dialog.send.text() == "Send", timeout=PATIENCE)
        assert "cannot be kept in the system's keychain" in dialog.note.text()
        assert set(server.keys) == {"Bearer sk-own"}


def test_an_address_that_is_refused_says_why_and_no_error_of_another_stays(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    with ServiceServer(refuse_after=0) as server:
        _, dialog = opened(qtbot, open_window, library, server)
        send(qtbot, dialog)
        dialog.form.address.clear()
        assert not dialog.note.isVisible()
        qtbot.keyClicks(dialog.form.address, "http:")
        assert not dialog.form.fault.isVisible()
        qtbot.keyClicks(dialog.form.address, "//example.com/v1")
        assert "https://" in dialog.form.fault.text()
        assert dialog.form.fault.isVisible()
        assert not dialog.form.check.isEnabled()
        dialog.form.address.setText("http://nas:11434/v1")
        assert not dialog.form.fault.isVisible()
        assert dialog.form.check.isEnabled()


def test_each_fault_of_an_address_is_known_to_the_translator():
    assert set(ADDRESS_FAULTS) == {fault.value for fault in AddressFault}


def test_an_answer_for_another_address_is_not_shown(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    with ServiceServer(models="<html>") as server:
        session, dialog = opened(qtbot, open_window, library, server)
        with qtbot.waitSignal(session.workers.services.check_failed, timeout=PATIENCE):
            qtbot.mouseClick(dialog.form.check, LEFT)
            dialog.form.address.setText("http://nas:11434/v1")
        assert not dialog.note.isVisible()


def test_a_service_that_asks_to_wait_is_waited_for_and_the_user_is_told(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    with ServiceServer(retry_after="100") as server:
        server.trouble.append((429, "{}"))
        _, dialog = opened(qtbot, open_window, library, server)
        dialog.consent.setChecked(True)
        qtbot.mouseClick(dialog.send, LEFT)
        qtbot.waitUntil(dialog.state.isVisible, timeout=PATIENCE)
        assert "asks to wait" in dialog.state.text()
        qtbot.mouseClick(dialog.send, LEFT)
        qtbot.waitUntil(dialog.note.isVisible, timeout=PATIENCE)
        assert dialog.send.text() == "Send"
        assert not dialog.state.isVisible()


def test_a_price_that_nobody_named_is_unknown_and_not_nothing(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    with ServiceServer() as server:
        _, dialog = opened(qtbot, open_window, library, server)
        assert dialog.form.input_price.text() == "free"
        assert "price" not in dialog.estimate.text()
        # OpenAI's prices are OpenAI's alone.
        choose_preset(dialog, "OpenAI")
        assert "$" in dialog.form.input_price.text()
        dialog.form.address.setText("https://example.org/v1")
        assert dialog.form.input_price.text() == "unknown"
        assert "price unknown" in dialog.estimate.text()


@pytest.mark.parametrize("language", ["en", "ko"])
def test_an_error_never_hides_where_the_pictures_go(
    language: str, qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    with ServiceServer() as server:
        session = open_window(library, language, begin=False)
        wait_for_pictures(qtbot, session)
        session.window.gallery.selectAll()
        session.window.menu.service_requested.emit()
        dialog = session.window.services.dialog
        dialog.form.address.setText(server.address)
        dialog.show_note("what went wrong " * 30)
        qtbot.waitUntil(dialog.note.isVisible, timeout=PATIENCE)
        for part in (dialog.where, dialog.consent, dialog.note):
            assert dialog.rect().contains(part.geometry())
            assert part.height() >= part.heightForWidth(part.width())
            assert not part.visibleRegion().isEmpty()
            assert part.visibleRegion().boundingRect().size() == part.size()


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
