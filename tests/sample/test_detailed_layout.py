"""Layout E holds the posts once more, as labels and values."""

import json
from pathlib import Path

import pytest
from sample_files import (
    Samples,
    list_names,
    repaired_object,
    values_of,
)

from organizer.archive.sample.escaping import dump_json, dump_list
from organizer.archive.sample.layouts.catalogue import SampleLayout


def detailed_entries(folder: Path) -> list[dict]:
    path = folder / "your_instagram_activity/media/posts.json"
    return json.loads(path.read_bytes(), object_hook=repaired_object)


def labels_of(entry: dict) -> dict[str, str]:
    labels = entry["label_values"]
    return {item["label"]: item["value"] for item in labels if "value" in item}


@pytest.mark.parametrize(
    ("language", "caption", "media", "draft", "yes"),
    [("en", "Caption", "Media", "Draft", "True"), ("ko", "캡션", "미디어", "임시 저장", "참")],
)
def test_detailed_posts_are_those_of_the_numbered_list(
    made: Samples, language, caption, media, draft, yes
):
    folder = made(SampleLayout.DETAILED, language)
    entries = detailed_entries(folder)
    drafts = [entry for entry in entries if labels_of(entry)[draft] == yes]
    assert len(drafts) == 1
    published = [entry for entry in entries if entry not in drafts]
    numbered = json.loads(
        (folder / "your_instagram_activity/media/posts_1.json").read_bytes(),
        object_hook=repaired_object,
    )
    for entry, post in zip(published, numbered, strict=True):
        uris = [item["uri"] for item in post["media"]]
        assert list(values_of(entry["label_values"], "uri")) == uris[::-1]
        assert labels_of(entry)[caption] == post.get("title", post["media"][0]["title"])
        label = entry["label_values"][1]
        assert label["title" if len(uris) > 1 else "label"] == media
        assert entry["timestamp"] == post.get(
            "creation_timestamp", post["media"][0]["creation_timestamp"]
        )


@pytest.mark.parametrize("entries", [[], [1], [{"title": "가\n나"}, {"media": [{}, []]}]])
def test_lists_are_written_entry_by_entry_as_they_would_be_at_once(entries: list):
    assert dump_list(entries) == dump_json(entries)


def test_detailed_carousels_are_nested(made: Samples):
    entries = detailed_entries(made(SampleLayout.DETAILED))
    nested = [label for entry in entries for label in entry["label_values"] if "vec" in label]
    assert len(nested) == 3
    assert all(slide["dict"][0]["media"] for label in nested for slide in label["vec"])


def test_a_draft_is_in_no_other_list(made: Samples):
    folder = made(SampleLayout.DETAILED)
    (draft,) = [e for e in detailed_entries(folder) if labels_of(e)["Draft"] == "True"]
    (uri,) = values_of(draft["label_values"], "uri")
    others = [name for name in list_names(folder) if not name.endswith("/posts.json")]
    assert labels_of(draft)["Published"] == "False"
    assert all(uri not in (folder / name).read_text(encoding="ascii") for name in others)
