"""The detail panel: all that is known of the current picture."""

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from organizer.archive.records import MediaType, PostKind, TimePrecision
from organizer.library.records import MediaDetail, MediaState
from organizer.library.thumbnails import ThumbnailStore
from organizer.tagging.records import Category, HashtagSuggestion, SuggestionReason
from organizer.ui import formatting
from organizer.ui.error_messages import problem_text
from organizer.ui.views.category_section import CategorySection
from organizer.ui.views.chips import Chip, ChipRow
from organizer.ui.views.labels import label
from organizer.ui.views.preview import Preview

_FITTING = (SuggestionReason.OWN, SuggestionReason.SIMILAR, SuggestionReason.VOCABULARY)


class DetailPanel(QScrollArea):
    """Shows a MediaDetail.

    Signals:
        hashtag_chosen(str): A hashtag of the caption was clicked, without #.
        copied(int): So many hashtags are on the clipboard.
        decided(int, str, object): What the user says of a picture and a category: see
            CategorySection.
    """

    hashtag_chosen = Signal(str)
    copied = Signal(int)
    decided = Signal(int, str, object)

    def __init__(
        self,
        store: ThumbnailStore,
        categories: tuple[Category, ...],
        is_korean: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("detailPanel")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(260)
        self._store = store
        self.categories = CategorySection(categories, is_korean, self)
        self.categories.decided.connect(self._decide)
        self._detail: MediaDetail | None = None
        self._content = QWidget(self)
        self._content.setObjectName("detailContent")
        self._content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build()
        self.setWidget(self._content)
        self.show_detail(None)

    @property
    def date(self) -> QLabel:
        """Says when the picture was posted."""
        return self._date

    @property
    def caption(self) -> QLabel:
        """The label with the caption."""
        return self._caption

    @property
    def copy_button(self) -> QPushButton:
        """Copies the chosen suggestions."""
        return self._copy

    @property
    def suggestions(self) -> ChipRow:
        """The suggested hashtags."""
        return self._suggestions

    def show_detail(self, detail: MediaDetail | None) -> None:
        """Shows `detail`, or an invitation to select a picture."""
        is_same = detail is not None and self._detail is not None and detail.id == self._detail.id
        if detail == self._detail and detail is not None:
            return
        previous = self._detail
        self._detail = detail
        self._hint.setVisible(detail is None)
        self._card.setVisible(detail is not None)
        if detail is None:
            return
        if not is_same or previous is None or previous.state is not detail.state:
            self._preview.show_picture(QPixmap(str(self._store.path(detail.id))))
        self._show_facts(detail)
        self.categories.show_categories(detail.categories)
        self._hashtag_heading.setVisible(bool(detail.hashtags))
        self._hashtags.show_chips([Chip(f"#{hashtag}") for hashtag in detail.hashtags])
        self._show_suggestions(detail)
        if not is_same:
            self.verticalScrollBar().setValue(0)

    def _build(self) -> None:
        outer = QVBoxLayout(self._content)
        outer.setContentsMargins(16, 16, 16, 16)
        self._hint = label(self.tr("Select a picture to see what is known of it."), "muted")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        outer.addWidget(self._hint)
        self._card = QWidget(self._content)
        outer.addWidget(self._card)
        outer.addStretch(1)
        card = QVBoxLayout(self._card)
        card.setContentsMargins(0, 0, 0, 0)
        card.setSpacing(8)
        self._preview = Preview(self._card)
        self._date = label("", "title")
        self._kind = label("", "muted")
        self._trouble = label("", "body")
        self._caption = label("", "body")
        selectable = Qt.TextInteractionFlag
        self._caption.setTextInteractionFlags(
            selectable.TextSelectableByMouse | selectable.TextSelectableByKeyboard
        )
        self._hashtag_heading = label(self.tr("Hashtags"), "heading")
        self._hashtags = ChipRow(self._card, self._choose_hashtag)
        self._suggestion_heading = label(self.tr("Suggested"), "heading")
        self._suggestions = ChipRow(self._card, self._count_chosen, is_checkable=True)
        self._copy = QPushButton(self._card)
        self._copy.setProperty("role", "primary")
        self._copy.clicked.connect(self._copy_chosen)
        self._file_heading = label(self.tr("File"), "heading")
        self._file = label("", "muted")
        self._file.setTextInteractionFlags(selectable.TextSelectableByMouse)
        self._reveal = QPushButton(self.tr("Show in folder"), self._card)
        self._reveal.clicked.connect(self._show_in_folder)
        facts = (self._preview, self._date, self._kind, self._trouble, self._caption)
        for fact in facts:
            card.addWidget(fact)
        card.addSpacing(8)
        card.addWidget(self.categories)
        for part, space in (
            (self._hashtag_heading, 8),
            (self._hashtags, 0),
            (self._suggestion_heading, 8),
            (self._suggestions, 0),
            (self._copy, 4),
            (self._file_heading, 8),
            (self._file, 0),
            (self._reveal, 0),
        ):
            card.addSpacing(space)
            card.addWidget(part)

    def _show_facts(self, detail: MediaDetail) -> None:
        dated = detail.taken_at is not None
        self._date.setText(self._date_text(detail))
        self._date.setVisible(dated or detail.kind is not PostKind.PROFILE)
        parts = [self._kind_name(detail)]
        if detail.slides > 1:
            place = self.tr("{position} of {count}")
            parts.append(place.format(position=detail.position + 1, count=detail.slides))
        if detail.width and detail.height:
            parts.append(f"{detail.width} × {detail.height}")
        if detail.latitude is not None and detail.longitude is not None:
            parts.append(f"{detail.latitude:.4f}, {detail.longitude:.4f}")
        self._kind.setText(" · ".join(parts))
        self._caption.setText(detail.caption)
        self._caption.setVisible(bool(detail.caption))
        trouble = self._trouble_text(detail)
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))
        # Instagram's names are one long word, which no label can wrap.
        self._file.setText(
            self._file.fontMetrics().elidedText(
                detail.path.name, Qt.TextElideMode.ElideMiddle, self.minimumWidth() - 48
            )
        )
        self._file.setToolTip(str(detail.path))
        is_there = detail.state is not MediaState.MISSING and not detail.is_offline
        self._reveal.setEnabled(is_there)

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

    def _decide(self, category_id: str, is_in: bool | None) -> None:
        if self._detail is not None:
            self.decided.emit(self._detail.id, category_id, is_in)

    def _show_suggestions(self, detail: MediaDetail) -> None:
        chips = [
            # What only goes with the others is offered, not taken for granted.
            Chip(f"#{item.hashtag}", self._reason(item), item.reason in _FITTING)
            for item in detail.suggestions
        ]
        self._suggestions.show_chips(chips)
        self._suggestion_heading.setVisible(bool(chips))
        self._copy.setVisible(bool(chips))
        self._count_chosen(0)

    def _reason(self, suggestion: HashtagSuggestion) -> str:
        reasons = {
            SuggestionReason.OWN: self.tr("You use this hashtag, and it fits the picture"),
            SuggestionReason.SIMILAR: self.tr("You use this hashtag on similar pictures"),
            SuggestionReason.VOCABULARY: self.tr("From the vocabulary: it fits the picture"),
            SuggestionReason.RELATED: self.tr("It goes with the other hashtags"),
            SuggestionReason.POPULAR: self.tr("Many use this hashtag"),
        }
        return f"{reasons[suggestion.reason]} · {suggestion.score:.0%}"

    def _chosen(self) -> list[str]:
        if self._detail is None:
            return []
        return [self._detail.suggestions[number].hashtag for number in self._suggestions.checked()]

    def _count_chosen(self, _number: int) -> None:
        count = len(self._chosen())
        self._copy.setText(self.tr("Copy {count}").format(count=count))
        self._copy.setAccessibleName(self.tr("Copy the chosen hashtags"))
        self._copy.setEnabled(count > 0)

    def _copy_chosen(self) -> None:
        chosen = self._chosen()
        QGuiApplication.clipboard().setText(" ".join(f"#{hashtag}" for hashtag in chosen))
        self.copied.emit(len(chosen))

    def _choose_hashtag(self, number: int) -> None:
        if self._detail is not None:
            self.hashtag_chosen.emit(self._detail.hashtags[number])

    def _show_in_folder(self) -> None:
        if self._detail is not None:
            # What lies in a zip is shown by the folder in which the zip lies.
            folders = (parent for parent in self._detail.path.parents if parent.is_dir())
            if folder := next(folders, None):
                QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
