"""What a person does in the window, and what they see then."""

import shutil
from pathlib import Path

import pytest
from conftest import OpenWindow, close
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from window_actions import PATIENCE, click_sidebar, drop, shown, wait_for_pictures

from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.records import MediaDetail
from organizer.tagging.records import SuggestionReason
from organizer.ui.app import Session
from organizer.ui.theme import DARK, ThemeChoice
from organizer.ui.translation import Language


def select(qtbot: QtBot, session: Session, row: int = 0) -> None:
    gallery = session.window.gallery
    index = session.window.model.index(row)
    gallery.scrollTo(index)
    qtbot.mouseClick(
        gallery.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        gallery.visualRect(index).center(),
    )


def count_of(place: LibraryPlace, chosen: Filter) -> int:
    with LibraryReader(place) as reader:
        return len(reader.listing(chosen))


def test_an_empty_library_shows_the_first_steps(
    qtbot: QtBot, open_window: OpenWindow, place: LibraryPlace
):
    session = open_window(place)
    window = session.window
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.pages.empty)
    texts = {button.text() for button in window.pages.empty.findChildren(QPushButton)}
    assert texts == {"Choose zips…", "Choose folder…", "Try the sample"}


def test_a_dropped_archive_appears_and_is_filed(
    qtbot: QtBot, open_window: OpenWindow, place: LibraryPlace, own_sample: Path
):
    session = open_window(place)
    drop(session, own_sample)
    wait_for_pictures(qtbot, session)
    qtbot.waitUntil(lambda: session.window.banner.text() != "", timeout=PATIENCE)
    assert "instagram-sample" in session.window.banner.text()
    assert "new posts" in session.window.banner.text()
    qtbot.waitUntil(lambda: "filed" in session.window.status.text(), timeout=PATIENCE)
    qtbot.waitUntil(lambda: session.window.sidebar.item_named("Pets") is not None, timeout=PATIENCE)


def test_a_dropped_folder_that_is_no_export_is_explained(
    qtbot: QtBot, open_window: OpenWindow, place: LibraryPlace, tmp_path: Path
):
    folder = tmp_path / "holiday"
    folder.mkdir()
    session = open_window(place)
    drop(session, folder)
    qtbot.waitUntil(session.window.banner.isVisible, timeout=PATIENCE)
    assert "holiday is not an Instagram export" in session.window.banner.text()


