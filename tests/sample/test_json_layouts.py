"""Layouts B to D are lists in JSON, with broken text."""

import json
import re

import pytest
from sample_files import (
    INFORMATION,
    JSON_LISTS,
    KEYS,
    POSTS,
    Samples,
    list_names,
    repaired,
    values_of,
)

from organizer.archive.sample.layouts.catalogue import SampleLayout

each_json_layout = pytest.mark.parametrize("layout", list(JSON_LISTS))


@each_json_layout
def test_json_lists_have_their_shapes(made: Samples, layout):
    folder = made(layout) / JSON_LISTS[layout]
    posts = json.loads((folder / "posts_1.json").read_bytes())
    assert len(posts) == POSTS
    assert all(post["media"] for post in posts)
    rare = {"igtv_videos", "other_content"}
    has_rare = layout in (SampleLayout.CONTENT, SampleLayout.ACTIVITY_CONTENT)
    for name, key in KEYS.items():
        path = folder / f"{name}.json"
        if name in rare and not has_rare:
            assert not path.exists()
            continue
        content = json.loads(path.read_bytes())
        assert list(content) == [key]
        inner = "uri" if name in ("stories", "profile_photos") else "media"
        assert all(inner in entry for entry in content[key])


@each_json_layout
def test_json_carousels_have_caption_and_time_on_the_post(made: Samples, layout):
    posts = json.loads((made(layout) / JSON_LISTS[layout] / "posts_1.json").read_bytes())
    for post in posts:
        if len(post["media"]) > 1:
            assert {item["title"] for item in post["media"]} == {""}
            assert post["creation_timestamp"] == post["media"][0]["creation_timestamp"] + 1
            assert "title" in post
        else:
            assert set(post) == {"media"}


@each_json_layout
def test_json_text_is_ascii_and_broken(made: Samples, layout):
    for name in list_names(made(layout)):
        text = (made(layout) / name).read_text(encoding="ascii")
        titles = [title for title in values_of(json.loads(text), "title") if title]
        assert all(ord(sign) < 256 for title in titles for sign in title)
        if name.endswith("posts_1.json"):
            assert re.search("[가-힣]{2}", " ".join(map(repaired, titles)))


@pytest.mark.parametrize(("language", "label"), [("en", "Username"), ("ko", "사용자 이름")])
@each_json_layout
def test_the_account_is_named_in_the_language_of_the_export(made: Samples, layout, language, label):
    content = json.loads((made(layout, language) / INFORMATION[layout]).read_bytes())
    values = content["profile_user"][0]["string_map_data"]
    assert {repaired(key): value["value"] for key, value in values.items()} == {
        label: "sample_moments"
    }
