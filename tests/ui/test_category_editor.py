"""Categories are made, changed, removed and restored in the window, and the pictures follow."""

from collections.abc import Callable
from dataclasses import replace
from unicodedata import normalize

import pytest
from conftest import OpenWindow, close
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_actions import PATIENCE, click_sidebar, wait_for_pictures

from organizer.library.edits import DecideCategory
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.tagging.categories import load_categories
from organizer.tagging.records import Category
from organizer.tagging.rules import RuleFault
from organizer.ui.app import Session
from organizer.ui.category_editor.dialog import CategoryEditor
from organizer.ui.category_editor.listing import CategoryList
from organizer.ui.error_messages import RULE_FAULTS
from organizer.ui.theme import ThemeChoice
from organizer.ui.translation import Language


@pytest.fixture
def session(qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace) -> Session:
    return ready(qtbot, open_window(library))


@pytest.fixture
def korean_session(qtbot: QtBot, open_window: OpenWindow, library: LibraryPlace) -> Session:
    return ready(qtbot, open_window(library, "ko"))


def ready(qtbot: QtBot, session: Session) -> Session:
    wait_for_pictures(qtbot, session)
    return session


def wait(qtbot: QtBot, condition: Callable[[], bool]) -> None:
    qtbot.waitUntil(condition, timeout=PATIENCE)


def open_editor(session: Session, category_id: str | None = None) -> CategoryEditor:
    editing = session.window.category_editing
    if category_id is None:
        editing.create()
    else:
        editing.edit(category_id)
    editor = editing.editor
    assert editor is not None
    return editor


def open_list(qtbot: QtBot, session: Session) -> CategoryList:
    offered = {action.text(): action for action in session.window.menu.actions()}
    offered["Categories…"].trigger()
    listing = session.window.category_editing.listing
    assert listing is not None
    wait(qtbot, lambda: any(row[1] != "–" for row in listing.rows()))
    return listing


def type_into(qtbot: QtBot, widget: object, text: str) -> None:
    widget.setFocus()
    if text.isascii():
        qtbot.keyClicks(widget, text)
        return
    # Korean comes from an input method, syllable by syllable.
    for syllable in text:
        QApplication.sendEvent(widget, QInputMethodEvent(syllable, []))
        finished = QInputMethodEvent()
        finished.setCommitString(syllable)
        QApplication.sendEvent(widget, finished)


def click(qtbot: QtBot, button: object) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def kept(library: LibraryPlace, name: str) -> Category | None:
    with LibraryReader(library) as reader:
        found = [one for one in reader.categories() if name in (one.id, one.name_en, one.name_ko)]
    return found[0] if found else None


def pictures_in(library: LibraryPlace, category_id: str) -> tuple[int, ...]:
    with LibraryReader(library) as reader:
        return tuple(sorted(map(int, reader.listing(Filter(categories=(category_id,))).ids)))


def decisions(library: LibraryPlace, category_id: str) -> set[tuple[int, bool]]:
    with LibraryReader(library) as reader:
        return {(one[0], one[2]) for one in reader.learning.decisions() if one[1] == category_id}


def decide(session: Session, media_id: int, category_id: str, is_in: bool) -> None:
    session.workers.history.do("Decide", DecideCategory((media_id,), category_id, is_in))


def select(session: Session, *rows: int) -> tuple[int, ...]:
    """Selects the pictures in `rows`; returns their ids."""
    window = session.window
    window.gallery.selectionModel().clear()
    window.gallery.setCurrentIndex(window.model.index(rows[0]))
    for row in rows:
        index = window.model.index(row)
        window.gallery.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
    return tuple(window.model.id_at(row) for row in rows)


