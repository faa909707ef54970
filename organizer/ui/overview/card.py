"""A chart under its title, with a button that saves it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from organizer.ui.icons import icon
from organizer.ui.overview.chart import Chart
from organizer.ui.overview.chart_view import ChartView
from organizer.ui.views.labels import label


class ChartCard(QFrame):
    """Beside the title it says what is pointed at.

    Attributes:
        view: The chart.

    Signals:
        save_requested(Chart): The user wants the chart as a picture.
    """

    save_requested = Signal(object)

    def __init__(self, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("overviewCard")
        self.view = ChartView(chart, self)
        title = label(chart.title, "title", self)
        title.setWordWrap(False)
        self._told = label("", "muted", self)
        self._told.setWordWrap(False)
        # What it says must not widen the page.
        self._told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._told.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.view.pointed.connect(self._show_told)
        self.save_button = QToolButton(self)
        self.save_button.setIcon(icon("save", self.palette().text().color()))
        hint = self.tr("Save “{chart}” as PNG…").format(chart=chart.title)
        self.save_button.setToolTip(hint)
        self.save_button.setAccessibleName(hint)
        self.save_button.clicked.connect(self._request_saving)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(title)
        head.addWidget(self._told, 1)
        head.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 18)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addWidget(self.view)
        layout.addStretch(1)
        self.show_chart(chart)

    def show_chart(self, chart: Chart) -> None:
        """Shows other counts; a chart without any is not there."""
        self.view.show_chart(chart)
        self.setHidden(chart.is_empty)

    def _show_told(self, text: str) -> None:
        metrics, room = self._told.fontMetrics(), self._told.width()
        self._told.setText(metrics.elidedText(text, Qt.TextElideMode.ElideRight, room))

    def _request_saving(self) -> None:
        self.save_requested.emit(self.view.chart)
