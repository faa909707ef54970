"""What is known of one picture, but for categories and hashtags."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from organizer.archive.records import PostKind
from organizer.library.records import MediaDetail
from organizer.ui import media_text
from organizer.ui.handing_over import is_there, show_in_folder
from organizer.ui.views.labels import label


class PictureFacts(QWidget):
    """When a picture was posted, as what, what is wrong with it, its caption and description."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.date = label("", "title", self)
        self._kind = label("", "muted", self)
        self._trouble = label("", "body", self)
        self.caption = label("", "body", self)
        self._description_heading = label(self.tr("Description (by CoCa)"), "heading", self)
        self.description = label("", "body", self)
        for text in (self.caption, self.description):
            text.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for fact in (self.date, self._kind, self._trouble, self.caption):
            layout.addWidget(fact)
        for fact in (self._description_heading, self.description):
            layout.addWidget(fact)

    def show_detail(self, detail: MediaDetail) -> None:
        """Shows the facts of `detail`."""
        self.date.setText(media_text.date_text(detail))
        self.date.setVisible(detail.taken_at is not None or detail.kind is not PostKind.PROFILE)
        parts = [media_text.kind_name(detail)]
        if place := media_text.position_text(detail):
            parts.append(place)
        if detail.width and detail.height:
            parts.append(f"{detail.width} × {detail.height}")
        if detail.latitude is not None and detail.longitude is not None:
            parts.append(f"{detail.latitude:.4f}, {detail.longitude:.4f}")
        self._kind.setText(" · ".join(parts))
        self.caption.setText(detail.caption)
        self.caption.setVisible(bool(detail.caption))
        self.description.setText(detail.description)
        for part in (self._description_heading, self.description):
            part.setVisible(bool(detail.description))
        trouble = media_text.trouble_text(detail)
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))


class FileFacts(QWidget):
    """Where the file of a picture is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._detail: MediaDetail | None = None
        self._name: QLabel = label("", "muted", self)
        self._name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._reveal = QPushButton(self.tr("Show in folder"), self)
        self._reveal.clicked.connect(self._show_in_folder)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (label(self.tr("File"), "heading", self), self._name, self._reveal):
            layout.addWidget(part)

    def show_detail(self, detail: MediaDetail, width: int) -> None:
        """Shows the file of `detail` by a name that is `width` pixels wide at most."""
        self._detail = detail
        # Instagram's names are one long word, which no label can wrap.
        elided = self._name.fontMetrics().elidedText(
            detail.path.name, Qt.TextElideMode.ElideMiddle, width
        )
        self._name.setText(elided)
        self._name.setToolTip(str(detail.path))
        self._reveal.setEnabled(is_there(detail))

    def _show_in_folder(self) -> None:
        if self._detail is not None:
            show_in_folder(self._detail)
