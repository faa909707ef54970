"""The dialog in which the user says how hashtags are suggested."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGridLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from organizer.indexing.hashtag_options import HashtagOptions, SuggestionLanguage
from organizer.tagging.suggestions import HIGHEST_LIMIT
from organizer.tagging.vocabulary import load_groups
from organizer.ui.views.labels import label

_COLUMNS = 3


class SuggestionDialog(QDialog):
    """How many hashtags, in which language, and which popular ones; opens on `options`.

    Signals:
        options_chosen(HashtagOptions): The user wants them so; not sent when nothing changed.
    """

    options_chosen = Signal(object)

    def __init__(self, options: HashtagOptions, is_korean: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Hashtag suggestions"))
        self._options = options
        self.limit = QSpinBox(self)
        self.limit.setRange(1, HIGHEST_LIMIT)
        self.limit.setValue(options.limit)
        self.language = QComboBox(self)
        self._languages: dict[SuggestionLanguage, str] = {
            "own": self.tr("As most of my own"),
            "ko": self.tr("Korean"),
            "en": self.tr("English"),
        }
        self.language.addItems(list(self._languages.values()))
        self.language.setCurrentText(self._languages[options.language])
        self.groups: dict[str, QCheckBox] = {}
        for group in load_groups():
            name = group.name_ko if is_korean else group.name_en
            # An ampersand would make the next letter a shortcut.
            box = QCheckBox(name.replace("&", "&&"), self)
            box.setToolTip(" ".join(f"#{hashtag}" for hashtag in (*group.ko[:4], *group.en[:4])))
            box.setChecked(group.id in options.groups)
            self.groups[group.id] = box
        self._arrange()
        self.limit.setFocus()
        self.limit.selectAll()

    def accept(self) -> None:
        """Closes it and tells what was chosen."""
        super().accept()
        index = self.language.currentIndex()
        chosen = HashtagOptions(
            self.limit.value(),
            list(self._languages)[index],
            tuple(id for id, box in self.groups.items() if box.isChecked()),
        )
        if chosen != self._options:
            self.options_chosen.emit(chosen)

    def done(self, result: int) -> None:
        """Closes it for good."""
        super().done(result)
        self.deleteLater()

    def _arrange(self) -> None:
        self.setMinimumWidth(480)
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        form.addRow(self.tr("&At most"), self.limit)
        limit = self.tr("Instagram has taken 5 for a post since December 2025; it was 30 before.")
        form.addRow("", label(limit, "muted", self))
        form.addRow(self.tr("&Language"), self.language)
        grid = QGridLayout()
        grid.setVerticalSpacing(6)
        for number, box in enumerate(self.groups.values()):
            grid.addWidget(box, *divmod(number, _COLUMNS))
        popular = self.tr(
            "They are for being seen, whatever a picture shows, and fill up what is left after"
            " those that fit."
        )
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(10)
        layout.addLayout(form)
        layout.addSpacing(8)
        layout.addWidget(label(self.tr("Popular hashtags"), "heading", self))
        layout.addWidget(label(popular, "muted", self))
        layout.addLayout(grid)
        layout.addSpacing(8)
        layout.addWidget(buttons)
