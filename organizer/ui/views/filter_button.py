"""The button beside the search that opens the panel of filters."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from organizer.library.filters import Filter
from organizer.library.records import Facets, PlaceStatus
from organizer.ui.icons import icon

if TYPE_CHECKING:
    from organizer.ui.views.filter_panel import FilterPanel


class FilterButton(QToolButton):
    """Says "Filter"; the panel is made when it is first opened, for a calendar takes its time.

    Signals:
        filter_chosen(Filter): The user chose something in the panel.
    """

    filter_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen = Filter()
        self._facets: tuple[Facets, tuple[PlaceStatus, ...]] | None = None
        self._panel: FilterPanel | None = None
        self.setText(self.tr("Filter"))
        self.setToolTip(self.tr("Days, kinds, places and more (Ctrl+Shift+F)"))
        self.setIcon(icon("filter", self.palette().text().color()))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setShortcut("Ctrl+Shift+F")
        self.clicked.connect(self._open)

    @property
    def panel(self) -> "FilterPanel":
        """What opens under the button."""
        if self._panel is None:
            from organizer.ui.views.filter_panel import FilterPanel

            self._panel = FilterPanel(self)
            self._panel.filter_chosen.connect(self.filter_chosen)
            self._panel.show_filter(self._chosen)
            if self._facets is not None:
                self._panel.show_facets(*self._facets)
        return self._panel

    def show_filter(self, chosen: Filter) -> None:
        """Marks what is chosen."""
        self._chosen = chosen
        if self._panel is not None:
            self._panel.show_filter(chosen)

    def show_facets(self, facets: Facets, places: tuple[PlaceStatus, ...]) -> None:
        """Offers what there is to choose from."""
        self._facets = (facets, places)
        if self._panel is not None:
            self._panel.show_facets(facets, places)

    def _open(self) -> None:
        self.panel.open_under(self)
