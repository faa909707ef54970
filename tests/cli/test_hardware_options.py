"""Who names a device or a precision gets it, or is told why not."""

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


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A small model of random weights, in a file."""
    folder = tmp_path_factory.mktemp("models")
    register(folder / "configurations")
    make_repository(folder / "tiny-english", "tiny-english")
    return f"tiny-english:{folder / 'tiny-english' / WEIGHTS}"


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
