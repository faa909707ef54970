"""Puts on the viewer's page what is known of one picture, as it becomes known."""

from PySide6.QtCore import QObject, QSizeF, Qt, QTimer

from organizer.archive.records import MediaType
from organizer.library.records import MediaDetail
from organizer.ui import formatting, media_text
from organizer.ui.error_messages import error_text
from organizer.ui.models.media_list_model import MediaListModel
from organizer.ui.viewer.browsing import Browsing
from organizer.ui.viewer.loader import Known, LoadedOriginal, OriginalLoader
from organizer.ui.viewer.playback import Playback
from organizer.ui.viewer.viewer import Viewer

# Most originals are there sooner: a word about it would only flicker.
_PATIENCE_MILLISECONDS = 500


class Presenter(QObject):
    """Shows the thumbnail first, then the original; a reason where there is none."""

    def __init__(
        self,
        viewer: Viewer,
        browsing: Browsing,
        loader: OriginalLoader,
        playback: Playback,
        model: MediaListModel,
    ) -> None:
        super().__init__(viewer)
        self._viewer = viewer
        self._browsing = browsing
        self._loader = loader
        self._playback = playback
        self._model = model
        self._is_new = True
        self._trouble = ""
        self._waiting = QTimer(self, singleShot=True, interval=_PATIENCE_MILLISECONDS)
        self._waiting.timeout.connect(self._ask_for_patience)
        loader.known_changed.connect(self._refresh_if_shown)
        loader.picture_changed.connect(self._refresh_if_shown)
        viewer.canvas.zoom_changed.connect(self._want_whole)
        playback.began.connect(viewer.play.hide)

    def show_current(self) -> None:
        """Shows another picture than before."""
        self._is_new = True
        self._trouble = ""
        self._playback.show(None)
        self._viewer.notice.hide()
        self._loader.want(self._browsing.ids_at_hand())
        self._waiting.start()
        self.refresh()

    def show_trouble(self, text: str) -> None:
        """Says why the video does not play, until another is shown."""
        self._trouble = text
        self.refresh()

    def refresh(self) -> None:
        """Shows what is known by now of the picture that is shown."""
        media_id = self._browsing.media_id
        if media_id is None:
            return
        known, loaded = self._loader.known(media_id), self._loader.picture(media_id)
        self._show_place(known)
        self._show_pixels(known, loaded)
        detail = known.detail if known is not None else None
        self._viewer.info.show_detail(detail, loaded.original if loaded is not None else None)
        if known is not None:
            self._show_detail(known, loaded)
        self._show_message(media_id, detail)
        if loaded is not None or self._viewer.message.text():
            self._waiting.stop()
            self._viewer.notice.hide()

    def _refresh_if_shown(self, media_id: int) -> None:
        if media_id == self._browsing.media_id:
            self.refresh()

    def _show_place(self, known: Known | None) -> None:
        viewer, row = self._viewer, self._browsing.row
        viewer.previous.setEnabled(self._browsing.has_previous)
        viewer.next.setEnabled(self._browsing.has_next)
        count = formatting.number(self._model.rowCount())
        place = "" if row is None else f"{formatting.number(row + 1)} / {count}"
        slide = "" if known is None else media_text.position_text(known.detail)
        viewer.strip.show_place(" · ".join(part for part in (place, slide) if part))
        if row is not None:
            index = self._model.index(row)
            viewer.canvas.setAccessibleName(index.data(Qt.ItemDataRole.AccessibleTextRole))

    def _show_pixels(self, known: Known | None, loaded: LoadedOriginal | None) -> None:
        canvas = self._viewer.canvas
        if self._playback.has_frames:
            return
        if loaded is not None:
            size = QSizeF(loaded.original.width, loaded.original.height)
            canvas.show_picture(loaded.levels, size, self._is_new)
        elif known is not None and not known.thumbnail.isNull():
            detail, thumbnail = known.detail, known.thumbnail
            size = QSizeF(detail.width or thumbnail.width(), detail.height or thumbnail.height())
            canvas.show_picture((thumbnail,), size, self._is_new)
        elif self._is_new:
            canvas.show_picture((), QSizeF(), is_new=True)
            return
        self._is_new = False

    def _show_detail(self, known: Known, loaded: LoadedOriginal | None) -> None:
        viewer, detail = self._viewer, known.detail
        viewer.strip.show_title(media_text.date_text(detail))
        listed = [self._model.row_of(slide) is not None for slide in known.slides]
        viewer.dots.show_slides(listed, known.slides.index(detail.id))
        is_video = detail.media_type is MediaType.VIDEO
        if loaded is not None:
            is_video = loaded.original.is_video
        can_play = is_video and known.can_be_opened
        self._playback.show(detail if can_play else None)
        viewer.play.setVisible(can_play and not self._playback.has_frames and not self._trouble)

    def _show_message(self, media_id: int, detail: MediaDetail | None) -> None:
        error = self._loader.error(media_id)
        if self._trouble:
            self._viewer.message.show_text(self._trouble, self.tr("Open with the system's player"))
        elif error is not None:
            self._viewer.message.show_text(error_text(error))
        else:
            self._viewer.message.show_text(media_text.trouble_text(detail) if detail else "")

    def _ask_for_patience(self) -> None:
        if self._browsing.media_id is not None:
            self._viewer.notice.show_text(self.tr("Opening the original…"))

    def _want_whole(self, scale: float) -> None:
        """Beyond the size at which a large picture was reduced, its other pixels are wanted."""
        media_id = self._browsing.media_id
        loaded = self._loader.picture(media_id) if media_id is not None else None
        if media_id is None or loaded is None or loaded.is_whole:
            return
        canvas = self._viewer.canvas
        drawn = loaded.original.width * scale * canvas.devicePixelRatioF()
        if drawn > loaded.levels[0].width() * 1.01:
            self._loader.want_whole(media_id)
