"""What a person does in the viewer, and what they see then."""

import json
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import OpenWindow, close
from PIL import Image
from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_actions import PATIENCE, wait_for_pictures

from organizer.archive.sample.zipping import zip_sample
from organizer.indexing.indexer import Indexer
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.records import MediaDetail
from organizer.ui.app import Session
from organizer.ui.viewer.screen import Screen
from organizer.ui.viewer.viewer import Viewer

KEY = Qt.Key


def details(place: LibraryPlace) -> list[MediaDetail]:
    """All pictures in the order of the gallery."""
    with LibraryReader(place) as reader:
        return list(reader.details(reader.listing(Filter()).ids))


def row_of_picture(place: LibraryPlace) -> int:
    """A picture that has another before and behind it, and no video beside it."""
    kinds = [detail.media_type for detail in details(place)]
    return next(
        row
        for row in range(1, len(kinds) - 1)
        if {"image"} == {str(kind) for kind in kinds[row - 1 : row + 2]}
    )


def screen_of(session: Session) -> Screen:
    screen = session.window.viewer.screen
    assert screen is not None
    return screen


def page_of(session: Session) -> Viewer:
    return screen_of(session).viewer


def press(qtbot: QtBot, session: Session, *keys: Qt.Key) -> None:
    """Presses keys where the focus is in the viewer."""
    for key in keys:
        qtbot.keyClick(page_of(session).canvas, key)


def choose(session: Session, row: int) -> None:
    """Makes the picture in `row` the current one."""
    gallery = session.window.gallery
    gallery.setCurrentIndex(session.window.model.index(row))
    gallery.setFocus()


def show_in_viewer(qtbot: QtBot, session: Session, row: int) -> Viewer:
    """Opens the viewer on the picture in `row`, and waits for its original."""
    wait_for_pictures(qtbot, session)
    choose(session, row)
    qtbot.keyClick(session.window.gallery, KEY.Key_Return)
    wait_for_original(qtbot, session, row)
    return page_of(session)


def wait_for_original(qtbot: QtBot, session: Session, row: int) -> None:
    screen, media_id = screen_of(session), session.window.model.id_at(row)
    qtbot.waitUntil(lambda: screen.browsing.media_id == media_id, timeout=PATIENCE)
    qtbot.waitUntil(lambda: screen.loader.picture(media_id) is not None, timeout=PATIENCE)
    qtbot.waitUntil(lambda: screen.loader.known(media_id) is not None, timeout=PATIENCE)


def wheel(viewer: Viewer, at: QPointF, by: int, control: bool = False) -> None:
    modifiers = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        at, viewer.canvas.mapToGlobal(at), QPoint(), QPoint(0, by), Qt.MouseButton.NoButton,
        modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(viewer.canvas, event)


