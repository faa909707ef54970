"""Swatches to choose the colour of a category from."""

from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QColorDialog, QPushButton, QWidget

from organizer.tagging.new_categories import COLOURS
from organizer.ui.views.flow_layout import FlowLayout

_RING = 2.0


class Swatch(QAbstractButton):
    """A round button of one colour; a ring is around the chosen one."""

    def __init__(self, colour: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colour = colour
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As large as a line of text asks for."""
        side = self.fontMetrics().height() + 12
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paints the colour, a ring when it is chosen, and another for the keyboard's focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(_RING, _RING, -_RING, -_RING)
        if self.isChecked():
            painter.setPen(QPen(self.palette().text().color(), _RING))
            painter.drawEllipse(whole)
        elif self.hasFocus() or self.underMouse():
            painter.setPen(QPen(self.palette().mid().color(), 1))
            painter.drawEllipse(whole)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colour))
        painter.drawEllipse(whole.adjusted(4, 4, -4, -4))
        if self.isChecked() and self.hasFocus():
            painter.setBrush(QColor(Qt.GlobalColor.white))
            painter.drawEllipse(QPointF(whole.center()), 3, 3)
        painter.end()


class ColourChoice(QWidget):
    """Some colours that go with both themes, and any other.

    Signals:
        chosen(str): The colour is another one, as #rrggbb.
    """

    chosen = Signal(str)

    def __init__(self, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = colour
        self._group = QButtonGroup(self)
        self._flow = FlowLayout(self, spacing=2)
        self._swatches = [
            self._swatch(one, name) for one, name in zip(COLOURS, self._names(), strict=True)
        ]
        self._own = self._swatch(colour, self.tr("Its own colour"))
        self._other = QPushButton(self.tr("Other…"), self)
        self._other.setAutoDefault(False)
        self._other.setAccessibleName(self.tr("Choose another colour"))
        self._other.clicked.connect(self._choose_any)
        self._flow.addWidget(self._other)
        self.show_colour(colour)

    @property
    def colour(self) -> str:
        """The colour chosen, as #rrggbb."""
        return self._colour

    def swatches(self) -> dict[str, Swatch]:
        """The swatches that are shown, by their colours."""
        shown = [one for one in (*self._swatches, self._own) if not one.isHidden()]
        return {swatch.colour: swatch for swatch in shown}

    def show_colour(self, colour: str) -> None:
        """Marks `colour`, which gets a swatch of its own where it is none of those offered."""
        self._colour = colour
        offered = [swatch for swatch in self._swatches if swatch.colour == colour]
        self._own.setVisible(not offered)
        self._own.colour = colour
        (offered or [self._own])[0].setChecked(True)
        self._own.update()
        self.updateGeometry()

    def _swatch(self, colour: str, name: str) -> Swatch:
        swatch = Swatch(colour, name, self)
        swatch.clicked.connect(partial(self._choose, swatch))
        self._group.addButton(swatch)
        self._flow.addWidget(swatch)
        return swatch

    def _choose(self, swatch: Swatch, _checked: bool = False) -> None:
        self._colour = swatch.colour
        self.chosen.emit(self._colour)

    def _choose_any(self) -> None:
        dialog = QColorDialog(QColor(self._colour), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Colour of the category"))
        dialog.colorSelected.connect(self._take_any)
        dialog.open()

    def _take_any(self, colour: QColor) -> None:
        self.show_colour(colour.name())
        self.chosen.emit(self._colour)

    def _names(self) -> tuple[str, ...]:
        return (
            self.tr("Red"),
            self.tr("Orange"),
            self.tr("Amber"),
            self.tr("Olive"),
            self.tr("Green"),
            self.tr("Teal"),
            self.tr("Sky blue"),
            self.tr("Blue"),
            self.tr("Violet"),
            self.tr("Purple"),
            self.tr("Pink"),
            self.tr("Brown"),
        )
