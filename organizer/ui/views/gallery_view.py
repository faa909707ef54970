"""The gallery: looking through pictures by keyboard, by date, and doing something with them."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from organizer.ui.models.thumbnail_loader import ThumbnailLoader
from organizer.ui.views.gallery_actions import SelectionBar
from organizer.ui.views.gallery_canvas import Index
from organizer.ui.views.gallery_choosing import ChoosingCanvas
from organizer.ui.views.gallery_dates import GalleryDates
from organizer.ui.views.gallery_keys import ACTIONS, CursorPath, tell_focus
from organizer.ui.views.gallery_memory import KeptPlace

_Action = QAbstractItemView.CursorAction


class GalleryView(ChoosingCanvas):
    """A ChoosingCanvas with a keyboard, a date scrubber and a bar for what is selected.

    Attributes:
        dates: Years and months, by scrubbing and by typing.
        scrubber: The years at the right edge.
        selection_bar: What can be done with several pictures; more can be added to it.

    Signals:
        favourite_requested(): What is selected is to be a favourite, or no longer.
    """

    favourite_requested = Signal()

    def __init__(self, loader: ThumbnailLoader, parent: QWidget | None = None) -> None:
        super().__init__(loader, parent)
        self._path = CursorPath()
        self.dates = GalleryDates(self)
        self.dates.section_chosen.connect(self._go_to_section)
        self.scrubber = self.dates.scrubber
        self.selection_bar = SelectionBar(self)
        self.selection_bar.hide()
        self.selection_bar.favourite_requested.connect(self.favourite_requested)
        self.selection_bar.clear_requested.connect(self.select_current_only)
        self._side = self.scrubber.sizeHint().width()
        self._set_margins()

    def setModel(self, model: QAbstractItemModel | None) -> None:  # noqa: N802 - Qt's name
        """Shows `model`; what is current and selected survives when its pictures change."""
        super().setModel(model)
        if model is not None:
            place = KeptPlace(self, self.chosen)
            model.modelAboutToBeReset.connect(place.remember)
            # After the view and its selection have forgotten everything.
            model.modelReset.connect(place.restore)
            model.modelReset.connect(self.follow_selection)

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

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """Lets screen readers know which picture is current."""
        super().currentChanged(current, previous)
        if self.hasFocus() and current.isValid():
            tell_focus(self, current.row())

    def follow_selection(self) -> None:
        """Shows the bar while several pictures are selected."""
        super().follow_selection()
        self._describe_selection()
        bar, is_several = self.selection_bar, self.chosen.count > 1
        # While a rectangle is pulled, nothing moves under the pointer.
        if bar.isHidden() is is_several and not self.is_pulling:
            bar.setVisible(is_several)
            self._set_margins()

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
            is_mine = self.dates.typing.is_under_way or self.chosen.count > 1
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
                self.chosen.move_to(target.row(), modifiers)
        elif key == Qt.Key.Key_Escape and self.chosen.count > 1:
            self.select_current_only()
        elif key == Qt.Key.Key_Space and modifiers & Qt.KeyboardModifier.ControlModifier:
            self.chosen.toggle(max(self.currentIndex().row(), 0))
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Space) or event.matches(
            QKeySequence.StandardKey.Copy
        ):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Puts the scrubber and the bar beside the pictures."""
        super().resizeEvent(event)
        view = self.viewport().geometry()
        self.scrubber.setGeometry(view.right() + 1, view.top(), self._side, view.height())
        bar = self.selection_bar
        bar.setGeometry(0, view.bottom() + 1, view.width() + self._side, bar.sizeHint().height())

    def _go_to_section(self, number: int) -> None:
        first = self.content.sections[number].first
        self.chosen.press(first, Qt.KeyboardModifier.NoModifier)
        self.verticalScrollBar().setValue(self.content.section_top(number))

    def _set_margins(self) -> None:
        bar = self.selection_bar
        bottom = 0 if bar.isHidden() else bar.sizeHint().height()
        self.setViewportMargins(0, 0, self._side, bottom)

    def _describe_selection(self) -> None:
        model, ranges = self.media_model(), self.chosen.ranges
        if model is not None:
            are_favourites = bool(ranges) and model.are_favourites(ranges)
            self.selection_bar.show_selection(self.chosen.count, are_favourites)
