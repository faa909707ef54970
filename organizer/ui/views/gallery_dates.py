"""Getting to a date in the gallery: along the years at its edge, or by typing one."""

from PySide6.QtCore import QObject, Signal

from organizer.ui.views.gallery_canvas import GalleryCanvas
from organizer.ui.views.gallery_keys import YearTyping
from organizer.ui.views.gallery_painting import section_title
from organizer.ui.views.gallery_scrubber import DateScrubber, Mark


class GalleryDates(QObject):
    """Ties a scrubber to the scroll bar of `view`, and finds the year that is typed.

    Attributes:
        scrubber: The years at the right edge.
        typing: Takes the digits of a year.

    Signals:
        section_chosen(int): The user wants to see the section of this number.
    """

    section_chosen = Signal(int)

    def __init__(self, view: GalleryCanvas) -> None:
        super().__init__(view)
        self._view = view
        self.scrubber = DateScrubber(view)
        self.typing = YearTyping(self)
        bar = view.verticalScrollBar()
        bar.rangeChanged.connect(self.scrubber.setRange)
        bar.valueChanged.connect(self.scrubber.setValue)
        self.scrubber.valueChanged.connect(bar.setValue)
        view.laid_out.connect(self._mark)
        self.typing.changed.connect(self._show_digits)
        self.typing.typed.connect(self.jump_to_year)

    def jump_to_year(self, year: int) -> None:
        """Chooses the newest month of a year; without pictures of that year, the one before it.

        Before the first year of all, that is the oldest month.
        """
        sections = self._view.content.sections
        dated = [(number, one.month[0]) for number, one in enumerate(sections) if one.month]
        if not dated:
            return
        number = next((number for number, other in dated if other <= year), dated[-1][0])
        self.section_chosen.emit(number)
        self.scrubber.show_bubble(section_title(sections[number]))

    def _mark(self) -> None:
        content = self._view.content
        marks = [
            Mark(
                content.section_top(number),
                section_title(section),
                section.month[0] if section.month else None,
            )
            for number, section in enumerate(content.sections)
        ]
        self.scrubber.show_marks(marks)
        is_of_use = self._view.verticalScrollBar().maximum() > 0
        self.scrubber.setVisible(is_of_use and any(mark.year for mark in marks))

    def _show_digits(self, digits: str) -> None:
        self.scrubber.show_bubble(f"{digits}…" if digits else "")
