"""An archive that is removed leaves nothing behind but what the user decided."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from organizer.archive.errors import UnreadableFile
from organizer.archive.records import FileStamp
from organizer.indexing.indexer import Indexer
from organizer.indexing.progress import Cancelled, Control
from organizer.indexing.removing import RemovalReport
from organizer.library.edits import (
    AddToAlbum,
    CreateAlbum,
    DecideCategory,
    DecideHashtags,
    Edit,
    KeepDistinct,
    RemoveCategory,
    ServiceTags,
    SetFavourite,
    SetServiceTags,
)
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.records import MediaDetail, MediaState, MediaUnderstanding
from organizer.library.removing import RemovalPreview
from organizer.library.thumbnails import ThumbnailSize, ThumbnailStore
from organizer.library.writer import LibraryWriter
from organizer.tagging.records import CategoryScore, HashtagSuggestion, SuggestionReason

TIME = 1_700_000_000
LISTS = "your_instagram_activity/media"
NAMES = ("cat", "dog", "sea", "sun")
COLOURS = dict(zip(NAMES, ("red", "blue", "green", "white"), strict=True))


@pytest.fixture
def indexer(place: LibraryPlace) -> Iterator[Indexer]:
    with Indexer(place) as opened:
        yield opened


def export(root: Path, *names: str, caption: str = "", folder: str = "202311") -> Path:
    """An export with a post for each name; a name stands for a colour and a time."""
    for name in names:
        path = root / f"media/posts/{folder}/{name}.jpg"
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (48, 60), COLOURS[name]).save(path)
    lists(root, *names, caption=caption, folder=folder)
    return root


def lists(root: Path, *names: str, caption: str = "", folder: str = "202311") -> Path:
    """The list alone of such an export."""
    posts = [
        {
            "media": [
                {
                    "uri": f"media/posts/{folder}/{name}.jpg",
                    "creation_timestamp": TIME + NAMES.index(name),
                    "title": caption or f"#{name}",
                }
            ]
        }
        for name in names
    ]
    path = root / LISTS / "posts_1.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(posts), encoding="ascii")
    return root


def pictures(place: LibraryPlace) -> dict[str, MediaDetail]:
    """All pictures by their names."""
    with LibraryReader(place) as reader:
        return {Path(one.uri).stem: one for one in reader.details(reader.listing(Filter()).ids)}


def places(place: LibraryPlace) -> list[Path]:
    with LibraryReader(place) as reader:
        return [one.path for one in reader.places()]


def preview(place: LibraryPlace, *paths: Path) -> RemovalPreview:
    with LibraryReader(place) as reader:
        return reader.removing.preview(paths)


def add(indexer: Indexer, *paths: Path, looks: bool = False) -> None:
    """Imports archives, and looks at their pictures where that matters: the model takes time."""
    for path in paths:
        indexer.add(path)
    if looks:
        indexer.understand()


def remove(indexer: Indexer, *paths: Path) -> RemovalReport:
    indexer.remover.begin(paths)
    return indexer.remover.finish()


def apply(place: LibraryPlace, *edits: Edit) -> None:
    with LibraryWriter(place) as writer:
        for edit in edits:
            writer.apply(edit)


def rows(place: LibraryPlace) -> dict[str, int]:
    """How many rows there are in each table that has any, and that all of them fit together."""
    with closing(sqlite3.connect(place.database)) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        names = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
            " AND name NOT LIKE 'captions_%' AND name NOT LIKE 'description_words_%'"
        ).fetchall()
        names = [*(name for (name,) in names), "captions", "description_words"]
        counts = {
            name: connection.execute(f"SELECT COUNT(*) FROM {name}").fetchone()[0]  # noqa: S608
            for name in names
        }
    return {name: count for name, count in counts.items() if count}


def thumbnails(place: LibraryPlace) -> set[str]:
    return {path.name for path in place.thumbnails.rglob("*.jpg")}


def contents(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_nothing_is_left_of_an_archive_that_is_removed(
    indexer: Indexer, place: LibraryPlace, tmp_path: Path
):
    wrong = export(tmp_path / "wrong", *NAMES)
    before = contents(wrong)
    add(indexer, wrong, looks=True)
    assert preview(place, wrong) == RemovalPreview(going=4)
    assert remove(indexer, wrong) == RemovalReport(removed=4)
    indexer.understand()
    left = rows(place)
    # Words, settings and categories are no one picture's.
    for name in ("hashtags", "settings", "categories", "last_media_id", "_sqlite_migrations"):
        left.pop(name, None)
    assert left == {}
    assert thumbnails(place) == set()
    assert contents(wrong) == before


def test_what_another_archive_has_is_read_there(
    indexer: Indexer, place: LibraryPlace, tmp_path: Path
):
    old = export(tmp_path / "2022", "cat", "dog", caption="old")
    new = export(tmp_path / "2023", "dog", "sea", caption="new")
    add(indexer, old, new, looks=True)
    dog = pictures(place)["dog"]
    apply(place, DecideCategory((dog.id,), "pets", is_in=True))
    assert preview(place, new) == RemovalPreview(going=1, staying=1)
    assert remove(indexer, new) == RemovalReport(removed=1, kept=1)
    indexer.understand()
    left = pictures(place)
    assert left.keys() == {"cat", "dog"}
    assert left["dog"].id == dog.id
    assert left["dog"].archive == old
    assert left["dog"].state is MediaState.READY
    # What the removed one said of it is not said any more.
    assert left["dog"].caption == "old"
    assert [one.source for one in left["dog"].categories] == ["user"]
    assert f"{dog.id}.jpg" in thumbnails(place)
    assert places(place) == [old]


def test_the_same_file_under_another_name_stays_with_its_own_archive(
    indexer: Indexer, place: LibraryPlace, tmp_path: Path
):
    old = export(tmp_path / "2022", "cat")
    new = export(tmp_path / "2023", "cat", folder="other")
    add(indexer, old, new, looks=True)
    assert preview(place, old) == RemovalPreview(staying=1)
    remove(indexer, old)
    assert {one.archive for one in pictures(place).values()} == {new}


def test_a_picture_of_which_another_part_has_the_list_alone_stays_and_is_missing(
    indexer: Indexer, place: LibraryPlace, tmp_path: Path
):
    first = lists(tmp_path / "part-1", "cat", "dog")
    second = export(tmp_path / "part-2", "dog")
    add(indexer, first, second)
    shutil.rmtree(second / LISTS)
    assert preview(place, second) == RemovalPreview(unfound=1)
    remove(indexer, second)
    dog = pictures(place)["dog"]
    assert (dog.state, dog.archive, dog.caption) == (MediaState.MISSING, first, "#dog")


def test_what_was_decided_comes_back_with_the_archive(
    indexer: Indexer, place: LibraryPlace, tmp_path: Path
):
    root = export(tmp_path / "export", *NAMES)
    add(indexer, root)
    cat, dog, sea, sun = (pictures(place)[name].id for name in NAMES)
    apply(
        place,
        CreateAlbum(7, "Summer"),
        AddToAlbum(7, (sea, cat)),
        DecideCategory((cat,), "pets", is_in=True),
        DecideCategory((dog,), "travel", is_in=False),
        DecideHashtags((dog,), ("walk",), is_wanted=True),
        SetFavourite((cat, sea), is_favourite=True),
        KeepDistinct((dog, sun)),
        SetServiceTags((ServiceTags(sun, ("travel",), ("sky",)),)),
    )
    assert preview(place, root) == RemovalPreview(
        going=4, decided=4, categories=2, hashtags=1, favourites=2, in_albums=2
    )
    before = pictures(place)
    remove(indexer, root)
    assert pictures(place) == {}
    add(indexer, root)
    after = pictures(place)
    for name in NAMES:
        was, now = before[name], after[name]
        # Whoever knew the old picture by its id must not take another one for it.
        assert now.id not in (cat, dog, sea, sun)
        assert now.is_favourite == was.is_favourite
        assert now.accepted == was.accepted
        assert [one for one in now.categories if one.source != "model"] == [
            one for one in was.categories if one.source != "model"
        ]
    assert after["sun"].suggestions[0] == before["sun"].suggestions[0]
    with LibraryReader(place) as reader:
        assert reader.album_members(7) == (after["sea"].id, after["cat"].id)
        assert reader.duplicates.distinct_sets() == ({after["dog"].id, after["sun"].id},)
        assert (after["dog"].id, "travel", False) in reader.learning.decisions()
    assert not any(name.startswith("removed_") for name in rows(place))


def test_a_decision_finds_the_same_file_in_another_export(
    indexer: Indexer, place: LibraryPlace, tmp_path: Path
):
    add(indexer, export(tmp_path / "2022", "cat"), looks=True)
    apply(place, SetFavourite((pictures(place)["cat"].id,), is_favourite=True))
    remove(indexer, tmp_path / "2022")
    indexer.add(export(tmp_path / "2023", "cat", "dog", folder="renamed"))
    assert not any(one.is_favourite for one in pictures(place).values())
    indexer.understand()
    after = pictures(place)
    assert (after["cat"].is_favourite, after["dog"].is_favourite) == (True, False)


def test_a_decision_waits_for_a_category_that_was_removed_meanwhile(
    indexer: Indexer, place: LibraryPlace, tmp_path: Path
):
    root = export(tmp_path / "export", "cat")
    add(indexer, root)
    apply(place, DecideCategory((pictures(place)["cat"].id,), "pets", is_in=True))
    remove(indexer, root)
    with LibraryWriter(place) as writer:
        back = writer.apply(RemoveCategory("pets"))
        indexer.add(root)
        assert pictures(place)["cat"].categories == ()
        writer.apply(back)
    assert [one.category_id for one in pictures(place)["cat"].categories] == ["pets"]


def test_pictures_that_stay_do_not_become_copies_that_are_meant(
    indexer: Indexer, place: LibraryPlace, tmp_path: Path
):
    first, second = export(tmp_path / "1", "cat"), export(tmp_path / "2", "dog")
    add(indexer, first, second)
    apply(place, KeepDistinct(tuple(one.id for one in pictures(place).values())))
    remove(indexer, second)
    with LibraryReader(place) as reader:
        assert reader.duplicates.distinct_sets() == ()
    add(indexer, second)
    with LibraryReader(place) as reader:
        assert reader.duplicates.distinct_sets() == ({one.id for one in pictures(place).values()},)


def test_an_archive_on_a_disk_that_is_not_connected_can_be_removed(
    indexer: Indexer, place: LibraryPlace, tmp_path: Path
):
    root = export(tmp_path / "disk" / "export", "cat")
    add(indexer, root)
    shutil.rmtree(tmp_path / "disk")
    add(indexer, root)
    assert pictures(place)["cat"].is_offline
    assert remove(indexer, root) == RemovalReport(removed=1)
    assert places(place) == []


def test_what_lies_in_two_added_folders_stays_when_one_is_removed(
    indexer: Indexer, place: LibraryPlace, tmp_path: Path
):
    inner = export(tmp_path / "downloads" / "export", "cat")
    add(indexer, tmp_path / "downloads", inner)
    apply(place, SetFavourite((pictures(place)["cat"].id,), is_favourite=True))
    assert preview(place, inner) == RemovalPreview()
    remove(indexer, inner)
    add(indexer, tmp_path / "downloads")
    assert pictures(place)["cat"].is_favourite
    assert places(place) == [tmp_path / "downloads"]


def test_one_slide_of_a_post_that_stays_is_counted_alone(
    indexer: Indexer, place: LibraryPlace, tmp_path: Path
):
    both = export(tmp_path / "both", "cat", "dog")
    post = json.loads((both / LISTS / "posts_1.json").read_text())
    carousel = [{"title": "two", "media": [one["media"][0] for one in post]}]
    (both / LISTS / "posts_1.json").write_text(json.dumps(carousel))
    add(indexer, both, export(tmp_path / "one", "cat"))
    assert pictures(place)["cat"].slides == 2
    remove(indexer, both)
    assert pictures(place).keys() == {"cat"}
    assert pictures(place)["cat"].slides == 1


def test_what_another_program_removes_while_it_is_looked_at_is_let_go(
    indexer: Indexer, place: LibraryPlace, tmp_path: Path
):
    root = export(tmp_path / "export", "cat")
    add(indexer, root)
    (cat,) = pictures(place).values()
    stamp = FileStamp(1, 1)
    scores = (CategoryScore("pets", 0.9),)
    suggestions = (HashtagSuggestion("pet", 0.9, SuggestionReason.VOCABULARY),)
    seen = MediaUnderstanding(
        cat.id,
        cat.media_type,
        stamp,
        "0",
        48,
        60,
        None,
        np.ones(4, np.float32),
        scores,
        suggestions,
    )
    with LibraryWriter(place) as looking:
        remove(indexer, root)
        looking.store_understanding([seen], "model")
        looking.store_tags([(cat.id, scores, suggestions)], "model")
        looking.store_misfits({cat.id: [("cat", 0.5)]})
        looking.record_failure(cat.id, UnreadableFile(cat.uri, "it is gone"), stamp)
    assert not {"embeddings", "suggestions", "misfits", "problems"} & rows(place).keys()


def test_a_removal_that_was_stopped_is_finished_later(place: LibraryPlace, tmp_path: Path):
    root = export(tmp_path / "export", *NAMES)
    control = Control()
    with Indexer(place) as indexer:
        add(indexer, root)
        apply(place, SetFavourite((pictures(place)["cat"].id,), is_favourite=True))
        indexer.remover.begin([root])
        # It is none of the user's any more, whether its pictures are gone yet or not.
        assert places(place) == []
        control.cancel()
        with pytest.raises(Cancelled):
            indexer.remover.finish(control)
    assert len(pictures(place)) == 4
    with Indexer(place) as indexer:
        indexer.understand()
        assert pictures(place) == {}
        indexer.add(root)
    assert pictures(place)["cat"].is_favourite


_KILLED = """
import os, sys
from pathlib import Path
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.thumbnails import ThumbnailStore
from organizer.library.writer import LibraryWriter