def test_a_category_of_korean_phrases_is_made_taken_back_and_made_again(
    qtbot: QtBot, korean_session: Session, library: LibraryPlace
):
    session = korean_session
    click_new = session.window.sidebar.category_menu.new_requested
    click_new.emit()
    editor = session.window.category_editing.editor
    assert editor is not None
    type_into(qtbot, editor.names.korean, "카페")
    assert editor.names.english.placeholderText() == "Cafe"
    phrases = editor.meaning.phrases
    type_into(qtbot, phrases.edit, "커피 한 잔\n흐물흐물한 커피\n흐물흐물")
    wait(qtbot, lambda: len(phrases.explained()) == 3)
    understood, partly, not_at_all = phrases.explained()
    assert understood.startswith("커피 한 잔 → ")
    assert "coffee" in understood
    assert "흐물흐물한" in partly.split("→")[1]
    assert "→" not in not_at_all
    wait(qtbot, lambda: len(editor.preview.strip.shown()) > 0)
    click(qtbot, editor.save_button)
    wait(qtbot, lambda: bool((made := kept(library, "카페")) and pictures_in(library, made.id)))
    made = kept(library, "카페")
    assert made is not None
    assert made.phrases == ("커피 한 잔", "흐물흐물한 커피", "흐물흐물")
    assert made.name_en == "Cafe"
    held = pictures_in(library, made.id)
    wait(qtbot, lambda: session.window.sidebar.item_named("카페") is not None)
    session.workers.history.undo()
    wait(qtbot, lambda: session.window.sidebar.item_named("카페") is None)
    assert kept(library, "카페") is None
    assert pictures_in(library, made.id) == ()
    session.workers.history.redo()
    wait(qtbot, lambda: pictures_in(library, made.id) == held)
    assert kept(library, "카페") == made


def test_what_the_preview_shows_is_what_is_filed(
    qtbot: QtBot, session: Session, library: LibraryPlace
):
    editor = open_editor(session)
    editor.meaning.phrases.edit.setPlainText("a cup of coffee\nan espresso")
    assert editor.preview.is_looking
    wait(qtbot, lambda: not editor.preview.is_looking)
    told = editor.preview.text()
    type_into(qtbot, editor.names.english, "Cafes")
    # A name alone asks nothing: the pictures are the same.
    assert not editor.preview.is_looking
    editor.save()
    wait(qtbot, lambda: bool((made := kept(library, "Cafes")) and pictures_in(library, made.id)))
    made = kept(library, "Cafes")
    assert made is not None
    assert told.startswith(f"{len(pictures_in(library, made.id))} picture")


def test_only_the_newest_question_is_answered(qtbot: QtBot, session: Session):
    editor = open_editor(session)
    answered: list[int] = []
    session.workers.indexing.previewed.connect(lambda number, _ids: answered.append(number))
    for text in ("a cup of coffee", "a motorcycle", "a cat"):
        editor.meaning.phrases.edit.setPlainText(text)
    wait(qtbot, lambda: not editor.preview.is_looking)
    assert len(answered) == 1
    shown, told = editor.preview.strip.shown(), editor.preview.text()
    # An answer to somebody else's question.
    session.workers.indexing.previewed.emit(answered[0] + 1000, [1])
    assert (editor.preview.strip.shown(), editor.preview.text()) == (shown, told)


def test_a_category_without_a_name_cannot_be_saved(qtbot: QtBot, session: Session):
    editor = open_editor(session)
    editor.meaning.phrases.edit.setPlainText("a dog")
    assert not editor.save_button.isEnabled()
    editor.save()
    assert session.window.category_editing.editor is editor
    type_into(qtbot, editor.names.korean, "강아지")
    assert editor.save_button.isEnabled()
    assert editor.names.english.placeholderText() == "Dog"


