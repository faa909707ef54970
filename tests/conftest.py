"""Real parts, made small: a sample export, the built-in model, a library of its own."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from organizer.archive.sample.maker import make_sample
from organizer.indexing.indexer import Indexer
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.vision.encoder import Encoder
from organizer.vision.models import load_encoder

SAMPLE_POSTS = 12


@pytest.fixture(scope="session", autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test touches what belongs to the person who runs it."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA"):
            patch.setenv(name, str(folder / name))
        yield


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample export; copy it before changing it."""
    folder = tmp_path_factory.mktemp("exports") / "instagram-sample"
    make_sample(folder, SAMPLE_POSTS, seed=3)
    return folder


@pytest.fixture
def own_sample(sample: Path, tmp_path: Path) -> Path:
    """A sample export that the test may change."""
    return shutil.copytree(sample, tmp_path / "instagram-sample")


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    """The built-in model."""
    return load_encoder("built-in")


@pytest.fixture(scope="session")
def indexed(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> LibraryPlace:
    """A library in which the whole sample is indexed; not to be changed."""
    place = LibraryPlace.at(tmp_path_factory.mktemp("library"))
    with Indexer(place) as indexer:
        indexer.add(sample)
        indexer.understand()
    return place


@pytest.fixture
def place(tmp_path: Path) -> LibraryPlace:
    """Where a library can be made."""
    return LibraryPlace.at(tmp_path / "library")


@pytest.fixture
def reader(indexed: LibraryPlace) -> Iterator[LibraryReader]:
    """A reader of the indexed sample."""
    with LibraryReader(indexed) as opened:
        yield opened
