"""The sidebar: everything, months, categories and hashtags, with counts that follow the filter."""

from itertools import groupby

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTreeView, QVBoxLayout, QWidget

from organizer.library.filters import Filter
from organizer.library.records import Facets, PlaceStatus
from organizer.tagging.new_categories import default_category
from organizer.tagging.records import Category
from organizer.ui import formatting
from organizer.ui.albums.rows import AlbumRows
from organizer.ui.removal.rows import ArchiveRows
from organizer.ui.views.category_menu import CategoryMenu
from organizer.ui.views.hashtag_rows import HashtagRows
from organizer.ui.views.sidebar_choice import Kind, after_click, is_chosen
from organizer.ui.views.sidebar_delegate import SidebarDelegate, SidebarRole
from organizer.ui.views.sidebar_rows import heading, place_rows, row, statement


class Sidebar(QWidget):
    """Shows Facets and turns clicks into a Filter.

    A click chooses, another one takes the choice back; with Ctrl, what is of
    one kind adds up.

    Attributes:
        albums: The rows of albums, and what can be done with them.
        archives: What can be done with the rows of archives.
        hashtags: The rows of hashtags, and the field in which they are looked for.

    Signals:
        filter_chosen(Filter): The user wants to see something else.
    """

    filter_chosen = Signal(object)

    def __init__(
        self, categories: tuple[Category, ...], is_korean: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._categories = categories
        self._is_korean = is_korean
        self._chosen = Filter()
        self._facets: Facets | None = None
        self._found = 0
        self._places: tuple[PlaceStatus, ...] = ()
        self._shown: tuple[Facets, Filter, int, tuple[PlaceStatus, ...]] | None = None
        self._open_rows: set[tuple[Kind, object]] = set()
        self._model = QStandardItemModel(self)
        self._tree = self._make_tree()
        self.category_menu = CategoryMenu(self._tree)
        self.category_menu.opened_at.connect(self._open_category_menu)
        self.category_menu.only_requested.connect(self._show_only)
        self.albums = AlbumRows(self._tree)
        self.archives = ArchiveRows(self._tree, self.albums.deletion)
        self.archives.only_requested.connect(self._show_only_archives)
        self.hashtags = HashtagRows(self._tree, self)
        self.hashtags.changed.connect(self._show_again)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 8, 12)
        layout.setSpacing(8)
        layout.addWidget(self._tree, 1)
        layout.addWidget(self.hashtags.search)

    def show_facets(
        self, facets: Facets, chosen: Filter, found: int, places: tuple[PlaceStatus, ...]
    ) -> None:
        """Shows the counts of `facets`, all `found` pictures and `places`; marks what is chosen."""
        shown = (facets, chosen, found, places)
        if shown == self._shown:
            return
        self._shown = shown
        self._facets, self._chosen, self._found, self._places = facets, chosen, found, places
        self.hashtags.show_facets(facets.hashtags, chosen)
        self._show_again()

    def show_filter(self, chosen: Filter) -> None:
        """Marks what is chosen at once; the counts that go with it come later."""
        self._chosen = chosen
        for item in self._rows():
            choice = item.data(SidebarRole.CHOICE)
            if choice is not None:
                facet = item.data(SidebarRole.HASHTAG)
                is_marked = is_chosen(chosen, *choice) or self.hashtags.is_chosen(facet, chosen)
                if bool(item.data(SidebarRole.CHOSEN)) is not is_marked:
                    item.setData(is_marked, SidebarRole.CHOSEN)

    def show_categories(self, categories: tuple[Category, ...]) -> None:
        """Shows other categories than before, or the same under other names."""
        self._categories = categories
        self._show_again()

    def item_named(self, text: str) -> QStandardItem | None:
        """The first row that says `text`."""
        found = self._model.findItems(text, Qt.MatchFlag.MatchRecursive)
        return found[0] if found else None

    def position_of(self, item: QStandardItem) -> QPoint:
        """Where a row is on the tree's viewport, scrolled into view."""
        self._tree.scrollTo(item.index())
        return self._tree.visualRect(item.index()).center()

    @property
    def tree(self) -> QTreeView:
        """The list of choices."""
        return self._tree

    def _make_tree(self) -> QTreeView:
        tree = QTreeView(self)
        tree.setModel(self._model)
        tree.setItemDelegate(SidebarDelegate(tree))
        tree.setHeaderHidden(True)
        tree.setIndentation(16)
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(False)
        tree.setAnimated(False)
        tree.setExpandsOnDoubleClick(False)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        tree.setAccessibleName(self.tr("Filter by date, category and hashtag"))
        tree.clicked.connect(self._choose)
        tree.activated.connect(self._choose_by_key)
        tree.expanded.connect(self._remember_open)
        tree.collapsed.connect(self._remember_closed)
        return tree

    def _show_again(self) -> None:
        facets = self._facets
        if facets is None:
            return
        scrolled = self._tree.verticalScrollBar().value()
        current = self._tree.currentIndex().data(SidebarRole.CHOICE)
        self._model.clear()
        root = self._model.invisibleRootItem()
        everything = row(self.tr("All pictures"), self._found, Kind.ALL, None, self._chosen)
        root.appendRow(everything)
        self._add_kinds(root, facets)
        self._add_checks(root, facets)
        self.albums.add_to(root, facets.albums, self._chosen)
        self._add_months(root, facets)
        self._add_categories(root, facets)
        if self._places:
            root.appendRow(heading(self.tr("Archives")))
            root.appendRows(place_rows(self._places, facets.archives, self._chosen))
        self.hashtags.add_to(root, self._open_rows)
        if current is not None:
            self._make_current(current)
        # Until rows are laid out there is nothing to scroll.
        self._tree.doItemsLayout()
        self._tree.verticalScrollBar().setValue(scrolled)

    def _add_kinds(self, root: QStandardItem, facets: Facets) -> None:
        for text, count, kind in (
            (self.tr("Favourites"), facets.favourites, Kind.FAVOURITES),
            (self.tr("Videos"), facets.videos, Kind.VIDEOS),
        ):
            if count or is_chosen(self._chosen, kind, None):
                root.appendRow(row(text, count, kind, None, self._chosen))

    def _add_checks(self, root: QStandardItem, facets: Facets) -> None:
        """What the user may want to look at again; nothing where there is nothing."""
        checks = (
            (
                self.tr("To review"),
                facets.to_review,
                Kind.REVIEW,
                self.tr("Not sure of these: a click on ✓ or ✕ helps most here"),
            ),
            (
                self.tr("Hashtags that don't fit"),
                facets.misfits,
                Kind.MISFITS,
                self.tr("The captions of these have hashtags that the pictures do not show"),
            ),
        )
        for text, count, kind, hint in checks:
            if count or is_chosen(self._chosen, kind, None):
                item = row(text, count, kind, None, self._chosen)
                item.setToolTip(hint)
                root.appendRow(item)

    def _make_current(self, choice: object) -> None:
        """Leaves who came by the keyboard where they were."""
        for item in self._rows():
            if item.data(SidebarRole.CHOICE) == choice:
                self._tree.setCurrentIndex(item.index())
                return

    def _rows(self) -> list[QStandardItem]:
        root = self._model.invisibleRootItem()
        tops = [root.child(number) for number in range(root.rowCount())]
        return [*tops, *(top.child(number) for top in tops for number in range(top.rowCount()))]

    def _add_months(self, root: QStandardItem, facets: Facets) -> None:
        if not facets.months:
            return
        root.appendRow(heading(self.tr("Dates")))
        for year, months in groupby(facets.months.items(), key=lambda entry: entry[0][0]):
            counts = list(months)
            total = sum(count for _, count in counts)
            item = row(str(year), total, Kind.YEAR, year, self._chosen)
            for (_, month), count in counts:
                name = formatting.month_name(month)
                item.appendRow(row(name, count, Kind.MONTH, (year, month), self._chosen))
            root.appendRow(item)
            is_open = (Kind.YEAR, year) in self._open_rows or self._chosen.year == year
            self._tree.setExpanded(item.index(), is_open)

    def _add_categories(self, root: QStandardItem, facets: Facets) -> None:
        shown = [(facets.categories.get(category.id, 0), category) for category in self._categories]
        if not self._chosen.categories and not any(count for count, _ in shown):
            return
        root.appendRow(heading(self.tr("Categories")))
        for count, category in shown:
            is_marked = category.id in self._chosen.categories
            # What the user made is there, though nothing lies in it yet.
            if count or is_marked or default_category(category.id) is None:
                name = category.name_ko if self._is_korean else category.name_en
                item = row(name, count, Kind.CATEGORY, category.id, self._chosen)
                item.setData(category.colour, SidebarRole.COLOUR)
                root.appendRow(item)
        adding = statement(self.tr("New category…"), "")
        adding.setData((Kind.NEW_CATEGORY, None), SidebarRole.CHOICE)
        adding.setData(True, SidebarRole.FAINT)
        root.appendRow(adding)

    def _choose_by_key(self, index: QModelIndex) -> None:
        # A mouse click has been seen by `clicked` already.
        if not QApplication.mouseButtons() and self._tree.hasFocus():
            self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        choice = index.data(SidebarRole.CHOICE)
        if choice is None:
            return
        kind, value = choice
        if kind is Kind.NEW_ALBUM:
            self.albums.new_requested.emit()
            return
        if kind is Kind.NEW_CATEGORY:
            self.category_menu.new_requested.emit()
            return
        adds_up = bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier)
        self.filter_chosen.emit(after_click(self._chosen, kind, value, adds_up))

    def _open_category_menu(self, point: QPoint) -> None:
        choice = self._tree.indexAt(point).data(SidebarRole.CHOICE)
        if choice is not None and choice[0] is Kind.CATEGORY:
            self.category_menu.open_for(choice[1], point)
        elif choice is not None and choice[0] is Kind.ALBUM:
            self.albums.open_menu(choice[1], point)
        elif choice is not None and choice[0] is Kind.ARCHIVES:
            self.archives.open_menu(choice[1], point)

    def _show_only(self, category_id: str) -> None:
        self.filter_chosen.emit(Filter(categories=(category_id,)))

    def _show_only_archives(self, archives: tuple[int, ...]) -> None:
        self.filter_chosen.emit(Filter(archives=archives))

    def _remember_open(self, index: QModelIndex) -> None:
        self._open_rows.add(index.data(SidebarRole.CHOICE))

    def _remember_closed(self, index: QModelIndex) -> None:
        self._open_rows.discard(index.data(SidebarRole.CHOICE))
