"""The dialog that tells what the program is, with all licences word for word."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from organizer import __version__
from organizer.indexing.model_licences import model_components
from organizer.licences import Component, components
from organizer.resource_files import resource_path
from organizer.ui.views.labels import label
from organizer.ui.workers.background import BackgroundWorker

_COMPONENT = Qt.ItemDataRole.UserRole


class AboutDialog(QDialog):
    """Version, what the program does, and a list of its parts with their licences.

    Attributes:
        search: Names or licences to look for.
        list: The parts: the program, its models, and the libraries that it uses.
        text: The licences of the current part.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("aboutDialog")
        self.setWindowTitle(self.tr("About Photo Organizer"))
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search licences"))
        self.search.setAccessibleName(self.tr("Search licences"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._find)
        self.list = QListWidget(self)
        self.list.setObjectName("licenceList")
        self.list.setAccessibleName(self.tr("Parts of the program"))
        self.list.setUniformItemSizes(True)
        self.list.currentItemChanged.connect(self._show_current)
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("licenceText")
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Licence"))
        # Read-only, it needs no Tab of its own, and must not hold the focus.
        self.text.setTabChangesFocus(True)
        self.text.setPlainText(self.tr("Looking…"))
        self._worker = BackgroundWorker(self)
        self._worker.start(self._gather)
        self._arrange()
        self.search.setFocus()

    def done(self, result: int) -> None:
        """Closes it for good."""
        super().done(result)
        self._worker.stop()
        self.deleteLater()

    def _arrange(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(self.search)
        side.addWidget(self.list, 1)
        parts = QHBoxLayout()
        parts.setSpacing(12)
        parts.addLayout(side)
        parts.addWidget(self.text, 1)
        for part in (self.search, self.list):
            part.setFixedWidth(letter * 36)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(self._header())
        layout.addWidget(label(self._qt_notice(), "muted", self))
        layout.addLayout(parts, 1)
        layout.addWidget(buttons)
        self.resize(letter * 132, line * 42)

    def _header(self) -> QHBoxLayout:
        picture = QLabel(self)
        drawing = QIcon(str(resource_path("icons/app.svg")))
        picture.setPixmap(drawing.pixmap(QSize(64, 64), self.devicePixelRatio()))
        texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addWidget(label("Photo Organizer", "hero", self))
        version = self.tr("Version {version}").format(version=__version__)
        texts.addWidget(label(version, "muted", self))
        purpose = self.tr(
            "Files the pictures of your Instagram archive by date, category and hashtag. Nothing"
            " leaves this computer unless you ask for it."
        )
        texts.addWidget(label(purpose, "body", self))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        return row

    def _qt_notice(self) -> str:
        return self.tr(
            "The window is made with Qt and Qt for Python, which are used under the GNU Lesser"
            " General Public License 3. Their libraries lie beside the program and may be replaced"
            " by others; their source is at https://download.qt.io."
        )

    def _gather(self) -> None:
        """Runs in a thread of its own: reads some hundred files."""
        found = components()
        models = model_components()
        own = [replace(one, name="Photo Organizer") for one in found[:1]]
        self._worker.tell(lambda: self._show_components((*own, *models, *found[1:])))

    def _show_components(self, found: tuple[Component, ...]) -> None:
        self.text.clear()
        for one in found:
            item = QListWidgetItem(one.name, self.list)
            item.setData(_COMPONENT, one)
            item.setToolTip(one.licence)
            said = f"{one.name} {one.version}, {one.licence or self.tr('licence not named')}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        self.list.setCurrentRow(0)

    def _find(self) -> None:
        words = self.search.text().casefold().split()
        shown: list[QListWidgetItem] = []
        for row in range(self.list.count()):
            item = self.list.item(row)
            one: Component = item.data(_COMPONENT)
            text = f"{one.name} {one.licence}".casefold()
            item.setHidden(not all(word in text for word in words))
            if not item.isHidden():
                shown.append(item)
        if shown and self.list.currentItem() not in shown:
            self.list.setCurrentItem(shown[0])

    def _show_current(self) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        one: Component = item.data(_COMPONENT)
        licence = one.licence or self.tr("It does not name its licence.")
        parts = [f"{one.name} {one.version}".strip(), licence]
        if not one.texts:
            parts.append(self.tr("Its licence is not on this computer word for word."))
        for text in one.texts:
            parts += ["─" * 24, text.name, text.text]
        self.text.setPlainText("\n\n".join(parts))
