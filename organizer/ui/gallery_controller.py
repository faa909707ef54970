"""Ties the gallery to the bar above it, and remembers how it looked."""

from PySide6.QtCore import QObject

from organizer.ui.preferences import Preferences
from organizer.ui.views.gallery_layout import LARGEST_CELL, SMALLEST_CELL
from organizer.ui.views.gallery_view import GalleryView
from organizer.ui.views.top_bar import TopBar


class GalleryController(QObject):
    """Shows pictures in the size and the shapes that were chosen last, until others are."""

    def __init__(
        self, gallery: GalleryView, top_bar: TopBar, preferences: Preferences, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._gallery = gallery
        self._preferences = preferences
        top_bar.cell_size_chosen.connect(self._show_cell_size)
        top_bar.natural_shapes_chosen.connect(self._show_shapes)
        if preferences.cell_size is not None:
            size = min(max(preferences.cell_size, SMALLEST_CELL), LARGEST_CELL)
            top_bar.size_slider.setValue(size)
        top_bar.shapes_button.setChecked(preferences.has_natural_shapes)

    def _show_cell_size(self, size: int) -> None:
        self._gallery.set_cell_size(size)
        self._preferences.cell_size = size

    def _show_shapes(self, is_natural: bool) -> None:
        self._gallery.set_natural(is_natural)
        self._preferences.has_natural_shapes = is_natural
