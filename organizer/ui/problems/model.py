"""Problems as a tree of two levels: reasons, and the files of each."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QGuiApplication

from organizer.library.records import Problem
from organizer.ui import formatting
from organizer.ui.error_messages import problem_text
from organizer.ui.problems.reasons import reason_advice, reason_title

Index = QModelIndex | QPersistentModelIndex
_TOP = 0
_NOWHERE = QModelIndex()


class ProblemModel(QAbstractItemModel):
    """Groups problems by reason, the most frequent first; files stay in the order they were met.

    An index's internal id is 0 for a reason, and one more than the number of its reason for a file.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: list[tuple[str, list[Problem]]] = []

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Shows other problems than before."""
        groups: dict[str, list[Problem]] = {}
        for problem in problems:
            groups.setdefault(problem.code, []).append(problem)
        self.beginResetModel()
        self._groups = sorted(groups.items(), key=lambda group: -len(group[1]))
        self.endResetModel()

    def problem(self, index: Index) -> Problem | None:
        """The problem of a file; None for a reason."""
        if not index.isValid() or index.internalId() == _TOP:
            return None
        return self._groups[index.internalId() - 1][1][index.row()]

    def index_of(self, problem: Problem) -> QModelIndex:
        """Where a file is; nowhere when it could be read since."""
        for number, (code, files) in enumerate(self._groups):
            if code == problem.code and problem in files:
                return self.createIndex(files.index(problem), 0, number + 1)
        return QModelIndex()

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        """The index of a reason, or of a file within its reason."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _TOP)

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        """The reason of a file."""
        if not index.isValid() or index.internalId() == _TOP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _TOP)

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """How many reasons there are, or files with a reason."""
        if not parent.isValid():
            return len(self._groups)
        is_reason = parent.internalId() == _TOP and parent.column() == 0
        return len(self._groups[parent.row()][1]) if is_reason else 0

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802, ARG002 - Qt's name
        """File, reason, what to do."""
        return 3

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt takes anything
        """The names of the columns."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return (self.tr("File"), self.tr("Reason"), self.tr("What to do"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """What a cell says; to a screen reader all that is known of the file."""
        if not index.isValid():
            return None
        problem = self.problem(index)
        if problem is None:
            return self._reason_data(*self._groups[index.row()], index.column(), role)
        if role == Qt.ItemDataRole.DisplayRole:
            reason = problem.detail or reason_title(problem.code)
            return (problem.file, reason, reason_advice(problem.code))[index.column()]
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return problem_text(problem.code, problem.file, problem.detail)
        return None

    def _reason_data(
        self, code: str, files: list[Problem], column: int, role: int
    ) -> str | QFont | None:
        title = f"{reason_title(code)} · {formatting.number(len(files))}"
        advice = reason_advice(code)
        if role == Qt.ItemDataRole.FontRole:
            font = QGuiApplication.font()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{title}. {advice}"
        if role == Qt.ItemDataRole.DisplayRole and column == 0:
            return title
        return None
