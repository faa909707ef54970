"""Models are downloaded with the hub's own client from a real server, through all that happens."""

import contextlib
import errno
import io
import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import open_clip
import pytest
import skimage.data
from downloading import (
    AT_ONCE,
    FOLDER,
    NAME,
    PLENTY,
    REPOSITORY,
    bytes_kept,
    download,
    is_installed,
    plan,
)
from hub_server import HubServer, Trouble, repository_files
from huggingface_hub import close_session
from PIL import Image
from tiny_models import WEIGHTS, make_repository, register

from organizer.errors import OrganizerError
from organizer.vision.download import download_model, plan_download
from organizer.vision.download_progress import (
    DownloadCancelled,
    DownloadControl,
    DownloadProgress,
    DownloadState,
)
from organizer.vision.errors import (
    AnotherAnswer,
    DownloadDamaged,
    DownloadInterrupted,
    DownloadRefused,
    DownloadRunning,
    ModelNotDownloaded,
    ModelUnavailable,
    NoChecksum,
    NotEnoughSpace,
    NotOnServer,
    ServerBusy,
    ServerUnreachable,
    UnknownModel,
)
from organizer.vision.hardware import Hardware, Precision
from organizer.vision.hub import Hub
from organizer.vision.model_store import ModelStore
from organizer.vision.models import load_encoder
from organizer.vision.server_errors import RetryPolicy

if TYPE_CHECKING:
    from typing_extensions import Buffer

