"""Hashtags are browsed with all their spellings, merged, taken apart and checked."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from conftest import OpenWindow
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from window_actions import PATIENCE, click_sidebar, wait_for_pictures

from organizer.archive.records import MediaItem, MediaType, Post, PostKind
from organizer.library.edits import KeepApart, MergeHashtags
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.records import FileStamp, HashtagFacet, TaggedPost
from organizer.library.writer import LibraryWriter
from organizer.tagging.folding import MergeProposal, MergeReason, fold_key
from organizer.ui.app import Session
from organizer.ui.hashtag_merging.action_list import ActionList
from organizer.ui.hashtag_merging.merge_dialog import MergeDialog
from organizer.ui.hashtag_merging.proposals import open_proposals
from organizer.ui.hashtag_merging.rows import Row, RowModel
from organizer.ui.hashtag_merging.tidy_dialog import TidyDialog
from organizer.ui.models.known_hashtags import KnownHashtags
from organizer.ui.translation import Language
from organizer.ui.views.sidebar_delegate import SidebarRole

TIME = datetime(2024, 6, 15, 12, tzinfo=UTC)
SLIP, RIGHT = "goldenretreiver", "goldenretriever"
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def tagged(place: LibraryPlace) -> LibraryPlace:
    """A small library of nothing but hashtags, of which the pictures are not there."""
    add(place, *[("dog", "강아지")] * 3, *[("dogs",)] * 2, *[("sea",)] * 2)
    add(place, *[(RIGHT, SLIP)] * 2, (RIGHT,))
    return place


def add(place: LibraryPlace, *posts: tuple[str, ...]) -> None:
    """Posts of one picture each with these hashtags, as indexing leaves them."""
    with LibraryWriter(place) as writer:
        archive = writer.importing.add_archive(place.database.parent / "export", "someone")
        with LibraryReader(place) as reader:
            first = len(reader.listing(Filter()))
            stored = [
                tagged_post(first + number, hashtags) for number, hashtags in enumerate(posts)
            ]
            writer.importing.store_posts(archive, f"{first}.json", FileStamp(1, 1), stored, {})
            keys = reader.own_hashtags.without_fold()
        writer.store_rule_folds({key: fold_key(key) for key in keys})


def tagged_post(number: int, hashtags: tuple[str, ...]) -> TaggedPost:
    taken_at = TIME - timedelta(days=number)
    item = MediaItem(f"{number}.jpg", MediaType.IMAGE, taken_at)
    caption = " ".join(f"#{hashtag}" for hashtag in hashtags)
    return TaggedPost(Post(PostKind.POST, taken_at, caption, (item,)), hashtags)


def opened(qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace) -> Session:
    session = open_window(library, begin=False)
    wait_for_pictures(qtbot, session)
    return session


def groups(place: LibraryPlace) -> set[frozenset[str]]:
    """Which spellings are one in the library."""
    with LibraryReader(place) as reader:
        return {
            frozenset(use.hashtag for use in folded.spellings)
            for folded in reader.own_hashtags.folded()
        }


def apart(place: LibraryPlace) -> frozenset[tuple[str, str]]:
    with LibraryReader(place) as reader:
        return reader.own_hashtags.kept_apart()


def wait(qtbot: QtBot, condition: Callable[[], bool]) -> None:
    qtbot.waitUntil(condition, timeout=PATIENCE)


def menu_over(qtbot: QtBot, session: Session, text: str, of: str | None = None) -> QMenu:
    """Opens the menu of a row by the keyboard; `of` is the row that it lies under."""
    sidebar = session.window.sidebar
    wait(qtbot, lambda: sidebar.item_named(of or text) is not None)
    item = sidebar.item_named(of or text)
    assert item is not None
    if of is not None:
        inner = [item.child(number) for number in range(item.rowCount())]
        item = next(child for child in inner if child.text() == text)
    position = sidebar.position_of(item)
    viewport = sidebar.tree.viewport()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, position, viewport.mapToGlobal(position)
    )
    QApplication.sendEvent(viewport, event)
    menu = sidebar.hashtags.menu
    assert menu.isVisible()
    return menu


def take_back(qtbot: QtBot, session: Session) -> None:
    # Nothing makes a window active again by itself where there is no display.
    session.window.activateWindow()
    wait(qtbot, session.window.isActiveWindow)
    qtbot.keyClick(session.window, Qt.Key.Key_Z, CONTROL)


def choose(menu: QMenu, text: str) -> None:
    action = next(action for action in menu.actions() if action.text() == text)
    menu.close()
    action.trigger()


def children(session: Session, text: str) -> dict[str, str]:
    """The spellings that are listed under a hashtag, with their counts."""
    item = session.window.sidebar.item_named(text)
    assert item is not None
    rows = [item.child(number) for number in range(item.rowCount())]
    accessible = Qt.ItemDataRole.AccessibleTextRole
    return {row.text(): row.data(accessible).rsplit(", ")[-1] for row in rows}


def is_open(session: Session, text: str) -> bool:
    item = session.window.sidebar.item_named(text)
    return item is not None and session.window.sidebar.tree.isExpanded(item.index())


def test_a_hashtag_stands_once_for_all_its_spellings_and_shows_them_when_chosen(
    qtbot: QtBot, open_window: OpenWindow, tagged: LibraryPlace
):
    session = opened(qtbot, open_window, tagged)
    sidebar = session.window.sidebar
    wait(qtbot, lambda: sidebar.item_named("#dog") is not None)
    item = sidebar.item_named("#dog")
    assert item is not None
    spoken = item.data(Qt.ItemDataRole.AccessibleTextRole).split(", ")
    assert spoken[0::2] == ["#dog", "5"]
    assert spoken[1].startswith("3 spelling")
    assert not is_open(session, "#dog")
    click_sidebar(qtbot, session, "#dog")
    wait_for_pictures(qtbot, session, 5)
    assert is_open(session, "#dog")
    assert children(session, "#dog") == {"#dog": "3", "#강아지": "3", "#dogs": "2"}
    click_sidebar(qtbot, session, "#dog")
    wait_for_pictures(qtbot, session, 10)
    assert not is_open(session, "#dog")


def test_what_was_chosen_by_another_spelling_is_taken_back_by_a_click(
    qtbot: QtBot, open_window: OpenWindow, tagged: LibraryPlace
):
    session = opened(qtbot, open_window, tagged)
    session.window.show_filter(Filter(hashtags=("강아지",)))
    wait_for_pictures(qtbot, session, 5)
    click_sidebar(qtbot, session, "#dog")
    wait_for_pictures(qtbot, session, 10)


def test_a_hashtag_that_is_seldom_used_is_found_when_typed(
    qtbot: QtBot, open_window: OpenWindow, tagged: LibraryPlace
):
    add(tagged, *[(f"common{number}",) for number in range(210)] * 2, ("강릉바다", "seldom"))
    session = opened(qtbot, open_window, tagged)
    sidebar = session.window.sidebar
    wait(qtbot, lambda: sidebar.item_named("Type below to find others") is not None)
    assert sidebar.item_named("#seldom") is None
    qtbot.keyClicks(sidebar.hashtags.search, "#SELD")
    wait(qtbot, lambda: sidebar.item_named("#seldom") is not None)
    click_sidebar(qtbot, session, "#seldom")
    wait_for_pictures(qtbot, session, 1)
    assert sidebar.item_named("#seldom") is not None
    sidebar.hashtags.search.setText("강릉")
    wait(qtbot, lambda: sidebar.item_named("#강릉바다") is not None)
    sidebar.hashtags.search.setText("nobody wrote this")
    wait(qtbot, lambda: sidebar.item_named("No hashtag has this in it") is not None)


def test_what_is_found_is_in_view_and_stays_there_when_the_library_changes(
    qtbot: QtBot, open_window: OpenWindow, tagged: LibraryPlace
):
    add(tagged, *[(f"other{number}",) for number in range(60)])
    session = opened(qtbot, open_window, tagged)
    sidebar = session.window.sidebar
    session.window.resize(1000, 400)

    def is_in_view(text: str) -> bool:
        item = sidebar.item_named(text)
        rect = QRect() if item is None else sidebar.tree.visualRect(item.index())
        return rect.isValid() and sidebar.tree.viewport().rect().contains(rect.center())

    wait(qtbot, lambda: sidebar.item_named("#dog") is not None)
    assert not is_in_view("#other38")
    qtbot.keyClicks(sidebar.hashtags.search, "her3")
    wait(qtbot, lambda: is_in_view("#other38"))
    add(tagged, ("other300",))
    session.window.show_filter(Filter())
    wait(qtbot, lambda: sidebar.item_named("#other300") is not None)
    assert is_in_view("#other38")
    sidebar.hashtags.search.clear()
    click_sidebar(qtbot, session, "#other50")
    wait_for_pictures(qtbot, session, 1)
    chosen = sidebar.item_named("#other50")
    assert chosen is not None
    assert chosen.data(SidebarRole.CHOSEN)
    assert is_in_view("#other50")


def test_what_is_looked_for_follows_the_library_in_a_window_made_anew(
    qtbot: QtBot, open_window: OpenWindow, tagged: LibraryPlace
):
    session = opened(qtbot, open_window, tagged)
    session.show_language(Language.KOREAN)
    wait_for_pictures(qtbot, session)
    sidebar = session.window.sidebar
    sidebar.hashtags.search.setText("golden")
    wait(qtbot, lambda: sidebar.item_named(f"#{SLIP}") is not None)
    session.workers.history.do("merge", MergeHashtags((SLIP,), RIGHT))
    wait(qtbot, lambda: sidebar.item_named(f"#{RIGHT}").rowCount() == 2)


def test_two_hashtags_are_merged_from_the_menu_by_the_keyboard_and_taken_back(
    qtbot: QtBot, open_window: OpenWindow, tagged: LibraryPlace
):
    before = groups(tagged)
    session = opened(qtbot, open_window, tagged)
    choose(menu_over(qtbot, session, f"#{SLIP}"), "Merge with…")
    dialog = session.window.hashtag_merging.dialog
    assert isinstance(dialog, MergeDialog)
    assert not dialog.merge_button.isEnabled()
    wait(qtbot, lambda: dialog.list.rows.rowCount() == 3)
    dialog.search.setText("강아")
    assert [row.title for row in dialog.list.rows.rows] == ["#dog"]
    qtbot.keyClick(dialog.search, Qt.Key.Key_A, CONTROL)
    qtbot.keyClick(dialog.search, Qt.Key.Key_Delete)
    qtbot.keyClick(dialog.search, Qt.Key.Key_Down)
    assert dialog.list.currentIndex().data() == f"#{RIGHT}"
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    merged = frozenset({SLIP, RIGHT})
    wait(qtbot, lambda: merged in groups(tagged))
    wait(qtbot, lambda: session.window.sidebar.item_named(f"#{RIGHT}").rowCount() == 2)
    assert session.window.hashtag_merging.dialog is None
    take_back(qtbot, session)
    wait(qtbot, lambda: groups(tagged) == before)


def test_the_merge_dialog_offers_nothing_else_where_nothing_fits(
    qtbot: QtBot, open_window: OpenWindow, tagged: LibraryPlace
):
    session = opened(qtbot, open_window, tagged)
    choose(menu_over(qtbot, session, "#dog"), "Merge with…")
    dialog = session.window.hashtag_merging.dialog
    assert isinstance(dialog, MergeDialog)
    wait(qtbot, lambda: dialog.list.rows.rowCount() == 3)
    # Its own spellings are no other hashtags.
    qtbot.keyClicks(dialog.search, "dog")
    assert dialog.list.rows.rowCount() == 0
    assert not dialog.merge_button.isEnabled()
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert dialog.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    wait(qtbot, lambda: session.window.hashtag_merging.dialog is None)


@pytest.mark.parametrize("way", ["the menu of the hashtag", "the menu of the spelling"])
def test_a_spelling_is_separated_for_good_and_that_is_taken_back(
    qtbot: QtBot, open_window: OpenWindow, tagged: LibraryPlace, way: str
):
    before = groups(tagged)
    session = opened(qtbot, open_window, tagged)
    if way == "the menu of the hashtag":
        menu = menu_over(qtbot, session, "#dog")
        inner = next(action.menu() for action in menu.actions() if action.text() == "Separate")
        menu.close()
        choose(inner, "#dogs")
    else:
        click_sidebar(qtbot, session, "#dog")
        wait(qtbot, lambda: is_open(session, "#dog"))
        choose(menu_over(qtbot, session, "#dogs", of="#dog"), "Separate this spelling")
    wait(qtbot, lambda: frozenset({"dogs"}) in groups(tagged))
    assert apart(tagged) == {("dog", "dogs")}
    take_back(qtbot, session)
    wait(qtbot, lambda: groups(tagged) == before)
    assert apart(tagged) == frozenset()


def test_a_hashtag_is_copied_from_the_menu(
    qtbot: QtBot, open_window: OpenWindow, tagged: LibraryPlace
):
    session = opened(qtbot, open_window, tagged)
    choose(menu_over(qtbot, session, "#sea"), "Copy")
    assert QGuiApplication.clipboard().text() == "#sea"
    choose(menu_over(qtbot, session, "#강아지", of="#dog"), "Copy")
    assert QGuiApplication.clipboard().text() == "#강아지"


def click_action(qtbot: QtBot, rows: ActionList, title: str, action: int) -> None:
    number = [row.title for row in rows.rows.rows].index(title)
    rows.scrollTo(rows.rows.index(number))
    qtbot.mouseClick(rows.viewport(), LEFT, NONE, rows.center_of_action(number, action))


def titles(rows: ActionList) -> list[str]:
    return [row.title for row in rows.rows.rows]


def texts(page: QWidget) -> str:
    """All that a page says where it is seen."""
    labels = [child for child in page.findChildren(QWidget) if child.isVisible()]
    return " ".join(str(child.property("text")) for child in labels)


def test_proposals_are_merged_or_kept_apart_and_taken_back(
    qtbot: QtBot, open_window: OpenWindow, tagged: LibraryPlace
):
    add(tagged, *[("서울맛집", "서울맞집"), ("서울맛집",)])
    before = groups(tagged)
    session = opened(qtbot, open_window, tagged)
    session.window.menu.tidy_requested.emit()
    dialog = session.window.hashtag_merging.dialog
    assert isinstance(dialog, TidyDialog)
    assert "Looking for hashtags" in texts(dialog.proposals)
    page = dialog.proposals
    slips = [f"#{SLIP}  →  #{RIGHT}", "#서울맞집  →  #서울맛집"]
    wait(qtbot, lambda: titles(page.list) == slips)
    assert page.list.rows.rows[0].detail == "Spelled alike  ·  pictures: 2 → 3"

    click_action(qtbot, page.list, slips[0], 0)
    assert titles(page.list) == slips[1:]
    wait(qtbot, lambda: frozenset({SLIP, RIGHT}) in groups(tagged))
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    wait(qtbot, lambda: apart(tagged) == {("서울맛집", "서울맞집")})
    assert "All proposals are decided" in texts(page)

    for left in (slips[1:], slips):
        qtbot.keyClick(dialog, Qt.Key.Key_Z, CONTROL)
        wait(qtbot, lambda: titles(page.list) == left)  # noqa: B023 - waited for here
    assert (groups(tagged), apart(tagged)) == (before, frozenset())

    page.list.selectAll()
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    both = {frozenset({SLIP, RIGHT}), frozenset({"서울맞집", "서울맛집"})}
    wait(qtbot, lambda: both <= groups(tagged))
    # What was one act is taken back at once.
    qtbot.keyClick(dialog, Qt.Key.Key_Z, CONTROL)
    wait(qtbot, lambda: groups(tagged) == before)


def test_nothing_to_propose_is_said(qtbot: QtBot, open_window: OpenWindow, place: LibraryPlace):
    add(place, ("sea",), ("car",))
    session = opened(qtbot, open_window, place)
    session.window.hashtag_merging.open_tidying()
    dialog = session.window.hashtag_merging.dialog
    assert isinstance(dialog, TidyDialog)
    wait(qtbot, lambda: "Nothing to propose" in texts(dialog.proposals))
    dialog.tabs.setCurrentWidget(dialog.spellings)
    assert "one spelling only" in texts(dialog.spellings)


def test_there_is_nothing_to_tidy_up_without_a_library(
    qtbot: QtBot, open_window: OpenWindow, place: LibraryPlace
):
    session = open_window(place)
    action = next(one for one in session.window.menu.actions() if one.text().startswith("Tidy"))
    wait(qtbot, lambda: not action.isEnabled())


def test_a_failure_to_look_is_told_until_something_comes(
    qtbot: QtBot, open_window: OpenWindow, tagged: LibraryPlace
):
    session = opened(qtbot, open_window, tagged)
    dialog = TidyDialog(session.workers.history, session.window)
    dialog.show()
    dialog.show_error("There is no model nonsense.")
    assert "There is no model nonsense." in texts(dialog.proposals)
    dialog.show_known(known(HashtagFacet(("a",), 2, (2,)), HashtagFacet(("b",), 1, (1,))))
    dialog.show_proposals((MergeProposal("a", "b", 0.9, MergeReason.MEANING),))
    assert titles(dialog.proposals.list) == ["#b  →  #a"]
    assert "nonsense" not in texts(dialog.proposals)


def test_what_is_one_is_found_by_any_spelling_and_taken_apart(
    qtbot: QtBot, open_window: OpenWindow, tagged: LibraryPlace
):
    with LibraryWriter(tagged) as writer:
        writer.apply(MergeHashtags((SLIP,), RIGHT))
    session = opened(qtbot, open_window, tagged)
    session.window.hashtag_merging.open_tidying()
    dialog = session.window.hashtag_merging.dialog
    assert isinstance(dialog, TidyDialog)
    page = dialog.spellings
    dialog.tabs.setCurrentWidget(page)
    everything = ["#dog", "#dog", "#강아지", "#dogs", f"#{RIGHT}", f"#{RIGHT}", f"#{SLIP}"]
    wait(qtbot, lambda: titles(page.list) == everything)
    page.filter.setText("강")
    assert titles(page.list) == everything[:4]
    qtbot.keyClicks(page.filter, "xyz")
    assert "No hashtag has this in it" in texts(page)
    page.filter.clear()
    click_action(qtbot, page.list, f"#{SLIP}", 0)
    wait(qtbot, lambda: titles(page.list) == everything[:4])
    assert frozenset({SLIP}) in groups(tagged)
    qtbot.keyClick(page.filter, Qt.Key.Key_Return)
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.list.currentIndex().data() == "#강아지"
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    wait(qtbot, lambda: frozenset({"강아지"}) in groups(tagged))
    assert ("dog", "강아지") in apart(tagged)


def known(*hashtags: HashtagFacet, apart: tuple[tuple[str, str], ...] = ()) -> KnownHashtags:
    return KnownHashtags.of(hashtags, apart)


def test_proposals_stand_for_hashtags_as_they_are_now():
    hashtags = [
        HashtagFacet(("a", "a2"), 3, (2, 1)),
        HashtagFacet(("b",), 5, (5,)),
        HashtagFacet(("c",), 1, (1,)),
    ]
    proposals = [
        MergeProposal("a", "b", 0.9, MergeReason.SPELLING),
        MergeProposal("b", "a2", 0.8, MergeReason.MEANING),
        MergeProposal("a", "a2", 0.8, MergeReason.MEANING),
        MergeProposal("a", "c", 0.8, MergeReason.MEANING),
        MergeProposal("a", "gone", 0.8, MergeReason.MEANING),
    ]
    found = open_proposals(proposals, known(*hashtags, apart=(("a2", "c"), ("gone", "a"))))
    assert [(one.kept.hashtag, one.other.hashtag) for one in found] == [("b", "a")]
    found = open_proposals(proposals, known(*hashtags))
    assert [(one.kept.hashtag, one.other.hashtag) for one in found] == [("b", "a"), ("a", "c")]


def test_a_long_list_has_no_widget_for_a_row(qtbot: QtBot):
    rows = ActionList(has_two_lines=True)
    qtbot.addWidget(rows)
    rows.resize(400, 300)
    rows.show()
    few = len(rows.findChildren(QWidget))
    rows.show_rows([Row(f"#{number}", actions=("Merge", "Keep apart")) for number in range(20_000)])
    assert len(rows.findChildren(QWidget)) == few
    acted: list[tuple[list[int], int]] = []
    rows.acted.connect(lambda numbers, action: acted.append((numbers, action)))
    click_action(qtbot, rows, "#19999", 1)
    assert acted == [([19_999], 1)]
    # Beside the buttons a click selects, and one that slips off the button does nothing.
    area = rows.visualRect(rows.rows.index(19_998))
    qtbot.mouseClick(rows.viewport(), LEFT, NONE, area.topLeft() + QPoint(20, 10))
    assert rows.currentIndex().row() == 19_998
    qtbot.mousePress(rows.viewport(), LEFT, NONE, rows.center_of_action(19_998, 0))
    qtbot.mouseRelease(rows.viewport(), LEFT, NONE, rows.center_of_action(19_998, 1))
    assert len(acted) == 1


def test_the_row_model_keeps_qts_rules(qtmodeltester: ModelTester):
    model = RowModel()
    model.show_rows([Row("#dog", is_heading=True), Row("#dogs", "a", "2", ("Separate",))])
    qtmodeltester.check(model)


def test_pictures_with_hashtags_that_do_not_fit_are_offered_until_all_fit(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    with LibraryReader(library) as reader:
        details = list(reader.details(reader.listing(Filter()).ids))
    misfits = [one for one in details if one.slides == 1 and one.hashtags][:3]
    with LibraryWriter(library) as writer:
        # What the model says of the sample is another matter.
        writer.store_misfits({one.id: [] for one in details})
    session = opened(qtbot, open_window, library)
    window = session.window
    name = "Hashtags that don't fit"
    assert window.sidebar.item_named(name) is None
    with LibraryWriter(library) as writer:
        writer.store_misfits({one.id: [(one.hashtags[0], 0.9)] for one in misfits})
        window.show_filter(Filter())
        wait(qtbot, lambda: window.sidebar.item_named(name) is not None)
        review = window.sidebar.item_named("To review")
        assert review is not None
        assert window.sidebar.tree.indexBelow(review.index()).data() == name
        click_sidebar(qtbot, session, name)
        wait_for_pictures(qtbot, session, len(misfits))
        assert [chip.text() for chip in window.top_bar.chips.buttons()] == [f"{name}  ✕"]
        writer.store_misfits({one.id: [] for one in misfits})
        window.show_filter(Filter(has_misfits=True))
    wait(qtbot, lambda: window.pages.currentWidget() is window.pages.no_result)
    assert "All hashtags fit their pictures" in texts(window.pages.no_result)
    click_sidebar(qtbot, session, name)
    wait_for_pictures(qtbot, session, len(details))


def test_keeping_apart_is_known_by_any_spelling(tagged: LibraryPlace):
    with LibraryWriter(tagged) as writer:
        writer.apply(KeepApart("강아지", "SEA"))
    with LibraryReader(tagged) as reader:
        hashtags = KnownHashtags.of(reader.hashtags(Filter(), ""), reader.own_hashtags.kept_apart())
    dog, sea = hashtags.named("dogs"), hashtags.named("sea")
    assert dog is not None
    assert sea is not None
    assert hashtags.are_apart(sea, dog)
    assert not hashtags.are_apart(dog, dog)
