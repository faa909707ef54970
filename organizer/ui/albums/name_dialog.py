"""Asks what an album is to be called."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from organizer.library.album_storage import album_key, album_name
from organizer.ui.views.labels import label

_LONGEST = 120


class NameDialog(QDialog):
    """Takes a name that none of the albums called `taken` has; Enter accepts it.

    Attributes:
        field: Where the name is typed.
        accept_button: Makes or renames the album.

    Signals:
        named(str): The user has decided.
    """

    named = Signal(str)

    def __init__(
        self, title: str, action: str, taken: Iterable[str], parent: QWidget, note: str = ""
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(380)
        self._taken = {album_key(name) for name in taken}
        self._note = note
        self.field = QLineEdit(self)
        self.field.setMaxLength(_LONGEST)
        self.field.setPlaceholderText(self.tr("Name of the album"))
        self.field.setAccessibleName(self.tr("Name of the album"))
        self.field.textChanged.connect(self._judge)
        self._hint = label(note, "muted", self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.accept_button = QPushButton(action, self)
        self.accept_button.setProperty("role", "primary")
        self.accept_button.setDefault(True)
        buttons.addButton(self.accept_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(label(title, "title", self))
        layout.addWidget(self.field)
        layout.addWidget(self._hint)
        layout.addWidget(buttons)
        self.field.setFocus()
        self._judge()

    def accept(self) -> None:
        """Tells the name, if it is one."""
        if self.accept_button.isEnabled():
            super().accept()
            self.named.emit(album_name(self.field.text()))

    def _judge(self) -> None:
        name = album_name(self.field.text())
        is_taken = album_key(name) in self._taken
        self._hint.setText(self.tr("There is an album of this name.") if is_taken else self._note)
        self._hint.setVisible(bool(self._hint.text()))
        self.accept_button.setEnabled(bool(name) and not is_taken)
