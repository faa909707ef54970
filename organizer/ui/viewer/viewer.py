"""The viewer's page: the picture, with its controls laid over it."""

from dataclasses import asdict
from functools import partial
from string import Template

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from organizer.resource_files import resource_path
from organizer.ui.theme import DARK
from organizer.ui.viewer.buttons import TopStrip, ViewerButton
from organizer.ui.viewer.canvas import ZOOM_STEP, Canvas
from organizer.ui.viewer.dots import CarouselDots
from organizer.ui.viewer.fading import Fader
from organizer.ui.viewer.info_panel import InfoPanel
from organizer.ui.viewer.keys import Command, command_of
from organizer.ui.viewer.message import Message, Notice
from organizer.ui.viewer.pointer import Pointer
from organizer.ui.viewer.video_bar import VideoBar

_LARGE_ICON = QSize(48, 48)


class Viewer(QWidget):
    """Shows what it is told to; zooms, turns and opens its panel by itself.

    Signals:
        commanded(Command): What the user wants and is not the page's own.
        acted(): The user did something with the mouse.
    """

    commanded = Signal(object)
    acted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("viewer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        # The page behind decides how small the window can be.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._apply_style()
        self.stage = QWidget(self)
        self.canvas = Canvas(self.stage)
        self.strip = TopStrip(self.stage)
        self.previous = self._edge_button("previous", self.tr("Previous picture"), "←")
        self.next = self._edge_button("next", self.tr("Next picture"), "→")
        self.play = ViewerButton("play", self.tr("Play"), "K", self.stage)
        self.play.setObjectName("viewerPlay")
        self.play.setIconSize(_LARGE_ICON)
        self.play.hide()
        self.message = Message(self.stage)
        self.notice = Notice(self.stage)
        self.dots = CarouselDots(self.stage)
        self.video_bar = VideoBar(self.stage)
        self.info = InfoPanel(self)
        self.fader = Fader((self.strip, self.previous, self.next, self.video_bar), self)
        self.pointer = Pointer(self.canvas)
        self._arrange()
        self._connect()

    def show_percent(self, scale: float) -> None:
        """Says how large the picture is: 100 % is one pixel of it to one of the screen."""
        self.strip.show_zoom(round(100 * scale / self.canvas.whole_scale()))

    def begin(self) -> None:
        """Is shown now, to whoever opened it by mouse or keyboard."""
        self.fader.hold()
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle_info(self) -> None:
        """Opens or closes the panel beside the picture."""
        is_opening = self.info.isHidden()
        if not is_opening and self.info.isAncestorOf(QApplication.focusWidget() or self):
            self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self.info.setVisible(is_opening)
        self.strip.info.setChecked(is_opening)

    def handle(self, command: Command) -> None:
        """Does what concerns the page alone, and passes on the rest."""
        actions = {
            Command.ZOOM_IN: lambda: self.canvas.glide_by(ZOOM_STEP),
            Command.ZOOM_OUT: lambda: self.canvas.glide_by(1 / ZOOM_STEP),
            Command.FIT: self.canvas.glide_to_fit,
            Command.WHOLE: self.canvas.glide_to_whole,
            Command.ROTATE: lambda: self.canvas.rotate(1),
            Command.ROTATE_BACK: lambda: self.canvas.rotate(-1),
            Command.INFO: self.toggle_info,
        }
        action = actions.get(command)
        if action is not None:
            action()
        self.commanded.emit(command)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Does what a key stands for."""
        self.fader.hold()
        command = command_of(event)
        if command is None:
            super().keyPressEvent(event)
        else:
            self.handle(command)

    def event(self, event: QEvent) -> bool:
        """Takes its keys before the window does, which has its own use for Escape."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and command_of(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keeps the message narrower than the window."""
        super().resizeEvent(event)
        self.message.setMaximumWidth(max(320, self.width() // 2))

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing fades while nobody looks."""
        super().hideEvent(event)
        self.fader.hold()
        self.canvas.unsetCursor()

    def _apply_style(self) -> None:
        """Always dark, whatever the rest of the window is: nothing competes with the picture."""
        template = Template(resource_path("styles/viewer.qss").read_text(encoding="utf-8"))
        self.setStyleSheet(template.substitute(asdict(DARK)))

    def _edge_button(self, icon_name: str, text: str, key: str) -> ViewerButton:
        button = ViewerButton(icon_name, text, key, self.stage)
        button.setObjectName("viewerEdge")
        button.setIconSize(QSize(28, 28))
        return button

    def _arrange(self) -> None:
        align = Qt.AlignmentFlag
        bottom = QWidget(self.stage)
        # Clicks between the controls are meant for the picture.
        column = QVBoxLayout(bottom)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(10)
        column.addWidget(self.notice, 0, align.AlignHCenter)
        column.addWidget(self.dots, 0, align.AlignHCenter)
        column.addWidget(self.video_bar)
        self.video_bar.setMinimumWidth(460)
        grid = QGridLayout(self.stage)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self.canvas, 0, 0, 3, 3)
        grid.addWidget(self.strip, 0, 0, 1, 3, align.AlignTop)
        grid.addWidget(self.previous, 1, 0, align.AlignLeft | align.AlignVCenter)
        grid.addWidget(self.play, 1, 1, align.AlignCenter)
        grid.addWidget(self.message, 1, 1, align.AlignCenter)
        grid.addWidget(self.next, 1, 2, align.AlignRight | align.AlignVCenter)
        grid.addWidget(bottom, 2, 0, 1, 3, align.AlignHCenter | align.AlignBottom)
        grid.setRowStretch(1, 1)
        grid.setColumnStretch(1, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.stage, 1)
        row.addWidget(self.info)

    def _connect(self) -> None:
        strip = self.strip
        for signal, command in (
            (strip.close_requested, Command.CLOSE),
            (strip.favourite_requested, Command.FAVOURITE),
            (strip.slideshow_requested, Command.SLIDESHOW),
            (strip.similar_requested, Command.SIMILAR),
            (strip.info_requested, Command.INFO),
            (strip.zoom_in_requested, Command.ZOOM_IN),
            (strip.zoom_out_requested, Command.ZOOM_OUT),
            (strip.rotate_requested, Command.ROTATE),
            (strip.copy_requested, Command.COPY),
            (strip.open_requested, Command.OPEN),
            (self.message.action_requested, Command.OPEN),
            (self.previous.clicked, Command.PREVIOUS),
            (self.next.clicked, Command.NEXT),
            (self.play.clicked, Command.PLAY),
        ):
            signal.connect(partial(self._handle_click, command))
        strip.zoom_toggled.connect(self._toggle_zoom)
        self.canvas.zoom_changed.connect(self.show_percent)
        self.pointer.moved.connect(self.fader.notice_mouse)
        self.pointer.left.connect(self.fader.hold)
        self.pointer.acted.connect(self.acted)
        self.pointer.page_turned.connect(self._turn_page)
        self.fader.faded.connect(self._hide_cursor)

    def _handle_click(self, command: Command, *_checked: bool) -> None:
        self.handle(command)

    def _toggle_zoom(self) -> None:
        self.canvas.toggle_zoom()

    def _turn_page(self, direction: int) -> None:
        self.handle(Command.NEXT if direction > 0 else Command.PREVIOUS)

    def _hide_cursor(self, is_faded: bool) -> None:
        if is_faded:
            self.canvas.setCursor(Qt.CursorShape.BlankCursor)
        else:
            self.canvas.unsetCursor()
