"""What a category means: phrases or a rule."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from organizer.tagging.records import Category
from organizer.ui.category_editor.phrase_field import PhraseField
from organizer.ui.category_editor.rule_field import RuleField
from organizer.ui.views.labels import label


class MeaningField(QWidget):
    """Lets the user describe a category by phrases or, unless it `needs_phrases`, by a rule.

    Signals:
        changed(): It means something else.
    """

    changed = Signal()

    def __init__(self, is_korean: bool, needs_phrases: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.phrases = PhraseField(self)
        self.rule = RuleField(is_korean, self)
        self.by_phrases = QRadioButton(self.tr("Phrases"), self)
        self.by_rule = QRadioButton(self.tr("A rule over concepts"), self)
        self.by_rule.setVisible(not needs_phrases)
        self._group = QButtonGroup(self)
        self._pages = QStackedWidget(self)
        choice = QHBoxLayout()
        choice.setSpacing(16)
        for number, button in enumerate((self.by_phrases, self.by_rule)):
            self._group.addButton(button, number)
            choice.addWidget(button)
        self._pages.addWidget(self.phrases)
        self._pages.addWidget(self.rule)
        self.phrases.changed.connect(self.changed)
        self.rule.changed.connect(self.changed)
        choice.addStretch(1)
        self.by_phrases.setChecked(True)
        self._group.idToggled.connect(self._turn)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(label(self.tr("What lies in it"), "heading", self))
        layout.addLayout(choice)
        layout.addWidget(self._pages, 1)

    @property
    def is_by_rule(self) -> bool:
        """Whether the rule decides, and not the phrases."""
        return self.by_rule.isChecked()

    @property
    def is_broken(self) -> bool:
        """Whether it cannot be used as it stands."""
        return self.rule.error is not None if self.is_by_rule else self.phrases.is_too_much

    def meaning(self) -> tuple[tuple[str, ...], str]:
        """The phrases, and the rule where it decides."""
        return self.phrases.phrases(), self.rule.text() if self.is_by_rule else ""

    def show_meaning(self, category: Category) -> None:
        """Shows what `category` means."""
        self.phrases.show_phrases(category.phrases)
        self.rule.show_text(category.rule)
        (self.by_rule if category.rule else self.by_phrases).setChecked(True)

    def _turn(self, number: int, is_chosen: bool) -> None:
        if is_chosen:
            self._pages.setCurrentIndex(number)
            self.changed.emit()
