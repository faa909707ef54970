"""Does what the user asks of the gallery, and remembers how it looked."""

from PySide6.QtCore import QObject

from organizer.library.edits import SetFavourite
from organizer.ui.history import History
from organizer.ui.preferences import Preferences
from organizer.ui.views.gallery_layout import LARGEST_CELL, SMALLEST_CELL
from organizer.ui.views.gallery_view import GalleryView
from organizer.ui.views.top_bar import TopBar


class GalleryController(QObject):
    """Ties the gallery to the bar above it, to what is remembered, and to what can be undone."""

    def __init__(
        self,
        gallery: GalleryView,
        top_bar: TopBar,
        history: History,
        preferences: Preferences,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._gallery = gallery
        self._history = history
        self._preferences = preferences
        top_bar.cell_size_chosen.connect(self._show_cell_size)
        top_bar.natural_shapes_chosen.connect(self._show_shapes)
        gallery.favourite_requested.connect(self.set_favourite)
        if preferences.cell_size is not None:
            size = min(max(preferences.cell_size, SMALLEST_CELL), LARGEST_CELL)
            top_bar.size_slider.setValue(size)
        top_bar.shapes_button.setChecked(preferences.has_natural_shapes)

    def set_favourite(self, media_ids: tuple[int, ...], is_favourite: bool) -> None:
        """Makes pictures favourites, or not; it can be undone."""
        text = self.tr("Favourite") if is_favourite else self.tr("No favourite")
        self._history.do(text, SetFavourite(media_ids, is_favourite))

    def _show_cell_size(self, size: int) -> None:
        self._gallery.set_cell_size(size)
        self._preferences.cell_size = size

    def _show_shapes(self, is_natural: bool) -> None:
        self._gallery.set_natural(is_natural)
        self._preferences.has_natural_shapes = is_natural
