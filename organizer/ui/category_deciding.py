"""What the user says of pictures and categories in the detail panel."""

from PySide6.QtCore import QObject

from organizer.library.edits import DecideCategory
from organizer.ui.history import History
from organizer.ui.views.detail_panel import DetailPanel


class CategoryDeciding(QObject):
    """Does what is decided in `details`, so that it can be taken back."""

    def __init__(self, history: History, details: DetailPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._history = history
        details.decided.connect(self._decide)

    def _decide(self, media_ids: tuple[int, ...], category_id: str, is_in: bool | None) -> None:
        text = self.tr("Category of a picture")
        if len(media_ids) > 1:
            text = self.tr("Category of %n picture(s)", "", len(media_ids))
        self._history.do(text, DecideCategory(media_ids, category_id, is_in))
