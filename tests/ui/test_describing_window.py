"""Descriptions are switched on, shown, searched and deleted in the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import OpenWindow
from model_actions import (
    agree_to_delete,
    agree_to_download,
    click,
    name_other,
    open_models,
    wait_for,
)
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from window_actions import wait_for_pictures

from hub_server import HubServer, Trouble, repository_files  # isort: skip
from tiny_models import (  # isort: skip
    COCA_NAME,
    COCA_REPOSITORY,
    WEIGHTS,
    install_coca,
    make_coca_repository,
    make_coca_small,
    make_repository,
    register,
)

from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.writer import LibraryWriter
from organizer.ui.app import Session
from organizer.ui.model_dialog.card import ModelCard
from organizer.vision.model_store import ModelStore

SENTENCE = "two giraffes under a kite ."


@pytest.fixture(autouse=True)
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a user who has nothing yet keeps models; the one that describes is tiny."""
    make_coca_small(monkeypatch)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "data"))
    return tmp_path / "data" / "Photo Organizer" / "models"


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[HubServer]:
    files = repository_files(make_coca_repository(tmp_path / "hub", SENTENCE))
    with HubServer({COCA_REPOSITORY: files}) as running:
        constants = "huggingface_hub.constants"
        monkeypatch.setattr(f"{constants}.ENDPOINT", running.endpoint)
        template = running.endpoint + "/{repo_id}/resolve/{revision}/{filename}"
        monkeypatch.setattr(f"{constants}.HUGGINGFACE_CO_URL_TEMPLATE", template)
        yield running


def card_of(qtbot: QtBot, session: Session) -> ModelCard:
    return open_models(qtbot, session).cards[COCA_NAME]


def toggle(qtbot: QtBot, card: ModelCard) -> None:
    switch = card.describing.switch
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton, pos=switch.rect().center() / 2)


def described(place: LibraryPlace) -> int:
    with LibraryReader(place) as reader:
        return reader.descriptions.count()


def ready(place: LibraryPlace) -> int:
    with LibraryReader(place) as reader:
        return reader.counts().ready


@pytest.mark.usefixtures("server")
def test_switched_on_the_model_is_downloaded_and_pictures_are_described(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library)
    wait_for_pictures(qtbot, session)
    card = card_of(qtbot, session)
    assert card.describing.text == "It is downloaded first"
    assert list(card.buttons()) == ["Download 1.01 GB…"]
    toggle(qtbot, card)
    assert COCA_REPOSITORY in agree_to_download(qtbot, session)
    wait_for(qtbot, lambda: described(library) == ready(library))
    wait_for(qtbot, lambda: card.describing.text == f"{ready(library)} pictures are described")
    assert card.describing.switch.isChecked()
    assert list(card.buttons()) == [], "what is needed is not removed"

    window = session.window
    window.show_filter(Filter(text="giraffes kite"))
    wait_for_pictures(qtbot, session, ready(library))
    window.gallery.setCurrentIndex(window.model.index(0))
    panel = window.details
    wait_for(qtbot, lambda: panel.description.text() == "Two giraffes under a kite.")
    assert panel.description.isVisible()
    assert panel.description.textFormat() is Qt.TextFormat.PlainText
    selectable = Qt.TextInteractionFlag.TextSelectableByMouse
    assert panel.description.textInteractionFlags() & selectable
    offered = panel.hashtags.suggested.chips.hashtags()
    assert {"giraffe", "기린"} & set(offered)


