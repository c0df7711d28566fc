"""The dose panel: curves made while somebody looks, made anew for another cell, clicked in a bath."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt

from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
from hormoneviz.simulation import units
from hormoneviz.simulation.errors import SolverFailed
from hormoneviz.simulation.scenario import Protocol, Scenario
from hormoneviz.views.dose import worker
from hormoneviz.views.dose.panel import DosePanel
from hormoneviz.views.dose.picture import lines
from hormoneviz.views.dose.scale import ends, power_of, step_near, ticks

Shown = Callable[..., DosePanel]


@pytest.fixture
def show(qtbot, look: Look) -> Shown:
    """Shows a session's curves and waits until they are there."""

    def shown(session: Session, size: tuple[int, int] = (510, 300)) -> DosePanel:
        panel = DosePanel(session, look)
        qtbot.addWidget(panel)
        panel.resize(*size)
        panel.show()
        qtbot.waitUntil(lambda: panel.worker.shown is not None)
        panel.grab()
        return panel

    return shown


@pytest.fixture
def panel(show: Shown, session: Session) -> DosePanel:
    return show(session)


def test_both_cells_are_told(panel: DosePanel) -> None:
    text = panel.charts["GLUT4_surface"].accessibleDescription()
    assert "this cell: half-maximal (EC50) at" in text
    assert "healthy: half-maximal (EC50) at" in text


def test_another_cell_has_other_curves(qtbot, panel: DosePanel, session: Session) -> None:
    before = panel.worker.shown
    session.set_state("load", 0.9)
    qtbot.waitUntil(lambda: panel.worker.shown is not before)
    healthy, present = panel.worker.shown  # type: ignore[misc]
    assert present.maximum("GLUT4_surface") < 0.9 * healthy.maximum("GLUT4_surface")


def test_another_dose_or_minute_is_the_same_cell(panel: DosePanel, session: Session) -> None:
    session.set_state("insulin", "3 nM")
    session.seek(40)
    assert not panel.worker.pending


def test_a_change_drops_the_work_of_before(qtbot, panel: DosePanel, session: Session) -> None:
    session.set_state("load", 0.9)
    session.set_state("load", 0.05)
    qtbot.waitUntil(lambda: not panel.worker.pending)
    healthy, present = panel.worker.shown  # type: ignore[misc]
    assert present.maximum("GLUT4_surface") == pytest.approx(healthy.maximum("GLUT4_surface"))


def test_nobody_looks_nothing_is_worked_out(qtbot, look: Look, session: Session) -> None:
    panel = DosePanel(session, look)
    qtbot.addWidget(panel)
    qtbot.wait(200)
    assert panel.worker.shown is None
    assert not panel.worker.pending


def test_a_click_in_a_bath_gives_that_dose(qtbot, panel: DosePanel, session: Session) -> None:
    chart = panel.charts["GLUT4_surface"]
    step = step_near(-1.0)
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(round(chart.x_of(step)), 150))
    assert units.read(str(session.state("insulin")), "insulin") == pytest.approx(0.1)


def test_a_dose_can_be_given_by_keys(qtbot, panel: DosePanel, session: Session) -> None:
    chart = panel.charts["GLUT4_surface"]
    session.seek(1.0)  # the marker is at the bath's 10 nM
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert units.read(str(session.state("insulin")), "insulin") == pytest.approx(7.94)


def test_a_click_gives_nothing_to_a_body(qtbot, show: Shown) -> None:
    session = Session(Scenario(protocol=Protocol("meal")))
    panel = show(session)
    chart = panel.charts["GLUT4_surface"]
    before = session.scenario
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(200, 150))
    assert session.scenario == before


def test_the_marker_goes_with_the_insulin(show: Shown) -> None:
    session = Session(Scenario(protocol=Protocol("meal")))
    panel = show(session)
    chart = panel.charts["GLUT4_surface"]
    before = chart.grab().toImage()
    session.seek(60)
    assert chart.grab().toImage() != before


def test_a_wide_panel_shows_both_quantities(panel: DosePanel) -> None:
    assert [chart.isVisible() for chart in panel.charts.values()] == [True, False]
    panel.show_quantity("glucose_uptake")
    assert [chart.isVisible() for chart in panel.charts.values()] == [False, True]
    panel.resize(1000, 300)
    assert [chart.isVisible() for chart in panel.charts.values()] == [True, True]


def test_a_problem_is_told(qtbot, panel: DosePanel, session: Session, monkeypatch) -> None:
    def fail(self: object) -> bool:
        raise SolverFailed("no way")

    monkeypatch.setattr(worker.DoseResponse, "advance", fail)
    session.set_state("load", 0.7)
    qtbot.waitUntil(lambda: bool(panel.worker.problem))
    assert "no way" in panel.charts["GLUT4_surface"].accessibleDescription()


def test_steps_are_tenths_of_powers_of_ten() -> None:
    assert [step_near(power_of(step)) for step in (0, 17, 50)] == [0, 17, 50]
    assert (step_near(-9.0), step_near(9.0)) == (0, 50)


def test_where_words_are_large_they_are_fewer(show: Shown, session: Session) -> None:
    panel = show(session)
    words = panel.charts["GLUT4_surface"]._look.words
    assert panel.worker.shown is not None
    long = lines("GLUT4_surface", panel.worker.shown, words)[0]
    short = lines("GLUT4_surface", panel.worker.shown, words, short=True)[0]
    assert len(short) < 0.7 * len(long)
    assert "EC50" in short


def test_a_low_panel_with_large_text_scrolls_to_a_chart_that_is_whole(panel: DosePanel) -> None:
    panel.set_look(Look.load("light", 2.0))
    panel.resize(400, 170)
    panel.grab()
    chart = panel.charts["GLUT4_surface"]
    chart.grab()
    area = chart.picture.area
    assert area.height() >= 60
    assert area.bottom() + 36 <= chart.height()
    panel._scroll.ensureWidgetVisible(chart)
    assert panel._scroll.verticalScrollBar().maximum() > 0


def test_numbers_on_the_dose_axis_stand_apart() -> None:
    assert [text for _, text in ticks(30.0, 400.0)[0]] == ["0.001", "0.01", "0.1", "1", "10", "100"]
    assert [text for _, text in ticks(60.0, 250.0)[0]] == ["0.001", "1", "100"]


@pytest.mark.parametrize("room", [200.0, 300.0, 900.0])
def test_the_first_and_last_number_stand_within_the_axis(room: float) -> None:
    left, right = ends(70.0, 40.0, room)
    pixels = room / (right - left)
    assert (-3.0 - left) * pixels >= 35.0
    assert (right - 2.0) * pixels >= 20.0 - 1e-6
