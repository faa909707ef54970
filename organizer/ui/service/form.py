"""The fields in which the user names a service."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from organizer.errors import OrganizerError
from organizer.indexing.services import ServiceSettings, checked_address, load_presets
from organizer.ui.error_messages import error_text
from organizer.ui.views.labels import label
from organizer.ui.workers.service_worker import ServiceRequest


class ServiceForm(QWidget):
    """Which service, which model, its key and its prices; filled with `settings`.

    Signals:
        changed(): What stands in the fields is another.
        check_requested(): The user wants to know whether the service answers.
    """

    changed = Signal()
    check_requested = Signal()

    def __init__(self, settings: ServiceSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._presets = load_presets()
        self.preset = QComboBox(self)
        self.preset.addItems([preset.name for preset in self._presets])
        self.preset.addItem(self.tr("Another"))
        self.address = QLineEdit(self)
        self.model = QComboBox(self)
        self.model.setEditable(True)
        self.model.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.key = QLineEdit(self)
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.key.setPlaceholderText(self.tr("Only if it needs one; kept in the system's keychain"))
        self.input_price, self.output_price = self._price(), self._price()
        self.check = QPushButton(self.tr("Check connection"), self)
        self.answer = label("", "muted", self)
        self._arrange()
        self._fill(settings)
        self._show_preset()
        self.preset.activated.connect(self._choose_preset)
        self.address.textEdited.connect(self._show_preset)
        for field in (self.address.textChanged, self.model.editTextChanged, self.key.textChanged):
            field.connect(self._note_change)
        for price in (self.input_price, self.output_price):
            price.valueChanged.connect(self.changed)
        self.check.clicked.connect(self._ask)
        self._note_change()

    def request(self) -> ServiceRequest | None:
        """What the fields say; None as long as something is missing or wrong."""
        try:
            address = checked_address(self.address.text())
        except OrganizerError:
            return None
        model = self.model.currentText().strip()
        settings = ServiceSettings(
            address,
            model,
            self._settings.pictures_at_once,
            self._settings.requests_at_once,
            self.input_price.value(),
            self.output_price.value(),
        )
        return ServiceRequest(settings, self.key.text().strip())

    def show_models(self, models: tuple[str, ...]) -> None:
        """The service answers, and has these models."""
        chosen = self.model.currentText()
        self.model.clear()
        self.model.addItems(list(models))
        self.model.setEditText(chosen or (models[0] if models else ""))
        text = self.tr("It answers and has %n model(s).", "", len(models))
        if models and self.model.currentText() not in models:
            text += " " + self.tr("“{model}” is not among them.").format(
                model=self.model.currentText()
            )
        self.answer.setText(text)

    def show_error(self, error: OrganizerError) -> None:
        """The service does not answer."""
        self.answer.setText(error_text(error))

    def _arrange(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("&Service"), self.preset)
        form.addRow(self.tr("&Address"), self.address)
        form.addRow(self.tr("&Model"), self.model)
        form.addRow(self.tr("&Key"), self.key)
        prices = QHBoxLayout()
        for text, price in (
            (self.tr("sent"), self.input_price),
            (self.tr("received"), self.output_price),
        ):
            price.setAccessibleName(self.tr("Price of a million tokens {which}").format(which=text))
            prices.addWidget(label(text, "muted", self))
            prices.addWidget(price)
            prices.addSpacing(12)
        prices.addStretch(1)
        form.addRow(self.tr("Price of a million tokens"), prices)
        checking = QHBoxLayout()
        checking.addWidget(self.check)
        checking.addWidget(self.answer, 1)
        form.addRow("", checking)

    def _price(self) -> QDoubleSpinBox:
        price = QDoubleSpinBox(self)
        price.setRange(0, 1000)
        price.setDecimals(2)
        price.setPrefix("$ ")
        price.setSpecialValueText(self.tr("free"))
        return price

    def _fill(self, settings: ServiceSettings) -> None:
        self._settings = settings
        self.address.setText(settings.address)
        self.model.setEditText(settings.model)
        self.input_price.setValue(settings.input_price)
        self.output_price.setValue(settings.output_price)

    def _choose_preset(self, number: int) -> None:
        if number < len(self._presets):
            self.model.clear()
            self._fill(self._presets[number].settings)
        else:
            self._fill(ServiceSettings())
            self.address.setFocus()

    def _show_preset(self) -> None:
        known = [preset.settings.address for preset in self._presets]
        address = self.address.text().strip().rstrip("/")
        self.preset.setCurrentIndex(known.index(address) if address in known else len(known))

    def _note_change(self) -> None:
        self.check.setEnabled(self.request() is not None)
        self.answer.clear()
        self.changed.emit()

    def _ask(self) -> None:
        self.answer.setText(self.tr("Asking…"))
        self.check_requested.emit()
