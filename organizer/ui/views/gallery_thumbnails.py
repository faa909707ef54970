"""Which thumbnails a gallery needs, in which sizes, and in which order."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView

from organizer.ui.models.media_list_model import MediaListModel
from organizer.ui.models.thumbnail_loader import ThumbnailLoader
from organizer.ui.models.thumbnail_reading import WantedThumbnail
from organizer.ui.views.gallery_layout import GalleryLayout

_SCREENS_AHEAD = 0.5
_SETTLING_MILLISECONDS = 120


class ThumbnailRequests(QObject):
    """Asks `loader` for what `view` shows, and has it painted when it is there.

    However much changes in one turn of the event loop, it asks once.
    """

    def __init__(self, loader: ThumbnailLoader, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._loader = loader
        self._view = view
        self._layout: GalleryLayout | None = None
        self._asking = QTimer(self, singleShot=True)
        self._asking.timeout.connect(self._ask)
        loader.loaded.connect(self._repaint)
        loader.forgotten.connect(self.ask_soon)

    def ask_soon(self) -> None:
        """Asks when the event loop comes to it."""
        self._asking.start(0)

    def show_layout(self, layout: GalleryLayout) -> None:
        """Asks for the thumbnails of `layout` when sizes have stopped changing.

        As long, what is in memory is good enough.
        """
        self._layout = layout
        self._asking.start(_SETTLING_MILLISECONDS if self._loader.cached_bytes else 0)

    def _ask(self) -> None:
        model, view = self._view.model(), self._view
        if isinstance(model, MediaListModel) and self._layout and view.isVisible():
            ratio = view.devicePixelRatioF()
            top, height = view.verticalScrollBar().value(), view.viewport().height()
            wanted = wanted_thumbnails(model, self._layout, top, height, ratio)
            self._loader.want(wanted, ratio)

    def _repaint(self, media_ids: frozenset[int]) -> None:
        model, viewport = self._view.model(), self._view.viewport()
        if not isinstance(model, MediaListModel) or self._layout is None:
            return
        offset = self._view.verticalScrollBar().value()
        for row, rect in self._layout.cells_between(offset, offset + viewport.height()):
            if model.id_at(row) in media_ids:
                viewport.update(rect.translated(0, -offset))


def wanted_thumbnails(
    model: MediaListModel, layout: GalleryLayout, top: int, height: int, device_pixel_ratio: float
) -> list[WantedThumbnail]:
    """Those that show from `top` on over `height` pixels; then those below and those above."""
    ahead = round(height * _SCREENS_AHEAD)
    wanted: dict[WantedThumbnail, None] = {}
    for start, end in (
        (top, top + height),
        (top + height, top + height + ahead),
        (top - ahead, top),
    ):
        for row, rect in layout.cells_between(start, end):
            if model.has_thumbnail(row):
                size = rect.size() * device_pixel_ratio
                wanted[WantedThumbnail(model.id_at(row), size.width(), size.height())] = None
    return list(wanted)
