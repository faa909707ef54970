"""The viewer's buttons, and the strip of them at the top."""

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from organizer.ui.icons import icon
from organizer.ui.theme import DARK
from organizer.ui.viewer.keys import is_for_the_viewer
from organizer.ui.views.labels import label

_WHITE = QColor(DARK.text)
_HEART = QColor("#ff6b81")


class ViewerButton(QToolButton):
    """A button with an icon; the keys that lead to other pictures do so while it has focus, too."""

    def __init__(self, icon_name: str, text: str, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setIconSize(QSize(22, 22))
        self.setAutoRaise(True)
        self._key = key
        self._described = ("", "")
        self.describe(icon_name, text)

    def describe(self, icon_name: str, text: str, colour: QColor = _WHITE) -> None:
        """Changes what it shows and what it is called."""
        if self._described == (icon_name, text):
            return
        self._described = (icon_name, text)
        self.setIcon(icon(icon_name, colour))
        self.setAccessibleName(text)
        self.setToolTip(f"{text}  ({self._key})" if self._key else text)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leaves to the viewer what is not for a button: Qt would move the focus by arrows."""
        if is_for_the_viewer(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


class TopStrip(QWidget):
    """Says what is shown, and does something with it.

    Signals:
        close_requested(), favourite_requested(), slideshow_requested(), info_requested()
        zoom_in_requested(), zoom_out_requested(), zoom_toggled(), rotate_requested()
        copy_requested(), open_requested(), similar_requested()
    """

    close_requested = Signal()
    favourite_requested = Signal()
    slideshow_requested = Signal()
    info_requested = Signal()
    zoom_in_requested = Signal()
    zoom_out_requested = Signal()
    zoom_toggled = Signal()
    rotate_requested = Signal()
    copy_requested = Signal()
    similar_requested = Signal()
    open_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("viewerStrip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(4)
        row.addWidget(
            self._button("back", self.tr("Back to the pictures"), "Esc", self.close_requested)
        )
        self._title = label("", "title", self)
        self._place = label("", "muted", self)
        for text in (self._title, self._place):
            text.setWordWrap(False)
            # In a narrow window, what can be done is worth more than what is said.
            text.setMinimumWidth(1)
            row.addWidget(text)
            row.addSpacing(8)
        row.addStretch(1)
        row.addWidget(self._button("minus", self.tr("Smaller"), "-", self.zoom_out_requested))
        self.zoom = self._button(
            "fit", self.tr("Whole picture or 100 %"), "0, 1", self.zoom_toggled
        )
        self.zoom.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        row.addWidget(self.zoom)
        row.addWidget(self._button("plus", self.tr("Larger"), "+", self.zoom_in_requested))
        row.addWidget(self._button("rotate", self.tr("Turn the view"), "R", self.rotate_requested))
        self.slideshow = self._button("slideshow", "", "P", self.slideshow_requested)
        row.addWidget(self.slideshow)
        row.addWidget(
            self._button("similar", self.tr("Similar pictures"), "S", self.similar_requested)
        )
        row.addWidget(
            self._button("copy", self.tr("Copy the picture"), "Ctrl+C", self.copy_requested)
        )
        row.addWidget(
            self._button(
                "open", self.tr("Open with the system's program"), "O", self.open_requested
            )
        )
        self.favourite = self._button("heart", "", "F", self.favourite_requested)
        self.favourite.setCheckable(True)
        row.addWidget(self.favourite)
        self.info = self._button("info", self.tr("Information"), "I", self.info_requested)
        self.info.setCheckable(True)
        row.addWidget(self.info)
        self.show_favourite(False)
        self.show_slideshow(False)

    @property
    def title(self) -> QLabel:
        """Says when the picture was posted."""
        return self._title

    def show_title(self, title: str) -> None:
        """Says what is shown."""
        self._title.setText(title)

    def show_place(self, place: str) -> None:
        """Says where the picture stands among the others."""
        self._place.setText(place)

    def show_zoom(self, percent: int) -> None:
        """Says how large the picture is."""
        self.zoom.setText(self.tr("{percent} %").format(percent=percent))

    def show_favourite(self, is_favourite: bool) -> None:
        """Says whether the picture is a favourite."""
        self.favourite.setChecked(is_favourite)
        if is_favourite:
            self.favourite.describe("heart_filled", self.tr("No longer a favourite"), _HEART)
        else:
            self.favourite.describe("heart", self.tr("Favourite"))

    def show_slideshow(self, is_running: bool) -> None:
        """Says whether pictures follow each other by themselves."""
        if is_running:
            self.slideshow.describe("pause", self.tr("Pause the slideshow"))
        else:
            self.slideshow.describe("slideshow", self.tr("Slideshow"))

    def _button(self, icon_name: str, text: str, key: str, clicked: SignalInstance) -> ViewerButton:
        button = ViewerButton(icon_name, text, key, self)
        button.clicked.connect(clicked)
        return button
