"""Categories are listed, added and removed without a window, and the pictures follow at once."""

import json
import re
import shutil
from pathlib import Path
from unicodedata import normalize

import pytest

from organizer.cli.main import main
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader


@pytest.fixture
def library(indexed: LibraryPlace, tmp_path: Path) -> Path:
    """A library of its own with the whole sample in it."""
    return Path(shutil.copytree(indexed.database.parent, tmp_path / "library"))


def run(capsys: pytest.CaptureFixture[str], library: Path, *arguments: str):
    code = main(["categories", "--library", str(library), *arguments])
    output = capsys.readouterr()
    return code, output.out, output.err


def listed(capsys: pytest.CaptureFixture[str], library: Path) -> dict[str, dict[str, object]]:
    _, out, _ = run(capsys, library, "--json")
    return {one["id"]: one for one in json.loads(out)}


def test_all_categories_are_listed_with_how_many_pictures_they_hold(
    capsys: pytest.CaptureFixture[str], library: Path
):
    found = listed(capsys, library)
    assert len(found) == 16
    assert list(found["pets"]) == [
        "id", "en", "ko", "colour", "phrases", "rule", "origin", "pictures"
    ]  # fmt: skip
    assert (found["pets"]["ko"], found["pets"]["origin"]) == ("반려동물", "default")
    with LibraryReader(LibraryPlace.at(library)) as reader:
        assert found["pets"]["pictures"] == reader.facets(Filter()).categories["pets"] > 0
    code, out, err = run(capsys, library)
    assert (code, err) == (0, "")
    assert "media_entertainment" in out


def test_a_category_of_korean_phrases_takes_the_pictures_that_they_describe(
    capsys: pytest.CaptureFixture[str], library: Path
):
    code, out, _ = run(
        capsys, library, "add", "--ko", "카페", "--phrase", "커피 한 잔", "- a cup of espresso",
        "--json",
    )  # fmt: skip
    added = json.loads(out)
    assert code == 0
    assert re.fullmatch(r"cafe_[0-9a-f]{8}", added["id"])
    assert (added["en"], added["ko"]) == ("Cafe", "카페")
    assert added["phrases"] == ["커피 한 잔", "a cup of espresso"]
    found = listed(capsys, library)[added["id"]]
    assert found["origin"] == "own"
    assert 0 < found["pictures"] <= added["changed_pictures"]
    _, out, _ = (
        main(["list", "--library", str(library), "--category", added["id"], "--json"]),
        *capsys.readouterr(),
    )
    assert len(json.loads(out)) == found["pictures"]


def test_a_rule_of_korean_names_is_a_category(capsys: pytest.CaptureFixture[str], library: Path):
    code, out, _ = run(
        capsys, library, "add", "--en", "Dogs and cats", "--colour", "#AA5500",
        "--rule", "강아지 또는 고양이",
    )  # fmt: skip
    assert code == 0
    id = out.split(":")[0]
    found = listed(capsys, library)[id]
    assert (found["colour"], found["rule"]) == ("#aa5500", "강아지 또는 고양이")
    assert found["pictures"] > 0


def test_a_removed_category_leaves_its_pictures_to_others(
    capsys: pytest.CaptureFixture[str], library: Path
):
    held = listed(capsys, library)["pets"]["pictures"]
    code, out, _ = run(capsys, library, "remove", "pets")
    assert code == 0
    assert out.startswith("pets: removed; ")
    assert int(re.findall(r"\d+", out)[0]) >= held
    assert "pets" not in listed(capsys, library)


@pytest.mark.parametrize(
    ("rule", "said", "columns"),
    [
        ("dog and aminal", "there is no concept “aminal”; is “animal” meant?", 8),
        # Each Korean letter stands in two columns.
        ("강아지 또는 고양쥐", "is “고양이” meant?", 12),
        (normalize("NFD", "강아지 또는 고양쥐"), "is “고양이” meant?", 12),
        ("(dog or cat", "a parenthesis is not closed", 11),
    ],
)
def test_a_broken_rule_is_shown_with_a_caret_under_the_character(
    capsys: pytest.CaptureFixture[str], library: Path, rule: str, said: str, columns: int
):
    code, out, err = run(capsys, library, "add", "--en", "New", "--rule", rule)
    message, shown, caret = err.splitlines()
    assert (code, out) == (2, "")
    assert said in message
    assert shown.startswith("  ")
    assert caret == "  " + " " * columns + "^"
    assert len(listed(capsys, library)) == 16


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["remove", "nonsense"], "There is no category “nonsense”"),
        (["remove", "others"], "cannot be removed"),
    ],
)
def test_what_cannot_be_removed_is_one_clear_line(
    capsys: pytest.CaptureFixture[str], library: Path, arguments: list[str], said: str
):
    code, out, err = run(capsys, library, *arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["add", "--en", "Nothing"],
        ["add", "--phrase", "a dog"],
        ["add", "--en", " ", "--phrase", "a dog"],
        ["add", "--en", "Empty", "--phrase", " "],
        ["add", "--en", "Both", "--phrase", "a dog", "--rule", "dog"],
        ["add", "--en", "Green", "--colour", "green", "--phrase", "a tree"],
    ],
)
def test_half_a_category_is_wrong_usage(library: Path, arguments: list[str]):
    with pytest.raises(SystemExit) as stopped:
        main(["categories", "--library", str(library), *arguments])
    assert stopped.value.code == 2


def test_the_library_may_be_named_before_and_after_the_action(
    capsys: pytest.CaptureFixture[str], library: Path
):
    code = main(["categories", "remove", "pets", "--library", str(library), "--json"])
    assert (code, json.loads(capsys.readouterr().out)["id"]) == (0, "pets")
    code, out, _ = run(capsys, library, "remove", "travel", "--json")
    assert (code, json.loads(out)["id"]) == (0, "travel")
