"""The same posts are read of an export in whatever form it comes."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from exports_on_disk import posts_of

from organizer.archive.export import Export
from organizer.archive.file_tree import FolderTree
from organizer.archive.records import Post, PostKind, TimePrecision
from organizer.archive.sample.layouts.catalogue import SampleLayout
from organizer.archive.sample.maker import make_sample
from organizer.archive.sample.wording import Language

Read = Callable[[SampleLayout, Language], list[Post]]

POSTS = 60
_IN_JSON = [SampleLayout.CONTENT, SampleLayout.ACTIVITY_CONTENT, SampleLayout.ACTIVITY_MEDIA]
_IN_HTML = [SampleLayout.HTML, SampleLayout.HTML_CONTENT]

in_each_language = pytest.mark.parametrize("language", ["en", "ko"])
in_each_form_of_json = pytest.mark.parametrize("layout", _IN_JSON)
in_each_form_of_html = pytest.mark.parametrize("layout", _IN_HTML)
in_every_layout = pytest.mark.parametrize("layout", list(SampleLayout))


@pytest.fixture(scope="module")
def folder_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[SampleLayout, Language], Path]:
    """Makes each sample when it is asked for first."""

    @cache
    def made(layout: SampleLayout, language: Language) -> Path:
        folder = tmp_path_factory.mktemp("exports") / f"{layout}-{language}"
        make_sample(folder, POSTS, seed=7, tiny=True, layout=layout, language=language)
        return folder

    return made


@pytest.fixture(scope="module")
def read(folder_of: Callable[[SampleLayout, Language], Path]) -> Read:
    """Reads each sample once."""
    return cache(lambda layout, language: posts_of(folder_of(layout, language)))


@pytest.fixture
def expected(read: Read) -> list[Post]:
    """The posts as the lists of today tell them."""
    posts = read(SampleLayout.ACTIVITY_MEDIA, "en")
    assert {post.kind for post in posts} >= {PostKind.POST, PostKind.REEL, PostKind.ARCHIVED}
    assert any(len(post.media) > 1 for post in posts)
    assert any(item.latitude for post in posts for item in post.media)
    return posts


def uris(post: Post) -> list[str]:
    return [item.uri for item in post.media]


def by_uris(posts: Iterable[Post]) -> dict[tuple[str, ...], Post]:
    return {tuple(uris(post)): post for post in posts}


@in_each_language
@in_each_form_of_json
def test_all_forms_of_json_tell_the_same(
    read: Read, expected: list[Post], layout: SampleLayout, language: Language
):
    posts = read(layout, language)
    rare = {PostKind.IGTV, PostKind.OTHER} if layout is not SampleLayout.ACTIVITY_MEDIA else set()
    assert {post.kind for post in posts} == {post.kind for post in expected} | rare
    assert [post for post in posts if post.kind not in rare] == expected


@in_each_language
def test_the_detailed_list_tells_the_posts_once_more_and_a_draft(
    read: Read, expected: list[Post], language: Language
):
    posts = read(SampleLayout.DETAILED, language)
    assert [post for post in posts if not post.is_draft][: len(expected)] == expected
    detailed = posts[len(expected) :]
    assert [post.is_draft for post in detailed] == [True, *[False] * POSTS]
    plain = by_uris(post for post in expected if post.kind is PostKind.POST)
    assert by_uris(detailed[1:]) == plain


@in_each_language
@in_each_form_of_html
def test_pages_tell_the_same_but_for_seconds_and_zone(
    read: Read, expected: list[Post], layout: SampleLayout, language: Language
):
    posts = read(layout, language)
    assert Counter(post.kind for post in posts) == Counter(post.kind for post in expected)
    for post in expected:
        shown = by_uris(posts)[tuple(uris(post))]
        assert (shown.kind, shown.caption) == (post.kind, post.caption)
        assert (shown.taken_at, shown.precision) == (on_a_page(post), TimePrecision.ZONELESS)
        assert [(item.media_type, item.latitude, item.longitude) for item in shown.media] == [
            (item.media_type, item.latitude, item.longitude) for item in post.media
        ]


def on_a_page(post: Post) -> datetime:
    """The time that stands on a page, eight hours behind Greenwich, as this computer's own."""
    assert post.taken_at is not None
    written = post.taken_at.astimezone(UTC) - timedelta(hours=8)
    return written.replace(second=0, tzinfo=None).astimezone()


@in_each_language
def test_the_flat_list_tells_the_same_but_for_kinds_and_places(
    read: Read, expected: list[Post], language: Language
):
    posts = read(SampleLayout.FLAT, language)
    known = [post for post in expected if post.kind is not PostKind.ARCHIVED]
    assert len(posts) == len(known)
    flat = by_uris(posts)
    for post in known:
        shown = flat[tuple(map(flat_path, uris(post)))]
        kind = PostKind.POST if post.kind is PostKind.REEL else post.kind
        assert (shown.kind, shown.caption) == (kind, post.caption)
        assert shown.taken_at is not None
        assert post.taken_at is not None
        # The time is that of the media; of two posts alike in all, one is a second older.
        assert timedelta(0) <= post.taken_at - shown.taken_at <= timedelta(seconds=3)


def flat_path(uri: str) -> str:
    folders = {"posts": "photos", "reels": "videos", "stories": "stories", "profile": "profile"}
    _, kind, rest = uri.split("/", 2)
    return f"{folders[kind]}/{rest}"


@in_each_language
@in_every_layout
def test_every_file_that_is_told_lies_in_the_export_and_no_other(
    folder_of: Callable[[SampleLayout, Language], Path],
    read: Read,
    layout: SampleLayout,
    language: Language,
):
    export = Export(FolderTree(folder_of(layout, language)))
    told = {item.uri for post in read(layout, language) for item in post.media}
    assert all(export.stamp(uri) for uri in told)
    unlisted = list(export.unlisted(frozenset(told)))
    # The flat list knew no archived posts; the sample's other layouts list all.
    assert unlisted == []


@in_each_language
@in_every_layout
def test_without_any_list_every_file_is_told_by_its_month(
    folder_of: Callable[[SampleLayout, Language], Path],
    read: Read,
    layout: SampleLayout,
    language: Language,
):
    export = Export(FolderTree(folder_of(layout, language)))
    posts = [post for post in read(layout, language) if post.kind is not PostKind.OTHER]
    told = {item.uri for post in posts for item in post.media}
    unlisted = list(export.unlisted(frozenset()))
    assert {post.media[0].uri for post in unlisted} == told
    assert all(post.precision is TimePrecision.MONTH for post in unlisted)
