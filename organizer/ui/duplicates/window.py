"""The window of duplicates: looking for them, groups by reason, and lists of them."""

from collections import Counter
from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from organizer.errors import OrganizerError
from organizer.indexing.duplicates.lists import write_csv, write_json
from organizer.indexing.duplicates.records import DuplicateGroup, Reason, SearchProgress
from organizer.library.edits import KeepDistinct
from organizer.library.thumbnails import ThumbnailStore
from organizer.ui import formatting
from organizer.ui.duplicates.group_list import GroupList
from organizer.ui.duplicates.texts import reason_hint, reason_text
from organizer.ui.error_messages import error_text
from organizer.ui.history import History
from organizer.ui.history_actions import RedoAction, UndoAction
from organizer.ui.views.flow_layout import FlowLayout
from organizer.ui.views.labels import label

_STEPS = 1000


class DuplicatesWindow(QDialog):
    """Shows DuplicateGroups, lists them and hides those that are none; it deletes nothing.

    Attributes:
        list: The groups.
        reasons: Buttons by Reason, None for all groups.
        search_button: Looks again, or stops looking.
        note: What it says of itself, or of the list that was written.
        export_button: Writes the groups that are shown to a file.

    Signals:
        search_requested(), cancel_requested(): Looking for duplicates.
        picture_opened(int): The picture of this id is to be seen.
    """

    search_requested = Signal()
    cancel_requested = Signal()
    picture_opened = Signal(object)

    def __init__(self, history: History, store: ThumbnailStore, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Duplicates"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setMinimumSize(520, 420)
        self.resize(920, 720)
        self._history = history
        self._groups: tuple[DuplicateGroup, ...] = ()
        self._distinct = frozenset[frozenset[int]]()
        # Said, and not yet so in the library.
        self._said: set[frozenset[int]] = set()
        self._done_before = history.index()
        self._is_searching = False
        self.list = GroupList(store, self)
        self.list.setAccessibleName(self.tr("Groups of duplicates"))
        self.list.picture_opened.connect(self.picture_opened)
        self.list.kept.connect(self._keep)
        self.reasons: dict[Reason | None, QToolButton] = {}
        self._pages = QStackedWidget(self)
        self._progress = QProgressBar(self)
        self._make_pages()
        self.search_button = self._button("")
        self.search_button.clicked.connect(self._search_or_stop)
        self.export_button = self._button(self.tr("Export list…"))
        self.export_button.clicked.connect(self._ask_for_file)
        self._arrange(history)
        history.indexChanged.connect(self._mind_undo)
        self._show_again()

    def show_progress(self, progress: SearchProgress) -> None:
        """Tells how far the search is."""
        self._is_searching = True
        if progress.is_comparing:
            self._told.setText(self.tr("Comparing pictures…"))
            self._progress.setValue(round(progress.share * _STEPS))
        else:
            told = self.tr("Looking at pictures: {done} of {total}")
            done, total = formatting.number(progress.done), formatting.number(progress.total)
            self._told.setText(told.format(done=done, total=total))
            self._progress.setValue(round(progress.done / progress.total * _STEPS))
        self._show_again()

    def show_groups(self, groups: tuple[DuplicateGroup, ...]) -> None:
        """Shows what was found."""
        self._is_searching = False
        self._groups = groups
        self._nothing.setText(self.tr("No picture is there more than once."))
        self._show_again()

    def show_stopped(self, text: str = "") -> None:
        """Tells that the search ended before its time; `text` says why, unless the user did it."""
        self._is_searching = False
        self._nothing.setText(text or self.tr("The search was stopped."))
        self._show_again()

    def show_distinct(self, sets: Collection[frozenset[int]]) -> None:
        """Knows what the user says are no duplicates, as the library has it."""
        self._distinct = frozenset(sets)
        self._said -= self._distinct
        self._show_again()

    def shown(self) -> tuple[DuplicateGroup, ...]:
        """The groups that are listed now."""
        return self.list.groups.groups

    def export(self, path: Path) -> None:
        """Writes what is listed to `path`, as CSV or, where it ends so, as JSON."""
        write = write_json if path.suffix.casefold() == ".json" else write_csv
        try:
            write(path, self.shown())
        except OrganizerError as error:
            self.note.setText(error_text(error))
        else:
            self.note.setText(self.tr("Written to {file}").format(file=path))

    def done(self, result: int) -> None:
        """Ends what goes on beside it."""
        self.cancel_requested.emit()
        self.list.stop()
        super().done(result)

    def _show_again(self) -> None:
        hidden = self._distinct | self._said
        there = [one for one in self._groups if frozenset(one.media_ids) not in hidden]
        counts = Counter(group.reason for group in there)
        for reason, button in self.reasons.items():
            count = len(there) if reason is None else counts[reason]
            name = self.tr("All") if reason is None else reason_text(reason)
            button.setText(f"{name}  {formatting.number(count)}")
            button.setEnabled(count > 0 or reason is None)
        chosen = next(reason for reason, one in self.reasons.items() if one.isChecked())
        if chosen is not None and not counts[chosen]:
            self.reasons[None].setChecked(True)
            chosen = None
        shown = [group for group in there if chosen in (None, group.reason)]
        self.list.show_groups(shown)
        page = self._searching if self._is_searching else self._empty
        self._pages.setCurrentWidget(page if self._is_searching or not shown else self.list)
        self.export_button.setEnabled(bool(shown) and not self._is_searching)
        stop, again = self.tr("Stop"), self.tr("Search again")
        self.search_button.setText(stop if self._is_searching else again)

    def _keep(self, group: DuplicateGroup) -> None:
        self._said.add(frozenset(group.media_ids))
        self._history.do(self.tr("Not duplicates"), KeepDistinct(group.media_ids))
        self._done_before = self._history.index()
        self._show_again()

    def _mind_undo(self, done: int) -> None:
        if done < self._done_before:
            # What is taken back before the library had it, the library will never have.
            self._said.clear()
        self._done_before = done

    def _search_or_stop(self) -> None:
        signal = self.cancel_requested if self._is_searching else self.search_requested
        signal.emit()

    def _ask_for_file(self) -> None:
        kinds = f"{self.tr('Table (*.csv)')};;{self.tr('JSON (*.json)')}"
        name, kind = QFileDialog.getSaveFileName(
            self, self.tr("Export the list of duplicates"), "duplicates.csv", kinds
        )
        if name:
            path = Path(name)
            ending = ".json" if "json" in kind else ".csv"
            self.export(path if path.suffix else path.with_suffix(ending))

    def _make_pages(self) -> None:
        self._progress.setRange(0, _STEPS)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Looking for duplicates"))
        self._searching, self._told = self._page(self.tr("Looking for duplicates…"), self._progress)
        self._empty, self._nothing = self._page("")
        self._pages.addWidget(self.list)

    def _page(self, text: str, below: QWidget | None = None) -> tuple[QWidget, QLabel]:
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(80, 0, 80, 0)
        layout.setSpacing(12)
        said = label(text, "muted", page)
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(1)
        layout.addWidget(said)
        if below is not None:
            layout.addWidget(below)
        layout.addStretch(1)
        self._pages.addWidget(page)
        return page, said

    def _arrange(self, history: History) -> None:
        undo, redo = UndoAction(history, self), RedoAction(history, self)
        self.addActions([undo, redo])
        undoing = QToolButton(self)
        undoing.setDefaultAction(undo)
        undoing.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        reasons = FlowLayout(spacing=4)
        choice = QButtonGroup(self)
        for reason in (None, *Reason):
            button = QToolButton(self)
            button.setCheckable(True)
            button.setToolTip("" if reason is None else reason_hint(reason))
            button.setChecked(reason is None)
            choice.addButton(button)
            reasons.addWidget(button)
            self.reasons[reason] = button
        choice.buttonClicked.connect(self._show_again)
        top = QHBoxLayout()
        top.addLayout(reasons, 1)
        top.addWidget(undoing, 0, Qt.AlignmentFlag.AlignTop)
        self.note = label(
            self.tr("Nothing is ever deleted: this only lists what is there more than once."),
            "muted",
            self,
        )
        foot = QHBoxLayout()
        foot.addWidget(self.note, 1)
        foot.addWidget(self.search_button)
        foot.addWidget(self.export_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(top)
        layout.addWidget(self._pages, 1)
        layout.addLayout(foot)

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        # Enter opens a picture.
        button.setAutoDefault(False)
        return button
