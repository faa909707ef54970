"""A field with a few choices."""

from collections.abc import Mapping
from typing import Generic, TypeVar

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

Value = TypeVar("Value")


class Choice(QComboBox, Generic[Value]):
    """Shows the names of a few values, of which one is chosen."""

    def __init__(self, names: Mapping[Value, str], chosen: Value, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._values: list[Value] = []
        self.show_choices(names, chosen)

    @property
    def value(self) -> Value:
        """What is chosen."""
        return self._values[self.currentIndex()]

    def show_choices(self, names: Mapping[Value, str], chosen: Value) -> None:
        """Offers other values, or the same under other names."""
        self._values = list(names)
        self.clear()
        self.addItems(list(names.values()))
        self.choose(chosen)

    def choose(self, value: Value) -> None:
        """Shows `value` as chosen; the first one when it is not offered."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else 0)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leaves the wheel to the page: whoever scrolls past must not change a setting."""
        event.ignore()
