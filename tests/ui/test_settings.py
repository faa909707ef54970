"""What the user sets holds at once, is found by searching, and is remembered."""

import sys
from pathlib import Path

import pytest
from conftest import OpenWindow, close
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot
from window_actions import PATIENCE, search_for, wait_for_pictures

sys.path.append(str(Path(__file__).parent.parent / "vision"))

from tiny_models import WEIGHTS, make_repository, register  # isort: skip

from organizer.indexing.computing import Hardware, Precision, chosen_hardware
from organizer.library.edits import DecideCategory
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.ui.app import Session
from organizer.ui.preferences import Preferences
from organizer.ui.settings.dialog import SettingsDialog
from organizer.ui.settings.pages import Pages
from organizer.ui.theme import DARK, ThemeChoice
from organizer.ui.translation import Language
from organizer.ui.viewer.motion import animation_milliseconds

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is remembered here is not for other tests."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "data"))


def open_settings(session: Session) -> tuple[SettingsDialog, Pages]:
    settings = session.window.settings
    settings.open()
    assert settings.dialog is not None
    assert settings.pages is not None
    return settings.dialog, settings.pages


def titles(dialog: SettingsDialog) -> set[str]:
    """What is called so on all pages, where a search leaves it."""
    return {row.title for page in dialog.pages for row in page.rows if not row.isHidden()}


def pages_listed(dialog: SettingsDialog) -> list[str]:
    items = map(dialog.list.item, range(dialog.list.count()))
    return [item.text() for item in items if not item.isHidden()]


def agree(qtbot: QtBot, dialog: SettingsDialog, text: str) -> None:
    box = dialog.findChild(QMessageBox)
    assert box is not None
    button = next(button for button in box.buttons() if button.text() == text)
    qtbot.mouseClick(button, LEFT)


