"""Albums and duplicates on the command line."""

import json
import shutil
from pathlib import Path

import pytest

from organizer.cli import main
from organizer.library.place import LibraryPlace


@pytest.fixture
def library(indexed: LibraryPlace, tmp_path: Path) -> str:
    return str(shutil.copytree(indexed.database.parent, tmp_path / "library"))


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    assert main([*arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_an_album_is_made_filled_listed_and_removed(
    library: str, capsys: pytest.CaptureFixture[str]
):
    place = ("--library", library)
    first, second, *_ = [str(one["path"]) for one in told(capsys, "list", *place)]
    told(capsys, "albums", *place, "create", "바다")
    filled = told(capsys, "albums", *place, "add", "바다", second, first)
    assert [(one["name"], one["pictures"]) for one in filled] == [("바다", 2)]
    listed = told(capsys, "albums", "list", "바다", *place)
    assert [one["path"] for one in listed] == [second, first]
    told(capsys, "albums", *place, "remove", "바다", second)
    assert [one["pictures"] for one in told(capsys, "albums", *place)] == [1]
    told(capsys, "albums", *place, "remove", "바다")
    assert told(capsys, "albums", *place) == []


@pytest.mark.parametrize(
    "arguments", [("create", "trip"), ("add", "Sea"), ("add", "Trip", "nowhere.jpg")]
)
def test_what_cannot_be_is_said(
    library: str, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
):
    told(capsys, "albums", "--library", library, "create", "Trip")
    files = ("a.jpg",) if arguments == ("add", "Sea") else ()
    assert main(["albums", "--library", library, *arguments, *files]) == 2
    assert arguments[-1] in capsys.readouterr().err


def test_duplicates_are_listed_and_written(
    library: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    table = tmp_path / "list.csv"
    groups = told(capsys, "duplicates", "--library", library, "--csv", str(table))
    files = [file for group in groups for file in group["files"]]
    lines = table.read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == len(files) + 1
    assert lines[0].startswith("group,reason,path")
