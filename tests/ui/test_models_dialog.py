"""Models are listed, downloaded, chosen and removed in the window."""

import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import OpenWindow, close
from model_actions import (
    agree_to_delete,
    agree_to_download,
    button_of,
    click,
    name_other,
    open_models,
    wait_for,
)
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtNetwork import QNetworkInformation
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot
from window_actions import wait_for_pictures

from hub_server import HubServer, Trouble, repository_files  # isort: skip
from tiny_models import WEIGHTS, make_repository, register  # isort: skip

from organizer.indexing.model_download import DownloadState
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.ui.app import Session
from organizer.ui.model_dialog.card import ModelCard
from organizer.ui.model_dialog.dialog import ModelDialog
from organizer.vision.download import download_model, plan_download
from organizer.vision.model_settings import chosen_model

NAME = "tiny-siglip/test"
FOLDER = "tiny-siglip--test"
PART = 20_000


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    folder = tmp_path_factory.mktemp("hub")
    register(folder / "configurations")
    return {"tests/tiny-siglip": repository_files(make_repository(folder / "files", "tiny-siglip"))}


@pytest.fixture(autouse=True)
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a user who has nothing yet keeps models."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "data"))
    return tmp_path / "data" / "Photo Organizer" / "models"


@pytest.fixture(autouse=True)
def server(
    files: dict[str, dict[str, bytes]], monkeypatch: pytest.MonkeyPatch
) -> Iterator[HubServer]:
    """The server that the client asks, as HF_ENDPOINT would set it for a new process."""
    with HubServer(files) as running:
        constants = "huggingface_hub.constants"
        monkeypatch.setattr(f"{constants}.ENDPOINT", running.endpoint)
        template = running.endpoint + "/{repo_id}/resolve/{revision}/{filename}"
        monkeypatch.setattr(f"{constants}.HUGGINGFACE_CO_URL_TEMPLATE", template)
        yield running


def add_tiny(qtbot: QtBot, dialog: ModelDialog) -> ModelCard:
    name_other(qtbot, dialog, "tiny-siglip", "test")
    wait_for(qtbot, lambda: NAME in dialog.cards)
    return dialog.cards[NAME]


