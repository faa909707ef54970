"""Hashtags are accepted, rejected, added and copied, and others are suggested in their place."""

from conftest import OpenWindow, close
from hashtag_actions import (
    choose,
    click,
    copied,
    detail_of,
    details_of,
    eventually,
    fitting,
    menu_of,
    present,
    reject,
    section,
    show,
    suggested,
    well_suggested,
)
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from window_actions import wait_for_pictures

from organizer.indexing.hashtag_options import HashtagOptions, read_options
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.writer import LibraryWriter
from organizer.tagging.hashtag_lines import HashtagLanguage, HashtagOrder
from organizer.tagging.vocabulary import load_groups
from organizer.ui.app import Session
from organizer.ui.settings.hashtag_page import HashtagPage
from organizer.ui.views.hashtag_chip import ChipKind

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def options_of(session: Session) -> HashtagPage:
    """Opens the settings where the user says how hashtags are suggested."""
    session.window.menu.suggestions_requested.emit()
    assert session.window.settings.pages is not None
    return session.window.settings.pages.hashtags


def type_hashtags(qtbot: QtBot, session: Session, text: str) -> None:
    line = section(session).present.field.line
    line.setFocus()
    line.setText(text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_an_accepted_hashtag_is_kept_and_another_one_is_suggested(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    detail = well_suggested(library)
    hashtag = detail.suggestions[0].hashtag
    session = open_window(library)
    show(qtbot, session, detail)
    click(qtbot, session, hashtag)
    assert section(session).present.chips.button(hashtag).chip.kind is ChipKind.ACCEPTED
    assert hashtag not in suggested(session)
    eventually(qtbot, lambda: detail_of(library, detail.id).accepted == (hashtag,))
    rest = [one.hashtag for one in detail.suggestions[1:]]
    eventually(qtbot, lambda: len(suggested(session)) == 5)
    assert suggested(session)[:4] == rest
    assert present(session) == [*detail.hashtags, hashtag]


def test_a_rejected_hashtag_is_never_offered_again(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    detail = well_suggested(library)
    hashtag = detail.suggestions[0].hashtag
    session = open_window(library)
    show(qtbot, session, detail)
    reject(qtbot, session, hashtag)
    assert hashtag not in suggested(session)
    assert hashtag not in present(session)
    eventually(qtbot, lambda: len(suggested(session)) == 5)
    assert hashtag not in suggested(session)
    close(session)
    again = open_window(library)
    choose(qtbot, again, [detail.id])
    eventually(qtbot, lambda: len(suggested(again)) == 5)
    assert hashtag not in suggested(again)
    assert detail_of(library, detail.id).rejected == (hashtag,)


def test_accept_all_leaves_out_what_only_goes_with_the_others(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    detail = next(
        one for one in details_of(library) if 1 < len(fitting(one)) < len(one.suggestions)
    )
    session = open_window(library)
    show(qtbot, session, detail)
    qtbot.mouseClick(section(session).suggested.accept_all, LEFT)
    assert present(session) == [*detail.hashtags, *fitting(detail)]
    eventually(qtbot, lambda: set(detail_of(library, detail.id).accepted) == set(fitting(detail)))
    qtbot.keyClick(session.window, Qt.Key.Key_Z, CONTROL)
    eventually(qtbot, lambda: detail_of(library, detail.id).accepted == ())


def test_what_was_accepted_is_taken_back_and_offered_again(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    detail = well_suggested(library)
    hashtag = fitting(detail)[0]
    session = open_window(library)
    show(qtbot, session, detail)
    click(qtbot, session, hashtag)
    eventually(qtbot, lambda: len(suggested(session)) == 5)
    back = section(session).present.chips.button(hashtag).close_button
    assert back is not None
    qtbot.mouseClick(back, LEFT)
    assert hashtag not in present(session)
    eventually(qtbot, lambda: hashtag in suggested(session))
    assert detail_of(library, detail.id).accepted == ()


def test_what_was_done_is_undone_and_done_again(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    detail = well_suggested(library)
    first, second = (one.hashtag for one in detail.suggestions[:2])
    session = open_window(library)
    show(qtbot, session, detail)
    click(qtbot, session, first)
    reject(qtbot, session, second)
    eventually(qtbot, lambda: detail_of(library, detail.id).rejected == (second,))
    qtbot.keyClick(session.window, Qt.Key.Key_Z, CONTROL)
    eventually(qtbot, lambda: second in suggested(session))
    qtbot.keyClick(session.window, Qt.Key.Key_Z, CONTROL)
    eventually(qtbot, lambda: first in suggested(session) and first not in present(session))
    qtbot.keyClick(session.window, Qt.Key.Key_Z, CONTROL | SHIFT)
    eventually(qtbot, lambda: first in present(session) and first not in suggested(session))


def test_chips_are_worked_through_by_keyboard(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    detail = well_suggested(library)
    first, second, third = (one.hashtag for one in detail.suggestions[:3])
    session = open_window(library)
    show(qtbot, session, detail)
    chips = section(session).suggested.chips
    chips.button(first).setFocus()
    qtbot.keyClick(chips.button(first), Qt.Key.Key_Return)
    assert first in present(session)
    assert chips.button(second).hasFocus()
    qtbot.keyClick(chips.button(second), Qt.Key.Key_Delete)
    assert second not in suggested(session)
    assert chips.button(third).hasFocus()
    eventually(qtbot, lambda: detail_of(library, detail.id).accepted == (first,))
    eventually(qtbot, lambda: detail_of(library, detail.id).rejected == (second,))
    assert chips.button(third).hasFocus()
    qtbot.keyClick(chips.button(third), Qt.Key.Key_Right)
    assert chips.buttons()[1].hasFocus()


def test_tab_leads_through_the_chips_in_the_order_in_which_they_are_seen(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    detail = well_suggested(library)
    session = open_window(library)
    show(qtbot, session, detail)
    part = section(session)
    expected = [
        *part.present.chips.buttons(),
        part.present.field.line,
        part.suggested.accept_all,
        part.suggested.options,
        *part.suggested.chips.buttons(),
        part.copy_row.button,
        part.copy_row.menu_button,
    ]
    expected[0].setFocus()
    for widget in expected:
        assert widget.hasFocus(), widget.accessibleName()
        qtbot.keyClick(widget, Qt.Key.Key_Tab)


def test_typed_and_pasted_hashtags_are_accepted(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    detail = details_of(library)[0]
    session = open_window(library)
    choose(qtbot, session, [detail.id])
    type_hashtags(qtbot, session, "#첫눈 ＃우리집, firstsnow")
    expected = ("firstsnow", "우리집", "첫눈")
    eventually(qtbot, lambda: tuple(sorted(detail_of(library, detail.id).accepted)) == expected)
    assert section(session).present.field.line.text() == ""
    # There is nothing to undo in the empty line.
    qtbot.keyClick(section(session).present.field.line, Qt.Key.Key_Z, CONTROL)
    eventually(qtbot, lambda: detail_of(library, detail.id).accepted == ())


def test_what_is_no_hashtag_stays_in_the_line(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library, begin=False)
    choose(qtbot, session, [details_of(library)[0].id])
    type_hashtags(qtbot, session, "2023")
    assert section(session).present.field.line.text() == "2023"
    assert "no hashtag" in section(session).present.field.complaint


def test_accepted_hashtags_are_copied_in_the_chosen_language_and_order(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    detail = details_of(library)[0]
    session = open_window(library)
    choose(qtbot, session, [detail.id])
    type_hashtags(qtbot, session, "sea")
    type_hashtags(qtbot, session, "강아지")
    type_hashtags(qtbot, session, "ourhouse")
    row = section(session).copy_row
    eventually(qtbot, lambda: row.button.text() == "Copy 3/5")
    assert copied(qtbot, session) == ["sea", "강아지", "ourhouse"]
    row.choice(HashtagLanguage.KOREAN).trigger()
    assert copied(qtbot, session) == ["바다", "강아지", "ourhouse"]
    row.choice(HashtagLanguage.ENGLISH).trigger()
    row.choice(HashtagOrder.ALPHABETICAL).trigger()
    assert copied(qtbot, session) == ["dog", "ourhouse", "sea"]
    assert session.window.banner.isVisible()
    close(session)
    again = open_window(library)
    choose(qtbot, again, [detail.id])
    eventually(qtbot, lambda: len(present(again)) == len(detail.hashtags) + 3)
    assert copied(qtbot, again) == ["dog", "ourhouse", "sea"]


def test_the_most_used_hashtags_come_first_when_that_is_wanted(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    detail = details_of(library)[0]
    with LibraryReader(library) as reader:
        uses = [one for one in reader.own_hashtags.uses() if one.hashtag not in detail.hashtags]
    most, least = uses[0], uses[-1]
    assert most.count > least.count + 1
    session = open_window(library)
    choose(qtbot, session, [detail.id])
    type_hashtags(qtbot, session, f"neverused {least.hashtag} {most.hashtag}")
    section(session).copy_row.choice(HashtagOrder.MOST_USED).trigger()
    wanted = [most.hashtag, least.hashtag, "neverused"]
    eventually(qtbot, lambda: sorted(copied(qtbot, session)) == sorted(wanted))
    eventually(qtbot, lambda: copied(qtbot, session) == wanted)


def test_more_than_the_limit_is_said(qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace):
    session = open_window(library)
    choose(qtbot, session, [details_of(library)[0].id])
    row = section(session).copy_row
    type_hashtags(qtbot, session, "one two three four five")
    eventually(qtbot, lambda: row.button.text() == "Copy 5/5")
    assert row.warning == ""
    type_hashtags(qtbot, session, "six")
    assert row.button.text() == "Copy 6/5"
    assert "6 hashtags are more than your limit of 5" in row.warning


def test_a_higher_limit_gives_more_suggestions_and_is_kept(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    detail = well_suggested(library)
    session = open_window(library)
    show(qtbot, session, detail)
    page = options_of(session)
    assert page.limit.value() == 5
    assert not any(box.isChecked() for box in page.groups.values())
    page.limit.setValue(10)
    eventually(qtbot, lambda: 5 < len(suggested(session)) <= 10)
    assert section(session).copy_row.button.text().endswith("/10")
    with LibraryReader(library) as reader:
        assert read_options(reader) == HashtagOptions(limit=10)


def test_a_popular_group_fills_what_is_left_when_it_is_ticked(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    group = next(one for one in load_groups() if one.id == "like")
    popular = {*group.ko, *group.en}
    # There is little to say of a cup of coffee.
    detail = next(one for one in details_of(library) if "커피" in one.hashtags)
    session = open_window(library, language="ko")
    show(qtbot, session, detail)
    page = options_of(session)
    assert page.groups["like"].text() == group.name_ko
    page.groups["like"].setChecked(True)
    page.limit.setValue(20)
    eventually(qtbot, lambda: len(suggested(session)) == 20)
    found = [one for one in suggested(session) if one in popular]
    assert found
    assert suggested(session)[-len(found) :] == found


def test_what_was_just_changed_is_kept_when_the_settings_are_closed_at_once(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    session = open_window(library)
    wait_for_pictures(qtbot, session)
    page = options_of(session)
    page.limit.setValue(12)
    qtbot.waitUntil(session.window.settings.dialog.isActiveWindow)
    qtbot.keyClick(session.window.settings.dialog, Qt.Key.Key_Escape)
    assert session.window.settings.dialog is None

    def limit() -> int:
        with LibraryReader(library) as reader:
            return read_options(reader).limit

    eventually(qtbot, lambda: limit() == 12)


def test_a_hashtag_that_does_not_fit_is_marked_until_the_user_says_that_it_does(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    detail = next(one for one in details_of(library) if one.hashtags)
    hashtag = detail.hashtags[0]
    slides = [one for one in details_of(library) if one.caption == detail.caption]
    with LibraryWriter(library) as writer:
        writer.store_misfits({one.id: [(hashtag, 0.1)] for one in slides})
    session = open_window(library)
    choose(qtbot, session, [detail.id])
    chip = section(session).present.chips.button(hashtag)
    assert chip.chip.kind is ChipKind.MISFIT
    assert "not seem to fit" in chip.accessibleDescription()
    menu_of(session, hashtag)["It fits"].trigger()
    assert section(session).present.chips.button(hashtag).chip.kind is ChipKind.WRITTEN
    eventually(qtbot, lambda: detail_of(library, detail.id).misfits == ())
    assert detail_of(library, detail.id).accepted == ()
    assert "It fits" not in menu_of(session, hashtag)


def test_one_hashtag_is_copied_from_its_menu_and_shown_by_a_click(
    qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace
):
    detail = next(one for one in details_of(library) if one.hashtags)
    hashtag = detail.hashtags[0]
    session = open_window(library, begin=False)
    choose(qtbot, session, [detail.id])
    menu_of(session, hashtag)["Copy"].trigger()
    assert QGuiApplication.clipboard().text() == f"#{hashtag}"
    qtbot.mouseClick(section(session).present.chips.button(hashtag), LEFT)
    with LibraryReader(library) as reader:
        count = len(reader.listing(Filter(hashtags=(hashtag.casefold(),))))
    wait_for_pictures(qtbot, session, count)
