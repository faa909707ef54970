"""The charts of an overview, with their titles, and its totals in words."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from organizer.library.filters import Filter
from organizer.library.overview import Overview
from organizer.tagging.records import Category
from organizer.ui import formatting
from organizer.ui.overview.category_chart import CategoryChart, CategorySeries
from organizer.ui.overview.chart import Chart
from organizer.ui.overview.hashtag_chart import HashtagChart
from organizer.ui.overview.hour_charts import HourChart, WeekChart
from organizer.ui.overview.month_chart import MonthChart


@dataclass(frozen=True, slots=True)
class Charts:
    """All charts; some may be empty."""

    months: Chart
    categories: Chart
    hashtags: Chart
    hours: Chart
    week: Chart

    def all(self) -> tuple[Chart, ...]:
        """In the order in which they are read."""
        return (self.months, self.categories, self.hashtags, self.hours, self.week)


@dataclass(frozen=True, slots=True)
class Total:
    """A number of the whole, as it is shown, and what it counts."""

    value: str
    name: str


def make_charts(
    overview: Overview, categories: tuple[Category, ...], is_korean: bool, chosen: Filter
) -> Charts:
    """The charts of `overview`, whose marks lead on from `chosen`."""
    translate = QCoreApplication.translate
    counts = {category: dict(years) for category, years in overview.categories}
    series = tuple(
        CategorySeries(
            one.id, one.name_ko if is_korean else one.name_en, one.colour, counts[one.id]
        )
        for one in categories
        if one.id in counts
    )
    return Charts(
        MonthChart(translate("Charts", "Pictures per month"), overview.months, chosen),
        CategoryChart(translate("Charts", "Categories over the years"), series, chosen),
        HashtagChart(translate("Charts", "Most used hashtags"), overview.hashtags, chosen),
        HourChart(translate("Charts", "Hours of posting"), overview.by_hour, chosen),
        WeekChart(translate("Charts", "Days and hours"), overview.hours, chosen),
    )


def make_totals(overview: Overview) -> tuple[Total, ...]:
    """What there is at all, and from when until when."""
    translate = QCoreApplication.translate
    totals = [
        Total(formatting.number(overview.images), translate("Charts", "Pictures")),
        Total(formatting.number(overview.videos), translate("Charts", "Videos")),
        Total(formatting.number(overview.posts), translate("Charts", "Posts")),
    ]
    if overview.undated:
        totals.append(
            Total(formatting.number(overview.undated), translate("Charts", "Without a date"))
        )
    if overview.first is not None and overview.last is not None:
        # A month is told apart from another; the day may not be known.
        first, last = formatting.month_of(overview.first), formatting.month_of(overview.last)
        totals.append(
            Total(first if first == last else f"{first} – {last}", translate("Charts", "Period"))
        )
    return tuple(totals)
