"""Covers the window while something is dragged over it, and says where it will land."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from organizer.ui.views.labels import label


class DropOverlay(QFrame):
    """As large as the widget over which it lies."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._covered = parent
        self.setObjectName("dropOverlay")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        card = QFrame(self)
        card.setObjectName("dropCard")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(48, 40, 48, 40)
        title = label(self.tr("Drop to add it to your library"), "hero", card)
        hint = label(self.tr("The archive stays where it is and is never changed."), "muted", card)
        for text in (title, hint):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            text.setMinimumWidth(420)
            inner.addWidget(text)
        layout = QVBoxLayout(self)
        layout.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)
        parent.installEventFilter(self)
        self.hide()

    def cover(self) -> None:
        """Shows itself over all of its parent."""
        self.setGeometry(self._covered.rect())
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Stays as large as its parent."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._covered.rect())
        return super().eventFilter(watched, event)
