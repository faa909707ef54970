"""What the window shows before there is anything to show."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from organizer.library.filters import Filter
from organizer.ui.icons import pixmap
from organizer.ui.views.labels import label


class EmptyPage(QWidget):
    """Says how to get the archive out of Instagram, and offers the sample.

    Signals:
        zips_requested(): The user wants to choose zips.
        folder_requested(): The user wants to choose a folder.
        sample_requested(): The user wants to see the sample.
    """

    zips_requested = Signal()
    folder_requested = Signal()
    sample_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("emptyPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        picture = QLabel(self)
        picture.setPixmap(pixmap("illustration", QColor("black"), QSize(280, 170)))
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        title = label(self.tr("Drop your Instagram archive here"), "hero")
        subtitle = label(
            self.tr(
                "Your pictures by date, category and hashtag. Everything stays on this computer."
            ),
            "muted",
        )
        for text in (title, subtitle):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 32, 32, 32)
        layout.setSpacing(12)
        layout.addStretch(2)
        for part in (picture, title, subtitle):
            layout.addWidget(part)
        layout.addSpacing(12)
        layout.addLayout(self._steps())
        layout.addSpacing(16)
        layout.addLayout(self._buttons())
        layout.addStretch(3)

    def _steps(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        texts = (
            self.tr(
                "In Instagram, open Accounts Center → Your information and permissions → Export"
                " your information."
            ),
            self.tr(
                "Tick Content → Media and choose all time. The format JSON has exact times; HTML"
                " works, too."
            ),
            self.tr("Drop what you download on this window, as it came: all zips at once."),
        )
        for number, text in enumerate(texts, start=1):
            row.addWidget(self._step(number, text), 3)
        row.addStretch(1)
        return row

    def _step(self, number: int, text: str) -> QFrame:
        card = QFrame(self)
        card.setObjectName("step")
        card.setMaximumWidth(300)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(16, 12, 16, 14)
        inner.addWidget(label(str(number), "title", card))
        inner.addWidget(label(text, "body", card))
        inner.addStretch(1)
        return card

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        zips = QPushButton(self.tr("Choose zips…"), self)
        zips.setProperty("role", "primary")
        zips.clicked.connect(self.zips_requested)
        folder = QPushButton(self.tr("Choose folder…"), self)
        folder.clicked.connect(self.folder_requested)
        sample = QPushButton(self.tr("Try the sample"), self)
        sample.clicked.connect(self.sample_requested)
        row.addStretch(1)
        row.addWidget(zips)
        row.addWidget(folder)
        row.addWidget(sample)
        row.addStretch(1)
        return row


class NoResultPage(QWidget):
    """What the gallery's place shows when nothing passes the filter.

    Signals:
        clear_requested(): The user gives the filter up.
    """

    clear_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noResultPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        self._title = label(self.tr("No pictures match"), "title", self)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        clear = QPushButton(self.tr("Clear all filters"), self)
        clear.clicked.connect(self.clear_requested)
        layout.addWidget(self._title)
        layout.addSpacing(8)
        layout.addWidget(clear, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)

    def show_filter(self, chosen: Filter, awaited: str = "") -> None:
        """Says what it means that nothing passes `chosen`; what shows `awaited` may be to come."""
        if awaited:
            text = self.tr("Looking for pictures that show “{words}”…")
            self._title.setText(text.format(words=awaited))
        elif chosen == Filter(has_misfits=True):
            self._title.setText(self.tr("All hashtags fit their pictures"))
        else:
            self._title.setText(self.tr("No pictures match"))