CAT = Image.fromarray(skimage.data.chelsea())


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What lies in the repository of the tiny model."""
    folder = tmp_path_factory.mktemp("hub")
    register(folder / "configurations")
    return repository_files(make_repository(folder / "tiny-siglip", "tiny-siglip"))


@pytest.fixture
def server(files: dict[str, bytes]) -> Iterator[HubServer]:
    with HubServer({REPOSITORY: dict(files)}) as running:
        yield running


@pytest.fixture
def models(tmp_path: Path) -> Path:
    return tmp_path / "models"


@contextlib.contextmanager
def cut_off() -> Iterator[list[object]]:
    """Every address that something wants to reach meanwhile, none of which it does."""
    wanted: list[object] = []

    def refuse(*arguments: object, **_options: object) -> None:
        wanted.append(arguments)
        raise OSError("this test has no network")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", refuse)
        patch.setattr(socket, "getaddrinfo", refuse)
        yield wanted


@pytest.fixture
def no_network() -> Iterator[list[object]]:
    with cut_off() as wanted:
        yield wanted


def test_the_size_is_known_before_anything_is_downloaded(
    server: HubServer, models: Path, files: dict[str, bytes]
):
    planned = plan(server, models)
    wanted = {"tokenizer_config.json", "tokenizer.json", WEIGHTS}
    assert {file.name for file in planned.files} == wanted
    assert planned.total_bytes == sum(len(files[name]) for name in wanted)
    assert planned.missing_bytes == planned.total_bytes
    assert not models.exists()
    assert [request.method for request in server.requests] == ["GET"]


def test_trap_9_a_downloaded_model_loads_without_the_network(
    server: HubServer, models: Path, monkeypatch: pytest.MonkeyPatch
):
    download(server, models)
    server.stop()
    monkeypatch.setitem(sys.modules, "transformers", None)
    with cut_off() as wanted:
        encoder = load_encoder(NAME, ModelStore([models]))
        assert encoder.encode_images([CAT]).shape == (1, 16)
        assert encoder.encode_texts(["고양이", "a cat"]).shape == (2, 16)
    assert wanted == []


def test_a_downloaded_model_gives_the_vectors_of_its_weights(
    server: HubServer, models: Path, files: dict[str, bytes], tmp_path: Path
):
    download(server, models)
    for name in ("tokenizer.json", "tokenizer_config.json", WEIGHTS):
        (tmp_path / name).write_bytes(files[name])
    exact = Hardware("cpu", Precision.FLOAT32)
    from_file = load_encoder(f"tiny-siglip:{tmp_path / WEIGHTS}", hardware=exact)
    downloaded = load_encoder(NAME, ModelStore([models]), exact)
    np.testing.assert_allclose(
        downloaded.encode_images([CAT]), from_file.encode_images([CAT]), atol=1e-6
    )
    np.testing.assert_allclose(
        downloaded.encode_texts(["강아지"]), from_file.encode_texts(["강아지"]), atol=1e-6
    )
    assert downloaded.name.startswith("open_clip/tiny-siglip/test/")


def test_progress_counts_all_bytes_and_ends_at_the_total(server: HubServer, models: Path):
    told: list[DownloadProgress] = []
    download(server, models, told.append)
    counts = [progress.done for progress in told]
    assert counts == sorted(counts)
    assert len(counts) > 3
    assert told[-1].done == told[-1].total == plan(server, models).total_bytes
    assert told[-1].state is DownloadState.FINISHED
    assert any(progress.bytes_per_second for progress in told)
    assert any(progress.seconds_left is not None for progress in told)


def test_the_token_goes_to_the_hub_and_not_to_where_the_bytes_are(
    server: HubServer, models: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("HF_TOKEN", "hf_secret")
    download(server, models)
    for request in server.requests:
        expected = None if request.path.startswith("/blobs/") else "Bearer hf_secret"
        assert request.token == expected


def test_after_a_cut_only_the_rest_is_asked_for(server: HubServer, models: Path):
    server.troubles.append(Trouble(WEIGHTS, cut_after=100_000))
    told: list[DownloadProgress] = []
    download(server, models, told.append)
    assert server.ranges(WEIGHTS) == [None, "bytes=100000-"]
    assert DownloadState.RETRYING in {progress.state for progress in told}
    assert is_installed(models)


def test_after_too_many_cuts_it_ends_and_later_goes_on(server: HubServer, models: Path):
    server.troubles += [Trouble(WEIGHTS, cut_after=50_000)] + [Trouble(WEIGHTS, cut_after=0)] * 2
    with pytest.raises(DownloadInterrupted, match="goes on where it stopped"):
        download(server, models)
    assert not is_installed(models)
    assert bytes_kept(models) == 50_000
    planned = plan(server, models)
    assert planned.total_bytes - planned.missing_bytes > 50_000
    download(server, models)
    assert server.ranges(WEIGHTS)[-1] == "bytes=50000-"
    assert is_installed(models)


def test_cuts_are_forgiven_as_long_as_something_comes(server: HubServer, models: Path):
    server.troubles += [Trouble(WEIGHTS, cut_after=30_000)] * 6
    download(server, models)
    assert server.ranges(WEIGHTS)[:3] == [None, "bytes=30000-", "bytes=60000-"]
    assert is_installed(models)


def test_a_server_that_sends_the_whole_again_is_understood(server: HubServer, models: Path):
    server.troubles += [Trouble(WEIGHTS, cut_after=100_000), Trouble(WEIGHTS, whole=True)]
    download(server, models)
    assert is_installed(models)


SIGN_IN = b"<html>Welcome to our guests. Please sign in.</html>"


@pytest.mark.parametrize(
    "trouble",
    [
        Trouble(WEIGHTS, page=SIGN_IN),
        Trouble(WEIGHTS, page=b""),
        Trouble(WEIGHTS, shift=7),
        Trouble(WEIGHTS, status=416),
    ],
    ids=["sign-in page", "empty page", "another part", "range refused"],
)
def test_what_is_not_the_file_costs_nothing_of_what_came(
    server: HubServer, models: Path, trouble: Trouble
):
    server.troubles += [Trouble(WEIGHTS, cut_after=100_000), trouble]
    download(server, models)
    assert server.ranges(WEIGHTS) == [None, "bytes=100000-", "bytes=100000-"]
    assert is_installed(models)


def test_a_sign_in_page_that_stays_is_told_of_and_what_came_is_kept(
    server: HubServer, models: Path
):
    server.troubles += [Trouble(WEIGHTS, cut_after=100_000)]
    server.troubles += [Trouble(WEIGHTS, page=SIGN_IN)] * AT_ONCE.attempts
    with pytest.raises(AnotherAnswer, match=r"text/html.*want you to sign in first"):
        download(server, models)
    assert bytes_kept(models) == 100_000
    download(server, models)
    assert server.ranges(WEIGHTS)[-1] == "bytes=100000-"
    assert is_installed(models)


def test_a_page_never_becomes_the_beginning_of_the_file(server: HubServer, models: Path):
    server.troubles.append(Trouble(WEIGHTS, page=SIGN_IN))
    download(server, models)
    assert server.ranges(WEIGHTS) == [None, None]
    assert is_installed(models)


def test_wrong_bytes_are_noticed_and_nothing_of_them_stays(server: HubServer, models: Path):
    server.troubles.append(Trouble(WEIGHTS, wrong=True))
    with pytest.raises(DownloadDamaged, match="checksum"):
        download(server, models)
    assert not is_installed(models)
    assert not list((models / FOLDER).glob(f"{WEIGHTS}*"))
    download(server, models)
    assert is_installed(models)


def test_wrong_bytes_of_a_small_file_are_noticed_too(server: HubServer, models: Path):
    server.troubles.append(Trouble("tokenizer_config.json", wrong=True))
    with pytest.raises(DownloadDamaged, match=r"tokenizer_config\.json"):
        download(server, models)
    assert not list((models / FOLDER).glob("tokenizer_config*"))


def test_a_mirror_that_lists_no_checksums_is_asked_for_each_file(server: HubServer, models: Path):
    server.lists_checksums = False
    server.troubles.append(Trouble(WEIGHTS, wrong=True))
    with pytest.raises(DownloadDamaged):
        download(server, models)
    download(server, models)
    assert is_installed(models)
    assert "HEAD" in {request.method for request in server.requests}


@pytest.mark.parametrize("etag", ["", '"d41d8cd98f00b204e9800998ecf8427e-7"', 'W/"5f-18c"'])
def test_a_mirror_without_checksums_is_refused_before_a_byte_is_fetched(
    server: HubServer, models: Path, etag: str
):
    server.lists_checksums, server.etag = False, etag
    with pytest.raises(NoChecksum, match=r"127\.0\.0\.1.*gives no size or checksum"):
        plan(server, models)
    assert not [request for request in server.requests if request.path.startswith("/blobs/")]
    assert not models.exists()


@pytest.mark.parametrize(
    ("status", "error", "words"),
    [
        (401, DownloadRefused, "accept terms"),
        (403, DownloadRefused, "HF_TOKEN"),
        (404, NotOnServer, "choose another model"),
        (418, DownloadInterrupted, "418"),
    ],
)
def test_a_refusal_ends_the_download_at_once_and_says_what_to_do(
    server: HubServer, models: Path, status: int, error: type[OrganizerError], words: str
):
    server.troubles += [Trouble(WEIGHTS, status=status)] * 9
    with pytest.raises(error, match=words):
        download(server, models)
    assert len(server.ranges(WEIGHTS)) == 1
    assert not is_installed(models)


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_a_passing_trouble_of_the_server_is_waited_for(
    server: HubServer, models: Path, status: int
):
    server.listing_statuses.append((status, {"Retry-After": "0"}))
    server.troubles += [Trouble(WEIGHTS, status=status, headers={"Retry-After": "0"})] * 2
    download(server, models)
    assert is_installed(models)


def http_date(seconds_ahead: float) -> str:
    return format_datetime(datetime.now(UTC) + timedelta(seconds=seconds_ahead), usegmt=True)


def test_as_long_as_the_server_asks_for_is_waited(server: HubServer, models: Path):
    server.troubles += [Trouble(WEIGHTS, status=503, headers={"Retry-After": "1"})]
    download(server, models)
    first, second = server.moments(WEIGHTS)
    assert second - first >= 1
    assert is_installed(models)


@pytest.mark.parametrize("ahead", [1, 86_400], ids=["our clock is right", "our clock is late"])
def test_until_the_moment_that_the_server_names_is_waited(
    server: HubServer, models: Path, ahead: int
):
    # Whole seconds in both headers: between them lies exactly one by the server's clock.
    named = datetime.now(UTC) + timedelta(seconds=ahead)
    headers = {
        "Date": format_datetime(named - timedelta(seconds=1), usegmt=True),
        "Retry-After": format_datetime(named, usegmt=True),
    }
    server.troubles.append(Trouble(WEIGHTS, status=429, headers=headers))
    download(server, models)
    first, second = server.moments(WEIGHTS)
    assert second - first >= 1
    assert is_installed(models)


def test_a_moment_that_is_past_or_nonsense_is_not_waited_for(server: HubServer, models: Path):
    for value in (http_date(-3600), "Sat, 99 Nov 2026", "soon", "-5"):
        server.troubles.append(Trouble(WEIGHTS, status=503, headers={"Retry-After": value}))
        server.troubles.append(Trouble(WEIGHTS, cut_after=1000))
    download(server, models)
    assert is_installed(models)


def test_a_moment_an_hour_ahead_is_not_waited_for(server: HubServer, models: Path):
    headers = {"Retry-After": http_date(3600)}
    server.troubles.append(Trouble(WEIGHTS, status=429, headers=headers))
    with pytest.raises(ServerBusy, match=r"try again in 3\d\d\d s"):
        download(server, models)


def test_a_server_that_stays_busy_ends_the_download(server: HubServer, models: Path):
    server.troubles += [Trouble(WEIGHTS, status=429, headers={"Retry-After": "0"})] * 9
    with pytest.raises(ServerBusy, match="Start again later"):
        download(server, models)
    assert len(server.ranges(WEIGHTS)) == AT_ONCE.attempts


def test_a_server_that_asks_for_an_hour_is_not_waited_for(server: HubServer, models: Path):
    server.troubles.append(Trouble(WEIGHTS, status=429, headers={"Retry-After": "3600"}))
    with pytest.raises(ServerBusy, match="3600 s"):
        download(server, models)


def test_what_the_server_asks_for_is_waited_for_and_doubled_otherwise():
    policy = RetryPolicy(attempts=5, first_wait_seconds=2, longest_wait_seconds=10)
    cut = ConnectionResetError()
    assert [policy.wait_seconds(cut, failures) for failures in (1, 2, 3, 4, 5)] == [
        2,
        4,
        8,
        10,
        None,
    ]


def test_without_a_server_it_says_so_at_once(server: HubServer, models: Path):
    server.stop()
    impatient = RetryPolicy(first_wait_seconds=1000)
    with pytest.raises(ServerUnreachable, match="Connect to the internet"):
        plan_download(NAME, models, Hub(server.endpoint), impatient)


def test_when_the_server_goes_away_in_between_it_goes_on_later(
    server: HubServer, models: Path, files: dict[str, bytes]
):
    planned = plan(server, models)
    server.stop()
    with pytest.raises(ServerUnreachable):
        download_model(planned, None, None, Hub(server.endpoint), AT_ONCE, lambda _: PLENTY)
    assert not is_installed(models)
    with HubServer({REPOSITORY: files}) as back:
        download(back, models)
    assert is_installed(models)


def test_the_setting_to_stay_offline_is_heeded(
    server: HubServer, models: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    with pytest.raises(ServerUnreachable, match="HF_HUB_OFFLINE"):
        plan(server, models)
    assert server.requests == []


@pytest.fixture
def new_session() -> Iterator[None]:
    """The hub's client reads the system's proxies when its session begins."""
    close_session()
    yield
    close_session()


@pytest.mark.usefixtures("new_session")
def test_the_proxy_of_the_system_is_used(
    server: HubServer, models: Path, monkeypatch: pytest.MonkeyPatch
):
    # Our server in the place of a proxy: it answers whatever host is asked for.
    monkeypatch.setenv("HTTP_PROXY", server.endpoint)
    monkeypatch.setenv("http_proxy", server.endpoint)
    hub = Hub("http://hub.invalid")
    planned = plan_download(NAME, models, hub, AT_ONCE)
    download_model(planned, hub=hub, policy=AT_ONCE, free_bytes=lambda _: PLENTY)
    assert is_installed(models)


@pytest.mark.usefixtures("new_session")
def test_a_proxy_that_does_not_answer_is_named(
    server: HubServer, models: Path, monkeypatch: pytest.MonkeyPatch
):
    server.stop()
    monkeypatch.setenv("HTTP_PROXY", server.endpoint)
    monkeypatch.setenv("http_proxy", server.endpoint)
    with pytest.raises(ServerUnreachable, match="check the proxy"):
        plan_download(NAME, models, Hub("http://hub.invalid"))


def test_a_sign_in_page_in_place_of_the_hub_is_told_from_it(server: HubServer, models: Path):
    server.listing_statuses.append((200, {"Content-Type": "text/html"}))
    with pytest.raises(ServerUnreachable, match="something else answers"):
        plan(server, models)


def test_a_repository_that_is_gone(server: HubServer, models: Path):
    server.repositories.clear()
    with pytest.raises(DownloadRefused):
        plan(server, models)


def test_a_repository_without_weights(server: HubServer, models: Path):
    del server.repositories[REPOSITORY][WEIGHTS]
    with pytest.raises(NotOnServer, match="has no open_clip_model"):
        plan(server, models)


def test_a_full_disk_is_noticed_before_the_download(server: HubServer, models: Path):
    with pytest.raises(NotEnoughSpace, match=r"0\.00 GB are free"):
        download(server, models, free=1000)
    assert server.ranges(WEIGHTS) == []


class FullDisk(io.FileIO):
    """A file on a disk with so much ROOM."""

    ROOM = 150_000

    def write(self, data: "Buffer") -> int:
        left = self.ROOM - self.seek(0, os.SEEK_END)
        if left <= 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return super().write(memoryview(data)[:left])


def test_a_disk_that_fills_up_meanwhile_keeps_what_came_and_it_goes_on(
    server: HubServer, models: Path, monkeypatch: pytest.MonkeyPatch
):
    usual = Path.open

    def opened(path: Path, mode: str = "r", **options: object) -> object:
        if path.suffix == ".part" and path.name.startswith(WEIGHTS):
            return FullDisk(path, mode.replace("b", ""))
        return usual(path, mode, **options)  # type: ignore[call-overload]

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", opened)
        with pytest.raises(NotEnoughSpace, match=r"is full.*choose a folder on another disk"):
            download(server, models)
    assert bytes_kept(models) == FullDisk.ROOM
    assert not is_installed(models)
    download(server, models)
    assert server.ranges(WEIGHTS) == [None, f"bytes={FullDisk.ROOM}-"]
    assert is_installed(models)


def test_a_download_is_paused_without_a_connection_and_goes_on(server: HubServer, models: Path):
    control, states = DownloadControl(), []

    def watch(progress: DownloadProgress) -> None:
        states.append(progress.state)
        if progress.file == WEIGHTS and not control.is_paused and len(states) < 6:
            control.pause()
        if progress.state is DownloadState.PAUSED:
            control.resume()

    download(server, models, watch, control)
    assert DownloadState.PAUSED in states
    assert len(server.ranges(WEIGHTS)) > 1
    assert server.ranges(WEIGHTS)[1] is not None
    assert is_installed(models)


def test_a_download_is_cancelled_and_later_goes_on(server: HubServer, models: Path):
    control = DownloadControl()

    def cancel(progress: DownloadProgress) -> None:
        if progress.file == WEIGHTS:
            control.cancel()

    with pytest.raises(DownloadCancelled):
        download(server, models, cancel, control)
    assert not is_installed(models)
    kept = bytes_kept(models)
    assert kept > 0
    download(server, models)
    assert server.ranges(WEIGHTS) == [None, f"bytes={kept}-"]


def test_a_cancelled_download_ends_while_it_is_paused(server: HubServer, models: Path):
    control = DownloadControl()
    control.pause()

    def cancel(progress: DownloadProgress) -> None:
        if progress.state is DownloadState.PAUSED:
            control.cancel()

    with pytest.raises(DownloadCancelled):
        download(server, models, cancel, control)


def test_what_came_of_other_weights_is_not_gone_on_with(
    server: HubServer, models: Path, tmp_path: Path
):
    server.troubles += [Trouble(WEIGHTS, cut_after=100_000)] + [Trouble(WEIGHTS, cut_after=0)] * 2
    with pytest.raises(DownloadInterrupted):
        download(server, models)
    other = make_repository(tmp_path / "other", "tiny-siglip", seed=1)
    server.repositories[REPOSITORY] = repository_files(other)
    installed = download(server, models)
    assert server.ranges(WEIGHTS)[-1] is None
    assert installed.weights.read_bytes() == (other / WEIGHTS).read_bytes()
    assert not list(installed.folder.glob("*.part"))


DOWNLOAD_AND_TELL = """
import sys
from pathlib import Path
from tiny_models import register
from organizer.vision.download import download_model, plan_download

