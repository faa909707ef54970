"""Says over the picture what is wrong with it, and for a moment what was done."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from organizer.ui.views.labels import label

_NOTICE_MILLISECONDS = 2500


class Message(QFrame):
    """Why a picture is not to be seen, and what can be done instead.

    Signals:
        action_requested(): The button was pressed.
    """

    action_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("viewerMessage")
        self._text = label("", "body", self)
        self._text.setMinimumWidth(320)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._action = QPushButton(self)
        self._action.clicked.connect(self.action_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self._text)
        column.addWidget(self._action, 0, Qt.AlignmentFlag.AlignCenter)
        self.hide()

    @property
    def action(self) -> QPushButton:
        """What can be done instead."""
        return self._action

    def text(self) -> str:
        """What it says; "" when it is not shown."""
        return "" if self.isHidden() else self._text.text()

    def show_text(self, text: str, action: str = "") -> None:
        """Says `text` and offers `action`; nothing is said when it is ""."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.setVisible(bool(text))
        self.adjustSize()


class Notice(QLabel):
    """One line that goes by itself."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("viewerNotice")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._timer = QTimer(self, singleShot=True, interval=_NOTICE_MILLISECONDS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def show_text(self, text: str) -> None:
        """Says `text` for a moment."""
        self.setText(text)
        self.setAccessibleName(text)
        self.show()
        self._timer.start()