class Browser(QObject):
    """Stands for the programs that the system would open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[QUrl] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(url)


@pytest.fixture
def browser() -> Iterator[Browser]:
    made = Browser()
    for scheme in ("https", "file"):
        QDesktopServices.setUrlHandler(scheme, made, "take")
    yield made
    for scheme in ("https", "file"):
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Enter, KEY.Key_Space])
def test_a_key_opens_the_current_picture(
    key: Qt.Key, qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    wait_for_pictures(qtbot, session)
    choose(session, 2)
    qtbot.keyClick(session.window.gallery, key)
    assert session.window.viewer.is_open
    wait_for_original(qtbot, session, 2)
    assert page_of(session).canvas.hasFocus()


def test_a_double_click_opens_the_picture_under_it(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    wait_for_pictures(qtbot, session)
    gallery = session.window.gallery
    place = gallery.visualRect(session.window.model.index(1)).center()
    for click in (qtbot.mouseClick, qtbot.mouseDClick):
        click(gallery.viewport(), Qt.MouseButton.LeftButton, pos=place)
    wait_for_original(qtbot, session, 1)


@pytest.mark.parametrize("key", [KEY.Key_Escape, KEY.Key_Space])
def test_closing_leads_back_to_where_the_gallery_was(
    key: Qt.Key, qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    window = session.window
    window.resize(900, 480)
    wait_for_pictures(qtbot, session)
    row = row_of_picture(library)
    window.gallery.setCurrentIndex(window.model.index(row))
    window.show_filter(Filter())
    bar = window.gallery.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    window.gallery.scrollTo(window.model.index(row))
    scrolled = bar.value()
    show_in_viewer(qtbot, session, row)
    press(qtbot, session, KEY.Key_Right, KEY.Key_Left)
    qtbot.keyClick(page_of(session).canvas, key)
    assert not window.viewer.is_open
    assert bar.value() == scrolled
    assert window.gallery.hasFocus()


def test_the_picture_seen_last_is_the_current_one_afterwards(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    row = row_of_picture(library)
    show_in_viewer(qtbot, session, row)
    press(qtbot, session, KEY.Key_Right)
    wait_for_original(qtbot, session, row + 1)
    press(qtbot, session, KEY.Key_Escape)
    assert session.window.gallery.currentIndex().row() == row + 1
    qtbot.waitUntil(lambda: session.window.details.date.text() != "", timeout=PATIENCE)


def test_escape_in_the_viewer_leaves_the_filter_alone(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    wait_for_pictures(qtbot, session)
    session.window.show_filter(Filter(categories=("pets",)))
    with LibraryReader(library) as reader:
        pets = len(reader.listing(Filter(categories=("pets",))).ids)
    wait_for_pictures(qtbot, session, pets)
    show_in_viewer(qtbot, session, 0)
    press(qtbot, session, KEY.Key_Escape)
    assert session.window.filter == Filter(categories=("pets",))


def test_arrows_home_and_end_go_through_the_gallery_in_its_order(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    show_in_viewer(qtbot, session, 1)
    browsing, model = screen_of(session).browsing, session.window.model
    last = model.rowCount() - 1
    for key, row in (
        (KEY.Key_Right, 2),
        (KEY.Key_Left, 1),
        (KEY.Key_End, last),
        (KEY.Key_Right, last),
        (KEY.Key_Home, 0),
        (KEY.Key_Left, 0),
    ):
        press(qtbot, session, key)
        assert browsing.row == row
    assert not page_of(session).previous.isEnabled()
    qtbot.mouseClick(page_of(session).next, Qt.MouseButton.LeftButton)
    assert browsing.row == 1
    qtbot.keyClick(page_of(session).next, KEY.Key_Right)
    assert browsing.row == 2


def test_the_wheel_turns_to_the_next_picture_and_back(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    viewer = show_in_viewer(qtbot, session, 1)
    for by, row in ((-120, 2), (-60, 2), (-60, 3), (120, 2)):
        wheel(viewer, QPointF(300, 300), by)
        assert screen_of(session).browsing.row == row


def test_neighbours_are_there_before_they_are_wanted(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    row = row_of_picture(library)
    show_in_viewer(qtbot, session, row)
    loader, model = screen_of(session).loader, session.window.model
    for neighbour in (row + 1, row - 1):
        qtbot.waitUntil(
            lambda: loader.picture(model.id_at(neighbour)) is not None,  # noqa: B023
            timeout=PATIENCE,
        )
    press(qtbot, session, KEY.Key_Right)
    # At once, without a turn of the event loop.
    shown = loader.picture(model.id_at(row + 1))
    assert shown is not None
    assert page_of(session).canvas.picture() == shown.levels[0]


def test_zooming_keeps_the_point_under_the_pointer(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    viewer = show_in_viewer(qtbot, session, row_of_picture(library))
    canvas = viewer.canvas
    size = canvas.size().toSizeF()
    wheel(viewer, QPointF(size.width() / 2, size.height() / 2), 480, control=True)
    anchor = QPointF(size.width() * 0.45, size.height() * 0.6)
    before = canvas.view.on_picture(anchor, size)
    scale = canvas.view.scale
    wheel(viewer, anchor, 120, control=True)
    assert canvas.view.scale == pytest.approx(scale * 1.2)
    after = canvas.view.on_picture(anchor, size)
    assert (after - before).manhattanLength() < 0.01
    wheel(viewer, anchor, -4800, control=True)
    assert canvas.is_fitted


def test_keys_show_100_percent_and_the_whole_picture(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    viewer = show_in_viewer(qtbot, session, row_of_picture(library))
    press(qtbot, session, KEY.Key_1)
    assert viewer.canvas.view.scale == pytest.approx(1 / viewer.canvas.devicePixelRatioF())
    assert viewer.strip.zoom.text() == "100 %"
    press(qtbot, session, KEY.Key_0)
    assert viewer.canvas.is_fitted
    press(qtbot, session, KEY.Key_Plus)
    assert not viewer.canvas.is_fitted
    press(qtbot, session, KEY.Key_Minus)
    assert viewer.canvas.is_fitted
    qtbot.mouseDClick(viewer.canvas, Qt.MouseButton.LeftButton, pos=QPoint(400, 300))
    assert not viewer.canvas.is_fitted


def test_dragging_moves_what_is_larger_than_the_window(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    canvas = show_in_viewer(qtbot, session, row_of_picture(library)).canvas
    press(qtbot, session, KEY.Key_1, *[KEY.Key_Plus] * 5)
    before = canvas.view
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(400, 300))
    qtbot.mouseMove(canvas, QPoint(370, 260))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(370, 260))
    moved = (canvas.view.centre - before.centre) * before.scale
    assert (moved.x(), moved.y()) == (pytest.approx(30), pytest.approx(40))


def test_turning_the_view_turns_what_is_copied_and_not_the_next_picture(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    row = row_of_picture(library)
    viewer = show_in_viewer(qtbot, session, row)
    upright = viewer.canvas.picture()
    press(qtbot, session, KEY.Key_R)
    turned = viewer.canvas.picture()
    assert turned.size() == upright.size().transposed()
    assert turned.pixel(turned.width() - 1, 0) == upright.pixel(0, 0)
    qtbot.keyClick(viewer.canvas, KEY.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().image().size() == turned.size()
    qtbot.keyClick(viewer.canvas, KEY.Key_R, Qt.KeyboardModifier.ShiftModifier)
    assert viewer.canvas.picture() == upright
    press(qtbot, session, KEY.Key_R, KEY.Key_Right, KEY.Key_Left)
    assert viewer.canvas.picture() == upright


def test_dots_tell_the_slides_and_lead_to_them(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    known = details(library)
    row = next(row for row, one in enumerate(known) if one.slides > 2 and one.position == 0)
    viewer = show_in_viewer(qtbot, session, row)
    assert viewer.dots.isVisible()
    assert (viewer.dots.count, viewer.dots.current) == (known[row].slides, 0)
    assert viewer.dots.accessibleName() == f"Slide 1 of {known[row].slides}"
    place = viewer.dots.dot(2).toPoint()
    qtbot.mouseClick(viewer.dots, Qt.MouseButton.LeftButton, pos=place)
    wait_for_original(qtbot, session, row + 2)
    assert viewer.dots.current == 2
    alone = next(row for row, one in enumerate(known) if one.slides == 1)
    screen_of(session).browsing.begin(alone)
    wait_for_original(qtbot, session, alone)
    assert not viewer.dots.isVisible()


def test_a_slide_that_the_filter_leaves_out_is_counted_and_cannot_be_gone_to(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    with LibraryReader(library) as reader:
        chosen = next(
            (Filter(categories=(category,)), row, detail)
            for category in reader.facets(Filter()).categories
            for row, detail in enumerate(
                reader.details(reader.listing(Filter(categories=(category,))).ids)
            )
            if detail.slides > 1
            and not set(reader.slides(detail.id))
            <= set(reader.listing(Filter(categories=(category,))).ids.tolist())
        )
        chosen_filter, row, detail = chosen
        listed = set(reader.listing(chosen_filter).ids.tolist())
        left_out = next(
            number for number, one in enumerate(reader.slides(detail.id)) if one not in listed
        )
    session = open_window(library, begin=False)
    wait_for_pictures(qtbot, session)
    session.window.show_filter(chosen_filter)
    wait_for_pictures(qtbot, session, len(listed))
    viewer = show_in_viewer(qtbot, session, row)
    assert viewer.dots.count == detail.slides
    place = viewer.dots.dot(left_out).toPoint()
    qtbot.mouseClick(viewer.dots, Qt.MouseButton.LeftButton, pos=place)
    assert screen_of(session).browsing.media_id == detail.id


def is_favourite(place: LibraryPlace, media_id: int) -> bool:
    with LibraryReader(place) as reader:
        detail = reader.detail(media_id)
    assert detail is not None
    return detail.is_favourite


def test_f_makes_a_favourite_and_undo_takes_it_back(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library)
    viewer = show_in_viewer(qtbot, session, 1)
    media_id = session.window.model.id_at(1)
    press(qtbot, session, KEY.Key_F)
    assert viewer.strip.favourite.isChecked()
    qtbot.waitUntil(lambda: is_favourite(library, media_id), timeout=PATIENCE)
    session.workers.history.undo()
    qtbot.waitUntil(lambda: not is_favourite(library, media_id), timeout=PATIENCE)
    qtbot.waitUntil(lambda: not viewer.strip.favourite.isChecked(), timeout=PATIENCE)


def test_a_korean_keyboard_set_to_hangul_works_too(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    viewer = show_in_viewer(qtbot, session, 1)
    event = QKeyEvent(QKeyEvent.Type.KeyPress, ord("ㅑ"), Qt.KeyboardModifier.NoModifier, "ㅑ")
    QApplication.sendEvent(viewer.canvas, event)
    assert viewer.info.isVisible()


def test_f_in_the_gallery_makes_the_selected_pictures_favourites(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library)
    wait_for_pictures(qtbot, session)
    window = session.window
    choose(session, 0)
    shift = Qt.KeyboardModifier.ShiftModifier
    for _ in range(2):
        qtbot.keyClick(window.gallery, KEY.Key_Right, shift)
    chosen = [window.model.id_at(row) for row in range(3)]
    qtbot.keyClick(window.gallery, KEY.Key_F)
    qtbot.waitUntil(lambda: all(is_favourite(library, one) for one in chosen), timeout=PATIENCE)
    # At once, before the window has heard of it.
    qtbot.keyClick(window.gallery, KEY.Key_F)
    qtbot.waitUntil(lambda: not any(is_favourite(library, one) for one in chosen), timeout=PATIENCE)


def test_a_picture_that_leaves_the_filter_stays_and_the_next_one_follows(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library)
    wait_for_pictures(qtbot, session)
    window = session.window
    choose(session, 0)
    window.gallery.selectAll()
    qtbot.keyClick(window.gallery, KEY.Key_F)
    everything = window.model.rowCount()
    with LibraryReader(library) as reader:
        qtbot.waitUntil(
            lambda: len(reader.listing(Filter(is_favourite=True))) == everything, timeout=PATIENCE
        )
    window.show_filter(Filter(is_favourite=True))
    show_in_viewer(qtbot, session, 1)
    shown, following = window.model.id_at(1), window.model.id_at(2)
    press(qtbot, session, KEY.Key_F)
    wait_for_pictures(qtbot, session, everything - 1)
    assert screen_of(session).browsing.media_id == shown
    press(qtbot, session, KEY.Key_Right)
    assert screen_of(session).browsing.media_id == following


def test_the_slideshow_pauses_when_the_user_does_something(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    viewer = show_in_viewer(qtbot, session, 0)
    slideshow = viewer.strip.slideshow
    press(qtbot, session, KEY.Key_P)
    assert slideshow.accessibleName() == "Pause the slideshow"
    qtbot.waitUntil(lambda: screen_of(session).browsing.row == 1, timeout=PATIENCE)
    press(qtbot, session, KEY.Key_Right)
    assert slideshow.accessibleName() == "Slideshow"


@pytest.fixture
def own_library(own_sample: Path, place: LibraryPlace) -> LibraryPlace:
    """A library over an archive that the test may change."""
    index(own_sample, place)
    return place


def index(export: Path, place: LibraryPlace) -> None:
    with Indexer(place) as indexer:
        indexer.add(export)
        indexer.understand()


def test_a_broken_original_says_why_and_the_next_one_is_shown(
    qtbot: QtBot, open_window: OpenWindow, own_library: LibraryPlace
):
    row = row_of_picture(own_library)
    path = details(own_library)[row].path
    path.write_bytes(path.read_bytes()[:2000])
    session = open_window(own_library, begin=False)
    wait_for_pictures(qtbot, session)
    choose(session, row)
    qtbot.keyClick(session.window.gallery, KEY.Key_Return)
    message = page_of(session).message
    qtbot.waitUntil(lambda: "is damaged" in message.text(), timeout=PATIENCE)
    # Its thumbnail is shown meanwhile.
    assert not page_of(session).canvas.picture().isNull()
    press(qtbot, session, KEY.Key_Right)
    wait_for_original(qtbot, session, row + 1)
    assert message.text() == ""


def test_a_missing_original_says_why(
    qtbot: QtBot, open_window: OpenWindow, own_library: LibraryPlace, own_sample: Path
):
    row = row_of_picture(own_library)
    details(own_library)[row].path.unlink()
    with Indexer(own_library) as indexer:
        indexer.add(own_sample)
    session = open_window(own_library, begin=False)
    wait_for_pictures(qtbot, session)
    choose(session, row)
    qtbot.keyClick(session.window.gallery, KEY.Key_Return)
    message = page_of(session).message
    qtbot.waitUntil(lambda: "not in the archive" in message.text(), timeout=PATIENCE)


def test_an_original_in_a_zip_is_shown_and_opened_elsewhere(
    qtbot: QtBot,
    open_window: OpenWindow,
    own_sample: Path,
    place: LibraryPlace,
    tmp_path: Path,
    browser: Browser,
):
    (archive,) = zip_sample(own_sample, tmp_path / "zipped", parts=1)
    shutil.rmtree(own_sample)
    index(archive, place)
    session = open_window(place, begin=False)
    show_in_viewer(qtbot, session, row_of_picture(place))
    press(qtbot, session, KEY.Key_O)
    qtbot.waitUntil(lambda: bool(browser.opened), timeout=PATIENCE)
    copy = Path(browser.opened[0].toLocalFile())
    with Image.open(copy) as image:
        assert image.width > 512
    close(session)
    assert not copy.exists()


def captioned(export: Path, caption: str, tmp_path: Path) -> Path:
    """The export with one post more, of one picture at a place, under `caption`."""
    uri = "media/posts/209901/odd.jpg"
    (export / uri).parent.mkdir(parents=True)
    exif = Image.Exif()
    exif[0x010F], exif[0x0110] = "<img src=x>", "<b>Camera</b>"
    Image.new("RGB", (600, 400), "teal").save(export / uri, exif=exif)
    lists = export / "your_instagram_activity/media/posts_1.json"
    posts = json.loads(lists.read_text(encoding="utf-8"))
    where = {"photo_metadata": {"exif_data": [{"latitude": 37.5665, "longitude": 126.978}]}}
    text = caption.encode().decode("latin-1")
    item = {"uri": uri, "creation_timestamp": 4070908800, "title": text, "media_metadata": where}
    lists.write_text(json.dumps([{"media": [item]}, *posts]), encoding="utf-8")
    return tmp_path


def test_what_strangers_wrote_stays_text_and_the_place_is_shown_on_request(
    qtbot: QtBot,
    open_window: OpenWindow,
    own_sample: Path,
    place: LibraryPlace,
    tmp_path: Path,
    browser: Browser,
):
    caption = '<img src="https://example.com/x.png"><b>굵게</b> & <script>alert(1)</script>'
    captioned(own_sample, caption, tmp_path)
    index(own_sample, place)
    row = next(row for row, one in enumerate(details(place)) if one.uri.endswith("odd.jpg"))
    session = open_window(place, begin=False)
    info = show_in_viewer(qtbot, session, row).info
    press(qtbot, session, KEY.Key_I)
    assert info.isVisible()
    assert info.caption.text() == caption
    assert info.camera.text() == "<img src=x> <b>Camera</b>"
    for shown in (info.caption, info.camera):
        assert shown.textFormat() is Qt.TextFormat.PlainText
    assert not info.place.isVisible()
    assert not info.map_button.isVisible()
    qtbot.mouseClick(info.place_button, Qt.MouseButton.LeftButton)
    assert info.place.text() == "37.56650, 126.97800"
    assert browser.opened == []
    qtbot.mouseClick(info.map_button, Qt.MouseButton.LeftButton)
    assert [url.host() for url in browser.opened] == ["www.openstreetmap.org"]
    press(qtbot, session, KEY.Key_I)
    assert not info.isVisible()


# A back end that is there tells of what it finds, and of sound that this computer may not have.
@pytest.mark.qt_log_level_fail("CRITICAL")
def test_a_video_plays_or_is_offered_to_the_systems_player(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace, browser: Browser
):
    known = details(library)
    row = next(row for row, one in enumerate(known) if one.media_type == "video")
    session = open_window(library, begin=False)
    viewer = show_in_viewer(qtbot, session, row)
    assert viewer.video_bar.isVisible()
    qtbot.mouseClick(viewer.play, Qt.MouseButton.LeftButton)
    playback = screen_of(session).playback
    qtbot.waitUntil(lambda: playback.has_frames or viewer.message.text() != "", timeout=PATIENCE)
    assert not viewer.canvas.picture().isNull()
    if not playback.has_frames:
        qtbot.mouseClick(viewer.message.action, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: bool(browser.opened), timeout=PATIENCE)
        assert Path(browser.opened[0].toLocalFile()) == known[row].path
    press(qtbot, session, KEY.Key_Home)
    assert not playback.is_playing


def test_controls_fade_for_the_mouse_and_stay_for_the_keyboard(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    viewer = show_in_viewer(qtbot, session, 0)
    qtbot.mouseMove(viewer.canvas, QPoint(400, 300))
    with qtbot.waitSignal(viewer.fader.faded, timeout=PATIENCE):
        qtbot.mouseMove(viewer.canvas, QPoint(410, 300))
    assert viewer.fader.is_faded
    press(qtbot, session, KEY.Key_Right)
    assert not viewer.fader.is_faded


def test_every_button_has_a_name_and_can_be_reached_by_tab(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    viewer = show_in_viewer(qtbot, session, 1)
    reached = set()
    for _ in range(40):
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
        focused = QApplication.focusWidget()
        assert viewer.isAncestorOf(focused)
        assert focused is viewer.canvas or focused.accessibleName()
        reached.add(focused.accessibleName())
    assert {"Next picture", "Previous picture", "Favourite", "Information"} <= reached


def viewer_threads() -> list[str]:
    return [one.name for one in threading.enumerate() if one.name.startswith("viewer-")]


def test_closing_while_originals_load_leaves_nothing_behind(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    wait_for_pictures(qtbot, session)
    choose(session, 0)
    qtbot.keyClick(session.window.gallery, KEY.Key_Return)
    press(qtbot, session, KEY.Key_Right, KEY.Key_Right, KEY.Key_Escape)
    session.window.viewer.open()
    assert viewer_threads()
    close(session)
    assert viewer_threads() == []


def test_the_window_can_be_as_small_as_without_a_viewer(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    wait_for_pictures(qtbot, session)
    smallest = session.window.minimumSizeHint()
    viewer = show_in_viewer(qtbot, session, 1)
    viewer.toggle_info()
    assert session.window.minimumSizeHint() == smallest


def test_the_window_starts_without_the_library_for_videos(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    wait_for_pictures(qtbot, session)
    assert session.window.viewer.screen is None
