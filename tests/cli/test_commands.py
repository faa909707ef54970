"""The commands as people type them and scripts call them."""

import json
import subprocess
import sys
from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest
import skimage.data
from PIL import Image

from organizer.cli.main import main
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader


def run(capsys: pytest.CaptureFixture[str], *arguments: object):
    code = main([str(argument) for argument in arguments])
    output = capsys.readouterr()
    return code, output.out, output.err


@pytest.fixture
def library(indexed: LibraryPlace) -> Path:
    return indexed.database.parent


@pytest.fixture(scope="module")
def cat(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pictures") / "고양이.jpg"
    Image.fromarray(skimage.data.chelsea()).save(path)
    return path


def test_index_counts_and_indexing_again_finds_nothing_new(
    capsys: pytest.CaptureFixture[str], sample: Path, tmp_path: Path
):
    code, out, err = run(capsys, "index", sample, "--library", tmp_path / "lib", "--json")
    first = json.loads(out)
    assert (code, err) == (0, "")
    assert first["new_media"] == first["found"] == first["ready"] > 12
    assert first["archives"] == [{"path": str(sample), "account": "sample_moments"}]
    _, out, _ = run(capsys, "index", sample, "--library", tmp_path / "lib", "--json")
    second = json.loads(out)
    assert (second["new_media"], second["found"]) == (0, first["found"])


def test_list_gives_all_fields(capsys: pytest.CaptureFixture[str], library: Path, sample: Path):
    code, out, _ = run(capsys, "list", "--library", library, "--json")
    listed = json.loads(out)
    assert code == 0
    for item in listed:
        assert list(item) == [
            "path", "taken_at", "time_precision", "kind", "media_type", "caption",
            "description", "hashtags", "categories", "suggested_hashtags", "archive", "missing",
            "offline",
        ]  # fmt: skip
        assert Path(item["path"]).is_file()
        assert datetime.fromisoformat(item["taken_at"]).tzinfo is not None
        assert item["archive"] == str(sample)
        assert item["missing"] is False
        for category in item["categories"]:
            assert set(category) == {"id", "score", "source"}
            assert category["source"] == "model"
    assert {item["kind"] for item in listed} == {"post", "reel", "story", "archived", "profile"}
    assert {item["media_type"] for item in listed} == {"image", "video"}
    times = [item["taken_at"] for item in listed]
    assert times == sorted(times, reverse=True)


def test_overview_counts_what_list_lists(capsys: pytest.CaptureFixture[str], library: Path):
    _, out, _ = run(capsys, "list", "--library", library, "--json")
    listed = json.loads(out)
    code, out, _ = run(capsys, "overview", "--library", library, "--json")
    found = json.loads(out)
    assert code == 0
    assert found["images"] + found["videos"] == len(listed)
    months = Counter(item["taken_at"][:7] for item in listed if item["taken_at"])
    assert found["months"] == months
    timed = [item for item in listed if item["taken_at"] and item["time_precision"] != "month"]
    hours = Counter(int(item["taken_at"][11:13]) for item in timed)
    sums = [sum(day[hour] for day in found["weekday_hours"].values()) for hour in range(24)]
    assert sums == [hours[hour] for hour in range(24)]
    code, out, _ = run(capsys, "overview", "--library", library)
    assert code == 0
    assert "Most used hashtags" in out


def test_list_filters(capsys: pytest.CaptureFixture[str], library: Path):
    _, out, _ = run(capsys, "list", "--library", library, "--json")
    everything = json.loads(out)
    hashtag = next(item["hashtags"][0] for item in everything if item["hashtags"])
    year = int(everything[0]["taken_at"][:4])
    day = everything[1]["taken_at"][:10]
    for arguments, passes in (
        (["--category", "pets"], lambda item: "pets" in [c["id"] for c in item["categories"]]),
        (["--hashtag", f"#{hashtag}"], lambda item: hashtag in item["hashtags"]),
        (["--year", year], lambda item: item["taken_at"].startswith(str(year))),
        (["--kind", "reel", "--kind", "story"], lambda item: item["kind"] in ("reel", "story")),
        (["--from", day, "--to", day], lambda item: item["taken_at"].startswith(day)),
        (
            ["--category", "pets", "--category", "travel", "--any-category"],
            lambda item: {"pets", "travel"} & {c["id"] for c in item["categories"]},
        ),
        (["--archive", "@sample_moments", "--kind", "story"], lambda item: item["kind"] == "story"),
    ):
        _, out, _ = run(capsys, "list", "--library", library, "--json", *arguments)
        assert json.loads(out) == [item for item in everything if passes(item)]


def test_list_filters_by_place_and_names_an_archive_that_is_not_there(
    capsys: pytest.CaptureFixture[str], library: Path
):
    _, out, _ = run(capsys, "list", "--library", library, "--json", "--place")
    with LibraryReader(LibraryPlace.at(library)) as reader:
        with_place = reader.details(reader.listing(Filter(has_place=True)).ids)
        assert [item["path"] for item in json.loads(out)] == [str(one.path) for one in with_place]
    with pytest.raises(SystemExit):
        run(capsys, "list", "--library", library, "--archive", "@nobody")
    assert "no archive is called @nobody" in capsys.readouterr().err


def test_classify_with_any_words(capsys: pytest.CaptureFixture[str], cat: Path):
    code, out, _ = run(capsys, "classify", cat, "--labels", "dog, cat,car", "--json")
    (result,) = json.loads(out)
    assert code == 0
    assert result["path"] == str(cat)
    assert result["labels"][0]["label"] == "cat"
    scores = [label["score"] for label in result["labels"]]
    assert scores == sorted(scores, reverse=True)
    assert sum(scores) == pytest.approx(1, abs=0.001)


def test_classify_without_words_names_all_categories(capsys: pytest.CaptureFixture[str], cat: Path):
    _, out, _ = run(capsys, "classify", cat, "--json")
    (result,) = json.loads(out)
    assert len(result["labels"]) == 16
    assert result["labels"][0]["label"] == "pets"


def test_suggest(capsys: pytest.CaptureFixture[str], cat: Path):
    _, out, _ = run(capsys, "suggest", cat, "--json")
    (result,) = json.loads(out)
    assert set(result["hashtags"][0]) == {"hashtag", "score", "reason"}
    assert {"cat", "tabby", "kitten"} & {entry["hashtag"] for entry in result["hashtags"]}


def test_search(capsys: pytest.CaptureFixture[str], library: Path):
    code, out, _ = run(capsys, "search", "espresso coffee", "--library", library, "--json")
    assert code == 0
    assert json.loads(out)[0]["categories"][0]["id"] == "food_drink"


def test_similar(capsys: pytest.CaptureFixture[str], library: Path, tmp_path: Path):
    _, out, _ = run(capsys, "list", "--category", "pets", "--library", library, "--json")
    (first, *_) = [one for one in json.loads(out) if one["media_type"] == "image"]
    code, out, _ = run(capsys, "similar", first["path"], "--library", library, "--json")
    assert code == 0
    found = json.loads(out)
    assert found[0]["categories"][0]["id"] == "pets"
    assert first["path"] not in [one["path"] for one in found]
    with pytest.raises(SystemExit):
        main(["similar", str(tmp_path / "no.jpg"), "--library", str(library)])
    assert "is in no archive" in capsys.readouterr().err


def test_tables_for_people(capsys: pytest.CaptureFixture[str], library: Path, cat: Path):
    for arguments in (
        ["list", "--library", library],
        ["search", "cat", "--library", library],
        ["classify", cat, "--labels", "cat,dog"],
        ["suggest", cat],
    ):
        code, out, err = run(capsys, *arguments)
        assert (code, err) == (0, "")
        assert "┃" in out


def test_try_prints_the_result_where_there_is_no_display(capsys: pytest.CaptureFixture[str]):
    code, out, _ = run(capsys, "try", "--posts", 6)
    assert code == 0
    assert "반려동물" in out
    assert "Most used hashtags" in out
    assert "photo-organizer window --library" in out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["index", "{tmp}/nowhere"], "nowhere"),
        (["index", "{tmp}"], "not an Instagram export"),
        (["index", "{tmp}/letter.jpg"], "letter.jpg is neither a folder nor a zip"),
        (["list", "--library", "{tmp}/none"], "no library yet"),
        (["list", "--library", "{library}", "--category", "nonsense"], "no category “nonsense”"),
        (["classify", "{tmp}/nowhere.jpg"], "nowhere.jpg"),
        (["classify", "{tmp}/letter.jpg"], "letter.jpg is not a picture"),
        (["suggest", "{tmp}/empty.jpg"], "empty.jpg is empty"),
        (["classify", "{tmp}"], "cannot be opened"),
        (["sample", "{tmp}"], "not empty"),
        (["index", "{sample}", "--model", "nonsense", "--library", "{tmp}/l"], "nonsense"),
    ],
)
def test_wrong_input_is_one_clear_line_and_exit_code_2(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    sample: Path,
    library: Path,
    arguments: list[str],
    words: str,
):
    (tmp_path / "letter.jpg").write_text("Dear diary")
    (tmp_path / "empty.jpg").write_bytes(b"")
    filled = [
        argument.format(tmp=tmp_path, sample=sample, library=library) for argument in arguments
    ]
    code, out, err = run(capsys, *filled)
    assert (code, out) == (2, "")
    assert words in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [["list", "--month", "5"], ["list", "--from", "yesterday"], ["list", "--kind", "dance"],
     ["classify"], ["nonsense"],
     ["sample", "x", "--posts", "0"], ["classify", "x.jpg", "--labels", ","]],
)  # fmt: skip
def test_wrong_usage_is_exit_code_2(arguments: list[str]):
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2


def test_broken_files_are_listed_on_stderr_and_the_rest_is_indexed(
    capsys: pytest.CaptureFixture[str], own_sample: Path, tmp_path: Path
):
    broken = next(own_sample.rglob("*.jpg"))
    broken.write_text("no picture")
    code, out, err = run(capsys, "index", own_sample, "--library", tmp_path / "lib")
    assert code == 0
    assert "1 unreadable" in out
    assert broken.name in err


def test_a_pipe_gets_json_and_no_progress(sample: Path, tmp_path: Path):
    result = subprocess.run(
        [sys.executable, "-m", "organizer", "index", sample, "--library", tmp_path, "--json"],
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    assert json.loads(result.stdout)["ready"] > 12
    assert result.stderr == ""


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a display")
def test_the_window_without_a_display_is_one_clear_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    code, out, err = run(capsys, "window", "--library", tmp_path)
    assert (code, out) == (2, "")
    assert "No display was found" in err
