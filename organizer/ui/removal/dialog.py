"""Asks before archives are removed, and says what that means."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from organizer.library.removing import RemovalPreview
from organizer.ui.removal.texts import RemovalTexts
from organizer.ui.views.labels import label
from organizer.ui.workers.removal_worker import RemovablePlace

_MOST_SHOWN = 6


class RemovalDialog(QDialog):
    """Lets the user choose among `places`, of which all are chosen if `is_chosen`.

    Attributes:
        choices: A box for each place; none when there is no choice.
        agree: Removes what is chosen.

    Signals:
        chosen(tuple): Paths of what is to be removed as it is chosen now: a preview is wanted.
        agreed(tuple): Paths of what is to be removed.
    """

    chosen = Signal(object)
    agreed = Signal(object)

    def __init__(
        self, places: tuple[RemovablePlace, ...], is_chosen: bool, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._places = places
        self._texts = RemovalTexts(self)
        self.setWindowTitle(self.tr("Remove from the library"))
        self.choices: list[QCheckBox] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(label(self._heading(), "title", self))
        if len(places) == 1:
            layout.addWidget(label(str(places[0].path), "muted", self))
        elif places:
            layout.addWidget(self._make_choices(is_chosen))
        self._facts = QFrame(self)
        self._facts.setObjectName("settingsCard")
        facts = QVBoxLayout(self._facts)
        facts.setContentsMargins(16, 12, 16, 12)
        facts.setSpacing(8)
        self._sentences = [label("", "body", self._facts) for _ in range(4)]
        for sentence in self._sentences:
            facts.addWidget(sentence)
        layout.addWidget(self._facts)
        self._facts.setVisible(bool(places))
        hint = self.tr(
            "Your files stay where they are: nothing in the folder or zip is changed or deleted."
            " It is no longer watched."
        )
        self._hint = label(hint, "muted", self)
        self._hint.setVisible(bool(places))
        layout.addWidget(self._hint)
        layout.addWidget(self._make_buttons())
        self.setMinimumWidth(480)
        self._choose()

    def paths(self) -> tuple[Path, ...]:
        """What is chosen."""
        if not self.choices:
            return tuple(place.path for place in self._places)
        pairs = zip(self._places, self.choices, strict=True)
        return tuple(place.path for place, box in pairs if box.isChecked())

    def show_preview(self, preview: RemovalPreview) -> None:
        """Says what removing what is chosen would do; from now on it can be."""
        self._say(self._texts.consequences(preview))
        self.agree.setEnabled(bool(self.paths()))

    def said(self) -> str:
        """All that it says."""
        shown = [one for one in self.findChildren(QLabel) if one.isVisibleTo(self)]
        return "\n".join(one.text() for one in shown)

    def _heading(self) -> str:
        if not self._places:
            return self.tr("Nothing was added yet.")
        names = {place.name for place in self._places}
        if len(names) == 1:
            return self.tr("Remove {name} from the library?").format(name=names.pop())
        return self.tr("Which archives are to be removed?")

    def _make_choices(self, is_chosen: bool) -> QWidget:
        box = QWidget(self)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for place in self._places:
            pictures = self.tr("%Ln picture(s)", "", place.pictures)
            choice = QCheckBox(f"{place.name} · {pictures}".replace("&", "&&"), box)
            choice.setToolTip(str(place.path))
            choice.setAccessibleDescription(str(place.path))
            choice.setChecked(is_chosen)
            choice.toggled.connect(self._choose)
            layout.addWidget(choice)
            layout.addWidget(_indented(label(str(place.path), "muted", box)))
            self.choices.append(choice)
        if len(self._places) <= _MOST_SHOWN:
            return box
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(box)
        scroll.setMinimumHeight(240)
        return scroll

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        cancel = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.agree = QPushButton(self.tr("Remove"), self)
        self.agree.setProperty("role", "primary")
        self.agree.setVisible(bool(self._places))
        buttons.addButton(self.agree, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._agree)
        buttons.rejected.connect(self.reject)
        cancel.setDefault(True)
        (self.choices[0] if self.choices else cancel).setFocus()
        return buttons

    def _choose(self) -> None:
        self.agree.setEnabled(False)
        paths = self.paths()
        if paths:
            self._say([self.tr("Counting…")])
            self.chosen.emit(paths)
        else:
            self._say([self.tr("Nothing is chosen.")])

    def _say(self, sentences: list[str]) -> None:
        for number, shown in enumerate(self._sentences):
            is_said = number < len(sentences)
            shown.setText(sentences[number] if is_said else "")
            shown.setVisible(is_said)
        self._grow()

    def _grow(self) -> None:
        """Makes room for what is said; a window does not do so for lines that are broken."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            width = max(self.width(), self.minimumWidth())
            self.resize(width, max(self.height(), layout.totalHeightForWidth(width)))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Is as high as what it says, once the fonts are known."""
        super().showEvent(event)
        self._grow()

    def _agree(self) -> None:
        self.agreed.emit(self.paths())
        self.accept()


def _indented(widget: QWidget) -> QWidget:
    """`widget` under the text of a box, not under its mark."""
    widget.setContentsMargins(28, 0, 0, 4)
    return widget
