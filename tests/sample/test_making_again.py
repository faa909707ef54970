"""A sample is made again in its own place, and in nobody else's."""

import json
from pathlib import Path

import pytest

from organizer.archive.export import Export
from organizer.archive.file_tree import FolderTree
from organizer.archive.sample.errors import FolderInUse
from organizer.archive.sample.maker import make_sample

LISTS = "your_instagram_activity/media"
INFORMATION = "personal_information/personal_information/personal_information.json"


def test_a_real_export_is_left_alone_even_when_its_account_has_our_name_in_it(tmp_path: Path):
    information = {
        "profile_user": [
            {
                "string_map_data": {
                    "Username": {"value": "my_sample_moments"},
                    "Email": {"value": ""},
                }
            }
        ]
    }
    for name, content in ((INFORMATION, information), (f"{LISTS}/posts_1.json", ["mine"])):
        path = tmp_path / name
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(FolderInUse):
        make_sample(tmp_path, posts=1, tiny=True)
    assert json.loads((tmp_path / LISTS / "posts_1.json").read_text(encoding="utf-8")) == ["mine"]


class PowerCut(Exception):
    """Ends the making of a sample half-way."""


def test_an_interrupted_sample_can_be_made_again(tmp_path: Path):
    def interrupt(done: int, total: int) -> None:
        assert done <= total
        raise PowerCut

    with pytest.raises(PowerCut):
        make_sample(tmp_path, posts=4, progress=interrupt)
    assert not (tmp_path / LISTS / "posts_1.json").exists()
    assert make_sample(tmp_path, posts=4, tiny=True).posts == 4


def test_lists_of_a_larger_sample_go(tmp_path: Path):
    make_sample(tmp_path, posts=10_001, tiny=True)
    assert (tmp_path / LISTS / "posts_2.json").is_file()
    make_sample(tmp_path, posts=3, tiny=True)
    export = Export(FolderTree(tmp_path))
    listed = [post for file in export.content_files() for post in export.posts(file)]
    assert sum(post.kind == "post" for post in listed) == 3


def test_a_sample_without_posts_can_be_made_again(tmp_path: Path):
    for _ in range(2):
        assert make_sample(tmp_path, posts=0, tiny=True).posts == 0


@pytest.mark.parametrize("tiny", [True, False])
def test_progress_ends_at_the_total(tmp_path: Path, tiny: bool):
    told: list[tuple[int, int]] = []
    summary = make_sample(
        tmp_path, posts=3, tiny=tiny, progress=lambda done, total: told.append((done, total))
    )
    files = summary.pictures + summary.videos
    assert told[-1] == (files, files)
