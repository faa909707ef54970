"""Opens the overview in place of the pictures, keeps it up to date while it is there."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QToolButton, QWidget

from organizer.library.filters import Filter
from organizer.ui.overview.asking import Counted, OverviewAsking
from organizer.ui.shown_filter import ShownFilter
from organizer.ui.workers.answers import Listed
from organizer.ui.workers.workers import Workers

if TYPE_CHECKING:
    from organizer.ui.overview.chart import Chart
    from organizer.ui.overview.page import OverviewPage


class OverviewController(QObject):
    """Lays the page over `pages`; `aside` is out of the way while it is there.

    Attributes:
        stack: The pages and the overview, of which one is shown.
        page: The overview, None before it was opened first.

    Signals:
        filter_chosen(Filter): The user wants to see the pictures behind a mark.
        saved(str), not_saved(str): A picture of charts was written to a file, or could not be.
        failed(OrganizerError), crashed(str): There is nothing to show.
    """

    filter_chosen = Signal(object)
    saved = Signal(str)
    not_saved = Signal(str)
    failed = Signal(object)
    crashed = Signal(str)

    def __init__(
        self,
        workers: Workers,
        pages: QStackedWidget,
        aside: QWidget,
        button: QToolButton,
        shown: ShownFilter,
        is_korean: bool,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.page: OverviewPage | None = None
        self.stack = QStackedWidget(parent)
        self.stack.addWidget(pages)
        self._pages = pages
        self._aside = aside
        self._was_aside_shown = False
        self._is_wanted = False
        self._button = button
        self._shown = shown
        self._is_korean = is_korean
        self._counted: Counted | None = None
        self._resolved = shown.filter
        self._asking = OverviewAsking(workers.place, self)
        self._asking.answered.connect(self._show)
        self._asking.failed.connect(self.failed)
        self._asking.crashed.connect(self.crashed)
        button.setCheckable(True)
        button.setEnabled(False)
        button.clicked.connect(self.toggle)
        shown.listed.connect(self._follow)

    @property
    def is_open(self) -> bool:
        """Whether the overview is shown in place of the pictures."""
        return self.stack.currentWidget() is not self._pages

    @property
    def is_settled(self) -> bool:
        """Whether what is shown counts what passes the filter of now."""
        return self._counted is not None and self._counted.chosen == self._to_count()

    def toggle(self) -> None:
        """Opens the overview, or goes back to the pictures."""
        if self.is_open:
            self.leave()
        else:
            self.open()

    def open(self) -> None:
        """Shows the overview; before it is known that there are pictures, as soon as it is."""
        self._is_wanted = True
        if self.is_open or not self._button.isEnabled():
            return
        self.stack.setCurrentWidget(self._made_page())
        self._button.setChecked(True)
        self._was_aside_shown = not self._aside.isHidden()
        self._aside.hide()
        self._asking.ask(self._to_count())

    def leave(self) -> bool:
        """Shows the pictures again; says whether they were not shown already."""
        self._is_wanted = False
        if not self.is_open:
            return False
        self.stack.setCurrentWidget(self._pages)
        self._button.setChecked(False)
        self._aside.setVisible(self._was_aside_shown)
        shown = self._pages.currentWidget()
        if shown is not None:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def close(self) -> None:
        """Counts nothing more."""
        self._asking.stop()

    def save_chart(self, chart: "Chart", path: Path) -> None:
        """Writes one of the charts to `path` as a picture."""
        self._save([chart.title], path)

    def save_all(self, path: Path) -> None:
        """Writes all charts under their totals to `path` as one picture."""
        self._save(None, path)

    def _made_page(self) -> "OverviewPage":
        if self.page is None:
            from organizer.ui.overview.page import OverviewPage

            self.page = OverviewPage(self.stack)
            self.page.chosen.connect(self._choose)
            self.page.left.connect(self.leave)
            self.page.save_requested.connect(self._ask_for_chart)
            self.page.save_all_requested.connect(self._ask_for_all)
            self.stack.addWidget(self.page)
        return self.page

    def _follow(self, listed: Listed) -> None:
        """The library or the filter has changed."""
        self._resolved = listed.resolved
        self._button.setEnabled(listed.found > 0)
        if not listed.found:
            self.leave()
        elif self.is_open:
            self._asking.ask(self._to_count())
        elif self._is_wanted:
            # After the window has shown its panels.
            QTimer.singleShot(0, self, self.open)

    def _show(self, counted: Counted) -> None:
        from organizer.ui.overview.charts import make_charts, make_totals

        if self.page is None:
            return
        is_first = not self.page.cards
        self._counted = counted
        chosen = replace(counted.chosen, alike=())
        charts = make_charts(counted.overview, counted.categories, self._is_korean, chosen)
        self.page.show_charts(charts, make_totals(counted.overview))
        if is_first and self.is_open:
            self.page.focus_first()

    def _to_count(self) -> Filter:
        """The window's filter, with what looks like it as far as that is known."""
        chosen = self._shown.filter
        is_known = replace(self._resolved, alike=()) == chosen
        return self._resolved if is_known else chosen

    def _choose(self, chosen: Filter) -> None:
        self.leave()
        self.filter_chosen.emit(chosen)

    def _ask_for_chart(self, chart: "Chart") -> None:
        from organizer.ui.overview.saving import ask_where

        path = ask_where(chart.title, self.stack)
        if path is not None:
            self.save_chart(chart, path)

    def _ask_for_all(self) -> None:
        from organizer.ui.overview.saving import ask_where

        path = ask_where(self.tr("Overview"), self.stack)
        if path is not None:
            self.save_all(path)

    def _save(self, titles: list[str] | None, path: Path) -> None:
        """Draws charts of its own: those of the window stay arranged as they are."""
        from organizer.ui.overview.charts import make_charts, make_totals
        from organizer.ui.overview.picture import draw_charts
        from organizer.ui.overview.saving import save_png

        if self._counted is None:
            return
        overview, chosen = self._counted.overview, self._counted.chosen
        charts = make_charts(overview, self._counted.categories, self._is_korean, chosen).all()
        look = QApplication.palette(), QApplication.font()
        if titles is None:
            image = draw_charts(charts, *look, self.tr("Overview"), make_totals(overview))
        else:
            image = draw_charts([one for one in charts if one.title in titles], *look)
        if save_png(image, path):
            self.saved.emit(self.tr("Saved: {path}").format(path=path))
        else:
            self.not_saved.emit(
                self.tr("{path} could not be written. Choose another folder.").format(path=path)
            )
