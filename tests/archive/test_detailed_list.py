"""The detailed posts.json of 2025, whose labels are in the language of the account."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from exports_on_disk import (
    ACTIVITY,
    TIME,
    media,
    read_folder,
    read_list,
    write_list,
)

from organizer.archive.errors import BrokenJson, UnknownShape
from organizer.archive.export import Export
from organizer.archive.file_tree import FolderTree
from organizer.archive.records import PostKind

LIST = f"{ACTIVITY}/posts.json"


def detailed(*labels: dict[str, object], **fields: object) -> dict[str, object]:
    return {"timestamp": TIME, "fbid": "1", "media": [], "label_values": list(labels), **fields}


def picture(uri: str = "media/posts/202311/a.jpg", **fields: object) -> dict[str, object]:
    return {"label": "Media", "media": [media(uri, **fields)]}


def caption(text: str, label: str = "Caption") -> dict[str, object]:
    return {"label": label, "value": text}


def uris(post: object) -> list[str]:
    return [item.uri for item in post.media]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "label", ["Caption", "CAPTION", "캡션", "Légende", "Bildunterschrift", "キャプション"]
)
def test_the_caption_has_a_label_in_any_language(tmp_path: Path, label: str):
    (post,) = read_list(tmp_path, [detailed(picture(), caption("강아지 🐶", label))], LIST)
    assert (post.kind, post.caption) == (PostKind.POST, "강아지 🐶")
    assert post.taken_at == datetime.fromtimestamp(TIME, UTC)


@pytest.mark.parametrize("label", ["URL", "Title", "Post type", "Alt text", "Caption language", ""])
def test_no_other_label_is_taken_for_the_caption(tmp_path: Path, label: str):
    (post,) = read_list(tmp_path, [detailed(picture(), caption("not this", label))], LIST)
    assert post.caption == ""


def test_without_a_caption_the_title_of_the_media_is_it(tmp_path: Path):
    entry = detailed(picture(title="제목"), caption("not this", "URL"), caption(""))
    (post,) = read_list(tmp_path, [entry], LIST)
    assert post.caption == "제목"


def test_the_nested_slides_of_a_carousel_are_turned_round(tmp_path: Path):
    slides = [{"dict": [picture(name)], "title": ""} for name in ("c.jpg", "b.mp4", "a.jpg")]
    (post,) = read_list(tmp_path, [detailed({"title": "Media", "vec": slides})], LIST)
    assert uris(post) == ["a.jpg", "b.mp4", "c.jpg"]


def test_media_beside_the_labels_keep_their_order(tmp_path: Path):
    entry = detailed(caption("x"), media=[media("a.jpg"), media("b.jpg")])
    (post,) = read_list(tmp_path, [entry], LIST)
    assert uris(post) == ["a.jpg", "b.jpg"]


def test_media_are_found_at_any_depth(tmp_path: Path):
    inner = {"label_values": [{"dict": {"vec": [picture()]}}]}
    (post,) = read_list(tmp_path, [detailed({"title": "x", "dict": [inner]})], LIST)
    assert uris(post) == ["media/posts/202311/a.jpg"]


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("Draft", "True"),
        ("임시 저장", "참"),
        ("Brouillon", "Vrai"),
        ("draft", "true"),
        ("Draft", True),
    ],
)
def test_a_draft_is_told(tmp_path: Path, label: str, value: object):
    (post,) = read_list(tmp_path, [detailed(picture(), {"label": label, "value": value})], LIST)
    assert post.is_draft


@pytest.mark.parametrize(
    ("label", "value"),
    [("Draft", "False"), ("임시 저장", "거짓"), ("Published", "True"), ("Draft", ""), ("Draft", 0)],
)
def test_a_post_is_no_draft(tmp_path: Path, label: str, value: object):
    (post,) = read_list(tmp_path, [detailed(picture(), {"label": label, "value": value})], LIST)
    assert not post.is_draft


def test_a_post_without_a_time_has_that_of_its_media(tmp_path: Path):
    (post,) = read_list(tmp_path, [detailed(picture(), timestamp=0)], LIST)
    assert post.taken_at == datetime.fromtimestamp(TIME, UTC)


def test_a_post_of_words_is_left_out_without_a_word(tmp_path: Path):
    assert read_list(tmp_path, [detailed(caption("words"))], LIST) == []


def test_posts_of_both_lists_are_given_the_plain_ones_first(tmp_path: Path):
    write_list(tmp_path, [detailed(picture("b.jpg")), detailed(picture("c.jpg"))], LIST)
    posts = read_list(tmp_path, [{"media": [media("a.jpg")]}, {"media": [media("b.jpg")]}])
    assert [uris(post) for post in posts] == [["a.jpg"], ["b.jpg"], ["b.jpg"], ["c.jpg"]]


@pytest.mark.parametrize(
    ("content", "layout"),
    [
        ([{"media": [media()]}], "json-lists"),
        ([], "json-lists"),
        ([None, {"media": [media()]}], "json-lists"),
        ([detailed()], "detailed-list"),
        ([None, "text", detailed()], "detailed-list"),
        (b'[{"broken",}, {"label_values": []}]', "detailed-list"),
    ],
)
@pytest.mark.parametrize("name", ["posts.json", "posts_1.json"])
def test_the_form_is_told_by_what_is_in_the_list(
    tmp_path: Path, content: object, layout: str, name: str
):
    write_list(tmp_path, content, f"{ACTIVITY}/{name}")
    (file,) = Export(FolderTree(tmp_path)).content_files()
    assert file.layout == layout


def test_a_plain_post_among_detailed_ones_is_read(tmp_path: Path):
    posts = read_list(tmp_path, [detailed(picture("a.jpg")), {"media": [media("b.jpg")]}], LIST)
    assert [uris(post) for post in posts] == [["a.jpg"], ["b.jpg"]]


@pytest.mark.parametrize("entry", [None, 3, "text", {}, {"label_values": "text"}])
def test_entries_of_unknown_form_are_counted(tmp_path: Path, entry: object):
    write_list(tmp_path, [detailed(picture()), entry], LIST)
    posts, (problem,) = read_folder(tmp_path)
    assert len(posts) == 1
    assert (type(problem), problem.detail) == (UnknownShape, "1")


def test_labels_nested_beyond_measure_are_left_out(tmp_path: Path):
    nested: dict[str, object] = picture("deep.jpg")
    for _ in range(200):
        nested = {"dict": [nested]}
    (post,) = read_list(tmp_path, [detailed(picture("a.jpg"), nested)], LIST)
    assert uris(post) == ["a.jpg"]


def test_labels_of_every_type_are_survived(tmp_path: Path):
    odd: list[dict[str, object]] = [
        {"label": 3, "value": {}},
        {"label": "Caption", "value": None},
        {"label": None, "media": "text"},
        {"dict": 7, "vec": [[], "x", None]},
        {"label_values": {"label": "Caption", "value": "inner"}},
    ]
    (post,) = read_list(tmp_path, [detailed(*odd, picture())], LIST)
    assert post.caption == "inner"


def test_of_a_list_that_was_cut_off_what_stands_before_is_read(tmp_path: Path):
    write_list(tmp_path, [detailed(picture()), detailed(picture("b.jpg"))], LIST)
    path = tmp_path / LIST
    path.write_bytes(path.read_bytes()[:-30])
    posts, (problem,) = read_folder(tmp_path)
    assert len(posts) == 1
    assert isinstance(problem, BrokenJson)
