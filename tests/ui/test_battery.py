"""A laptop on battery waits for mains power in the window, when its user has said so."""

from pathlib import Path

import pytest
from conftest import OpenWindow, close
from laptop import Desktop, Laptop
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from window_actions import PATIENCE, drop, search_for, shown, wait_for_pictures

from organizer.indexing.indexer import Indexer
from organizer.indexing.power import choose_waiting_on_battery, waits_on_battery
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.ui.app import Session
from organizer.ui.settings.model_page import ModelPage
from organizer.ui.translation import Language

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is remembered here is not for other tests."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "data"))


def wait_for_status(qtbot: QtBot, session: Session, text: str) -> None:
    qtbot.waitUntil(lambda: text in session.window.status.text(), timeout=PATIENCE)


def ready(place: LibraryPlace) -> int:
    with LibraryReader(place) as reader:
        return reader.counts().ready


def model_page(session: Session) -> ModelPage:
    settings = session.window.settings
    settings.open()
    assert settings.pages is not None
    return settings.pages.model


def titles(page: ModelPage) -> list[str]:
    return [row.title for row in page.rows]


def choose(page: ModelPage, is_waiting: bool) -> None:
    page.waiting.choose(is_waiting)
    page.waiting.activated.emit(page.waiting.currentIndex())


def test_pictures_are_shown_and_looked_at_once_it_is_plugged_in(
    qtbot: QtBot, open_window: OpenWindow, place: LibraryPlace, own_sample: Path
):
    choose_waiting_on_battery(True)
    laptop = Laptop()
    session = open_window(place, power=laptop)
    status = session.window.status
    drop(session, own_sample)
    wait_for_pictures(qtbot, session)
    wait_for_status(qtbot, session, "Waiting for mains power – ")
    assert f" – {shown(session)} picture" in status.text()
    assert status.continue_button.isVisible()
    assert ready(place) == 0
    laptop.is_plugged = True
    wait_for_status(qtbot, session, "All pictures are filed")
    assert not status.continue_button.isVisible()
    assert ready(place) == shown(session)


def test_who_cannot_wait_goes_on_at_once(
    qtbot: QtBot, open_window: OpenWindow, place: LibraryPlace, own_sample: Path
):
    choose_waiting_on_battery(True)
    session = open_window(place, power=Laptop())
    drop(session, own_sample)
    wait_for_status(qtbot, session, "Waiting for mains power")
    qtbot.mouseClick(session.window.status.continue_button, LEFT)
    wait_for_status(qtbot, session, "All pictures are filed")
    assert ready(place) > 0
    assert waits_on_battery()


def test_it_is_paused_and_resumed_in_the_next_window_too(
    qtbot: QtBot, open_window: OpenWindow, place: LibraryPlace, own_sample: Path
):
    choose_waiting_on_battery(True)
    laptop = Laptop()
    session = open_window(place, power=laptop)
    drop(session, own_sample)
    wait_for_status(qtbot, session, "Waiting for mains power")
    qtbot.mouseClick(session.window.status.pause_button, LEFT)
    assert session.window.status.text().endswith("paused")
    assert not session.window.status.continue_button.isVisible()
    session.show_language(Language.ENGLISH)
    status = session.window.status
    assert status.text().endswith("paused")
    qtbot.mouseClick(status.pause_button, LEFT)
    assert "Waiting for mains power" in status.text()
    assert status.continue_button.isVisible()
    laptop.is_plugged = True
    wait_for_status(qtbot, session, "All pictures are filed")


def test_a_search_does_not_wait(
    qtbot: QtBot, open_window: OpenWindow, place: LibraryPlace, own_sample: Path
):
    with Indexer(place) as indexer:
        indexer.add(own_sample)
        indexer.understand()
        written_over = next((own_sample / "media" / "posts").rglob("*.jpg"))
        Image.new("RGB", (64, 64), "green").save(written_over, "JPEG")
        assert indexer.add(own_sample, is_thorough=True).waiting == 1
    choose_waiting_on_battery(True)
    session = open_window(place, power=Laptop())
    wait_for_status(qtbot, session, "Waiting for mains power – 1 ")
    wait_for_pictures(qtbot, session)
    found = shown(session)
    search_for(qtbot, session, "a kitten")
    qtbot.waitUntil(lambda: 0 < shown(session) < found, timeout=PATIENCE)
    wait_for_status(qtbot, session, "Waiting for mains power – 1 ")


def test_what_is_set_holds_at_once_and_after_a_restart(
    qtbot: QtBot, open_window: OpenWindow, place: LibraryPlace, own_sample: Path
):
    laptop = Laptop()
    session = open_window(place, power=laptop)
    page = model_page(session)
    assert page.waiting.value is False
    choose(page, True)
    qtbot.waitUntil(waits_on_battery, timeout=PATIENCE)
    session.window.settings.close()
    drop(session, own_sample)
    wait_for_status(qtbot, session, "Waiting for mains power")
    close(session)

    again = open_window(place, power=laptop)
    wait_for_status(qtbot, again, "Waiting for mains power")
    page = model_page(again)
    assert page.waiting.value is True
    choose(page, False)
    wait_for_status(qtbot, again, "All pictures are filed")
    assert not waits_on_battery()


def test_what_was_set_when_the_program_ends_is_remembered(
    open_window: OpenWindow, place: LibraryPlace
):
    session = open_window(place, begin=False, power=Laptop())
    choose(model_page(session), True)
    close(session)
    assert waits_on_battery()


def test_without_a_battery_nothing_is_said_of_it(open_window: OpenWindow, place: LibraryPlace):
    with_battery = model_page(open_window(place, begin=False, power=Laptop()))
    assert "On battery" in titles(with_battery)
    without = model_page(open_window(place, begin=False, power=Desktop()))
    assert "On battery" not in titles(without)
    assert not without.waiting.isVisible()
