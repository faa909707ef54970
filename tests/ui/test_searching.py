"""Searching by what pictures show, similar pictures, and suggestions as one types."""

import pytest
from conftest import OpenWindow
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor, QGuiApplication
from pytestqt.qtbot import QtBot
from window_actions import PATIENCE, shown, wait_for_pictures

from organizer.archive.records import MediaType
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.ui.app import Session
from organizer.ui.models.media_list_model import MediaListModel
from organizer.ui.workers.query_worker import QueryWorker

KEY = Qt.Key


def filed_under(place: LibraryPlace, category: str) -> set[int]:
    with LibraryReader(place) as reader:
        return set(reader.listing(Filter(categories=(category,))).ids.tolist())


def with_words(place: LibraryPlace, text: str) -> set[int]:
    with LibraryReader(place) as reader:
        return set(reader.listing(Filter(text=text)).ids.tolist())


def shown_ids(session: Session) -> list[int]:
    model = session.window.model
    return [model.id_at(row) for row in range(model.rowCount())]


def alike_ids(model: MediaListModel) -> list[int]:
    """What is shown because of its looks, in its order."""
    section = next((one for one in model.sections if one.is_alike), None)
    if section is None:
        return []
    return [model.id_at(row) for row in range(section.first, section.first + section.count)]


def search(qtbot: QtBot, session: Session, text: str) -> None:
    """Types `text` and waits until all is found that there is."""
    window = session.window
    field = window.top_bar.search
    field.setFocus()
    field.clear()
    if text.isascii():
        qtbot.keyClicks(field, text)
    else:
        # The keyboard of the tests knows no Hangul.
        field.setText(text)
        field.textEdited.emit(text)
    qtbot.keyClick(field, KEY.Key_Return)
    qtbot.waitUntil(lambda: window.filter.text == text, timeout=PATIENCE)
    qtbot.waitUntil(lambda: not window.searching.look_alikes.awaited, timeout=PATIENCE)
    qtbot.waitUntil(lambda: window.is_settled, timeout=PATIENCE)


def select(session: Session, media_id: int) -> None:
    row = session.window.model.row_of(media_id)
    assert row is not None
    session.window.gallery.chosen.press(row, Qt.KeyboardModifier.NoModifier)


def some_cat(place: LibraryPlace) -> int:
    """A picture of a cat, not the poster of a video."""
    with LibraryReader(place) as reader:
        details = reader.details(sorted(filed_under(place, "pets")))
        return next(one.id for one in details if one.media_type is MediaType.IMAGE)


