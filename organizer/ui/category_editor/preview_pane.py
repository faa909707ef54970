"""Which pictures a category would hold, while it is being described."""

import itertools

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QProgressBar, QVBoxLayout, QWidget

from organizer.errors import OrganizerError
from organizer.tagging.records import Category
from organizer.ui.category_editor.thumbnail_strip import ThumbnailStrip
from organizer.ui.models.thumbnail_loader import ThumbnailLoader
from organizer.ui.views.labels import label
from organizer.ui.workers.hearing import Hearing
from organizer.ui.workers.indexing_worker import IndexingWorker

_TYPING_MILLISECONDS = 400
# All panes ask the same worker: none must take the answer to another for its own.
_NUMBERS = itertools.count(1)


class PreviewPane(QFrame):
    """Asks `worker` what would be filed under a category and shows the surest pictures.

    One question is under way at a time: what is typed meanwhile is asked when it is answered.
    """

    def __init__(
        self, worker: IndexingWorker, loader: ThumbnailLoader, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("categoryPreview")
        self._worker = worker
        self._wanted: Category | None = None
        self._asked: tuple[int, Category] | None = None
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MILLISECONDS)
        self._typing.timeout.connect(self._ask)
        self._count = label("", "body", self)
        self._busy = QProgressBar(self)
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setAccessibleName(self.tr("Looking for pictures"))
        policy = self._busy.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._busy.setSizePolicy(policy)
        self._busy.hide()
        self._strip = ThumbnailStrip(loader, parent=self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(label(self.tr("Preview"), "heading", self))
        layout.addWidget(self._count)
        layout.addWidget(self._busy)
        layout.addWidget(self._strip, 1)
        self._hearing = Hearing(
            worker.previewed.connect(self._show),
            worker.failed.connect(self._give_up),
            worker.crashed.connect(self._give_up),
        )

    @property
    def strip(self) -> ThumbnailStrip:
        """The pictures."""
        return self._strip

    @property
    def is_looking(self) -> bool:
        """Whether an answer is awaited."""
        return self._typing.isActive() or self._asked is not None

    @property
    def is_asked(self) -> bool:
        """Whether a question is with the worker."""
        return self._asked is not None

    def text(self) -> str:
        """What it says of how many pictures there would be."""
        return self._count.text()

    def show_category(self, category: Category | None, hint: str = "") -> None:
        """Finds the pictures of `category`; None where it is not described, and `hint` says how."""
        if category is not None and category == self._wanted:
            return
        self._wanted = category
        if category is None:
            self._typing.stop()
            self._busy.hide()
            self._count.setText(hint)
            self._strip.show_pictures((), hint)
        else:
            self._busy.show()
            self._count.setText(self.tr("Looking…"))
            self._typing.start()

    def stop(self) -> None:
        """Awaits no answer any more."""
        self._typing.stop()
        self._hearing.end()

    def _ask(self) -> None:
        if self._wanted is not None and self._asked is None:
            self._asked = (next(_NUMBERS), self._wanted)
            self._worker.request_preview(*self._asked)

    def _show(self, number: int, media_ids: NDArray[np.int64]) -> None:
        if self._asked is None or number != self._asked[0]:
            return
        is_wanted = self._asked[1] == self._wanted
        self._asked = None
        if not is_wanted:
            if not self._typing.isActive():
                self._ask()
            return
        self._busy.hide()
        count = len(media_ids)
        text = self.tr("%n picture(s) would be filed here", "", count)
        self._count.setText(text)
        self._strip.show_pictures([int(media_id) for media_id in media_ids[:200]], text)

    def _give_up(self, _error: OrganizerError | str) -> None:
        """Something went wrong in the worker, which the window tells: it may have been this."""
        if self._asked is not None:
            self._asked = None
            self._busy.hide()
            self._count.setText(self.tr("There is no preview now."))
