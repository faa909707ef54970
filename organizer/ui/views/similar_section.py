"""The pictures that look like the chosen one, in the detail panel."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from organizer.library.thumbnails import ThumbnailStore
from organizer.ui.models.thumbnail_loader import ROUNDING, ThumbnailLoader
from organizer.ui.models.thumbnail_reading import WantedThumbnail
from organizer.ui.views.labels import label

MOST_SHOWN = 8
"""How many pictures there is room for."""

_COLUMNS = 4
_GAP = 6


class SimilarSection(QWidget):
    """Shows up to MOST_SHOWN pictures as buttons, and one for all; hidden when there are none.

    Signals:
        chosen(int): The user wants to see the picture of this id.
        all_requested(): The user wants to see all similar ones.
    """

    chosen = Signal(object)
    all_requested = Signal()

    def __init__(self, store: ThumbnailStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loader = ThumbnailLoader(store, self)
        self._loader.loaded.connect(self._repaint)
        self._ids: tuple[int, ...] = ()
        heading = label(self.tr("Similar"), "heading", self)
        self.show_all = QPushButton(self.tr("Show all"), self)
        self.show_all.setProperty("role", "flat")
        self.show_all.setToolTip(self.tr("All pictures that look like this one (S)"))
        self.show_all.clicked.connect(self.all_requested)
        top = QHBoxLayout()
        top.addWidget(heading, 1)
        top.addWidget(self.show_all)
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP)
        self._buttons = [ThumbnailButton(self._loader, self) for _ in range(MOST_SHOWN)]
        for number, button in enumerate(self._buttons):
            button.clicked.connect(self._choose)
            button.resized.connect(self._want)
            self._grid.addWidget(button, *divmod(number, _COLUMNS))
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addLayout(self._grid)
        self.hide()

    @property
    def ids(self) -> tuple[int, ...]:
        """The ids of the pictures that are shown."""
        return self._ids

    def buttons(self) -> list["ThumbnailButton"]:
        """The pictures that are shown, in their order."""
        return self._buttons[: len(self._ids)]

    def show_pictures(self, media_ids: tuple[int, ...]) -> None:
        """Shows the first pictures of `media_ids`."""
        if media_ids[:MOST_SHOWN] == self._ids:
            return
        self._ids = media_ids[:MOST_SHOWN]
        name = self.tr("Similar picture {position} of {total}")
        for number, button in enumerate(self._buttons):
            is_used = number < len(self._ids)
            button.setVisible(is_used)
            if is_used:
                button.media_id = self._ids[number]
                text = name.format(position=number + 1, total=len(self._ids))
                button.setAccessibleName(text)
                button.update()
        self.setVisible(bool(self._ids))
        self._want()

    def stop(self) -> None:
        """Reads no more thumbnails."""
        self._loader.stop()

    def _choose(self) -> None:
        button = self.sender()
        if isinstance(button, ThumbnailButton):
            self.chosen.emit(button.media_id)

    def _want(self) -> None:
        ratio = self.devicePixelRatioF()
        side = round(self._buttons[0].width() * ratio)
        self._loader.want([WantedThumbnail(one, side, side) for one in self._ids], ratio)

    def _repaint(self, media_ids: frozenset[int]) -> None:
        for button in self.buttons():
            if button.media_id in media_ids:
                button.update()


class ThumbnailButton(QAbstractButton):
    """A square picture that can be pressed.

    Signals:
        resized(): Its picture is wanted in another size.
    """

    resized = Signal()

    def __init__(self, loader: ThumbnailLoader, parent: QWidget) -> None:
        super().__init__(parent)
        self._loader = loader
        self.media_id = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A quarter of a narrow panel."""
        return QSize(54, 54)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Stays a square; asks for the picture in the new size."""
        super().resizeEvent(event)
        if self.height() != self.width():
            self.setFixedHeight(self.width())
        self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paints the picture or its place, and a frame while it is pointed at or has focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        picture = self._loader.pixmap(self.media_id)
        place = self.rect()
        if picture is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.palette().midlight())
            painter.drawRoundedRect(place, ROUNDING, ROUNDING)
        else:
            painter.drawPixmap(place, picture, QRect(0, 0, picture.width(), picture.height()))
        if self.hasFocus() or self.underMouse():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.palette().highlight().color(), 3 if self.hasFocus() else 2))
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), ROUNDING - 1, ROUNDING - 1)
        painter.end()
