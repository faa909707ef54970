"""The dialog in which the user has a service tag pictures."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from organizer.errors import OrganizerError
from organizer.indexing.service_tagging import ServiceProgress
from organizer.indexing.services import (
    ServiceSettings,
    ServiceUsage,
    estimated_usage,
    host_of,
    is_this_computer,
)
from organizer.ui.error_messages import error_text
from organizer.ui.formatting import number
from organizer.ui.service.form import ServiceForm
from organizer.ui.views.labels import label


class ServiceDialog(QDialog):
    """Names the service, says what is sent where and what it costs, and sends when told to.

    Signals:
        check_requested(ServiceRequest): Does the service answer?
        send_requested(ServiceRequest): The user agrees that the pictures are sent there.
        cancel_requested(): No more is to be sent.
        removal_requested(): What was said of the pictures is to be forgotten.
    """

    check_requested = Signal(object)
    send_requested = Signal(object)
    cancel_requested = Signal()
    removal_requested = Signal()

    def __init__(self, settings: ServiceSettings, pictures: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tag with a service"))
        self._pictures = pictures
        self._is_running = False
        self.form = ServiceForm(settings, self)
        self.estimate = label("", "body", self)
        self.where = label("", "muted", self)
        self.consent = QCheckBox(self)
        self.note = label("", "warning", self)
        self.note.hide()
        self.progress = QProgressBar(self)
        self.progress.hide()
        self.remove = QPushButton(self.tr("Forget what it said"), self)
        self.send = QPushButton(self.tr("Send"), self)
        self.send.setProperty("role", "primary")
        self.close_button = QPushButton(self.tr("Close"), self)
        self._arrange()
        self.form.changed.connect(self._show_what_is_sent)
        self.form.check_requested.connect(self._check)
        self.consent.toggled.connect(self._enable)
        self.send.clicked.connect(self._send_or_stop)
        self.remove.clicked.connect(self.removal_requested)
        self.close_button.clicked.connect(self.reject)
        self._show_what_is_sent()

    def show_progress(self, progress: ServiceProgress | None) -> None:
        """Shows how far it is; None when nothing goes on."""
        self._is_running = progress is not None
        self.form.setEnabled(not self._is_running)
        self.remove.setEnabled(not self._is_running)
        self.progress.setVisible(self._is_running)
        self.send.setText(self.tr("Stop") if self._is_running else self.tr("Send"))
        if progress is not None:
            self.note.hide()
            self.progress.setRange(0, progress.total)
            self.progress.setValue(progress.done)
        self._enable()

    def show_finished(self, progress: ServiceProgress) -> None:
        """Says what came of it."""
        text = self.tr("%n picture(s) tagged.", "", progress.tagged)
        text += " " + self._usage(progress.usage)
        if progress.problems:
            text += "\n" + error_text(progress.problems[0])
        self._say(text)

    def show_models(self, models: tuple[str, ...]) -> None:
        """The service answers, and has these models."""
        self.form.show_models(models)

    def show_error(self, error: OrganizerError) -> None:
        """Says why the service was not asked, or not further."""
        self.form.answer.clear()
        self._say(error_text(error))

    def done(self, result: int) -> None:
        """Closes it for good; what was begun goes on."""
        super().done(result)
        self.deleteLater()

    def _say(self, text: str) -> None:
        self.note.setText(text)
        self.note.show()

    def _check(self) -> None:
        request = self.form.request()
        if request is not None:
            self.note.hide()
            self.check_requested.emit(request)

    def _send_or_stop(self) -> None:
        request = self.form.request()
        if self._is_running:
            self.cancel_requested.emit()
        elif request is not None:
            self.note.hide()
            self.send_requested.emit(request)

    def _show_what_is_sent(self) -> None:
        request = self.form.request()
        # What was agreed to for one service does not hold for another.
        self.consent.setChecked(False)
        self._enable()
        if request is None:
            self.consent.setText(self.tr("Send them to this service"))
            self.estimate.setText(self._count())
            self.where.setText(self.tr("Name a service first."))
        else:
            settings = request.settings
            where = host_of(settings.address)
            self.consent.setText(self.tr("Send them to {where}").format(where=where))
            usage = self._usage(estimated_usage(settings, self._pictures))
            about = self.tr("About:")
            self.estimate.setText(f"{self._count()} {about} {usage}")
            if not self._pictures:
                self.where.setText(self.tr("Select pictures first."))
                return
            self.where.setText(
                self.tr("They stay on this computer.")
                if is_this_computer(settings.address)
                else self.tr(
                    "They leave this computer. What {where} does with them, its terms say."
                ).format(where=where)
            )

    def _count(self) -> str:
        return self.tr("%n picture(s), reduced to 512 pixels.", "", self._pictures)

    def _usage(self, usage: ServiceUsage) -> str:
        tokens = self.tr("{count} tokens").format(
            count=number(usage.input_tokens + usage.output_tokens)
        )
        return f"{tokens}, $ {usage.cost:.4f}." if usage.cost else f"{tokens}."

    def _enable(self) -> None:
        request = self.form.request()
        is_ready = request is not None and bool(request.settings.model) and self._pictures > 0
        self.consent.setEnabled(is_ready and not self._is_running)
        self.send.setEnabled(self._is_running or (is_ready and self.consent.isChecked()))

    def _arrange(self) -> None:
        self.setMinimumWidth(560)
        intro = self.tr(
            "A vision-language model of your choice can file these pictures and suggest hashtags:"
            " one on this computer, or a service on the internet. It is off until you name it here."
        )
        sent = self.tr(
            "Sent are small copies without place and camera, and the names of your categories; no"
            " captions, no names, nothing else."
        )
        buttons = QHBoxLayout()
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.send)
        content = QWidget(self)
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 4, 0)
        inner.setSpacing(10)
        inner.addWidget(label(intro, "muted", self))
        inner.addWidget(self.form)
        inner.addSpacing(8)
        inner.addWidget(label(self.tr("What is sent"), "heading", self))
        for part in (self.estimate, label(sent, "muted", self), self.consent, self.where):
            inner.addWidget(part)
        inner.addStretch(1)
        # Large text on a small screen has no room otherwise.
        scrolled = QScrollArea(self)
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setWidget(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(scrolled, 1)
        layout.addWidget(self.progress)
        layout.addWidget(self.note)
        layout.addLayout(buttons)
        self.resize(600, content.sizeHint().height() + 110)
