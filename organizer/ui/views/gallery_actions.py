"""The bar below the gallery: what can be done with the pictures that are selected."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from organizer.ui import formatting
from organizer.ui.icons import icon


class SelectionBar(QWidget):
    """Counts what is selected; shown by the gallery when that is more than one picture.

    Signals:
        favourite_requested(): All that is selected is to be a favourite, or none if all is one.
        clear_requested(): Nothing is to be selected any more.
    """

    favourite_requested = Signal()
    clear_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("selectionBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._label = QLabel(self)
        favourite = QAction(self)
        favourite.triggered.connect(self.favourite_requested)
        self._favourite = self._button(favourite)
        clear = QAction(icon("close", self.palette().text().color()), self.tr("Clear"), self)
        clear.setToolTip(self.tr("Select nothing (Esc)"))
        clear.triggered.connect(self.clear_requested)
        self._clear = self._button(clear)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 6, 12, 6)
        self._row.setSpacing(6)
        self._row.addWidget(self._label)
        self._row.addStretch(1)
        self._row.addWidget(self._favourite)
        self._row.addWidget(self._clear)
        self.show_selection(0, are_favourites=False)

    @property
    def favourite_button(self) -> QToolButton:
        """Makes favourites of what is selected, or takes them back."""
        return self._favourite

    @property
    def clear_button(self) -> QToolButton:
        """Ends the selection."""
        return self._clear

    def text(self) -> str:
        """How many pictures are selected, in words."""
        return self._label.text()

    def add_action(self, action: QAction) -> None:
        """Offers one more thing to do with the selection, as a button before the last."""
        self._row.insertWidget(self._row.count() - 1, self._button(action))

    def show_selection(self, count: int, are_favourites: bool) -> None:
        """Shows how many are selected, and whether all of them are favourites already."""
        self._label.setText(self.tr("{count} selected").format(count=formatting.number(count)))
        action = self._favourite.defaultAction()
        name = "favourite_filled" if are_favourites else "favourite"
        action.setIcon(icon(name, self.palette().text().color()))
        action.setText(self.tr("Remove favourite") if are_favourites else self.tr("Favourite"))
        action.setToolTip(f"{action.text()} (F)")

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button
