"""Choosing pictures of the gallery with the mouse, one, some, or all at once."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QWidget

from organizer.ui.models.thumbnail_loader import ThumbnailLoader
from organizer.ui.views.gallery_band import RubberBand
from organizer.ui.views.gallery_canvas import GalleryCanvas, Index
from organizer.ui.views.gallery_grip import Grip
from organizer.ui.views.gallery_selection import GallerySelection, ranges_of, united


class ChoosingCanvas(GalleryCanvas):
    """A GalleryCanvas in which pictures are chosen.

    Attributes:
        chosen: What is selected.

    Signals:
        current_changed(int): The row of the current picture, -1 for none.
        selection_changed(object): The rows of the selected pictures, ascending, int64 of shape
            (n,); that of the current one where none is selected. Once for all that one gesture
            changes.
        drag_wanted(): The user pulls at what is selected, to have it elsewhere.
    """

    current_changed = Signal(int)
    selection_changed = Signal(object)
    drag_wanted = Signal()

    def __init__(self, loader: ThumbnailLoader, parent: QWidget | None = None) -> None:
        super().__init__(loader, parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.chosen = GallerySelection(self)
        self._band = RubberBand(self)
        self._band.pulled.connect(self._select_in_band)
        self._kept: list[range] = []
        self._grip = Grip()
        self._telling = QTimer(self, singleShot=True, interval=0)
        self._telling.timeout.connect(self._tell_selection)

    @property
    def is_pulling(self) -> bool:
        """Whether a rectangle is being pulled over pictures."""
        return self._band.is_pulled

    def selected_rows(self) -> NDArray[np.int64]:
        """The rows of the selected pictures; that of the current one where none is selected."""
        rows = self.chosen.rows
        if not len(rows) and self.currentIndex().isValid():
            return np.array([self.currentIndex().row()], dtype=np.int64)
        return rows

    def selected_ids(self) -> tuple[int, ...]:
        """The ids of the pictures that are selected, in the order in which they are shown."""
        model = self.media_model()
        return () if model is None else tuple(model.ids_at(self.chosen.rows).tolist())

    def select_rows(self, rows: NDArray[np.int64], current: int) -> None:
        """Selects the ascending `rows` and makes the picture in the row `current` current."""
        self.chosen.make_current(current)
        self.chosen.select(ranges_of(rows))

    def select_current_only(self) -> None:
        """Ends the selection of several pictures."""
        row = self.currentIndex().row()
        self.chosen.select([range(row, row + 1)] if row >= 0 else [])

    def follow_selection(self) -> None:
        """Tells what is selected, when the gesture is over that changes it."""
        self._telling.start()

    def selectAll(self) -> None:  # noqa: N802 - Qt's name
        """Selects every picture, as one range: Qt's own way asks for each row."""
        model = self.model()
        if model is not None and model.rowCount():
            self.chosen.select([range(model.rowCount())])

    def setSelection(  # noqa: N802 - Qt's name
        self, rect: QRect, command: QItemSelectionModel.SelectionFlag
    ) -> None:
        """Selects the pictures that a rectangle of the viewport touches."""
        area = rect.normalized().translated(0, self.verticalOffset())
        self.chosen.select(self.content.rows_in(area), command)

    def selectionChanged(  # noqa: N802 - Qt's name
        self, selected: QItemSelection, deselected: QItemSelection
    ) -> None:
        """Follows what is selected."""
        super().selectionChanged(selected, deselected)
        self.follow_selection()

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """Tells which picture is current."""
        super().currentChanged(current, previous)
        self.viewport().update()
        self._telling.start()
        self.current_changed.emit(current.row())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Selects what is pressed on; a rectangle may be pulled from there.

        What is selected already stays so until it is known whether it is clicked or dragged.
        """
        position, modifiers = event.position().toPoint(), event.modifiers()
        index = self.indexAt(position)
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        # What is pressed on must not move away under the pointer.
        self.setAutoScroll(False)
        is_selected = index.isValid() and self.selectionModel().isSelected(index)
        if event.button() == Qt.MouseButton.LeftButton and is_selected and not modifiers & held:
            self._grip.press(index.row(), position)
        elif event.button() == Qt.MouseButton.LeftButton:
            if index.isValid():
                self.chosen.press(index.row(), modifiers)
            elif not modifiers & held:
                self.chosen.select([])
            self._kept = self.chosen.ranges if modifiers & held else []
            self._band.press(position)
        elif index.isValid() and not is_selected:
            self.chosen.press(index.row(), Qt.KeyboardModifier.NoModifier)
        self.setAutoScroll(True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Pulls the rectangle, or at what is selected."""
        if not event.buttons() & Qt.MouseButton.LeftButton:
            return
        position = event.position().toPoint()
        if not self._grip.is_held:
            self._band.move(position)
        elif self._grip.is_pulled_to(position):
            self.drag_wanted.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Ends the rectangle; without one, it was a click."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        index = self.indexAt(event.position().toPoint())
        clicked = self._grip.release()
        if clicked is not None:
            self.chosen.press(clicked, Qt.KeyboardModifier.NoModifier)
        if not self._band.is_pulled and index.isValid():
            self.clicked.emit(index)
        self._band.release()
        self.follow_selection()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Opens what it is done on."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.doubleClicked.emit(index)
            self.activated.emit(index)

    def paint_over(self, painter: QPainter) -> None:
        """Paints the rectangle that is being pulled."""
        self._band.paint(painter, self.palette())

    def _tell_selection(self) -> None:
        self.selection_changed.emit(self.selected_rows())

    def _select_in_band(self, area: QRect) -> None:
        self.chosen.select(united([*self._kept, *self.content.rows_in(area)]))