def test_the_search_looks_through_all_pages_for_titles_hints_and_other_words(
    qtbot: QtBot, open_window: OpenWindow, place: LibraryPlace
):
    dialog, pages = open_settings(open_window(place, begin=False))
    assert pages_listed(dialog) == [
        "General",
        "Model and computer",
        "Hashtags",
        "Library",
        "Privacy",
    ]
    qtbot.keyClicks(dialog.search, "NIGHT")
    assert titles(dialog) == {"Theme"}
    assert pages_listed(dialog) == ["General"]
    dialog.search.clear()
    qtbot.keyClicks(dialog.search, "gpu speed")
    assert titles(dialog) == {"Processor"}
    assert dialog.stack.currentWidget() is pages.model
    dialog.search.setText("privacy")
    assert dialog.stack.currentWidget() is pages.privacy
    assert len([row for row in pages.privacy.rows if not row.isHidden()]) == len(pages.privacy.rows)
    dialog.search.setText("nothing is called so")
    assert dialog.stack.currentWidget() is dialog.nothing
    qtbot.keyClick(dialog.search, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert len(pages_listed(dialog)) == len(dialog.pages)


def test_the_keys_open_the_settings_and_escape_closes_them(
    qtbot: QtBot, open_window: OpenWindow, place: LibraryPlace
):
    session = open_window(place, begin=False)
    session.window.activateWindow()
    qtbot.waitUntil(session.window.isActiveWindow, timeout=PATIENCE)
    qtbot.keyClick(session.window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    dialog = session.window.settings.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow, timeout=PATIENCE)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert session.window.settings.dialog is None


def test_another_language_and_theme_hold_at_once_and_leave_the_settings_where_they_were(
    qtbot: QtBot, open_window: OpenWindow, place: LibraryPlace
):
    session = open_window(place, begin=False)
    first = session.window
    dialog, pages = open_settings(session)
    dialog.search.setText("e")
    pages.general.language.setFocus()
    pages.general.language.choose(Language.KOREAN)
    pages.general.language.activated.emit(0)
    qtbot.waitUntil(lambda: session.window is not first, timeout=PATIENCE)
    second = session.window
    assert second.settings.dialog is not None
    assert second.settings.dialog.search.text() == "e"
    assert second.settings.pages is not None
    assert second.settings.pages.general.language.value is Language.KOREAN
    assert second.settings.dialog.focusWidget() is second.settings.pages.general.language
    second.settings.pages.general.theme.choose(ThemeChoice.DARK)
    second.settings.pages.general.theme.activated.emit(2)
    qtbot.waitUntil(lambda: session.window is not second, timeout=PATIENCE)
    assert session.window.palette().window().color().name() == DARK.window
    assert session.window.settings.dialog is not None


def test_what_is_begun_in_a_dialog_is_not_lost_when_the_system_turns_dark(
    qtbot: QtBot, open_window: OpenWindow, place: LibraryPlace
):
    session = open_window(place, begin=False)
    window = session.window
    window.model_choosing.open()
    dialog = window.model_choosing.dialog
    assert dialog is not None
    dialog.other.name.setText("begun")
    session.show_theme(ThemeChoice.DARK)
    assert dialog.isVisible()
    assert dialog.palette().window().color().name() == DARK.window
    assert session.window is window
    dialog.close()
    qtbot.waitUntil(lambda: session.window is not window, timeout=PATIENCE)


def test_nothing_moves_when_the_user_wants_so_and_it_is_remembered(
    open_window: OpenWindow, place: LibraryPlace, monkeypatch: pytest.MonkeyPatch
):
    session = open_window(place, begin=False)
    # Where nobody looks nothing moves anyway.
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
    assert 0 < animation_milliseconds() < 200
    _, pages = open_settings(session)
    pages.general.stillness.choose(True)
    pages.general.stillness.activated.emit(1)
    assert animation_milliseconds() == 0
    application = session._application
    close(session)
    again = Session(application, place, "built-in", None)
    try:
        assert animation_milliseconds() == 0
        _, pages = open_settings(again)
        assert pages.general.stillness.value is True
        pages.general.stillness.choose(False)
        pages.general.stillness.activated.emit(0)
        assert animation_milliseconds() > 0
    finally:
        close(again)


def test_a_processor_that_cannot_be_used_is_told_of_and_the_cpu_used_instead(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace, tmp_path: Path
):
    register(tmp_path / "configurations")
    make_repository(tmp_path / "tiny-english", "tiny-english")
    session = open_window(library)
    indexing = session.workers.indexing
    dialog, pages = open_settings(session)
    dialog.show_page(pages.model)
    qtbot.waitUntil(lambda: "starter" in pages.model.measured_row.hint, timeout=PATIENCE)
    indexing.request_model(f"tiny-english:{tmp_path / 'tiny-english' / WEIGHTS}")
    qtbot.waitUntil(lambda: "CPU · " in pages.model.measured_row.hint, timeout=PATIENCE)
    banner = session.window.banner
    indexing.request_hardware(Hardware("meta", Precision.FLOAT32))
    told = "meta cannot be used for this model"
    qtbot.waitUntil(lambda: told in banner.text(), timeout=PATIENCE)
    qtbot.waitUntil(
        lambda: pages.model.measured_row.hint.startswith("CPU · float32"), timeout=PATIENCE
    )
    assert chosen_hardware() == Hardware("meta", Precision.FLOAT32)
    pages.model.device.choose("cpu")
    pages.model.device.activated.emit(1)
    qtbot.waitUntil(lambda: chosen_hardware().device == "cpu", timeout=PATIENCE)


def test_what_was_learned_is_forgotten_when_asked_and_can_be_had_back(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library)
    wait_for_pictures(qtbot, session)

    def decisions() -> int:
        with LibraryReader(library) as reader:
            return len(reader.learning.decisions())

    with LibraryReader(library) as reader:
        ids = tuple(map(int, reader.listing(Filter()).ids[:2]))
    session.workers.history.do("decide", DecideCategory(ids, "pets", True))
    dialog, pages = open_settings(session)
    dialog.show_page(pages.privacy)
    row = pages.privacy.learned_row
    button = row.findChild(QPushButton)
    assert button is not None
    # What was decided is told of as soon as the library knows it.
    qtbot.waitUntil(lambda: decisions() == 2, timeout=PATIENCE)
    session.workers.facts.request()
    qtbot.waitUntil(button.isEnabled, timeout=PATIENCE)
    assert row.hint.startswith("2 ")
    qtbot.mouseClick(button, LEFT)
    agree(qtbot, dialog, "Forget")
    qtbot.waitUntil(lambda: decisions() == 0, timeout=PATIENCE)
    session.workers.history.undo()
    qtbot.waitUntil(lambda: decisions() == 2, timeout=PATIENCE)


def test_the_library_and_its_archives_are_told_of(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace, sample: Path
):
    dialog, pages = open_settings(open_window(library, begin=False))
    dialog.show_page(pages.library)
    qtbot.waitUntil(lambda: len(pages.library.rows) == 3, timeout=PATIENCE)
    place, size, archive = pages.library.rows
    assert place.hint == str(library.database)
    assert "B" in size.hint
    assert archive.title == sample.name
    assert str(sample) in archive.hint


def test_what_was_searched_for_is_forgotten_on_request(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    wait_for_pictures(qtbot, session)
    preferences = Preferences(library)
    search_for(qtbot, session, "palace")
    qtbot.waitUntil(lambda: preferences.recent_searches == ("palace",), timeout=PATIENCE)
    _, pages = open_settings(session)
    (clear,) = (
        one
        for one in pages.privacy.findChildren(QPushButton)
        if one.accessibleName() == "Clear recent searches"
    )
    qtbot.mouseClick(clear, LEFT)
    assert not clear.isEnabled()
    assert preferences.recent_searches == ()
