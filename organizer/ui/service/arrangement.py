"""Where the parts of the dialog stand."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from organizer.ui.service.dialog import ServiceDialog


def arrange(dialog: "ServiceDialog") -> None:
    """Lays out what `dialog` has.

    What the user agrees to stands beside the button that sends, and never scrolls out of sight.
    """
    dialog.setMinimumWidth(560)
    content = QWidget(dialog)
    inner = QVBoxLayout(content)
    inner.setContentsMargins(0, 0, 4, 0)
    inner.setSpacing(10)
    inner.addWidget(dialog.intro)
    inner.addWidget(dialog.form)
    inner.addSpacing(8)
    for explanation in (dialog.heading, dialog.estimate, dialog.only_new, dialog.sent):
        inner.addWidget(explanation)
    inner.addStretch(1)
    # Large text on a small screen has no room otherwise.
    scrolled = QScrollArea(dialog)
    scrolled.setWidgetResizable(True)
    scrolled.setFrameShape(QFrame.Shape.NoFrame)
    scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scrolled.setWidget(content)
    buttons = QHBoxLayout()
    buttons.addWidget(dialog.remove)
    buttons.addStretch(1)
    buttons.addWidget(dialog.close_button)
    buttons.addWidget(dialog.send)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(20, 20, 20, 16)
    layout.setSpacing(10)
    layout.addWidget(scrolled, 1)
    for part in (dialog.consent, dialog.where, dialog.progress, dialog.state, dialog.note):
        layout.addWidget(part)
    layout.addLayout(buttons)
    dialog.resize(600, content.sizeHint().height() + 130)

    def grow(_minimum: int, hidden: int) -> None:
        room = dialog.screen().availableGeometry().bottom() - dialog.geometry().top()
        height = min(dialog.height() + hidden, room)
        if hidden and height > dialog.height():
            dialog.resize(dialog.width(), height)

    # As long as there is room on the screen, nothing need be scrolled for.
    scrolled.verticalScrollBar().rangeChanged.connect(grow)
