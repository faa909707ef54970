"""The bar at the top: search, what is filtered for, the size of pictures, and the menu."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QSlider, QToolButton, QWidget

from organizer.library.filters import Filter
from organizer.tagging.records import Category
from organizer.ui import formatting
from organizer.ui.icons import icon
from organizer.ui.views.chips import Chip, ChipRow
from organizer.ui.views.gallery_layout import DEFAULT_CELL, LARGEST_CELL, SMALLEST_CELL

_TYPING_MILLISECONDS = 180


class TopBar(QWidget):
    """Shows a Filter as chips and takes words to look for.

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
        self._names = self._names_of(categories)
        self._album_names: dict[int, str] = {}
        self._chosen = Filter()
        self._without: list[Filter] = []
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MILLISECONDS)
        self._typing.timeout.connect(self._choose_text)
        self._search = self._make_search()
        self._chips = ChipRow(self, self._drop)
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
        layout.addWidget(self._chips, 1)
        layout.addStretch(0)
        for part in (self._slider, self._shapes, details, more):
            layout.addWidget(part)

    @property
    def search(self) -> QLineEdit:
        """Where words are typed."""
        return self._search

    @property
    def chips(self) -> ChipRow:
        """What is filtered for."""
        return self._chips

    @property
    def size_slider(self) -> QSlider:
        """How large pictures are."""
        return self._slider

    @property
    def shapes_button(self) -> QToolButton:
        """Whether pictures are shown in their own shapes."""
        return self._shapes

    def show_categories(self, categories: tuple[Category, ...]) -> None:
        """Names categories otherwise than before."""
        self._names = self._names_of(categories)
        self.show_filter(self._chosen)

    def show_albums(self, names: dict[int, str]) -> None:
        """Names albums otherwise than before, by their ids."""
        if names != self._album_names:
            self._album_names = names
            self.show_filter(self._chosen)

    def show_filter(self, chosen: Filter) -> None:
        """Shows what is filtered for."""
        self._chosen = chosen
        if not self._typing.isActive() and self._search.text().strip() != chosen.text:
            self._search.setText(chosen.text)
        texts: list[tuple[str, Filter]] = []
        if chosen.year is not None:
            date = str(chosen.year)
            if chosen.month is not None:
                date = formatting.month(chosen.year, chosen.month)
            texts.append((date, chosen.without("date")))
        for album in chosen.albums:
            rest_of_albums = tuple(other for other in chosen.albums if other != album)
            name = self._album_names.get(album, self.tr("Album"))
            texts.append((name, replace(chosen, albums=rest_of_albums)))
        if chosen.is_favourite:
            texts.append((self.tr("Favourites"), chosen.without("favourites")))
        if chosen.is_video:
            texts.append((self.tr("Videos"), chosen.without("videos")))
        if chosen.is_to_review:
            texts.append((self.tr("To review"), chosen.without("review")))
        if chosen.has_misfits:
            texts.append((self.tr("Hashtags that don't fit"), chosen.without("misfits")))
        for category in chosen.categories:
            rest = tuple(other for other in chosen.categories if other != category)
            texts.append((self._names.get(category, category), replace(chosen, categories=rest)))
        for hashtag in chosen.hashtags:
            rest = tuple(other for other in chosen.hashtags if other != hashtag)
            texts.append((f"#{hashtag}", replace(chosen, hashtags=rest)))
        chips = [Chip(f"{text}  ✕", self.tr("Remove this filter")) for text, _ in texts]
        self._without = [without for _, without in texts]
        if len(texts) > 1:
            chips.append(Chip(self.tr("Clear")))
            self._without.append(Filter())
        self._chips.show_chips(chips)

    def _names_of(self, categories: tuple[Category, ...]) -> dict[str, str]:
        return {one.id: one.name_ko if self._is_korean else one.name_en for one in categories}

    def _drop(self, number: int) -> None:
        self.filter_chosen.emit(self._without[number])

    def _choose_text(self) -> None:
        text = self._search.text().strip()
        if text != self._chosen.text:
            self.filter_chosen.emit(replace(self._chosen, text=text))

    def _make_search(self) -> QLineEdit:
        search = QLineEdit(self)
        search.setAcceptDrops(False)
        search.setClearButtonEnabled(True)
        # Chips come and go beside it; what is typed in must not jump.
        search.setFixedWidth(360)
        search.setPlaceholderText(self.tr("Search captions and #hashtags"))
        search.setAccessibleName(self.tr("Search captions and hashtags"))
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
