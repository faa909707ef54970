"""The window can be used without a mouse, without sight, and with large text, in both themes."""

import re
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

import pytest
from conftest import OpenWindow
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFont
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QScrollBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from window_actions import PATIENCE, wait_for_pictures

from organizer.library.place import LibraryPlace
from organizer.tagging.categories import load_categories
from organizer.tagging.new_categories import COLOURS
from organizer.ui.about.dialog import AboutDialog
from organizer.ui.app import Session
from organizer.ui.model_dialog.dialog import ModelDialog
from organizer.ui.theme import DARK, LIGHT, Theme
from organizer.ui.viewer.motion import LONGEST_MILLISECONDS

ROOT = Path(__file__).parent.parent.parent
TEXT = 4.5
# WCAG 1.4.11: what is no text but tells something.
GRAPHICS = 3.0
# What text stands on, by what it stands in.
PAIRS = (
    *((text, ground) for text in ("text", "muted") for ground in ("window", "surface", "chip")),
    *(("text", ground) for ground in ("hover", "pressed", "notice", "error")),
    ("muted", "notice"),
    ("accent_text", "accent"),
    ("accent_text", "accent_hover"),
    *(("accent", ground) for ground in ("window", "surface", "hover", "notice")),
    ("window", "text"),
)


def luminance(colour: str) -> float:
    """WCAG's relative luminance of #rrggbb."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_each_text_can_be_read_on_what_it_stands_on(theme: Theme):
    colours = asdict(theme)
    poor = {
        f"{text} on {ground}": round(contrast(colours[text], colours[ground]), 2)
        for text, ground in PAIRS
        if contrast(colours[text], colours[ground]) < TEXT
    }
    assert poor == {}


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_focus_can_be_seen(theme: Theme):
    for ground in (theme.window, theme.surface, theme.chip, theme.hover):
        assert contrast(theme.accent, ground) >= GRAPHICS


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_dots_of_categories_can_be_seen(theme: Theme):
    colours = {category.id: category.colour for category in load_categories()}
    colours |= {colour: colour for colour in COLOURS}
    poor = {
        name: round(contrast(colour, theme.surface), 2)
        for name, colour in colours.items()
        if contrast(colour, theme.surface) < GRAPHICS
    }
    assert poor == {}


def test_no_style_sets_text_in_pixels():
    sheets = [path.read_text() for path in (ROOT / "resources" / "styles").glob("*.qss")]
    assert sheets
    assert not any(re.search(r"font(-size)?:[^;]*\dpx", sheet) for sheet in sheets)
    code = [path.read_text() for path in (ROOT / "organizer" / "ui").rglob("*.py")]
    assert not any("setPixelSize" in text for text in code)


def open_about(session: Session) -> QDialog:
    session.window.menu.about_requested.emit()
    dialog = session.window.findChild(AboutDialog)
    assert dialog is not None
    return dialog


def open_settings(session: Session) -> QDialog:
    session.window.settings.open()
    assert session.window.settings.dialog is not None
    return session.window.settings.dialog


def open_problems(session: Session) -> QDialog:
    session.window.problems.open()
    assert session.window.problems.dialog is not None
    return session.window.problems.dialog


def open_models(session: Session) -> QDialog:
    session.window.model_choosing.open()
    assert session.window.model_choosing.dialog is not None
    return session.window.model_choosing.dialog


def is_filled(dialog: QDialog) -> bool:
    """Whether what takes time to find out is there."""
    return not isinstance(dialog, ModelDialog) or len(dialog.cards) > 3


def open_categories(session: Session) -> QDialog:
    session.window.category_editing.open_list()
    return dialog_of(session)


def new_category(session: Session) -> QDialog:
    session.window.category_editing.create()
    return dialog_of(session)


def tidy_hashtags(session: Session) -> QDialog:
    session.window.hashtag_merging.open_tidying()
    return dialog_of(session)


def dialog_of(session: Session) -> QDialog:
    return next(one for one in session.window.findChildren(QDialog) if one.isVisible())


def new_album(session: Session) -> QDialog:
    session.window.albums.create()
    return dialog_of(session)


def ask_a_service(session: Session) -> QDialog:
    session.window.services.open()
    return dialog_of(session)


def list_duplicates(session: Session) -> QDialog:
    session.window.duplicates.open()
    return dialog_of(session)


DIALOGS = (
    open_about,
    open_settings,
    open_problems,
    open_models,
    open_categories,
    new_category,
    tidy_hashtags,
    new_album,
    ask_a_service,
    list_duplicates,
)


def focusable(widget: QWidget) -> Iterator[QWidget]:
    """What the Tab key may reach within `widget`, hidden pages too."""
    for one in (widget, *widget.findChildren(QWidget)):
        is_part = isinstance(one, QScrollBar) or one.objectName().startswith("qt_")
        if not is_part and one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.focusProxy() is None:
            yield one


def spoken_name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.text(QAccessible.Text.Name)


def without_name(widget: QWidget) -> list[str]:
    return [
        f"{type(one).__name__} {one.objectName()} in {type(one.parent()).__name__}"
        for one in focusable(widget)
        if one.isVisibleTo(widget) and not spoken_name(one)
    ]


def reached(top: QWidget) -> set[QWidget]:
    """What has the focus after so many presses of the Tab key as there are widgets."""
    found = set[QWidget]()
    for _ in range(len(list(focusable(top))) + 2):
        focused = top.focusWidget()
        if focused is None:
            top.nextInFocusChain().setFocus(Qt.FocusReason.TabFocusReason)
            continue
        if focused in found:
            break
        found.add(focused)
        top.focusNextChild()
    return found


def test_everything_in_the_window_has_a_name_for_screen_readers(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    wait_for_pictures(qtbot, session)
    session.window.gallery.setCurrentIndex(session.window.model.index(0))
    qtbot.waitUntil(session.window.details.caption.isVisible, timeout=PATIENCE)
    assert without_name(session.window) == []


def test_everything_in_the_overview_and_the_filters_has_a_name_for_screen_readers(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    wait_for_pictures(qtbot, session)
    window = session.window
    window.overview.open()
    qtbot.waitUntil(lambda: window.overview.is_settled, timeout=PATIENCE)
    assert without_name(window) == []
    window.top_bar.filter_button.click()
    panel = QApplication.activePopupWidget()
    assert panel is not None
    assert without_name(panel) == []
    panel.close()


@pytest.mark.parametrize("open_dialog", DIALOGS, ids=lambda one: one.__name__)
def test_everything_in_a_dialog_has_a_name_and_is_reached_by_the_tab_key(
    qtbot: QtBot,
    open_window: OpenWindow,
    library: LibraryPlace,
    open_dialog: Callable[[Session], QDialog],
):
    session = open_window(library, begin=False)
    wait_for_pictures(qtbot, session)
    dialog = open_dialog(session)
    qtbot.waitUntil(dialog.isActiveWindow, timeout=PATIENCE)
    qtbot.waitUntil(lambda: is_filled(dialog), timeout=PATIENCE)
    assert without_name(dialog) == []
    there = {one for one in focusable(dialog) if one.isVisible() and one.isEnabled()}
    # A group of radio buttons is one stop, its arrow keys lead on.
    missed = [type(one).__name__ for one in there - reached(dialog) if not is_radio(one)]
    assert missed == []
    dialog.close()


def is_radio(widget: QWidget) -> bool:
    if not isinstance(widget, QAbstractButton):
        return False
    group = widget.group()
    return widget.autoExclusive() or (group is not None and group.exclusive())


@pytest.fixture
def large_text(qapp: QApplication) -> Iterator[QFont]:
    """Text twice as large as the system's."""
    usual = qapp.font()
    large = QFont(usual)
    large.setPointSizeF(usual.pointSizeF() * 2)
    qapp.setFont(large)
    yield large
    qapp.setFont(usual)


