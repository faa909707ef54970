"""Labels of the few kinds that the window has."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def label(text: str, role: str, parent: QWidget | None = None) -> QLabel:
    """A label that shows `text` as it is, whatever signs are in it, and wraps it.

    `role` is "body", "muted", "heading", "title" or "hero"; see resources/styles/main.qss.
    """
    made = QLabel(parent)
    # Captions are written by strangers, too: HTML in them stays text.
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setProperty("role", role)
    made.setWordWrap(True)
    return made
