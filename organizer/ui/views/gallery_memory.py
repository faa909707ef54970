"""What the gallery looks at and has chosen survives when it is shown other pictures."""

import numpy as np
from PySide6.QtCore import QItemSelectionModel, QObject

from organizer.ui.views.gallery_canvas import GalleryCanvas
from organizer.ui.views.gallery_selection import GallerySelection, ranges_of

# Qt compares each range with each other one.
_MOST_RANGES = 1000


class KeptPlace(QObject):
    """Remembers pictures by their ids, for rows are others afterwards."""

    def __init__(self, view: GalleryCanvas, selection: GallerySelection) -> None:
        super().__init__(view)
        self._view = view
        self._selection = selection
        self._looked_at: tuple[int, int] | None = None
        self._current: int | None = None
        self._selected = np.zeros(0, np.int64)

    def remember(self) -> None:
        """To be called before the pictures change."""
        view, model = self._view, self._view.media_model()
        if model is None:
            return
        row, current = view.row_looked_at(), view.currentIndex().row()
        self._looked_at = None
        if row is not None:
            self._looked_at = (model.id_at(row), view.visualRect(model.index(row)).top())
        self._current = model.id_at(current) if current >= 0 else None
        self._selected = model.ids_at(self._selection.rows)

    def restore(self) -> None:
        """To be called afterwards: what is still shown is current, selected and in view again."""
        view, model = self._view, self._view.media_model()
        if model is None:
            return
        looked_at = None if self._looked_at is None else model.row_of(self._looked_at[0])
        if self._looked_at is not None and looked_at is not None:
            view.show_row_at(looked_at, self._looked_at[1])
        else:
            view.verticalScrollBar().setValue(0)
        ranges = ranges_of(model.rows_of(self._selected))
        if len(ranges) <= _MOST_RANGES:
            self._selection.select(ranges)
        current = None if self._current is None else model.row_of(self._current)
        if current is not None:
            no_update = QItemSelectionModel.SelectionFlag.NoUpdate
            # What is current may lie anywhere; the view stays where it is.
            view.setAutoScroll(False)
            view.selectionModel().setCurrentIndex(model.index(current), no_update)
            view.setAutoScroll(True)
