"""However often and in how many exports a picture comes, it is one, with all that is known."""

import json
import shutil
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from organizer.archive.records import PostKind
from organizer.archive.sample.escaping import dump_json
from organizer.archive.sample.layouts.catalogue import SampleLayout
from organizer.archive.sample.maker import make_sample
from organizer.archive.sample.zipping import zip_sample
from organizer.indexing.indexer import Indexer
from organizer.library.edits import DecideCategory
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.records import MediaDetail, MediaState
from organizer.library.writer import LibraryWriter

TIME = 1_700_000_000
LISTS = "your_instagram_activity/media"


@pytest.fixture
def indexer(place: LibraryPlace) -> Iterator[Indexer]:
    with Indexer(place) as opened:
        yield opened


def pictures(place: LibraryPlace) -> list[MediaDetail]:
    with LibraryReader(place) as reader:
        return list(reader.details(reader.listing(Filter()).ids))


def picture(path: Path, colour: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (48, 60), colour).save(path)


def media(uri: str, taken_at: int = TIME, title: str = "") -> dict[str, object]:
    return {"uri": uri, "creation_timestamp": taken_at, "title": title}


def write(root: Path, name: str, content: object, account: str = "") -> Path:
    path = root / LISTS / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dump_json(content), encoding="ascii")
    if account:
        person = {"string_map_data": {"Username": {"value": account}}}
        information = root / "personal_information/personal_information/personal_information.json"
        information.parent.mkdir(parents=True, exist_ok=True)
        information.write_text(dump_json({"profile_user": [person]}), encoding="ascii")
    return root


def export(root: Path, **colours: str) -> Path:
    """An export with a post for each name, whose picture has the colour given."""
    for name, colour in colours.items():
        picture(root / f"media/posts/202311/{name}.jpg", colour)
    posts = [
        {"media": [media(f"media/posts/202311/{name}.jpg", TIME + number, f"#{name}")]}
        for number, name in enumerate(colours)
    ]
    return write(root, "posts_1.json", posts)


def decide(place: LibraryPlace, media_id: int, category: str) -> None:
    with LibraryWriter(place) as writer:
        writer.apply(DecideCategory((media_id,), category, is_in=True))


def decided(detail: MediaDetail) -> set[str]:
    return {one.category_id for one in detail.categories if one.source == "user"}


def test_the_same_export_at_another_place_adds_nothing(
    indexer: Indexer, place: LibraryPlace, tmp_path: Path
):
    first = export(tmp_path / "first", cat="red", dog="blue")
    second = shutil.copytree(first, tmp_path / "second")
    indexer.add(first)
    report = indexer.add(second)
    assert (report.posts, report.media, report.waiting) == (0, 0, 0)
    indexer.understand()
    assert len(pictures(place)) == 2


def test_a_newer_export_beside_the_old_one_adds_what_is_new_and_corrects_captions(
    indexer: Indexer, place: LibraryPlace, tmp_path: Path
):
    indexer.add(export(tmp_path / "2023", cat="red"))
    newer = export(tmp_path / "2024", cat="red", dog="blue")
    changed = [
        {"media": [media("media/posts/202311/cat.jpg", TIME, "#cat #grown")]},
        {"media": [media("media/posts/202311/dog.jpg", TIME + 1, "#dog")]},
    ]
    report = indexer.add(write(newer, "posts_1.json", changed))
    assert (report.posts, report.changed, report.media) == (1, 1, 1)
    assert {detail.caption for detail in pictures(place)} == {"#cat #grown", "#dog"}


def test_a_picture_that_a_newer_export_lacks_is_kept_with_what_was_decided(
    indexer: Indexer, place: LibraryPlace, tmp_path: Path
):
    root = export(tmp_path / "export", cat="red", dog="blue")
    indexer.add(root)
    indexer.understand()
    gone = next(detail for detail in pictures(place) if "dog" in detail.uri)
    decide(place, gone.id, "pets")
    (root / gone.uri).unlink()
    indexer.add(export(root, cat="red"))
    (detail,) = [detail for detail in pictures(place) if detail.id == gone.id]
    assert detail.state is MediaState.MISSING
    assert decided(detail) == {"pets"}
    assert detail.caption == "#dog"


