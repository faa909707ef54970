"""Where the user was in the gallery, from one window to the next."""

from PySide6.QtCore import QItemSelectionModel, QObject

from organizer.ui.models.media_list_model import MediaListModel
from organizer.ui.preferences import Preferences
from organizer.ui.views.gallery_view import GalleryView


class LastView(QObject):
    """Scrolls a new window to where the last one was, as soon as there are pictures."""

    def __init__(
        self,
        gallery: GalleryView,
        model: MediaListModel,
        preferences: Preferences,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._gallery = gallery
        self._model = model
        self._preferences = preferences
        self._is_restored = False

    def restore(self) -> None:
        """To be called when pictures have come; does something the first time only."""
        if self._is_restored or not self._model.rowCount():
            return
        self._is_restored = True
        current, looked_at, top = self._preferences.last_view
        row = self._model.row_of(current) if current else None
        if row is not None:
            # What is current may lie anywhere; the view goes to what was looked at.
            self._gallery.setAutoScroll(False)
            self._gallery.selectionModel().setCurrentIndex(
                self._model.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self._gallery.setAutoScroll(True)
        row = self._model.row_of(looked_at) if looked_at else None
        if row is not None:
            self._gallery.show_row_at(row, top)

    def save(self) -> None:
        """Keeps where the user is."""
        if not self._model.rowCount():
            return
        current, row = self._gallery.currentIndex().row(), self._gallery.row_looked_at()
        self._preferences.last_view = (
            self._model.id_at(current) if current >= 0 else 0,
            0 if row is None else self._model.id_at(row),
            0 if row is None else self._gallery.visualRect(self._model.index(row)).top(),
        )
