"""Opens the window of duplicates, and shows in the gallery what is chosen there."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from organizer.errors import OrganizerError
from organizer.library.filters import Filter
from organizer.library.thumbnails import ThumbnailStore
from organizer.ui.error_messages import error_text
from organizer.ui.models.media_list_model import MediaListModel
from organizer.ui.views.gallery_view import GalleryView
from organizer.ui.workers.hearing import Hearing
from organizer.ui.workers.workers import Workers

if TYPE_CHECKING:
    from organizer.ui.duplicates.finder import DuplicateFinder
    from organizer.ui.duplicates.window import DuplicatesWindow

_REFRESH_MILLISECONDS = 250


class DuplicatesController(QObject):
    """Stands between the main window and the window of duplicates, of which there is one at most.

    Attributes:
        dialog: The window of duplicates, while it is open.

    Signals:
        filter_chosen(Filter): Something else is to be shown in the gallery.
    """

    filter_chosen = Signal(object)

    def __init__(
        self, workers: Workers, gallery: GalleryView, model: MediaListModel, window: QWidget
    ) -> None:
        super().__init__(window)
        self._workers = workers
        self._gallery = gallery
        self._model = model
        self._window = window
        self._finder: DuplicateFinder | None = None
        self._wanted: int | None = None
        self.dialog: DuplicatesWindow | None = None
        self._refreshing = QTimer(self, singleShot=True, interval=_REFRESH_MILLISECONDS)
        self._refreshing.timeout.connect(self._ask_distinct)
        model.modelReset.connect(self._show_wanted)
        self._hearing = Hearing(workers.indexing.library_changed.connect(self._refresh_soon))

    def open(self) -> None:
        """Looks for duplicates, and shows them."""
        if self.dialog is not None:
            self.dialog.raise_()
            self.dialog.activateWindow()
            return
        # Seldom needed: at the start they would only take time.
        from organizer.ui.duplicates.finder import DuplicateFinder
        from organizer.ui.duplicates.window import DuplicatesWindow

        store = ThumbnailStore(self._workers.place.thumbnails)
        dialog = DuplicatesWindow(self._workers.history, store, self._window)
        finder = DuplicateFinder(self._workers.place, self._workers.indexing, self)
        finder.progressed.connect(dialog.show_progress)
        finder.found.connect(dialog.show_groups)
        finder.cancelled.connect(dialog.show_stopped)
        finder.distinct_told.connect(dialog.show_distinct)
        finder.failed.connect(self._show_error)
        finder.crashed.connect(dialog.show_stopped)
        dialog.search_requested.connect(finder.search)
        dialog.cancel_requested.connect(finder.cancel)
        dialog.picture_opened.connect(self.show_picture)
        dialog.finished.connect(self._forget)
        self.dialog, self._finder = dialog, finder
        finder.search()
        dialog.show()

    def show_picture(self, media_id: int) -> None:
        """Makes a picture current in the gallery, whatever is filtered for."""
        self._wanted = media_id
        if self._model.row_of(media_id) is None:
            self.filter_chosen.emit(Filter())
        else:
            self._show_wanted()
        self._window.raise_()
        self._window.activateWindow()

    def close(self) -> None:
        """Closes the window of duplicates, and hears no more of the library."""
        self._hearing.end()
        self._refreshing.stop()
        if self.dialog is not None:
            self.dialog.reject()

    def _show_wanted(self) -> None:
        row = None if self._wanted is None else self._model.row_of(self._wanted)
        if row is not None:
            self._wanted = None
            self._gallery.select_rows(np.array([row], np.int64), row)
            self._gallery.scrollTo(self._model.index(row))
            self._gallery.setFocus()

    def _show_error(self, error: OrganizerError) -> None:
        if self.dialog is not None:
            self.dialog.show_stopped(error_text(error))

    def _refresh_soon(self) -> None:
        if self.dialog is not None and not self._refreshing.isActive():
            self._refreshing.start()

    def _ask_distinct(self) -> None:
        if self._finder is not None:
            self._finder.ask_distinct()

    def _forget(self) -> None:
        if self._finder is not None:
            self._finder.stop()
            self._finder.deleteLater()
            self._finder = None
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
