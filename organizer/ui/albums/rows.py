"""The albums in the sidebar, and what can be done with one."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut, QStandardItem
from PySide6.QtWidgets import QMenu, QTreeView

from organizer.library.filters import Filter
from organizer.library.records import Album
from organizer.ui.views.sidebar_choice import Kind
from organizer.ui.views.sidebar_delegate import SidebarRole
from organizer.ui.views.sidebar_rows import heading, row, statement


class AlbumRows(QObject):
    """Makes the rows of albums for `tree`. F2 renames the current one, Delete removes it.

    Attributes:
        menu: What can be done with an album.
        deletion: The key that removes; on rows of other things it may do so as well.

    Signals:
        new_requested(): An album is to be made.
        only_requested(int), rename_requested(int), removal_requested(int): With an album's id.
    """

    new_requested = Signal()
    only_requested = Signal(object)
    rename_requested = Signal(object)
    removal_requested = Signal(object)

    def __init__(self, tree: QTreeView) -> None:
        super().__init__(tree)
        self._tree = tree
        self.menu = QMenu(tree)
        for keys, signal in (
            (QKeySequence(Qt.Key.Key_F2), self.rename_requested),
            (QKeySequence(Qt.Key.Key_Delete), self.removal_requested),
        ):
            shortcut = QShortcut(keys, tree, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(partial(self._tell_current, signal))
        self.deletion = shortcut

    def add_to(self, root: QStandardItem, albums: tuple[Album, ...], chosen: Filter) -> None:
        """Appends heading and rows, and one to make an album."""
        root.appendRow(heading(self.tr("Albums")))
        for album in albums:
            item = row(album.name, album.pictures, Kind.ALBUM, album.id, chosen)
            item.setToolTip(album.name)
            root.appendRow(item)
        adding = statement(self.tr("New album…"), "")
        adding.setData((Kind.NEW_ALBUM, None), SidebarRole.CHOICE)
        adding.setData(True, SidebarRole.FAINT)
        root.appendRow(adding)

    @property
    def tree(self) -> QTreeView:
        """Where the rows are."""
        return self._tree

    def album_at(self, point: QPoint) -> int | None:
        """The id of the album at a point of the tree's viewport."""
        choice = self._tree.indexAt(point).data(SidebarRole.CHOICE)
        return choice[1] if choice is not None and choice[0] is Kind.ALBUM else None

    def open_menu(self, album_id: int, point: QPoint) -> None:
        """Offers what can be done with an album, at a point of the tree's viewport."""
        self.menu.clear()
        for text, keys, signal in (
            (self.tr("Show only this"), None, self.only_requested),
            (self.tr("Rename…"), Qt.Key.Key_F2, self.rename_requested),
            (self.tr("Remove"), Qt.Key.Key_Delete, self.removal_requested),
        ):
            action = self.menu.addAction(text)
            action.triggered.connect(partial(self._tell, signal, album_id))
            if keys is not None:
                action.setShortcut(QKeySequence(keys))
                # The tree has the keys; twice they would do nothing.
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.menu.addSeparator()
        self.menu.addAction(self.tr("New album…")).triggered.connect(self.new_requested)
        self.menu.popup(self._tree.viewport().mapToGlobal(point))

    def _tell(self, signal: SignalInstance, album_id: int, _checked: bool = False) -> None:
        signal.emit(album_id)

    def _tell_current(self, signal: SignalInstance) -> None:
        choice = self._tree.currentIndex().data(SidebarRole.CHOICE)
        if choice is not None and choice[0] is Kind.ALBUM:
            signal.emit(choice[1])
