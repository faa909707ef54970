"""The model in use, and what of this computer it runs on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from organizer.indexing.computing import Computer, Hardware, Precision, Processor
from organizer.ui import formatting
from organizer.ui.settings.choice import Choice
from organizer.ui.settings.page import SettingsPage
from organizer.ui.settings.row import SettingRow
from organizer.ui.views.labels import label

_CPU = Processor("cpu", "CPU")


class ModelPage(SettingsPage):
    """Shows and changes Hardware; `wanted` is what the user wants now.

    Whether pictures `wait_on_battery` is None where there is no battery: nothing is said of it.

    Signals:
        models_requested(): The user wants to see the models.
        hardware_chosen(Hardware): Models are to run there from now on.
        waiting_chosen(bool): On battery, pictures are not to be looked at, or they are.
    """

    models_requested = Signal()
    hardware_chosen = Signal(object)
    waiting_chosen = Signal(bool)

    def __init__(
        self, wanted: Hardware, wait_on_battery: bool | None, parent: QWidget | None = None
    ) -> None:
        super().__init__("sparkle", parent)
        self.title = self.tr("Model and computer")
        self._is_built_in = False
        self._computer: Computer | None = None
        self._models = QPushButton(self.tr("Models…"), self)
        self._models.clicked.connect(self.models_requested)
        known = {wanted.device: wanted.device.upper()} if wanted.device else {}
        self.device: Choice[str] = Choice(self._device_names((_CPU,)) | known, wanted.device, self)
        self.device.activated.connect(self._choose)
        precisions: dict[Precision | None, str] = {None: self.tr("Automatic")}
        precisions |= {precision: precision.value for precision in Precision}
        self.precision: Choice[Precision | None] = Choice(precisions, wanted.precision, self)
        self.precision.activated.connect(self._choose)
        self.precision.setObjectName("precision")
        self.device.setObjectName("device")
        habits = {False: self.tr("Look at pictures"), True: self.tr("Wait for mains power")}
        self.waiting: Choice[bool] = Choice(habits, wait_on_battery is True, self)
        self.waiting.activated.connect(self._choose_waiting)
        self.waiting.setObjectName("waiting")
        self._arrange(has_battery=wait_on_battery is not None)

    def _arrange(self, has_battery: bool) -> None:
        self.model_row = SettingRow(
            self.tr("Model in use"),
            self._models,
            keywords=self.tr("download CLIP starter Korean remove AI"),
        )
        self.device_row = SettingRow(
            self.tr("Processor"),
            self.device,
            self.tr("Automatic takes the fastest one that a short test finds right."),
            self.tr("device GPU CUDA MPS XPU graphics card speed"),
        )
        self.precision_row = SettingRow(
            self.tr("Precision"),
            self.precision,
            self.tr("Less precise is often faster; what changes the results is not used."),
            self.tr("float16 bfloat16 float32 int8 quantisation speed memory"),
        )
        self._problem = label("", "warning", self)
        self._problem.hide()
        self.measured_row = SettingRow(
            self.tr("Measured on this computer"),
            self._problem,
            self.tr("Looking…"),
            keywords=self.tr("self-test speed pictures per second"),
            is_wide=True,
        )
        self.add_card(self.tr("Model"), self.model_row)
        rows = [self.device_row, self.precision_row, self.measured_row]
        if has_battery:
            rows.append(self._waiting_row())
        self.waiting.setVisible(has_battery)
        self.add_card(self.tr("This computer"), *rows)
        self.order_focus(self._models, self.device, self.precision, self.waiting)

    def _waiting_row(self) -> SettingRow:
        return SettingRow(
            self.tr("On battery"),
            self.waiting,
            self.tr(
                "Looking at many pictures takes much power. What waits goes on by itself once the"
                " computer is plugged in."
            ),
            self.tr("laptop power energy saving plugged charge"),
        )

    def show_model(self, title: str, is_built_in: bool) -> None:
        """Shows which model is in use."""
        self._is_built_in = is_built_in
        self.model_row.show_hint(title)
        if self._computer is not None:
            self.show_computer(self._computer)

    def show_computer(self, computer: Computer) -> None:
        """Offers the processors that there are; shows what was measured."""
        self._computer = computer
        chosen = self.device.value
        names = self._device_names(computer.processors)
        if chosen not in names:
            names[chosen] = self.tr("{device} (not here)").format(device=chosen.upper())
        self.device.show_choices(names, chosen)
        self.measured_row.show_hint(self._measured_text(computer))

    def show_waiting(self) -> None:
        """Says that the model is being loaded and measured."""
        self._computer = None
        self.measured_row.show_hint(self.tr("The model is loaded and measured…"))

    def show_problem(self, text: str) -> None:
        """Says why a model does not run on what was chosen."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    def _measured_text(self, computer: Computer) -> str:
        if self._is_built_in:
            return self.tr(
                "The starter model runs on the CPU as it is. Processor and precision are for the"
                " models that you download."
            )
        found = computer.measurement
        if found is None:
            return self.tr("Not yet: it is when the model is loaded.")
        text = self.tr("{processor} · {precision} · {rate} pictures per second")
        return text.format(
            processor=found.processor,
            precision=found.precision.value,
            rate=formatting.number(max(round(found.pictures_per_second), 1)),
        )

    def _device_names(self, processors: tuple[Processor, ...]) -> dict[str, str]:
        names = {"": self.tr("Automatic")}
        for one in processors:
            is_plain = one.device == "cpu"
            names[one.device] = one.title if is_plain else f"{one.title} ({one.device.upper()})"
        return names

    def _choose(self) -> None:
        self.show_problem("")
        self.hardware_chosen.emit(Hardware(self.device.value, self.precision.value))

    def _choose_waiting(self) -> None:
        self.waiting_chosen.emit(self.waiting.value)
