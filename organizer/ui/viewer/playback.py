"""Plays the video that is shown, from wherever its file lies."""

from pathlib import Path

from PySide6.QtCore import QObject, QSizeF, Signal
from PySide6.QtGui import QImage

from organizer.library.records import MediaDetail
from organizer.ui.viewer.canvas import Canvas
from organizer.ui.viewer.local_files import LocalFiles, Purpose
from organizer.ui.viewer.video_bar import VideoBar
from organizer.ui.viewer.video_player import VideoPlayer, make_player


class Playback(QObject):
    """Shows a video's frames on `canvas`; nothing plays before the user says so.

    Signals:
        began(): The user wants it to play.
        ended(): The end was reached.
        unavailable(): This computer cannot play videos.
        failed(str): This one cannot be played, in the system's words.
    """

    began = Signal()
    ended = Signal()
    unavailable = Signal()
    failed = Signal(str)

    def __init__(self, canvas: Canvas, bar: VideoBar, files: LocalFiles, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._bar = bar
        self._files = files
        self._player: VideoPlayer | None = None
        self._detail: MediaDetail | None = None
        self._path: Path | None = None
        self._is_awaited = False
        self._is_muted = False
        self._has_frames = False
        bar.play_toggled.connect(self.toggle)
        bar.mute_toggled.connect(self.toggle_mute)
        bar.sought.connect(self._seek)
        bar.volume_chosen.connect(self._set_volume)
        files.ready.connect(self._play_file)
        files.failed.connect(self._give_up)

    @property
    def is_playing(self) -> bool:
        """Whether a video plays, or is about to."""
        return self._is_awaited or (self._player is not None and self._player.is_playing)

    @property
    def has_frames(self) -> bool:
        """Whether the canvas shows a frame that was played."""
        return self._has_frames

    def show(self, detail: MediaDetail | None) -> None:
        """Makes ready for another video, or for a picture (None)."""
        if detail is not None and self._detail is not None and detail.id == self._detail.id:
            return
        self.stop()
        self._detail = detail
        self._bar.setVisible(detail is not None)
        self._bar.show_moment(0, 0)

    def toggle(self) -> None:
        """Plays or pauses; the first time, the file is fetched."""
        if self._detail is None or self._is_awaited:
            return
        if self._player is None:
            self._player = self._made_player()
        if self._player is None:
            self.unavailable.emit()
        elif self._path is None:
            self._is_awaited = True
            self.began.emit()
            self._files.prepare(self._detail, Purpose.PLAY)
        else:
            self._player.toggle()

    def toggle_mute(self) -> None:
        """Sound off, or on again."""
        self._is_muted = not self._is_muted
        self._bar.show_muted(self._is_muted)
        if self._player is not None:
            self._player.set_muted(self._is_muted)

    def stop(self) -> None:
        """Ends playing and removes what was copied for it."""
        path, self._path = self._path, None
        self._is_awaited = False
        self._has_frames = False
        self._detail = None
        if self._player is not None:
            self._player.stop()
        if path is not None:
            self._files.release(path)
        self._bar.show_playing(False)

    def _made_player(self) -> VideoPlayer | None:
        player = make_player(self)
        if player is not None:
            player.frame_shown.connect(self._show_frame)
            player.moved.connect(self._bar.show_moment)
            player.playing_changed.connect(self._bar.show_playing)
            player.ended.connect(self.ended)
            player.failed.connect(self.failed)
            player.set_volume(self._bar.volume.value())
            player.set_muted(self._is_muted)
        return player

    def _play_file(self, media_id: int, purpose: Purpose, path: Path) -> None:
        if purpose is not Purpose.PLAY:
            return
        is_still_shown = self._detail is not None and self._detail.id == media_id
        if not is_still_shown or not self._is_awaited or self._player is None:
            self._files.release(path)
            return
        self._is_awaited = False
        self._path = path
        self._player.play_file(path)

    def _give_up(self, media_id: int) -> None:
        if self._detail is not None and self._detail.id == media_id:
            self._is_awaited = False

    def _show_frame(self, image: QImage) -> None:
        if self._path is not None:
            size = QSizeF(image.size())
            self._canvas.show_picture((image,), size, is_new=False)
            self._has_frames = True

    def _seek(self, milliseconds: int) -> None:
        if self._player is not None:
            self._player.seek(milliseconds)

    def _set_volume(self, percent: int) -> None:
        if self._player is not None:
            self._player.set_volume(percent)
