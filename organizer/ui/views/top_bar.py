"""The bar at the top: search, what is filtered for, the size of pictures, and the menu."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QSlider, QToolButton, QWidget

from organizer.library.filters import Filter
from organizer.library.records import Facets, PlaceStatus
from organizer.tagging.records import Category
from organizer.ui.icons import icon
from organizer.ui.views.filter_button import FilterButton
from organizer.ui.views.filter_chip_bar import FilterChipBar
from organizer.ui.views.filter_chips import filter_chips
from organizer.ui.views.filter_names import FilterNames, archive_names, category_names
from organizer.ui.views.gallery_layout import DEFAULT_CELL, LARGEST_CELL, SMALLEST_CELL

_TYPING_MILLISECONDS = 180
_SEARCH_WIDTH = 360


class TopBar(QWidget):
    """Shows a Filter as chips and takes words to look for.

    Attributes:
        overview_button: Shows all in charts.

    Signals:
        filter_chosen(Filter): The user wants to see something else.
        cell_size_chosen(int): The user wants pictures of this many pixels.
        natural_shapes_chosen(bool): The user wants pictures in their own shapes, or as squares.
        sidebar_toggled(): The user wants to see or hide the sidebar.
        details_toggled(): The user wants to see or hide the detail panel.
    """

    filter_chosen = Signal(object)
    cell_size_chosen = Signal(int)
    natural_shapes_chosen = Signal(bool)
    sidebar_toggled = Signal()
    details_toggled = Signal()

    def __init__(
        self,
        categories: tuple[Category, ...],
        is_korean: bool,
        menu: QMenu,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._is_korean = is_korean
        self._names = FilterNames(category_names(categories, is_korean))
        self._chosen = Filter()
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MILLISECONDS)
        self._typing.timeout.connect(self._choose_text)
        self._search = self._make_search()
        self._filters = FilterButton(self)
        self._chips = FilterChipBar(self)
        for source in (self._filters, self._chips):
            source.filter_chosen.connect(self.filter_chosen)
        self._slider = QSlider(Qt.Orientation.Horizontal, self)
        self._slider.setRange(SMALLEST_CELL, LARGEST_CELL)
        self._slider.setValue(DEFAULT_CELL)
        self._slider.setFixedWidth(110)
        self._slider.setToolTip(self.tr("Size of pictures"))
        self._slider.setAccessibleName(self.tr("Size of pictures"))
        self._slider.valueChanged.connect(self.cell_size_chosen)
        self._shapes = self._button("natural", self.tr("Natural shapes"))
        self._shapes.setCheckable(True)
        self._shapes.toggled.connect(self.natural_shapes_chosen)
        sidebar = self._button("sidebar", self.tr("Sidebar (Ctrl+B)"))
        sidebar.clicked.connect(self.sidebar_toggled)
        self.overview_button = self._button("overview", self.tr("Overview (Ctrl+Shift+Y)"))
        details = self._button("details", self.tr("Details (I)"))
        details.clicked.connect(self.details_toggled)
        more = self._button("menu", self.tr("Menu"))
        more.setMenu(menu)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(10)
        layout.addWidget(sidebar)
        layout.addWidget(self._search)
        layout.addWidget(self._filters)
        layout.addWidget(self._chips, 1)
        for part in (self._slider, self._shapes, self.overview_button, details, more):
            layout.addWidget(part)

    @property
    def search(self) -> QLineEdit:
        """Where words are typed."""
        return self._search

    @property
    def chips(self) -> FilterChipBar:
        """What is filtered for."""
        return self._chips

    @property
    def names(self) -> FilterNames:
        """What categories and archives are called."""
        return self._names

    @property
    def filter_button(self) -> FilterButton:
        """What opens the panel of filters."""
        return self._filters

    @property
    def size_slider(self) -> QSlider:
        """How large pictures are."""
        return self._slider

    @property
    def shapes_button(self) -> QToolButton:
        """Whether pictures are shown in their own shapes."""
        return self._shapes

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leaves room for chips in a narrow window.

        Chips come and go beside the search; what is typed in must not jump with them.
        """
        super().resizeEvent(event)
        self._search.setFixedWidth(min(_SEARCH_WIDTH, self.width() * 2 // 7))

    def focus_search(self) -> None:
        """Lets the user type what to look for."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def show_categories(self, categories: tuple[Category, ...]) -> None:
        """Names categories otherwise than before."""
        self._name(replace(self._names, categories=category_names(categories, self._is_korean)))

    def show_albums(self, names: dict[int, str]) -> None:
        """Names albums otherwise than before, by their ids."""
        self._name(replace(self._names, albums=names))

    def show_filter(self, chosen: Filter) -> None:
        """Shows what is filtered for."""
        self._chosen = chosen
        if not self._typing.isActive() and self._search.text().strip() != chosen.text:
            self._search.setText(chosen.text)
        self._filters.show_filter(chosen)
        self._chips.show_chips(filter_chips(chosen, self._names))

    def show_facets(self, facets: Facets, places: tuple[PlaceStatus, ...]) -> None:
        """Shows what there is to filter for, and in which archives."""
        self._filters.show_facets(facets, places)
        self._name(replace(self._names, archives=archive_names(places)))

    def _name(self, names: FilterNames) -> None:
        if names != self._names:
            self._names = names
            self._chips.show_chips(filter_chips(self._chosen, names))

    def _choose_text(self) -> None:
        text = self._search.text().strip()
        if text != self._chosen.text:
            self.filter_chosen.emit(replace(self._chosen, text=text))

    def _make_search(self) -> QLineEdit:
        search = QLineEdit(self)
        search.setAcceptDrops(False)
        search.setClearButtonEnabled(True)
        search.setFixedWidth(_SEARCH_WIDTH)
        search.setPlaceholderText(self.tr("Search pictures, captions, #hashtags"))
        search.setAccessibleName(self.tr("Search pictures, captions and hashtags"))
        search.addAction(
            icon("search", self.palette().placeholderText().color()),
            QLineEdit.ActionPosition.LeadingPosition,
        )
        search.textEdited.connect(self._typing.start)
        search.returnPressed.connect(self._choose_text)
        return search

    def _button(self, name: str, hint: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name, self.palette().text().color()))
        button.setToolTip(hint)
        button.setAccessibleName(hint)
        return button
