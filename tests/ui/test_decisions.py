"""What the user says of categories is shown at once, kept, and stronger than the model."""

from conftest import OpenWindow, close
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from window_actions import PATIENCE, click_sidebar, wait_for_pictures

from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.ui.app import Session


def show_a_pet(qtbot: QtBot, session: Session, library: LibraryPlace) -> int:
    """Makes a picture of a pet the current one; returns its id."""
    with LibraryReader(library) as reader:
        media_id = int(reader.listing(Filter(categories=("pets",))).ids[0])
    window = session.window
    wait_for_pictures(qtbot, session)
    row = window.model.row_of(media_id)
    assert row is not None
    window.gallery.setCurrentIndex(window.model.index(row))
    section = window.details.categories
    qtbot.waitUntil(lambda: any("Pets" in name for name in section.buttons()), timeout=PATIENCE)
    return media_id


def click(qtbot: QtBot, session: Session, name: str) -> None:
    button = session.window.details.categories.buttons()[name]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def kept(library: LibraryPlace, media_id: int) -> dict[str, str]:
    with LibraryReader(library) as reader:
        detail = reader.detail(media_id)
    assert detail is not None
    return {one.category_id: one.source for one in detail.categories}


def test_a_wrong_category_is_taken_out_and_the_counts_follow(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library)
    media_id = show_a_pet(qtbot, session, library)
    with LibraryReader(library) as reader:
        before = reader.facets(Filter()).categories["pets"]
        click(qtbot, session, "Pets: wrong")
        assert "Pets: wrong" not in session.window.details.categories.buttons()
        qtbot.waitUntil(
            lambda: reader.facets(Filter()).categories.get("pets", 0) == before - 1,
            timeout=PATIENCE,
        )
    assert "pets" not in kept(library, media_id)


def test_a_right_category_is_confirmed_and_the_confirmation_taken_back(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library)
    media_id = show_a_pet(qtbot, session, library)
    for source in ("user", "model"):
        click(qtbot, session, "Pets: right")
        is_confirmed = source == "user"
        button = session.window.details.categories.buttons()["Pets: right"]
        assert button.isChecked() is is_confirmed
        qtbot.waitUntil(
            lambda: kept(library, media_id)["pets"] == source,  # noqa: B023 - waited for here
            timeout=PATIENCE,
        )


def test_a_category_is_added_from_the_menu(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library)
    media_id = show_a_pet(qtbot, session, library)
    offered = {
        action.text(): action for action in session.window.details.categories.add_menu.actions()
    }
    assert "Pets" not in offered
    assert "Others" not in offered
    offered["Beauty"].trigger()
    assert "Beauty: wrong" in session.window.details.categories.buttons()
    qtbot.waitUntil(lambda: kept(library, media_id).get("beauty") == "user", timeout=PATIENCE)


def test_what_was_decided_last_is_kept_when_the_window_closes_at_once(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library)
    media_id = show_a_pet(qtbot, session, library)
    click(qtbot, session, "Pets: right")
    close(session)
    assert kept(library, media_id)["pets"] == "user"


def test_doubtful_pictures_are_offered_until_the_user_has_decided(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    with LibraryReader(library) as reader:
        doubtful = reader.listing(Filter(is_to_review=True)).ids
        assert 0 < len(doubtful) < len(reader.listing(Filter()).ids)
        assert reader.facets(Filter()).to_review == len(doubtful)
    session = open_window(library)
    click_sidebar(qtbot, session, "To review")
    wait_for_pictures(qtbot, session, len(doubtful))
    window = session.window
    window.gallery.setCurrentIndex(window.model.index(0))
    most_doubtful = int(doubtful[0])
    qtbot.waitUntil(lambda: window.details.shown_ids == (most_doubtful,), timeout=PATIENCE)
    window.details.categories.add_menu.actions()[0].trigger()

    def is_decided() -> bool:
        with LibraryReader(library) as reader:
            return most_doubtful not in reader.listing(Filter(is_to_review=True)).ids

    qtbot.waitUntil(is_decided, timeout=PATIENCE)