def test_a_broken_rule_is_marked_at_the_character_and_cannot_be_saved(
    qtbot: QtBot, session: Session, library: LibraryPlace
):
    editor = open_editor(session)
    type_into(qtbot, editor.names.english, "Dogs")
    editor.meaning.by_rule.click()
    rule = editor.meaning.rule
    rule.edit.setFocus()
    rule.edit.setPlainText("dog and aminal or cat")
    wait(qtbot, lambda: rule.edit.marked() is not None)
    assert rule.edit.marked() == "aminal"
    assert rule.note.text() == "There is no concept “aminal”; is “animal” meant?"
    assert not editor.save_button.isEnabled()
    rule.edit.setPlainText("dog or cat")
    assert rule.edit.marked() is None
    assert rule.note.text() == ""
    click(qtbot, editor.save_button)
    wait(qtbot, lambda: bool((made := kept(library, "Dogs")) and pictures_in(library, made.id)))
    made = kept(library, "Dogs")
    assert made is not None
    assert (made.rule, made.phrases) == ("dog or cat", ())


@pytest.mark.parametrize(
    ("rule", "marked"),
    [
        (normalize("NFD", "강아지 또는 고양쥐"), normalize("NFD", "고양쥐")),
        ("🐶 or dog", "🐶"),
        ("dog & 🐶", "🐶"),
        ("dog and", ""),
        ("(dog", ""),
    ],
)
def test_the_mark_is_right_whatever_the_letters_are(session: Session, rule: str, marked: str):
    editor = open_editor(session)
    editor.meaning.by_rule.click()
    editor.meaning.rule.edit.setPlainText(rule)
    editor.meaning.rule.edit.left.emit()
    assert editor.meaning.rule.edit.marked() == marked
    # The place where something is missing is painted, not underlined.
    assert not editor.grab().isNull()
    editor.reject()


def test_nobody_is_nagged_in_the_middle_of_a_word(qtbot: QtBot, session: Session):
    editor = open_editor(session)
    editor.meaning.by_rule.click()
    rule = editor.meaning.rule
    rule.edit.setFocus()
    wait(qtbot, rule.edit.hasFocus)
    qtbot.keyClicks(rule.edit, "dog and ca")
    assert rule.error is not None
    assert rule.error.fault in (RuleFault.UNKNOWN, RuleFault.MISSPELT)
    assert rule.edit.marked() is None
    assert rule.note.text() == ""
    assert not editor.save_button.isEnabled()
    editor.names.english.setFocus()
    wait(qtbot, lambda: rule.edit.marked() == "ca")


def test_names_of_concepts_are_completed_in_the_windows_language(
    qtbot: QtBot, korean_session: Session
):
    editor = open_editor(korean_session)
    editor.meaning.by_rule.click()
    edit = editor.meaning.rule.edit
    type_into(qtbot, edit, "강아지 또는 고양")
    assert edit.completer.popup().isVisible()
    assert edit.completer.currentCompletion() == "고양이"
    edit.completer.activated.emit("고양이")
    assert edit.toPlainText() == "강아지 또는 고양이"
    assert editor.meaning.rule.error is None
    edit.completer.popup().hide()


def test_every_fault_of_a_rule_has_a_sentence_in_the_window():
    assert set(RULE_FAULTS) == {fault.value for fault in RuleFault}


def test_words_that_the_model_does_not_hear_are_told(qtbot: QtBot, session: Session):
    editor = open_editor(session)
    phrases = editor.meaning.phrases
    phrases.edit.setPlainText("사람이 없는 바다\na dog, not a cat")
    wait(qtbot, lambda: "없는" in phrases.note.text())
    assert "not" in phrases.note.text()
    phrases.edit.setPlainText("바다")
    wait(qtbot, lambda: phrases.note.text() == "")


def test_too_many_phrases_cannot_be_saved(qtbot: QtBot, session: Session):
    editor = open_editor(session)
    type_into(qtbot, editor.names.english, "All")
    editor.meaning.phrases.edit.setPlainText("\n".join(f"thing {n}" for n in range(201)))
    assert not editor.save_button.isEnabled()
    wait(qtbot, lambda: "200" in editor.meaning.phrases.note.text())


