"""A folder's signature is another when anything changed that an import must know of."""

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from organizer.archive.exports import Exports
from organizer.archive.file_tree import FolderTree

LIST = "content/posts_1.json"
PICTURE = "media/posts/202301/1.jpg"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (LIST, PICTURE, "media/posts/202302/2.jpg"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("[]")
    return tmp_path


def replace(path: Path) -> None:
    other = path.with_suffix(".new")
    other.write_text("[]")
    other.replace(path)


def write_over(path: Path) -> None:
    path.write_text("[1]")


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "media/posts/202301/new.jpg").write_text("new"),
        lambda folder: (folder / "media/posts/202303").mkdir(),
        lambda folder: (folder / PICTURE).unlink(),
        lambda folder: (folder / PICTURE).rename(folder / "media/posts/202301/renamed.jpg"),
        lambda folder: replace(folder / PICTURE),
        lambda folder: write_over(folder / LIST),
        lambda folder: os.utime(folder / LIST, ns=(0, 0)),
        lambda folder: (folder / "media/link.jpg").symlink_to(folder / PICTURE),
    ],
)
def test_a_change_shows(folder: Path, change: Callable[[Path], object]):
    tree = FolderTree(folder)
    before = tree.signature()
    # Times of some systems are coarse: the change must not fall on the moment of the first look.
    for inner in [folder, *folder.rglob("*")]:
        os.utime(inner, ns=(1, 1))
    middle = tree.signature()
    assert middle != before
    change(folder)
    assert tree.signature() != middle


def test_without_a_change_it_stays_and_does_not_depend_on_where_the_folder_is(folder: Path):
    before = FolderTree(folder).signature()
    assert FolderTree(folder).signature() == before
    moved = folder.rename(folder.parent / "moved")
    assert FolderTree(moved).signature() == before


def test_that_of_a_zip_tells_of_every_file_in_it(tmp_path: Path):
    signatures = []
    for content in ("one", "two"):
        with zipfile.ZipFile(tmp_path / "export.zip", "w") as target:
            target.writestr(LIST, "[]")
            target.writestr(PICTURE, content)
        with Exports() as exports:
            (export,) = exports.find(tmp_path / "export.zip").exports
            signatures.append(export.signature())
    assert signatures[0] != signatures[1]
