"""Plays a video with Qt Multimedia, which is loaded when the first video is played.

Frames come as images and are painted by the canvas: a video widget of the system's own would lie
over all controls.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLoggingCategory, QObject, QUrl, Signal
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaPlayer, QVideoFrame

# The back end tells each library that it looks for.
_QUIET = (
    "qt.multimedia.*.info=false\nqt.multimedia.*.debug=false\nqt.multimedia.symbolsresolver=false"
)


class VideoPlayer(QObject):
    """Plays one file at a time.

    Signals:
        frame_shown(QImage): The frame of this moment.
        moved(int, int): Position and length in milliseconds.
        playing_changed(bool): It plays, or rests.
        ended(): The end was reached.
        failed(str): It cannot be played, in the system's words.
    """

    frame_shown = Signal(QImage)
    moved = Signal(int, int)
    playing_changed = Signal(bool)
    ended = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        """Raises ImportError where Qt Multimedia lacks a library of the system."""
        super().__init__(parent)
        QLoggingCategory.setFilterRules(_QUIET)
        from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer, QVideoSink

        self._states = QMediaPlayer.PlaybackState
        self._statuses = QMediaPlayer.MediaStatus
        self._player = QMediaPlayer(self)
        self._audio = QAudioOutput(self)
        self._sink = QVideoSink(self)
        self._player.setAudioOutput(self._audio)
        self._player.setVideoSink(self._sink)
        self._sink.videoFrameChanged.connect(self._show_frame)
        self._player.positionChanged.connect(self._tell_position)
        self._player.durationChanged.connect(self._tell_position)
        self._player.playbackStateChanged.connect(self._tell_state)
        self._player.mediaStatusChanged.connect(self._tell_status)
        self._player.errorOccurred.connect(self._tell_error)

    @property
    def is_available(self) -> bool:
        """Whether there is a back end that plays."""
        return self._player.isAvailable()

    @property
    def is_playing(self) -> bool:
        """Whether it plays now."""
        return self._player.playbackState() == self._states.PlayingState

    def play_file(self, path: Path) -> None:
        """Plays a file from its beginning."""
        self._player.setSource(QUrl.fromLocalFile(str(path)))
        self._player.play()

    def toggle(self) -> None:
        """Pauses, or goes on."""
        if self.is_playing:
            self._player.pause()
        else:
            self._player.play()

    def seek(self, milliseconds: int) -> None:
        """Goes to a moment."""
        self._player.setPosition(milliseconds)

    def set_volume(self, percent: int) -> None:
        """How loud it is, from 0 to 100, as the ear hears it."""
        from PySide6.QtMultimedia import QtAudio

        scales = QtAudio.VolumeScale
        volume = QtAudio.convertVolume(
            percent / 100, scales.LogarithmicVolumeScale, scales.LinearVolumeScale
        )
        self._audio.setVolume(volume)

    def set_muted(self, is_muted: bool) -> None:
        """Without sound."""
        self._audio.setMuted(is_muted)

    def stop(self) -> None:
        """Lets go of the file."""
        self._player.stop()
        self._player.setSource(QUrl())

    def _show_frame(self, frame: "QVideoFrame") -> None:
        image = frame.toImage()
        if not image.isNull():
            self.frame_shown.emit(image)

    def _tell_position(self) -> None:
        self.moved.emit(self._player.position(), self._player.duration())

    def _tell_state(self) -> None:
        self.playing_changed.emit(self.is_playing)

    def _tell_status(self, status: "QMediaPlayer.MediaStatus") -> None:
        if status == self._statuses.EndOfMedia:
            self.ended.emit()

    def _tell_error(self, error: "QMediaPlayer.Error", text: str) -> None:
        del error
        self.failed.emit(text)


def make_player(parent: QObject) -> VideoPlayer | None:
    """A player; None where this computer has none."""
    try:
        player = VideoPlayer(parent)
    except ImportError:
        return None
    if player.is_available:
        return player
    player.deleteLater()
    return None