def test_the_selected_pictures_are_examples_and_one_undo_takes_all_back(
    qtbot: QtBot, session: Session, library: LibraryPlace
):
    ids = select(session, 0, 1, 2)
    editor = open_editor(session)
    assert editor.examples.box.isChecked()
    assert editor.examples.strip.shown() == ids
    type_into(qtbot, editor.names.english, "Favourites of mine")
    click(qtbot, editor.save_button)
    wait(qtbot, lambda: kept(library, "Favourites of mine") is not None)
    made = kept(library, "Favourites of mine")
    assert made is not None
    assert decisions(library, made.id) == {(id, True) for id in ids}
    wait(qtbot, lambda: set(ids) <= set(pictures_in(library, made.id)))
    session.workers.history.undo()
    wait(qtbot, lambda: kept(library, "Favourites of mine") is None)
    assert decisions(library, made.id) == set()
    session.workers.history.redo()
    wait(qtbot, lambda: decisions(library, made.id) == {(id, True) for id in ids})


def test_a_new_category_from_the_detail_panel_holds_the_picture(
    qtbot: QtBot, session: Session, library: LibraryPlace
):
    (media_id,) = select(session, 3)
    menu = session.window.details.categories.add_menu
    wait(qtbot, lambda: bool(menu.actions()))
    last = menu.actions()[-1]
    assert last.text() == "New category…"
    last.trigger()
    editor = session.window.category_editing.editor
    assert editor is not None
    assert editor.examples.chosen() == (media_id,)
    type_into(qtbot, editor.names.english, "Mine")
    editor.save()
    wait(qtbot, lambda: bool((made := kept(library, "Mine")) and decisions(library, made.id)))
    made = kept(library, "Mine")
    assert made is not None
    assert media_id in pictures_in(library, made.id)


def test_one_picture_that_is_only_looked_at_is_no_example(session: Session):
    select(session, 0)
    editor = open_editor(session)
    assert editor.examples.box.isVisible()
    assert editor.examples.chosen() == ()


def test_a_changed_default_category_files_anew_and_can_be_restored(
    qtbot: QtBot, session: Session, library: LibraryPlace
):
    before = pictures_in(library, "pets")
    original = next(one for one in load_categories() if one.id == "pets")
    editor = open_editor(session, "pets")
    assert not editor.restore_button.isVisible()
    editor.meaning.phrases.edit.setPlainText("a motorcycle")
    editor.colours.swatches()["#4b78db"].click()
    click(qtbot, editor.save_button)
    wait(qtbot, lambda: pictures_in(library, "pets") != before)
    changed = replace(original, colour="#4b78db", phrases=("a motorcycle",))
    assert kept(library, "pets") == changed
    known = session.window.category_editing
    wait(qtbot, lambda: changed in known.categories)
    editor = open_editor(session, "pets")
    assert editor.meaning.phrases.phrases() == ("a motorcycle",)
    click(qtbot, editor.restore_button)
    wait(qtbot, lambda: pictures_in(library, "pets") == before)
    assert kept(library, "pets") == original


def test_nothing_is_done_when_nothing_was_changed(session: Session):
    editor = open_editor(session, "pets")
    editor.save()
    assert session.window.category_editing.editor is None
    assert not session.workers.history.canUndo()


def test_a_removed_category_leaves_the_filter_and_keeps_what_was_decided(
    qtbot: QtBot, session: Session, library: LibraryPlace
):
    window = session.window
    click_sidebar(qtbot, session, "Pets")
    wait_for_pictures(qtbot, session, len(pictures_in(library, "pets")))
    (media_id,) = select(session, 0)
    wait(qtbot, lambda: "Pets: right" in window.details.categories.buttons())
    window.details.categories.buttons()["Pets: right"].click()
    wait(qtbot, lambda: decisions(library, "pets") == {(media_id, True)})
    window.show_filter(replace(window.filter, year=None, categories=("pets", "others")))
    window.sidebar.category_menu.removal_requested.emit("pets")
    wait(qtbot, lambda: kept(library, "pets") is None)
    wait(qtbot, lambda: window.filter == Filter(categories=("others",)))
    assert decisions(library, "pets") == set()
    session.workers.history.undo()
    wait(qtbot, lambda: decisions(library, "pets") == {(media_id, True)})
    wait(qtbot, lambda: window.sidebar.item_named("Pets") is not None)
    assert media_id in pictures_in(library, "pets")


