"""Removing archives on the command line."""

import json
import shutil
from pathlib import Path

import pytest

from organizer.cli import main
from organizer.library.place import LibraryPlace


@pytest.fixture
def library(indexed: LibraryPlace, tmp_path: Path) -> str:
    return str(shutil.copytree(indexed.database.parent, tmp_path / "library"))


def pictures(library: str, capsys: pytest.CaptureFixture[str]) -> int:
    capsys.readouterr()
    assert main(["list", "--library", library, "--json"]) == 0
    return len(json.loads(capsys.readouterr().out))


def answer(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("builtins.input", lambda _question: text)


@pytest.mark.parametrize(("text", "is_removed"), [("n", False), ("", False), ("y", True)])
def test_an_archive_is_removed_when_the_user_agrees(
    library: str,
    sample: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    text: str,
    is_removed: bool,
):
    before = pictures(library, capsys)
    answer(monkeypatch, text)
    assert main(["remove", str(sample), "--library", library]) == 0
    told = capsys.readouterr().out
    assert f"{before} pictures leave the library. No file is touched." in told
    assert pictures(library, capsys) == (0 if is_removed else before)
    assert sample.is_dir()


def test_a_script_is_not_asked_and_told_what_came_of_it(
    library: str, sample: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    before = pictures(library, capsys)
    monkeypatch.chdir(sample.parent)
    assert main(["remove", sample.name, "--yes", "--json", "--library", library]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "archives": [str(sample)],
        "removed": before,
        "kept": 0,
        "decided": 0,
    }
    assert main(["remove", str(sample), "--yes", "--library", library]) == 2
    assert "These are: none" in capsys.readouterr().err


def test_what_was_never_added_is_named_with_what_was(
    library: str, sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["remove", str(tmp_path), "--yes", "--library", library]) == 2
    assert str(sample) in capsys.readouterr().err
