"""Groups of duplicates as a list."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from organizer.indexing.duplicates.records import DuplicateGroup
from organizer.ui.duplicates.texts import spoken

GROUP_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


class GroupModel(QAbstractListModel):
    """A row for each DuplicateGroup."""

    groups: tuple[DuplicateGroup, ...] = ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """How many groups there are."""
        return 0 if parent.isValid() else len(self.groups)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """The group, or what it says."""
        if not index.isValid() or index.row() >= len(self.groups):
            return None
        if role == GROUP_ROLE:
            return self.groups[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(self.groups[index.row()])
        return None

    def show_groups(self, groups: Sequence[DuplicateGroup]) -> None:
        """Shows others."""
        if tuple(groups) != self.groups:
            self.beginResetModel()
            self.groups = tuple(groups)
            self.endResetModel()
