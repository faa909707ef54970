"""Makes pictures favourites and takes it back."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QObject, Signal

from organizer.library.edits import SetFavourite
from organizer.library.records import MediaFlag
from organizer.ui.history import History
from organizer.ui.models.media_list_model import MediaListModel, MediaRole


class Favourites(QObject):
    """What the user says of favourites, until the model shows it.

    Signals:
        changed(): What was said is taken back.
    """

    changed = Signal()

    def __init__(self, history: History, model: MediaListModel, parent: QObject) -> None:
        super().__init__(parent)
        self._history = history
        self._model = model
        # The library answers a moment later: a second press must not say the same again.
        self._said: dict[int, bool] = {}
        model.dataChanged.connect(self._trust_model)
        model.modelReset.connect(self._trust_model)
        self._is_saying = False
        history.indexChanged.connect(self._mind_undo)

    def is_favourite(self, row: int) -> bool:
        """Whether the picture in `row` is one."""
        said = self._said.get(self._model.id_at(row))
        if said is not None:
            return said
        flags = MediaFlag(self._model.index(row).data(MediaRole.FLAGS))
        return bool(flags & MediaFlag.FAVOURITE)

    def toggle(self, rows: Sequence[int]) -> bool:
        """Makes the pictures in `rows` favourites, or none when all are; tells which."""
        chosen = np.array(rows, np.int64)
        media_ids = tuple(self._model.ids_at(chosen).tolist())
        known = zip(media_ids, self._model.favourites_at(chosen).tolist(), strict=True)
        is_favourite = not all(self._said.get(media_id, is_one) for media_id, is_one in known)
        text = self.tr("Favourite") if is_favourite else self.tr("No longer a favourite")
        self._is_saying = True
        self._history.do(text, SetFavourite(media_ids, is_favourite))
        self._is_saying = False
        self._said |= dict.fromkeys(media_ids, is_favourite)
        return is_favourite

    def _trust_model(self) -> None:
        self._said.clear()

    def _mind_undo(self) -> None:
        """What is taken back before the model has shown it, the model will never show."""
        if self._said and not self._is_saying:
            self._said.clear()
            self.changed.emit()