register(Path(sys.argv[1]) / "configurations")
plan = plan_download("tiny-siglip/test", Path(sys.argv[1]) / "models")
download_model(
    plan,
    lambda progress: print(progress.file, progress.done, flush=True),
    free_bytes=lambda folder: 10**12,
    interval_seconds=0,
)
"""


def test_a_killed_process_leaves_what_came_to_the_next(
    server: HubServer, models: Path, tmp_path: Path
):
    server.troubles.append(Trouble(WEIGHTS, stall_after=200_000))
    planned = plan(server, models)
    before = planned.total_bytes - len(server.repositories[REPOSITORY][WEIGHTS])
    environment = os.environ | {
        "HF_ENDPOINT": server.endpoint,
        "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path]),
    }
    with subprocess.Popen(
        [sys.executable, "-c", DOWNLOAD_AND_TELL, tmp_path],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if int(line.split()[1]) == before + 200_000:
                with pytest.raises(DownloadRunning):
                    download(server, models)
                process.kill()
                break
        else:
            pytest.fail("it ended before it was killed")
    assert not is_installed(models)
    assert bytes_kept(models) == 200_000
    download(server, models)
    assert server.ranges(WEIGHTS) == [None, "bytes=200000-"]
    assert is_installed(models)


def test_a_model_is_whole_only_with_all_of_its_files(server: HubServer, models: Path):
    installed = download(server, models)
    manifest = json.loads((installed.folder / "manifest.json").read_text(encoding="utf-8"))
    assert {file["name"] for file in manifest["files"]} >= {WEIGHTS, "tokenizer.json"}
    os.truncate(installed.weights, 1000)
    assert not is_installed(models)
    with pytest.raises(ModelNotDownloaded):
        load_encoder(NAME, ModelStore([models]))
    download(server, models)
    assert is_installed(models)


def test_a_model_put_into_the_folder_by_hand_is_found(
    files: dict[str, bytes], models: Path, server: HubServer, tmp_path: Path
):
    configuration = download(server, tmp_path / "elsewhere").folder / "open_clip_config.json"
    by_hand = models / FOLDER
    by_hand.mkdir(parents=True)
    for name in ("tokenizer.json", "tokenizer_config.json"):
        (by_hand / name).write_bytes(files[name])
    (by_hand / "open_clip_config.json").write_bytes(configuration.read_bytes())
    (by_hand / WEIGHTS).write_bytes(files[WEIGHTS][:-1])
    assert not is_installed(models), "it is still being copied"
    (by_hand / WEIGHTS).write_bytes(files[WEIGHTS])
    assert [model.name for model in ModelStore([models]).installed()] == [NAME]
    encoder = load_encoder(NAME, ModelStore([models]))
    assert encoder.name.startswith("open_clip/tiny-siglip/sha256-")


def test_a_folder_with_the_configuration_of_another_model_is_refused(
    server: HubServer, models: Path
):
    path = download(server, models).folder / "open_clip_config.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    content["model_cfg"]["vision_cfg"]["image_size"] = 64
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(ModelUnavailable, match="that of another model"):
        load_encoder(NAME, ModelStore([models]))


def test_a_model_that_is_not_here_is_not_asked_for(no_network: list[object], models: Path):
    for name, advice in (("korean", "korean"), ("ViT-B-32/laion2b_s34b_b79k", "ViT-B-32/laion2b")):
        with pytest.raises(ModelNotDownloaded, match=f"models download {advice}"):
            load_encoder(name, ModelStore([models]))
    assert no_network == []


@pytest.mark.parametrize("name", ["nonsense", "ViT-B-32/no_such_tag", "no-model/no-tag"])
def test_an_unknown_model_is_not_asked_for(no_network: list[object], models: Path, name: str):
    with pytest.raises(UnknownModel):
        plan_download(name, models)
    assert no_network == []


def test_models_that_cannot_be_used_are_not_downloaded(
    no_network: list[object],
    models: Path,
    files: dict[str, bytes],
    monkeypatch: pytest.MonkeyPatch,
):
    assert files
    elsewhere = open_clip.pretrained._pcfg(url="https://example.org/weights.pt")
    monkeypatch.setitem(open_clip.pretrained._PRETRAINED, "tiny-english", {"elsewhere": elsewhere})
    for name, words in (
        ("ViT-B-32/openai", "take ViT-B-32-quickgelu/openai"),
        ("xlm-roberta-base-ViT-B-32/laion5b_s13b_b90k", "SigLIP 2"),
        ("nllb-clip-base/v1", "SigLIP 2"),
        ("built-in", "comes with the app"),
        ("tiny-english/elsewhere", "download its weights from https://example.org/weights.pt"),
    ):
        with pytest.raises(ModelUnavailable, match=words):
            plan_download(name, models)
    assert no_network == []
