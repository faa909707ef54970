"""Lets the user switch on that pictures are described, which downloads the model first."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from organizer.indexing.model_shelf import ModelState, ShelfModel
from organizer.indexing.progress import Phase, Progress
from organizer.ui.model_dialog.confirmations import deletion_question
from organizer.ui.model_dialog.shelf import Shelf
from organizer.ui.workers.hearing import Hearing
from organizer.ui.workers.workers import Workers


class DescribingChoice(QObject):
    """Stands between the cards of models that describe and the workers.

    `download` asks the user whether to download a model, `list_anew` reads how it stands with all,
    `show` shows that, `tell` says something, `parent_of_dialogs` gives what a question is asked
    over.
    """

    def __init__(
        self,
        workers: Workers,
        shelf: Shelf,
        download: Callable[[ShelfModel], None],
        list_anew: Callable[[], None],
        show: Callable[[], None],
        tell: Callable[[str], None],
        parent_of_dialogs: Callable[[], QWidget],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._indexing, self._downloads = workers.indexing, workers.downloads
        self._shelf = shelf
        self._download = download
        self._list_anew = list_anew
        self._show = show
        self._tell = tell
        self._parent_of_dialogs = parent_of_dialogs
        self._was_describing = False
        self._hearing = Hearing(
            self._indexing.describing_changed.connect(self._mind_change),
            self._indexing.descriptions_removed.connect(self._tell_removed),
            self._indexing.progressed.connect(self._mind_progress),
            self._downloads.changed.connect(self._mind_download),
        )
        self._take_over()

    def _take_over(self) -> None:
        """Goes on with what was wanted in the window before this one."""
        awaited, current = self._downloads.awaited, self._downloads.current
        if awaited is None or current is None:
            self._downloads.awaited = None
            return
        self._shelf.wants_descriptions = True
        self._shelf.queued = awaited.name if current.name != awaited.name else ""

    def close(self) -> None:
        """Hears nothing of the workers any more."""
        self._hearing.end()

    def switch(self, model: ShelfModel, is_on: bool) -> None:
        """Describes pictures with `model` from now on, or no longer."""
        self._shelf.wants_descriptions = is_on
        self._downloads.awaited, self._shelf.queued = None, ""
        if is_on and model.state in (ModelState.ABSENT, ModelState.PARTIAL):
            self._downloads.awaited = model
            current = self._downloads.current
            if current is None:
                self._download(model)
            elif current.name != model.name:
                self._shelf.queued = model.name
        else:
            self._indexing.request_describing(is_on)
        self._show()

    def mind_downloaded(self, name: str) -> bool:
        """Switches it on when the model `name` was downloaded for that; whether it was."""
        awaited = self._downloads.awaited
        if awaited is None or name != awaited.name:
            return False
        self._downloads.awaited = None
        self._indexing.request_describing(True)
        return True

    def ask_to_remove(self, model: ShelfModel) -> None:
        """Asks before all descriptions are deleted."""
        if model.describing is None:
            return
        text = self.tr(
            "%n picture(s) lose their description, and the hashtags offered for it. Switched on"
            " again, the model writes them anew.",
            "",
            model.describing.pictures,
        )
        title = self.tr("Delete all descriptions?")
        box = deletion_question(title, text, self.tr("Delete"), self._parent_of_dialogs())
        # At once: in its own thread the worker would hear of it when all is looked at.
        direct = Qt.ConnectionType.DirectConnection
        box.accepted.connect(self._indexing.request_description_removal, direct)

    def _mind_change(self, is_on: bool) -> None:
        self._shelf.wants_descriptions = None
        if is_on:
            self._tell(
                self.tr("Pictures are described in the background from now on, newest first.")
            )
        self._list_anew()

    def _tell_removed(self, count: int) -> None:
        self._tell(self.tr("%n description(s) were deleted.", "", count))
        self._list_anew()

    def _mind_progress(self, progress: Progress) -> None:
        if self._was_describing and progress.phase is Phase.FINISHED:
            self._list_anew()
        self._was_describing = progress.phase is Phase.DESCRIBING

    def _mind_download(self) -> None:
        if self._downloads.awaited is not None and self._downloads.current is None:
            # It may be about to go on in another folder, or to be told that it is finished.
            QTimer.singleShot(0, self, self._mind_free_line)

    def _mind_free_line(self) -> None:
        """Downloads the model that waited for another; what was declined is not wanted any more."""
        awaited = self._downloads.awaited
        if awaited is None or self._downloads.current is not None:
            return
        if self._shelf.queued:
            self._shelf.queued = ""
            self._download(awaited)
        else:
            self._downloads.awaited = None
            self._shelf.wants_descriptions = None
        self._show()
