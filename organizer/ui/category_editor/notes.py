"""A line beneath a field that tells what is wrong, or what to mind."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from organizer.ui.icons import pixmap
from organizer.ui.views.labels import label

_SIGN = QSize(16, 16)


class Note(QWidget):
    """Text beside a sign in `colour`; hidden while there is nothing to say."""

    def __init__(self, colour: QColor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sign = QLabel(self)
        sign.setPixmap(pixmap("warning", colour, _SIGN))
        self._text = label("", "body", self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._text, 1)
        self.hide()

    def text(self) -> str:
        """What it says, "" for nothing."""
        return self._text.text() if not self.isHidden() else ""

    def tell(self, text: str) -> None:
        """Says `text`, or nothing when it is empty."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
