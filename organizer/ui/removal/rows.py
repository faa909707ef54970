"""What can be done with an archive in the sidebar."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QTreeView

from organizer.ui.views.sidebar_choice import Kind
from organizer.ui.views.sidebar_delegate import SidebarRole


class ArchiveRows(QObject):
    """Knows the rows of archives in `tree`; `deletion`, its key to delete, removes the current one.

    Attributes:
        menu: What can be done with an archive.

    Signals:
        only_requested(tuple), removal_requested(tuple): With the ids of a row's archives.
    """

    only_requested = Signal(object)
    removal_requested = Signal(object)

    def __init__(self, tree: QTreeView, deletion: QShortcut) -> None:
        super().__init__(tree)
        self._tree = tree
        self.menu = QMenu(tree)
        deletion.activated.connect(self._remove_current)

    def open_menu(self, archives: tuple[int, ...], point: QPoint) -> None:
        """Offers what can be done with an archive, at a point of the tree's viewport."""
        self.menu.clear()
        only = self.menu.addAction(self.tr("Show only this"))
        only.triggered.connect(partial(self._tell, self.only_requested, archives))
        self.menu.addSeparator()
        removal = self.menu.addAction(self.tr("Remove from library…"))
        removal.triggered.connect(partial(self._tell, self.removal_requested, archives))
        removal.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        # The tree has the key; twice it would do nothing.
        removal.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.menu.popup(self._tree.viewport().mapToGlobal(point))

    def _tell(
        self, signal: SignalInstance, archives: tuple[int, ...], _checked: bool = False
    ) -> None:
        signal.emit(archives)

    def _remove_current(self) -> None:
        choice = self._tree.currentIndex().data(SidebarRole.CHOICE)
        if choice is not None and choice[0] is Kind.ARCHIVES:
            self.removal_requested.emit(choice[1])
