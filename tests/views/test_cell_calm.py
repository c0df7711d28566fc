"""Where the film is fast the traffic is densities, where motion is reduced it fades: readable, and still what
the model says."""

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from hormoneviz.kinetics.traffic import COMPARTMENTS
from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.scenario import Protocol, Scenario
from hormoneviz.views.cell.flow import SLOWED, Flow
from hormoneviz.views.cell.painter import CellPainter
from hormoneviz.views.cell.traffic import MOB
from hormoneviz.views.cell.view import CellView

VESICLES = 500


@pytest.fixture(scope="module")
def film() -> Film:
    return Film(Scenario(vesicles=VESICLES, protocol=Protocol(kind="bath", insulin="100 nM")))


@pytest.fixture
def painter(qapp) -> CellPainter:
    return CellPainter(Look.load(), 760, 430, "muscle", vesicles=VESICLES)


@pytest.mark.parametrize("time", [0.0, 3.0, 40.0])
def test_each_place_is_as_full_as_the_curve_says(film: Film, time: float) -> None:
    frame = film.at(time)
    _, state, opacity = Flow(VESICLES).at(frame)
    drawn = np.bincount(state, weights=opacity, minlength=len(COMPARTMENTS))
    assert drawn == pytest.approx([VESICLES * frame.values[name] for name in COMPARTMENTS])


def test_densities_change_as_little_as_the_curve(film: Film) -> None:
    flow = Flow(VESICLES)

    def shown(time: float) -> np.ndarray:
        table = np.zeros((len(COMPARTMENTS), VESICLES))
        who, state, opacity = flow.at(film.at(time))
        table[state, who] = opacity
        return table

    for time in (1.0, 5.0, 20.0):
        curve = film.series(COMPARTMENTS, [time, time + 0.5])
        change = sum(VESICLES * abs(np.diff(curve[name])[0]) for name in COMPARTMENTS)
        assert np.abs(shown(time + 0.5) - shown(time)).sum() == pytest.approx(change, abs=1e-6)


@pytest.mark.parametrize("manner", ["calm", "fades"])
def test_glucose_goes_in_slowly_where_nothing_is_to_fly(
    film: Film, painter: CellPainter, manner: str
) -> None:
    def taken(time: float) -> float:
        told.clear()
        painter.paint_things(canvas, film.at(time))
        return told[0]

    told: list[float] = []
    image = QImage(760, 430, QImage.Format.Format_RGB32)
    add_sugar = painter._doors.add_sugar

    def told_sugar(sprites, frame, opened, drift) -> None:
        told.append(frame.glucose_taken)
        add_sugar(sprites, frame, opened, drift)

    painter._doors.add_sugar = told_sugar  # type: ignore[method-assign]
    with QPainter(image) as canvas:
        flown = taken(10.5) - taken(10.0)
        setattr(painter, manner, True)
        assert 0.0 < taken(10.5) - taken(10.0) == pytest.approx(flown / SLOWED)


def test_with_fades_nobody_is_between_two_places(film: Film, painter: CellPainter) -> None:
    traffic, drift = painter.vesicles.traffic, painter.drift(0.0)
    for time in np.linspace(4.0, 6.0, 21):
        frame = film.at(float(time))
        v, n = frame.vesicles, frame.present
        x, y, progress = traffic.at(frame, drift, fades=True)
        before = progress < 0.5
        at = np.where(before, v.previous[:n], v.state[:n])
        there = traffic.places_of(np.arange(n), at, v.jumps[:n] - before, drift)
        assert (x, y) == (pytest.approx(there[0], abs=1e-9), pytest.approx(there[1], abs=1e-9))


def test_without_them_motors_walk(film: Film, painter: CellPainter) -> None:
    traffic, drift = painter.vesicles.traffic, painter.drift(0.0)
    one, other = film.at(5.0), film.at(5.05)
    stays = (one.vesicles.jumps == other.vesicles.jumps) & (one.vesicles.state == MOB)
    x, y, _ = traffic.at(one, drift)
    x1, y1, _ = traffic.at(other, drift)
    assert stays.any()
    assert (np.hypot(x1 - x, y1 - y)[stays] > 0).mean() > 0.5


def test_whatever_floats_is_slower_where_the_film_is_fast(painter: CellPainter) -> None:
    def moved() -> float:
        before, after = painter.drift(50.0), painter.drift(50.2)
        return float(np.abs(np.array(after) - np.array(before)).mean())

    normal = moved()
    painter.calm = True
    assert moved() < 0.1 * normal


def test_the_scene_is_calm_only_while_a_fast_film_runs(qtbot) -> None:
    session = Session(Scenario(vesicles=100))
    view = CellView(session, Look.load())
    qtbot.addWidget(view)
    scene = view.scene()
    session.set_speed(30.0)
    assert not scene.calm
    session.play()
    assert scene.calm
    session.set_speed(5.0)
    assert not scene.calm
    view.set_reduced_motion(True)
    assert scene.fades
    session.pause()