def test_switched_on_while_another_model_comes_it_is_downloaded_after_that(
    qtbot: QtBot,
    open_window: OpenWindow,
    library: LibraryPlace,
    server: HubServer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    register(tmp_path / "configurations")
    # Once more: open_clip read all of its own anew.
    make_coca_small(monkeypatch)
    files = repository_files(make_repository(tmp_path / "tiny", "tiny-siglip"))
    server.repositories["tests/tiny-siglip"] = files
    server.troubles.append(Trouble(WEIGHTS, stall_after=20_000))
    session = open_window(library)
    dialog = open_models(qtbot, session)
    name_other(qtbot, dialog, "tiny-siglip", "test")
    wait_for(qtbot, lambda: "tiny-siglip/test" in dialog.cards)
    click(qtbot, dialog.cards["tiny-siglip/test"], "Download")
    agree_to_download(qtbot, session)
    downloads = session.workers.downloads
    wait_for(qtbot, lambda: bool(downloads.current and downloads.current.progress))
    card = dialog.cards[COCA_NAME]
    toggle(qtbot, card)
    assert card.describing.text == "It is downloaded after tiny-siglip · test"
    assert card.describing.switch.isChecked()
    toggle(qtbot, card)
    assert card.describing.text == "It is downloaded first"
    toggle(qtbot, card)
    # The wish outlives the window, as the download does.
    dialog.reject()
    session.show_theme(session._preferences.theme)
    card = card_of(qtbot, session)
    assert card.describing.text.startswith("It is downloaded after")
    server.released.set()
    assert COCA_REPOSITORY in agree_to_download(qtbot, session)
    wait_for(qtbot, lambda: described(library) == ready(library))
    assert {model.name for model in ModelStore().installed()} == {COCA_NAME, "tiny-siglip/test"}


@pytest.mark.usefixtures("server")
def test_who_does_not_want_the_download_has_it_off_again(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library)
    card = card_of(qtbot, session)
    toggle(qtbot, card)
    downloading = session.window.model_choosing.downloading
    wait_for(qtbot, lambda: downloading.confirmation is not None)
    assert card.describing.switch.isChecked()
    assert downloading.confirmation is not None
    downloading.confirmation.reject()
    wait_for(qtbot, lambda: not card.describing.switch.isChecked())
    assert described(library) == 0
    assert not ModelStore().installed()


def test_switched_off_descriptions_stay_until_they_are_deleted(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace, models: Path
):
    install_coca(models, SENTENCE)
    session = open_window(library)
    card = card_of(qtbot, session)
    toggle(qtbot, card)
    wait_for(qtbot, lambda: described(library) == ready(library))
    toggle(qtbot, card)
    wait_for(qtbot, lambda: not card.describing.remove.isHidden())
    assert described(library) == ready(library)
    click(qtbot, card, "Delete")
    agree_to_delete(qtbot, "Delete")
    wait_for(qtbot, lambda: described(library) == 0)
    wait_for(qtbot, lambda: card.describing.text == "")
    assert set(card.buttons()) == {"Remove…"}


def test_without_the_model_the_window_says_so_and_the_pictures_are_there(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    with LibraryWriter(library) as writer:
        writer.set_setting("describes_pictures", True)
    session = open_window(library)
    wait_for_pictures(qtbot, session)
    wait_for(qtbot, lambda: "is not downloaded" in session.window.banner.text())
    wait_for(qtbot, lambda: "filed" in session.window.status.text())


def test_the_viewer_shows_the_description_as_plain_text(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    with LibraryReader(library) as reader:
        ids = [int(one) for one in reader.listing(Filter()).ids]
    with LibraryWriter(library) as writer:
        writer.store_descriptions(dict.fromkeys(ids, "A <b>kite</b>"), "some model")
    session = open_window(library)
    wait_for_pictures(qtbot, session)
    window = session.window
    window.gallery.setFocus()
    window.gallery.setCurrentIndex(window.model.index(0))
    qtbot.keyClick(window.gallery, Qt.Key.Key_Return)
    wait_for(qtbot, lambda: window.viewer.screen is not None)
    assert window.viewer.screen is not None
    page = window.viewer.screen.viewer
    qtbot.keyClick(page.canvas, Qt.Key.Key_I)
    info = page.info
    wait_for(qtbot, lambda: info.description.text() == "A <b>kite</b>")
    assert info.description.isVisible()
    assert info.description.textFormat() is Qt.TextFormat.PlainText
