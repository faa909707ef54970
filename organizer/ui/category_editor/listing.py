"""The dialog that lists all categories."""

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QIcon,
    QKeySequence,
    QPainter,
    QPixmap,
    QShortcut,
    QStandardItem,
    QStandardItemModel,
    QUndoStack,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from organizer.library.edits import Edit, ForgetDecisions, SaveCategory, Several
from organizer.tagging.categories import OTHERS, load_categories
from organizer.tagging.new_categories import default_category, is_changed
from organizer.tagging.records import Category
from organizer.ui import formatting
from organizer.ui.category_editor.census import Census
from organizer.ui.history_actions import RedoAction, UndoAction
from organizer.ui.views.labels import label

_ID = Qt.ItemDataRole.UserRole + 1
_DOT = QSize(12, 12)
_SHARPEST = 3


class CategoryList(QDialog):
    """Shows a Census: every category with its colour, its pictures and where it comes from.

    Signals:
        new_requested(), edit_requested(str), removal_requested(str): The last two with an id.
        decided(str, Edit): What the user wants done, and what to call it.
    """

    new_requested = Signal()
    edit_requested = Signal(str)
    removal_requested = Signal(str)
    decided = Signal(str, object)

    def __init__(self, history: QUndoStack, is_korean: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Categories"))
        self._is_korean = is_korean
        self._census = Census(())
        self._model = QStandardItemModel(self)
        self.tree = self._make_tree()
        self.new_button = self._button(self.tr("New category…"))
        self.new_button.clicked.connect(self.new_requested)
        self.edit_button = self._button(self.tr("Edit…"))
        self.edit_button.clicked.connect(self._edit)
        self.remove_button = self._button(self.tr("Remove"))
        self.remove_button.clicked.connect(self._remove)
        self.restore_button = self._button(self.tr("Restore all defaults"))
        self.restore_button.clicked.connect(self._restore)
        self.forget_button = self._button(self.tr("Forget all that was learned"))
        self.forget_button.clicked.connect(self._forget)
        self.close_button = self._button(self.tr("Close"))
        self.close_button.clicked.connect(self.reject)
        self._arrange(self._undo_button(history))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.tree).activated.connect(
            self._remove
        )
        self._choose()

    def show_census(self, census: Census) -> None:
        """Shows the categories as they are now; the chosen one stays chosen."""
        chosen = self._chosen()
        self._census = census
        self._model.clear()
        titles = (
            self.tr("Category"),
            self.tr("Pictures"),
            self.tr("Decided by you"),
            self.tr("Made by"),
        )
        self._model.setHorizontalHeaderLabels(titles)
        for category in census.categories:
            self._model.appendRow(self._row(category))
            if chosen is not None and category.id == chosen.id:
                self.tree.setCurrentIndex(self._model.index(self._model.rowCount() - 1, 0))
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, self._model.columnCount()):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        decided = sum(census.decisions.values())
        self.forget_button.setText(
            self.tr("Forget all that was learned (%n decision(s))", "", decided)
            if decided
            else self.tr("Nothing was learned yet")
        )
        self.forget_button.setEnabled(decided > 0)
        self.restore_button.setEnabled(bool(self._defaults()))
        self._choose()

    def rows(self) -> list[tuple[str, ...]]:
        """What the list says, row by row."""
        columns = range(self._model.columnCount())
        return [
            tuple(self._model.index(row, column).data() for column in columns)
            for row in range(self._model.rowCount())
        ]

    def _make_tree(self) -> QTreeView:
        tree = QTreeView(self)
        tree.setModel(self._model)
        tree.setObjectName("categoryList")
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setAllColumnsShowFocus(True)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tree.setAccessibleName(self.tr("Categories"))
        tree.activated.connect(self._edit)
        tree.selectionModel().currentChanged.connect(self._choose)
        return tree

    def _arrange(self, undo: QWidget) -> None:
        side = QVBoxLayout()
        side.setSpacing(8)
        for button in (self.new_button, self.edit_button, self.remove_button):
            side.addWidget(button)
        side.addStretch(1)
        side.addWidget(undo)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.tree, 1)
        middle.addLayout(side)
        foot = QHBoxLayout()
        foot.addWidget(self.restore_button)
        foot.addWidget(self.forget_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(16)
        hint = self.tr("A picture gets up to three. What is sure of none lies in the last one.")
        layout.addWidget(label(hint, "muted", self))
        layout.addLayout(middle, 1)
        layout.addLayout(foot)
        text = self.fontMetrics()
        self.resize(text.averageCharWidth() * 120, text.lineSpacing() * 32)

    def _undo_button(self, history: QUndoStack) -> QToolButton:
        undo, redo = UndoAction(history, self), RedoAction(history, self)
        self.addActions([undo, redo])
        button = QToolButton(self)
        button.setDefaultAction(undo)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        return button

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        return button

    def _row(self, category: Category) -> list[QStandardItem]:
        name = category.name_ko if self._is_korean else category.name_en
        first = QStandardItem(_dot(category.colour), name)
        first.setData(category.id, _ID)
        first.setToolTip(category.rule or "\n".join(category.phrases))
        row = [first]
        for counts in (self._census.pictures, self._census.decisions):
            number = counts.get(category.id, 0)
            count = QStandardItem(formatting.number(number) if number else "–")
            count.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            row.append(count)
        return [*row, QStandardItem(self._origin(category))]

    def _origin(self, category: Category) -> str:
        if default_category(category.id) is None:
            return self.tr("You")
        return self.tr("Changed by you") if is_changed(category) else self.tr("The program")

    def _defaults(self) -> tuple[Category, ...]:
        """The program's categories that are changed or removed, as they were."""
        present = set(self._census.categories)
        return tuple(one for one in load_categories() if one not in present)

    def _chosen(self) -> Category | None:
        id = self.tree.currentIndex().siblingAtColumn(0).data(_ID)
        return next((one for one in self._census.categories if one.id == id), None)

    def _choose(self) -> None:
        chosen = self._chosen()
        self.edit_button.setEnabled(chosen is not None)
        self.remove_button.setEnabled(chosen is not None and chosen.id != OTHERS)

    def _edit(self, _index: QModelIndex | bool = False) -> None:
        if (chosen := self._chosen()) is not None:
            self.edit_requested.emit(chosen.id)

    def _remove(self) -> None:
        if self.remove_button.isEnabled() and (chosen := self._chosen()) is not None:
            self.removal_requested.emit(chosen.id)

    def _restore(self) -> None:
        edits: tuple[Edit, ...] = tuple(SaveCategory(one) for one in self._defaults())
        self.decided.emit(self.tr("Restore all default categories"), Several(edits))

    def _forget(self) -> None:
        self.decided.emit(self.tr("Forget all that was learned"), ForgetDecisions())


def _dot(colour: str) -> QIcon:
    drawn = QPixmap(_DOT * _SHARPEST)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(QRectF(drawn.rect()).adjusted(3, 3, -3, -3))
    painter.end()
    drawn.setDevicePixelRatio(_SHARPEST)
    icon = QIcon(drawn)
    # Qt would tint the colour of a row that is selected.
    icon.addPixmap(drawn, QIcon.Mode.Selected)
    return icon
