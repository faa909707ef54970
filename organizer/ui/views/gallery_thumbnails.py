"""Which thumbnails a gallery needs, in which sizes, and in which order."""

from organizer.ui.models.media_list_model import MediaListModel
from organizer.ui.models.thumbnail_reading import WantedThumbnail
from organizer.ui.views.gallery_layout import GalleryLayout

_SCREENS_AHEAD = 0.5


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
