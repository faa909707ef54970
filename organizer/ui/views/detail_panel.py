"""The detail panel: all that is known of the chosen picture, or what several have in common."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from organizer.library.records import MediaDetail
from organizer.library.thumbnails import ThumbnailStore
from organizer.tagging.records import Category
from organizer.ui import formatting
from organizer.ui.models.chosen_hashtags import MOST_COMPARED, shared_categories
from organizer.ui.views.category_section import CategorySection
from organizer.ui.views.hashtag_section import HashtagSection
from organizer.ui.views.labels import label
from organizer.ui.views.mosaic import MOST_TILES, mosaic
from organizer.ui.views.picture_facts import FileFacts, PictureFacts
from organizer.ui.views.preview import Preview
from organizer.ui.views.similar_section import SimilarSection

_MOSAIC = QSize(456, 300)


class DetailPanel(QScrollArea):
    """Shows MediaDetails.

    Attributes:
        categories, hashtags: The parts in which the user decides.
        similar: What looks like the one picture.

    Signals:
        decided(tuple, str, object): What the user says of the pictures of these ids and a category:
            see CategorySection.
    """

    decided = Signal(object, str, object)

    def __init__(
        self,
        store: ThumbnailStore,
        categories: tuple[Category, ...],
        is_korean: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("detailPanel")
        self.setAccessibleName(self.tr("Details"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(260)
        self._store = store
        self._details: tuple[MediaDetail, ...] = ()
        self._content = QWidget(self)
        self._content.setObjectName("detailContent")
        self._content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.categories = CategorySection(categories, is_korean, self._content)
        self.categories.decided.connect(self._decide)
        self.hashtags = HashtagSection(self._content)
        self.similar = SimilarSection(store, self._content)
        self._build()
        self.setWidget(self._content)
        self.show_pictures(0, ())

    @property
    def shown_ids(self) -> tuple[int, ...]:
        """The ids of the pictures of which it tells more than how many they are."""
        return tuple(one.id for one in self._details)

    @property
    def date(self) -> QLabel:
        """Says when the picture was posted."""
        return self._facts.date

    @property
    def caption(self) -> QLabel:
        """The label with the caption."""
        return self._facts.caption

    @property
    def description(self) -> QLabel:
        """The label with what a captioning model wrote."""
        return self._facts.description

    @property
    def count(self) -> QLabel:
        """Says how many pictures are chosen, where there are several."""
        return self._count

    def show_pictures(self, count: int, details: Sequence[MediaDetail]) -> None:
        """Shows the one chosen picture, or what `count` of them have in common.

        Without `details`, only how many there are; without any, how to choose one.
        """
        before, self._details = self._details, tuple(details)
        is_one = count == 1 and bool(details)
        self._hint.setVisible(not count)
        for parts, is_visible in (
            ((self._preview, self.categories, self.hashtags), bool(details)),
            ((self._facts, self._file), is_one),
            ((self._count, self._count_hint), count > 1),
        ):
            for part in parts:
                part.setVisible(is_visible)
        if is_one:
            self._show_one(self._details[0], before)
        elif count > 1:
            self._show_many(count, before)
        if [one.id for one in before] != [one.id for one in details]:
            self.verticalScrollBar().setValue(0)

    def _build(self) -> None:
        self._hint = label(
            self.tr("Select a picture to see what is known of it."), "muted", self._content
        )
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._preview = Preview(self._content)
        self._count = label("", "title", self._content)
        self._count_hint = label("", "muted", self._content)
        self._facts = PictureFacts(self._content)
        self._file = FileFacts(self._content)
        layout = QVBoxLayout(self._content)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self._hint)
        for fact in (self._preview, self._count, self._count_hint, self._facts):
            layout.addWidget(fact)
        for section in (self.categories, self.hashtags, self.similar, self._file):
            layout.addSpacing(8)
            layout.addWidget(section)
        layout.addStretch(1)

    def _show_one(self, detail: MediaDetail, before: tuple[MediaDetail, ...]) -> None:
        if before == (detail,):
            return
        if [(one.id, one.state) for one in before] != [(detail.id, detail.state)]:
            self._preview.show_picture(self._picture(detail))
        self._facts.show_detail(detail)
        self._file.show_detail(detail, self.minimumWidth() - 48)
        self.categories.show_categories(detail.categories)

    def _show_many(self, count: int, before: tuple[MediaDetail, ...]) -> None:
        self._count.setText(self.tr("%n picture(s) chosen", "", count))
        hint = self.tr("What you decide here holds for all of them.")
        if not self._details:
            hint = self.tr("Choose at most {count} to see what they have in common.")
        self._count_hint.setText(hint.format(count=formatting.number(MOST_COMPARED)))
        if not self._details or before == self._details:
            return
        first = self._details[:MOST_TILES]
        if [one.id for one in first] != [one.id for one in before[:MOST_TILES]]:
            pictures = [self._picture(one) for one in first]
            self._preview.show_picture(mosaic(pictures, _MOSAIC, self.palette().midlight()))
        assigned, counts = shared_categories(self._details)
        told = self.tr("{pictures} of {count}")
        self.categories.show_categories(
            assigned,
            {
                category_id: told.format(pictures=pictures, count=count)
                for category_id, pictures in counts.items()
                if pictures < count
            },
        )

    def _picture(self, detail: MediaDetail) -> QPixmap:
        return QPixmap(str(self._store.path(detail.id)))

    def _decide(self, category_id: str, is_in: bool | None) -> None:
        self.decided.emit(self.shown_ids, category_id, is_in)