def test_what_is_left_over_must_lie_somewhere(session: Session, library: LibraryPlace):
    editor = open_editor(session, "others")
    assert not editor.remove_button.isVisible()
    assert not editor.meaning.by_rule.isVisible()
    editor.reject()
    session.window.category_editing.remove("others")
    assert kept(library, "others") is not None
    assert not session.workers.history.canUndo()


def test_what_was_learned_of_one_category_is_forgotten(
    qtbot: QtBot, session: Session, library: LibraryPlace
):
    (media_id,) = select(session, 0)
    decide(session, media_id, "beauty", True)
    decide(session, media_id, "travel", True)
    wait(qtbot, lambda: decisions(library, "travel") == {(media_id, True)})
    editor = open_editor(session, "beauty")
    wait(qtbot, editor.forget_button.isEnabled)
    assert "1" in editor.forget_button.text()
    click(qtbot, editor.forget_button)
    wait(qtbot, lambda: not editor.forget_button.isEnabled())
    assert decisions(library, "beauty") == set()
    assert decisions(library, "travel") == {(media_id, True)}
    editor.reject()
    session.workers.history.undo()
    wait(qtbot, lambda: decisions(library, "beauty") == {(media_id, True)})


def test_the_sidebar_opens_its_menu_by_the_keyboard(qtbot: QtBot, session: Session):
    sidebar = session.window.sidebar
    wait(qtbot, lambda: sidebar.item_named("Pets") is not None)
    item = sidebar.item_named("Pets")
    assert item is not None
    point = sidebar.position_of(item)
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, point, sidebar.tree.mapToGlobal(point)
    )
    QApplication.sendEvent(sidebar.tree, event)
    menu = sidebar.category_menu
    assert menu.isVisible()
    offered = {action.text(): action for action in menu.actions()}
    assert list(offered)[:3] == ["Show only this", "Edit…", "Remove"]
    offered["Show only this"].trigger()
    assert session.window.filter == Filter(categories=("pets",))
    menu.hide()
    menu.open_for("others", QPoint(0, 0))
    assert not {one.text(): one for one in menu.actions()}["Remove"].isEnabled()
    menu.hide()


def test_a_row_of_the_sidebar_makes_a_category(qtbot: QtBot, session: Session):
    click_sidebar(qtbot, session, "New category…")
    editor = session.window.category_editing.editor
    assert editor is not None
    assert editor.windowTitle() == "New category"
    assert session.window.filter == Filter()


def test_an_empty_category_of_the_users_is_in_the_sidebar(
    qtbot: QtBot, session: Session, library: LibraryPlace
):
    editor = open_editor(session)
    type_into(qtbot, editor.names.english, "Nowhere")
    editor.meaning.by_rule.click()
    editor.meaning.rule.edit.setPlainText("dog and not dog and not animal and not cat")
    click(qtbot, editor.save_button)
    wait(qtbot, lambda: session.window.sidebar.item_named("Nowhere") is not None)
    made = kept(library, "Nowhere")
    assert made is not None
    assert pictures_in(library, made.id) == ()


