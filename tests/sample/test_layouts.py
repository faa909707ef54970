"""Each layout names all of its files, and is written over a sample only."""

from pathlib import Path

import pytest
from sample_files import (
    INFORMATION,
    POSTS,
    SEED,
    Samples,
    list_names,
    media_in,
    named_media,
    names_in,
)

from organizer.archive.sample.errors import FolderInUse
from organizer.archive.sample.layouts.catalogue import SampleLayout
from organizer.archive.sample.maker import make_sample

each_layout = pytest.mark.parametrize("layout", list(SampleLayout))


@each_layout
def test_every_file_is_named_by_a_list_and_every_name_is_a_file(made: Samples, layout):
    folder = made(layout)
    assert named_media(folder) == media_in(folder)
    assert len(media_in(folder)) > POSTS


@each_layout
def test_the_information_lies_where_the_layout_has_it_and_nowhere_else(made: Samples, layout):
    names = names_in(made(layout))
    assert names & set(INFORMATION.values()) == {INFORMATION[layout]}


@each_layout
def test_the_same_seed_makes_the_same_bytes(made: Samples, layout, tmp_path: Path):
    first, second = made(layout), tmp_path / "second"
    make_sample(second, POSTS, SEED, tiny=True, layout=layout)
    assert names_in(first) == names_in(second)
    # Encoders of videos may differ in the number of their threads; all else is ours.
    texts = [name for name in names_in(first) if not name.endswith(".mp4")]
    assert all((first / name).read_bytes() == (second / name).read_bytes() for name in texts)


@each_layout
def test_the_summary_counts_the_files(layout, tmp_path: Path):
    summary = make_sample(tmp_path, POSTS, SEED, tiny=True, layout=layout)
    assert summary.posts == POSTS
    assert summary.carousels == 3
    assert summary.pictures + summary.videos == len(media_in(tmp_path))


def test_the_layout_of_today_is_made_when_none_is_named(made: Samples, tmp_path: Path):
    make_sample(tmp_path, POSTS, SEED, tiny=True)
    assert names_in(tmp_path) == names_in(made(SampleLayout.ACTIVITY_MEDIA))


@each_layout
def test_a_sample_of_any_layout_is_written_over(made: Samples, layout, tmp_path: Path):
    make_sample(tmp_path, 2, tiny=True, layout=layout, language="ko")
    for other in SampleLayout:
        make_sample(tmp_path, POSTS, SEED, tiny=True, layout=other)
        make_sample(tmp_path, 2, SEED, tiny=True, layout=layout)
    assert list_names(tmp_path) == list_names(made(layout))
    assert names_in(tmp_path) & set(INFORMATION.values()) == {INFORMATION[layout]}


@each_layout
def test_a_folder_with_anything_else_is_left_alone(layout, tmp_path: Path):
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(FolderInUse):
        make_sample(tmp_path, 1, tiny=True, layout=layout)
    assert names_in(tmp_path) == {"letter.txt"}


@each_layout
def test_an_export_whose_information_says_more_than_a_name_is_left_alone(
    made: Samples, layout, tmp_path: Path
):
    path = tmp_path / INFORMATION[layout]
    path.parent.mkdir(parents=True, exist_ok=True)
    content = (made(layout) / INFORMATION[layout]).read_text(encoding="utf-8")
    path.write_text(content.replace("sample_moments", "sample_moments2"), encoding="utf-8")
    with pytest.raises(FolderInUse):
        make_sample(tmp_path, 1, tiny=True, layout=layout)
    assert names_in(tmp_path) == {INFORMATION[layout]}
