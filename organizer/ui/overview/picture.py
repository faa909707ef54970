"""Draws charts into a picture, without a window."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QImage, QPainter, QPalette

from organizer.ui.overview.chart import Chart, bold, line_height, paint_text, scaled
from organizer.ui.overview.charts import Total

CHART_WIDTH = 960
"""The width of a chart in a picture, in units of which a picture has SCALE pixels each."""

SCALE = 2
_MARGIN = 32.0
_TITLE = 1.35


def draw_charts(
    charts: Sequence[Chart],
    palette: QPalette,
    font: QFont,
    title: str = "",
    totals: Sequence[Total] = (),
) -> QImage:
    """The `charts` that are not empty, one below the other, each under its title.

    Over them stand a `title` and `totals`, where they are given. The picture is
    (CHART_WIDTH + 64) × SCALE pixels wide. The charts are arranged anew: they must not be those
    of a window.
    """
    shown = [chart for chart in charts if not chart.is_empty]
    line = line_height(font)
    head = line * 5.6 if title else 0.0
    heights = [chart.arrange(CHART_WIDTH, font) + line * 4.0 for chart in shown]
    size = (CHART_WIDTH + 2 * _MARGIN, head + sum(heights) + 2 * _MARGIN - line * 1.6)
    image = QImage(
        round(size[0]) * SCALE, max(1, round(size[1])) * SCALE, QImage.Format.Format_RGB32
    )
    image.setDevicePixelRatio(SCALE)
    image.fill(palette.base().color())
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.translate(_MARGIN, _MARGIN)
    if title:
        _paint_head(painter, palette, font, title, totals)
        painter.translate(0, head)
    for chart, height in zip(shown, heights, strict=True):
        painter.setFont(bold(scaled(font, _TITLE)))
        rect = QRectF(0, 0, CHART_WIDTH, line * 1.6)
        paint_text(painter, rect, chart.title, palette.text().color())
        painter.setFont(font)
        painter.save()
        painter.translate(0, line * 2.4)
        chart.paint(painter, palette)
        painter.restore()
        painter.translate(0, height)
    painter.end()
    return image


def _paint_head(
    painter: QPainter, palette: QPalette, font: QFont, title: str, totals: Sequence[Total]
) -> None:
    line = line_height(font)
    painter.setFont(bold(scaled(font, _TITLE * 1.4)))
    text, muted = palette.text().color(), palette.mid().color()
    paint_text(painter, QRectF(0, 0, CHART_WIDTH, line * 2), title, text)
    painter.setFont(font)
    said = "   ·   ".join(f"{total.name} {total.value}" for total in totals)
    paint_text(painter, QRectF(0, line * 2.4, CHART_WIDTH, line * 1.4), said, muted)
