"""The back-row check of the whole window: called from the menu, and told by the panels what they write."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest

from hormoneviz.exchange.find import find_scenario
from hormoneviz.session.session import Session
from hormoneviz.shell.window import MainWindow
from hormoneviz.views.backrow.texts import silent, texts_of

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_a_key_and_the_view_menu_open_it(window: MainWindow, dialogs) -> None:
    QTest.keyClick(window, Qt.Key.Key_B, BOTH)
    assert dialogs.shown == ["BackRow"]
    action = window.findChild(QAction, "back_row")
    assert action is not None
    assert action.text() == "Back-row check"
    assert [menu.title() for menu in action.associatedObjects() if hasattr(menu, "title")] == ["&View"]


def test_cell_body_pathway_and_plots_say_what_is_written_in_them(
    window: MainWindow, session: Session, qapp
) -> None:
    window.resize(1600, 1000)
    session.load(find_scenario("02-meal-inflamed"))
    session.seek(60.0)
    for _ in range(4):
        qapp.processEvents()
    words = window.look.words
    texts = {text.text for text in texts_of(window)}
    assert {words.label("IR"), "1 h 00 min into the meal"} <= texts  # the cell
    assert words.label("IRS1_Y") in texts  # the pathway
    assert words.say("plot_surface") in texts
    assert {"Pancreas", "HOMA-IR"} <= texts  # the body
    assert {"File", words.say("tab_why")} <= texts  # what every window has
    spoken = {words.say("scene_name"), words.say("pathway_name"), words.say("plots_name")}
    assert not spoken & set(silent(window))
    height = window.height()
    assert all(window.rect().contains(text.box.center().toPoint()) for text in texts_of(window))
    assert all(0.0 < text.height_px < 0.2 * height for text in texts_of(window))
