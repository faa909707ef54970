"""The years beside the gallery: pull along them to get to any month."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QLabel, QWidget

_MARGIN = 8
_BUBBLE_GAP = 6
_BUBBLE_MILLISECONDS = 1200
_MARK = 3


class Mark(NamedTuple):
    """A section: where it begins in the content, what it is called, its year if it has one."""

    top: int
    title: str
    year: int | None


class DateScrubber(QAbstractSlider):
    """A slider whose value is the scroll position, labelled with years, naming months.

    Attributes:
        bubble: Says which month a position is in, while the user looks for one.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dateScrubber")
        self.setOrientation(Qt.Orientation.Vertical)
        # A click on it leaves the keyboard to the gallery.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Date"))
        self._marks: tuple[Mark, ...] = ()
        self._tops: list[int] = []
        self.bubble = QLabel(parent)
        self.bubble.setObjectName("dateBubble")
        self.bubble.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.bubble.hide()
        self._hiding = QTimer(self, singleShot=True, interval=_BUBBLE_MILLISECONDS)
        self._hiding.timeout.connect(self.bubble.hide)
        self.valueChanged.connect(self._describe)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as a year."""
        return QSize(self.fontMetrics().horizontalAdvance("2000") + 2 * _MARGIN, 100)

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Shows these sections, from the top to the bottom of the content."""
        self._marks = tuple(marks)
        self._tops = [mark.top for mark in marks]
        self._describe()
        self.update()

    def title_at(self, value: int) -> str:
        """What lies at a scroll position: "June 2023"."""
        number = bisect_right(self._tops, value) - 1
        return self._marks[max(number, 0)].title if self._marks else ""

    def show_bubble(self, text: str, y: int | None = None) -> None:
        """Says `text` beside the height `y` of this widget, or beside the present position.

        It goes after a while, and at once when `text` is empty.
        """
        if not text:
            self.bubble.hide()
            return
        self.bubble.setText(text)
        self.bubble.adjustSize()
        height = self._y_of(self.value()) if y is None else y
        top = min(max(height - self.bubble.height() // 2, 0), self.height() - self.bubble.height())
        place = self.pos() + QPoint(-self.bubble.width() - _BUBBLE_GAP, top)
        self.bubble.move(place)
        self.bubble.show()
        self.bubble.raise_()
        self._hiding.start()

    def year_labels(self) -> list[tuple[str, QRect]]:
        """The years that have room, and where they are written."""
        line = self.fontMetrics().height()
        labels: list[tuple[str, QRect]] = []
        free_from, previous = 0, None
        for mark in self._marks:
            if mark.year is None or mark.year == previous:
                continue
            previous = mark.year
            top = self._y_of(mark.top) - line // 2
            if top >= free_from:
                labels.append((str(mark.year), QRect(_MARK, top, self.width() - _MARK, line)))
                free_from = top + line + line // 2
        return labels

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paints the years, and a mark at the present position."""
        painter = QPainter(self)
        painter.setPen(self.palette().mid().color())
        align = Qt.AlignmentFlag.AlignCenter
        for year, rect in self.year_labels():
            painter.drawText(rect, align, year)
        y = self._y_of(self.value())
        is_strong = self.hasFocus() or self.isSliderDown()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().highlight())
        half, width = self._padding // 2 + 1, _MARK + 2 if is_strong else _MARK
        painter.drawRoundedRect(QRect(1, y - half, width, 2 * half), width / 2, width / 2)
        if self.hasFocus():
            painter.setPen(self.palette().highlight().color())
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Goes to where the pointer is, and follows it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._follow(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Follows the pointer, or only says what it points at."""
        if self.isSliderDown():
            self._follow(event)
        else:
            y = round(event.position().y())
            self.show_bubble(self.title_at(self._value_at(y)), y)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Stays where it is."""
        self.setSliderDown(False)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Says no more."""
        self.bubble.hide()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Scrolls as over the gallery."""
        self.setValue(self.value() - event.angleDelta().y())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Up and down go by months, a page by years."""
        number = bisect_right(self._tops, self.value()) - 1
        key = event.key()
        if not self._marks:
            event.ignore()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go_to(0 if key == Qt.Key.Key_Home else len(self._marks) - 1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._go_to(number + (1 if key == Qt.Key.Key_Down else -1))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._go_to(self._year_beside(number, 1 if key == Qt.Key.Key_PageDown else -1))
        else:
            event.ignore()

    def _year_beside(self, number: int, step: int) -> int:
        """The first section of the year after that of section `number`, or before it."""
        years = [mark.year for mark in self._marks]
        there = max(number, 0)
        while 0 <= there < len(years) and years[there] == years[number]:
            there += step
        there = min(max(there, 0), len(years) - 1)
        return years.index(years[there])

    def _go_to(self, number: int) -> None:
        mark = self._marks[min(max(number, 0), len(self._marks) - 1)]
        self.setValue(mark.top)
        self.show_bubble(mark.title)

    def _follow(self, event: QMouseEvent) -> None:
        y = round(event.position().y())
        self.setValue(self._value_at(y))
        self.show_bubble(self.title_at(self.value()), y)

    @property
    def _padding(self) -> int:
        """The room above and below the track, so that the first and last year are whole."""
        return self.fontMetrics().height()

    @property
    def _track(self) -> int:
        return max(self.height() - 2 * self._padding, 1)

    def _y_of(self, value: int) -> int:
        share = min(value, self.maximum()) / max(self.maximum(), 1)
        return self._padding + round(share * self._track)

    def _value_at(self, y: int) -> int:
        share = (y - self._padding) / self._track
        return round(min(max(share, 0.0), 1.0) * self.maximum())

    def _describe(self) -> None:
        title = self.title_at(self.value())
        if title != self.accessibleDescription():
            self.setAccessibleDescription(title)
