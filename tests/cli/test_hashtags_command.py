"""`hashtags`: what a script reads of hashtags, and how it merges and separates them."""

import json
from pathlib import Path
from shutil import copytree

import pytest

from organizer.cli.main import main
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.writer import LibraryWriter

Output = list[dict[str, object]]


@pytest.fixture
def library(indexed: LibraryPlace, tmp_path: Path) -> LibraryPlace:
    """A library of its own with the whole sample in it."""
    copytree(indexed.database.parent, tmp_path / "library")
    return LibraryPlace.at(tmp_path / "library")


def run(capsys: pytest.CaptureFixture[str], library: LibraryPlace, *arguments: str) -> Output:
    code = main(["hashtags", *arguments, "--library", str(library.database.parent), "--json"])
    output = capsys.readouterr()
    assert (code, output.err) == (0, "")
    parsed: Output = json.loads(output.out)
    return parsed


def spellings(entry: dict[str, object]) -> set[str]:
    listed = entry["spellings"]
    assert isinstance(listed, list)
    return {spelling["hashtag"] for spelling in listed}


def entry_of(entries: Output, hashtag: str) -> dict[str, object]:
    return next(entry for entry in entries if hashtag in spellings(entry))


def test_all_hashtags_are_listed_with_their_spellings_most_used_first(
    capsys: pytest.CaptureFixture[str], library: LibraryPlace
):
    listed = run(capsys, library)
    with LibraryReader(library) as reader:
        facets = reader.facets(Filter(), 10_000).hashtags
        own = {use.hashtag for use in reader.own_hashtags.uses()}
    assert [entry["hashtag"] for entry in listed] == [facet.hashtag for facet in facets]
    assert [entry["pictures"] for entry in listed] == [facet.pictures for facet in facets]
    assert set().union(*map(spellings, listed)) == own
    assert listed[0] == {
        "hashtag": facets[0].hashtag,
        "pictures": facets[0].pictures,
        "spellings": [
            {"hashtag": name, "pictures": count}
            for name, count in zip(facets[0].spellings, facets[0].counts, strict=True)
        ],
    }


def test_merging_and_separating_say_what_is_one_then(
    capsys: pytest.CaptureFixture[str], library: LibraryPlace
):
    before = run(capsys, library)
    one, other, third = (str(entry["hashtag"]) for entry in before[:3])
    (merged,) = run(capsys, library, "merge", f"#{other.upper()}", third, "--into", one)
    assert spellings(merged) == set().union(*map(spellings, before[:3]))
    assert len(run(capsys, library)) == len(before) - 2
    after = run(capsys, library, "separate", f"＃{other}")
    assert spellings(entry_of(after, other)) == {other}
    assert spellings(entry_of(after, one)) == spellings(merged) - {other}
    with LibraryReader(library) as reader:
        assert any(other.casefold() in pair for pair in reader.own_hashtags.kept_apart())


def test_the_library_may_be_named_before_the_command(
    capsys: pytest.CaptureFixture[str], library: LibraryPlace
):
    one, other, *_ = (str(entry["hashtag"]) for entry in run(capsys, library))
    place = str(library.database.parent)
    assert main(["hashtags", "--library", place, "merge", other, "--into", one]) == 0
    out = capsys.readouterr().out
    assert f"#{one}" in out
    assert f"#{other}" in out


def test_pictures_with_hashtags_that_do_not_fit_are_listed(
    capsys: pytest.CaptureFixture[str], library: LibraryPlace
):
    with LibraryReader(library) as reader, LibraryWriter(library) as writer:
        details = list(reader.details(reader.listing(Filter()).ids))
        detail = next(one for one in details if len(one.hashtags) > 1 and one.slides == 1)
        misfit = detail.hashtags[1]
        # What the model says of the sample is another matter.
        writer.store_misfits({one.id: [] for one in details})
        assert run(capsys, library, "--misfits") == []
        writer.store_misfits({detail.id: [(misfit, 0.9)]})
    (listed,) = run(capsys, library, "--misfits")
    assert listed["path"] == str(detail.path)
    assert listed["misfits"] == [misfit]
    place = str(library.database.parent)
    assert main(["hashtags", "--misfits", "--library", place]) == 0
    assert f"#{misfit}" in capsys.readouterr().out


def test_a_table_shows_spellings_only_where_there_are_several(
    capsys: pytest.CaptureFixture[str], library: LibraryPlace
):
    listed = run(capsys, library)
    single = next(entry for entry in listed if len(spellings(entry)) == 1)
    assert main(["hashtags", "--library", str(library.database.parent)]) == 0
    out = capsys.readouterr().out
    assert f"{len(listed)} hashtags" in out
    assert out.count(f"#{single['hashtag']} ") == 1


@pytest.mark.parametrize(
    "arguments",
    [["merge", "nobodywrotethis", "--into", "sea"], ["separate", "#nobodywrotethis"]],
)
def test_an_unknown_hashtag_is_one_clear_line_and_changes_nothing(
    capsys: pytest.CaptureFixture[str], library: LibraryPlace, arguments: list[str]
):
    with LibraryReader(library) as reader:
        before = reader.own_hashtags.folded()
        code = main(["hashtags", *arguments, "--library", str(library.database.parent)])
        assert reader.own_hashtags.folded() == before
    output = capsys.readouterr()
    assert (code, output.out) == (2, "")
    assert "#nobodywrotethis stands on none of your pictures" in output.err
    assert output.err.count("\n") == 1


def test_without_a_library_there_is_one_clear_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
):
    assert main(["hashtags", "--library", str(tmp_path / "none")]) == 2
    assert "no library yet" in capsys.readouterr().err
