"""`models list|download|remove|use` as people type them and scripts call them."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import open_clip
import pytest

sys.path.append(str(Path(__file__).parent.parent / "vision"))

from hub_server import HubServer, Trouble, repository_files
from tiny_models import WEIGHTS, make_repository, register

from organizer.cli.main import main
from organizer.library.place import LibraryPlace

NAME = "tiny-siglip/test"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    folder = tmp_path_factory.mktemp("hub")
    register(folder / "configurations")
    return {
        f"tests/{name}": repository_files(make_repository(folder / name, name))
        for name in ("tiny-siglip", "tiny-english")
    }


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of a user who has nothing yet."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
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


def run(capsys: pytest.CaptureFixture[str], *arguments: object):
    code = main([str(argument) for argument in arguments])
    output = capsys.readouterr()
    return code, output.out, output.err


def listed(capsys: pytest.CaptureFixture[str]) -> dict[str, dict[str, object]]:
    code, out, err = run(capsys, "models", "list", "--json")
    assert (code, err) == (0, "")
    return {entry["id"]: entry for entry in json.loads(out)}


def test_the_list_says_what_there_is_to_choose(capsys: pytest.CaptureFixture[str]):
    models = listed(capsys)
    assert list(models) == [
        "built-in",
        "fast",
        "balanced",
        "korean-fast",
        "korean",
        "best",
        "descriptions",
    ]
    assert list(models["korean"]) == [
        "id", "name", "title", "profile", "state", "chosen", "download_bytes", "disk_bytes",
        "folder", "licence", "commercial_use", "languages", "imagenet", "imagenet_source",
        "korean_recall", "korean_recall_source", "dimension", "image_size",
    ]  # fmt: skip
    assert models["built-in"]["chosen"]
    assert models["korean"]["state"] == "not downloaded"
    code, out, _ = run(capsys, "models", "list")
    assert code == 0
    assert "built-in *" in out
    assert "1.54 GB" in out


def test_a_model_is_downloaded_chosen_used_and_removed(
    capsys: pytest.CaptureFixture[str], server: HubServer, own_data: Path, indexed: LibraryPlace
):
    code, out, err = run(capsys, "models", "download", NAME)
    assert (code, err) == (0, "")
    assert out.startswith(f"{NAME}: ")
    assert "from tests/tiny-siglip" in out
    folder = own_data / "Photo Organizer" / "models" / "tiny-siglip--test"
    assert (folder / WEIGHTS).is_file()
    asked = len(server.requests)
    code, out, _ = run(capsys, "models", "download", NAME)
    assert "is here already" in out
    server.stop()
    assert len(server.requests) == asked

    assert run(capsys, "models", "use", NAME)[0] == 0
    entry = listed(capsys)[NAME]
    assert (entry["state"], entry["chosen"]) == ("downloaded", True)
    code, _, err = run(capsys, "search", "cat", "--library", indexed.database.parent, "--json")
    assert (code, err) == (0, "")

    code, out, _ = run(capsys, "models", "remove", NAME)
    assert "the starter model is used from now on" in out
    assert not folder.exists()
    assert listed(capsys)["built-in"]["chosen"]


def test_a_model_can_be_kept_in_another_folder(
    capsys: pytest.CaptureFixture[str], server: HubServer, tmp_path: Path
):
    elsewhere = tmp_path / "다른 디스크"
    code, _, _ = run(capsys, "models", "download", NAME, "--folder", elsewhere)
    assert code == 0
    assert server.requests
    assert (elsewhere / "tiny-siglip--test" / WEIGHTS).is_file()
    assert listed(capsys)[NAME]["folder"] == str(elsewhere / "tiny-siglip--test")
    assert run(capsys, "models", "use", NAME)[0] == 0


def test_a_download_into_another_folder_that_broke_off_is_listed_and_gone_on_with_there(
    capsys: pytest.CaptureFixture[str], server: HubServer, tmp_path: Path, own_data: Path
):
    elsewhere = tmp_path / "다른 디스크"
    server.troubles += [Trouble(WEIGHTS, cut_after=50_000), Trouble(WEIGHTS, status=403)]
    code, _, err = run(capsys, "models", "download", NAME, "--folder", elsewhere)
    assert (code, "accept terms" in err) == (2, True)
    entry = listed(capsys)[NAME]
    assert (entry["state"], entry["folder"]) == (
        "partly downloaded",
        str(elsewhere / "tiny-siglip--test"),
    )
    code, out, _ = run(capsys, "models", "download", NAME)
    assert (code, "are still to come" in out) == (0, True)
    assert server.ranges(WEIGHTS)[-1] == "bytes=50000-"
    assert listed(capsys)[NAME]["state"] == "downloaded"
    assert (elsewhere / "tiny-siglip--test" / WEIGHTS).is_file()
    assert not (own_data / "Photo Organizer" / "models").exists()


def test_a_model_of_an_installer_is_not_deleted(
    capsys: pytest.CaptureFixture[str],
    server: HubServer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    bundle = tmp_path / "bundle"
    run(capsys, "models", "download", NAME, "--folder", bundle / "models")
    assert server.requests
    monkeypatch.setattr(sys, "_MEIPASS", str(bundle), raising=False)
    code, _, err = run(capsys, "models", "remove", NAME)
    assert (code, err.count("\n")) == (2, 1)
    assert f"delete its folder yourself: {bundle}" in err
    assert listed(capsys)[NAME]["state"] == "downloaded"


def test_what_came_of_a_download_that_broke_off_is_shown_and_removed(
    capsys: pytest.CaptureFixture[str],
    server: HubServer,
    monkeypatch: pytest.MonkeyPatch,
    files: dict[str, dict[str, bytes]],
):
    # A model of the catalogue, with the bytes of a tiny one.
    monkeypatch.setitem(files, "timm/ViT-B-32-SigLIP2-256", files["tests/tiny-siglip"])
    server.troubles.append(Trouble(WEIGHTS, status=403))
    code, _, err = run(capsys, "models", "download", "korean-fast")
    assert code == 2
    assert "accept terms" in err
    tokenizer = sum(
        len(data) for name, data in files["tests/tiny-siglip"].items() if "tokenizer" in name
    )
    entry = listed(capsys)["korean-fast"]
    assert (entry["state"], entry["disk_bytes"]) == ("partly downloaded", tokenizer)
    assert run(capsys, "models", "remove", "korean-fast")[0] == 0
    assert listed(capsys)["korean-fast"]["state"] == "not downloaded"


def test_weights_for_research_only_say_so_before_the_download(
    capsys: pytest.CaptureFixture[str], server: HubServer, monkeypatch: pytest.MonkeyPatch
):
    listed_weights = open_clip.pretrained._pcfg(hf_hub="tests/tiny-english/")
    registry = open_clip.pretrained._PRETRAINED
    monkeypatch.setitem(registry, "tiny-english", {"dfn_tiny": listed_weights})
    code, _, err = run(capsys, "models", "download", "tiny-english/dfn_tiny")
    assert code == 0
    assert server.requests
    assert "Apple Machine Learning Research Model License, for research only" in err


def test_a_weights_file_can_be_chosen(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    file = tmp_path / "weights.safetensors"
    file.write_bytes(b"")
    assert run(capsys, "models", "use", f"tiny-english:{file}")[0] == 0
    code, _, err = run(capsys, "classify", file)
    assert code == 2
    assert "weights.safetensors" in err


def test_a_damaged_choice_is_told_of_and_the_starter_model_used(
    capsys: pytest.CaptureFixture[str],
    own_data: Path,
    indexed: LibraryPlace,
    caplog: pytest.LogCaptureFixture,
):
    (own_data / "Photo Organizer").mkdir(parents=True)
    (own_data / "Photo Organizer" / "models.json").write_text("{", encoding="utf-8")
    code, out, _ = run(capsys, "search", "cat", "--library", indexed.database.parent, "--json")
    assert code == 0
    assert json.loads(out)
    assert "models.json is damaged" in caplog.text


def test_korean_words_and_an_english_model_name_the_model_to_take(
    capsys: pytest.CaptureFixture[str], indexed: LibraryPlace
):
    library = indexed.database.parent
    code, out, err = run(capsys, "search", "고양이", "--library", library, "--json")
    assert code == 0
    json.loads(out)
    assert "understands English only" in err
    assert "models download korean" in err
    assert run(capsys, "search", "cat", "--library", library, "--json")[2] == ""


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["download", "nonsense"], "nonsense"),
        (["download", "built-in"], "comes with the app"),
        (["download", "ViT-B-32/no_such_tag"], "laion2b_s34b_b79k"),
        (["use", "korean"], "models download korean"),
        (["use", "ViT-B-32:/nowhere.pt"], "nowhere.pt"),
        (["remove", "korean"], "not downloaded"),
        (["remove", "built-in"], "comes with the app"),
    ],
)
def test_wrong_names_are_one_clear_line(
    capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
):
    code, _, err = run(capsys, "models", *arguments)
    assert code == 2
    assert words in err
    assert err.count("\n") == 1
