"""Small square pictures in rows, as many as there is room for."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from organizer.ui.models.thumbnail_loader import ROUNDING, ThumbnailLoader
from organizer.ui.models.thumbnail_reading import WantedThumbnail

_GAP = 4
_LINES_OF_TEXT = 4


class ThumbnailStrip(QWidget):
    """Shows the first of some pictures; `rows` of them, or with None all the room that there is.

    Signals:
        arranged(): Other pictures are to be seen than before.
    """

    arranged = Signal()

    def __init__(
        self, loader: ThumbnailLoader, rows: int | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._loader = loader
        self._rows = rows
        self._ids: tuple[int, ...] = ()
        vertical = QSizePolicy.Policy.Expanding if rows is None else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, vertical)
        loader.loaded.connect(self._repaint)

    def show_pictures(self, media_ids: Sequence[int], description: str) -> None:
        """Shows the pictures of `media_ids`, the first ones first; `description` is read aloud."""
        self._ids = tuple(int(media_id) for media_id in media_ids)
        self.setAccessibleName(description)
        self.update()
        self.arranged.emit()

    def shown(self) -> tuple[int, ...]:
        """The ids of the pictures for which there is room."""
        columns, rows = self._grid()
        return self._ids[: columns * rows]

    def wanted(self) -> list[WantedThumbnail]:
        """Their thumbnails, as they are painted."""
        side = round((self._step() - _GAP) * self.devicePixelRatioF())
        return [WantedThumbnail(media_id, side, side) for media_id in self.shown()]

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Some pictures side by side."""
        rows = self._rows or 3
        return QSize(5 * self._smallest() - _GAP, rows * self._smallest() - _GAP)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Two pictures side by side."""
        return QSize(2 * self._smallest() - _GAP, (self._rows or 2) * self._smallest() - _GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Has room for others."""
        super().resizeEvent(event)
        self.arranged.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paints the pictures, or their places."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        columns, _ = self._grid()
        step = self._step()
        for number, media_id in enumerate(self.shown()):
            row, column = divmod(number, columns)
            place = QRect(column * step, row * step, step - _GAP, step - _GAP)
            picture = self._loader.pixmap(media_id)
            if picture is None:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self.palette().midlight())
                painter.drawRoundedRect(place, ROUNDING, ROUNDING)
            else:
                painter.drawPixmap(place, picture)
        painter.end()

    def _grid(self) -> tuple[int, int]:
        """How many columns and rows there is room for."""
        columns = max(1, (self.width() + _GAP) // self._smallest())
        return columns, self._rows or max(1, (self.height() + _GAP) // self._step())

    def _step(self) -> int:
        """From one picture to the next; in a whole page of them they fill the width."""
        if self._rows is not None:
            return self._smallest()
        columns = max(1, (self.width() + _GAP) // self._smallest())
        return (self.width() + _GAP) // columns

    def _smallest(self) -> int:
        return self.fontMetrics().height() * _LINES_OF_TEXT + _GAP

    def _repaint(self, media_ids: frozenset[int]) -> None:
        if not media_ids.isdisjoint(self._ids):
            self.update()
