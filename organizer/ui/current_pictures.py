"""Which pictures the user has chosen, and what is known of them, kept up to date."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from organizer.ui.models.chosen_hashtags import MOST_COMPARED
from organizer.ui.models.media_list_model import MediaListModel
from organizer.ui.views.gallery_view import GalleryView
from organizer.ui.workers.answers import LookedUp
from organizer.ui.workers.hearing import Hearing
from organizer.ui.workers.workers import Workers

_NONE = np.zeros(0, np.int64)


class CurrentPictures(QObject):
    """Follows the selection in `gallery`, which shows `model`; survives other listings.

    Signals:
        known(LookedUp): What is known of the chosen pictures: anew whenever it may have changed,
            and at once when none is chosen, or more than anybody compares.
    """

    known = Signal(object)

    def __init__(
        self,
        workers: Workers,
        gallery: GalleryView,
        model: MediaListModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workers = workers
        self._gallery = gallery
        self._model = model
        self._ids: NDArray[np.int64] = _NONE
        self._current_id: int | None = None
        self._question = 0
        gallery.selection_changed.connect(self._follow)
        self._hearing = Hearing(workers.queries.many_looked_up.connect(self._tell))

    def close(self) -> None:
        """Hears no more of the workers."""
        self._hearing.end()

    def refresh(self) -> None:
        """Chooses again, in a listing that may be another one, what was chosen; looks it up anew.

        What the listing leaves out is chosen no more.
        """
        if not len(self._ids):
            return
        if len(self._gallery.selected_rows()):
            # The listing is the same; what the user has chosen meanwhile is on its way.
            self.look_up()
            return
        rows = self._model.rows_of(self._ids)
        if len(rows):
            current = None if self._current_id is None else self._model.row_of(self._current_id)
            self._ids = _NONE
            self._gallery.select_rows(rows, int(rows[0]) if current is None else current)

    def look_up(self, hashtags: tuple[str, ...] = ()) -> None:
        """Asks what is known of the chosen pictures, and how often the user has `hashtags`."""
        if 0 < len(self._ids) <= MOST_COMPARED:
            ids = tuple(int(media_id) for media_id in self._ids)
            self._question = self._workers.look_up_many(ids, hashtags)
        else:
            self._question = 0
            self.known.emit(LookedUp(0, len(self._ids)))

    def _follow(self, rows: NDArray[np.int64]) -> None:
        ids = self._model.ids_at(rows)
        current = self._gallery.currentIndex().row()
        self._current_id = self._model.id_at(current) if current >= 0 else None
        if not np.array_equal(ids, self._ids):
            self._ids = ids
            self.look_up()

    def _tell(self, found: LookedUp) -> None:
        if found.number == self._question:
            self.known.emit(found)
