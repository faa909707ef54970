"""The name of a category in both languages, of which one is enough."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from organizer.tagging.new_categories import completed_names
from organizer.ui.views.labels import label

_LONGEST_NAME = 60


class NameFields(QWidget):
    """Two fields, that of the window's language first; an empty one shows what it will be.

    Signals:
        changed(): Another name stands there.
    """

    changed = Signal()

    def __init__(self, is_korean: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.english = self._field(self.tr("Name in English"))
        self.korean = self._field(self.tr("Name in Korean"))
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(12)
        layout.setVerticalSpacing(4)
        fields = (self.korean, self.english) if is_korean else (self.english, self.korean)
        for column, field in enumerate(fields):
            name = QLabel(field.accessibleName(), self)
            name.setProperty("role", "heading")
            name.setBuddy(field)
            layout.addWidget(name, 0, column)
            layout.addWidget(field, 1, column)
        self.setTabOrder(*fields)
        hint = self.tr("One is enough: the other is filled in where it is left empty.")
        layout.addWidget(label(hint, "muted", self), 2, 0, 1, 2)
        self.setFocusProxy(fields[0])

    @property
    def are_empty(self) -> bool:
        """Whether there is no name at all."""
        return not (self.english.text().strip() or self.korean.text().strip())

    def names(self) -> tuple[str, str]:
        """The English name and the Korean one."""
        return completed_names(self.english.text(), self.korean.text())

    def show_names(self, name_en: str, name_ko: str) -> None:
        """Shows other names."""
        self.english.setText(name_en)
        self.korean.setText(name_ko)

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setAccessibleName(name)
        field.setMaxLength(_LONGEST_NAME)
        field.textChanged.connect(self._follow)
        return field

    def _follow(self) -> None:
        name_en, name_ko = self.names()
        self.english.setPlaceholderText(name_en)
        self.korean.setPlaceholderText(name_ko)
        self.changed.emit()
