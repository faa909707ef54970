"""A line over the gallery that tells what came of something; it never stops the user."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from organizer.errors import OrganizerError
from organizer.indexing.importing import ImportReport
from organizer.ui.error_messages import crash_text, error_text
from organizer.ui.icons import icon
from organizer.ui.views.labels import label

_NOTICE_MILLISECONDS = 8000


class Banner(QFrame):
    """Shows a notice, which goes by itself, or an error or offer, which stays until it is closed.

    Signals:
        closed(): It says nothing any more.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._text = label("", "body", self)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = QToolButton(self)
        close.setIcon(icon("close", self.palette().text().color()))
        close.setToolTip(self.tr("Close"))
        close.setAccessibleName(self.tr("Close"))
        close.clicked.connect(self._close)
        self._accept: Callable[[], None] | None = None
        self._decline: Callable[[], None] | None = None
        self.action = QPushButton(self)
        self.action.clicked.connect(self._act)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.addWidget(self._text, 1)
        layout.addWidget(self.action)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._hiding = QTimer(self, singleShot=True, interval=_NOTICE_MILLISECONDS)
        self._hiding.timeout.connect(self._go)
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

    def show_files_copied(self, count: int) -> None:
        """Tells that so many originals are on the clipboard."""
        self.show_notice(self.tr("%n picture(s) copied", "", count))

    def show_error(self, text: str) -> None:
        """Tells what went wrong and what to do."""
        self._hiding.stop()
        self._show(text, "error")

    def show_failure(self, error: OrganizerError) -> None:
        """Tells of an error of the core in the language of the window."""
        self.show_error(error_text(error))

    def show_crash(self, error: str) -> None:
        """Tells of a mistake of the program's own."""
        self.show_error(crash_text(error))

    def show_offer(
        self,
        text: str,
        action: str,
        accept: Callable[[], None],
        decline: Callable[[], None] | None = None,
        kind: Literal["notice", "error"] = "notice",
    ) -> None:
        """Proposes something: a button named `action` calls `accept`, closing it `decline`."""
        self._hiding.stop()
        self._show(text, kind)
        self._accept, self._decline = accept, decline
        self.action.setText(action)
        self.action.show()

    def _act(self) -> None:
        accept = self._accept
        self._go()
        if accept is not None:
            accept()

    def _close(self) -> None:
        decline = self._decline
        self._go()
        if decline is not None:
            decline()

    def _go(self) -> None:
        self.hide()
        self._accept = self._decline = None
        self.closed.emit()

    def _show(self, text: str, kind: str) -> None:
        self._accept = self._decline = None
        self.action.hide()
        self.setProperty("kind", kind)
        # A style sheet looks at properties once only.
        self.style().unpolish(self)
        self.style().polish(self)
        self._text.setText(text)
        self.setAccessibleName(text)
        self.show()
