"""The palette finds commands, scenarios and things by a few letters, and runs what is chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from hormoneviz.session.session import Session
from hormoneviz.shell.palette import Palette, Row, matching
from hormoneviz.shell.window import MainWindow


def rows(*texts: str) -> list[Row]:
    return [Row(text, "Menu", lambda: None) for text in texts]


def test_every_typed_word_must_be_there_and_a_beginning_comes_first() -> None:
    offered = rows("Save picture", "Copy picture", "Picture of the week")
    assert matching(offered, "pic") == [2, 0, 1]
    assert matching(offered, "pic save") == [0]
    assert matching(offered, "nothing") == []


@pytest.fixture
def palette(window: MainWindow) -> Palette:
    palette = Palette(window.palette_rows(), "Find", window)
    palette.show()
    return palette


def test_what_is_typed_and_entered_is_chosen(qtbot, palette: Palette, session: Session) -> None:
    line = palette.findChild(QLineEdit)
    qtbot.keyClicks(line, "muscle cell")
    assert palette.texts[0] == "Muscle cell"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert palette.chosen is not None
    palette.chosen.run()
    assert session.scenario.tissue == "muscle"


def test_a_scenario_and_a_thing_are_found_too(qtbot, palette: Palette, session: Session) -> None:
    line = palette.findChild(QLineEdit)
    qtbot.keyClicks(line, "ceramide details")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert palette.chosen is not None
    palette.chosen.run()
    assert session.selection == "CER"


def test_what_cannot_be_done_now_is_not_offered(window: MainWindow, session: Session) -> None:
    assert "Undo" not in [row.text for row in window.palette_rows()]
    session.set_tissue("muscle")
    assert "Undo" in [row.text for row in window.palette_rows()]


def test_escape_chooses_nothing(qtbot, palette: Palette) -> None:
    qtbot.keyClick(palette, Qt.Key.Key_Escape)
    assert palette.chosen is None
    assert not palette.isVisible()


def test_down_moves_the_mark_while_the_line_keeps_the_focus(qtbot, palette: Palette) -> None:
    line = palette.findChild(QLineEdit)
    second = palette.texts[1]
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert palette.chosen is not None
    assert palette.chosen.text == second
