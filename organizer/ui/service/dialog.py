"""The dialog in which the user has a service tag pictures."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QProgressBar, QPushButton, QWidget

from organizer.indexing.service_tagging import ServiceProgress
from organizer.indexing.services import (
    Preparation,
    ServiceSettings,
    ServiceUsage,
    estimated_usage,
    host_of,
    is_near,
    is_this_computer,
)
from organizer.ui.error_messages import error_text
from organizer.ui.formatting import number
from organizer.ui.service.arrangement import arrange
from organizer.ui.service.form import ServiceForm
from organizer.ui.views.labels import label


class ServiceDialog(QDialog):
    """Names the service, says what is sent where and what it costs, and sends when told to.

    Signals:
        check_requested(ServiceRequest): Does the service answer?
        send_requested(ServiceRequest): The user agrees that `chosen_ids` are sent there.
        cancel_requested(): No more is to be sent.
        removal_requested(): What was said of the pictures is to be forgotten.
        forget_requested(): The service and all keys are to be forgotten.
    """

    check_requested = Signal(object)
    send_requested = Signal(object)
    cancel_requested = Signal()
    removal_requested = Signal()
    forget_requested = Signal()

    def __init__(
        self, settings: ServiceSettings, media_ids: tuple[int, ...], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tag with a service"))
        self._media_ids = media_ids
        self._preparation: Preparation | None = None
        self._tagged: frozenset[int] = frozenset()
        self._is_running = False
        self._warning = ""
        intro = self.tr(
            "A vision-language model of your choice can file these pictures and suggest hashtags:"
            " one on this computer, or a service on the internet. It is off until you name it here."
        )
        sent = self.tr(
            "Sent are small copies without place and camera, and the names of your categories; no"
            " captions, no names, nothing else."
        )
        self.intro = label(intro, "muted", self)
        self.form = ServiceForm(settings, self)
        self.heading = label(self.tr("What is sent"), "heading", self)
        self.sent = label(sent, "muted", self)
        self.estimate = label("", "body", self)
        self.only_new = QCheckBox(self.tr("Only pictures that it has not tagged yet"), self)
        self.only_new.setChecked(True)
        self.only_new.hide()
        self.where = label("", "muted", self)
        self.consent = QCheckBox(self)
        self.state = label("", "muted", self)
        self.state.hide()
        self.note = label("", "warning", self)
        self.note.hide()
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.hide()
        self.remove = QPushButton(self.tr("Forget what it said"), self)
        self.send = QPushButton(self.tr("Send"), self)
        self.send.setProperty("role", "primary")
        self.close_button = QPushButton(self.tr("Close"), self)
        arrange(self)
        self.form.changed.connect(self._mind_change)
        self.form.address_changed.connect(self._forget_note)
        self.form.check_requested.connect(self._check)
        self.form.forget_requested.connect(self.forget_requested)
        self.only_new.toggled.connect(self._mind_change)
        self.consent.toggled.connect(self._enable)
        self.send.clicked.connect(self._send_or_stop)
        self.remove.clicked.connect(self.removal_requested)
        self.close_button.clicked.connect(self.reject)
        self._mind_change()

    @property
    def chosen_ids(self) -> tuple[int, ...]:
        """The pictures that are sent when the user agrees."""
        if not self._tagged or not self.only_new.isChecked():
            return self._media_ids
        return tuple(one for one in self._media_ids if one not in self._tagged)

    def show_preparation(self, preparation: Preparation) -> None:
        """Now it is known what is asked."""
        self._preparation = preparation
        self._show_what_is_sent()

    def show_tagged(self, media_ids: frozenset[int]) -> None:
        """Of these pictures a service has said something."""
        self._tagged = media_ids & frozenset(self._media_ids)
        self.only_new.setVisible(bool(self._tagged))
        self._show_what_is_sent()

    def show_progress(self, progress: ServiceProgress | None, is_stopping: bool = False) -> None:
        """Shows how far it is; None when nothing goes on."""
        self._is_running = progress is not None
        self.form.setEnabled(not self._is_running)
        for part in (self.remove, self.only_new):
            part.setEnabled(not self._is_running)
        self.progress.setVisible(self._is_running)
        if progress is None:
            self.send.setText(self.tr("Send"))
        else:
            self.send.setText(self.tr("Stopping…") if is_stopping else self.tr("Stop"))
            self.progress.setRange(0, progress.total)
            self.progress.setValue(progress.done)
        wait = 0 if progress is None or is_stopping else progress.wait_seconds
        self.state.setVisible(wait > 0)
        self.state.setText(
            self.tr("The service asks to wait. It goes on in %n second(s).", "", wait)
        )
        self._enable()
        if is_stopping:
            self.send.setEnabled(False)

    def show_finished(self, progress: ServiceProgress) -> None:
        """Says what came of it."""
        text = self.tr("%n picture(s) tagged.", "", progress.tagged)
        text += " " + self._usage(progress.usage)
        if progress.problems:
            text += "\n" + error_text(progress.problems[0])
        self.show_note(text, is_problem=bool(progress.problems))

    def show_warning(self, text: str) -> None:
        """Says what is not as it should be, beside what is said of the pictures."""
        self._warning = text
        self.show_note("")

    def show_note(self, text: str, is_problem: bool = True) -> None:
        """Says what came of it, or why it was not done."""
        self.note.setProperty("role", "warning" if is_problem or self._warning else "body")
        self.note.style().unpolish(self.note)
        self.note.style().polish(self.note)
        self.note.setText("\n".join(filter(None, (text, self._warning))))
        self.note.show()

    def done(self, result: int) -> None:
        """Closes it for good; what was begun goes on."""
        super().done(result)
        self.deleteLater()

    def _forget_note(self) -> None:
        self._warning = ""
        self.note.hide()

    def _check(self) -> None:
        request = self.form.request()
        if request is not None:
            self._forget_note()
            self.check_requested.emit(request)

    def _send_or_stop(self) -> None:
        request = self.form.request()
        if self._is_running:
            self.cancel_requested.emit()
        elif request is not None:
            self._forget_note()
            self.send_requested.emit(request)

    def _mind_change(self) -> None:
        # What was agreed to for one service, or for some pictures, does not hold for others.
        self.consent.setChecked(False)
        self._show_what_is_sent()

    def _show_what_is_sent(self) -> None:
        self._enable()
        request = self.form.request()
        count = self.tr("%n picture(s), reduced to 512 pixels.", "", len(self.chosen_ids))
        self.estimate.setText(count)
        if request is None:
            self.consent.setText(self.tr("Send them to this service"))
            self.where.setText(self.tr("Name a service first."))
            return
        settings = request.settings
        where = host_of(settings.address)
        self.consent.setText(self.tr("Send them to {where}").format(where=where))
        if self._preparation is not None and self.chosen_ids:
            question = self._preparation.question
            usage = self._usage(estimated_usage(settings, question, len(self.chosen_ids)))
            # lupdate reads no string within a string.
            about = self.tr("About:")
            self.estimate.setText(f"{count} {about} {usage}")
        self.where.setText(self._where_they_go(settings.address, where))

    def _where_they_go(self, address: str, where: str) -> str:
        if not self._media_ids:
            return self.tr("Select pictures first.")
        if not self.chosen_ids:
            return self.tr("It has tagged all of them already.")
        if is_this_computer(address):
            return self.tr("They stay on this computer.")
        text = self.tr("They leave this computer. What {where} does with them, its terms say.")
        return text.format(where=where)

    def _usage(self, usage: ServiceUsage) -> str:
        tokens = self.tr("{count} tokens").format(
            count=number(usage.input_tokens + usage.output_tokens)
        )
        if usage.cost:
            return f"{tokens}, $ {usage.cost:.4f}."
        address = self.form.address_given
        if address and not is_near(address):
            unknown = self.tr("price unknown")
            return f"{tokens}, {unknown}."
        return f"{tokens}."

    def _enable(self) -> None:
        request = self.form.request()
        is_ready = (
            request is not None
            and bool(request.settings.model and self.chosen_ids)
            # Nobody agrees before it is known how much it takes.
            and self._preparation is not None
        )
        self.consent.setEnabled(is_ready and not self._is_running)
        self.send.setEnabled(self._is_running or (is_ready and self.consent.isChecked()))