def test_the_same_content_under_two_names_is_one_picture_of_the_better_post(
    indexer: Indexer, place: LibraryPlace, tmp_path: Path
):
    root = export(tmp_path / "export", cat="red")
    shutil.copyfile(root / "media/posts/202311/cat.jpg", root / "media/archived.jpg")
    archived = {"ig_archived_post_media": [{"media": [media("media/archived.jpg", TIME + 500)]}]}
    write(root, "archived_posts.json", archived)
    indexer.add(root)
    indexer.understand()
    (detail,) = pictures(place)
    assert (detail.kind, detail.caption) == (PostKind.POST, "#cat")
    report = indexer.add(root)
    indexer.understand()
    assert (report.posts, report.media) == (0, 0)
    assert len(pictures(place)) == 1


def test_a_caption_that_only_the_other_of_two_equal_pictures_has_is_kept(
    indexer: Indexer, place: LibraryPlace, tmp_path: Path
):
    root = tmp_path / "export"
    picture(root / "media/a.jpg", "red")
    picture(root / "media/b.jpg", "red")
    write(root, "posts_1.json", [{"media": [media("media/a.jpg")]}])
    story = media("media/b.jpg", TIME + 60, "only here #sunset")
    write(root, "stories.json", {"ig_stories": [story]})
    indexer.add(root)
    indexer.understand()
    (detail,) = pictures(place)
    assert detail.kind is PostKind.POST
    assert detail.caption == "only here #sunset"
    assert detail.hashtags == ("sunset",)


def test_an_export_with_new_names_keeps_what_was_decided_when_the_old_one_is_gone(
    indexer: Indexer, place: LibraryPlace, tmp_path: Path
):
    old = export(tmp_path / "old", cat="red")
    indexer.add(old)
    indexer.understand()
    (before,) = pictures(place)
    decide(place, before.id, "pets")
    shutil.rmtree(old)
    indexer.add(old)
    renamed = tmp_path / "new"
    picture(renamed / "media/posts/202311/renamed.jpg", "red")
    write(renamed, "posts_1.json", [{"media": [media("media/posts/202311/renamed.jpg")]}])
    indexer.add(renamed)
    indexer.understand()
    (after,) = pictures(place)
    assert after.id == before.id
    assert after.path == renamed / "media/posts/202311/renamed.jpg"
    assert (after.state, after.is_offline) == (MediaState.READY, False)
    assert decided(after) == {"pets"}


def test_two_accounts_may_have_files_of_one_name(
    indexer: Indexer, place: LibraryPlace, tmp_path: Path
):
    for name, colour in (("me", "red"), ("partner", "blue")):
        root = tmp_path / name
        picture(root / "media/posts/202311/1.jpg", colour)
        write(root, "posts_1.json", [{"media": [media("media/posts/202311/1.jpg")]}], account=name)
        indexer.add(root)
    indexer.understand()
    found = pictures(place)
    assert {detail.path for detail in found} == {
        tmp_path / name / "media/posts/202311/1.jpg" for name in ("me", "partner")
    }


def test_a_slide_that_is_a_reel_too_stays_in_its_carousel(
    indexer: Indexer, place: LibraryPlace, tmp_path: Path
):
    root = tmp_path / "export"
    for name, colour in (("a", "red"), ("b", "blue")):
        picture(root / f"media/{name}.jpg", colour)
    write(root, "reels.json", {"ig_reels_media": [{"media": [media("media/b.jpg")]}]})
    slides = [media("media/a.jpg"), media("media/b.jpg")]
    carousel = {"media": slides, "title": "two", "creation_timestamp": TIME + 2}
    write(root, "posts_1.json", [carousel])
    indexer.add(root)
    found = pictures(place)
    assert [(d.kind, d.position, d.slides, d.caption) for d in found] == [
        (PostKind.POST, 0, 2, "two"),
        (PostKind.POST, 1, 2, "two"),
    ]


