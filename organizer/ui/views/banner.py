"""A line over the gallery that tells what came of something; it never stops the user."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from organizer.indexing.importing import ImportReport
from organizer.ui.icons import icon
from organizer.ui.views.labels import label

_NOTICE_MILLISECONDS = 8000


class Banner(QFrame):
    """Shows a notice, which goes by itself, or an error, which stays until it is closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._text = label("", "body", self)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = QToolButton(self)
        close.setIcon(icon("close", self.palette().text().color()))
        close.setToolTip(self.tr("Close"))
        close.setAccessibleName(self.tr("Close"))
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.addWidget(self._text, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._hiding = QTimer(self, singleShot=True, interval=_NOTICE_MILLISECONDS)
        self._hiding.timeout.connect(self.hide)
        self.hide()

    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def show_notice(self, text: str) -> None:
        """Tells of something that went well."""
        self._show(text, "notice")
        self._hiding.start()

    def show_import(self, report: ImportReport) -> None:
        """Tells what came of an import that the user asked for."""
        name = report.place.name
        if report.missing:
            self.show_notice(
                self.tr(
                    "%n picture(s) that the archive names are not there. Instagram hands out large"
                    " archives in several parts: add the other zips as well.",
                    "",
                    report.missing,
                )
            )
        elif report.posts or report.media:
            posts = self.tr("%n new post(s)", "", report.posts)
            pictures = self.tr("%n picture(s) and videos", "", report.media)
            text = self.tr("Added from {name}: {posts}, {pictures}.")
            self.show_notice(text.format(name=name, posts=posts, pictures=pictures))
        else:
            self.show_notice(self.tr("{name}: nothing new.").format(name=name))

    def show_refiled(self, count: int) -> None:
        """Tells that so many pictures changed their categories after what the user said."""
        self.show_notice(self.tr("Learned from you: %n picture(s) changed", "", count))

    def show_copied(self, count: int) -> None:
        """Tells that so many hashtags are on the clipboard."""
        self.show_notice(self.tr("%n hashtag(s) copied", "", count))

    def show_error(self, text: str) -> None:
        """Tells what went wrong and what to do."""
        self._hiding.stop()
        self._show(text, "error")

    def _show(self, text: str, kind: str) -> None:
        self.setProperty("kind", kind)
        # A style sheet looks at properties once only.
        self.style().unpolish(self)
        self.style().polish(self)
        self._text.setText(text)
        self.setAccessibleName(text)
        self.show()
