"""The button that copies hashtags, and beside it in which order and language."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from organizer.tagging.hashtag_lines import HashtagLanguage, HashtagLine, HashtagOrder
from organizer.ui.icons import icon
from organizer.ui.views.labels import label


class CopyRow(QWidget):
    """Copies the hashtags it was given, as the menu beside it says.

    Signals:
        copied(int): So many hashtags are on the clipboard.
        line_chosen(HashtagLine): Another order or language was chosen.
    """

    copied = Signal(int)
    line_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = HashtagLine()
        self._hashtags: tuple[str, ...] = ()
        self._is_suggested = False
        self._limit = 1
        self._uses: Mapping[str, int] = {}
        self.button = QPushButton(self)
        self.button.setProperty("role", "primary")
        self.button.clicked.connect(self._copy)
        self.menu_button = QToolButton(self)
        self.menu_button.setIcon(icon("chevron_down", self.palette().text().color()))
        self.menu_button.setIconSize(QSize(18, 18))
        self.menu_button.setToolTip(self.tr("Order and language of what is copied"))
        self.menu_button.setAccessibleName(self.tr("Order and language of what is copied"))
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._choices: dict[HashtagOrder | HashtagLanguage, QAction] = {}
        self.menu_button.setMenu(self._menu())
        self._warning = label("", "body", self)
        self._warning.hide()
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.button, 1)
        row.addWidget(self.menu_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self._warning)

    @property
    def warning(self) -> str:
        """What it says of too many hashtags; "" when there are not."""
        return "" if self._warning.isHidden() else self._warning.text()

    def choice(self, wanted: HashtagOrder | HashtagLanguage) -> QAction:
        """The action of the menu that chooses an order or a language."""
        return self._choices[wanted]

    def show_line(self, line: HashtagLine) -> None:
        """Copies as `line` says from now on."""
        self._line = line
        for wanted in (line.order, line.language):
            self._choices[wanted].setChecked(True)
        self._show()

    def show_hashtags(
        self, hashtags: Sequence[str], is_suggested: bool, limit: int, uses: Mapping[str, int]
    ) -> None:
        """Offers `hashtags`, which are only suggested or accepted; `uses` counts them by key."""
        self._hashtags = tuple(hashtags)
        self._is_suggested = is_suggested
        self._limit = limit
        self._uses = uses
        self._show()

    def _show(self) -> None:
        copied = self._line.of(self._hashtags, self._uses)
        text = self.tr("Copy {count}/{limit}")
        hint = self.tr("Copies the hashtags that you accepted")
        if self._is_suggested and copied:
            text = self.tr("Copy suggested {count}/{limit}")
            hint = self.tr("None is accepted yet: copies the suggested ones that fit")
        self.button.setText(text.format(count=len(copied), limit=self._limit))
        line = " ".join(f"#{hashtag}" for hashtag in copied)
        self.button.setToolTip("\n".join(filter(None, (hint, line))))
        self.button.setAccessibleDescription(hint)
        self.button.setEnabled(bool(copied))
        too_many = self.tr("{count} hashtags are more than your limit of {limit}.")
        self._warning.setText(too_many.format(count=len(copied), limit=self._limit))
        self._warning.setVisible(len(copied) > self._limit)

    def _menu(self) -> QMenu:
        menu = QMenu(self.menu_button)
        orders = {
            HashtagOrder.GIVEN: self.tr("As accepted, or by fit"),
            HashtagOrder.ALPHABETICAL: self.tr("A–Z"),
            HashtagOrder.MOST_USED: self.tr("Most used first"),
        }
        languages = {
            HashtagLanguage.AS_THEY_ARE: self.tr("As they are"),
            HashtagLanguage.KOREAN: self.tr("In Korean"),
            HashtagLanguage.ENGLISH: self.tr("In English"),
            HashtagLanguage.BOTH: self.tr("In both languages"),
        }
        for names in (orders, languages):
            group = QActionGroup(menu)
            for value, name in names.items():
                action = QAction(name, group)
                action.setCheckable(True)
                self._choices[value] = action
                menu.addAction(action)
            group.triggered.connect(self._choose)
            menu.addSeparator()
        return menu

    def _choose(self, action: QAction) -> None:
        chosen = next(value for value, one in self._choices.items() if one == action)
        if isinstance(chosen, HashtagOrder):
            line = replace(self._line, order=chosen)
        else:
            line = replace(self._line, language=chosen)
        self.show_line(line)
        self.line_chosen.emit(line)

    def _copy(self) -> None:
        copied = self._line.of(self._hashtags, self._uses)
        QGuiApplication.clipboard().setText(" ".join(f"#{hashtag}" for hashtag in copied))
        self.copied.emit(len(copied))
