"""Plays and pauses, seeks, and sets the volume."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

from organizer.ui.viewer.buttons import ViewerButton
from organizer.ui.views.labels import label

_LOUDEST = 100
_VOLUME_AT_FIRST = 80


class VideoBar(QWidget):
    """The controls under a video.

    Signals:
        play_toggled(), mute_toggled()
        sought(int): A moment, in milliseconds.
        volume_chosen(int): From 0 to 100.
    """

    play_toggled = Signal()
    mute_toggled = Signal()
    sought = Signal(int)
    volume_chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("viewerVideoBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.play = ViewerButton("play", "", "K", self)
        self.play.clicked.connect(self.play_toggled)
        self.position = QSlider(Qt.Orientation.Horizontal, self)
        self.position.setAccessibleName(self.tr("Position in the video"))
        self.position.setMinimumWidth(160)
        self.position.setPageStep(5000)
        self.position.setSingleStep(1000)
        self.position.valueChanged.connect(self._seek)
        self._time = label("0:00 / 0:00", "body", self)
        self._time.setWordWrap(False)
        self.mute = ViewerButton("volume", "", "M", self)
        self.mute.clicked.connect(self.mute_toggled)
        self.volume = QSlider(Qt.Orientation.Horizontal, self)
        self.volume.setAccessibleName(self.tr("Volume"))
        self.volume.setRange(0, _LOUDEST)
        self.volume.setValue(_VOLUME_AT_FIRST)
        self.volume.setMaximumWidth(110)
        self.volume.valueChanged.connect(self.volume_chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(10)
        for part in (self.play, self.position, self._time, self.mute, self.volume):
            row.addWidget(part, 1 if part is self.position else 0)
        self.show_playing(False)
        self.show_muted(False)
        self.hide()

    @property
    def time(self) -> QLabel:
        """Says where in the video it is."""
        return self._time

    def show_playing(self, is_playing: bool) -> None:
        """Offers to pause what plays, and to play what rests."""
        name = self.tr("Pause") if is_playing else self.tr("Play")
        self.play.describe("pause" if is_playing else "play", name)

    def show_muted(self, is_muted: bool) -> None:
        """Offers sound, or silence."""
        name = self.tr("Sound on") if is_muted else self.tr("Sound off")
        self.mute.describe("muted" if is_muted else "volume", name)

    def show_moment(self, position: int, length: int) -> None:
        """Shows where the video is, in milliseconds; leaves alone what the user holds."""
        if not self.position.isSliderDown():
            self.position.blockSignals(True)
            self.position.setRange(0, max(0, length))
            self.position.setValue(position)
            self.position.blockSignals(False)
        self._time.setText(f"{_clock(position)} / {_clock(length)}")

    def _seek(self, milliseconds: int) -> None:
        self.sought.emit(milliseconds)


def _clock(milliseconds: int) -> str:
    minutes, seconds = divmod(max(0, milliseconds) // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{minutes}:{seconds:02d}"
