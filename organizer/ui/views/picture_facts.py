"""What is known of one picture, but for categories and hashtags."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from organizer.archive.records import MediaType, PostKind, TimePrecision
from organizer.library.records import MediaDetail, MediaState
from organizer.ui import formatting
from organizer.ui.error_messages import problem_text
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
        self.date.setText(self._date_text(detail))
        self.date.setVisible(detail.taken_at is not None or detail.kind is not PostKind.PROFILE)
        parts = [self._kind_name(detail)]
        if detail.slides > 1:
            place = self.tr("{position} of {count}")
            parts.append(place.format(position=detail.position + 1, count=detail.slides))
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
        trouble = self._trouble_text(detail)
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))

    def _date_text(self, detail: MediaDetail) -> str:
        if detail.taken_at is None:
            return self.tr("Without a date")
        if detail.precision is TimePrecision.MONTH:
            return formatting.month_of(detail.taken_at)
        moment = formatting.day_and_time(detail.taken_at)
        if detail.precision is TimePrecision.ZONELESS:
            return self.tr("{moment}, in a time zone that the archive does not tell").format(
                moment=moment
            )
        return moment

    def _trouble_text(self, detail: MediaDetail) -> str:
        if detail.is_offline:
            return self.tr(
                "The archive with the original is not connected. Its pictures come back with it."
            )
        if detail.state is MediaState.MISSING:
            return self.tr(
                "The file is not in the archive. A part of the download may be missing: add the"
                " other zips, and the picture appears."
            )
        if detail.problem is not None:
            name = detail.uri.rsplit("/", 1)[-1]
            return problem_text(detail.problem.code, name, detail.problem.detail)
        return ""

    def _kind_name(self, detail: MediaDetail) -> str:
        names = {
            PostKind.POST: self.tr("Post"),
            PostKind.REEL: self.tr("Reel"),
            PostKind.IGTV: self.tr("IGTV video"),
            PostKind.STORY: self.tr("Story"),
            PostKind.ARCHIVED: self.tr("Archived post"),
            PostKind.PROFILE: self.tr("Profile photo"),
            PostKind.OTHER: self.tr("Other"),
        }
        if detail.kind is PostKind.POST and detail.media_type is MediaType.VIDEO:
            return self.tr("Video")
        return names[detail.kind]


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
        is_there = detail.state is not MediaState.MISSING and not detail.is_offline
        self._reveal.setEnabled(is_there)

    def _show_in_folder(self) -> None:
        if self._detail is not None:
            # What lies in a zip is shown by the folder in which the zip lies.
            folders = (parent for parent in self._detail.path.parents if parent.is_dir())
            if folder := next(folders, None):
                QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
