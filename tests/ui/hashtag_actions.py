"""What a person does with hashtags in the detail panel, for tests."""

from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from window_actions import PATIENCE, wait_for_pictures

from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.records import MediaDetail
from organizer.tagging.records import SuggestionReason
from organizer.ui.app import Session
from organizer.ui.views.hashtag_section import HashtagSection

FITTING = {SuggestionReason.OWN, SuggestionReason.SIMILAR, SuggestionReason.VOCABULARY}


def details_of(library: LibraryPlace) -> list[MediaDetail]:
    """All pictures in the order of the gallery."""
    with LibraryReader(library) as reader:
        return list(reader.details(reader.listing(Filter()).ids))


def detail_of(library: LibraryPlace, media_id: int) -> MediaDetail:
    with LibraryReader(library) as reader:
        detail = reader.detail(media_id)
    assert detail is not None
    return detail


def fitting(detail: MediaDetail) -> list[str]:
    return [one.hashtag for one in detail.suggestions if one.reason in FITTING]


def well_suggested(library: LibraryPlace) -> MediaDetail:
    """A cat: the vocabulary has more hashtags for it than are suggested at once."""
    return next(
        one
        for one in details_of(library)
        if "고양이" in one.hashtags and len(one.suggestions) == 5 and len(fitting(one)) > 1
    )


def section(session: Session) -> HashtagSection:
    return session.window.details.hashtags


def suggested(session: Session) -> list[str]:
    return section(session).suggested.chips.hashtags()


def present(session: Session) -> list[str]:
    return section(session).present.chips.hashtags()


def choose(qtbot: QtBot, session: Session, media_ids: Sequence[int]) -> None:
    """Selects pictures in the gallery, and waits until the panel shows them."""
    window = session.window
    wait_for_pictures(qtbot, session)
    rows = window.model.rows_of(np.array(media_ids))
    assert len(rows) == len(media_ids)
    window.gallery.select_rows(rows, int(rows[0]))
    qtbot.waitUntil(lambda: set(window.details.shown_ids) == set(media_ids), timeout=PATIENCE)


def show(qtbot: QtBot, session: Session, detail: MediaDetail) -> None:
    """Makes a picture the chosen one."""
    choose(qtbot, session, [detail.id])
    expected = [one.hashtag for one in detail.suggestions]
    qtbot.waitUntil(lambda: suggested(session) == expected, timeout=PATIENCE)


def click(qtbot: QtBot, session: Session, hashtag: str) -> None:
    button = section(session).suggested.chips.button(hashtag)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def reject(qtbot: QtBot, session: Session, hashtag: str) -> None:
    close = section(session).suggested.chips.button(hashtag).close_button
    assert close is not None
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)


def menu_of(session: Session, hashtag: str) -> dict[str, QAction]:
    """The actions that a right click on a hashtag of the picture offers, by their texts."""
    chips = section(session).present.chips
    chips.button(hashtag).menu_requested.emit(chips.mapToGlobal(QPoint(0, 0)))
    newest = chips.findChildren(QMenu)[-1]
    return {action.text(): action for action in newest.actions()}


def copied(qtbot: QtBot, session: Session) -> list[str]:
    """What is on the clipboard after a click on "Copy", without #."""
    qtbot.mouseClick(section(session).copy_row.button, Qt.MouseButton.LeftButton)
    words = QGuiApplication.clipboard().text().split()
    assert all(word.startswith("#") for word in words)
    return [word[1:] for word in words]


def eventually(qtbot: QtBot, condition: Callable[[], bool]) -> None:
    qtbot.waitUntil(condition, timeout=PATIENCE)