def cut(top: QWidget) -> list[str]:
    """Texts within `top` that do not fit into what shows them."""
    found = []
    for one in top.findChildren(QWidget):
        if not one.isVisible() or not isinstance(one, QLabel | QAbstractButton | QComboBox):
            continue
        text = one.currentText() if isinstance(one, QComboBox) else one.text()
        is_drawing = isinstance(one, QToolButton) and not one.icon().isNull()
        if not text or is_drawing:
            continue
        needed, there = one.sizeHint(), one.size()
        if isinstance(one, QLabel) and one.wordWrap():
            needed.setWidth(0)
            needed.setHeight(one.heightForWidth(one.width()))
        # A pixel is lost to rounding.
        if there.height() < needed.height() - 1 or there.width() < needed.width() - 1:
            found.append(
                f"{type(one).__name__} “{text[:40]}”: {there.toTuple()} of {needed.toTuple()}"
            )
    return found


def expect_nothing_cut(qtbot: QtBot, top: QWidget) -> None:
    """Waits until what came last is laid out."""

    def fits() -> None:
        assert cut(top) == []

    qtbot.waitUntil(fits, timeout=PATIENCE)


def test_large_text_is_not_cut_in_the_window(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace, large_text: QFont
):
    session = open_window(library, begin=False)
    session.window.resize(1600, 1000)
    wait_for_pictures(qtbot, session)
    assert session.window.details.caption.font().pointSizeF() == large_text.pointSizeF()
    session.window.gallery.setCurrentIndex(session.window.model.index(0))
    qtbot.waitUntil(session.window.details.caption.isVisible, timeout=PATIENCE)
    expect_nothing_cut(qtbot, session.window)