@pytest.mark.parametrize("layout", [SampleLayout.HTML, SampleLayout.DETAILED])
def test_the_same_export_in_another_format_adds_nothing_and_json_tells_the_time(
    layout: SampleLayout, indexer: Indexer, place: LibraryPlace, tmp_path: Path
):
    for name, chosen in (("other", layout), ("json", SampleLayout.ACTIVITY_MEDIA)):
        make_sample(tmp_path / name, posts=10, seed=4, tiny=True, layout=chosen)
    indexer.add(tmp_path / "other")
    report = indexer.add(tmp_path / "json")
    assert (report.posts, report.media) == (0, 0)
    with LibraryReader(place) as reader:
        times = {detail.uri: detail.taken_at for detail in pictures(place)}
        assert reader.kind_counts()["post"] == 10
    listed = json.loads((tmp_path / "json" / LISTS / "posts_1.json").read_bytes())
    for post in listed:
        told = post.get("creation_timestamp") or post["media"][0]["creation_timestamp"]
        assert {times[slide["uri"]] for slide in post["media"]} == {told}


def parts_of(folder: Path) -> tuple[Path, ...]:
    make_sample(folder / "whole", posts=12, seed=5, tiny=True)
    return zip_sample(folder / "whole", folder / "parts", 3)


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 2, 0), (2, 0, 1)])
def test_parts_of_an_export_find_each_other_in_any_order(
    order: tuple[int, ...], indexer: Indexer, place: LibraryPlace, tmp_path: Path
):
    parts = parts_of(tmp_path)
    reports = [indexer.add(parts[number]) for number in order]
    assert reports[-1].missing == 0
    indexer.understand()
    found = pictures(place)
    whole = LibraryPlace.at(tmp_path / "other-library")
    with Indexer(whole) as other:
        other.add(tmp_path / "whole")
    assert _told(found) == _told(pictures(whole))
    assert {detail.state for detail in found} == {MediaState.READY}


def _told(found: list[MediaDetail]) -> set[tuple[object, ...]]:
    return {(d.uri, d.kind, d.taken_at, d.caption, d.position, d.slides) for d in found}


def test_a_folder_of_zips_is_one_export(indexer: Indexer, place: LibraryPlace, tmp_path: Path):
    parts = parts_of(tmp_path)
    report = indexer.add(parts[0].parent)
    assert len(report.archives) == 3
    assert report.missing == 0
    with LibraryReader(place) as reader:
        assert reader.kind_counts()["post"] == 12


def test_a_missing_part_is_told_and_its_pictures_keep_their_posts(
    indexer: Indexer, place: LibraryPlace, tmp_path: Path
):
    parts = parts_of(tmp_path)
    (with_lists,) = [part for part in parts if _adds_lists(part)]
    report = indexer.add(with_lists)
    assert report.posts > 12
    assert report.missing > 0
    missing = [d for d in pictures(place) if d.state is MediaState.MISSING]
    assert len(missing) == report.missing
    assert any(detail.caption for detail in missing)


def _adds_lists(part: Path) -> bool:
    with zipfile.ZipFile(part) as opened:
        return any(name.endswith("posts_1.json") for name in opened.namelist())


def test_pictures_of_a_part_without_lists_are_shown_by_the_month_of_their_folder(
    indexer: Indexer, place: LibraryPlace, tmp_path: Path
):
    picture(tmp_path / "part/media/posts/202106/1.jpg", "red")
    indexer.add(tmp_path / "part")
    (detail,) = pictures(place)
    assert detail.taken_at is not None
    shown = datetime.fromtimestamp(detail.taken_at).astimezone()
    assert (shown.year, shown.month, detail.precision.value) == (2021, 6, "month")
    exact = int(datetime(2021, 6, 20, 8, tzinfo=UTC).timestamp())
    post = {"media": [media("media/posts/202106/1.jpg", exact, "now known")]}
    report = indexer.add(write(tmp_path / "lists", "posts_1.json", [post]))
    assert (report.posts, report.media, report.changed) == (0, 0, 1)
    (detail,) = pictures(place)
    assert (detail.taken_at, detail.caption, detail.precision.value) == (
        exact,
        "now known",
        "exact",
    )
