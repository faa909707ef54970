"""Paints the gallery: pictures through its delegate, and the headers over its sections."""

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QRegion
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from organizer.ui import formatting
from organizer.ui.models.sections import Section
from organizer.ui.views.gallery_delegate import OUTSIDE
from organizer.ui.views.gallery_layout import HEADER_HEIGHT, MARGIN, GalleryLayout


def section_title(section: Section) -> str:
    """What the header of a section says: its month, or what holds its pictures together."""
    if section.is_alike:
        if not section.described:
            return QCoreApplication.translate("GalleryView", "Most similar first")
        title = QCoreApplication.translate("GalleryView", "Looks like “{words}”")
        return title.format(words=section.described)
    if not section.is_by_date:
        return QCoreApplication.translate("GalleryView", "Most doubtful first")
    if section.month is None:
        return QCoreApplication.translate("GalleryView", "Without a date")
    return formatting.month(*section.month)


def paint_pictures(
    painter: QPainter,
    view: QAbstractItemView,
    option: QStyleOptionViewItem,
    layout: GalleryLayout,
    touched: QRegion,
) -> None:
    """Paints the pictures of `view` that lie in `touched`, each through the view's delegate.

    `option` is what they have in common.
    """
    model, selected, delegate = view.model(), view.selectionModel(), view.itemDelegate()
    states = QStyle.StateFlag
    plain = option.state & ~states.State_HasFocus & ~states.State_Selected
    focused = view.currentIndex().row() if view.hasFocus() else -1
    offset, area = view.verticalScrollBar().value(), touched.boundingRect()
    top, bottom = area.top() + offset - OUTSIDE, area.bottom() + offset + OUTSIDE
    for row, rect in layout.cells_between(top, bottom):
        place = rect.translated(0, -offset)
        if not touched.intersects(place.adjusted(-OUTSIDE, -OUTSIDE, OUTSIDE, OUTSIDE)):
            continue
        index = model.index(row, 0)
        option.rect = place
        option.state = plain
        if selected.isSelected(index):
            option.state |= states.State_Selected
        if row == focused:
            option.state |= states.State_HasFocus
        delegate.paint(painter, option, index)


def paint_headers(painter: QPainter, view: QAbstractItemView, layout: GalleryLayout) -> None:
    """Paints the headers in view; that of the first section stays at the top."""
    offset, area = view.verticalScrollBar().value(), view.viewport().rect()
    for number, top in layout.header_tops(offset, offset + area.height()):
        section = layout.sections[number]
        _paint_header(painter, section, top - offset, area.width(), view.font(), view.palette())


def _paint_header(
    painter: QPainter, section: Section, top: int, width: int, font: QFont, palette: QPalette
) -> None:
    """Paints a header at `top`, as wide as the view: pictures may pass beneath it."""
    # The ring around a picture of the first line reaches up to here.
    ground = QRect(0, top, width, HEADER_HEIGHT - OUTSIDE)
    painter.fillRect(ground, palette.window())
    bold = QFont(font)
    bold.setBold(True)
    bold.setPointSizeF(font.pointSizeF() * 1.15)
    line = QRect(MARGIN + 2, top, width - 2 * MARGIN, HEADER_HEIGHT)
    align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    title = section_title(section)
    painter.setFont(bold)
    painter.setPen(palette.text().color())
    title = QFontMetrics(bold).elidedText(title, Qt.TextElideMode.ElideRight, line.width() - 80)
    painter.drawText(line, align, title)
    line.setLeft(line.left() + QFontMetrics(bold).horizontalAdvance(title) + 12)
    painter.setFont(font)
    painter.setPen(palette.mid().color())
    painter.drawText(line.translated(0, 1), align, formatting.number(section.count))
