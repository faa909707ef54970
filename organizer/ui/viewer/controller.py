"""Opens the viewer over the window and closes it again."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from organizer.ui.models.media_list_model import MediaListModel
from organizer.ui.viewer.favourites import Favourites
from organizer.ui.viewer.importing_ahead import ImportingAhead
from organizer.ui.views.gallery_view import GalleryView
from organizer.ui.workers.workers import Workers

if TYPE_CHECKING:
    from organizer.ui.viewer.screen import Screen

# The second one plays videos: with the libraries that it brings, it takes longest.
_MODULES = ("organizer.ui.viewer.screen", "PySide6.QtMultimedia")


class ViewerController(QObject):
    """Gives the window a viewer beside its central widget, and the gallery the keys for it.

    Signals:
        similar_requested(int): The user wants to see what looks like the picture of this id.
    """

    similar_requested = Signal(object)

    def __init__(
        self, workers: Workers, gallery: GalleryView, model: MediaListModel, window: QMainWindow
    ) -> None:
        super().__init__(window)
        self._place = workers.place
        self._gallery = gallery
        self._model = model
        self._favourites = Favourites(workers.history, model, self)
        self._screen: Screen | None = None
        self._ahead = ImportingAhead(_MODULES, model, self)
        self._pages = QStackedWidget(window)
        if (gallery_page := window.centralWidget()) is not None:
            self._pages.addWidget(gallery_page)
        window.setCentralWidget(self._pages)
        gallery.doubleClicked.connect(self.open)
        self._add_gallery_keys()

    @property
    def screen(self) -> "Screen | None":
        """The viewer at work; None before it is opened for the first time."""
        return self._screen

    @property
    def is_open(self) -> bool:
        """Whether the viewer covers the window."""
        return self._screen is not None and self._pages.currentWidget() is self._screen.viewer

    def open(self) -> None:
        """Shows the gallery's current picture."""
        index = self._gallery.currentIndex()
        if not index.isValid() or self.is_open:
            return
        if self._screen is None:
            # Imported some time after the start, which need not wait for it.
            from organizer.ui.viewer.screen import Screen

            self._screen = Screen(self._place, self._model, self._favourites, self._pages)
            self._screen.close_requested.connect(self.close)
            self._screen.similar_requested.connect(self._leave_for_similar)
            self._pages.addWidget(self._screen.viewer)
        self._pages.setCurrentWidget(self._screen.viewer)
        self._screen.begin(index.row())

    def close(self) -> None:
        """Goes back to the gallery, where the picture that was seen last is the current one."""
        if self._screen is None or not self.is_open:
            return
        row = self._screen.browsing.row
        self._screen.end()
        self._pages.setCurrentIndex(0)
        self._gallery.setFocus(Qt.FocusReason.OtherFocusReason)
        if row is not None and row != self._gallery.currentIndex().row():
            self._gallery.setCurrentIndex(self._model.index(row))

    def _leave_for_similar(self, media_id: int) -> None:
        self.close()
        self.similar_requested.emit(media_id)

    def toggle_selected(self) -> None:
        """Makes the selected pictures favourites, or takes it back; else the current one."""
        rows = self._gallery.selected_rows().tolist()
        if rows:
            self._favourites.toggle(rows)

    def stop(self) -> None:
        """Ends what goes on beside the window, which closes."""
        self._ahead.stop()
        if self._screen is not None:
            self._screen.stop()

    def _add_gallery_keys(self) -> None:
        """For the gallery alone: elsewhere, letters and Space belong to who types."""
        keys = Qt.Key
        for chosen, slot in (
            ((keys.Key_Return, keys.Key_Enter, keys.Key_Space), self.open),
            ((keys.Key_F,), self.toggle_selected),
        ):
            action = QAction(self._gallery)
            action.setShortcuts([QKeySequence(key) for key in chosen])
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(slot)
            self._gallery.addAction(action)
