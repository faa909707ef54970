"""The chips of a filter in one line, however many there are."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QSizePolicy, QWidget

from organizer.library.filters import Filter
from organizer.ui.views.filter_chips import FilterChip

_SPACING = 6
_LONGEST_CHARACTERS = 32


class FilterChipBar(QWidget):
    """Shows chips side by side; those that find no room are in a menu behind "+3".

    Signals:
        filter_chosen(Filter): The user clicked a chip.
    """

    filter_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: tuple[FilterChip, ...] = ()
        self._buttons: list[QPushButton] = []
        self._hidden: tuple[FilterChip, ...] = ()
        self._more = self._button("", "")
        self._more.clicked.connect(self._open_menu)
        self._clear = self._button(self.tr("Clear"), self.tr("Show all pictures"))
        self._clear.clicked.connect(self._drop_all)
        self._more.hide()
        self._clear.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    @property
    def more_button(self) -> QPushButton:
        """What opens the menu of the chips that find no room."""
        return self._more

    def buttons(self) -> list[QPushButton]:
        """The chips in order, and what drops all of them at last where there are several."""
        return [*self._buttons, *([self._clear] if len(self._chips) > 1 else [])]

    def show_chips(self, chips: tuple[FilterChip, ...]) -> None:
        """Shows `chips` in place of those before."""
        if chips == self._chips:
            return
        focused = QApplication.focusWidget()
        at = self._buttons.index(focused) if focused in self._buttons else None
        if at is None and focused in (self._more, self._clear):
            at = 0
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._chips = chips
        self._buttons = [self._chip_button(number) for number in range(len(chips))]
        for before, after in zip(self._buttons, self.buttons()[1:], strict=False):
            QWidget.setTabOrder(before, after)
        self._arrange()
        if at is not None and self._buttons:
            self._buttons[min(at, len(self._buttons) - 1)].setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Shows as many chips as there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Lays the chips out anew when text is larger or smaller than before."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self._chips:
            self._arrange()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All chips in one line."""
        shown = self.buttons()
        width = sum(button.sizeHint().width() + _SPACING for button in shown)
        return QSize(width, self._clear.sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Only what leads to the chips that find no room."""
        return QSize(2 * self._clear.sizeHint().width(), self._clear.sizeHint().height())

    def _arrange(self) -> None:
        clear_width = self._clear.sizeHint().width() + _SPACING if len(self._chips) > 1 else 0
        room = self.width() - clear_width
        shown = self._fitting(room)
        if len(shown) < len(self._buttons):
            self._more.setText(f"+{len(self._chips)}")
            shown = self._fitting(room - self._more.sizeHint().width() - _SPACING)
        self._hidden = tuple(
            chip
            for chip, button in zip(self._chips, self._buttons, strict=True)
            if button not in shown
        )
        self._more.setText(f"+{len(self._hidden)}")
        hint = self.tr("%n more filter(s)", "", len(self._hidden))
        self._more.setToolTip(hint)
        self._more.setAccessibleName(hint)
        shown += [self._more] if self._hidden else []
        shown += [self._clear] if len(self._chips) > 1 else []
        left = 0
        for button in (*self._buttons, self._more, self._clear):
            button.setVisible(button in shown)
        for button in shown:
            size = button.sizeHint()
            button.setGeometry(left, (self.height() - size.height()) // 2, *size.toTuple())
            left += size.width() + _SPACING

    def _fitting(self, room: int) -> list[QPushButton]:
        """The chips that find room in so many pixels; a long one gives way to shorter ones."""
        found: list[QPushButton] = []
        for button in self._buttons:
            width = button.sizeHint().width() + (_SPACING if found else 0)
            if width <= room:
                room -= width
                found.append(button)
        return found

    def _chip_button(self, number: int) -> QPushButton:
        chip = self._chips[number]
        if chip.is_switch:
            hint = self.tr("Pictures in any of these, or only those in all of them")
            button = self._button(f"{chip.text}  ⇄", hint)
            button.setProperty("kind", "suggested")
        else:
            text = chip.text
            if len(text) > _LONGEST_CHARACTERS:
                text = f"{text[: _LONGEST_CHARACTERS - 1].rstrip()}…"
            hint = self.tr("Remove this filter")
            button = self._button(f"{text}  ✕", hint if text == chip.text else chip.text)
        button.setProperty("number", number)
        button.clicked.connect(self._choose)
        return button

    def _button(self, text: str, hint: str) -> QPushButton:
        # An ampersand would make the next letter a shortcut.
        button = QPushButton(text.replace("&", "&&"), self)
        button.setProperty("role", "chip")
        button.setToolTip(hint)
        button.setAccessibleDescription(hint)
        return button

    def _choose(self) -> None:
        self.filter_chosen.emit(self._chips[int(self.sender().property("number"))].after)

    def _drop_all(self) -> None:
        self.filter_chosen.emit(Filter())

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for chip in self._hidden:
            sign = "⇄" if chip.is_switch else "✕"
            action = menu.addAction(f"{chip.text}  {sign}".replace("&", "&&"))
            action.setData(chip.after)
        menu.triggered.connect(self._choose_hidden)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _choose_hidden(self, action: QAction) -> None:
        self.filter_chosen.emit(action.data())
