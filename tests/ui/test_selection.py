"""Several pictures are chosen at once: what they have in common, and deciding for all of them."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from conftest import OpenWindow
from hashtag_actions import (
    choose,
    click,
    copied,
    detail_of,
    details_of,
    eventually,
    menu_of,
    present,
    reject,
    section,
    suggested,
)
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from window_actions import PATIENCE, wait_for_pictures

from organizer.archive.records import FileStamp, MediaItem, MediaType, Post, PostKind
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.records import MediaDetail, MediaListing, TaggedPost
from organizer.library.thumbnails import ThumbnailStore
from organizer.library.writer import LibraryWriter
from organizer.tagging.categories import load_categories
from organizer.ui.app import Session
from organizer.ui.models.media_list_model import MediaListModel
from organizer.ui.models.thumbnail_loader import ThumbnailLoader
from organizer.ui.views.gallery_view import GalleryView
from organizer.ui.views.score_row import ScoreRow

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
MANY = 100_000
STAMP = FileStamp(10, 20)
TIME = datetime(2023, 6, 15, 12, tzinfo=UTC)


@pytest.fixture
def gallery(qtbot: QtBot, tmp_path: Path) -> GalleryView:
    """A gallery of 100,000 pictures over twenty years."""
    loader = ThumbnailLoader(ThumbnailStore(tmp_path))
    view = GalleryView(loader)
    qtbot.addWidget(view, before_close_func=lambda _: loader.stop())
    model = MediaListModel(view)
    view.setModel(model)
    hours = np.arange(MANY, dtype=np.int64)
    model.show_listing(
        MediaListing(hours + 1, 1_700_000_000 - hours * 6000, np.zeros(MANY, np.uint8))
    )
    view.resize(900, 700)
    view.show()
    qtbot.waitExposed(view)
    return view


def click_row(
    qtbot: QtBot, gallery: GalleryView, row: int, modifier: Qt.KeyboardModifier = PLAIN
) -> None:
    index = gallery.model().index(row, 0)
    gallery.scrollTo(index)
    qtbot.mouseClick(gallery.viewport(), LEFT, modifier, gallery.visualRect(index).center())


def three_pictures(library: LibraryPlace) -> list[MediaDetail]:
    """A cat and two pictures of other posts, with hashtags of their own."""
    details = [one for one in details_of(library) if one.hashtags and one.suggestions]
    cat = next(one for one in details if "고양이" in one.hashtags)
    rest = {one.caption: one for one in details if one.caption != cat.caption}
    return [cat, *list(rest.values())[:2]]


def crowd(place: LibraryPlace, tmp_path: Path, count: int) -> None:
    """Fills a library with pictures that nobody has looked at yet."""
    with LibraryWriter(place) as writer:
        writer.store_categories(load_categories())
        archive = writer.importing.add_archive(tmp_path / "export", "someone")
        uris = [f"{number}.jpg" for number in range(count)]
        posts = [
            TaggedPost(
                Post(
                    PostKind.POST,
                    TIME + timedelta(hours=number),
                    "#dog",
                    (MediaItem(uri, MediaType.IMAGE, TIME + timedelta(hours=number)),),
                ),
                ("dog",),
            )
            for number, uri in enumerate(uris)
        ]
        stamps = dict.fromkeys(uris, STAMP)
        writer.importing.store_posts(archive, "posts_1.json", STAMP, posts, stamps)


def test_selecting_with_shift_takes_all_from_one_picture_to_the_other(
    qtbot: QtBot, gallery: GalleryView
):
    click_row(qtbot, gallery, 1)
    with qtbot.waitSignal(gallery.selection_changed) as told:
        click_row(qtbot, gallery, 9, SHIFT)
    assert list(told.args[0]) == list(range(1, 10))


def test_a_hundred_thousand_pictures_are_selected_as_one_run(qtbot: QtBot, gallery: GalleryView):
    for key, modifiers in ((Qt.Key.Key_End, SHIFT), (Qt.Key.Key_A, CONTROL)):
        with qtbot.waitSignal(gallery.selection_changed):
            click_row(qtbot, gallery, 0)
        with qtbot.waitSignal(gallery.selection_changed) as told:
            qtbot.keyClick(gallery, key, modifiers)
        assert np.array_equal(told.args[0], np.arange(MANY))
        assert gallery.selectionModel().selection().count() == 1


def test_pictures_are_added_and_taken_out_one_by_one(qtbot: QtBot, gallery: GalleryView):
    click_row(qtbot, gallery, 2)
    click_row(qtbot, gallery, 5, CONTROL)
    click_row(qtbot, gallery, 3, CONTROL)
    assert list(gallery.selected_rows()) == [2, 3, 5]
    click_row(qtbot, gallery, 5, CONTROL)
    assert list(gallery.selected_rows()) == [2, 3]


def test_a_rectangle_drawn_with_the_mouse_selects_what_it_touches(gallery: GalleryView):
    rects = [gallery.visualRect(gallery.model().index(row, 0)) for row in range(12)]
    across = sum(rect.top() == rects[0].top() for rect in rects)
    assert across > 2
    start, end = rects[1].center(), rects[across + 2].center()
    viewport = gallery.viewport()
    QTest.mousePress(viewport, LEFT, PLAIN, start)
    for point in (start + QPoint(30, 30), end - QPoint(5, 5), end):
        QTest.mouseMove(viewport, point)
    area = QRect(start, end)
    touched = [row for row, rect in enumerate(rects) if rect.intersects(area)]
    assert list(gallery.selected_rows()) == touched == [1, 2, across + 1, across + 2]
    QTest.mouseRelease(viewport, LEFT, PLAIN, end)


def test_selected_pictures_are_dragged_together_and_a_click_chooses_one_of_them(
    qtbot: QtBot, gallery: GalleryView
):
    click_row(qtbot, gallery, 1)
    click_row(qtbot, gallery, 3, SHIFT)
    viewport, start = gallery.viewport(), gallery.visualRect(gallery.model().index(2, 0)).center()
    with qtbot.waitSignal(gallery.drag_wanted):
        QTest.mousePress(viewport, LEFT, PLAIN, start)
        QTest.mouseMove(viewport, start + QPoint(30, 30))
    assert list(gallery.selected_rows()) == [1, 2, 3]
    # The system ends the drag; what comes next is another press.
    with qtbot.assertNotEmitted(gallery.drag_wanted):
        click_row(qtbot, gallery, 2)
    assert list(gallery.selected_rows()) == [2]


def test_several_pictures_show_what_they_have_in_common(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    three = three_pictures(library)
    session = open_window(library, begin=False)
    choose(qtbot, session, [one.id for one in three])
    panel = session.window.details
    assert "3" in panel.count.text()
    assert not panel.caption.isVisible()
    hashtag = next(one for one in three[0].hashtags if one not in three[1].hashtags)
    on = sum(hashtag in one.hashtags for one in three)
    assert panel.hashtags.present.chips.button(hashtag).chip.share == f"{on}/3"
    assert {tag for one in three for tag in one.hashtags} == set(present(session))


def test_suggestions_for_several_pictures_are_those_of_one_post(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    ids = [one.id for one in three_pictures(library)]
    session = open_window(library)
    choose(qtbot, session, ids)
    eventually(qtbot, lambda: bool(suggested(session)))
    first, second = suggested(session)[:2]
    click(qtbot, session, first)
    reject(qtbot, session, second)
    eventually(qtbot, lambda: all(detail_of(library, one).rejected == (second,) for one in ids))
    assert all(first in detail_of(library, one).accepted for one in ids)
    assert section(session).present.chips.button(first).chip.share == ""
    assert copied(qtbot, session) == [first]
    eventually(qtbot, lambda: bool(suggested(session)))
    assert not {first, second} & set(suggested(session))
    for _ in range(2):
        qtbot.keyClick(session.window, Qt.Key.Key_Z, CONTROL)
    eventually(qtbot, lambda: not any(detail_of(library, one).accepted for one in ids))
    eventually(qtbot, lambda: {first, second} <= set(suggested(session)))


def test_a_hashtag_of_one_picture_is_accepted_for_all(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    three = three_pictures(library)
    hashtag = three[1].suggestions[0].hashtag
    session = open_window(library)
    choose(qtbot, session, [three[1].id])
    click(qtbot, session, hashtag)
    eventually(qtbot, lambda: hashtag in detail_of(library, three[1].id).accepted)
    choose(qtbot, session, [one.id for one in three])
    chips = section(session).present.chips
    assert chips.button(hashtag).chip.share == "1/3"
    menu_of(session, hashtag)["Accept for all chosen pictures"].trigger()
    eventually(qtbot, lambda: all(hashtag in detail_of(library, one.id).accepted for one in three))


def test_a_category_is_confirmed_and_taken_out_for_all_chosen_pictures(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    details = [one for one in details_of(library) if one.categories]
    cat = next(one for one in details if one.categories[0].category_id == "pets")
    other = next(
        one for one in details if all(each.category_id != "pets" for each in one.categories)
    )
    session = open_window(library)
    choose(qtbot, session, [cat.id, other.id])
    part = session.window.details.categories
    assert "Pets 1 of 2" in {row.accessibleName() for row in part.findChildren(ScoreRow)}
    qtbot.mouseClick(part.buttons()["Pets: right"], LEFT)

    def of_pets(detail: MediaDetail) -> list[str]:
        found = detail_of(library, detail.id).categories
        return [one.source for one in found if one.category_id == "pets"]

    eventually(qtbot, lambda: of_pets(cat) == of_pets(other) == ["user"])
    qtbot.mouseClick(part.buttons()["Pets: wrong"], LEFT)
    eventually(qtbot, lambda: of_pets(cat) == of_pets(other) == [])


def test_suggestions_are_for_at_most_ten_pictures(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    details = [one for one in details_of(library) if one.categories]
    assert len(details) > 10
    session = open_window(library)
    choose(qtbot, session, [one.id for one in details[:11]])
    assert suggested(session) == []
    assert "at most 10 pictures" in section(session).suggested.note
    choose(qtbot, session, [one.id for one in details[:10]])
    eventually(qtbot, lambda: bool(suggested(session)))
    assert section(session).suggested.note == ""


def test_of_more_pictures_than_anybody_compares_only_the_number_is_shown(
    qtbot: QtBot, open_window: OpenWindow, place: LibraryPlace, tmp_path: Path
):
    crowd(place, tmp_path, 501)
    session = open_window(place, begin=False)
    window = session.window
    wait_for_pictures(qtbot, session, 501)
    qtbot.keyClick(window.gallery, Qt.Key.Key_A, CONTROL)
    qtbot.waitUntil(lambda: "501" in window.details.count.text(), timeout=PATIENCE)
    assert window.details.shown_ids == ()
    assert not window.details.hashtags.isVisible()
    click_row(qtbot, window.gallery, 0, CONTROL)
    qtbot.waitUntil(lambda: len(window.details.shown_ids) == 500, timeout=PATIENCE)
    assert present(session) == ["dog"]
    assert window.details.hashtags.isVisible()


def chosen_ids(session: Session) -> set[int]:
    window = session.window
    return {int(one) for one in window.model.ids_at(window.gallery.selected_rows())}


def test_the_selection_outlives_another_filter_as_far_as_it_is_shown(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    with LibraryReader(library) as reader:
        pets = [int(one) for one in reader.listing(Filter(categories=("pets",))).ids]
        others = {int(one) for one in reader.listing(Filter()).ids} - set(pets)
    session = open_window(library, begin=False)
    choose(qtbot, session, [*pets[:2], *list(others)[:1]])
    session.window.show_filter(Filter(categories=("pets",)))
    wait_for_pictures(qtbot, session, len(pets))
    eventually(qtbot, lambda: set(session.window.details.shown_ids) == set(pets[:2]))
    session.window.show_filter(Filter())
    wait_for_pictures(qtbot, session, len(pets) + len(others))
    eventually(qtbot, lambda: chosen_ids(session) == set(pets[:2]))
