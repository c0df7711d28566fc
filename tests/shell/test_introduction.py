"""The line that introduces a scenario: below the scene and over nothing, short, in the words of the level."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel

from hormoneviz.exchange.library import library
from hormoneviz.look.look import Look
from hormoneviz.look.words import words
from hormoneviz.session.session import Session
from hormoneviz.shell.introduction import Introduction, introduction
from hormoneviz.shell.toast import Toast
from hormoneviz.shell.window import MainWindow

INFLAMED = next(entry.scenario for entry in library() if entry.name == "The same meal, inflamed")


def line_of(window: MainWindow) -> Introduction:
    (found,) = window.findChildren(Introduction)
    return found


def test_first_the_first_sentence_then_all() -> None:
    line, whole = introduction(INFLAMED, words())
    assert line.endswith("for longer.")
    assert line.count(". ") == 0
    assert whole.startswith(line)
    assert len(whole) > len(line)


def test_every_shipped_scenario_has_a_plain_sentence() -> None:
    assert {entry.name for entry in library()} == set(words().note_basics)


@pytest.mark.parametrize("entry", library(), ids=[entry.name for entry in library()])
def test_at_the_basics_it_speaks_plainly(entry) -> None:
    line, whole = introduction(entry.scenario, words(level="basics"))
    assert line == whole
    assert line.startswith(entry.name)
    plain = line.removeprefix(entry.name)
    assert [term for term in ("IRS", "GLUT4", "serine", "cascade", "Akt", "vesicle") if term in plain] == []


def test_a_scenario_of_ones_own_is_called_by_its_name_at_the_basics() -> None:
    own = msgspec.structs.replace(INFLAMED, name="Mine", note="IRS-1 is jammed. More.")
    assert introduction(own, words(level="basics"))[0] == "Mine"
    assert introduction(own, words())[0] == "IRS-1 is jammed."
    assert introduction(msgspec.structs.replace(own, note=""), words()) == ("Mine", "Mine")


def test_it_lies_below_the_scene_and_over_nothing(window: MainWindow, session: Session) -> None:
    session.load(INFLAMED)
    line, scene = line_of(window), window.centralWidget().main  # type: ignore[attr-defined]
    assert line.isVisible()
    places = [QRect(part.mapTo(window, QPoint()), part.size()) for part in (line, scene)]
    assert not places[0].intersects(places[1])
    assert not [toast for toast in window.findChildren(Toast) if toast.isVisible()]


def test_more_tells_the_whole_note_and_the_cross_sends_the_line_away(
    qtbot, window: MainWindow, session: Session
) -> None:
    session.load(INFLAMED)
    line = line_of(window)
    assert line.tell_more.isVisible()
    qtbot.mouseClick(line.tell_more, Qt.MouseButton.LeftButton)
    told = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert introduction(INFLAMED, words())[1] in told
    qtbot.mouseClick(line.cross, Qt.MouseButton.LeftButton)
    assert not line.isVisible()
    session.set_state("load", 0.2)
    assert not line.isVisible()
    session.load(library()[0].scenario)
    assert line.isVisible()


def test_what_has_no_room_ends_in_dots_and_is_told_to_screen_readers_whole(qtbot) -> None:
    made = Introduction(Look.load(text_scale=2.0))
    qtbot.addWidget(made)
    made.introduce(INFLAMED)
    made.resize(480, made.sizeHint().height())
    made.show()
    assert made.line.text().endswith("…")
    assert made.line.accessibleName() == introduction(INFLAMED, words())[1]
    made.set_look(Look.load(level="basics"))
    made.resize(1200, 40)
    assert made.line.text().startswith("The same meal, inflamed: ")
    assert made.tell_more.isHidden()


def test_the_cell_alone_is_without_it_also_in_another_scenario(window: MainWindow, session: Session) -> None:
    window.toggle_bare()
    session.load(INFLAMED)
    assert not line_of(window).isVisible()
    window.toggle_bare()
    assert line_of(window).isVisible()


@pytest.mark.parametrize("width", range(260, 1400, 40))
def test_its_text_is_never_wider_than_its_place(qtbot, width: int) -> None:
    made = Introduction(Look.load())
    qtbot.addWidget(made)
    made.introduce(INFLAMED)
    made.show()
    made.resize(width, made.sizeHint().height())
    QApplication.processEvents()
    assert made.line.fontMetrics().horizontalAdvance(made.line.text()) <= made.line.width()
