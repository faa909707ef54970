"""Taking back and doing again, as actions that name what they would do."""

from PySide6.QtGui import QAction, QKeySequence, QUndoStack
from PySide6.QtWidgets import QWidget


class UndoAction(QAction):
    """Takes back the last thing in `history`. Qt's own would put the name behind any text."""

    def __init__(self, history: QUndoStack, parent: QWidget) -> None:
        super().__init__(parent)
        self.setShortcuts(QKeySequence.StandardKey.Undo)
        self.triggered.connect(history.undo)
        history.canUndoChanged.connect(self.setEnabled)
        history.undoTextChanged.connect(self._name)
        self.setEnabled(history.canUndo())
        self._name(history.undoText())

    def _name(self, text: str) -> None:
        self.setText(self.tr("Undo: {name}").format(name=text) if text else self.tr("Undo"))


class RedoAction(QAction):
    """Does again what was taken back last in `history`."""

    def __init__(self, history: QUndoStack, parent: QWidget) -> None:
        super().__init__(parent)
        self.setShortcuts(QKeySequence.StandardKey.Redo)
        self.triggered.connect(history.redo)
        history.canRedoChanged.connect(self.setEnabled)
        history.redoTextChanged.connect(self._name)
        self.setEnabled(history.canRedo())
        self._name(history.redoText())

    def _name(self, text: str) -> None:
        self.setText(self.tr("Redo: {name}").format(name=text) if text else self.tr("Redo"))
