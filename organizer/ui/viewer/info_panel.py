"""What is known of the picture: told beside it, as plain text."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from organizer.indexing.showing import ShownOriginal
from organizer.library.records import MediaDetail
from organizer.ui import media_text
from organizer.ui.handing_over import is_there, show_in_folder, show_on_map
from organizer.ui.views.labels import label


class InfoPanel(QScrollArea):
    """Shows a MediaDetail and, when it is loaded, what its original says of itself.

    Where a picture was taken is shown only when it is asked for: others may be looking on.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("viewerInfo")
        self.setAccessibleName(self.tr("Information"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(300)
        self.setMaximumWidth(360)
        self._detail: MediaDetail | None = None
        content = QWidget(self)
        content.setObjectName("viewerInfoContent")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(20, 20, 20, 20)
        self._column.setSpacing(6)
        self._date = self._text("title")
        self._kind = self._text("muted")
        self._caption_heading = self._heading(self.tr("Caption"))
        self._caption = self._text("body")
        self._description_heading = self._heading(self.tr("Description (by CoCa)"))
        self._description = self._text("body")
        self._place_heading = self._heading(self.tr("Place"))
        self._reveal = self._button(self.tr("Show the coordinates"), self._show_place)
        self._place = self._text("body")
        self._map = self._button(self.tr("Show on a map"), self._show_map)
        self._map.setToolTip(
            self.tr("Opens openstreetmap.org in your browser, which then learns of this place.")
        )
        self._camera_heading = self._heading(self.tr("Camera"))
        self._camera = self._text("body")
        self._heading(self.tr("File"))
        self._file = self._text("body")
        self._size = self._text("muted")
        self._folder = self._button(self.tr("Show in folder"), self._show_folder)
        self._column.addStretch(1)
        self.setWidget(content)
        self.hide()

    @property
    def caption(self) -> QLabel:
        """The label with the caption."""
        return self._caption

    @property
    def description(self) -> QLabel:
        """The label with what a captioning model wrote."""
        return self._description

    @property
    def camera(self) -> QLabel:
        """The label with what the camera wrote."""
        return self._camera

    @property
    def place(self) -> QLabel:
        """The label with the coordinates."""
        return self._place

    @property
    def place_button(self) -> QPushButton:
        """Shows the coordinates."""
        return self._reveal

    @property
    def map_button(self) -> QPushButton:
        """Opens the map."""
        return self._map

    def show_detail(self, detail: MediaDetail | None, original: ShownOriginal | None) -> None:
        """Tells of a picture; without `original`, what the library knows."""
        is_new = detail is None or self._detail is None or detail.id != self._detail.id
        self._detail = detail
        if detail is None:
            return
        self._date.setText(media_text.date_text(detail))
        parts = (media_text.kind_name(detail), media_text.position_text(detail))
        self._kind.setText(" · ".join(part for part in parts if part))
        self._caption.setText(detail.caption)
        for part in (self._caption_heading, self._caption):
            part.setVisible(bool(detail.caption))
        self._description.setText(detail.description)
        for part in (self._description_heading, self._description):
            part.setVisible(bool(detail.description))
        # Instagram's names are one long word: where it may be broken must be said.
        self._file.setText(_breakable(detail.path.name))
        self._file.setToolTip(str(detail.path))
        self._folder.setEnabled(is_there(detail))
        self._show_original(original)
        if is_new:
            has_place = detail.latitude is not None and detail.longitude is not None
            self._place_heading.setVisible(has_place)
            self._reveal.setVisible(has_place)
            self._place.hide()
            self._map.hide()
            self.verticalScrollBar().setValue(0)

    def _show_original(self, original: ShownOriginal | None) -> None:
        self._size.setVisible(original is not None)
        lines = [] if original is None else _camera_lines(original)
        self._camera.setText("\n".join(lines))
        for part in (self._camera_heading, self._camera):
            part.setVisible(bool(lines))
        if original is not None:
            size = (original.width, original.height, original.size_bytes)
            self._size.setText(media_text.size_text(*size))

    def _show_place(self) -> None:
        detail = self._detail
        if detail is not None and detail.latitude is not None and detail.longitude is not None:
            self._place.setText(f"{detail.latitude:.5f}, {detail.longitude:.5f}")
            self._reveal.hide()
            self._place.show()
            self._map.show()
            self._map.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_map(self) -> None:
        detail = self._detail
        if detail is not None and detail.latitude is not None and detail.longitude is not None:
            show_on_map(detail.latitude, detail.longitude)

    def _show_folder(self) -> None:
        if self._detail is not None:
            show_in_folder(self._detail)

    def _heading(self, text: str) -> QLabel:
        self._column.addSpacing(10)
        made = label(text, "heading", self)
        self._column.addWidget(made)
        return made

    def _text(self, role: str) -> QLabel:
        made = label("", role, self)
        flags = Qt.TextInteractionFlag
        made.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self._column.addWidget(made)
        return made

    def _button(self, text: str, clicked: Callable[[], None]) -> QPushButton:
        made = QPushButton(text, self)
        made.clicked.connect(clicked)
        self._column.addWidget(made)
        return made


def _breakable(name: str) -> str:
    """`name` with places at which it may go on in the next line, which nobody sees."""
    return name.replace("_", "_\u200b").replace("-", "-\u200b").replace(".", "\u200b.")


def _camera_lines(original: ShownOriginal) -> list[str]:
    camera = original.camera
    exposure = []
    if camera.exposure_seconds is not None:
        exposure.append(media_text.exposure_text(camera.exposure_seconds))
    if camera.f_number is not None:
        exposure.append(f"f/{camera.f_number:.2g}")
    if camera.iso is not None:
        exposure.append(f"ISO {camera.iso}")
    if camera.focal_length_millimetres is not None:
        exposure.append(f"{camera.focal_length_millimetres:.3g} mm")
    return [line for line in (camera.camera, camera.lens, " · ".join(exposure)) if line]
