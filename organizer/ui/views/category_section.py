"""The categories of a picture, and what the user says of them."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from organizer.library.records import AssignedCategory
from organizer.tagging.categories import OTHERS
from organizer.tagging.records import Category
from organizer.ui.icons import icon
from organizer.ui.views.labels import label
from organizer.ui.views.score_row import ScoreRow

_ICON = QSize(16, 16)
_BY_USER = "user"
_BY_SERVICE = "service"


class CategorySection(QWidget):
    """A row for each category of a picture, to be confirmed or taken out, and a button to add one.

    What the user decides is shown at once; the library follows.

    Signals:
        decided(str, object): The picture is in the category of this id (True), is not (False), or
            nothing is said of it any more (None).
        new_requested(): The picture is to be in a category that is yet to be made.
    """

    decided = Signal(str, object)
    new_requested = Signal()

    def __init__(
        self, categories: tuple[Category, ...], is_korean: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._categories = {category.id: category for category in categories}
        self._is_korean = is_korean
        self._assigned: tuple[AssignedCategory, ...] = ()
        self._told: Mapping[str, str] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._head())
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        layout.addLayout(self._rows)

    @property
    def add_menu(self) -> QMenu:
        """Offers the categories that the picture is not in."""
        return self._menu

    def buttons(self) -> dict[str, QToolButton]:
        """The buttons of the rows by their names, such as "Pets: right"."""
        items = [self._rows.itemAt(number) for number in range(self._rows.count())]
        rows = [row for item in items if item is not None and (row := item.widget()) is not None]
        found = [button for row in rows for button in row.findChildren(QToolButton)]
        return {button.accessibleName(): button for button in found}

    def offer_categories(self, categories: tuple[Category, ...]) -> None:
        """Knows other categories than before, or the same under other names."""
        self._categories = {category.id: category for category in categories}
        self.show_categories(self._assigned, self._told)

    def show_categories(
        self, assigned: tuple[AssignedCategory, ...], told: Mapping[str, str] | None = None
    ) -> None:
        """Shows the categories of another picture, or of the same one anew; or of several.

        `told` says by id what to tell instead of the score.
        """
        self._assigned = assigned
        self._told = told or {}
        while (item := self._rows.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        for one in assigned:
            if one.category_id in self._categories:
                self._rows.addWidget(self._row(one))
        present = {one.category_id for one in assigned} | {OTHERS}
        self._menu.clear()
        for category in self._categories.values():
            if category.id not in present:
                choose = partial(self._decide, category.id, True)
                self._menu.addAction(self._name(category)).triggered.connect(choose)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("New category…")).triggered.connect(self.new_requested)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Categories"), "heading"), 1)
        self._menu = QMenu(self)
        add = QToolButton(self)
        add.setIcon(icon("plus", self.palette().text().color()))
        add.setProperty("size", "small")
        add.setIconSize(_ICON)
        add.setToolTip(self.tr("Add a category"))
        add.setAccessibleName(self.tr("Add a category"))
        add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        add.setMenu(self._menu)
        head.addWidget(add)
        return head

    def _row(self, assigned: AssignedCategory) -> QWidget:
        category = self._categories[assigned.category_id]
        name = self._name(category)
        row = QWidget(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        is_confirmed = assigned.source == _BY_USER
        told = self.tr("by you") if is_confirmed else f"{assigned.score:.0%}"
        if assigned.source == _BY_SERVICE:
            told = self.tr("by the service")
        told = self._told.get(category.id, told)
        layout.addWidget(ScoreRow(name, category.colour, assigned.score, told, row), 1)
        if category.id != OTHERS:
            right = self._button(
                "check",
                self.tr("{name}: right").format(name=name),
                self.tr("This is right: keep the picture here"),
            )
            right.setCheckable(True)
            right.setChecked(is_confirmed)
            right.clicked.connect(
                partial(self._decide, category.id, None if is_confirmed else True)
            )
            wrong = self._button(
                "close",
                self.tr("{name}: wrong").format(name=name),
                self.tr("This is wrong: take the picture out"),
            )
            wrong.clicked.connect(partial(self._decide, category.id, False))
            for button in (right, wrong):
                layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _button(self, drawing: str, name: str, hint: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("size", "small")
        button.setIcon(icon(drawing, self.palette().text().color()))
        button.setIconSize(_ICON)
        button.setToolTip(hint)
        button.setAccessibleName(name)
        return button

    def _decide(self, category_id: str, is_in: bool | None, _checked: bool = False) -> None:
        self.decided.emit(category_id, is_in)
        told = {id: text for id, text in self._told.items() if id != category_id}
        self.show_categories(_after(self._assigned, category_id, is_in), told)

    def _name(self, category: Category) -> str:
        return category.name_ko if self._is_korean else category.name_en


def _after(
    assigned: tuple[AssignedCategory, ...], category_id: str, is_in: bool | None
) -> tuple[AssignedCategory, ...]:
    """What is shown until the library answers."""
    if is_in is False:
        return tuple(one for one in assigned if one.category_id != category_id)
    if is_in is None:
        return tuple(
            replace(one, source="model") if one.category_id == category_id else one
            for one in assigned
        )
    kept = [one for one in assigned if one.category_id not in (category_id, OTHERS)]
    return (AssignedCategory(category_id, 1.0, _BY_USER), *kept)
