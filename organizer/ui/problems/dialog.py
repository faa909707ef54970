"""The dialog with all files that could not be read."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from organizer.library.records import Problem
from organizer.ui.error_messages import problem_text
from organizer.ui.handing_over import reveal
from organizer.ui.problems.model import ProblemModel
from organizer.ui.views.labels import label


class ProblemDialog(QDialog):
    """Shows problems by reason, and what to do.

    Signals:
        retry_requested(): The user wants all to be tried again.
    """

    retry_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("problemDialog")
        self.setWindowTitle(self.tr("Files that could not be read"))
        self._problems: tuple[Problem, ...] = ()
        self._title = label("", "title", self)
        self._all_fine = self.tr("All files can be read")
        self.model = ProblemModel(self)
        self.tree = QTreeView(self)
        self.tree.setObjectName("problemList")
        self.tree.setAccessibleName(self.windowTitle())
        self.tree.setModel(self.model)
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(self.fontMetrics().averageCharWidth() * 2)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.tree.ensurePolished()
        self.tree.setUniformRowHeights(True)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.tree.selectionModel().currentChanged.connect(self._show_current)
        self.tree.activated.connect(self._show_in_folder)
        self.sentence = label("", "body", self)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.sentence.setMinimumHeight(self.fontMetrics().height() * 3)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.show_button = QPushButton(self.tr("Show in folder"), self)
        self.show_button.clicked.connect(self._show_in_folder)
        self.copy_button = QPushButton(self.tr("Copy list"), self)
        self.copy_button.clicked.connect(self._copy)
        self.retry_button = QPushButton(self.tr("Try again"), self)
        self.retry_button.setToolTip(self.tr("Reads all of these files again, changed or not."))
        self.retry_button.clicked.connect(self._retry)
        self._arrange()

    def _arrange(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        header = self.tree.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        letter = self.fontMetrics().averageCharWidth()
        header.resizeSection(0, letter * 52)
        header.resizeSection(1, letter * 34)
        hint = self.tr(
            "All other pictures were added. These are tried again when their files change."
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.show_button, self.copy_button, self.retry_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(label(hint, "muted", self))
        layout.addSpacing(4)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.sentence)
        layout.addLayout(row)
        self.resize(letter * 140, self.fontMetrics().height() * 36)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Shows what could not be read; the current file stays so while it is among them."""
        if tuple(problems) == self._problems and self._title.text():
            return
        current = self.model.problem(self.tree.currentIndex())
        self._problems = tuple(problems)
        title = self.tr("%n file(s) could not be read", "", len(problems))
        self._title.setText(title if problems else self._all_fine)
        self.model.show_problems(problems)
        self.tree.expandAll()
        for row in range(self.model.rowCount()):
            self.tree.setFirstColumnSpanned(row, self.tree.rootIndex(), True)
        index = self.model.index_of(current) if current is not None else self.model.index(-1, 0)
        if not index.isValid():
            index = self.model.index(0, 0, self.model.index(0, 0))
        flags = QItemSelectionModel.SelectionFlag
        self.tree.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.retry_button.setEnabled(bool(problems))
        self.copy_button.setEnabled(bool(problems))
        self._show_current()

    def list_text(self) -> str:
        """All problems, a line each, with where the file lies."""
        return "\n".join(
            problem_text(one.code, str(one.folder / one.file), one.detail) for one in self._problems
        )

    def _show_current(self) -> None:
        problem = self.model.problem(self.tree.currentIndex())
        # A category lies in no folder.
        self.show_button.setEnabled(problem is not None and problem.folder != Path())
        self.sentence.setText(
            "" if problem is None else problem_text(problem.code, problem.file, problem.detail)
        )

    def _show_in_folder(self) -> None:
        problem = self.model.problem(self.tree.currentIndex())
        if problem is not None and self.show_button.isEnabled():
            reveal(problem.folder / problem.file)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.list_text())

    def _retry(self) -> None:
        self.retry_button.setEnabled(False)
        self.retry_requested.emit()
