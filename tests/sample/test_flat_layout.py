"""Layout A is one media.json."""

import json
import re
from datetime import datetime

from sample_files import (
    POSTS,
    Samples,
    list_names,
    planned_post,
)

from organizer.archive.sample.layouts.catalogue import SampleLayout
from organizer.archive.sample.layouts.flat import arrange_flat


def test_the_flat_layout_has_one_list_with_its_media_beside_it(made: Samples):
    folder = made(SampleLayout.FLAT)
    content = json.loads((folder / "media.json").read_bytes())
    assert set(content) == {"photos", "videos", "stories", "profile", "direct"}
    assert list_names(folder) == ["media.json"]
    for key in ("photos", "videos", "stories", "profile"):
        assert content[key]
        assert all(re.match(rf"{key}/\d{{6}}/", item["path"]) for item in content[key])


def test_flat_carousels_are_items_of_one_time_and_caption(made: Samples):
    photos = json.loads((made(SampleLayout.FLAT) / "media.json").read_bytes())["photos"]
    posts = {(item["taken_at"], item.get("caption")) for item in photos}
    assert len(posts) == POSTS < len(photos)


def test_flat_times_are_iso_8601_with_and_without_an_offset(made: Samples):
    content = json.loads((made(SampleLayout.FLAT) / "media.json").read_bytes())
    has_zone = {
        datetime.fromisoformat(item["taken_at"]).tzinfo is not None
        for items in content.values()
        for item in items
    }
    assert has_zone == {True, False}


def test_flat_locations_are_names_of_places(made: Samples):
    for language, place in (("en", "Jeju, South Korea"), ("ko", "제주")):
        folder = made(SampleLayout.FLAT, language)
        content = json.loads((folder / "media.json").read_bytes())
        places = [item.get("location") for item in content["photos"]]
        assert set(places) == {None, place}


def test_flat_posts_that_are_alike_in_time_and_caption_stay_two():
    first, second = arrange_flat([planned_post("same"), planned_post("same")])
    assert first.taken_at == second.taken_at + 1
    assert second.media[0].taken_at == second.taken_at


def test_flat_text_is_right_on_disk(made: Samples):
    text = (made(SampleLayout.FLAT) / "media.json").read_text(encoding="utf-8")
    assert re.search("[가-힣]{2}", text)
    assert "\\u00" not in text