def test_large_text_is_not_cut_in_the_first_steps(
    qtbot: QtBot, open_window: OpenWindow, place: LibraryPlace, large_text: QFont
):
    window = open_window(place, begin=False).window
    window.resize(1600, 1200)
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.pages.empty, timeout=PATIENCE)
    assert large_text.pointSizeF() == window.font().pointSizeF()
    expect_nothing_cut(qtbot, window)


@pytest.mark.parametrize("open_dialog", DIALOGS, ids=lambda one: one.__name__)
def test_large_text_is_not_cut_in_a_dialog(
    qtbot: QtBot,
    open_window: OpenWindow,
    library: LibraryPlace,
    large_text: QFont,
    open_dialog: Callable[[Session], QDialog],
):
    session = open_window(library, begin=False)
    wait_for_pictures(qtbot, session)
    dialog = open_dialog(session)
    qtbot.waitUntil(dialog.isActiveWindow, timeout=PATIENCE)
    qtbot.waitUntil(lambda: is_filled(dialog), timeout=PATIENCE)
    assert dialog.font().pointSizeF() == large_text.pointSizeF()
    expect_nothing_cut(qtbot, dialog)
    dialog.close()


def without_focus_mark(top: QWidget) -> list[str]:
    """What looks the same with the keyboard's focus and without."""
    unmarked = []
    for one in [one for one in focusable(top) if one.isVisible() and one.isEnabled()]:
        one.setFocus(Qt.FocusReason.TabFocusReason)
        if not one.hasFocus() or one.focusProxy() is not None:
            continue
        focused = one.grab().toImage()
        one.clearFocus()
        if one.grab().toImage() == focused:
            unmarked.append(f"{type(one).__name__} {one.objectName()} {one.accessibleName()}")
    return unmarked


def expect_focus_seen(qtbot: QtBot, top: QWidget) -> None:
    """Waits until what came last is laid out."""

    def is_seen() -> None:
        assert without_focus_mark(top) == []

    qtbot.waitUntil(is_seen, timeout=PATIENCE)


def test_the_focus_is_seen_everywhere_in_the_window(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    wait_for_pictures(qtbot, session)
    session.window.gallery.setCurrentIndex(session.window.model.index(0))
    qtbot.waitUntil(session.window.details.caption.isVisible, timeout=PATIENCE)
    session.window.activateWindow()
    qtbot.waitUntil(session.window.isActiveWindow, timeout=PATIENCE)
    expect_focus_seen(qtbot, session.window)


@pytest.mark.parametrize("open_dialog", DIALOGS, ids=lambda one: one.__name__)
def test_the_focus_is_seen_everywhere_in_a_dialog(
    qtbot: QtBot,
    open_window: OpenWindow,
    library: LibraryPlace,
    open_dialog: Callable[[Session], QDialog],
):
    session = open_window(library, begin=False)
    wait_for_pictures(qtbot, session)
    dialog = open_dialog(session)
    qtbot.waitUntil(dialog.isActiveWindow, timeout=PATIENCE)
    qtbot.waitUntil(lambda: is_filled(dialog), timeout=PATIENCE)
    expect_focus_seen(qtbot, dialog)
    dialog.close()


def test_whatever_moves_asks_how_long_it_may():
    asked = 0
    for path in (ROOT / "organizer" / "ui").rglob("*.py"):
        text = path.read_text()
        if re.search(r"Q(Property|Variant)Animation\(|QTimeLine\(", text):
            assert "animation_milliseconds()" in text, path
            assert not re.search(r"setDuration\(\d", text), path
            asked += 1
    assert asked
    assert LONGEST_MILLISECONDS < 200
