"""A hashtag as a chip that can be taken and refused, by mouse and by keyboard."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from organizer.ui.icons import icon

_SIGN = QSize(14, 14)
_CLOSE_SIDE = 18
_CLOSE_MARGIN = 5


class ChipKind(StrEnum):
    """What is to be known of a hashtag at first sight; see resources/styles/main.qss."""

    WRITTEN = "written"
    MISFIT = "misfit"
    ACCEPTED = "accepted"
    SUGGESTED = "suggested"


@dataclass(frozen=True, slots=True)
class HashtagChip:
    """A hashtag, without #, with what is said of it when it is pointed at or read out.

    `share` is said behind it, such as "2/3", where it is not on all pictures. What `removes` says,
    the cross on the chip does; without it there is none.
    """

    hashtag: str
    kind: ChipKind
    hint: str = ""
    share: str = ""
    removes: str = ""


class ChipButton(QPushButton):
    """One chip. Enter and a click choose it; Delete and the cross on it remove it.

    Signals:
        removed(): The cross was clicked, or Delete pressed.
        menu_requested(QPoint): What else can be done is asked for, at a point of the screen.
    """

    removed = Signal()
    menu_requested = Signal(QPoint)

    def __init__(self, chip: HashtagChip, parent: QWidget) -> None:
        text = f"#{chip.hashtag}"
        # An ampersand would make the next letter a shortcut.
        super().__init__(f"{text}  {chip.share}".rstrip().replace("&", "&&"), parent)
        self.chip = chip
        self.setProperty("role", "chip")
        self.setProperty("kind", chip.kind.value)
        self.setProperty("mixed", bool(chip.share))
        self.setToolTip("\n".join(filter(None, (text, chip.hint))))
        self.setAccessibleName(f"{text} {chip.share}".rstrip())
        self.setAccessibleDescription(chip.hint)
        self.setIconSize(_SIGN)
        if chip.kind is ChipKind.SUGGESTED:
            self.setIcon(icon("plus", self.palette().mid().color()))
        elif chip.kind is ChipKind.MISFIT:
            self.setIcon(icon("warning", self.palette().text().color()))
        self._close = self._close_button() if chip.removes else None
        self._show_close()

    @property
    def close_button(self) -> QToolButton | None:
        """The cross on it."""
        return self._close

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Chooses on Enter, as on Space; removes on Delete."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._close is not None:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Asks for the menu, of a right click or of the menu key."""
        self.menu_requested.emit(event.globalPos())

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Shows the cross."""
        super().enterEvent(event)
        self._show_close()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Hides the cross again."""
        super().leaveEvent(event)
        self._show_close()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Shows the cross."""
        super().focusInEvent(event)
        self._show_close()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Hides the cross again."""
        super().focusOutEvent(event)
        self._show_close()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keeps the cross at the end."""
        super().resizeEvent(event)
        if self._close is not None:
            left = self.width() - _CLOSE_SIDE - _CLOSE_MARGIN
            if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
                left = _CLOSE_MARGIN
            self._close.move(left, (self.height() - _CLOSE_SIDE) // 2)

    def _close_button(self) -> QToolButton:
        close = QToolButton(self)
        self.setProperty("removable", True)
        close.setProperty("role", "chipClose")
        is_filled = self.chip.kind is ChipKind.ACCEPTED and not self.chip.share
        palette = self.palette()
        colour = palette.highlightedText() if is_filled else palette.text()
        close.setIcon(icon("close", colour.color()))
        close.setIconSize(_SIGN)
        close.setFixedSize(_CLOSE_SIDE, _CLOSE_SIDE)
        # The keyboard has Delete, and half as many stops on its way through the chips.
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.setToolTip(self.chip.removes)
        close.setAccessibleName(f"#{self.chip.hashtag}: {self.chip.removes}")
        close.clicked.connect(self.removed)
        return close

    def _show_close(self) -> None:
        if self._close is not None:
            is_always = self.chip.kind is ChipKind.ACCEPTED
            self._close.setVisible(is_always or self.underMouse() or self.hasFocus())
