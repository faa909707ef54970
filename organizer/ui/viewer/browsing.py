"""Which picture the viewer shows, in the order of the gallery."""

from PySide6.QtCore import QObject, Signal

from organizer.ui.models.media_list_model import MediaListModel


class Browsing(QObject):
    """The picture that is shown, by its id: rows come and go with what is imported and decided.

    Signals:
        media_changed(): Another picture is to be shown.
        place_changed(): It is the same one, among others or with other flags.
    """

    media_changed = Signal()
    place_changed = Signal()

    def __init__(self, model: MediaListModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._row = 0
        self._media_id: int | None = None
        self._direction = 1
        model.modelReset.connect(self._follow_model)
        model.dataChanged.connect(self._follow_model)

    @property
    def media_id(self) -> int | None:
        """The picture; None when none is shown."""
        return self._media_id

    @property
    def row(self) -> int | None:
        """Its row; None when the filter leaves it out by now."""
        if self._row < self._model.rowCount() and self._model.id_at(self._row) == self._media_id:
            return self._row
        return None

    @property
    def has_next(self) -> bool:
        """Whether a picture comes after this one."""
        return self._next_row() < self._model.rowCount()

    @property
    def has_previous(self) -> bool:
        """Whether a picture comes before this one."""
        return self._row > 0

    def begin(self, row: int) -> None:
        """Shows the picture in `row`."""
        self._go(row)

    def end(self) -> None:
        """Shows none."""
        self._media_id = None

    def go_next(self) -> None:
        """To the picture after this one."""
        self._direction = 1
        self._go(self._next_row())

    def go_previous(self) -> None:
        """To the picture before this one."""
        self._direction = -1
        self._go(self._row - 1)

    def go_first(self) -> None:
        """To the first picture."""
        self._go(0)

    def go_last(self) -> None:
        """To the last picture."""
        self._go(self._model.rowCount() - 1)

    def go_to(self, media_id: int) -> None:
        """To a picture, if it is among those listed."""
        row = self._model.row_of(media_id)
        if row is not None:
            self._go(row)

    def ids_at_hand(self) -> tuple[int, ...]:
        """This picture and its neighbours, in the order in which they will be wanted."""
        if self._media_id is None:
            return ()
        neighbours = [self._next_row(), self._row - 1]
        rows = neighbours if self._direction > 0 else reversed(neighbours)
        count = self._model.rowCount()
        others = [self._model.id_at(row) for row in rows if 0 <= row < count]
        return (self._media_id, *others)

    def _next_row(self) -> int:
        # Where the filter leaves this one out by now, the next one has taken its place.
        return self._row + 1 if self.row is not None else self._row

    def _go(self, row: int) -> None:
        if 0 <= row < self._model.rowCount():
            self._row = row
            self._media_id = self._model.id_at(row)
            self.media_changed.emit()

    def _follow_model(self) -> None:
        if self._media_id is None:
            return
        row = self._model.row_of(self._media_id)
        self._row = min(self._row, self._model.rowCount()) if row is None else row
        self.place_changed.emit()