place, root = LibraryPlace.at(Path(sys.argv[1])), Path(sys.argv[2])
store = ThumbnailStore(place.thumbnails)
writer = LibraryWriter(place)
writer.removing.begin([root])
ids = LibraryReader(place).removing.leaving_media()
writer.removing.remove_media(ids[:2], lambda gone: [store.remove(one) for one in gone])
# In the middle of a transaction, with no time to say goodbye.
writer.removing.remove_media(ids[2:], lambda _: os._exit(9))
"""


def test_a_library_is_whole_when_the_program_is_killed_in_the_middle(
    place: LibraryPlace, tmp_path: Path
):
    root = export(tmp_path / "export", *NAMES)
    other = export(tmp_path / "other", "sun")
    with Indexer(place) as indexer:
        add(indexer, root, other, looks=True)
    apply(place, SetFavourite(tuple(one.id for one in pictures(place).values()), is_favourite=True))
    child = [sys.executable, "-c", _KILLED, str(place.database), str(root)]
    assert subprocess.run(child, check=False, env=os.environ).returncode == 9
    assert rows(place)["media"] == 2
    assert places(place) == [other]
    left = pictures(place)
    store = ThumbnailStore(place.thumbnails)
    assert all(store.path(one.id, ThumbnailSize.SMALL).is_file() for one in left.values())
    with Indexer(place) as indexer:
        indexer.understand()
        assert [(name, one.archive) for name, one in pictures(place).items()] == [("sun", other)]
        assert thumbnails(place) == {
            f"{pictures(place)['sun'].id}{end}.jpg" for end in ("", "-small")
        }
        add(indexer, root)
    assert all(one.is_favourite for one in pictures(place).values())
    assert len(pictures(place)) == 4
