"""The line at the bottom: what goes on, how fast, for how long, on what."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QToolButton, QWidget

from organizer.indexing.progress import Phase, Progress
from organizer.library.records import LibraryCounts
from organizer.ui import formatting
from organizer.ui.icons import icon


class StatusBar(QWidget):
    """Shows Progress and counts.

    Signals:
        pause_toggled(bool): The user wants a rest (True), or to go on (False).
        continue_requested(): The user wants what waits for mains power to go on without.
        problems_requested(): The user wants to see what could not be read.
        models_requested(): The user wants to see what is being downloaded.
    """

    pause_toggled = Signal(bool)
    continue_requested = Signal()
    problems_requested = Signal()
    models_requested = Signal()

    def __init__(
        self, is_paused: bool, progress: Progress | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("statusBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._progress: Progress | None = None
        self._is_paused = is_paused
        self._text = QLabel(self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(140)
        self._continue = QPushButton(self.tr("Continue now"), self)
        self._continue.setProperty("role", "chip")
        self._continue.setToolTip(self.tr("Look at the pictures now, on battery"))
        self._continue.clicked.connect(self.continue_requested)
        self._pause = QToolButton(self)
        self._pause.clicked.connect(self.toggle_pause)
        self._problems = QPushButton(self)
        self._problems.setProperty("role", "chip")
        self._problems.setIcon(icon("warning", self.palette().text().color()))
        self._problems.clicked.connect(self.problems_requested)
        self._problems.hide()
        self.download = QPushButton(self)
        self.download.setProperty("role", "chip")
        self.download.clicked.connect(self.models_requested)
        self.download.hide()
        self._search = QLabel(self)
        self._search.setProperty("role", "muted")
        self._search.hide()
        self._counts = QLabel(self)
        self._counts.setProperty("role", "muted")
        self._model = QLabel(self)
        self._model.setProperty("role", "muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 16, 4)
        layout.setSpacing(12)
        for part in (self._text, self._bar, self._continue, self._pause, self._problems):
            layout.addWidget(part)
        layout.addWidget(self.download)
        layout.addWidget(self._search)
        layout.addStretch(1)
        layout.addWidget(self._counts)
        layout.addWidget(self._model)
        self._show_state()
        if progress is not None:
            self.show_progress(progress)

    @property
    def continue_button(self) -> QPushButton:
        """Goes on with what waits for mains power."""
        return self._continue

    @property
    def pause_button(self) -> QToolButton:
        """Pauses and resumes."""
        return self._pause

    @property
    def problems_button(self) -> QPushButton:
        """Shows what could not be read."""
        return self._problems

    def text(self) -> str:
        """What it says of the work."""
        return self._text.text()

    def show_progress(self, progress: Progress) -> None:
        """Shows where the work stands."""
        self._progress = progress
        if progress.model:
            self._model.setText(f"{self._model_title(progress.model)} · {progress.device}")
            self._model.setToolTip(self._model_hint(progress.model))
        self._show_state()

    def show_counts(self, counts: LibraryCounts, problems: int) -> None:
        """Shows where all pictures stand, so that the numbers add up."""
        self._problems.setVisible(problems > 0)
        if problems:
            text = self.tr("%n file(s) could not be read", "", problems)
            self._problems.setText(text)
        parts = []
        if counts.missing:
            parts.append(self.tr("%n file(s) missing", "", counts.missing))
        if counts.waiting and (not self._is_working() or self._is_paused):
            parts.append(self.tr("%n picture(s) waiting", "", counts.waiting))
        self._counts.setText(" · ".join(parts))

    def show_search(self, words: str) -> None:
        """Says that pictures which look like `words` are still to come; "" when none are."""
        text = self.tr("Looking for pictures that show “{words}”…").format(words=words)
        self._search.setText(text if words else "")
        self._search.setVisible(bool(words))

    def show_download(self, text: str) -> None:
        """Says of the download of a model what `text` says; "" when there is none."""
        self.download.setText(text)
        self.download.setVisible(bool(text))

    def toggle_pause(self) -> None:
        """Pauses work that runs, resumes work that rests."""
        if self._is_working():
            self._is_paused = not self._is_paused
            self._show_state()
            self.pause_toggled.emit(self._is_paused)

    def _is_working(self) -> bool:
        return self._progress is not None and self._progress.phase.is_work

    def _show_state(self) -> None:
        progress = self._progress
        working = self._is_working()
        self._text.setText("" if progress is None else self._progress_text(progress))
        is_waiting = progress is not None and progress.phase is Phase.WAITING_FOR_POWER
        self._bar.setVisible(working and not is_waiting)
        # Who paused the work has it resumed first.
        self._continue.setVisible(is_waiting and not self._is_paused)
        self._pause.setVisible(working)
        if progress is not None and working:
            is_known = progress.phase in (Phase.UNDERSTANDING, Phase.DESCRIBING, Phase.REMOVING)
            self._bar.setRange(0, progress.total if is_known else 0)
            self._bar.setValue(progress.done)
        name = self.tr("Resume") if self._is_paused else self.tr("Pause")
        self._pause.setIcon(
            icon("play" if self._is_paused else "pause", self.palette().text().color())
        )
        self._pause.setToolTip(name)
        self._pause.setAccessibleName(name)

    def _progress_text(self, progress: Progress) -> str:
        if progress.phase is not Phase.WAITING_FOR_POWER:
            return formatting.progress_text(progress, self._is_paused)
        text = self.tr("Waiting for mains power – %Ln picture(s) left", "", progress.total)
        paused = self.tr("paused")
        return f"{text} · {paused}" if self._is_paused else text

    def _model_title(self, title: str) -> str:
        return self.tr("Starter model") if title == "Starter model" else title

    def _model_hint(self, title: str) -> str:
        if title != "Starter model":
            return title
        return self.tr("Starter model: works offline, knows objects and scenes, weak on people")
