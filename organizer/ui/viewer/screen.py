"""The viewer at work: its page, its workers, and what is done when a command comes."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from organizer.archive.exports import Exports
from organizer.errors import OrganizerError
from organizer.library.place import LibraryPlace
from organizer.ui.error_messages import error_text
from organizer.ui.models.media_list_model import MediaListModel
from organizer.ui.viewer.browsing import Browsing
from organizer.ui.viewer.favourites import Favourites
from organizer.ui.viewer.keys import Command
from organizer.ui.viewer.loader import OriginalLoader
from organizer.ui.viewer.local_files import LocalFiles, Purpose
from organizer.ui.viewer.playback import Playback
from organizer.ui.viewer.presenter import Presenter
from organizer.ui.viewer.slideshow import Slideshow
from organizer.ui.viewer.viewer import Viewer


class Screen(QObject):
    """Ties page, loader and player together for as long as the window lives.

    Attributes:
        viewer: The page.
        browsing: Which picture is shown.
        loader: Brings the originals.
        playback: Plays videos.

    Signals:
        close_requested(): The user wants to go back to the gallery.
        similar_requested(int): The user wants to see what looks like the picture of this id.
    """

    close_requested = Signal()
    similar_requested = Signal(object)

    def __init__(
        self, place: LibraryPlace, model: MediaListModel, favourites: Favourites, parent: QWidget
    ) -> None:
        super().__init__(parent)
        exports = Exports()
        self._favourites = favourites
        self.viewer = Viewer(parent)
        self.browsing = Browsing(model, self)
        self.loader = OriginalLoader(place, exports, self)
        self._files = LocalFiles(exports, self)
        self.playback = Playback(self.viewer.canvas, self.viewer.video_bar, self._files, self)
        self._slideshow = Slideshow(self)
        self._presenter = Presenter(self.viewer, self.browsing, self.loader, self.playback, model)
        self._actions = self._all_actions()
        self._connect()

    def begin(self, row: int) -> None:
        """Shows the picture in `row` of the gallery."""
        self.viewer.begin()
        self.browsing.begin(row)

    def end(self) -> None:
        """Shows nothing, plays nothing and lets go of the archive."""
        self._slideshow.stop()
        self.playback.stop()
        self.browsing.end()
        self.loader.rest()

    def stop(self) -> None:
        """Ends all that goes on beside the window; the screen is of no use afterwards."""
        self.end()
        self._files.stop()
        self.loader.stop()

    def _all_actions(self) -> dict[Command, Callable[[], object]]:
        return {
            Command.CLOSE: self.close_requested.emit,
            Command.NEXT: self.browsing.go_next,
            Command.PREVIOUS: self.browsing.go_previous,
            Command.FIRST: self.browsing.go_first,
            Command.LAST: self.browsing.go_last,
            Command.FAVOURITE: self._toggle_favourite,
            Command.SLIDESHOW: self._slideshow.toggle,
            Command.SIMILAR: self._ask_for_similar,
            Command.COPY: self._copy,
            Command.OPEN: self._open_elsewhere,
            Command.PLAY: self.playback.toggle,
            Command.MUTE: self.playback.toggle_mute,
        }

    def _connect(self) -> None:
        self.viewer.commanded.connect(self._obey)
        self.viewer.acted.connect(self._slideshow.stop)
        self.viewer.dots.slide_chosen.connect(self._go_to_slide)
        self.browsing.media_changed.connect(self._show_other)
        self.browsing.place_changed.connect(self._show_same)
        self._favourites.changed.connect(self._show_favourite)
        self.loader.library_failed.connect(self._tell_failure)
        self._files.ready.connect(self._hand_over)
        self._files.failed.connect(self._tell_file_failure)
        self._slideshow.next_requested.connect(self._advance)
        self._slideshow.running_changed.connect(self.viewer.strip.show_slideshow)
        self.playback.unavailable.connect(self._tell_no_player)
        self.playback.failed.connect(self._tell_no_playing)

    def _obey(self, command: Command) -> None:
        if command is not Command.SLIDESHOW:
            self._slideshow.stop()
        action = self._actions.get(command)
        if action is not None:
            action()

    def _show_other(self) -> None:
        self._show_favourite()
        self._presenter.show_current()

    def _show_same(self) -> None:
        self._show_favourite()
        self.loader.want(self.browsing.ids_at_hand())
        self.loader.refresh()
        self._presenter.refresh()

    def _show_favourite(self) -> None:
        row = self.browsing.row
        self.viewer.strip.favourite.setEnabled(row is not None)
        if row is not None:
            self.viewer.strip.show_favourite(self._favourites.is_favourite(row))

    def _toggle_favourite(self) -> None:
        row = self.browsing.row
        if row is None:
            return
        is_favourite = self._favourites.toggle([row])
        self.viewer.strip.show_favourite(is_favourite)
        said = self.tr("Favourite") if is_favourite else self.tr("No longer a favourite")
        self.viewer.notice.show_text(said)

    def _advance(self) -> None:
        if self.playback.is_playing:
            return
        if self.browsing.has_next:
            self.browsing.go_next()
        else:
            self._slideshow.stop()

    def _ask_for_similar(self) -> None:
        if self.browsing.media_id is not None:
            self.similar_requested.emit(self.browsing.media_id)

    def _copy(self) -> None:
        picture = self.viewer.canvas.picture()
        if not picture.isNull():
            QGuiApplication.clipboard().setImage(picture)
            self.viewer.notice.show_text(self.tr("The picture is on the clipboard"))

    def _open_elsewhere(self) -> None:
        known = self.loader.known(self.browsing.media_id or 0)
        if known is not None and known.can_be_opened:
            self._files.prepare(known.detail, Purpose.OPEN)

    def _hand_over(self, media_id: int, purpose: Purpose, path: Path) -> None:
        if purpose is not Purpose.OPEN or media_id != self.browsing.media_id:
            return
        self.playback.stop()
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.viewer.notice.show_text(self.tr("The system has no program for this file"))

    def _go_to_slide(self, number: int) -> None:
        self._slideshow.stop()
        known = self.loader.known(self.browsing.media_id or 0)
        if known is not None and number < len(known.slides):
            self.browsing.go_to(known.slides[number])

    def _tell_failure(self, error: OrganizerError) -> None:
        self.viewer.message.show_text(error_text(error))

    def _tell_file_failure(self, media_id: int, error: OrganizerError) -> None:
        if media_id == self.browsing.media_id:
            self.viewer.message.show_text(error_text(error))

    def _tell_no_player(self) -> None:
        self._presenter.show_trouble(
            self.tr("This computer has nothing that videos can be played with in here.")
        )

    def _tell_no_playing(self, reason: str) -> None:
        text = self.tr("The video cannot be played here: {reason}")
        self._presenter.show_trouble(text.format(reason=reason))
