"""Downloads one model at a time, off the GUI thread, whether anybody looks on or not."""

import threading
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from organizer.errors import OrganizerError
from organizer.indexing.model_download import (
    DownloadCancelled,
    DownloadControl,
    DownloadOffer,
    DownloadProgress,
    download,
    offer_download,
)
from organizer.ui.workers.background import BackgroundWorker

if TYPE_CHECKING:
    from organizer.indexing.model_shelf import ShelfModel


@dataclass(frozen=True, slots=True)
class Download:
    """A download that goes on.

    `progress` is None until bytes come: while the server is asked, and then the user.
    """

    name: str
    progress: DownloadProgress | None = None
    is_paused: bool = False


class DownloadWorker(BackgroundWorker):
    """Asks the server only when told to; windows come and go, the download goes on.

    Attributes:
        current: The download that goes on, or None.
        awaited: The model that is to describe pictures when it is here, or None. It is kept for the
            windows, as they come and go.

    Signals:
        changed(): `current` is another.
        offered(DownloadOffer): What the download would bring; `begin` begins it.
        finished(str): The model of this name is here.
        failed(str, OrganizerError): The model of this name cannot be downloaded now.
        importing(bool): A large library is being imported, or no longer.
    """

    changed = Signal()
    offered = Signal(object)
    finished = Signal(str)
    failed = Signal(str, object)
    importing = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.current: Download | None = None
        self.awaited: ShelfModel | None = None
        self._control = DownloadControl()
        self._last: threading.Thread | None = None

    def plan(self, name: str, folder: Path | None = None) -> None:
        """Asks the server what a download would bring, unless one goes on.

        `folder` is to hold the folders of models; without it the download goes on where it began.
        """
        if self.current is None:
            self._control = DownloadControl()
            self._show(Download(name))
            work = partial(self._plan, name, folder, self._control, self._last)
            self._last = self.start(work)

    def begin(self, offer: DownloadOffer) -> None:
        """Brings what the server offered, now that the user agreed."""
        self._last = self.start(partial(self._download, offer, self._control))

    def pause(self) -> None:
        """Lets the line go until `resume`."""
        if self.current is not None:
            self._control.pause()
            self._show(replace(self.current, is_paused=True))

    def resume(self) -> None:
        """Goes on where `pause` stopped."""
        if self.current is not None:
            self._control.resume()
            self._show(replace(self.current, is_paused=False))

    def cancel(self) -> None:
        """Ends the download; what came is kept for the next one."""
        self._control.cancel()
        self._show(None)

    def stop(self) -> None:
        """Ends the download within a moment; what came is kept for the next start."""
        self._control.cancel()
        super().stop()

    def _plan(
        self,
        name: str,
        folder: Path | None,
        control: DownloadControl,
        last: threading.Thread | None,
    ) -> None:
        try:
            if last is not None:
                # One that was cancelled holds its folder until it notices.
                last.join()
            self.tell(partial(self.importing.emit, True))
            offer = offer_download(name, folder, control)
        except DownloadCancelled:
            return
        except OrganizerError as error:
            self.tell(partial(self._fail, name, error, control))
            return
        finally:
            self.tell(partial(self.importing.emit, False))
        self.tell(partial(self._offer, offer, control))

    def _offer(self, offer: DownloadOffer, control: DownloadControl) -> None:
        if control is self._control and self.current is not None:
            self.offered.emit(offer)

    def _download(self, offer: DownloadOffer, control: DownloadControl) -> None:
        def show(progress: DownloadProgress) -> None:
            self.tell(partial(self._note, progress, control))

        try:
            download(offer, show, control)
        except DownloadCancelled:
            return
        except OrganizerError as error:
            self.tell(partial(self._fail, offer.name, error, control))
            return
        self.tell(partial(self._finish, offer.name, control))

    def _note(self, progress: DownloadProgress, control: DownloadControl) -> None:
        if control is self._control and self.current is not None:
            self._show(replace(self.current, progress=progress))

    def _finish(self, name: str, control: DownloadControl) -> None:
        self._end(control)
        self.finished.emit(name)

    def _fail(self, name: str, error: OrganizerError, control: DownloadControl) -> None:
        self._end(control)
        self.failed.emit(name, error)

    def _end(self, control: DownloadControl) -> None:
        if control is self._control:
            self._show(None)

    def _show(self, current: Download | None) -> None:
        self.current = current
        self.changed.emit()
