"""The pictures that a filter lets through, as a flat list."""

from enum import IntEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from organizer.library.records import UNDATED, MediaFlag, MediaListing
from organizer.ui import formatting
from organizer.ui.models.sections import Section, month_sections

Index = QModelIndex | QPersistentModelIndex

EMPTY = MediaListing(
    np.zeros(0, np.int64),
    np.zeros(0, np.int64),
    np.zeros(0, np.uint8),
)


class MediaRole(IntEnum):
    """What the model answers besides Qt's own roles."""

    ID = Qt.ItemDataRole.UserRole + 1
    FLAGS = Qt.ItemDataRole.UserRole + 2
    SECONDS = Qt.ItemDataRole.UserRole + 3


class MediaListModel(QAbstractListModel):
    """A row per picture or video over the arrays of a MediaListing.

    Attributes:
        sections: The months as runs of rows.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listing = EMPTY
        self.sections: tuple[Section, ...] = ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """How many pictures there are."""
        return 0 if parent.isValid() else len(self._listing)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """What `role` wants to know of a picture; None where there is no answer."""
        if not index.isValid() or index.row() >= len(self._listing):
            return None
        row = index.row()
        if role == MediaRole.ID:
            return int(self._listing.ids[row])
        if role == MediaRole.FLAGS:
            return int(self._listing.flags[row])
        if role == MediaRole.SECONDS:
            return int(self._listing.seconds[row])
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._description(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._description(row)} · {self._position(row)}"
        return None

    @property
    def aspects(self) -> NDArray[np.float32]:
        """Width over height of each picture, by row."""
        return self._listing.aspects

    def id_at(self, row: int) -> int:
        """The id of the picture in `row`."""
        return int(self._listing.ids[row])

    def ids_at(self, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        """The ids of the pictures in `rows`."""
        return self._listing.ids[rows]

    def rows_of(self, media_ids: NDArray[np.int64]) -> NDArray[np.int64]:
        """The rows, ascending, of those of the pictures that the filter lets through."""
        return np.flatnonzero(np.isin(self._listing.ids, media_ids))

    def has_thumbnail(self, row: int) -> bool:
        """Whether the picture in `row` has a thumbnail on disk."""
        return bool(self._listing.flags[row] & MediaFlag.THUMBNAIL)

    def row_of(self, media_id: int) -> int | None:
        """The row of a picture; None when the filter leaves it out."""
        rows = np.flatnonzero(self._listing.ids == media_id)
        return int(rows[0]) if len(rows) else None

    def favourites_at(self, rows: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Which of the pictures in `rows` are favourites."""
        flags = self._listing.flags[rows]
        return flags & np.uint8(MediaFlag.FAVOURITE) > 0

    def show_listing(self, listing: MediaListing) -> None:
        """Shows `listing`; where the pictures are the same, nothing is reset."""
        if (
            _arrangement(listing) == _arrangement(self._listing)
            and np.array_equal(listing.ids, self._listing.ids)
            and np.array_equal(listing.taken_at, self._listing.taken_at)
        ):
            is_changed = np.logical_or.reduce(
                [
                    getattr(listing, name) != getattr(self._listing, name)
                    for name in ("flags", "aspects", "seconds")
                ]
            )
            changed = np.flatnonzero(is_changed)
            self._listing = listing
            if len(changed):
                self.dataChanged.emit(self.index(int(changed[0])), self.index(int(changed[-1])))
            return
        self.beginResetModel()
        self._listing = listing
        self.sections = month_sections(listing)
        self.endResetModel()

    def _description(self, row: int) -> str:
        flags = MediaFlag(int(self._listing.flags[row]))
        taken_at, seconds = int(self._listing.taken_at[row]), int(self._listing.seconds[row])
        parts = [self.tr("Video") if flags & MediaFlag.VIDEO else self.tr("Picture")]
        if flags & MediaFlag.VIDEO and seconds:
            parts.append(formatting.duration(seconds))
        parts.append(self.tr("without a date") if taken_at == UNDATED else formatting.day(taken_at))
        for flag, text in (
            (MediaFlag.FAVOURITE, self.tr("favourite")),
            (MediaFlag.CAROUSEL, self.tr("part of a carousel")),
            (MediaFlag.OFFLINE, self.tr("archive not connected")),
            (MediaFlag.MISSING, self.tr("file missing")),
            (MediaFlag.FAILED, self.tr("could not be read")),
        ):
            if flags & flag:
                parts.append(text)
        return " · ".join(parts)

    def _position(self, row: int) -> str:
        text = self.tr("{position} of {total}")
        total = formatting.number(len(self._listing))
        return text.format(position=formatting.number(row + 1), total=total)


def _arrangement(listing: MediaListing) -> tuple[object, ...]:
    """What decides, besides ids and times, which sections there are."""
    return listing.is_by_date, listing.alike, listing.described
