"""`describe` as people type it and scripts call it, with a tiny model that writes one sentence."""

import json
import sys
from pathlib import Path
from shutil import copytree

import pytest

sys.path.append(str(Path(__file__).parent.parent / "vision"))

from hub_server import HubServer, repository_files
from tiny_models import (
    COCA_NAME,
    COCA_REPOSITORY,
    COCA_WEIGHTS,
    make_coca_repository,
    make_coca_small,
)

from organizer.cli.main import main
from organizer.library.place import LibraryPlace


@pytest.fixture
def library(indexed: LibraryPlace, tmp_path: Path) -> Path:
    copytree(indexed.database.parent, tmp_path / "library")
    return tmp_path / "library"


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of a user who has nothing yet; the model that describes is a tiny one."""
    make_coca_small(monkeypatch)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "data"))
    return tmp_path / "data"


def run(capsys: pytest.CaptureFixture[str], *arguments: object):
    code = main([str(argument) for argument in arguments])
    output = capsys.readouterr()
    return code, output.out, output.err


def test_the_model_is_downloaded_and_describes_the_library(
    capsys: pytest.CaptureFixture[str],
    library: Path,
    tmp_path: Path,
    own_data: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    code, _, err = run(capsys, "describe", "--library", library)
    assert code == 2
    assert "models download descriptions" in err

    files = repository_files(make_coca_repository(tmp_path / "hub", "a giraffe in the snow ."))
    with HubServer({COCA_REPOSITORY: files}) as server:
        constants = "huggingface_hub.constants"
        monkeypatch.setattr(f"{constants}.ENDPOINT", server.endpoint)
        template = server.endpoint + "/{repo_id}/resolve/{revision}/{filename}"
        monkeypatch.setattr(f"{constants}.HUGGINGFACE_CO_URL_TEMPLATE", template)
        code, out, err = run(capsys, "models", "download", "descriptions")
    assert (code, err) == (0, "")
    assert "Licence: MIT" in out
    assert out.count("photo-organizer describe") == 1
    models = own_data / "Photo Organizer" / "models"
    assert (models / COCA_NAME.replace("/", "--") / COCA_WEIGHTS).is_file()

    code, out, err = run(capsys, "describe", "--limit", 2, "--library", library)
    assert (code, err) == (0, "")
    assert out.startswith("2 pictures are described, 2 of them now;")
    code, out, _ = run(capsys, "describe", "--on", "--library", library, "--json")
    told = json.loads(out)
    assert (told["described"], told["waiting"], told["is_on"]) == (told["new"] + 2, 0, True)
    code, out, _ = run(capsys, "search", "giraffe snow", "--library", library, "--json")
    assert len([hit for hit in json.loads(out) if hit["in_caption"]]) == told["described"]

    code, out, _ = run(capsys, "describe", "--remove", "--library", library, "--json")
    gone = json.loads(out)
    assert (gone["removed"], gone["described"], gone["is_on"]) == (told["described"], 0, False)


def test_what_describes_cannot_be_the_model_that_files(capsys: pytest.CaptureFixture[str]):
    code, _, err = run(capsys, "models", "use", "descriptions")
    assert code == 2
    assert "photo-organizer describe" in err


def test_where_there_is_no_library_none_is_made(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    code, _, err = run(capsys, "describe", "--library", tmp_path / "nothing")
    assert code == 2
    assert "there is no library" in err
    assert not (tmp_path / "nothing").exists()
