"""An export that is damaged, odd or made to do harm: all that is sound in it is imported.

And each fault is named with its file, so that its owner knows what is left out, and why.
"""

import json
import zipfile
from pathlib import Path

import pytest

from organizer.archive.sample.maker import make_sample
from organizer.archive.sample.zipping import zip_sample
from organizer.indexing.importing import ImportReport
from organizer.indexing.indexer import Indexer
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.problem_text import describe

POSTS = "your_instagram_activity/media/posts_1.json"
SOUND = 6


@pytest.fixture
def export(tmp_path: Path) -> Path:
    folder = tmp_path / "instagram-sample"
    make_sample(folder, posts=SOUND, tiny=True, seed=6)
    return folder


def add(
    place: LibraryPlace, path: Path, looks_at_pictures: bool = False
) -> tuple[ImportReport, list[str]]:
    """The report, and the messages that its user reads."""
    with Indexer(place) as indexer:
        report = indexer.add(path)
        if looks_at_pictures:
            indexer.understand()
    with LibraryReader(place) as reader:
        assert reader.kind_counts()["post"] >= SOUND
        return report, [describe(one.code, one.file, one.detail) for one in reader.problems()]


def add_entries(export: Path, *entries: str) -> None:
    """Puts entries, as JSON text, before the sound ones."""
    path = export / POSTS
    sound = path.read_text(encoding="ascii").strip()
    path.write_text("[" + ",".join(entries) + "," + sound[1:], encoding="utf-8")


@pytest.mark.parametrize(
    "entry",
    [
        '{"media": [{"uri": "../../etc/passwd", "creation_timestamp": 1700000000}]}',
        '{"media": [{"uri": "/etc/passwd"}]}',
        '{"media": [{"uri": "C:\\\\Windows\\\\win.ini"}]}',
        '{"media": [{"uri": "https://example.com/a.jpg"}]}',
        '{"media": ' + "[" * 5000 + "]" * 5000 + "}",
        "{'media': []}",
        '"text"',
    ],
)
def test_an_entry_that_cannot_be_used_is_counted_and_the_rest_is_imported(
    entry: str, export: Path, place: LibraryPlace
):
    add_entries(export, entry)
    report, messages = add(place, export)
    assert report.missing == 0
    assert len(messages) == 1
    assert POSTS in messages[0]
    assert "1" in messages[0]


@pytest.mark.parametrize(
    "entry",
    [
        '{"media": [{"uri": "media/a.jpg", "creation_timestamp": NaN, "title": "kept"}]}',
        '{"media": [{"uri": "media/a.jpg", "creation_timestamp": -1e300, "title": "kept"}]}',
        '{"media": [{"uri": "media/a.jpg", "creation_timestamp": 1e400, "title": "kept"}]}',
        '{"media": [{"uri": "media/a.jpg", "creation_timestamp": 32503680000, "title": "kept"}]}',
        '{"media": [{"uri": "media/a.jpg", "uri": "media/a.jpg", "title": "kept"}]}',
        '{"media": [{"uri": "media/a.jpg", "title": "\\ud800kept\\u0000"}]}',
        '{"media": [{"uri": "media/' + "x" * 300 + '.jpg", "title": "kept"}]}',
        '{"media": [{"uri": "media/a\\u0000b.jpg", "title": "kept"}]}',
        '{"media": [{"uri": "media/CON.jpg", "title": "kept"}]}',
        '{"media": [{"uri": "media/a.jpg", "title": "<script>kept</script>"}], "new": {"a": [1]}}',
    ],
)
def test_an_odd_entry_is_imported_as_far_as_it_makes_sense(
    entry: str, export: Path, place: LibraryPlace
):
    add_entries(export, entry)
    report, messages = add(place, export)
    assert messages == []
    assert report.missing == 1
    with LibraryReader(place) as reader:
        assert reader.kind_counts()["post"] == SOUND + 1


def test_links_are_named_and_never_followed(export: Path, place: LibraryPlace, tmp_path: Path):
    secret = tmp_path / "secret.jpg"
    secret.write_bytes(next(export.rglob("*.jpg")).read_bytes())
    (export / "media/posts/link.jpg").symlink_to(secret)
    (export / "media/loop").symlink_to(export)
    listed = '{"media": [{"uri": "media/posts/link.jpg"}]}'
    add_entries(export, listed)
    report, messages = add(place, export)
    assert report.missing == 1
    assert len(messages) == 2
    assert any("media/posts/link.jpg is a link" in message for message in messages)
    assert any("media/loop is a link" in message for message in messages)


def test_a_zip_with_names_that_lead_out_is_read_without_them(
    export: Path, place: LibraryPlace, tmp_path: Path
):
    (packed,) = zip_sample(export, tmp_path / "parts", 1)
    with zipfile.ZipFile(packed, "a") as target:
        target.writestr("../../evil.jpg", b"evil")
        target.writestr("/etc/evil.jpg", b"evil")
    _, messages = add(place, packed)
    assert sum("evil.jpg" in message for message in messages) == 2
    assert not list(tmp_path.rglob("evil.jpg"))


def test_a_picture_that_is_a_bomb_is_left_out_by_name(
    export: Path, place: LibraryPlace, tmp_path: Path
):
    victim = next((export / "media/posts").rglob("*.jpg"))
    victim.write_bytes(b"\0" * (64 << 20))
    (packed,) = zip_sample(export, tmp_path / "parts", 1)
    with zipfile.ZipFile(packed) as source, zipfile.ZipFile(tmp_path / "bomb.zip", "w") as target:
        for info in source.infolist():
            target.writestr(info.filename, source.read(info), zipfile.ZIP_DEFLATED)
    _, messages = add(place, tmp_path / "bomb.zip", looks_at_pictures=True)
    assert len(messages) == 1
    assert victim.name in messages[0]
    assert "times as large" in messages[0]


def test_a_broken_zip_beside_sound_ones_is_named(export: Path, place: LibraryPlace, tmp_path: Path):
    (packed,) = zip_sample(export, tmp_path / "parts", 1)
    broken = packed.with_name("broken.zip")
    broken.write_bytes(packed.read_bytes()[:-100])
    report, messages = add(place, packed.parent)
    assert [problem.code for problem in report.problems] == ["BrokenZip"]
    assert "broken.zip is damaged or not copied whole yet" in messages[0]


def test_a_list_of_something_else_is_named_and_skipped(export: Path, place: LibraryPlace):
    reels = export / "your_instagram_activity/media/reels.json"
    reels.write_text(json.dumps({"something_new": [{"a": 1}]}), encoding="utf-8")
    _, messages = add(place, export)
    assert len(messages) == 1
    assert "reels.json has entries of an unknown form" in messages[0]


def test_what_was_wrong_with_a_list_is_forgotten_with_the_list(export: Path, place: LibraryPlace):
    reels = export / "your_instagram_activity/media/reels.json"
    reels.write_text("[{", encoding="utf-8")
    assert len(add(place, export)[1]) == 1
    reels.unlink()
    assert add(place, export)[1] == []


def test_what_was_wrong_with_a_place_is_forgotten_when_it_is_mended(
    export: Path, place: LibraryPlace, tmp_path: Path
):
    link = export / "media/link.jpg"
    link.symlink_to(tmp_path)
    assert len(add(place, export)[1]) == 1
    link.unlink()
    assert add(place, export)[1] == []
