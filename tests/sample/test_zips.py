"""An export comes in zips of which none holds the whole."""

import re
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from sample_files import INFORMATION, Samples, list_names, names_in

from organizer.archive.sample.errors import FolderInUse, FolderNotWritable
from organizer.archive.sample.layouts.catalogue import SampleLayout
from organizer.archive.sample.layouts.list_names import is_list
from organizer.archive.sample.maker import make_sample
from organizer.archive.sample.zipping import folder_beside, zip_sample
from organizer.cli.main import main

each_layout = pytest.mark.parametrize("layout", list(SampleLayout))


@pytest.fixture
def zipped(made: Samples, tmp_path: Path) -> Callable[..., list[ZipFile]]:
    def pack(layout: SampleLayout, parts: int) -> list[ZipFile]:
        opened = []
        for path in zip_sample(made(layout), tmp_path, parts):
            with ZipFile(path) as archive:
                assert archive.testzip() is None
                opened.append(archive)
        return opened

    return pack


@each_layout
def test_zips_together_hold_every_file(made: Samples, layout, tmp_path: Path):
    folder, together = made(layout), tmp_path / "together"
    for path in zip_sample(folder, tmp_path / "zips", 3):
        with ZipFile(path) as archive:
            archive.extractall(together)
    assert names_in(together) == names_in(folder)
    assert all(
        (together / name).read_bytes() == (folder / name).read_bytes() for name in names_in(folder)
    )


@each_layout
@pytest.mark.parametrize(("parts", "expected"), [(1, 0), (3, 1)])
def test_lists_lie_in_one_part(made: Samples, zipped, layout, parts, expected):
    contents = [set(archive.namelist()) for archive in zipped(layout, parts)]
    holders = [number for number, names in enumerate(contents) if any(map(is_list, names))]
    assert holders == [expected]
    assert set(list_names(made(layout))) <= contents[expected]


def test_media_is_spread_and_the_information_repeated(zipped):
    contents = [archive.namelist() for archive in zipped(SampleLayout.CONTENT, 3)]
    media = [{name for name in names if name.startswith("media/")} for names in contents]
    assert all(len(part) > 3 for part in media)
    assert not media[0] & media[1] | media[0] & media[2] | media[1] & media[2]
    assert all(INFORMATION[SampleLayout.CONTENT] in names for names in contents)


def test_text_is_compressed_and_media_is_not(zipped):
    for archive in zipped(SampleLayout.HTML, 2):
        for entry in archive.infolist():
            is_media = entry.filename.startswith("media/")
            assert entry.compress_type == (ZIP_STORED if is_media else ZIP_DEFLATED)


def test_zips_are_named_as_instagram_does_in_the_order_of_the_parts(made: Samples, tmp_path: Path):
    paths = zip_sample(made(SampleLayout.ACTIVITY_MEDIA), tmp_path, 4)
    pattern = re.compile(r"instagram-sample_moments-2026-04-05-[A-Za-z0-9]{8}\.zip")
    assert all(pattern.fullmatch(path.name) for path in paths)
    assert sorted(tmp_path.iterdir()) == list(paths)
    assert len(paths) == 4


def test_the_same_export_makes_the_same_zips(made: Samples, tmp_path: Path):
    folder = made(SampleLayout.FLAT)
    first, second = (
        [path.read_bytes() for path in zip_sample(folder, tmp_path / name, 2)]
        for name in ("first", "second")
    )
    assert first == second


def test_zips_of_more_parts_than_now_go(made: Samples, tmp_path: Path):
    folder = made(SampleLayout.FLAT)
    zip_sample(folder, tmp_path, 3)
    assert set(zip_sample(folder, tmp_path, 2)) == set(tmp_path.iterdir())


@pytest.mark.parametrize("parts", [0, 100])
def test_there_are_one_to_ninety_nine_parts(made: Samples, tmp_path: Path, parts: int):
    with pytest.raises(ValueError, match="parts"):
        zip_sample(made(SampleLayout.FLAT), tmp_path, parts)


def test_a_target_that_is_a_file_cannot_be_written(made: Samples, tmp_path: Path):
    (tmp_path / "file").write_text("mine")
    with pytest.raises(FolderNotWritable):
        zip_sample(made(SampleLayout.FLAT), tmp_path / "file", 1)


def test_an_export_to_be_zipped_is_made_beside_and_goes(tmp_path: Path):
    target = tmp_path / "zips"
    for _ in range(2):
        with folder_beside(target) as folder:
            assert folder.parent == tmp_path
            make_sample(folder, 1, tiny=True)
            zip_sample(folder, target, 2)
    assert list(tmp_path.iterdir()) == [target]


def test_zips_are_not_made_among_other_files(tmp_path: Path):
    (tmp_path / "zips").mkdir()
    (tmp_path / "zips/instagram-mine.zip").write_text("mine")
    with pytest.raises(FolderInUse), folder_beside(tmp_path / "zips"):
        pytest.fail("the folder is in use")
    assert names_in(tmp_path) == {"zips/instagram-mine.zip"}


def test_the_command_line_writes_zips_of_a_layout(tmp_path: Path, capsys):
    layout = ["--layout", "html", "--language", "ko"]
    arguments = [str(tmp_path / "zips"), "--posts", "3", "--tiny", *layout, "--zip", "2"]
    assert main(["sample", *arguments]) == 0
    assert "3 posts" in capsys.readouterr().out
    zips = sorted((tmp_path / "zips").iterdir())
    with ZipFile(zips[1]) as archive:
        content = archive.read("your_instagram_activity/media/posts_1.html").decode()
    assert len(zips) == 2
    assert "게시물" in content
