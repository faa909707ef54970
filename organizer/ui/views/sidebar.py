"""The sidebar: everything, months, categories and hashtags, with counts that follow the filter."""

from dataclasses import replace
from enum import IntEnum
from itertools import groupby

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from organizer.library.filters import Filter
from organizer.library.records import Facets, PlaceStatus
from organizer.tagging.hashtags import hashtag_key
from organizer.tagging.new_categories import default_category
from organizer.tagging.records import Category
from organizer.ui import formatting
from organizer.ui.views.category_menu import CategoryMenu
from organizer.ui.views.sidebar_delegate import SidebarDelegate, SidebarRole

_HASHTAGS_SHOWN = 60


class _Kind(IntEnum):
    ALL = 0
    YEAR = 1
    MONTH = 2
    CATEGORY = 3
    HASHTAG = 4
    PLACE = 5
    REVIEW = 6
    NEW_CATEGORY = 7


class Sidebar(QWidget):
    """Shows Facets and turns clicks into a Filter.

    A click chooses, another one takes the choice back; with Ctrl, categories and hashtags add up.

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
        self._open_years: set[int] = set()
        self._model = QStandardItemModel(self)
        self._tree = self._make_tree()
        self.category_menu = CategoryMenu(self._tree)
        self.category_menu.opened_at.connect(self._open_category_menu)
        self.category_menu.only_requested.connect(self._show_only)
        self._search = QLineEdit(self)
        self._search.setAcceptDrops(False)
        self._search.setClearButtonEnabled(True)
        self._search.setPlaceholderText(self.tr("Find a hashtag"))
        self._search.setAccessibleName(self.tr("Find a hashtag"))
        self._search.textChanged.connect(self._show_again)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 8, 12)
        layout.setSpacing(8)
        layout.addWidget(self._tree, 1)
        layout.addWidget(self._search)

    def show_facets(
        self, facets: Facets, chosen: Filter, found: int, places: tuple[PlaceStatus, ...]
    ) -> None:
        """Shows the counts of `facets`, all `found` pictures and `places`; marks what is chosen."""
        shown = (self._facets, self._chosen, self._found, self._places)
        if (facets, chosen, found, places) == shown:
            return
        self._facets, self._chosen, self._found, self._places = facets, chosen, found, places
        self._show_again()

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
        self._model.clear()
        root = self._model.invisibleRootItem()
        everything = self._row(self.tr("All pictures"), self._found, _Kind.ALL, None)
        everything.setData(self._chosen.is_empty, SidebarRole.CHOSEN)
        root.appendRow(everything)
        if facets.to_review or self._chosen.is_to_review:
            doubtful = self._row(self.tr("To review"), facets.to_review, _Kind.REVIEW, None)
            doubtful.setData(self._chosen.is_to_review, SidebarRole.CHOSEN)
            doubtful.setToolTip(self.tr("Not sure of these: a click on ✓ or ✕ helps most here"))
            root.appendRow(doubtful)
        self._add_months(root, facets)
        self._add_categories(root, facets)
        self._add_places(root)
        self._add_hashtags(root, facets)
        self._tree.verticalScrollBar().setValue(scrolled)

    def _add_months(self, root: QStandardItem, facets: Facets) -> None:
        if not facets.months:
            return
        root.appendRow(self._heading(self.tr("Dates")))
        for year, months in groupby(facets.months.items(), key=lambda entry: entry[0][0]):
            counts = list(months)
            total = sum(count for _, count in counts)
            item = self._row(str(year), total, _Kind.YEAR, year)
            item.setData(
                self._chosen.year == year and self._chosen.month is None, SidebarRole.CHOSEN
            )
            for (_, month), count in counts:
                name = formatting.month_name(month)
                inner = self._row(name, count, _Kind.MONTH, (year, month))
                is_chosen = (self._chosen.year, self._chosen.month) == (year, month)
                inner.setData(is_chosen, SidebarRole.CHOSEN)
                item.appendRow(inner)
            root.appendRow(item)
            is_open = year in self._open_years or self._chosen.year == year
            self._tree.setExpanded(item.index(), is_open)

    def _add_categories(self, root: QStandardItem, facets: Facets) -> None:
        shown = [(facets.categories.get(category.id, 0), category) for category in self._categories]
        if not any(count for count, _ in shown):
            return
        root.appendRow(self._heading(self.tr("Categories")))
        for count, category in shown:
            is_chosen = category.id in self._chosen.categories
            # What the user made is there, though nothing lies in it yet.
            if count or is_chosen or default_category(category.id) is None:
                name = category.name_ko if self._is_korean else category.name_en
                item = self._row(name, count, _Kind.CATEGORY, category.id)
                item.setData(category.colour, SidebarRole.COLOUR)
                item.setData(is_chosen, SidebarRole.CHOSEN)
                root.appendRow(item)
        adding = self._row(self.tr("New category…"), 0, _Kind.NEW_CATEGORY, None)
        adding.setData("", SidebarRole.COUNT)
        adding.setData(adding.text(), Qt.ItemDataRole.AccessibleTextRole)
        adding.setData(True, SidebarRole.FAINT)
        root.appendRow(adding)

    def _add_hashtags(self, root: QStandardItem, facets: Facets) -> None:
        wanted = hashtag_key(self._search.text())
        fitting = [
            facet
            for facet in facets.hashtags
            if any(wanted in hashtag_key(spelling) for spelling in facet.spellings)
        ]
        if not facets.hashtags:
            return
        root.appendRow(self._heading(self.tr("Hashtags")))
        for facet in fitting[:_HASHTAGS_SHOWN]:
            key = hashtag_key(facet.hashtag)
            item = self._row(f"#{facet.hashtag}", facet.pictures, _Kind.HASHTAG, key)
            keys = map(hashtag_key, facet.spellings)
            item.setData(any(key in self._chosen.hashtags for key in keys), SidebarRole.CHOSEN)
            if len(facet.spellings) > 1:
                item.setToolTip(" ".join(f"#{spelling}" for spelling in facet.spellings))
            root.appendRow(item)

    def _add_places(self, root: QStandardItem) -> None:
        if not self._places:
            return
        root.appendRow(self._heading(self.tr("Archives")))
        # The parts of a large export are one to its owner.
        by_name: dict[str, list[PlaceStatus]] = {}
        for place in self._places:
            name = f"@{place.account}" if place.account else place.path.name
            by_name.setdefault(name, []).append(place)
        for name, places in by_name.items():
            item = self._row(name, sum(one.pictures for one in places), _Kind.PLACE, name)
            is_offline = any(one.is_offline for one in places)
            if is_offline:
                absence = self.tr("not connected")
                item.setData(absence, SidebarRole.COUNT)
                item.setData(f"{name}, {absence}", Qt.ItemDataRole.AccessibleTextRole)
            # It says how things stand; there is nothing to choose.
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            item.setData(None, SidebarRole.CHOICE)
            item.setData(is_offline, SidebarRole.FAINT)
            item.setToolTip("\n".join(map(self._place_hint, places)))
            root.appendRow(item)

    def _place_hint(self, place: PlaceStatus) -> str:
        if not place.is_offline:
            return str(place.path)
        hint = self.tr(
            "{path} is not there. Connect the disk that it is on, or add the archive again where it"
            " is now: nothing that you decided is lost."
        )
        return hint.format(path=place.path)

    def _heading(self, text: str) -> QStandardItem:
        item = QStandardItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setData(True, SidebarRole.HEADING)
        return item

    def _row(self, text: str, count: int, kind: _Kind, value: object) -> QStandardItem:
        item = QStandardItem(text)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        item.setData((kind, value), SidebarRole.CHOICE)
        item.setData(formatting.number(count), SidebarRole.COUNT)
        item.setData(f"{text}, {formatting.number(count)}", Qt.ItemDataRole.AccessibleTextRole)
        return item

    def _choose_by_key(self, index: QModelIndex) -> None:
        # A mouse click has been seen by `clicked` already.
        if not QApplication.mouseButtons() and self._tree.hasFocus():
            self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        choice = index.data(SidebarRole.CHOICE)
        if choice is None:
            return
        kind, value = choice
        if kind is _Kind.NEW_CATEGORY:
            self.category_menu.new_requested.emit()
            return
        adds_up = bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier)
        self.filter_chosen.emit(_changed(self._chosen, kind, value, adds_up))

    def _open_category_menu(self, point: QPoint) -> None:
        choice = self._tree.indexAt(point).data(SidebarRole.CHOICE)
        if choice is not None and choice[0] is _Kind.CATEGORY:
            self.category_menu.open_for(choice[1], point)

    def _show_only(self, category_id: str) -> None:
        self.filter_chosen.emit(Filter(categories=(category_id,)))

    def _remember_open(self, index: QModelIndex) -> None:
        self._open_years.add(index.data(SidebarRole.CHOICE)[1])

    def _remember_closed(self, index: QModelIndex) -> None:
        self._open_years.discard(index.data(SidebarRole.CHOICE)[1])


def _changed(chosen: Filter, kind: _Kind, value: object, adds_up: bool) -> Filter:
    """The filter after a click on a row."""
    if kind is _Kind.YEAR and isinstance(value, int):
        is_chosen = (chosen.year, chosen.month) == (value, None)
        return replace(chosen, year=None if is_chosen else value, month=None)
    if kind is _Kind.MONTH and isinstance(value, tuple):
        if (chosen.year, chosen.month) == value:
            return replace(chosen, month=None)
        return replace(chosen, year=value[0], month=value[1])
    if kind is _Kind.REVIEW:
        return replace(chosen, is_to_review=not chosen.is_to_review)
    if kind is _Kind.CATEGORY:
        return replace(chosen, categories=_toggled(chosen.categories, str(value), adds_up))
    if kind is _Kind.HASHTAG:
        return replace(chosen, hashtags=_toggled(chosen.hashtags, str(value), adds_up))
    return Filter()


def _toggled(values: tuple[str, ...], value: str, adds_up: bool) -> tuple[str, ...]:
    if value in values:
        return tuple(other for other in values if other != value) if adds_up else ()
    return (*values, value) if adds_up else (value,)
