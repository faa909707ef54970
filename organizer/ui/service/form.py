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
from organizer.indexing.services import ServiceSettings, checked_address, is_near, load_presets
from organizer.ui.error_messages import error_text
from organizer.ui.views.labels import label
from organizer.ui.workers.service_worker import ServiceRequest


class ServiceForm(QWidget):
    """Which service, which model, its key and its prices; filled with `settings`.

    A key belongs to one address: with another address the field is empty. The prices of a preset
    are those of its address, too.

    Signals:
        changed(): What stands in the fields is another.
        address_changed(): It is another service.
        check_requested(): The user wants to know whether the service answers.
        forget_requested(): The service and all keys are to be forgotten.
    """

    changed = Signal()
    address_changed = Signal()
    check_requested = Signal()
    forget_requested = Signal()

    def __init__(self, settings: ServiceSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._presets = load_presets()
        self.preset = QComboBox(self)
        self.preset.addItems([preset.name for preset in self._presets])
        self.preset.addItem(self.tr("Another"))
        self.address = QLineEdit(self)
        self.fault = label("", "warning", self)
        self.model = QComboBox(self)
        self.model.setEditable(True)
        self.model.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.key = QLineEdit(self)
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self._kept: frozenset[str] = frozenset()
        self._key_address = ""
        self.input_price, self.output_price = self._price(), self._price()
        self.check = QPushButton(self.tr("Check connection"), self)
        self.forget = QPushButton(self.tr("Forget service and key"), self)
        self.answer = label("", "muted", self)
        self._arrange()
        self.fill(settings)
        self.preset.activated.connect(self._choose_preset)
        self.address.textChanged.connect(self._note_address)
        for field in (self.model.editTextChanged, self.key.textChanged):
            field.connect(self._note_change)
        for price in (self.input_price, self.output_price):
            price.valueChanged.connect(self.changed)
        self.check.clicked.connect(self._ask)
        self.forget.clicked.connect(self.forget_requested)
        self._note_address()

    @property
    def address_given(self) -> str:
        """The address as it is asked; "" as long as it is missing or refused."""
        try:
            return checked_address(self.address.text())
        except OrganizerError:
            return ""

    def request(self) -> ServiceRequest | None:
        """What the fields say; None as long as something is missing or wrong."""
        address = self.address_given
        if not address:
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
        self._answer(text)

    def stop_asking(self) -> None:
        """Nobody is asked any more, and nothing was answered."""
        self._answer("")

    def show_memory(self, address: str, kept: frozenset[str]) -> None:
        """The service at `address` is remembered, "" for none; for those `kept` there are keys."""
        self._kept = kept
        self.forget.setEnabled(bool(kept or address))
        self._show_address()

    def fill(self, settings: ServiceSettings) -> None:
        """Shows `settings`; what has no price was not given one."""
        self._settings = settings
        self.address.setText(settings.address)
        self.model.setEditText(settings.model)
        self.input_price.setValue(settings.input_price)
        self.output_price.setValue(settings.output_price)

    def _arrange(self) -> None:
        self._rows = form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("&Service"), self.preset)
        form.addRow(self.tr("&Address"), self.address)
        form.addRow("", self.fault)
        form.addRow(self.tr("&Model"), self.model)
        form.addRow(self.tr("&Key"), self.key)
        prices = QHBoxLayout()
        prices.setSpacing(8)
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
        checking.setSpacing(8)
        checking.addWidget(self.check)
        checking.addWidget(self.forget)
        checking.addStretch(1)
        form.addRow("", checking)
        form.addRow("", self.answer)

    def _price(self) -> QDoubleSpinBox:
        price = QDoubleSpinBox(self)
        price.setRange(0, 1000)
        price.setDecimals(2)
        price.setPrefix("$ ")
        # Style sheets do not reach the text of spin boxes.
        price.lineEdit().setTextMargins(8, 0, 0, 0)
        return price

    def _choose_preset(self, number: int) -> None:
        if number < len(self._presets):
            self.model.clear()
            self.fill(self._presets[number].settings)
        else:
            self.fill(ServiceSettings())
            self.address.setFocus()

    def _note_address(self) -> None:
        known = [preset.settings.address for preset in self._presets]
        address = self.address.text().strip().rstrip("/")
        self.preset.setCurrentIndex(known.index(address) if address in known else len(known))
        if address != self._key_address:
            if self._key_address in known:
                self.input_price.setValue(0)
                self.output_price.setValue(0)
            self._key_address = address
            self.key.clear()
        self._show_address()
        self._note_change()
        self.address_changed.emit()

    def _show_address(self) -> None:
        """Shows what follows from the address: whether it can be used, has a key, costs money."""
        fault = self._fault()
        self.fault.setText(fault)
        self._rows.setRowVisible(self.fault, bool(fault))
        address = self.address_given
        self.key.setPlaceholderText(
            self.tr("The one in the system's keychain is used")
            if address in self._kept
            else self.tr("Only if it needs one; kept in the system's keychain")
        )
        is_free = bool(address) and is_near(address)
        for price in (self.input_price, self.output_price):
            price.setSpecialValueText(self.tr("free") if is_free else self.tr("unknown"))

    def _fault(self) -> str:
        """Why the address is refused; "" while it is being begun."""
        text = self.address.text().strip()
        if any(begin.startswith(text) for begin in ("https://", "http://")):
            return ""
        try:
            checked_address(text)
        except OrganizerError as error:
            return error_text(error)
        return ""

    def _note_change(self) -> None:
        self.check.setEnabled(self.request() is not None)
        self._answer("")
        self.changed.emit()

    def _ask(self) -> None:
        self._answer(self.tr("Asking…"))
        self.check_requested.emit()

    def _answer(self, text: str) -> None:
        self.answer.setText(text)
        self._rows.setRowVisible(self.answer, bool(text))
