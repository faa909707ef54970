"""Where hashtags are typed or pasted."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from organizer.tagging.hashtags import read_hashtags
from organizer.ui.icons import icon
from organizer.ui.views.labels import label


class HashtagField(QWidget):
    """A line for hashtags, one or many, with # or without; Enter adds them.

    Signals:
        entered(tuple): The hashtags in it, without #, at least one.
    """

    entered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = _Line(self)
        self.line.setPlaceholderText(self.tr("Add hashtags"))
        self.line.setAccessibleName(self.tr("Add hashtags"))
        self.line.setToolTip(self.tr("Type or paste them, with # or without, and press Enter"))
        self._add = QAction(icon("plus", self.palette().mid().color()), self.tr("Add"), self)
        self._add.triggered.connect(self._enter)
        self._add.setVisible(False)
        self.line.addAction(self._add, QLineEdit.ActionPosition.TrailingPosition)
        self._complaint = label(self.tr("There is no hashtag in this."), "muted", self)
        self._complaint.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.line)
        layout.addWidget(self._complaint)
        self.line.returnPressed.connect(self._enter)
        self.line.textChanged.connect(self._show_state)

    @property
    def complaint(self) -> str:
        """What it says of what is no hashtag; "" when nothing is wrong."""
        return "" if self._complaint.isHidden() else self._complaint.text()

    def _enter(self) -> None:
        hashtags = read_hashtags(self.line.text())
        if hashtags:
            # `clear` could be undone, and then Ctrl+Z would not take back the hashtags.
            self.line.setText("")
            self.entered.emit(hashtags)
        else:
            self._complaint.setVisible(bool(self.line.text().strip()))

    def _show_state(self, text: str) -> None:
        self._complaint.hide()
        self._add.setVisible(bool(text.strip()))


class _Line(QLineEdit):
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Leaves files to the window: their names are no hashtags."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def event(self, event: QEvent) -> bool:
        """Leaves Ctrl+Z to the window while there is nothing to undo in the line."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_undo = event.matches(QKeySequence.StandardKey.Undo)
            is_redo = event.matches(QKeySequence.StandardKey.Redo)
            if (is_undo and not self.isUndoAvailable()) or (is_redo and not self.isRedoAvailable()):
                event.ignore()
                return False
        return super().event(event)
