"""Commands as menus and keys: each has its own, each runs; a plain key belongs to the control in focus."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from hormoneviz.session.session import Session
from hormoneviz.shell.menus import ORDER, CommandAction, is_plain
from hormoneviz.shell.window import MainWindow


def actions(window: MainWindow) -> dict[str, CommandAction]:
    """The commands of the window, by id."""
    return {action.command.id: action for action in window.findChildren(CommandAction)}


def test_every_command_has_an_id_and_keys_of_its_own(window: MainWindow) -> None:
    found = window.findChildren(CommandAction)
    assert len(found) > 20
    assert max(Counter(action.command.id for action in found).values()) == 1
    keys = Counter(QKeySequence(key).toString() for action in found for key in action.command.keys)
    assert "" not in keys
    assert keys.most_common(1)[0][1] == 1


def test_every_command_is_in_a_menu_and_says_its_key(window: MainWindow) -> None:
    for action in window.findChildren(CommandAction):
        assert action.command.menu.partition("/")[0] in ORDER
        assert action in [a for menu in window._menus._menus.values() for a in menu.actions()]
        assert not action.shortcut().isEmpty() or "\t" in action.text()


@pytest.mark.timeout(180)  # each theme and size of text dresses the whole window anew
@pytest.mark.parametrize("menu", [menu for menu in ORDER if menu != "Lecture"])
def test_every_command_runs_in_a_real_window(window: MainWindow, dialogs, menu: str) -> None:
    ran = 0
    for _ in range(2):
        for name, action in actions(window).items():
            if name != "quit" and action.command.menu.partition("/")[0] == menu:
                action.trigger()
                QApplication.processEvents()
                ran += 1
    assert ran >= 2
    assert window.isVisible()
    assert (set(dialogs.shown) >= {"About", "KeyHelp"}) == (menu == "Help")


def test_quit_closes_the_window(window: MainWindow) -> None:
    actions(window)["quit"].trigger()
    assert not window.isVisible()


def test_a_menu_offers_only_what_can_be_done(window: MainWindow, session: Session) -> None:
    undo, redo = actions(window)["undo"], actions(window)["redo"]
    menu = window._menus.menu("Edit")
    menu.aboutToShow.emit()
    assert (undo.isEnabled(), redo.isEnabled()) == (False, False)
    session.set_tissue("muscle")
    menu.aboutToShow.emit()
    assert (undo.isEnabled(), redo.isEnabled()) == (True, False)


@pytest.mark.parametrize("key", ["Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y"])
def test_undo_by_key_does_nothing_where_there_is_nothing(
    window: MainWindow, session: Session, key: str
) -> None:
    before = session.film
    (action,) = [a for a in actions(window).values() if QKeySequence(key) in a.shortcuts()]
    action.trigger()
    assert session.film is before


def test_plain_keys_act_when_no_control_has_the_focus(qtbot, window: MainWindow, session: Session) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Space)
    assert session.is_playing
    qtbot.keyClick(window, Qt.Key.Key_Space)
    assert not session.is_playing
    qtbot.keyClick(window, Qt.Key.Key_End)
    assert session.time == session.film.duration
    qtbot.keyClick(window, Qt.Key.Key_Comma)
    assert session.time < session.film.duration


def test_a_plain_key_that_a_button_wants_is_the_buttons(qtbot, window: MainWindow, session: Session) -> None:
    button = QPushButton("Mine", window.centralWidget())
    pressed: list[bool] = []
    button.pressed.connect(lambda: pressed.append(True))
    button.show()
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert len(pressed) == 1
    assert not session.is_playing


def test_what_is_typed_into_a_field_is_text(qtbot, window: MainWindow, session: Session) -> None:
    field = QLineEdit(window.centralWidget())
    field.show()
    field.setFocus()
    qtbot.keyClicks(field, "1. 2, [x]")
    assert field.text() == "1. 2, [x]"
    assert (session.is_playing, session.time, session.speed) == (False, 0.0, 1.0)


@pytest.mark.parametrize(
    ("key", "plain"), [("Space", True), (".", True), ("Home", True), ("F1", False), ("Ctrl+S", False)]
)
def test_a_plain_key_stands_alone(key: str, plain: bool) -> None:
    assert is_plain(key) is plain
