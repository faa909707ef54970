"""Opens the dialogs about categories, and has done what the user decides there."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QDialog, QWidget

from organizer.library.edits import Edit, RemoveCategory
from organizer.tagging.categories import OTHERS
from organizer.tagging.records import Category
from organizer.ui.category_editor.census import Census, CensusTaker
from organizer.ui.category_editor.occasion import Occasion
from organizer.ui.workers.hearing import Hearing
from organizer.ui.workers.workers import Workers

if TYPE_CHECKING:
    from organizer.ui.category_editor.dialog import CategoryEditor
    from organizer.ui.category_editor.listing import CategoryList

_REFRESH_MILLISECONDS = 300


class CategoryEditing(QObject):
    """Stands between a window and `workers`, which outlive it: `close` ends what goes on.

    `selected` tells the ids of the pictures that are selected in the window.

    Signals:
        failed(OrganizerError): The library cannot be read.
    """

    failed = Signal(object)

    def __init__(
        self,
        workers: Workers,
        categories: Sequence[Category],
        is_korean: bool,
        selected: Callable[[], tuple[int, ...]],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._workers = workers
        self._window = window
        self._categories = tuple(categories)
        self._is_korean = is_korean
        self._selected = selected
        self._census: CensusTaker | None = None
        self._editor: CategoryEditor | None = None
        self._list: CategoryList | None = None
        self._counting = QTimer(self, singleShot=True, interval=_REFRESH_MILLISECONDS)
        self._counting.timeout.connect(self._count)
        self._hearing = Hearing(workers.indexing.library_changed.connect(self._count_soon))

    @property
    def categories(self) -> tuple[Category, ...]:
        """The categories as far as they are known."""
        return self._categories

    @property
    def editor(self) -> "CategoryEditor | None":
        """The dialog about one category, while it is open."""
        return self._editor

    @property
    def listing(self) -> "CategoryList | None":
        """The dialog about all categories, while it is open."""
        return self._list

    def show_categories(self, categories: Sequence[Category]) -> None:
        """Knows other categories than before."""
        self._categories = tuple(categories)

    def create(self) -> None:
        """Asks for a new category; several selected pictures are taken for examples of it."""
        examples = self._selected()
        self._open_editor(Occasion(None, examples, len(examples) > 1))

    def create_for_selected(self) -> None:
        """Asks for a new category to which the selected pictures belong."""
        self._open_editor(Occasion(None, self._selected(), are_meant=True))

    def edit(self, category_id: str) -> None:
        """Asks what is to change of a category."""
        category = self._found(category_id)
        if category is not None:
            self._open_editor(Occasion(category, self._selected()))

    def remove(self, category_id: str) -> None:
        """Removes a category; what was decided about it comes back with it."""
        category = self._found(category_id)
        if category is not None and category_id != OTHERS:
            name = category.name_ko if self._is_korean else category.name_en
            self._do(self.tr("Remove {name}").format(name=name), RemoveCategory(category_id))

    def open_list(self) -> None:
        """Shows all categories."""
        # Imported when it is wanted: the start need not wait for it.
        from organizer.ui.category_editor.listing import CategoryList

        if self._list is not None:
            return
        listing = CategoryList(self._workers.history, self._is_korean, self._window)
        listing.new_requested.connect(self.create)
        listing.edit_requested.connect(self.edit)
        listing.removal_requested.connect(self.remove)
        listing.decided.connect(self._do)
        listing.finished.connect(self._forget_list)
        self._list = listing
        listing.show_census(Census(self._categories))
        self._count()
        listing.open()

    def close(self) -> None:
        """Closes the dialogs, and hears no more of the library."""
        self._hearing.end()
        self._counting.stop()
        for dialog in (self._editor, self._list):
            if dialog is not None:
                dialog.reject()
        if self._census is not None:
            self._census.stop()

    def _open_editor(self, occasion: Occasion) -> None:
        from organizer.ui.category_editor.dialog import CategoryEditor

        if self._editor is not None:
            return
        parent: QDialog | QWidget = self._list or self._window
        editor = CategoryEditor(occasion, self._categories, self._workers, self._is_korean, parent)
        editor.decided.connect(self._do)
        editor.finished.connect(self._forget_editor)
        self._editor = editor
        self._count()
        editor.open()

    def _do(self, text: str, edit: Edit) -> None:
        self._workers.history.do(text, edit)

    def _found(self, category_id: str) -> Category | None:
        return next((one for one in self._categories if one.id == category_id), None)

    def _count_soon(self) -> None:
        if (self._editor or self._list) and not self._counting.isActive():
            self._counting.start()

    def _count(self) -> None:
        if self._census is None:
            self._census = CensusTaker(self._workers.place, self)
            self._census.counted.connect(self._show_census)
            self._census.failed.connect(self.failed)
        self._census.ask()

    def _show_census(self, census: Census) -> None:
        self._categories = census.categories
        for dialog in (self._editor, self._list):
            if dialog is not None:
                dialog.show_census(census)

    def _forget_editor(self) -> None:
        self._editor = None

    def _forget_list(self) -> None:
        self._list = None