def begin_download(qtbot: QtBot, session: Session, server: HubServer) -> ModelCard:
    """Downloads until PART of the weights is here; no more comes until the server is released."""
    server.troubles.append(Trouble(WEIGHTS, stall_after=PART))
    card = add_tiny(qtbot, open_models(qtbot, session))
    click(qtbot, card, "Download")
    agree_to_download(qtbot, session)
    wait_for(qtbot, lambda: received(session) > PART // 2)
    return card


def received(session: Session) -> int:
    current = session.workers.downloads.current
    return current.progress.done if current and current.progress else 0


def categories(place: LibraryPlace) -> dict[int, set[str]]:
    with LibraryReader(place) as reader:
        details = reader.details(reader.listing(Filter()).ids)
        return {one.id: {filed.category_id for filed in one.categories} for one in details}


def vectors(place: LibraryPlace) -> dict[str, int]:
    with LibraryReader(place) as reader:
        return {one.models[0]: one.pictures for one in reader.vectors.stored()}


def test_the_list_says_what_there_is_and_how_it_stands(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace, models: Path, server: HubServer
):
    begun = models / "ViT-B-16-SigLIP2--webli"
    begun.mkdir(parents=True)
    (begun / "download.lock").touch()
    (begun / f"{WEIGHTS}.0.part").write_bytes(bytes(35_186_632))
    dialog = open_models(qtbot, open_window(library))
    ids = [card.model.id for card in dialog.cards.values()]
    assert ids == ["built-in", "fast", "balanced", "korean-fast", "korean", "best", "descriptions"]
    starter, fast, _, _, korean, _, _ = dialog.cards.values()
    assert starter.badges == ["In use"]
    assert not starter.buttons()
    assert fast.state_text == "Not downloaded"
    assert list(fast.buttons()) == ["Download 605 MB…"]
    assert korean.state_text == "Partly downloaded: 35.2 MB"
    assert set(korean.buttons()) == {"Resume · 1.50 GB left", "Remove…"}
    wait_for(qtbot, lambda: fast.badges == ["Recommended for you"])
    assert not server.requests


def test_a_model_comes_with_its_size_shown_first_is_paused_and_goes_on(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace, server: HubServer, models: Path
):
    session = open_window(library)
    server.troubles.append(Trouble(WEIGHTS, stall_after=PART))
    card = add_tiny(qtbot, open_models(qtbot, session))
    assert not server.requests
    click(qtbot, card, "Download")
    said = agree_to_download(qtbot, session)
    assert "tests/tiny-siglip" in said
    assert str(models) in said
    wait_for(qtbot, lambda: received(session) > PART // 2)
    assert " of " in card.state_text
    assert "Model: " in session.window.status.download.text()

    click(qtbot, card, "Pause")
    assert "paused" in card.state_text
    server.released.set()
    downloads = session.workers.downloads
    wait_for(
        qtbot,
        lambda: (
            downloads.current is not None
            and downloads.current.progress is not None
            and downloads.current.progress.state is DownloadState.PAUSED
        ),
    )
    assert "paused" in session.window.status.download.text()
    click(qtbot, card, "Resume")
    wait_for(qtbot, lambda: card.state_text.startswith("On this computer"))
    assert session.window.status.download.isHidden()
    assert (models / FOLDER / WEIGHTS).is_file()
    first, *later = server.ranges(WEIGHTS)
    assert first is None
    assert later
    assert all(later)


def test_what_a_cancelled_download_left_is_gone_on_with_or_deleted(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace, server: HubServer, models: Path
):
    session = open_window(library)
    card = begin_download(qtbot, session, server)
    click(qtbot, card, "Cancel")
    server.released.set()
    wait_for(qtbot, lambda: button_of(card, "Resume") is not None)
    assert card.state_text.startswith("Partly downloaded")
    click(qtbot, card, "Remove")
    agree_to_delete(qtbot, "Remove")
    wait_for(qtbot, lambda: not (models / FOLDER).exists())


def test_a_model_that_an_installer_brought_is_not_removed_and_the_dialog_says_where_it_is(
    qtbot: QtBot,
    open_window: OpenWindow,
    library: LibraryPlace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    brought = download_model(plan_download(NAME, tmp_path / "bundle" / "models"))
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "bundle"), raising=False)
    session = open_window(library)
    dialog = open_models(qtbot, session)
    click(qtbot, dialog.cards[NAME], "Remove")
    wait_for(qtbot, lambda: "is not deleted" in dialog.banner.text())
    assert str(brought.folder) in dialog.banner.text()
    assert not dialog.findChildren(QMessageBox)
    assert brought.weights.is_file()


def test_without_a_server_the_dialog_says_what_to_do(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace, server: HubServer
):
    session = open_window(library)
    dialog = open_models(qtbot, session)
    card = add_tiny(qtbot, dialog)
    server.stop()
    click(qtbot, card, "Download")
    wait_for(qtbot, lambda: "the server cannot be reached" in dialog.banner.text())
    assert "Connect to the internet" in dialog.banner.text()
    assert button_of(card, "Download") is not None


def test_a_download_is_gone_on_with_after_the_window_was_closed(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace, server: HubServer, models: Path
):
    session = open_window(library)
    begin_download(qtbot, session, server)
    began = time.monotonic()
    close(session)
    assert time.monotonic() - began < 10
    server.released.set()
    wait_for(qtbot, lambda: all(one.name != "models" for one in threading.enumerate()))
    assert not (models / FOLDER / WEIGHTS).exists()

    session = open_window(library)
    card = open_models(qtbot, session).cards[NAME]
    assert card.state_text.startswith("Partly downloaded")
    click(qtbot, card, "Resume")
    wait_for(qtbot, lambda: card.state_text.startswith("On this computer"))
    assert server.ranges(WEIGHTS)[-1]


def test_a_download_goes_on_while_the_dialog_is_closed_and_the_window_made_anew(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace, server: HubServer, models: Path
):
    session = open_window(library)
    begin_download(qtbot, session, server)
    dialog = session.window.model_choosing.dialog
    assert dialog is not None
    dialog.reject()
    session.show_theme(session._preferences.theme)
    assert "Model: " in session.window.status.download.text()
    server.released.set()
    wait_for(qtbot, lambda: "is downloaded" in session.window.banner.text())
    assert (models / FOLDER / WEIGHTS).is_file()


def test_another_model_is_used_without_a_restart_and_the_first_one_again_at_once(
    qtbot: QtBot, open_window: OpenWindow, place: LibraryPlace, own_sample: Path
):
    download_model(plan_download(NAME))
    session = open_window(place)
    session.window.adding.add([own_sample])
    wait_for_pictures(qtbot, session)
    wait_for(qtbot, lambda: "filed" in session.window.status.text())
    before = categories(place)
    dialog = open_models(qtbot, session)
    click(qtbot, dialog.cards[NAME], "Use")
    wait_for(qtbot, lambda: dialog.cards[NAME].badges == ["In use"])
    assert chosen_model() == NAME
    wait_for(qtbot, lambda: vectors(place).get(NAME) == len(before))
    wait_for(qtbot, lambda: "filed" in session.window.status.text())
    assert "CLIP tiny-siglip" in session.window.status._model.text()
    assert categories(place) != before

    # Whatever looks at a picture from here on finds nothing.
    for path in own_sample.rglob("*.jpg"):
        path.unlink()
    click(qtbot, dialog.cards["built-in"], "Use")
    wait_for(qtbot, lambda: "In use" in dialog.cards["built-in"].badges)
    wait_for(qtbot, lambda: categories(place) == before)
    assert chosen_model() == "built-in"


def test_what_a_model_found_is_deleted_when_asked_and_the_library_smaller(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    download_model(plan_download(NAME))
    session = open_window(library)
    dialog = open_models(qtbot, session)
    click(qtbot, dialog.cards[NAME], "Use")
    wait_for(qtbot, lambda: len(set(vectors(library).values())) == 1 and NAME in vectors(library))
    kept = categories(library)
    click(qtbot, dialog.cards["built-in"], "Delete")
    agree_to_delete(qtbot, "Delete")
    wait_for(qtbot, lambda: list(vectors(library)) == [NAME])
    wait_for(qtbot, lambda: "smaller" in dialog.banner.text())
    assert categories(library).keys() == kept.keys()


def test_a_model_that_cannot_be_loaded_leaves_the_one_in_use(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace, tmp_path: Path
):
    broken = tmp_path / "무게.safetensors"
    broken.write_bytes(b"no weights at all")
    session = open_window(library)
    dialog = open_models(qtbot, session)
    name_other(qtbot, dialog, "tiny-english", str(broken))
    name = f"tiny-english:{broken}"
    wait_for(qtbot, lambda: name in dialog.cards)
    click(qtbot, dialog.cards[name], "Use")
    wait_for(qtbot, lambda: "무게.safetensors holds no weights" in dialog.banner.text())
    assert "Starter stays in use" in dialog.banner.text()
    assert dialog.cards["built-in"].badges[-1] == "In use"
    assert chosen_model() == "built-in"
    wait_for(qtbot, lambda: "filed" in session.window.status.text())


def test_a_model_that_does_not_exist_is_told_of_beside_the_field(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace, server: HubServer
):
    dialog = open_models(qtbot, open_window(library))
    name_other(qtbot, dialog, "tiny-english", "no_such_tag")
    wait_for(qtbot, lambda: bool(dialog.other.problem))
    assert "There is no model tiny-english/no_such_tag" in dialog.other.problem
    assert not server.requests


def test_weights_for_research_only_say_so(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    dialog = open_models(qtbot, open_window(library))
    name_other(qtbot, dialog, "ViT-B-32-quickgelu", "metaclip_400m")
    name = "ViT-B-32-quickgelu/metaclip_400m"
    wait_for(qtbot, lambda: name in dialog.cards)
    assert dialog.cards[name].model.terms == "for non-commercial use only"
    assert "No commercial use" in dialog.cards[name].facts


class System(QObject):
    """What the system knows of its connections, in place of QNetworkInformation's own."""

    reachabilityChanged = Signal(QNetworkInformation.Reachability)  # noqa: N815 - Qt's name
    isBehindCaptivePortalChanged = Signal(bool)  # noqa: N815 - Qt's name

    def __init__(self) -> None:
        super().__init__()
        self._reachability = QNetworkInformation.Reachability.Online
        self._must_sign_in = False

    def reachability(self) -> QNetworkInformation.Reachability:
        return self._reachability

    def isBehindCaptivePortal(self) -> bool:  # noqa: N802 - Qt's name
        return self._must_sign_in

    def turn(self, reachability: str, must_sign_in: bool = False) -> None:
        self._reachability = QNetworkInformation.Reachability[reachability]
        self._must_sign_in = must_sign_in
        self.reachabilityChanged.emit(self._reachability)
        self.isBehindCaptivePortalChanged.emit(must_sign_in)


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> System:
    """A system that is connected, whatever the one is that runs the tests."""
    stand_in = System()
    monkeypatch.setattr(QNetworkInformation, "loadBackendByFeatures", lambda _: True)
    monkeypatch.setattr(QNetworkInformation, "instance", lambda: stand_in)
    monkeypatch.setattr("organizer.ui.model_dialog.offer.DELAY_MILLISECONDS", 0)
    return stand_in


@pytest.mark.parametrize(
    ("reachability", "must_sign_in"),
    [("Disconnected", False), ("Local", False), ("Site", False), ("Online", True)],
)
def test_without_internet_nothing_is_offered_until_there_is(
    qtbot: QtBot,
    open_window: OpenWindow,
    library: LibraryPlace,
    server: HubServer,
    system: System,
    reachability: str,
    must_sign_in: bool,
):
    system.turn(reachability, must_sign_in)
    session = open_window(library)
    offer, banner = session.window.model_choosing.offer, session.window.banner
    wait_for(qtbot, lambda: offer.is_due)
    assert not banner.isVisible()
    system.turn("Online")
    assert banner.action.text() == "See models…"
    assert banner.isVisible()
    assert not server.requests


def test_where_the_system_does_not_know_of_the_internet_larger_models_are_offered(
    qtbot: QtBot,
    open_window: OpenWindow,
    library: LibraryPlace,
    system: System,
    monkeypatch: pytest.MonkeyPatch,
):
    assert system
    monkeypatch.setattr(QNetworkInformation, "loadBackendByFeatures", lambda _: False)
    session = open_window(library)
    wait_for(qtbot, session.window.banner.isVisible)
    assert session.window.banner.action.text() == "See models…"


@pytest.mark.usefixtures("system")
def test_larger_models_are_offered_once_without_asking_a_server(
    qtbot: QtBot,
    open_window: OpenWindow,
    library: LibraryPlace,
    server: HubServer,
):
    session = open_window(library)
    banner = session.window.banner
    wait_for(qtbot, banner.isVisible)
    assert banner.action.text() == "See models…"
    banner.action.click()
    assert session.window.model_choosing.dialog is not None
    close(session)

    session = open_window(library)
    wait_for(qtbot, lambda: "filed" in session.window.status.text())
    assert not session.window.model_choosing.offer.is_waiting
    assert not session.window.banner.isVisible()
    assert not server.requests


def test_who_searches_in_korean_is_led_to_a_model_that_understands(
    open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library)
    session.window.model_choosing.offer_for_query("바다에서 강아지", "SigLIP 2 B/16")
    banner = session.window.banner
    assert "바다에서 강아지" in banner.text()
    assert "SigLIP 2 B/16" in banner.text()
    banner.action.click()
    assert session.window.model_choosing.dialog is not None
    assert not banner.isVisible()


def test_enter_in_a_field_adds_the_model_and_presses_nothing_else(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace, server: HubServer
):
    session = open_window(library)
    dialog = open_models(qtbot, session)
    dialog.other.name.setText("tiny-siglip")
    dialog.other.weights.setText("test")
    dialog.other.weights.setFocus()
    qtbot.keyClick(dialog.other.weights, Qt.Key.Key_Return)
    wait_for(qtbot, lambda: NAME in dialog.cards)
    assert dialog.isVisible()
    assert session.workers.downloads.current is None
    assert not server.requests
