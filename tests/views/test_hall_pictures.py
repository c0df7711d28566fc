"""Every beat of every shipped story in the hall: nothing is cut, too small for the last row, or on something
else; what is pointed at is seen; and back is exactly back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import pytest
from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from hormoneviz.exchange.stories.library import stories
from hormoneviz.exchange.stories.staging import staged
from hormoneviz.look.look import Look
from hormoneviz.look.words import LEVELS
from hormoneviz.session.board import Board
from hormoneviz.session.lesson import Lesson
from hormoneviz.session.session import Session
from hormoneviz.shell.application import dress
from hormoneviz.views.hall.faults import faults
from hormoneviz.views.hall.view import HallView

SHIPPED = stories()
SMALL = QSize(1024, 768), QSize(1280, 720)
LARGE = QSize(1920, 1080), QSize(3840, 2160)


@dataclass
class Hall:
    app: QApplication
    lesson: Lesson
    session: Session
    board: Board
    view: HallView

    def rest(self) -> None:
        """The beat on stage has played to its end, and the camera is where it goes."""
        self.session.pause()
        self.session.seek(self.lesson.stage.end)
        self.view.come_to_rest()

    def picture(self) -> QImage:
        self.rest()
        return self.view.grab().toImage()


@pytest.fixture
def hall(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[Hall]:
    """The story that the test is told, on stage."""
    story = SHIPPED[request.param]
    look = Look.load("projector")
    dress(qapp, look)
    session = Session(staged(story)[0].scenario)
    lesson = Lesson(session, story)
    lesson.begin()
    board = Board(lesson, session)
    view = HallView(lesson, board, session, look)
    view.resize(SMALL[0])
    view.show()
    yield Hall(qapp, lesson, session, board, view)
    view.close()
    view.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")


every_story = pytest.mark.parametrize("hall", SHIPPED, indirect=True)
one_story = pytest.mark.parametrize("hall", ["02-the-rusty-lock"], indirect=True)


@every_story
def test_nothing_is_cut_small_or_on_something_else_in_any_beat(hall: Hall) -> None:
    found = []
    for number in range(len(hall.lesson.stages)):
        hall.lesson.jump(number)
        for level, size in product(LEVELS, SMALL):
            hall.view.set_look(Look.load("projector", 1.0, level))
            hall.view.resize(size)
            hall.rest()
            found += [f"{number + 1}, {level}, {size.width()}: {fault}" for fault in faults(hall.view)]
    assert found == []


@every_story
def test_nor_on_a_large_screen(hall: Hall) -> None:
    found = []
    for number in range(0, len(hall.lesson.stages), 5):
        hall.lesson.jump(number)
        for size in LARGE:
            hall.view.resize(size)
            hall.rest()
            found += [f"{number + 1}, {size.width()}: {fault}" for fault in faults(hall.view)]
    assert found == []


@every_story
def test_what_is_pointed_at_is_a_curve_where_the_beat_shows_curves(hall: Hall) -> None:
    """The first thing that has one: a question leaves room for no more."""
    for number, stage in enumerate(hall.lesson.stages):
        hall.lesson.jump(number)
        plotted = [plot.drawn.wanted.name for plot in hall.view.plots if plot.isVisible() and plot.drawn]
        if stage.covers:
            assert plotted[0] == stage.covers
        if stage.tab in ("tab_minutes", "tab_weeks") and not stage.beat.cover and stage.beat.facts:
            assert plotted, stage.beat.title


@every_story
def test_back_is_exactly_back(hall: Hall) -> None:
    there = [hall.picture()]
    while hall.lesson.following is not None:
        hall.lesson.forward()
        there.append(hall.picture())
    assert len({picture.cacheKey() for picture in there}) == len(hall.lesson.stages)
    for number in reversed(range(len(there) - 1)):
        hall.lesson.back()
        assert hall.lesson.number == number
        assert hall.picture() == there[number], hall.lesson.stage.beat.title
