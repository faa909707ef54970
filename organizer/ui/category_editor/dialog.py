"""The dialog in which a category is made or changed."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from organizer.library.edits import (
    DecideCategory,
    Edit,
    ForgetDecisions,
    RemoveCategory,
    SaveCategory,
    Several,
)
from organizer.library.thumbnails import ThumbnailStore
from organizer.tagging.categories import OTHERS
from organizer.tagging.new_categories import (
    default_category,
    free_colour,
    is_changed,
    new_category_id,
)
from organizer.tagging.records import Category
from organizer.ui.category_editor.census import Census
from organizer.ui.category_editor.colour_choice import ColourChoice
from organizer.ui.category_editor.example_pictures import ExamplePictures
from organizer.ui.category_editor.meaning_field import MeaningField
from organizer.ui.category_editor.name_fields import NameFields
from organizer.ui.category_editor.occasion import Occasion
from organizer.ui.category_editor.preview_pane import PreviewPane
from organizer.ui.models.thumbnail_loader import ThumbnailLoader
from organizer.ui.views.labels import label
from organizer.ui.workers.workers import Workers

_SHARE_OF_SCREEN = 0.85


class CategoryEditor(QDialog):
    """Asks for all of a category and shows what it would hold; changes nothing by itself.

    Signals:
        decided(str, Edit): What the user wants done, and what to call it.
    """

    decided = Signal(str, object)

    def __init__(
        self,
        occasion: Occasion,
        categories: Sequence[Category],
        workers: Workers,
        is_korean: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._before = occasion.category
        self._categories = tuple(categories)
        self._is_korean = is_korean
        self._id = new_category_id("") if self._before is None else self._before.id
        self._loader = ThumbnailLoader(ThumbnailStore(workers.place.thumbnails), self)
        self.names = NameFields(is_korean, self)
        colour = self._before.colour if self._before else free_colour(self._categories)
        self.colours = ColourChoice(colour, self)
        self.meaning = MeaningField(is_korean, self._id == OTHERS, self)
        self.examples = ExamplePictures(occasion.examples, occasion.are_meant, self._loader, self)
        self.preview = PreviewPane(workers.indexing, self._loader, self)
        self._remark = label("", "muted", self)
        self._make_buttons()
        self._arrange()
        if self._before is None:
            self.setWindowTitle(self.tr("New category"))
        else:
            self.setWindowTitle(self.tr("Category “{name}”").format(name=self._name(self._before)))
            self.names.show_names(self._before.name_en, self._before.name_ko)
            self.meaning.show_meaning(self._before)
        self._connect()
        self._follow()

    def show_census(self, census: Census) -> None:
        """Knows how much was learned of the category."""
        count = census.decisions.get(self._id, 0)
        self.forget_button.setText(
            self.tr("Forget what was learned (%n picture(s))", "", count)
            if count
            else self.tr("Nothing was learned yet")
        )
        self.forget_button.setEnabled(count > 0)

    def done(self, result: int) -> None:
        """Lets go of the worker and of thumbnails."""
        self.preview.stop()
        self._loader.stop()
        super().done(result)

    def _make_buttons(self) -> None:
        self.save_button = self._button(self.tr("Save"))
        self.save_button.setProperty("role", "primary")
        self.save_button.setDefault(True)
        self.cancel_button = self._button(self.tr("Cancel"))
        self.remove_button = self._button(self.tr("Remove"))
        self.restore_button = self._button(self.tr("Restore default"))
        self.forget_button = self._button(self.tr("Forget what was learned"))
        self.forget_button.setEnabled(False)
        is_new = self._before is None
        self.forget_button.setHidden(is_new)
        self.remove_button.setHidden(is_new or self._id == OTHERS)
        self.restore_button.setHidden(self._before is None or not is_changed(self._before))

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        return button

    def _arrange(self) -> None:
        form = QVBoxLayout()
        form.setSpacing(12)
        form.addWidget(self.names)
        colour = QVBoxLayout()
        colour.setSpacing(4)
        colour.addWidget(label(self.tr("Colour"), "heading", self))
        colour.addWidget(self.colours)
        form.addLayout(colour)
        form.addWidget(self.meaning, 1)
        form.addWidget(self.examples)
        sides = QHBoxLayout()
        sides.setSpacing(20)
        sides.addLayout(form, 3)
        sides.addWidget(self.preview, 2)
        roles = QDialogButtonBox.ButtonRole
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.save_button, roles.AcceptRole)
        buttons.addButton(self.cancel_button, roles.RejectRole)
        foot = QHBoxLayout()
        for button in (self.remove_button, self.restore_button, self.forget_button):
            foot.addWidget(button)
        foot.addWidget(self._remark, 1)
        foot.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(16)
        layout.addLayout(sides, 1)
        layout.addLayout(foot)
        text = self.fontMetrics()
        tallest = round(self.screen().availableGeometry().height() * _SHARE_OF_SCREEN)
        self.resize(text.averageCharWidth() * 135, min(text.lineSpacing() * 48, tallest))

    def _connect(self) -> None:
        for part in (self.names, self.meaning):
            part.changed.connect(self._follow)
        for strip in (self.examples.strip, self.preview.strip):
            strip.arranged.connect(self._want_thumbnails)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.reject)
        self.remove_button.clicked.connect(self._remove)
        self.restore_button.clicked.connect(self._restore)
        self.forget_button.clicked.connect(self._forget)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.save)

    def save(self) -> None:
        """Has the category saved, with its examples, unless something is missing or wrong."""
        if not self.save_button.isEnabled():
            return
        category = self._category()
        edits: list[Edit] = []
        if self._before is None:
            category = replace(category, id=new_category_id(category.name_en))
        if category != self._before:
            edits.append(SaveCategory(category))
        if examples := self.examples.chosen():
            edits.append(DecideCategory(examples, category.id, True))
        if edits:
            name = self._name(category)
            is_new = self._before is None
            text = self.tr("New category {name}") if is_new else self.tr("Change {name}")
            edit = edits[0] if len(edits) == 1 else Several(tuple(edits))
            self.decided.emit(text.format(name=name), edit)
        self.accept()

    def _category(self) -> Category:
        phrases, rule = self.meaning.meaning()
        return Category(self._id, *self.names.names(), self.colours.colour, phrases, rule)

    def _follow(self) -> None:
        """Looks for the pictures of what stands there now, and says what is missing."""
        category = self._category()
        is_described = bool(category.phrases) or bool(category.rule)
        is_broken = self.meaning.is_broken
        self.save_button.setEnabled(not is_broken and not self.names.are_empty)
        self._remark.setText(self._remark_on(category, is_described))
        if is_broken and category.rule:
            self.preview.show_category(None, self.tr("The rule cannot be read as it stands."))
        elif is_broken or (self.names.are_empty and not is_described):
            hint = self.tr("Say what lies in it, and see here which pictures would.")
            self.preview.show_category(None, hint)
        elif is_described:
            # Another name or colour holds the same pictures.
            self.preview.show_category(replace(category, name_en="", name_ko="", colour=""))
        else:
            self.preview.show_category(replace(category, colour=""))

    def _remark_on(self, category: Category, is_described: bool) -> str:
        if self.names.are_empty:
            return self.tr("A name is missing.")
        same = (category.name_en, category.name_ko)
        others = (one for one in self._categories if one.id != self._id)
        if any(same in ((one.name_en, one.name_ko),) for one in others):
            return self.tr("There is a category of this name already.")
        if not is_described and not self.meaning.is_by_rule:
            return self.tr("Without phrases, its name describes it.")
        return ""

    def _want_thumbnails(self) -> None:
        wanted = (*self.examples.strip.wanted(), *self.preview.strip.wanted())
        self._loader.want(wanted, self.devicePixelRatioF())

    def _remove(self) -> None:
        if self._before is not None:
            name = self._name(self._before)
            self.decided.emit(self.tr("Remove {name}").format(name=name), RemoveCategory(self._id))
            self.accept()

    def _restore(self) -> None:
        original = default_category(self._id)
        if original is not None:
            name = self._name(original)
            self.decided.emit(self.tr("Restore {name}").format(name=name), SaveCategory(original))
            self.accept()

    def _forget(self) -> None:
        if self._before is not None:
            name = self._name(self._before)
            text = self.tr("Forget what was learned of {name}").format(name=name)
            self.decided.emit(text, ForgetDecisions(self._id))

    def _name(self, category: Category) -> str:
        return category.name_ko if self._is_korean else category.name_en
