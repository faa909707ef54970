"""Hashtags as chips in a row that wraps, with a menu for each."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from organizer.ui.views.flow_layout import FlowLayout
from organizer.ui.views.hashtag_chip import ChipButton, HashtagChip


class HashtagChips(QWidget):
    """Chips that wrap into lines. Those that stay the same stay where the focus and the mouse are.

    Signals:
        chosen(str), removed(str): A hashtag was clicked, or its cross.
        menu_requested(str, QPoint): See ChipButton; to be answered by `pop_up`.
        copied(int): One hashtag is on the clipboard.
    """

    chosen = Signal(str)
    removed = Signal(str)
    menu_requested = Signal(str, QPoint)
    copied = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[ChipButton] = []
        self._flow = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def buttons(self) -> list[ChipButton]:
        """The chips in order."""
        return list(self._buttons)

    def hashtags(self) -> list[str]:
        """The hashtags in order, without #."""
        return [button.chip.hashtag for button in self._buttons]

    def button(self, hashtag: str) -> ChipButton:
        """The chip of a hashtag. Raises KeyError when there is none."""
        return {button.chip.hashtag: button for button in self._buttons}[hashtag]

    def show_chips(self, chips: Sequence[HashtagChip]) -> None:
        """Shows `chips` in place of those before."""
        if [button.chip for button in self._buttons] == list(chips):
            return
        focused = next((at for at, one in enumerate(self._buttons) if one.hasFocus()), None)
        before = {button.chip: button for button in self._buttons}
        for button in self._buttons:
            self._flow.removeWidget(button)
        self._buttons = [
            before.pop(chip) if chip in before else self._button(chip) for chip in chips
        ]
        self.setVisible(bool(chips))
        for button in self._buttons:
            self._flow.addWidget(button)
            button.show()
        self._order_tabs()
        if focused is not None and self._buttons and not any(b.hasFocus() for b in self._buttons):
            # Who works through them by keyboard goes on where they were.
            self._buttons[min(focused, len(self._buttons) - 1)].setFocus()
        for button in before.values():
            button.hide()
            button.deleteLater()
        self.updateGeometry()

    def pop_up(
        self, place: QPoint, hashtag: str, entries: dict[str, Callable[[], object]]
    ) -> QMenu:
        """Opens a menu at a point of the screen: what the `entries` say and do, and "Copy"."""
        menu = QMenu(self)
        for text, do in (entries | {self.tr("Copy"): partial(self._copy, hashtag)}).items():
            # What is triggered tells whether it is checked, which none of these wants to know.
            menu.addAction(text).triggered.connect(lambda _checked=False, do=do: do())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
        return menu

    def _copy(self, hashtag: str) -> None:
        QGuiApplication.clipboard().setText(f"#{hashtag}")
        self.copied.emit(1)

    def _button(self, chip: HashtagChip) -> ChipButton:
        button = ChipButton(chip, self)
        button.clicked.connect(self._choose)
        button.removed.connect(self._remove)
        button.menu_requested.connect(self._request_menu)
        return button

    def _order_tabs(self) -> None:
        """Puts new chips where the row is on Tab's way, and not at its end."""
        # Qt passes over what takes no focus, but takes note of its place only while it does.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        before: QWidget = self
        for button in self._buttons:
            QWidget.setTabOrder(before, button)
            before = button
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _choose(self) -> None:
        self.chosen.emit(self._sender().chip.hashtag)

    def _remove(self) -> None:
        self.removed.emit(self._sender().chip.hashtag)

    def _request_menu(self, place: QPoint) -> None:
        self.menu_requested.emit(self._sender().chip.hashtag, place)

    def _sender(self) -> ChipButton:
        sender = self.sender()
        assert isinstance(sender, ChipButton)  # noqa: S101 - connected to nothing else
        return sender
