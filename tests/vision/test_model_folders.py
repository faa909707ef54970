"""Models lie where they were downloaded to, where an installer or a person put them."""

import re
import shutil
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from downloading import AT_ONCE, FOLDER, NAME, REPOSITORY, bytes_kept, download, is_installed, plan
from hub_server import HubServer, Trouble, repository_files
from tiny_models import WEIGHTS, make_repository, register

from organizer.vision.download import download_model
from organizer.vision.download_progress import DownloadProgress
from organizer.vision.errors import DownloadInterrupted, DownloadRunning, ModelNotOurs
from organizer.vision.hub import Hub
from organizer.vision.model_removal import delete_model
from organizer.vision.model_settings import models_folder
from organizer.vision.model_store import ModelStore
from organizer.vision.models import load_encoder

PARTS = ("tiny-siglip", "test")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("hub")
    register(folder / "configurations")
    return repository_files(make_repository(folder / "tiny-siglip", "tiny-siglip"))


@pytest.fixture
def server(files: dict[str, bytes]) -> Iterator[HubServer]:
    with HubServer({REPOSITORY: dict(files)}) as running:
        yield running


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of models of a user who has nothing yet."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "data"))
    return models_folder()


def put_by_hand(server: HubServer, folder: Path) -> Path:
    """A folder of the tiny model as a person makes it, from files downloaded elsewhere."""
    made = download(server, folder.parent / "elsewhere").folder
    for name in ("manifest.json", "download.lock"):
        (made / name).unlink(missing_ok=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(made, folder)
    return folder


def break_off(server: HubServer, models: Path) -> None:
    server.troubles += [Trouble(WEIGHTS, cut_after=50_000)] + [Trouble(WEIGHTS, cut_after=0)] * 2
    with pytest.raises(DownloadInterrupted):
        download(server, models)


def test_a_model_that_is_being_downloaded_is_not_deleted(server: HubServer, models: Path):
    server.troubles.append(Trouble(WEIGHTS, stall_after=200_000))
    planned, begun = plan(server, models), threading.Event()

    def watch(progress: DownloadProgress) -> None:
        if progress.file == WEIGHTS:
            begun.set()

    ended: list[object] = []

    def work() -> None:
        ended.append(download_model(planned, watch, hub=Hub(server.endpoint), policy=AT_ONCE))

    thread = threading.Thread(target=work)
    thread.start()
    assert begun.wait(60)
    with pytest.raises(DownloadRunning, match="cancel it first"):
        delete_model(ModelStore([models]), *PARTS)
    server.released.set()
    thread.join()
    assert ended
    assert is_installed(models)
    assert delete_model(ModelStore([models]), *PARTS) > 200_000
    assert not list(models.iterdir())


def test_what_a_download_left_is_deleted_and_begins_anew(server: HubServer, models: Path):
    break_off(server, models)
    assert delete_model(ModelStore([models]), *PARTS) > 50_000
    assert not (models / FOLDER).exists()
    download(server, models)
    assert server.ranges(WEIGHTS)[-1] is None
    assert is_installed(models)


@pytest.mark.parametrize("place", ["beside", "bundle"])
def test_a_model_that_the_installer_brought_is_found_used_and_never_deleted(
    server: HubServer, models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
):
    program, bundle = tmp_path / "program" / "photo-organizer", tmp_path / "bundle"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    monkeypatch.setattr(sys, "_MEIPASS", str(bundle), raising=False)
    folder = {"beside": program.parent, "bundle": bundle}[place] / "models"
    brought = download(server, folder).folder
    server.stop()
    assert load_encoder(NAME).name.startswith("open_clip/tiny-siglip/test/")
    with pytest.raises(ModelNotOurs, match=re.escape(str(brought))):
        delete_model(ModelStore(), *PARTS)
    assert ModelStore().find(*PARTS)

    own = shutil.copytree(brought, models / FOLDER)
    assert delete_model(ModelStore(), *PARTS) > 0
    assert not own.exists()
    found = ModelStore().find(*PARTS)
    assert found is not None
    assert found.folder == brought


def test_a_model_put_by_hand_is_deleted_from_the_apps_own_folder_only(
    server: HubServer, models: Path, tmp_path: Path
):
    other = tmp_path / "disk"
    kept = put_by_hand(server, other / FOLDER)
    with pytest.raises(ModelNotOurs):
        delete_model(ModelStore([other]), *PARTS)
    assert is_installed(other)
    models.mkdir(parents=True)
    shutil.move(kept, models / FOLDER)
    assert delete_model(ModelStore([models]), *PARTS) > 0
    assert not is_installed(models)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_what_a_link_among_the_models_leads_to_is_not_deleted(
    server: HubServer, models: Path, tmp_path: Path
):
    kept = download(server, tmp_path / "disk").folder
    models.mkdir(parents=True)
    (models / FOLDER).symlink_to(kept, target_is_directory=True)
    assert is_installed(models)
    with pytest.raises(ModelNotOurs):
        delete_model(ModelStore([models]), *PARTS)
    assert is_installed(tmp_path / "disk")


def test_files_copied_to_where_a_download_broke_off_are_found(
    server: HubServer, models: Path, tmp_path: Path
):
    break_off(server, models)
    assert bytes_kept(models) == 50_000
    by_hand = put_by_hand(server, tmp_path / "from another computer" / FOLDER)
    for file in by_hand.iterdir():
        shutil.copy(file, models / FOLDER)
    assert is_installed(models)
    assert not ModelStore([models]).unfinished()
    assert load_encoder(NAME, ModelStore([models])).dimension == 16
