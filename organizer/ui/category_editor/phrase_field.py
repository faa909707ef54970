"""Where phrases are written, and beneath it how they are understood."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from organizer.tagging.glossary import is_korean, translate
from organizer.tagging.phrases import MOST_PHRASES, negations_in, read_phrases
from organizer.ui.category_editor.notes import Note
from organizer.ui.category_editor.rule_edit import ALARM
from organizer.ui.views.labels import label

_TYPING_MILLISECONDS = 250
_MOST_EXPLAINED = 40
_EXPLAINED_LINES = 4


class PhraseField(QWidget):
    """Takes phrases, one on each line; Korean ones are shown in the English words they stand for.

    Signals:
        changed(): Other phrases stand there.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edit = QPlainTextEdit(self)
        self._edit.setTabChangesFocus(True)
        self._edit.setAccessibleName(self.tr("Phrases, one on each line"))
        example = self.tr("a cup of coffee\ncake on a plate\na table in a cafe")
        self._edit.setPlaceholderText(example)
        self._edit.setMinimumHeight(self.fontMetrics().lineSpacing() * 4)
        self._edit.textChanged.connect(self._begin)
        self._note = Note(ALARM, self)
        self._explained = QScrollArea(self)
        self._explained.setWidgetResizable(True)
        self._explained.setFrameShape(QFrame.Shape.NoFrame)
        self._lines: list[str] = []
        self._explaining = QTimer(self, singleShot=True, interval=_TYPING_MILLISECONDS)
        self._explaining.timeout.connect(self._explain)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._edit, 1)
        layout.addWidget(self._explained)
        layout.addWidget(self._note)
        self.setFocusProxy(self._edit)
        self._explain()

    @property
    def edit(self) -> QPlainTextEdit:
        """Where they are typed."""
        return self._edit

    @property
    def note(self) -> Note:
        """Tells what the model cannot hear."""
        return self._note

    @property
    def is_too_much(self) -> bool:
        """Whether there are more phrases than a category can have."""
        return len(self.phrases()) > MOST_PHRASES

    def phrases(self) -> tuple[str, ...]:
        """The phrases, without bullets and repetitions."""
        return read_phrases(self._edit.toPlainText())

    def explained(self) -> list[str]:
        """What is said of the phrases, each in a line."""
        return list(self._lines)

    def show_phrases(self, phrases: tuple[str, ...]) -> None:
        """Shows other phrases."""
        self._edit.setPlainText("\n".join(phrases))
        self._explain()

    def _begin(self) -> None:
        self._explaining.start()
        self.changed.emit()

    def _explain(self) -> None:
        self._explaining.stop()
        phrases = self.phrases()
        korean = [phrase for phrase in phrases if is_korean(phrase)]
        lines = [self._line(phrase) for phrase in korean[:_MOST_EXPLAINED]]
        if lines != self._lines:
            self._lines = lines
            self._show_lines()
        self._explained.setVisible(bool(lines))
        self._note.tell(self._warning(phrases))

    def _show_lines(self) -> None:
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for line in self._lines:
            column.addWidget(label(line, "muted", content))
        column.addStretch(1)
        self._explained.setWidget(content)
        height = column.spacing() + self.fontMetrics().lineSpacing()
        self._explained.setFixedHeight(height * min(len(self._lines), _EXPLAINED_LINES))
        self._explained.setAccessibleName("\n".join(self._lines))

    def _line(self, phrase: str) -> str:
        english, unknown = translate(phrase)
        if not english:
            text = self.tr("{phrase}: not understood. Say it in other words, or in English.")
            return text.format(phrase=phrase)
        if unknown:
            text = self.tr("{phrase} → {english} · not known: {words}")
            return text.format(phrase=phrase, english=english, words=", ".join(unknown))
        return f"{phrase} → {english}"

    def _warning(self, phrases: tuple[str, ...]) -> str:
        if self.is_too_much:
            text = self.tr("A category has at most {count} phrases. Leave some out.")
            return text.format(count=MOST_PHRASES)
        denied = [word for phrase in phrases for word in negations_in(phrase)]
        if not denied:
            return ""
        text = self.tr(
            "The model does not hear “{words}”: say what there is to see. To leave something out,"
            " use a rule, such as dog and not cat."
        )
        return text.format(words=", ".join(dict.fromkeys(denied)))
