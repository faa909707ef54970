"""One model, with what can be done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from organizer.indexing.model_shelf import ModelState, ShelfModel
from organizer.ui.model_dialog import texts
from organizer.ui.model_dialog.describing_row import DescribingRow
from organizer.ui.model_dialog.facts import FactRow
from organizer.ui.model_dialog.standing import Standing
from organizer.ui.views.labels import label

_BAR_STEPS = 1000


class ModelCard(QFrame):
    """Shows a Standing.

    Signals:
        download_requested(ShelfModel), use_requested(ShelfModel), removal_requested(ShelfModel),
        forgetting_requested(ShelfModel): The user wants this for the model.
        describing_toggled(ShelfModel, bool), description_removal_requested(ShelfModel): The user
            wants this for a model that describes.
        pause_requested(), resume_requested(), cancel_requested(): Of the download.
    """

    download_requested = Signal(object)
    use_requested = Signal(object)
    removal_requested = Signal(object)
    forgetting_requested = Signal(object)
    describing_toggled = Signal(object, bool)
    description_removal_requested = Signal(object)
    pause_requested = Signal()
    resume_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, standing: Standing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("modelCard")
        self._standing = standing
        self._make_parts()
        self._arrange()
        self.show_standing(standing)

    def _make_parts(self) -> None:
        model = self._standing.model
        self._profile = label(texts.profile(model), "title", self)
        self._subtitle = label(texts.subtitle(model), "muted", self)
        self._badges = [_badge(self) for _ in range(2)]
        self._facts = FactRow(self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, _BAR_STEPS)
        self._state = label("", "muted", self)
        self._vectors = label("", "muted", self)
        self._remove = self._button(self._ask_for_removal)
        self._cancel = self._button(self.cancel_requested.emit)
        self._pause = self._button(self._toggle_pause)
        self._download = self._button(self._ask_for_download)
        self._use = self._button(self._ask_for_use)
        self._forget = self._button(self._ask_for_forgetting)
        self._forget.setProperty("role", "chip")
        self.describing = DescribingRow(self)
        self.describing.toggled.connect(self._toggle_describing)
        self.describing.removal_requested.connect(self._ask_to_remove_descriptions)

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        # Words that wrap would take the whole line: these are short.
        for part in (self._profile, self._subtitle):
            part.setWordWrap(False)
            top.addWidget(part, 0, Qt.AlignmentFlag.AlignBaseline)
        top.addStretch(1)
        for badge in self._badges:
            top.addWidget(badge)
        bottom = QHBoxLayout()
        bottom.setSpacing(8)
        bottom.addWidget(self._state, 1)
        for button in (self._remove, self._cancel, self._pause, self._download, self._use):
            bottom.addWidget(button)
        known = QHBoxLayout()
        known.addWidget(self._vectors, 1)
        known.addWidget(self._forget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(label(texts.description(self._standing.model), "body", self))
        layout.addWidget(self._facts)
        layout.addWidget(self.describing)
        layout.addWidget(self._bar)
        layout.addLayout(bottom)
        layout.addLayout(known)

    @property
    def model(self) -> ShelfModel:
        """The model that is shown."""
        return self._standing.model

    @property
    def badges(self) -> list[str]:
        """What stands out: that it is in use, that it is recommended."""
        return [badge.text() for badge in self._badges if badge.text()]

    @property
    def facts(self) -> list[str]:
        """Languages, figures, licence and what it forbids."""
        return self._facts.texts

    @property
    def state_text(self) -> str:
        """Whether it is here, or how far the download is."""
        return self._state.text()

    def buttons(self) -> dict[str, QPushButton]:
        """What can be done now, by what it is called."""
        return {
            button.text(): button
            for button in self.findChildren(QPushButton)
            if not button.isHidden() and button.isEnabled()
        }

    def show_standing(self, standing: Standing) -> None:
        """Shows how it stands with the model now."""
        self._standing = standing
        model = standing.model
        self.setProperty("inUse", standing.is_in_use)
        self.style().unpolish(self)
        self.style().polish(self)
        self.setAccessibleName(texts.full_name(model))
        self._show_badges(standing)
        self._facts.show_model(model)
        self.describing.show_model(model, standing.waits_for)
        self._show_state(standing)
        self._show_buttons(standing)
        vectors = model.vectors if standing.can_be_forgotten else None
        for part in (self._vectors, self._forget):
            part.setVisible(vectors is not None)
        if vectors is not None:
            text = self.tr("What it found in %n picture(s) is kept: {size}", "", vectors.pictures)
            self._vectors.setText(text.format(size=texts.data_size(vectors.bytes)))

    def _show_badges(self, standing: Standing) -> None:
        use = self.tr("In use") if standing.is_in_use else ""
        recommended = self.tr("Recommended for you") if standing.is_recommended else ""
        for badge, text in zip(self._badges, (recommended, use), strict=True):
            badge.setText(text)
            badge.setVisible(bool(text))

    def _show_state(self, standing: Standing) -> None:
        download = standing.download
        progress = download.progress if download else None
        if download is not None:
            text = texts.download_text(download)
        elif standing.is_awaited:
            text = self.tr("Loading it…")
        else:
            text = texts.state_text(standing.model, standing.is_in_use)
        self._state.setText(text)
        self._bar.setVisible(download is not None)
        self._bar.setRange(0, _BAR_STEPS if progress else 0)
        if progress is not None:
            self._bar.setValue(int(_BAR_STEPS * progress.done / max(progress.total, 1)))

    def _show_buttons(self, standing: Standing) -> None:
        model, download = standing.model, standing.download
        self._show(self._download, standing.can_be_downloaded, self._download_text(model))
        self._download.setEnabled(standing.is_line_free)
        is_paused = download is not None and download.is_paused
        has_begun = download is not None and download.progress is not None
        self._show(self._pause, has_begun, self.tr("Resume") if is_paused else self.tr("Pause"))
        self._show(self._cancel, download is not None, self.tr("Cancel"))
        self._show(self._use, standing.can_be_used, self.tr("Use"))
        self._use.setEnabled(not standing.is_busy)
        self._show(self._remove, standing.can_be_removed, self.tr("Remove…"))
        self._show(self._forget, standing.can_be_forgotten, self.tr("Delete…"))

    def _show(self, button: QPushButton, is_shown: bool, text: str) -> None:
        button.setText(text)
        button.setVisible(is_shown)
        name = texts.full_name(self._standing.model)
        button.setAccessibleName(f"{text.removesuffix('…')}: {name}")

    def _download_text(self, model: ShelfModel) -> str:
        left = max(model.download_bytes - model.disk_bytes, 0)
        if model.state is ModelState.PARTIAL:
            if not left:
                return self.tr("Resume")
            return self.tr("Resume · {size} left").format(size=texts.data_size(left))
        if not model.download_bytes:
            return self.tr("Download…")
        return self.tr("Download {size}…").format(size=texts.data_size(model.download_bytes))

    def _button(self, ask: object) -> QPushButton:
        button = QPushButton(self)
        button.clicked.connect(ask)
        return button

    def _ask_for_download(self) -> None:
        self.download_requested.emit(self.model)

    def _ask_for_use(self) -> None:
        self.use_requested.emit(self.model)

    def _ask_for_removal(self) -> None:
        self.removal_requested.emit(self.model)

    def _ask_for_forgetting(self) -> None:
        self.forgetting_requested.emit(self.model)

    def _toggle_describing(self, is_on: bool) -> None:
        self.describing_toggled.emit(self.model, is_on)

    def _ask_to_remove_descriptions(self) -> None:
        self.description_removal_requested.emit(self.model)

    def _toggle_pause(self) -> None:
        download = self._standing.download
        if download is not None and download.is_paused:
            self.resume_requested.emit()
        else:
            self.pause_requested.emit()


def _badge(parent: QWidget) -> QLabel:
    badge = label("", "badge", parent)
    badge.setWordWrap(False)
    return badge
