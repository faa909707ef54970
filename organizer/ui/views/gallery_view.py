"""The gallery: looking through pictures, and choosing some of them."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QWidget

from organizer.ui.models.thumbnail_loader import ThumbnailLoader
from organizer.ui.views.gallery_actions import SelectionBar
from organizer.ui.views.gallery_band import RubberBand
from organizer.ui.views.gallery_canvas import GalleryCanvas
from organizer.ui.views.gallery_dates import GalleryDates
from organizer.ui.views.gallery_keys import ACTIONS, CursorPath, tell_focus
from organizer.ui.views.gallery_memory import KeptPlace
from organizer.ui.views.gallery_selection import GallerySelection, united

_Action = QAbstractItemView.CursorAction
Index = QModelIndex | QPersistentModelIndex


class GalleryView(GalleryCanvas):
    """A GalleryCanvas with mouse, keyboard, a date scrubber and a bar for what is selected.

    Attributes:
        dates: Years and months, by scrubbing and by typing.
        scrubber: The years at the right edge.
        selection_bar: What can be done with several pictures; more can be added to it.

    Signals:
        current_changed(int): The row of the current picture, -1 for none.
        selection_changed(tuple[int, ...]): The ids of the pictures that are selected, in order.
        favourite_requested(tuple[int, ...], bool): Pictures are to be favourites, or not.
    """

    current_changed = Signal(int)
    selection_changed = Signal(object)
    favourite_requested = Signal(object, bool)

    def __init__(self, loader: ThumbnailLoader, parent: QWidget | None = None) -> None:
        super().__init__(loader, parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._selection = GallerySelection(self)
        self._path = CursorPath()
        self._band = RubberBand(self, self.verticalOffset)
        self._band.pulled.connect(self._select_in_band)
        self._kept: list[range] = []
        self.dates = GalleryDates(self)
        self.dates.section_chosen.connect(self._go_to_section)
        self.scrubber = self.dates.scrubber
        self.selection_bar = SelectionBar(self)
        self.selection_bar.hide()
        self.selection_bar.favourite_requested.connect(self._request_favourite)
        self.selection_bar.clear_requested.connect(self.select_current_only)
        self._side = self.scrubber.sizeHint().width()
        self._set_margins()

    def select_current_only(self) -> None:
        """Ends the selection of several pictures."""
        row = self.currentIndex().row()
        self._selection.select([range(row, row + 1)] if row >= 0 else [])

    def setModel(self, model: QAbstractItemModel | None) -> None:  # noqa: N802 - Qt's name
        """Shows `model`; what is current and selected survives when its pictures change."""
        super().setModel(model)
        if model is not None:
            place = KeptPlace(self, self._selection)
            model.modelAboutToBeReset.connect(place.remember)
            # After the view and its selection have forgotten everything.
            model.modelReset.connect(place.restore)
            model.modelReset.connect(self._tell_selection)

    def moveCursor(  # noqa: N802 - Qt's name
        self,
        action: _Action,
        modifiers: Qt.KeyboardModifier,  # noqa: ARG002
    ) -> QModelIndex:
        """The picture that a key leads to from the current one."""
        model, current = self.model(), self.currentIndex().row()
        if model is None or not model.rowCount():
            return QModelIndex()
        if current < 0 and action not in (_Action.MoveHome, _Action.MoveEnd):
            return model.index(self.row_looked_at() or 0, 0)
        height = self.viewport().height()
        return model.index(self._path.target(self.content, current, action, height), 0)

    def setSelection(  # noqa: N802 - Qt's name
        self, rect: QRect, command: QItemSelectionModel.SelectionFlag
    ) -> None:
        """Selects the pictures that a rectangle of the viewport touches."""
        area = rect.normalized().translated(0, self.verticalOffset())
        self._selection.select(self.content.rows_in(area), command)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """Tells which picture is current."""
        super().currentChanged(current, previous)
        self.viewport().update()
        if self.hasFocus() and current.isValid():
            tell_focus(self, current.row())
        self.current_changed.emit(current.row())

    def selectionChanged(  # noqa: N802 - Qt's name
        self, selected: QItemSelection, deselected: QItemSelection
    ) -> None:
        """Tells which pictures are selected."""
        super().selectionChanged(selected, deselected)
        self._tell_selection()

    def dataChanged(  # noqa: N802 - Qt's name
        self, top_left: Index, bottom_right: Index, roles: Sequence[int] = ()
    ) -> None:
        """Tells anew what is selected: it may have become a favourite."""
        super().dataChanged(top_left, bottom_right, roles)
        self._describe_selection()

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        """Nothing: pictures have no names, and going through all of them takes time."""

    def event(self, event: QEvent) -> bool:
        """Keeps Escape from the window while it ends something here."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            is_mine = self.dates.typing.is_under_way or self._selection.count > 1
            if event.key() == Qt.Key.Key_Escape and is_mine:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Moves, selects, and jumps to years that are typed."""
        key, modifiers = event.key(), event.modifiers()
        if self.dates.typing.take(event):
            return
        if key in ACTIONS:
            target = self.moveCursor(ACTIONS[Qt.Key(key)], modifiers)
            if target.isValid():
                self._selection.move_to(target.row(), modifiers)
        elif key == Qt.Key.Key_Escape and self._selection.count > 1:
            self.select_current_only()
        elif key == Qt.Key.Key_F and not modifiers:
            self.selection_bar.favourite_button.click()
        elif key == Qt.Key.Key_Space and modifiers & Qt.KeyboardModifier.ControlModifier:
            self._selection.toggle(max(self.currentIndex().row(), 0))
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Space) or event.matches(
            QKeySequence.StandardKey.Copy
        ):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Selects what is pressed on; a rectangle may be pulled from there."""
        row, modifiers = self.row_at(event.position().toPoint()), event.modifiers()
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        # What is pressed on must not move away under the pointer.
        self.setAutoScroll(False)
        if event.button() == Qt.MouseButton.LeftButton:
            if row is not None:
                self._selection.press(row, modifiers)
            elif not modifiers & held:
                self._selection.select([])
            self._kept = self._selection.ranges if modifiers & held else []
            self._band.press(event.position().toPoint())
        elif row is not None and not self.selectionModel().isSelected(self.model().index(row, 0)):
            self._selection.press(row, Qt.KeyboardModifier.NoModifier)
        self.setAutoScroll(True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Pulls the rectangle."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._band.move(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Ends the rectangle; without one, it was a click."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        index = self.indexAt(event.position().toPoint())
        if not self._band.is_pulled and index.isValid():
            self.clicked.emit(index)
        self._band.release()
        self._tell_selection()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Opens what it is done on."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.doubleClicked.emit(index)
            self.activated.emit(index)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Puts the scrubber and the bar beside the pictures."""
        super().resizeEvent(event)
        view = self.viewport().geometry()
        self.scrubber.setGeometry(view.right() + 1, view.top(), self._side, view.height())
        bar = self.selection_bar
        bar.setGeometry(0, view.bottom() + 1, view.width() + self._side, bar.sizeHint().height())

    def paint_over(self, painter: QPainter) -> None:
        """Paints the rectangle that is being pulled."""
        self._band.paint(painter, self.palette())

    def _go_to_section(self, number: int) -> None:
        first = self.content.sections[number].first
        self._selection.press(first, Qt.KeyboardModifier.NoModifier)
        self.verticalScrollBar().setValue(self.content.section_top(number))

    def _set_margins(self) -> None:
        bar = self.selection_bar
        bottom = 0 if bar.isHidden() else bar.sizeHint().height()
        self.setViewportMargins(0, 0, self._side, bottom)

    def _tell_selection(self) -> None:
        model, bar, count = self.media_model(), self.selection_bar, self._selection.count
        if model is None:
            return
        self._describe_selection()
        # While a rectangle is pulled, nothing moves under the pointer.
        if bar.isHidden() is (count > 1) and not self._band.is_pulled:
            bar.setVisible(count > 1)
            self._set_margins()
        self.selection_changed.emit(model.ids_in(self._selection.ranges))

    def _describe_selection(self) -> None:
        model, ranges = self.media_model(), self._selection.ranges
        if model is not None:
            are_favourites = bool(ranges) and model.are_favourites(ranges)
            self.selection_bar.show_selection(self._selection.count, are_favourites)

    def _select_in_band(self, area: QRect) -> None:
        self._selection.select(united([*self._kept, *self.content.rows_in(area)]))

    def _request_favourite(self, is_favourite: bool) -> None:
        model, ranges = self.media_model(), self._selection.ranges
        if model is not None and ranges:
            self.favourite_requested.emit(model.ids_in(ranges), is_favourite)
