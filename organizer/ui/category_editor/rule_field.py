"""Where a rule is written: the field, what is wrong with it, and all concepts to choose from."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from organizer.tagging.concepts import load_concepts
from organizer.tagging.rules import BrokenRule, RuleFault, parse_rule
from organizer.ui.category_editor.notes import Note
from organizer.ui.category_editor.rule_edit import ALARM, RuleEdit
from organizer.ui.error_messages import rule_fault_text
from organizer.ui.views.labels import label

_TYPING_MILLISECONDS = 300
# Whoever is in the middle of a name knows that it is not finished.
_THINKING_MILLISECONDS = 1500


class RuleField(QWidget):
    """Takes a rule over concepts, named in Korean or English, and tells where it goes wrong.

    Signals:
        changed(): Another rule stands there.
    """

    changed = Signal()

    def __init__(self, is_korean: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._concepts = load_concepts().concepts
        names = sorted(one.name_ko if is_korean else one.name_en for one in self._concepts)
        self._error: BrokenRule | None = None
        self._edit = RuleEdit(names if is_korean else [name.lower() for name in names], self)
        self._edit.setAccessibleName(self.tr("Rule"))
        self._edit.setPlaceholderText(self.tr("adult and not child"))
        self._edit.textChanged.connect(self._read)
        self._edit.left.connect(self._show_error)
        self._note = Note(ALARM, self)
        self._showing = QTimer(self, singleShot=True)
        self._showing.timeout.connect(self._show_error)
        concepts = QPushButton(self.tr("Concepts"), self)
        concepts.setAutoDefault(False)
        concepts.setToolTip(self.tr("All concepts that a rule may name (Ctrl+Space)"))
        concepts.clicked.connect(self._offer_all)
        hint = self.tr("Join concepts with and, or, not and parentheses.")
        foot = QHBoxLayout()
        foot.addWidget(label(hint, "muted", self), 1)
        foot.addWidget(concepts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._edit)
        layout.addWidget(self._note)
        layout.addLayout(foot)
        layout.addStretch(1)
        self.setFocusProxy(self._edit)
        self._read()

    @property
    def edit(self) -> RuleEdit:
        """Where it is typed."""
        return self._edit

    @property
    def note(self) -> Note:
        """Tells what is wrong."""
        return self._note

    @property
    def error(self) -> BrokenRule | None:
        """What is wrong with the rule, whether it is shown yet or not."""
        return self._error

    def text(self) -> str:
        """The rule."""
        return self._edit.toPlainText().strip()

    def show_text(self, text: str) -> None:
        """Shows another rule."""
        self._edit.setPlainText(text)

    def _read(self) -> None:
        try:
            parse_rule(self._edit.toPlainText(), self._concepts)
        except BrokenRule as error:
            self._error = error
        else:
            self._error = None
        # A mark that stays where the text has moved on would be wrong.
        self._edit.clear_mark()
        self._note.tell("")
        self._showing.start(self._patience())
        self.changed.emit()

    def _patience(self) -> int:
        if self._error is None or not self._edit.hasFocus():
            return 0
        end = self._error.position + self._error.length
        is_at_cursor = self._error.position <= self._edit.cursor_position() <= end
        return _THINKING_MILLISECONDS if is_at_cursor else _TYPING_MILLISECONDS

    def _show_error(self) -> None:
        self._showing.stop()
        error = self._error
        if error is None or error.fault is RuleFault.EMPTY:
            return
        self._edit.mark(error.position, error.length)
        self._note.tell(_sentence(rule_fault_text(error)))

    def _offer_all(self) -> None:
        self._edit.setFocus()
        self._edit.offer(is_all=True)


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}"
