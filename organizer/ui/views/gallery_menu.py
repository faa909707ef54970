"""What can be done with the pictures of the gallery, by the right button or the keyboard."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import QMenu

from organizer.ui.views.gallery_view import GalleryView


class GalleryMenu(QMenu):
    """Opens over the pictures that are selected; more can be added to it.

    Signals:
        open_requested(), similar_requested(), favourite_requested()
        folder_requested(), copy_requested()
    """

    open_requested = Signal()
    similar_requested = Signal()
    favourite_requested = Signal()
    folder_requested = Signal()
    copy_requested = Signal()

    def __init__(self, gallery: GalleryView) -> None:
        super().__init__(gallery)
        self._gallery = gallery
        self._open = self._add(self.tr("Open"), QKeySequence(Qt.Key.Key_Return))
        self._open.triggered.connect(self.open_requested)
        self._similar = self._add(self.tr("Similar pictures"), QKeySequence("S"))
        self._similar.triggered.connect(self.similar_requested)
        self._favourite = self._add("", QKeySequence("F"))
        self._favourite.triggered.connect(self.favourite_requested)
        self.addSeparator()
        self._folder = self._add(self.tr("Show in folder"), None)
        self._folder.triggered.connect(self.folder_requested)
        self._add(self.tr("Copy"), QKeySequence(QKeySequence.StandardKey.Copy)).triggered.connect(
            self.copy_requested
        )
        for part in (gallery, gallery.viewport()):
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Opens for whoever asks: at the pointer, or from the keyboard at the current picture."""
        if not isinstance(event, QContextMenuEvent):
            return super().eventFilter(watched, event)
        viewport = self._gallery.viewport()
        point = viewport.mapFromGlobal(event.globalPos())
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            point = self._gallery.visualRect(self._gallery.currentIndex()).center()
        if self._gallery.indexAt(point).isValid() and self._describe():
            self.popup(viewport.mapToGlobal(point))
        return True

    def _add(self, text: str, keys: QKeySequence | None) -> QAction:
        """An action that names the keys which the gallery itself minds."""
        action = self.addAction(text)
        if keys is not None:
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setShortcutVisibleInContextMenu(True)
        return action

    def _describe(self) -> bool:
        """Says what can be done with what is selected; False when that is nothing."""
        rows, model = self._gallery.selected_rows(), self._gallery.media_model()
        if model is None or not len(rows):
            return False
        for action in (self._open, self._similar, self._folder):
            action.setEnabled(len(rows) == 1)
        are_favourites = bool(model.favourites_at(rows).all())
        text = self.tr("Remove favourite") if are_favourites else self.tr("Favourite")
        self._favourite.setText(text)
        return True