def test_clicking_the_sidebar_filters_and_chips_take_it_back(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    everything, pets = count_of(library, Filter()), count_of(library, Filter(categories=("pets",)))
    assert 0 < pets < everything
    wait_for_pictures(qtbot, session, everything)
    click_sidebar(qtbot, session, "Pets")
    wait_for_pictures(qtbot, session, pets)
    with LibraryReader(library) as reader:
        (year, _), *_ = reader.facets(Filter(categories=("pets",))).months
    click_sidebar(qtbot, session, str(year))
    both = count_of(library, Filter(year=year, categories=("pets",)))
    wait_for_pictures(qtbot, session, both)
    chips = session.window.top_bar.chips.buttons()
    assert [chip.text() for chip in chips] == [f"{year}  ✕", "Pets  ✕", "Clear"]
    qtbot.mouseClick(chips[0], Qt.MouseButton.LeftButton)
    wait_for_pictures(qtbot, session, pets)
    click_sidebar(qtbot, session, "Pets")
    wait_for_pictures(qtbot, session, everything)


def test_a_hashtag_is_found_by_typing_and_filters(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    with LibraryReader(library) as reader:
        facet = reader.facets(Filter()).hashtags[0]
    session = open_window(library, begin=False)
    wait_for_pictures(qtbot, session)
    hashtag = facet.hashtag
    qtbot.keyClicks(session.window.sidebar.hashtags.search, hashtag if hashtag.isascii() else "")
    click_sidebar(qtbot, session, f"#{hashtag}")
    wait_for_pictures(qtbot, session, facet.pictures)


def test_typing_searches_captions_and_no_result_says_so(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    window = session.window
    wait_for_pictures(qtbot, session)
    qtbot.keyClicks(window.top_bar.search, "no caption says this")
    qtbot.waitUntil(
        lambda: window.pages.currentWidget() is window.pages.no_result, timeout=PATIENCE
    )
    clear = window.pages.no_result.findChild(QPushButton)
    qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    wait_for_pictures(qtbot, session)
    assert window.top_bar.search.text() == ""


def test_a_picture_shows_what_is_known_of_it(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    wait_for_pictures(qtbot, session)
    with LibraryReader(library) as reader:
        details = list(reader.details(reader.listing(Filter()).ids))
    row = next(row for row, detail in enumerate(details) if detail.caption and detail.suggestions)
    select(qtbot, session, row)
    panel = session.window.details
    qtbot.waitUntil(lambda: panel.caption.text() == details[row].caption, timeout=PATIENCE)
    assert panel.caption.textFormat() is Qt.TextFormat.PlainText
    expected = [f"#{suggestion.hashtag}" for suggestion in details[row].suggestions]
    assert [f"#{one}" for one in panel.hashtags.suggested.chips.hashtags()] == expected


def test_copy_puts_the_fitting_hashtags_on_the_clipboard(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    wait_for_pictures(qtbot, session)
    with LibraryReader(library) as reader:
        details = list(reader.details(reader.listing(Filter()).ids))
    fitting = {SuggestionReason.OWN, SuggestionReason.SIMILAR, SuggestionReason.VOCABULARY}

    def chosen(detail: MediaDetail) -> list[str]:
        return [f"#{one.hashtag}" for one in detail.suggestions if one.reason in fitting]

    # What only goes with the others is offered and not chosen.
    row = next(
        row
        for row, detail in enumerate(details)
        if 1 < len(chosen(detail)) < len(detail.suggestions)
    )
    select(qtbot, session, row)
    section = session.window.details.hashtags
    shown = len(details[row].suggestions)
    qtbot.waitUntil(lambda: len(section.suggested.chips.buttons()) == shown, timeout=PATIENCE)
    qtbot.mouseClick(section.copy_row.button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == " ".join(chosen(details[row]))


def test_the_keyboard_moves_through_the_gallery(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    gallery = session.window.gallery
    wait_for_pictures(qtbot, session)
    select(qtbot, session, 0)
    qtbot.keyClick(gallery, Qt.Key.Key_Right)
    assert gallery.currentIndex().row() == 1
    qtbot.keyClick(gallery, Qt.Key.Key_End)
    assert gallery.currentIndex().row() == shown(session) - 1
    qtbot.keyClick(gallery, Qt.Key.Key_Home)
    qtbot.keyClick(gallery, Qt.Key.Key_Down)
    down = gallery.currentIndex().row()
    assert down > 0
    assert gallery.visualRect(gallery.currentIndex()).top() > 0
    qtbot.keyClick(gallery, Qt.Key.Key_Up)
    assert gallery.currentIndex().row() == 0


def test_pause_holds_the_work_until_resumed(
    qtbot: QtBot, open_window: OpenWindow, place: LibraryPlace, own_sample: Path
):
    session = open_window(place)
    session.workers.indexing.pause()
    drop(session, own_sample)
    wait_for_pictures(qtbot, session)
    status = session.window.status
    qtbot.waitUntil(status.pause_button.isVisible, timeout=PATIENCE)
    session.workers.indexing.resume()
    qtbot.waitUntil(lambda: "filed" in status.text(), timeout=PATIENCE)


def test_the_pause_button_pauses_and_resumes(
    qtbot: QtBot, open_window: OpenWindow, place: LibraryPlace, own_sample: Path
):
    session = open_window(place)
    drop(session, own_sample)
    status = session.window.status
    qtbot.waitUntil(status.pause_button.isVisible, timeout=PATIENCE)
    qtbot.mouseClick(status.pause_button, Qt.MouseButton.LeftButton)
    assert session.workers.indexing.is_paused
    assert status.pause_button.accessibleName() == "Resume"
    qtbot.mouseClick(status.pause_button, Qt.MouseButton.LeftButton)
    assert not session.workers.indexing.is_paused
    qtbot.waitUntil(lambda: "filed" in status.text(), timeout=PATIENCE)


def test_closing_during_the_work_loses_nothing(
    qtbot: QtBot, open_window: OpenWindow, place: LibraryPlace, own_sample: Path
):
    session = open_window(place)
    drop(session, own_sample)
    wait_for_pictures(qtbot, session)
    found = shown(session)
    close(session)
    again = open_window(place)
    wait_for_pictures(qtbot, again, found)
    qtbot.waitUntil(lambda: "filed" in again.window.status.text(), timeout=PATIENCE)
    with LibraryReader(place) as reader:
        assert reader.counts().ready == found


def test_a_file_that_appears_in_a_watched_archive_is_picked_up(
    qtbot: QtBot, open_window: OpenWindow, place: LibraryPlace, own_sample: Path, tmp_path: Path
):
    picture = next((own_sample / "media" / "posts").rglob("*.jpg"))
    shutil.move(picture, tmp_path / "kept.jpg")
    session = open_window(place)
    drop(session, own_sample)
    qtbot.waitUntil(lambda: "filed" in session.window.status.text(), timeout=PATIENCE)
    with LibraryReader(place) as reader:
        assert reader.counts().missing == 1
        shutil.move(tmp_path / "kept.jpg", picture)
        qtbot.waitUntil(lambda: reader.counts().missing == 0, timeout=PATIENCE)
        qtbot.waitUntil(lambda: reader.counts().waiting == 0, timeout=PATIENCE)


def test_files_that_could_not_be_read_are_counted_and_explained(
    qtbot: QtBot, open_window: OpenWindow, place: LibraryPlace, own_sample: Path
):
    broken = next((own_sample / "media" / "posts").rglob("*.jpg"))
    broken.write_text("no picture")
    session = open_window(place, language="ko")
    drop(session, own_sample)
    button = session.window.status.problems_button
    qtbot.waitUntil(button.isVisible, timeout=PATIENCE)
    assert button.text() == "읽지 못한 파일 1개"


@pytest.mark.parametrize("theme", [ThemeChoice.DARK, ThemeChoice.LIGHT])
def test_language_and_theme_change_at_once_and_are_remembered(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace, theme: ThemeChoice
):
    session = open_window(library, begin=False)
    wait_for_pictures(qtbot, session)
    session.window.show_filter(Filter(categories=("pets",)))
    session.window.menu.language_chosen.emit(Language.KOREAN)
    session.window.menu.theme_chosen.emit(theme)
    wait_for_pictures(qtbot, session, count_of(library, Filter(categories=("pets",))))
    qtbot.waitUntil(lambda: session.window.sidebar.item_named("반려동물") is not None)
    window_colour = session.window.palette().window().color().name()
    assert (window_colour == DARK.window) is (theme is ThemeChoice.DARK)
    close(session)
    again = Session(session._application, library, "built-in", None)
    try:
        assert again._preferences.language is Language.KOREAN
        assert again._preferences.theme is theme
    finally:
        close(again)


def test_the_gallery_keeps_the_current_picture_when_the_filter_opens(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    wait_for_pictures(qtbot, session)
    session.window.show_filter(Filter(categories=("pets",)))
    wait_for_pictures(qtbot, session, count_of(library, Filter(categories=("pets",))))
    select(qtbot, session, 1)
    kept = session.window.model.id_at(1)
    session.window.show_filter(Filter())
    wait_for_pictures(qtbot, session, count_of(library, Filter()))
    qtbot.waitUntil(lambda: session.window.gallery.currentIndex().isValid())
    assert session.window.model.id_at(session.window.gallery.currentIndex().row()) == kept
