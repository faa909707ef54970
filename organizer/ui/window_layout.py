"""Where everything lies in the window."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

_PANEL_WIDTHS = (240, 740, 300)


def column(parts: Sequence[QWidget], tall: QWidget, parent: QWidget) -> QWidget:
    """`parts` below each other without gaps; `tall` takes the height that the others leave."""
    whole = QWidget(parent)
    layout = QVBoxLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for part in parts:
        layout.addWidget(part, int(part is tall))
    return whole


def beside(left: QWidget, middle: QWidget, right: QWidget, parent: QWidget) -> QSplitter:
    """Panels whose widths the user changes; `middle` takes what the window gains."""
    splitter = QSplitter(Qt.Orientation.Horizontal, parent)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    for part in (left, middle, right):
        splitter.addWidget(part)
        splitter.setStretchFactor(splitter.indexOf(part), int(part is middle))
    splitter.setSizes(list(_PANEL_WIDTHS))
    return splitter
