"""The sample is an export like any other, and never written over anything else."""

import json
from pathlib import Path
from random import Random

import pytest
from PIL import Image

from organizer.archive.export import Export
from organizer.archive.file_tree import FolderTree
from organizer.archive.records import MediaType, PostKind
from organizer.archive.sample.drawings import draw
from organizer.archive.sample.errors import FolderInUse
from organizer.archive.sample.maker import make_sample
from organizer.archive.sample.topics import load_topics


def read_all(folder: Path):
    export = Export(FolderTree(folder))
    return [post for file in export.content_files() for post in export.posts(file)]


def test_it_has_every_kind_and_every_file_it_names(sample: Path):
    posts = read_all(sample)
    export = Export(FolderTree(sample))
    assert {post.kind for post in posts} == set(PostKind) - {PostKind.OTHER, PostKind.IGTV}
    assert sum(post.kind is PostKind.POST for post in posts) == 12
    assert any(len(post.media) > 1 for post in posts)
    assert any(item.media_type is MediaType.VIDEO for post in posts for item in post.media)
    assert all(export.stamp(item.uri) for post in posts for item in post.media)


def test_its_text_is_broken_on_disk_and_right_once_read(sample: Path):
    raw = (sample / "your_instagram_activity/media/posts_1.json").read_text(encoding="ascii")
    assert "\\u00e" in raw
    captions = " ".join(post.caption for post in read_all(sample))
    assert "#" in captions
    assert any("가" <= sign <= "힣" for sign in captions)


def test_posts_are_newest_first(sample: Path):
    content = json.loads((sample / "your_instagram_activity/media/posts_1.json").read_bytes())
    times = [entry["media"][0]["creation_timestamp"] for entry in content]
    assert times == sorted(times, reverse=True)


def test_the_same_seed_makes_the_same_sample(tmp_path: Path):
    for name in ("first", "second"):
        make_sample(tmp_path / name, posts=4, seed=5, tiny=True)
    names = [
        {path.relative_to(tmp_path / name): path.read_bytes() for path in files_of(tmp_path / name)}
        for name in ("first", "second")
    ]
    assert names[0] == names[1]


def files_of(folder: Path) -> list[Path]:
    return list(folder.rglob("*.jpg"))


def test_no_two_tiny_pictures_are_the_same_file(tmp_path: Path):
    make_sample(tmp_path / "tiny", posts=30, tiny=True)
    contents = [path.read_bytes() for path in files_of(tmp_path / "tiny")]
    assert len(contents) > 30
    assert len(set(contents)) == len(contents)


def test_a_folder_with_anything_else_is_left_alone(tmp_path: Path):
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(FolderInUse, match=tmp_path.name):
        make_sample(tmp_path, posts=1)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_sample_can_be_made_again_in_its_place(own_sample: Path):
    assert make_sample(own_sample, posts=2, tiny=True).posts == 2


@pytest.mark.parametrize("kind", sorted({topic.drawing for topic in load_topics()}))
def test_every_topic_can_be_drawn(kind: str):
    picture = draw(kind, (216, 270), Random(1))
    assert picture.size == (216, 270)
    assert isinstance(picture, Image.Image)
    assert len(picture.getcolors(maxcolors=2**24) or ()) > 4
