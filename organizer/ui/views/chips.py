"""Rows of chips: small buttons with a word each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from organizer.ui.views.flow_layout import FlowLayout


@dataclass(frozen=True, slots=True)
class Chip:
    """What a chip says, and what it says when pointed at and to a screen reader."""

    text: str
    hint: str = ""


class ChipRow(QWidget):
    """Chips that wrap into lines; each calls `on_clicked` with its number."""

    def __init__(self, parent: QWidget, on_clicked: Callable[[int], None]) -> None:
        super().__init__(parent)
        self._on_clicked = on_clicked
        self._buttons: list[QPushButton] = []
        self._flow = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Shows `chips` in place of those before."""
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(number, chip) for number, chip in enumerate(chips)]
        for button in self._buttons:
            self._flow.addWidget(button)
        self.setVisible(bool(chips))
        self.updateGeometry()

    def buttons(self) -> list[QPushButton]:
        """The chips in order."""
        return list(self._buttons)

    def _button(self, number: int, chip: Chip) -> QPushButton:
        # An ampersand would make the next letter a shortcut.
        button = QPushButton(chip.text.replace("&", "&&"), self)
        button.setProperty("role", "chip")
        button.setProperty("number", number)
        button.setToolTip(chip.hint)
        button.setAccessibleDescription(chip.hint)
        button.clicked.connect(self._tell)
        return button

    def _tell(self) -> None:
        self._on_clicked(int(self.sender().property("number")))