def test_what_pictures_show_is_found_without_captions(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    wait_for_pictures(qtbot, session)
    search(qtbot, session, "a kitten")
    cats = filed_under(library, "pets")
    assert not with_words(library, "a kitten")
    assert set(shown_ids(session)) <= cats
    assert shown(session) >= 3
    assert alike_ids(session.window.model) == shown_ids(session)


def test_captions_come_first_and_look_alikes_under_a_header_of_their_own(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    wait_for_pictures(qtbot, session)
    search(qtbot, session, "chelsea cat")
    in_captions, cats = with_words(library, "chelsea cat"), filed_under(library, "pets")
    assert 0 < len(in_captions) < len(cats)
    found = shown_ids(session)
    assert set(found[: len(in_captions)]) == in_captions
    assert set(found) <= cats
    assert set(alike_ids(session.window.model)) == set(found) - in_captions != set()
    section = session.window.model.sections[-1]
    assert section.described == "chelsea cat"
    everything = session.window.sidebar.item_named("Pets")
    assert everything is not None


def test_other_conditions_hold_for_what_looks_alike(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    wait_for_pictures(qtbot, session)
    search(qtbot, session, "a kitten")
    everything = set(shown_ids(session))
    with LibraryReader(library) as reader:
        year = next(iter(reader.facets(Filter(categories=("pets",))).months))[0]
        of_year = set(reader.listing(Filter(year=year)).ids.tolist()) & everything
        before = set(reader.listing(Filter(text=f"before:{year}")).ids.tolist()) & everything
    assert of_year and before and of_year != everything
    search(qtbot, session, f"a kitten before:{year}")
    assert set(shown_ids(session)) == before
    search(qtbot, session, "a kitten")
    session.window.show_filter(Filter(text="a kitten", year=year))
    wait_for_pictures(qtbot, session, len(of_year))
    assert set(shown_ids(session)) == of_year


def test_a_model_that_cannot_be_loaded_leaves_captions_to_be_found(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False, model="ViT-B-32/laion2b_s34b_b79k")
    wait_for_pictures(qtbot, session)
    search(qtbot, session, "chelsea")
    assert set(shown_ids(session)) == with_words(library, "chelsea")
    search(qtbot, session, "cat")
    assert set(shown_ids(session)) == with_words(library, "cat")


def test_who_searches_in_korean_is_offered_a_model_once(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    banner = session.window.banner
    wait_for_pictures(qtbot, session)
    search(qtbot, session, "고양이")
    qtbot.waitUntil(banner.isVisible, timeout=PATIENCE)
    assert "고양이" in banner.text()
    # The glossary knows the word: cats are found all the same.
    assert with_words(library, "고양이") < set(shown_ids(session)) <= filed_under(library, "pets")
    close = next(one for one in banner.children() if getattr(one, "toolTip", str)() == "Close")
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    search(qtbot, session, "커피")
    assert not banner.isVisible()


def test_similar_pictures_lie_beside_the_chosen_one(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    wait_for_pictures(qtbot, session)
    cat, cats = some_cat(library), filed_under(library, "pets")
    select(session, cat)
    section = session.window.details.similar
    qtbot.waitUntil(lambda: section.ids != (), timeout=PATIENCE)
    assert cat not in section.ids
    assert section.ids[0] in cats
    first = section.buttons()[0]
    assert first.accessibleName() == f"Similar picture 1 of {len(section.ids)}"
    chosen = section.ids[0]
    first.setFocus()
    qtbot.keyClick(first, KEY.Key_Space)
    assert session.window.model.id_at(session.window.gallery.currentIndex().row()) == chosen


def test_all_similar_pictures_are_shown_the_nearest_first(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    window = session.window
    wait_for_pictures(qtbot, session)
    total, cat, cats = shown(session), some_cat(library), filed_under(library, "pets")
    select(session, cat)
    window.gallery.setFocus()
    qtbot.keyClick(window.gallery, KEY.Key_S)
    qtbot.waitUntil(lambda: shown(session) < total and window.is_settled, timeout=PATIENCE)
    found = shown_ids(session)
    assert found[0] == cat
    assert set(found[1:3]) <= cats
    chips = window.top_bar.chips.buttons()
    assert [chip.text() for chip in chips] == ["Similar to this picture  ✕"]
    assert window.gallery.currentIndex().row() == 0
    qtbot.mouseClick(chips[0], Qt.MouseButton.LeftButton)
    wait_for_pictures(qtbot, session, total)


def test_a_similar_picture_that_the_filter_leaves_out_is_shown_among_its_like(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    window = session.window
    wait_for_pictures(qtbot, session)
    cat = some_cat(library)
    with LibraryReader(library) as reader:
        detail = reader.detail(cat)
        assert detail is not None
        words = detail.caption.split()[0]
    only = with_words(library, words)
    window.show_filter(Filter(text=f'"{words}"'))
    # A listing that came after the click would take the choice back.
    qtbot.waitUntil(lambda: set(shown_ids(session)) == only and window.is_settled, timeout=PATIENCE)
    select(session, cat)
    section = window.details.similar
    qtbot.waitUntil(lambda: bool(set(section.ids) - only), timeout=PATIENCE)
    other = next(one for one in section.ids if window.model.row_of(one) is None)
    button = next(one for one in section.buttons() if one.media_id == other)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.filter.similar_to == cat, timeout=PATIENCE)

    def is_current() -> bool:
        row = window.gallery.currentIndex().row()
        return row >= 0 and window.model.id_at(row) == other

    qtbot.waitUntil(is_current, timeout=PATIENCE)


def test_the_viewer_leads_to_similar_pictures(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    window = session.window
    wait_for_pictures(qtbot, session)
    cat = some_cat(library)
    select(session, cat)
    window.gallery.setFocus()
    qtbot.keyClick(window.gallery, KEY.Key_Return)
    screen = window.viewer.screen
    assert screen is not None
    qtbot.keyClick(screen.viewer.canvas, KEY.Key_S)
    assert not window.viewer.is_open
    qtbot.waitUntil(lambda: shown_ids(session)[:1] == [cat], timeout=PATIENCE)


def test_the_menu_of_the_gallery_acts_on_what_is_selected(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    window = session.window
    wait_for_pictures(qtbot, session)
    cat = some_cat(library)
    select(session, cat)
    qtbot.waitUntil(lambda: window.details.shown_ids == (cat,), timeout=PATIENCE)
    actions = {action.text(): action for action in window.searching.actions.menu.actions()}
    assert {"Open", "Similar pictures", "Show in folder", "Copy"} <= actions.keys()
    with qtbot.waitSignal(window.searching.actions.copied, timeout=PATIENCE):
        actions["Copy"].trigger()
    (url,) = QGuiApplication.clipboard().mimeData().urls()
    with LibraryReader(library) as reader:
        detail = reader.detail(cat)
    assert detail is not None
    assert url.toLocalFile() == detail.path.as_posix()
    actions["Similar pictures"].trigger()
    qtbot.waitUntil(lambda: shown_ids(session)[:1] == [cat], timeout=PATIENCE)


def test_questions_come_in_between_while_vectors_are_read(qtbot: QtBot, library: LibraryPlace):
    worker = QueryWorker(library, vectors_at_once=2)
    heard: list[str] = []
    worker.listed.connect(lambda listed: heard.append(f"listed {listed.number}"))
    worker.similar_found.connect(lambda found: heard.append(f"similar {len(found.ids) > 0}"))
    worker.hashtags_found.connect(lambda _found: heard.append("hashtags"))
    cat = some_cat(library)
    worker.expect_similar(1)
    worker.find_similar(1, cat, 8)
    worker.find_hashtags(1, Filter(), "", 10)
    assert heard == ["hashtags"]
    qtbot.waitUntil(lambda: heard == ["hashtags", "similar True"], timeout=PATIENCE)
    worker.expect(2)
    worker.ask(2, Filter(similar_to=cat))
    assert heard[-1] == "listed 2"
    worker.close()


def type_in(qtbot: QtBot, session: Session, text: str) -> list[str]:
    """Types into the field and waits for what is suggested."""
    field, listed = session.window.top_bar.search, session.window.searching.suggestions.list
    session.window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus, timeout=PATIENCE)
    field.setText("")
    qtbot.keyClicks(field, text)
    qtbot.waitUntil(listed.isVisible, timeout=PATIENCE)
    qtbot.waitUntil(lambda: session.window.searching.suggestions._text == text, timeout=PATIENCE)
    return listed.texts()


def test_a_hashtag_is_suggested_and_chosen_by_keyboard(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    window = session.window
    wait_for_pictures(qtbot, session)
    type_in(qtbot, session, "sunny #ca")
    field, listed = window.top_bar.search, window.searching.suggestions.list
    qtbot.waitUntil(lambda: "#cat" in listed.texts(), timeout=PATIENCE)
    for _ in range(listed.texts().index("#cat") + 1):
        qtbot.keyClick(field, KEY.Key_Down)
    qtbot.keyClick(field, KEY.Key_Return)
    assert window.filter == Filter(text="sunny", hashtags=("cat",))
    assert field.text() == "sunny"
    assert not listed.isVisible()


@pytest.mark.parametrize(
    ("typed", "row", "expected"),
    [
        ("pet", "Pets", Filter(categories=("pets",))),
        ("is:vid", "is:video", Filter(text="is:video")),
    ],
)
def test_categories_and_keys_are_suggested(
    qtbot: QtBot,
    open_window: OpenWindow,
    library: LibraryPlace,
    typed: str,
    row: str,
    expected: Filter,
):
    session = open_window(library, begin=False)
    window = session.window
    wait_for_pictures(qtbot, session)
    type_in(qtbot, session, typed)
    listed, field = window.searching.suggestions.list, window.top_bar.search
    qtbot.waitUntil(lambda: listed.texts()[:1] == [row], timeout=PATIENCE)
    qtbot.keyClick(field, KEY.Key_Down)
    qtbot.keyClick(field, KEY.Key_Tab)
    assert window.filter == expected
    assert field.hasFocus()


def test_escape_closes_the_suggestions_and_keeps_the_words(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    window = session.window
    wait_for_pictures(qtbot, session)
    type_in(qtbot, session, "cat")
    qtbot.keyClick(window.top_bar.search, KEY.Key_Escape)
    assert not window.searching.suggestions.list.isVisible()
    assert window.top_bar.search.text() == "cat"
    qtbot.waitUntil(lambda: window.filter.text == "cat", timeout=PATIENCE)


def test_a_list_that_opens_below_a_resting_pointer_leaves_enter_to_what_was_typed(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    window = session.window
    wait_for_pictures(qtbot, session)
    field, listed = window.top_bar.search, window.searching.suggestions.list
    place = QPoint(40, field.height() + 25)
    QCursor.setPos(field.mapToGlobal(place))
    type_in(qtbot, session, "cat")
    qtbot.waitUntil(lambda: bool(listed.texts()), timeout=PATIENCE)
    # What the system says as soon as the list lies below the pointer.
    first = listed.view.model().index(0, 0)
    listed.view.entered.emit(first)
    assert listed.current == -1
    QCursor.setPos(field.mapToGlobal(place + QPoint(3, 0)))
    listed.view.entered.emit(first)
    assert listed.current == 0


def test_recent_searches_are_offered_and_can_be_cleared(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    window = session.window
    window.activateWindow()
    wait_for_pictures(qtbot, session)
    for text in ("coffee", "cat"):
        search(qtbot, session, text)
    window.gallery.setFocus()
    window.top_bar.search.setText("")
    window.top_bar.search.setFocus()
    listed, field = window.searching.suggestions.list, window.top_bar.search
    qtbot.waitUntil(listed.isVisible, timeout=PATIENCE)
    assert listed.texts() == ["cat", "coffee", "Clear recent searches"]
    qtbot.keyClick(field, KEY.Key_Down)
    qtbot.keyClick(field, KEY.Key_Down)
    qtbot.keyClick(field, KEY.Key_Return)
    assert window.filter.text == "coffee"
    field.setText("")
    qtbot.waitUntil(listed.isVisible, timeout=PATIENCE)
    qtbot.keyClick(field, KEY.Key_Up)
    qtbot.keyClick(field, KEY.Key_Return)
    qtbot.keyClick(field, KEY.Key_Down)
    assert not listed.isVisible()
