"""Archives as they come, go and are renamed while the window is open."""

import shutil
from pathlib import Path

from conftest import OpenWindow
from pytestqt.qtbot import QtBot
from window_actions import PATIENCE, drop, shown, wait_for_pictures

from organizer.archive.sample.layouts.catalogue import SampleLayout
from organizer.archive.sample.maker import make_sample
from organizer.archive.sample.zipping import zip_sample
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.records import MediaFlag
from organizer.ui.app import Session
from organizer.ui.models.media_list_model import MediaRole
from organizer.ui.views.sidebar_delegate import SidebarRole


def wait_until_filed(qtbot: QtBot, session: Session) -> None:
    status = session.window.status
    qtbot.waitUntil(lambda: "All pictures are filed" in status.text(), timeout=PATIENCE)


def standing(session: Session) -> str:
    """What the sidebar says of the sample's archive: its pictures, or that it is away."""
    item = session.window.sidebar.item_named("@sample_moments")
    return "" if item is None else item.data(SidebarRole.COUNT)


def flags(session: Session) -> int:
    model = session.window.model
    return int(model.data(model.index(0), MediaRole.FLAGS))


def test_all_parts_of_an_export_dropped_together_are_one(
    qtbot: QtBot, open_window: OpenWindow, place: LibraryPlace, tmp_path: Path
):
    make_sample(tmp_path / "sample", posts=6, seed=2, tiny=True)
    parts = zip_sample(tmp_path / "sample", tmp_path / "parts", 3)
    session = open_window(place)
    drop(session, *parts)
    wait_until_filed(qtbot, session)
    with LibraryReader(place) as reader:
        assert reader.kind_counts()["post"] == 6
        counts = reader.counts()
    assert (counts.missing, counts.failed) == (0, 0)
    wait_for_pictures(qtbot, session, counts.found)
    assert "new posts" in session.window.banner.text()
    assert standing(session) == str(counts.found)


def test_a_part_alone_says_that_others_are_wanted_and_is_completed_by_them(
    qtbot: QtBot, open_window: OpenWindow, place: LibraryPlace, tmp_path: Path
):
    make_sample(tmp_path / "sample", posts=6, seed=2, tiny=True)
    parts = zip_sample(tmp_path / "sample", tmp_path / "parts", 2)
    session = open_window(place)
    window = session.window
    drop(session, parts[1])
    qtbot.waitUntil(lambda: "add the other zips" in window.banner.text(), timeout=PATIENCE)
    drop(session, parts[0])
    with LibraryReader(place) as reader:
        qtbot.waitUntil(lambda: reader.counts().missing == 0, timeout=PATIENCE)
    wait_until_filed(qtbot, session)


def test_an_archive_of_web_pages_is_shown_with_its_captions(
    qtbot: QtBot, open_window: OpenWindow, place: LibraryPlace, tmp_path: Path
):
    make_sample(tmp_path / "pages", posts=4, tiny=True, layout=SampleLayout.HTML, language="ko")
    session = open_window(place)
    drop(session, tmp_path / "pages")
    wait_for_pictures(qtbot, session)
    window = session.window
    window.gallery.setCurrentIndex(window.model.index(0))
    qtbot.waitUntil(lambda: "time zone" in window.details.date.text(), timeout=PATIENCE)
    with LibraryReader(place) as reader:
        assert reader.kind_counts()["post"] == 4


def test_an_archive_that_vanishes_is_marked_and_comes_back_by_itself(
    qtbot: QtBot, open_window: OpenWindow, place: LibraryPlace, tmp_path: Path
):
    folder = tmp_path / "disk" / "instagram-sample"
    make_sample(folder, posts=3, tiny=True)
    session = open_window(place)
    drop(session, folder)
    wait_until_filed(qtbot, session)
    with LibraryReader(place) as reader:
        before = reader.counts()
    shutil.move(folder.parent, tmp_path / "unplugged")
    qtbot.waitUntil(lambda: standing(session) == "not connected", timeout=PATIENCE)
    assert flags(session) & MediaFlag.OFFLINE
    assert shown(session) == before.found
    shutil.move(tmp_path / "unplugged", folder.parent)
    qtbot.waitUntil(lambda: standing(session) == str(before.found), timeout=PATIENCE)
    qtbot.waitUntil(lambda: not flags(session) & MediaFlag.OFFLINE, timeout=PATIENCE)
    with LibraryReader(place) as reader:
        assert reader.counts() == before


def test_a_renamed_archive_is_followed(
    qtbot: QtBot, open_window: OpenWindow, place: LibraryPlace, tmp_path: Path
):
    folder = tmp_path / "instagram-sample"
    make_sample(folder, posts=3, tiny=True)
    session = open_window(place)
    drop(session, folder)
    wait_until_filed(qtbot, session)
    renamed = folder.rename(tmp_path / "my pictures")
    with LibraryReader(place) as reader:
        qtbot.waitUntil(
            lambda: [one.path for one in reader.archives()] == [renamed], timeout=PATIENCE
        )
        assert not any(one.is_offline for one in reader.archives())
        assert [one.path for one in reader.places()] == [renamed]


def test_a_zip_that_is_still_being_copied_is_read_when_it_is_whole(
    qtbot: QtBot, open_window: OpenWindow, place: LibraryPlace, tmp_path: Path
):
    make_sample(tmp_path / "sample", posts=3, tiny=True)
    (whole,) = zip_sample(tmp_path / "sample", tmp_path / "made", 1)
    watched = tmp_path / "downloads"
    make_sample(watched / "other", posts=1, tiny=True, seed=9)
    session = open_window(place)
    drop(session, watched)
    wait_until_filed(qtbot, session)
    data = whole.read_bytes()
    copy = watched / "part.zip"
    copy.write_bytes(data[: len(data) // 2])
    with LibraryReader(place) as reader:
        qtbot.waitUntil(
            lambda: [one.code for one in reader.problems()] == ["BrokenZip"], timeout=PATIENCE
        )
        with copy.open("ab") as stream:
            stream.write(data[len(data) // 2 :])
        qtbot.waitUntil(lambda: reader.kind_counts().get("post") == 4, timeout=PATIENCE)
        qtbot.waitUntil(lambda: reader.problems() == (), timeout=PATIENCE)
