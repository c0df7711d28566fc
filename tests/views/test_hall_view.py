"""The hall's view of a lesson: curves and what is written over them, question, guess, ink, faults."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QBoxLayout, QLabel

from hormoneviz.exchange.stories.library import find_story, stories
from hormoneviz.exchange.stories.staging import Staged, staged
from hormoneviz.look.look import Look
from hormoneviz.look.theme import themes
from hormoneviz.session.board import Board
from hormoneviz.session.lesson import Lesson
from hormoneviz.session.session import Session
from hormoneviz.shell.application import dress
from hormoneviz.views.hall import view as hall_view
from hormoneviz.views.hall.axes import time_ticks, value_ticks
from hormoneviz.views.hall.courses import Drawn, Wanted, wanted
from hormoneviz.views.hall.faults import faults
from hormoneviz.views.hall.head import compared
from hormoneviz.views.hall.view import HallView

BEATS = [(name, n, s) for name, story in stories().items() for n, s in enumerate(staged(story))]
RUSTY = find_story("02-the-rusty-lock")
PREDICT, REVEAL, TWINS, WEEKS = 1, 2, 4, 8


class Hall:
    """A story on stage, 1280x720."""

    def __init__(self, story: str, theme: str = "projector") -> None:
        told = find_story(story)
        self.look = Look.load(theme)
        self.session = Session(staged(told)[0].scenario)
        self.lesson = Lesson(self.session, told)
        self.lesson.begin()
        self.board = Board(self.lesson, self.session)
        self.view = HallView(self.lesson, self.board, self.session, self.look)
        self.view.resize(1280, 720)
        self.view.show()

    def show(self, number: int) -> None:
        """A beat, played to its end."""
        self.lesson.jump(number)
        self.rest()

    def rest(self) -> None:
        self.session.pause()
        self.session.seek(self.lesson.stage.end)
        self.view.come_to_rest()

    def picture(self) -> QImage:
        self.view.come_to_rest()
        return self.view.grab().toImage()


@pytest.fixture
def rusty(qapp: QApplication) -> Iterator[Hall]:
    dress(qapp, Look.load("projector"))
    hall = Hall("02-the-rusty-lock")
    yield hall
    hall.view.close()
    hall.view.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")


def drawn(
    values: list[float], twin: list[float] | None = None, top: float = 40.0, end: float = 60.0
) -> Drawn:
    times = np.linspace(0.0, end, len(values))
    beside = None if twin is None else np.array(twin)
    return Drawn(Wanted("GLUT4_surface"), "GLUT4", "%", "glut4", times, np.array(values), beside, end, top)


# --- what is a curve ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "number", "stage"), BEATS)
def test_a_curve_says_of_its_twin_what_the_beat_states(
    qapp: QApplication, name: str, number: int, stage: Staged
) -> None:
    """The direction of every fact about a curve seen beside its twin, as the number over it has it."""
    look = Look.load("projector")
    session = Session(stage.scenario)
    session.set_twin(stage.twin)
    twin = session.twin.film if session.twin else None
    for want in wanted(stage, session.film.units_of_series):
        course = hall_view.drawn(stage, want, look, session.film, twin)
        time = stage.scenario.week if want.weeks else stage.end
        assert course.times[-1] == pytest.approx(course.end)
        assert course.bottom <= course.values.min()
        assert course.values.max() <= course.top
        for fact in stage.beat.facts:
            if fact.of != want.name or fact.than != stage.twin or fact.at or course.twin is None:
                continue
            said = compared(course.at(time), course.twin_at(time) or 0.0)
            up = said.startswith(("+", "×"))
            assert {"higher": up, "lower": said.startswith("−"), "same": "×" not in said}[fact.is_], said


def test_under_a_guess_there_is_its_curve_alone_and_then_what_is_pointed_at() -> None:
    stages = staged(RUSTY)
    known = {"GLUT4_surface", "glucose_uptake", "IRp", "plasma_insulin"}
    assert wanted(stages[PREDICT], known) == (Wanted("GLUT4_surface"),)
    assert wanted(stages[REVEAL], known) == (Wanted("GLUT4_surface"), Wanted("glucose_uptake"))
    assert wanted(stages[TWINS], known) == ()


@pytest.mark.parametrize(
    ("value", "other", "said"),
    [
        (0.74, 1.0, "−26 %"), (1.45, 1.0, "+45 %"), (3.1, 1.0, "×3.1"), (1.004, 1.0, "="),
        (0.98, 1.0, "−2 %"), (5.0, 0.0, ""), (0.0, 2.0, "−100 %"),
    ],
)  # fmt: skip
def test_a_difference_is_told_in_per_cent_or_times(value: float, other: float, said: str) -> None:
    assert compared(value, other) == said


def test_few_numbers_at_the_axes_apart_from_each_other(qapp: QApplication) -> None:
    course = drawn([10.0, 20.0, 30.0])
    assert value_ticks(course, 160.0, 30.0) == [0.0, 20.0, 40.0]
    assert value_ticks(replace(course, top=0.9), 40.0, 30.0) == [0.0, 0.8]
    ticks = time_ticks(course, Look.load("projector"), QRectF(20.0, 0.0, 200.0, 100.0), 230.0)
    assert ticks[-1][:2] == (60.0, "60 min")
    assert len({b[0] - a[0] for a, b in pairwise(ticks)}) == 1, "an axis with a number left out looks bent"
    assert all(not a[2].intersects(b[2]) for a, b in pairwise(ticks))
    assert ticks[0][1] == "0"


# --- the parts ------------------------------------------------------------------------------------------


def test_a_question_stands_beside_or_below_and_is_whole_either_way(rusty: Hall) -> None:
    rusty.show(PREDICT)
    asking, plot = rusty.view.asking, rusty.view.plots[0]
    assert asking.geometry().bottom() < plot.geometry().top()
    assert asking.geometry().left() == plot.geometry().left()
    rusty.view.resize(1024, 768)
    rusty.rest()
    assert asking.width() == 1024
    assert asking.geometry().top() > plot.geometry().bottom()
    assert asking.findChild(QBoxLayout) is not None
    assert faults(rusty.view) == []


def test_the_answer_is_marked_when_it_is_asked_for(rusty: Hall) -> None:
    rusty.show(PREDICT)
    labels = [label.text() for label in rusty.view.asking.findChildren(QLabel) if label.isVisible()]
    assert not any("✓" in text for text in labels)
    rusty.lesson.answer()
    labels = [label.text() for label in rusty.view.asking.findChildren(QLabel) if label.isVisible()]
    assert [text for text in labels if "✓" in text] == ["✓  a quarter fewer"]
    assert faults(rusty.view) == []


def test_a_guess_is_seen_on_the_covered_curve_before_and_after_it_is_revealed(rusty: Hall) -> None:
    rusty.show(PREDICT)
    plain = rusty.picture()
    rusty.board.begin_guess((0.1, 0.5))
    rusty.board.draw_guess((0.9, 0.3))
    rusty.board.call_it("down")
    ink = rusty.look.theme.colour("warning")
    assert pixels(plain, ink) == 0
    guessed = pixels(rusty.picture(), ink)
    assert guessed > 300
    rusty.lesson.forward()
    rusty.rest()
    first, second = rusty.view.plots
    assert pixels(first.grab().toImage(), ink) > 0.3 * guessed
    assert pixels(second.grab().toImage(), ink) == 0
    rusty.lesson.forward()
    rusty.rest()
    assert pixels(rusty.picture(), ink) == 0


def test_the_curve_runs_no_farther_than_the_film(rusty: Hall) -> None:
    rusty.show(REVEAL)
    whole = rusty.view.plots[0].grab().toImage()
    rusty.session.seek(20.0)
    part = rusty.view.plots[0].grab().toImage()
    colour = rusty.look.theme.colour("glut4")
    area = rusty.view.plots[0].area
    right = round(area.left() + 0.6 * area.width())
    assert pixels(whole.copy(right, 0, 1000, 1000), colour) > 50
    assert pixels(part.copy(right, round(area.top()), 1000, 1000), colour) == 0


def test_a_blank_hall_is_black_and_ink_and_spot_are_seen(rusty: Hall) -> None:
    rusty.show(TWINS)
    ink = rusty.look.theme.colour("warning")
    before = pixels(rusty.picture(), ink)
    rusty.board.take("pen")
    rusty.board.begin((0.1, 0.9))
    rusty.board.draw((0.6, 0.9))
    drawn_on = pixels(rusty.picture(), ink)
    assert drawn_on > before + 1000
    rusty.board.take("spot")
    rusty.board.hover((0.8, 0.9))
    assert pixels(rusty.picture(), ink) > drawn_on + 100
    rusty.board.cover_all()
    assert pixels(rusty.picture(), QColor("black")) == 1280 * 720


# --- what may go wrong ----------------------------------------------------------------------------------


def test_a_curve_that_cannot_be_had_is_left_out(
    rusty: Hall, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(stage: Staged, want: Wanted, *rest: object) -> Drawn:
        if want.name == "GLUT4_surface":
            raise ValueError("no such curve")
        return true(stage, want, *rest)

    true = hall_view.drawn
    monkeypatch.setattr(hall_view, "drawn", broken)
    rusty.show(REVEAL)
    seen = [plot.drawn.wanted.name for plot in rusty.view.plots if plot.isVisible() and plot.drawn]
    assert seen == ["glucose_uptake"]
    assert "no such curve" in caplog.text
    assert faults(rusty.view) == []


@pytest.mark.parametrize(
    ("part", "what"), [("lens.Lens.paint", "cell"), ("painter.CellPainter.paint", "cell"), ("", "plot")]
)
def test_what_cannot_be_painted_is_a_calm_ground(
    rusty: Hall, part: str, what: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_args: object, **_more: object) -> None:
        raise ValueError("nothing to paint with")

    rusty.show(PREDICT)
    target = f"hormoneviz.views.cell.{part}" if part else "hormoneviz.views.hall.plot.paint_value"
    monkeypatch.setattr(target, broken)
    picture = rusty.picture()
    widget = rusty.view.cells if what == "cell" else rusty.view.plots[0]
    ground = rusty.look.theme.colour("window" if what == "cell" else "plot_ground")
    seen = picture.copy(widget.geometry())
    assert pixels(seen, ground) == seen.width() * seen.height()
    assert "nothing to paint with" in caplog.text
    monkeypatch.undo()
    rusty.lesson.forward()
    assert len(rusty.view.cells.cells) == 1
    rusty.rest()
    assert faults(rusty.view) == []


def test_a_small_or_cut_text_is_found(rusty: Hall) -> None:
    rusty.show(PREDICT)
    caption = rusty.view.band.findChildren(QLabel)[1]
    caption.setText("much too long " * 40)
    assert any("cut" in fault for fault in faults(rusty.view))
    rusty.view.band.show_beat()
    assert faults(rusty.view) == []
    caption.setStyleSheet("font-size: 12px")
    assert any("capitals" in fault for fault in faults(rusty.view))
    caption.setStyleSheet("")
    rusty.view.asking.move(0, 0)
    assert any("lies on" in fault for fault in faults(rusty.view))


@pytest.mark.parametrize(("width", "height"), [(1, 1), (160, 120), (320, 900), (2000, 200), (0, 0)])
def test_any_size_can_be_painted(rusty: Hall, width: int, height: int) -> None:
    """A preview, or a window that is being drawn smaller; nobody reads it then."""
    rusty.view.resize(width, height)
    for number in (PREDICT, REVEAL, TWINS, WEEKS):
        rusty.show(number)
        picture = rusty.view.grab().toImage()
        assert (picture.width(), picture.height()) == (rusty.view.width(), rusty.view.height())


def test_fades_instead_of_flights_reach_both_cells(rusty: Hall) -> None:
    rusty.view.set_way("reduced_motion", True)
    rusty.show(TWINS)
    assert [cell.drive.reduced for cell in rusty.view.cells.cells] == [True, True]
    rusty.view.set_way("large_targets", True)
    rusty.view.set_way("reduced_motion", False)
    assert not rusty.view.cells.cell.drive.reduced


@pytest.mark.parametrize("theme", themes())
def test_every_theme_has_its_own_colours_everywhere(qapp: QApplication, theme: str) -> None:
    look = Look.load(theme)
    dress(qapp, look)
    hall = Hall("02-the-rusty-lock", theme)
    hall.show(PREDICT)
    picture = hall.picture()
    assert picture.pixelColor(4, 716) == look.theme.colour("window")
    assert picture.pixelColor(1277, 480) == look.theme.colour("plot_ground")
    assert faults(hall.view) == []
    hall.view.close()
    hall.view.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")


def pixels(picture: QImage, colour: QColor) -> int:
    """How many pixels have exactly that colour."""
    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    found = np.frombuffer(picture.constBits(), np.uint32).reshape(picture.height(), -1)[:, : picture.width()]
    return int(np.count_nonzero(found == colour.rgb()))
