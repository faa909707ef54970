"""The dialog of settings: a list of pages, and a field that searches all of them."""

from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from organizer.ui.icons import icon
from organizer.ui.settings.page import SettingsPage
from organizer.ui.views.labels import label


@dataclass(frozen=True, slots=True)
class SettingsPlace:
    """Where the user was: the page's number, what was looked for, the window, the field."""

    page: int
    query: str
    geometry: QByteArray
    field: str


class SettingsDialog(QDialog):
    """Shows `pages`; what is changed there holds at once.

    Signals:
        page_shown(SettingsPage): The user looks at it now.
    """

    page_shown = Signal(object)

    def __init__(self, pages: tuple[SettingsPage, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("settings")
        self.setWindowTitle(self.tr("Settings"))
        self.pages = pages
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search settings"))
        self.search.setAccessibleName(self.tr("Search settings"))
        self.search.setClearButtonEnabled(True)
        glass = icon("search", self.palette().placeholderText().color())
        self.search.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._find)
        self.list = QListWidget(self)
        self.list.setObjectName("settingsPages")
        self.list.setAccessibleName(self.tr("Pages"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setIconSize(QSize(18, 18))
        self.stack = QStackedWidget(self)
        for page in pages:
            page.setAccessibleName(page.title)
            drawing = icon(page.symbol, self.palette().text().color())
            self.list.addItem(QListWidgetItem(drawing, page.title))
            self.stack.addWidget(page)
        self.nothing = label(self.tr("No setting is called so."), "muted", self)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stack.addWidget(self.nothing)
        self.list.currentRowChanged.connect(self._show_page)
        self._arrange()
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _arrange(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        # Enter in a field must not close the dialog.
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(self.search)
        side.addWidget(self.list, 1)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.stack, 1)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(20, 0, 20, 0)
        bottom.addWidget(buttons)
        right.addLayout(bottom)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 16, 0, 16)
        layout.setSpacing(4)
        layout.addLayout(side)
        layout.addLayout(right, 1)
        # In letters, for who reads large text needs a larger dialog.
        letter = self.fontMetrics().averageCharWidth()
        line = self.fontMetrics().height()
        self.list.setFixedWidth(letter * 34)
        self.search.setFixedWidth(letter * 34)
        self.resize(letter * 132, line * 42)
        QWidget.setTabOrder(self.search, self.list)

    @property
    def place(self) -> SettingsPlace:
        """Where the user is."""
        focused = self.focusWidget()
        return SettingsPlace(
            self.list.currentRow(),
            self.search.text(),
            self.saveGeometry(),
            focused.objectName() if focused is not None else "",
        )

    def go_to(self, place: SettingsPlace) -> None:
        """Shows what the user saw before."""
        self.restoreGeometry(place.geometry)
        self.search.setText(place.query)
        self.list.setCurrentRow(place.page)
        field = self.findChild(QWidget, place.field) if place.field else None
        if field is not None:
            field.setFocus()

    def show_page(self, page: SettingsPage) -> None:
        """Turns to `page`, whatever was looked for."""
        self.search.clear()
        self.list.setCurrentRow(self.pages.index(page))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape clears what is looked for first; Enter presses no button of the dialog."""
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _find(self) -> None:
        words = tuple(self.search.text().casefold().split())
        counts = [page.show_matching(words) for page in self.pages]
        for number, count in enumerate(counts):
            self.list.item(number).setHidden(count == 0)
        if not any(counts):
            self.stack.setCurrentWidget(self.nothing)
            return
        current = self.list.currentRow()
        if not counts[current]:
            current = next(number for number, count in enumerate(counts) if count)
        self.list.setCurrentRow(current)
        self._show_page(current)

    def _show_page(self, number: int) -> None:
        if number >= 0:
            self.stack.setCurrentWidget(self.pages[number])
            self.page_shown.emit(self.pages[number])
