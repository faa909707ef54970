"""Connects the hashtags in the sidebar and the dialogs about them with library and history."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from organizer.errors import OrganizerError
from organizer.library.edits import MergeHashtags
from organizer.library.filters import Filter
from organizer.library.records import HashtagFacet
from organizer.tagging.folding import MergeProposal
from organizer.ui.error_messages import error_text
from organizer.ui.hashtag_merging.proposals import separating
from organizer.ui.views.hashtag_rows import HashtagRows
from organizer.ui.workers.answers import HashtagAnswer
from organizer.ui.workers.hearing import Hearing
from organizer.ui.workers.workers import Workers

if TYPE_CHECKING:
    from organizer.ui.hashtag_merging.merge_dialog import MergeDialog
    from organizer.ui.hashtag_merging.tidy_dialog import TidyDialog

_REFRESH_MILLISECONDS = 250
_MOST_FOUND = 200


class HashtagMerging(QObject):
    """Serves what the user does with hashtags in the window `parent` and its `rows`."""

    def __init__(self, workers: Workers, rows: HashtagRows, parent: QWidget) -> None:
        super().__init__(parent)
        self._workers = workers
        self._rows = rows
        self._window = parent
        self._merging: MergeDialog | None = None
        self._tidying: TidyDialog | None = None
        self._for_rows = self._for_dialog = 0
        self._refreshing = QTimer(self, singleShot=True, interval=_REFRESH_MILLISECONDS)
        self._refreshing.timeout.connect(self._ask_for_dialog)
        rows.wanted.connect(self._look_for)
        rows.menu.merge_requested.connect(self.open_merging)
        rows.menu.separation_requested.connect(self._separate)
        rows.menu.tidy_requested.connect(self.open_tidying)
        self._hearing = Hearing(
            workers.queries.hashtags_found.connect(self._show_found),
            workers.indexing.merges_proposed.connect(self._show_proposals),
            workers.indexing.library_changed.connect(self._refresh_soon),
            workers.indexing.failed.connect(self._show_error),
            workers.indexing.crashed.connect(self._show_text),
        )

    @property
    def dialog(self) -> "MergeDialog | TidyDialog | None":
        """The dialog that is open, if any."""
        return self._merging or self._tidying

    def close(self) -> None:
        """Hears of nothing any more."""
        self._hearing.end()
        self._refreshing.stop()

    def open_merging(self, hashtag: HashtagFacet) -> None:
        """Asks with which other hashtag this one is the same."""
        # Imported when it is wanted: the start need not wait for it.
        from organizer.ui.hashtag_merging.merge_dialog import MergeDialog

        self._merging = MergeDialog(hashtag, self._window)
        self._merging.chosen.connect(self._merge)
        self._open(self._merging)

    def open_tidying(self) -> None:
        """Shows which hashtags might be one, and which are."""
        from organizer.ui.hashtag_merging.tidy_dialog import TidyDialog

        self._tidying = TidyDialog(self._workers.history, self._window)
        self._open(self._tidying)
        self._workers.indexing.request_merge_proposals()

    def _open(self, dialog: "MergeDialog | TidyDialog") -> None:
        dialog.finished.connect(self._forget_dialog)
        dialog.open()
        self._ask_for_dialog()

    def _forget_dialog(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self._merging = self._tidying = None

    def _look_for(self, chosen: Filter, text: str) -> None:
        self._for_rows = self._workers.find_hashtags(chosen, text, _MOST_FOUND)

    def _ask_for_dialog(self) -> None:
        if self.dialog is not None:
            self._for_dialog = self._workers.find_hashtags(Filter())

    def _refresh_soon(self) -> None:
        if self.dialog is not None and not self._refreshing.isActive():
            self._refreshing.start()

    def _show_found(self, answer: HashtagAnswer) -> None:
        if answer.number == self._for_rows:
            self._rows.show_found(answer.text, answer.known.hashtags)
        elif answer.number == self._for_dialog and self.dialog is not None:
            self.dialog.show_known(answer.known)

    def _show_proposals(self, proposals: tuple[MergeProposal, ...]) -> None:
        if self._tidying is not None:
            self._tidying.show_proposals(proposals)

    def _show_error(self, error: OrganizerError) -> None:
        self._show_text(error_text(error))

    def _show_text(self, text: str) -> None:
        if self._tidying is not None:
            self._tidying.show_error(text)

    def _merge(self, kept: HashtagFacet, other: HashtagFacet) -> None:
        edit = MergeHashtags((other.hashtag,), kept.hashtag)
        self._workers.history.do(self.tr("Merge hashtags"), edit)

    def _separate(self, hashtag: HashtagFacet, spelling: str) -> None:
        self._workers.history.do(self.tr("Separate a spelling"), separating(hashtag, spelling))
