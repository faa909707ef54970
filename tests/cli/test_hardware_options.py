"""Who names a device or a precision gets it, or is told why not."""

import json
import sys
from pathlib import Path

import pytest
import skimage.data
from PIL import Image

sys.path.append(str(Path(__file__).parent.parent / "vision"))

from tiny_models import WEIGHTS, make_repository, register

from organizer.cli import main
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.vision.hardware import ANY_HARDWARE, Hardware, Precision
from organizer.vision.model_settings import (
    choose_hardware,
    choose_model,
    chosen_hardware,
    chosen_model,
    data_folder,
)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A small model of random weights, in a file."""
    folder = tmp_path_factory.mktemp("models")
    register(folder / "configurations")
    make_repository(folder / "tiny-english", "tiny-english")
    return f"tiny-english:{folder / 'tiny-english' / WEIGHTS}"


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is remembered here is not for other tests."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "data"))


@pytest.fixture
def cat(tmp_path: Path) -> Path:
    path = tmp_path / "cat.jpg"
    Image.fromarray(skimage.data.chelsea()).save(path)
    return path


def test_a_device_that_is_not_there_is_told_of_and_the_cpu_used(
    model: str, cat: Path, capsys: pytest.CaptureFixture[str]
):
    arguments = ["classify", str(cat), "--labels", "cat,dog", "--model", model]
    assert main([*arguments, "--device", "meta"]) == 0
    output = capsys.readouterr()
    assert "cat" in output.out
    assert "meta cannot be used for this model" in output.err
    assert main([*arguments, "--device", "cpu", "--precision", "float32"]) == 0
    assert capsys.readouterr().err == ""


def test_a_library_is_filled_on_the_cpu_when_the_device_fails(
    model: str, own_sample: Path, place: LibraryPlace, capsys: pytest.CaptureFixture[str]
):
    library = ["--library", str(place.database.parent)]
    assert main(["index", str(own_sample), *library, "--model", model, "--device", "meta"]) == 0
    assert "The CPU is used instead" in capsys.readouterr().err
    with LibraryReader(place) as reader:
        counts = reader.counts()
        stored = reader.setting(f"encoder/{model}")
    assert counts.ready == counts.found > 0
    assert isinstance(stored, list)
    assert stored[2] == "CPU"


def test_an_unknown_precision_is_refused(cat: Path, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        main(["classify", str(cat), "--precision", "int3"])
    assert "bfloat16" in capsys.readouterr().err


def test_what_the_user_chose_once_holds_for_every_command_until_another_is_named(
    model: str, cat: Path, own_sample: Path, place: LibraryPlace, capsys: pytest.CaptureFixture[str]
):
    choose_hardware(Hardware("meta", Precision.FLOAT32))
    classify = ["classify", str(cat), "--labels", "cat,dog", "--model", model]
    assert main(classify) == 0
    assert "meta cannot be used" in capsys.readouterr().err
    assert main([*classify, "--device", "cpu"]) == 0
    assert capsys.readouterr().err == ""
    library = ["--library", str(place.database.parent)]
    assert main(["index", str(own_sample), *library, "--model", model]) == 0
    assert "meta cannot be used" in capsys.readouterr().err


def test_the_chosen_model_and_the_hardware_are_remembered_side_by_side():
    choose_model("NAME/TAG")
    choose_hardware(Hardware("cuda", Precision.BFLOAT16))
    choose_model("OTHER/TAG")
    assert chosen_hardware() == Hardware("cuda", Precision.BFLOAT16)
    assert chosen_model() == "OTHER/TAG"


@pytest.mark.parametrize(
    "hardware", [None, [], {"precision": "int3"}, {"device": None, "precision": 4}]
)
def test_hardware_that_makes_no_sense_counts_for_any(hardware: object):
    choose_model("NAME/TAG")
    path = data_folder() / "models.json"
    content = json.loads(path.read_text()) | {"hardware": hardware}
    path.write_text(json.dumps(content))
    assert chosen_hardware() == ANY_HARDWARE
    assert chosen_model() == "NAME/TAG"
