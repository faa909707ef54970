"""Chips that are switched on and off, under a heading."""

from collections.abc import Hashable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from organizer.ui import formatting
from organizer.ui.views.filter_toggles import Toggle, ToggleSection
from organizer.ui.views.flow_layout import FlowLayout
from organizer.ui.views.labels import label


class ToggleChips(QWidget):
    """Shows one ToggleSection; buttons stay where their keys do, and with them the focus.

    Signals:
        filter_chosen(Filter): The user clicked one.
    """

    filter_chosen = Signal(object)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[Hashable, QPushButton] = {}
        self._toggles: dict[Hashable, Toggle] = {}
        self._flow = FlowLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(label(title, "heading", self))
        layout.addLayout(self._flow)

    def show_section(self, section: ToggleSection) -> None:
        """Shows the choices as they are now."""
        self._toggles = {toggle.key: toggle for toggle in section.toggles}
        if list(self._toggles) != list(self._buttons):
            self._make_buttons()
        for key, toggle in self._toggles.items():
            button = self._buttons[key]
            count = "" if toggle.count is None else f"  {formatting.number(toggle.count)}"
            button.setText(f"{toggle.text}{count}".replace("&", "&&"))
            button.setChecked(toggle.is_on)
        self._flow.invalidate()

    def button(self, key: Hashable) -> QPushButton | None:
        """The button of the choice with this `key`."""
        return self._buttons.get(key)

    def buttons(self) -> list[QPushButton]:
        """All buttons in order."""
        return list(self._buttons.values())

    def _make_buttons(self) -> None:
        kept = {key: self._buttons.pop(key, None) for key in self._toggles}
        for button in self._buttons.values():
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = {}
        for key, old in kept.items():
            button = old or self._new_button()
            self._flow.removeWidget(button)
            self._flow.addWidget(button)
            button.setProperty("key", key)
            button.show()
            self._buttons[key] = button

    def _new_button(self) -> QPushButton:
        button = QPushButton(self)
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setProperty("role", "toggle")
        button.clicked.connect(self._choose)
        return button

    def _choose(self) -> None:
        sender = self.sender()
        for key, button in self._buttons.items():
            if button is sender:
                toggle = self._toggles[key]
                # It is marked when the filter is; one of two that exclude each other stays on.
                button.setChecked(toggle.is_on)
                self.filter_chosen.emit(toggle.after)
                return