def test_all_categories_are_listed_and_can_be_restored(
    qtbot: QtBot, session: Session, library: LibraryPlace
):
    listing = open_list(qtbot, session)
    rows = listing.rows()
    assert len(rows) == 16
    assert not listing.restore_button.isEnabled()
    held = str(len(pictures_in(library, "pets")))
    assert ("Pets", held, "–", "The program") in rows
    names = [row[0] for row in rows]
    listing.tree.setCurrentIndex(listing.tree.model().index(names.index("Pets"), 0))
    click(qtbot, listing.remove_button)
    wait(qtbot, lambda: len(listing.rows()) == 15)
    listing.tree.setCurrentIndex(listing.tree.model().index(0, 0))
    click(qtbot, listing.edit_button)
    editor = session.window.category_editing.editor
    assert editor is not None
    editor.names.english.setText("Clothes")
    editor.save()
    wait(qtbot, lambda: listing.rows()[0][::3] == ("Clothes", "Changed by you"))
    click(qtbot, listing.restore_button)
    wait(qtbot, lambda: [row[0] for row in listing.rows()] == names)
    wait(qtbot, lambda: not listing.restore_button.isEnabled())
    session.workers.history.undo()
    wait(qtbot, lambda: len(listing.rows()) == 15)
    assert kept(library, "Clothes") is not None


def test_all_that_was_learned_is_forgotten_at_once(
    qtbot: QtBot, session: Session, library: LibraryPlace
):
    (media_id,) = select(session, 0)
    decide(session, media_id, "beauty", True)
    decide(session, media_id, "travel", False)
    wait(qtbot, lambda: decisions(library, "travel") == {(media_id, False)})
    listing = open_list(qtbot, session)
    wait(qtbot, listing.forget_button.isEnabled)
    assert "2" in listing.forget_button.text()
    click(qtbot, listing.forget_button)
    wait(qtbot, lambda: not listing.forget_button.isEnabled())
    assert decisions(library, "beauty") == decisions(library, "travel") == set()
    session.workers.history.undo()
    wait(qtbot, lambda: decisions(library, "travel") == {(media_id, False)})


def test_closing_during_the_preview_harms_nothing(qtbot: QtBot, session: Session):
    editor = open_editor(session)
    editor.meaning.phrases.edit.setPlainText("a dog")
    wait(qtbot, lambda: editor.preview.is_asked)
    answered: list[int] = []
    session.workers.indexing.previewed.connect(lambda number, _ids: answered.append(number))
    editor.reject()
    wait(qtbot, lambda: bool(answered))
    assert session.window.category_editing.editor is None
    # Another dialog hears only of its own.
    editor = open_editor(session)
    assert editor.preview.strip.shown() == ()
    close(session)


@pytest.mark.parametrize("is_language", [True, False])
def test_a_new_language_or_theme_waits_for_what_was_begun_in_a_dialog(
    qtbot: QtBot, session: Session, library: LibraryPlace, is_language: bool
):
    old = session.window
    listing = open_list(qtbot, session)
    editor = open_editor(session)
    editor.meaning.phrases.edit.setPlainText("a dog")
    if is_language:
        session.show_language(Language.KOREAN)
    else:
        session.show_theme(ThemeChoice.DARK)
    assert session.window is old
    assert old.category_editing.editor is editor
    editor.reject()
    listing.reject()
    wait(qtbot, lambda: session.window is not old)
    wait_for_pictures(qtbot, session)
    again = open_editor(session)
    type_into(qtbot, again.names.english, "Dogs")
    again.meaning.phrases.edit.setPlainText("a dog")
    wait(qtbot, lambda: not again.preview.is_looking)
    again.save()
    wait(qtbot, lambda: kept(library, "Dogs") is not None)


def test_what_can_be_taken_back_is_named(session: Session):
    actions = session.window.menu.actions()
    assert actions[0].text() == "Undo"
    assert not actions[0].isEnabled()
    session.window.category_editing.remove("pets")
    assert actions[0].text() == "Undo: Remove Pets"
    session.workers.history.undo()
    assert actions[1].text() == "Redo: Remove Pets"
