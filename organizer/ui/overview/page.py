"""The page: totals at the top, and cards with charts below, as many beside each other as fit."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from organizer.ui.overview.card import ChartCard
from organizer.ui.overview.charts import Charts, Total
from organizer.ui.views.flow_layout import FlowLayout
from organizer.ui.views.labels import label

_BESIDE_LINES = 52.0


class OverviewPage(QScrollArea):
    """Shows Charts and totals.

    Attributes:
        cards: The cards in the order of Charts.all, none before there is anything to show.

    Signals:
        chosen(Filter): The user wants to see the pictures behind a mark.
        left(): The user wants to see the pictures as before.
        save_requested(Chart), save_all_requested(): The user wants a chart, or all, as a picture.
    """

    chosen = Signal(object)
    left = Signal()
    save_requested = Signal(object)
    save_all_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("overviewPage")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cards: tuple[ChartCard, ...] = ()
        self.back_button = QPushButton(self.tr("Show pictures"), self)
        self.back_button.clicked.connect(self.left)
        self.save_button = QPushButton(self.tr("Save all as PNG…"), self)
        self.save_button.clicked.connect(self.save_all_requested)
        self._nothing = label(
            self.tr("No picture passes this filter: there is nothing to count."), "muted", self
        )
        self._nothing.hide()
        content = QWidget(self)
        content.setObjectName("overviewContent")
        self._totals = FlowLayout(spacing=12)
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(24, 20, 24, 24)
        self._column.setSpacing(16)
        self._column.addLayout(self._head())
        self._column.addLayout(self._totals)
        self._column.addWidget(self._nothing)
        self._beside = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._beside.setSpacing(16)
        self._column.addLayout(self._beside)
        self._column.addStretch(1)
        self.setWidget(content)

    def show_charts(self, charts: Charts, totals: Sequence[Total]) -> None:
        """Shows other counts in the same places."""
        if not self.cards:
            self._make_cards(charts)
        for card, chart in zip(self.cards, charts.all(), strict=True):
            card.show_chart(chart)
        self._show_totals(totals)
        is_nothing = all(chart.is_empty for chart in charts.all())
        self._nothing.setVisible(is_nothing)
        self.save_button.setDisabled(is_nothing)

    def totals(self) -> list[str]:
        """What the totals say."""
        items = (self._totals.itemAt(number) for number in range(self._totals.count()))
        tiles = (item.widget() for item in items if item is not None)
        return [tile.accessibleName() for tile in tiles if tile is not None]

    def focus_first(self) -> None:
        """Lets the keyboard begin with the first chart."""
        for card in self.cards:
            if not card.isHidden():
                card.view.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Puts cards beside each other where there is room for both."""
        super().resizeEvent(event)
        is_wide = self.viewport().width() > _BESIDE_LINES * self.fontMetrics().height()
        direction = QBoxLayout.Direction
        self._beside.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)

    def _head(self) -> QHBoxLayout:
        title = label(self.tr("Overview"), "hero", self)
        title.setWordWrap(False)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(title, 1)
        head.addWidget(self.save_button)
        head.addWidget(self.back_button)
        return head

    def _make_cards(self, charts: Charts) -> None:
        self.cards = tuple(ChartCard(chart, self.widget()) for chart in charts.all())
        for card in self.cards:
            card.view.chosen.connect(self.chosen)
            card.save_requested.connect(self.save_requested)
        months, categories, hashtags, hours, week = self.cards
        place = self._column.indexOf(self._beside)
        for number, card in enumerate((months, categories, hashtags)):
            self._column.insertWidget(place + number, card)
        self._beside.addWidget(hours, 1)
        self._beside.addWidget(week, 1)

    def _show_totals(self, totals: Sequence[Total]) -> None:
        while (item := self._totals.takeAt(0)) is not None:
            tile = item.widget()
            if tile is not None:
                tile.hide()
                tile.deleteLater()
        tiles = [self._tile(total) for total in totals]
        # Hangul stands higher than digits do.
        highest = max((tile.sizeHint().height() for tile in tiles), default=0)
        for tile in tiles:
            tile.setMinimumHeight(highest)
            self._totals.addWidget(tile)

    def _tile(self, total: Total) -> QFrame:
        tile = QFrame(self.widget())
        tile.setObjectName("overviewTile")
        tile.setAccessibleName(f"{total.name}: {total.value}")
        layout = QVBoxLayout(tile)
        layout.setContentsMargins(16, 10, 16, 10)
        layout.setSpacing(2)
        for text, role in ((total.value, "title"), (total.name, "muted")):
            line = label(text, role, tile)
            line.setWordWrap(False)
            layout.addWidget(line)
        tile.show()
        return tile
