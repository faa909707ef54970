"""What keys do in the gallery: they lead to other pictures, and to a year that is typed."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from organizer.ui.views.gallery_layout import HEADER_HEIGHT, GalleryLayout

_Action = QAbstractItemView.CursorAction
_Key = Qt.Key

ACTIONS = {
    _Key.Key_Left: _Action.MoveLeft,
    _Key.Key_Right: _Action.MoveRight,
    _Key.Key_Up: _Action.MoveUp,
    _Key.Key_Down: _Action.MoveDown,
    _Key.Key_PageUp: _Action.MovePageUp,
    _Key.Key_PageDown: _Action.MovePageDown,
    _Key.Key_Home: _Action.MoveHome,
    _Key.Key_End: _Action.MoveEnd,
}

_YEAR_DIGITS = 4
_TYPING_MILLISECONDS = 1500


def tell_focus(view: QAbstractItemView, row: int) -> None:
    """Lets screen readers know that the picture in `row` is the one at hand."""
    if QAccessible.isActive():
        event = QAccessibleEvent(view, QAccessible.Event.Focus)
        event.setChild(row)
        QAccessible.updateAccessibility(event)


class CursorPath:
    """Finds the picture that a key leads to; up and down keep to where they began."""

    def __init__(self) -> None:
        self._x: int | None = None
        self._last = -1

    def target(self, layout: GalleryLayout, current: int, action: _Action, page_height: int) -> int:
        """The row that `action` leads to from the row `current`; `page_height` in pixels."""
        last = sum(section.count for section in layout.sections) - 1
        if action in (_Action.MoveHome, _Action.MoveEnd):
            return 0 if action == _Action.MoveHome else last
        if action in (_Action.MoveLeft, _Action.MovePrevious):
            return max(current - 1, 0)
        if action in (_Action.MoveRight, _Action.MoveNext):
            return min(current + 1, last)
        centre = layout.cell_rect(current).center()
        if self._x is None or self._last != current:
            self._x = centre.x()
        if action in (_Action.MoveUp, _Action.MoveDown):
            self._last = layout.row_beside(current, -1 if action == _Action.MoveUp else 1, self._x)
        else:
            step = max(page_height - HEADER_HEIGHT - layout.usual_height, layout.usual_height)
            y = centre.y() + (-step if action == _Action.MovePageUp else step)
            self._last = layout.row_near(self._x, y)
        return self._last


class YearTyping(QObject):
    """Puts digits together to a year; what is not finished is forgotten after a while.

    Signals:
        changed(str): What has been typed so far, "" when it is over.
        typed(int): A year is complete.
    """

    changed = Signal(str)
    typed = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._digits = ""
        self._forgetting = QTimer(self, singleShot=True, interval=_TYPING_MILLISECONDS)
        self._forgetting.timeout.connect(self._end)

    @property
    def is_under_way(self) -> bool:
        """Whether a year has been begun."""
        return bool(self._digits)

    def take(self, event: QKeyEvent) -> bool:
        """Whether the key belongs to a year: a digit, or a correction of those before it."""
        text = event.text()
        if text.isascii() and text.isdigit():
            self._digits += text
        elif self._digits and event.key() == Qt.Key.Key_Backspace:
            self._digits = self._digits[:-1]
        elif self._digits and event.key() == Qt.Key.Key_Escape:
            self._digits = ""
        else:
            return False
        self._forgetting.start()
        self.changed.emit(self._digits)
        if len(self._digits) == _YEAR_DIGITS:
            self.typed.emit(int(self._digits))
            self._digits = ""
        return True

    def _end(self) -> None:
        self._digits = ""
        self.changed.emit("")
