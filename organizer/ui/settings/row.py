"""One setting: what it is called, what it means, and what changes it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from organizer.ui.views.labels import label


class SettingRow(QWidget):
    """A title with a `control` beside it, or below it where `is_wide`, and a hint.

    `keywords` are other words by which people may look for it.
    """

    def __init__(
        self,
        title: str,
        control: QWidget | None = None,
        hint: str = "",
        keywords: str = "",
        is_wide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = title
        self._keywords = keywords
        heading = QLabel(title, self)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        self._hint = label(hint, "muted", self)
        self._hint.setVisible(bool(hint))
        if control is not None and not control.accessibleName():
            control.setAccessibleName(title)
        if control is not None and hint:
            control.setAccessibleDescription(hint)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(heading)
        texts.addWidget(self._hint)
        layout: QVBoxLayout | QHBoxLayout = QVBoxLayout(self) if is_wide else QHBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10 if is_wide else 24)
        layout.addLayout(texts, 1)
        if control is not None and is_wide:
            layout.addWidget(control)
        elif control is not None:
            layout.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)

    @property
    def hint(self) -> str:
        """What it means, or how it stands."""
        return self._hint.text()

    def show_hint(self, text: str) -> None:
        """Says how it stands now."""
        self._hint.setText(text)
        self._hint.setVisible(bool(text))

    def matches(self, words: tuple[str, ...]) -> bool:
        """Whether each of `words`, casefolded, is in its title, its hint or its keywords."""
        text = f"{self.title} {self.hint} {self._keywords}".casefold()
        return all(word in text for word in words)
