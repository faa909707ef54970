"""Every picture has one place in the gallery, in any layout, and is found there."""

import itertools
import time
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from organizer.ui.models.sections import Section
from organizer.ui.views.gallery_justified import JustifiedLayout
from organizer.ui.views.gallery_layout import (
    GAP,
    HEADER_HEIGHT,
    MARGIN,
    GalleryLayout,
    SquareLayout,
)

Shapes = list[list[float]]
Builder = Callable[[Shapes, int, int], GalleryLayout]


def sections_of(counts: list[int]) -> list[Section]:
    firsts = [0, *itertools.accumulate(counts)]
    return [
        Section((2024 - number // 12, 12 - number % 12), firsts[number], count)
        for number, count in enumerate(counts)
    ]


def square(shapes: Shapes, width: int, size: int) -> GalleryLayout:
    return SquareLayout(sections_of([len(one) for one in shapes]), width, size)


def justified(shapes: Shapes, width: int, size: int) -> GalleryLayout:
    aspects = np.array([shape for one in shapes for shape in one], np.float32)
    return JustifiedLayout(sections_of([len(one) for one in shapes]), width, size, aspects)


shapes_of_sections = st.lists(
    st.lists(st.floats(0.0625, 16, width=32), min_size=1, max_size=40), min_size=1, max_size=6
)
widths = st.integers(20, 2000)
layouts = st.builds(
    lambda build, shapes, width, size: (build(shapes, width, size), width),
    st.sampled_from([square, justified]),
    shapes_of_sections,
    widths,
    st.integers(60, 320),
)
Laid = tuple[GalleryLayout, int]


def total(layout: GalleryLayout) -> int:
    return sum(section.count for section in layout.sections)


def all_rects(layout: GalleryLayout) -> list[QRect]:
    return [layout.cell_rect(row) for row in range(total(layout))]


@given(layouts)
def test_each_picture_lies_in_exactly_one_place_in_order(laid: Laid):
    layout, _ = laid
    everywhere = list(layout.cells_between(0, layout.height))
    assert [row for row, _ in everywhere] == list(range(total(layout)))
    assert [rect for _, rect in everywhere] == all_rects(layout)


@given(layouts)
def test_pictures_never_overlap_and_follow_one_another(laid: Laid):
    layout, _ = laid
    for one, other in itertools.pairwise(all_rects(layout)):
        is_same_line = one.top() == other.top()
        assert other.left() == one.right() + 1 + GAP if is_same_line else other.top() > one.bottom()


@given(layouts)
def test_all_pictures_lie_within_the_width(laid: Laid):
    layout, width = laid
    for rect in all_rects(layout):
        assert rect.left() >= MARGIN
        assert rect.right() < MARGIN + max(width - 2 * MARGIN, 16)
        assert rect.width() > 0
        assert rect.height() > 0
        assert rect.bottom() < layout.height


@given(layouts)
def test_no_picture_lies_under_a_header_or_in_another_section(laid: Laid):
    layout, _ = laid
    for number, section in enumerate(layout.sections):
        top = layout.section_top(number) + HEADER_HEIGHT
        for row in (section.first, section.first + section.count - 1):
            rect = layout.cell_rect(row)
            assert rect.top() >= top
            assert layout.section_at(rect.top()) == layout.section_of(row) == number
            assert layout.section_at(rect.bottom()) == number


@given(layouts, st.data())
def test_a_picture_is_found_where_it_lies(laid: Laid, data: st.DataObject):
    layout, _ = laid
    row = data.draw(st.integers(0, total(layout) - 1))
    rect = layout.cell_rect(row)
    for point in (rect.center(), rect.topLeft(), rect.bottomRight()):
        assert layout.row_at(point.x(), point.y()) == row
        assert layout.row_near(point.x(), point.y()) == row
    assert layout.rows_in(rect) == [range(row, row + 1)]
    assert row in [shown for shown, _ in layout.cells_between(rect.top(), rect.top())]


@given(layouts, st.data())
def test_down_and_up_stay_inside(laid: Laid, data: st.DataObject):
    layout, _ = laid
    row = data.draw(st.integers(0, total(layout) - 1))
    lines = data.draw(st.integers(-5, 5))
    moved = layout.row_beside(row, lines, layout.cell_rect(row).center().x())
    assert 0 <= moved < total(layout)
    expected = min(max(layout.line_of(row) + lines, 0), layout.line_count - 1)
    assert layout.line_of(moved) == expected


@given(layouts, st.integers(0, 20_000))
def test_the_header_of_the_section_in_view_stays_at_the_top(laid: Laid, top: int):
    layout, _ = laid
    top = min(top, layout.height - MARGIN - 1)
    (number, shown_at), *others = layout.header_tops(top, top + 500)
    assert number == layout.section_at(top)
    assert shown_at <= top
    if others:
        assert shown_at + HEADER_HEIGHT <= others[0][1]
    if layout.section_top(number) <= top < layout.section_top(number) + HEADER_HEIGHT:
        assert shown_at <= top


@given(shapes_of_sections, st.integers(300, 2000), st.integers(96, 320))
def test_lines_of_natural_shapes_are_filled_but_for_short_sections(
    shapes: Shapes, width: int, size: int
):
    layout = justified(shapes, width, size)
    for number, section in enumerate(layout.sections):
        rows = range(section.first, section.first + section.count)
        lines: dict[int, list[QRect]] = {}
        for row in rows:
            lines.setdefault(layout.line_of(row), []).append(layout.cell_rect(row))
        assert layout.section_of(rows.start) == number
        if len(lines) > 1:
            for line in lines.values():
                # A tall picture alone in a narrow window would be taller than that.
                is_tallest = line[0].height() == round(1.6 * size)
                assert is_tallest or line[-1].right() == MARGIN + layout.inner - 1


@pytest.mark.parametrize("build", [square, justified])
def test_nothing_to_show_is_no_trouble(build: Builder):
    layout = build([], 800, 176)
    assert layout.height == 0
    assert layout.row_at(100, 100) is None
    assert list(layout.cells_between(0, 1000)) == []
    assert layout.header_tops(0, 1000) == []
    assert layout.section_at(0) is None


@pytest.mark.parametrize("sections", [1, 120])
def test_a_million_pictures_are_laid_out_at_once(sections: int):
    count = 1_000_000 // sections
    aspects = np.tile(np.array([0.8, 1, 1.91, 0.5625], np.float32), 250_000)[: count * sections]
    made = sections_of([count] * sections)
    begin = time.process_time()
    layout = JustifiedLayout(made, 1000, 176, aspects)
    last = layout.cell_rect(count * sections - 1)
    # About 40 ms; what would go through them one by one takes a second or more.
    assert time.process_time() - begin < 0.3
    assert layout.row_at(last.center().x(), last.center().y()) == count * sections - 1
