"""Has done what the user wants of albums, and keeps the window's parts up to date with them."""

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from organizer.library.album_storage import new_album_id
from organizer.library.edits import (
    AddToAlbum,
    CreateAlbum,
    RemoveAlbum,
    RemoveFromAlbum,
    RenameAlbum,
)
from organizer.library.filters import Filter
from organizer.library.records import Album
from organizer.ui.albums.album_menu import AlbumMenu
from organizer.ui.albums.drops import AlbumDrops
from organizer.ui.albums.name_dialog import NameDialog
from organizer.ui.albums.rows import AlbumRows
from organizer.ui.icons import icon
from organizer.ui.views.gallery_view import GalleryView
from organizer.ui.views.top_bar import TopBar
from organizer.ui.workers.workers import Workers


class AlbumController(QObject):
    """Stands between `gallery`, the `rows` of the sidebar and the library.

    Attributes:
        menu: Asks into which album the selected pictures are to come.
        add_action: Opens it.
        remove_action: Takes the selected pictures out of the album that is shown.
        dialog: The dialog that is open, if any.

    Signals:
        filter_chosen(Filter): Something else is to be shown.
        told(str): What came of it, for a notice.
    """

    filter_chosen = Signal(object)
    told = Signal(str)

    def __init__(
        self,
        workers: Workers,
        gallery: GalleryView,
        rows: AlbumRows,
        top_bar: TopBar,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._history = workers.history
        self._gallery = gallery
        self._top_bar = top_bar
        self._window = window
        self._albums: tuple[Album, ...] = ()
        self._shown: int | None = None
        self.dialog: NameDialog | None = None
        self.menu = self.new_menu(window)
        self.add_action = self._action("album_add", self.tr("Add to album…"), "A")
        self.add_action.triggered.connect(self.open_menu)
        self.remove_action = self._action("album_remove", self.tr("Remove from this album"), "Del")
        self.remove_action.triggered.connect(self.remove_selected)
        for action in (self.add_action, self.remove_action):
            gallery.selection_bar.add_action(action)
        self._offer_removal(is_offered=False)
        rows.new_requested.connect(self.create)
        rows.only_requested.connect(self._show_only)
        rows.rename_requested.connect(self.rename)
        rows.removal_requested.connect(self.remove)
        drops = AlbumDrops(rows.tree, workers.place.database)
        drops.dropped.connect(self.add)
        drops.dropped_on_new.connect(self.create_with)

    def new_menu(self, parent: QWidget) -> AlbumMenu:
        """A menu that adds the selected pictures to an album, for any place in the window."""
        menu = AlbumMenu(self.albums, parent)
        menu.chosen.connect(self.add_selected)
        menu.named.connect(self.create_with_selected)
        return menu

    def add_to_menu(self, menu: QMenu) -> None:
        """Offers in `menu` what can be done with the selected pictures and albums."""
        menu.addSeparator()
        menu.addMenu(self.new_menu(menu)).setText(self.tr("Add to album"))
        menu.addAction(self.remove_action)

    def albums(self) -> tuple[Album, ...]:
        """The albums as far as they are known."""
        return self._albums

    def show_albums(self, albums: tuple[Album, ...], chosen: Filter) -> None:
        """Knows the albums as they are now, and which of them are shown."""
        self._albums = albums
        self._top_bar.show_albums({album.id: album.name for album in albums})
        self._shown = chosen.albums[0] if len(chosen.albums) == 1 else None
        self._offer_removal(is_offered=self._shown is not None)

    def open_menu(self) -> None:
        """Asks into which album the selected pictures are to come."""
        if len(self._gallery.selected_rows()):
            self.menu.popup(self._place_of_menu())

    def create(self) -> None:
        """Asks for a new album; several selected pictures come into it."""
        ids = self._gallery.selected_ids()
        self.create_with(ids if len(ids) > 1 else ())

    def create_with(self, media_ids: tuple[int, ...]) -> None:
        """Asks for a new album of these pictures, which may be none."""
        note = ""
        if media_ids:
            note = self.tr("%n selected picture(s) will be in it.", "", len(media_ids))
        dialog = self._ask(self.tr("New album"), self.tr("Make album"), self._names(), note)
        dialog.named.connect(lambda name: self._create(name, media_ids))

    def create_with_selected(self, name: str) -> None:
        """Makes an album of the selected pictures."""
        self._create(name, self._selected())

    def rename(self, album_id: int) -> None:
        """Asks for another name."""
        album = self._found(album_id)
        if album is None:
            return
        others = [name for name in self._names() if name != album.name]
        dialog = self._ask(self.tr("Rename album"), self.tr("Rename"), others)
        dialog.field.setText(album.name)
        dialog.field.selectAll()
        dialog.named.connect(lambda name: self._rename(album, name))

    def remove(self, album_id: int) -> None:
        """Removes an album; its pictures stay, and undo brings it back with them."""
        album = self._found(album_id)
        if album is not None:
            text = self.tr("Remove album {name}").format(name=album.name)
            self._history.do(text, RemoveAlbum(album_id))
            undo = QKeySequence(QKeySequence.StandardKey.Undo)
            told = self.tr("Album “{name}” removed. {undo} brings it back; its pictures stay.")
            keys = undo.toString(QKeySequence.SequenceFormat.NativeText)
            self.told.emit(told.format(name=album.name, undo=keys))

    def add_selected(self, album_id: int) -> None:
        """Adds the selected pictures to an album."""
        self.add(album_id, self._selected())

    def add(self, album_id: int, media_ids: tuple[int, ...]) -> None:
        """Adds pictures to an album; those that are in it already stay where they are."""
        album = self._found(album_id)
        if album is not None and media_ids:
            text = self.tr("Add to {name}").format(name=album.name)
            self._history.do(text, AddToAlbum(album_id, media_ids))
            told = self.tr("%n picture(s) in album “{name}”", "", len(media_ids))
            self.told.emit(told.format(name=album.name))

    def remove_selected(self) -> None:
        """Takes the selected pictures out of the album that is shown."""
        ids = self._selected()
        if self._shown is not None and ids:
            self._history.do(self.tr("Remove from album"), RemoveFromAlbum(self._shown, ids))

    def _create(self, name: str, media_ids: tuple[int, ...]) -> None:
        text = self.tr("New album {name}").format(name=name)
        self._history.do(text, CreateAlbum(new_album_id(), name, media_ids))
        told = self.tr("Album “{name}” made").format(name=name)
        if media_ids:
            told = self.tr("%n picture(s) in album “{name}”", "", len(media_ids))
        self.told.emit(told.format(name=name))

    def _rename(self, album: Album, name: str) -> None:
        if name != album.name:
            text = self.tr("Rename album {name}").format(name=album.name)
            self._history.do(text, RenameAlbum(album.id, name))

    def _ask(self, title: str, action: str, taken: list[str], note: str = "") -> NameDialog:
        dialog = NameDialog(title, action, taken, self._window, note)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._forget_dialog)
        self.dialog = dialog
        dialog.open()
        return dialog

    def _forget_dialog(self) -> None:
        self.dialog = None

    def _show_only(self, album_id: int) -> None:
        self.filter_chosen.emit(Filter(albums=(album_id,)))

    def _names(self) -> list[str]:
        return [album.name for album in self._albums]

    def _found(self, album_id: int) -> Album | None:
        return next((one for one in self._albums if one.id == album_id), None)

    def _selected(self) -> tuple[int, ...]:
        """The selected pictures, else the current one."""
        model = self._gallery.media_model()
        rows = self._gallery.selected_rows()
        return () if model is None else tuple(model.ids_at(rows).tolist())

    def _offer_removal(self, is_offered: bool) -> None:
        self.remove_action.setVisible(is_offered)
        for button in self.remove_action.associatedObjects():
            # Buttons do not hide themselves with their actions.
            if isinstance(button, QToolButton):
                button.setVisible(is_offered)

    def _place_of_menu(self) -> QPoint:
        """Above the button that opens it, where that is to be seen; else over the picture."""
        for button in self.add_action.associatedObjects():
            if isinstance(button, QWidget) and button is not self._gallery and button.isVisible():
                return button.mapToGlobal(QPoint(0, -self.menu.sizeHint().height()))
        view = self._gallery.viewport()
        return view.mapToGlobal(self._gallery.visualRect(self._gallery.currentIndex()).center())

    def _action(self, name: str, text: str, keys: str) -> QAction:
        """An action whose key works in the gallery alone: elsewhere it belongs to who types."""
        action = QAction(icon(name, self._window.palette().text().color()), text, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{text.rstrip('…')} ({shown})")
        self._gallery.addAction(action)
        return action
