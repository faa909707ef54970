"""What can be done with a category in the sidebar, by the right button or the keyboard."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QMenu, QTreeView

from organizer.tagging.categories import OTHERS


class CategoryMenu(QMenu):
    """Opens over a row of `tree`; whoever fills the tree says which category is there.

    Signals:
        opened_at(QPoint): The menu is wanted at this point of the tree's viewport.
        only_requested(str), edit_requested(str), removal_requested(str): With a category's id.
        new_requested(): A category is to be made.
    """

    opened_at = Signal(QPoint)
    only_requested = Signal(str)
    edit_requested = Signal(str)
    removal_requested = Signal(str)
    new_requested = Signal()

    def __init__(self, tree: QTreeView) -> None:
        super().__init__(tree)
        self._tree = tree
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.customContextMenuRequested.connect(self.opened_at)

    def open_for(self, category_id: str, point: QPoint) -> None:
        """Offers what can be done with a category, at a point of the tree's viewport."""
        self.clear()
        for text, signal in (
            (self.tr("Show only this"), self.only_requested),
            (self.tr("Edit…"), self.edit_requested),
            (self.tr("Remove"), self.removal_requested),
        ):
            action = self.addAction(text)
            action.triggered.connect(partial(self._tell, signal, category_id))
            # What fits nowhere must lie somewhere.
            action.setEnabled(signal is not self.removal_requested or category_id != OTHERS)
        self.addSeparator()
        self.addAction(self.tr("New category…")).triggered.connect(self.new_requested)
        self.popup(self._tree.viewport().mapToGlobal(point))

    def _tell(self, signal: SignalInstance, category_id: str, _checked: bool = False) -> None:
        signal.emit(category_id)
