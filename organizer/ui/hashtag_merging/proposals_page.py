"""The hashtags that might be one, to be merged or kept apart."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from organizer.tagging.folding import MergeProposal, MergeReason
from organizer.ui import formatting
from organizer.ui.hashtag_merging.action_list import ActionList
from organizer.ui.hashtag_merging.proposals import (
    OpenProposal,
    keeping_apart,
    merging,
    open_proposals,
)
from organizer.ui.hashtag_merging.rows import Row
from organizer.ui.history import History
from organizer.ui.models.known_hashtags import KnownHashtags
from organizer.ui.views.labels import label

_MERGE, _KEEP_APART = 0, 1


class ProposalsPage(QWidget):
    """Lists proposals that are still to be decided; what is decided goes to `history`.

    Attributes:
        list: The proposals, each with "Merge" and "Keep apart".
    """

    def __init__(self, history: History, parent: QWidget) -> None:
        super().__init__(parent)
        self._history = history
        self._done_before = history.index()
        self._proposals: tuple[MergeProposal, ...] | None = None
        self._known: KnownHashtags | None = None
        self._open: tuple[OpenProposal, ...] = ()
        # Decided, and not yet so in the library.
        self._hidden: set[frozenset[str]] = set()
        self.list = ActionList(has_two_lines=True, parent=self)
        self.list.setSelectionMode(ActionList.SelectionMode.ExtendedSelection)
        self.list.setAccessibleName(self.tr("Hashtags that might be one"))
        self.list.acted.connect(self._decide)
        self._pages = QStackedWidget(self)
        self._make_looking()
        self._nothing, _ = self._centred(
            self.tr("Nothing to propose: no two of your hashtags look like one.")
        )
        self._decided, _ = self._centred(self.tr("All proposals are decided."))
        self._failure, self._failed = self._centred("")
        self._filled = self._make_filled()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.addWidget(self._pages)
        history.indexChanged.connect(self._mind_undo)

    def show_proposals(self, proposals: tuple[MergeProposal, ...]) -> None:
        """Shows what was found."""
        self._proposals = proposals
        self._show_again()

    def show_error(self, text: str) -> None:
        """Tells why nothing was found, as long as nothing was; what comes still is shown."""
        if self._proposals is None:
            self._failed.setText(text)
            self._pages.setCurrentWidget(self._failure)

    def show_known(self, known: KnownHashtags) -> None:
        """Shows what is still to be decided, after the library has changed."""
        self._known = known
        there = {one.pair for one in open_proposals(self._proposals or (), known)}
        self._hidden &= there
        self._show_again()

    def _show_again(self) -> None:
        if self._proposals is None or self._known is None:
            return
        self._open = tuple(
            one
            for one in open_proposals(self._proposals, self._known)
            if one.pair not in self._hidden
        )
        had_focus = self.list.hasFocus()
        self.list.show_rows([self._row(one) for one in self._open])
        if self._open:
            self._pages.setCurrentWidget(self._filled)
            if had_focus or not self.isAncestorOf(self.window().focusWidget() or self):
                self.list.setFocus()
        else:
            self._pages.setCurrentWidget(self._decided if self._proposals else self._nothing)

    def _row(self, one: OpenProposal) -> Row:
        why = {
            MergeReason.SPELLING: self.tr("Spelled alike"),
            MergeReason.MEANING: self.tr("Means the same"),
        }[one.reason]
        counts = self.tr("pictures: {other} → {kept}").format(
            other=formatting.number(one.other.pictures), kept=formatting.number(one.kept.pictures)
        )
        spellings = (*one.other.spellings, *one.kept.spellings)
        return Row(
            title=f"#{one.other.hashtag}  →  #{one.kept.hashtag}",
            detail=f"{why}  ·  {counts}",
            actions=(self.tr("Merge"), self.tr("Keep apart")),
            hint=" ".join(f"#{spelling}" for spelling in spellings),
        )

    def _decide(self, numbers: list[int], action: int) -> None:
        chosen = [self._open[number] for number in numbers]
        self._hidden |= {one.pair for one in chosen}
        if action == _MERGE:
            self._history.do(self.tr("Merge hashtags"), merging(chosen))
        elif action == _KEEP_APART:
            self._history.do(self.tr("Keep hashtags apart"), keeping_apart(chosen))
        self._show_again()

    def _mind_undo(self, done: int) -> None:
        if done < self._done_before:
            self._hidden.clear()
        self._done_before = done

    def _make_looking(self) -> None:
        text = self.tr("Looking for hashtags that might be one…")
        page, said = self._centred(text)
        bar = QProgressBar(page)
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(text)
        column = page.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(column.indexOf(said) + 1, bar)

    def _make_filled(self) -> QWidget:
        page = QWidget(self)
        undo = QKeySequence(QKeySequence.StandardKey.Undo)
        hint = self.tr(
            "Enter merges what is selected, Delete keeps it apart, {undo} takes it back. The one"
            " that is used more gives the name; captions stay as they are."
        ).format(undo=undo.toString(QKeySequence.SequenceFormat.NativeText))
        self.list.setAccessibleDescription(hint)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list, 1)
        layout.addWidget(label(hint, "muted", page))
        self._pages.addWidget(page)
        return page

    def _centred(self, text: str) -> tuple[QWidget, QLabel]:
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(40, 0, 40, 0)
        layout.setSpacing(12)
        said = label(text, "muted", page)
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(1)
        layout.addWidget(said)
        layout.addStretch(1)
        self._pages.addWidget(page)
        return page, said
