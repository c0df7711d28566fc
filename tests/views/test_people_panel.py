"""The people panel: bands and spread worked out while somebody looks, others on demand, stopped on demand."""

from __future__ import annotations

from collections.abc import Callable
from threading import enumerate as enumerate_threads
from time import sleep

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication

from hormoneviz.look.look import Look
from hormoneviz.look.words import words
from hormoneviz.session.session import Session
from hormoneviz.simulation.errors import SolverFailed
from hormoneviz.simulation.population import Crowd, population
from hormoneviz.simulation.scenario import Person, Protocol, Scenario, Therapy
from hormoneviz.views.people import measures, worker
from hormoneviz.views.people.panel import PeoplePanel

OGTT = Scenario(protocol=Protocol("ogtt"), duration="30 min")
TREATED = Scenario(
    person=Person(sex="female", age=56, stage="menopause"),
    protocol=Protocol("ogtt"),
    duration="10 min",
    week=8.0,
    therapy=(Therapy("estradiol patch", "50 ug/d", every="3.5 d"),),
)
pytestmark = pytest.mark.timeout(180)
PATIENCE = 60_000
"""ms; a hundred people are half a second of work, and a busy machine has other things to do"""
Shown = Callable[..., PeoplePanel]


@pytest.fixture(scope="module")
def treated() -> Crowd:
    return population(TREATED, 100)


@pytest.fixture
def show(qtbot, look: Look) -> Shown:
    """Shows a session's people and waits until they are there."""

    def shown(scenario: Scenario = OGTT, size: tuple[int, int] = (510, 420)) -> PeoplePanel:
        panel = PeoplePanel(Session(scenario), look)
        qtbot.addWidget(panel)
        panel.resize(*size)
        panel.show()
        qtbot.waitUntil(lambda: panel.worker.crowd is not None and not panel.worker.pending, timeout=PATIENCE)
        panel.grab()
        return panel

    return shown


@pytest.fixture
def panel(show: Shown) -> PeoplePanel:
    return show()


def test_a_hundred_people_are_told(panel: PeoplePanel) -> None:
    assert panel.worker.crowd is not None
    assert panel.worker.crowd.size == 100
    assert "of 100 people: half have" in panel.under.told.text()
    assert panel.under.told.text() in panel.bands.accessibleDescription()
    assert panel.bands.accessibleName()


def test_the_sentence_goes_with_the_play_head_and_the_view(panel: PeoplePanel) -> None:
    at_rest = panel.under.told.text()
    panel._session.seek(25.0)
    assert panel.under.told.text() != at_rest
    panel.head.show_view("spread")
    assert panel.under.told.text().startswith("GLUT4 at the surface: highest")
    assert (panel.bands.isVisible(), panel.histogram.isVisible()) == (False, True)


def test_another_scenario_has_other_people_but_another_name_has_not(qtbot, panel: PeoplePanel) -> None:
    before = panel.worker.crowd
    session = panel._session
    session.set_vesicles(600)
    assert not panel.worker.pending
    session.set_state("load", 0.9)
    qtbot.waitUntil(lambda: panel.worker.crowd is not before and not panel.worker.pending, timeout=PATIENCE)
    now = panel.worker.crowd
    assert now is not None
    assert before is not None
    assert now.people.readings["GLUT4_peak"].mean() < before.people.readings["GLUT4_peak"].mean()


def test_more_people_go_on_from_those_there_are_and_others_are_others(qtbot, panel: PeoplePanel) -> None:
    before = panel.worker.crowd
    assert before is not None
    panel.foot._people.setValue(140)
    qtbot.waitUntil(lambda: not panel.worker.pending, timeout=PATIENCE)
    more = panel.worker.crowd
    assert more is not None
    assert more.size == 140
    first = before.people.readings["M_value"]
    assert np.array_equal(more.people.readings["M_value"][:100], first)
    qtbot.mouseClick(panel.foot._others, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.worker.crowd is not more and not panel.worker.pending, timeout=PATIENCE)
    assert panel.worker.crowd is not None
    assert not np.array_equal(panel.worker.crowd.people.readings["M_value"][:100], first)


def test_it_can_be_stopped_and_goes_on(qtbot, panel: PeoplePanel) -> None:
    panel.foot._people.setValue(1000)
    qtbot.waitUntil(lambda: panel.foot._stop.isEnabled(), timeout=PATIENCE)
    qtbot.mouseClick(panel.foot._stop, Qt.MouseButton.LeftButton)
    assert not panel.worker.pending
    assert panel.worker.crowd is not None
    assert panel.worker.crowd.size < 1000
    assert panel.foot._stop.text() == "Go on"
    qtbot.mouseClick(panel.foot._stop, Qt.MouseButton.LeftButton)
    assert panel.worker.pending
    panel.hide()
    assert not panel.worker.pending  # nobody looks


def test_once_it_is_hidden_no_thread_works_on(qtbot, look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "prepare", lambda _scenario: sleep(0.3))
    before = set(enumerate_threads())
    panel = PeoplePanel(Session(OGTT), look)
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitUntil(lambda: set(enumerate_threads()) != before, timeout=PATIENCE)
    panel.hide()
    assert set(enumerate_threads()) == before


def test_a_click_and_the_keys_move_the_play_head(qtbot, panel: PeoplePanel) -> None:
    area = panel.bands.area
    qtbot.mouseClick(
        panel.bands, Qt.MouseButton.LeftButton, pos=QPoint(round(area.center().x()), round(area.center().y()))
    )
    assert panel._session.time == pytest.approx(15.0, abs=0.3)
    before = panel._session.time
    qtbot.keyClick(panel.bands, Qt.Key.Key_Right)
    assert panel._session.time == pytest.approx(before + 1.0, abs=0.02)


def test_a_problem_is_told(qtbot, panel: PeoplePanel, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: object) -> bool:
        raise SolverFailed("no way")

    monkeypatch.setattr(worker.Population, "advance", fail)
    panel._session.set_state("load", 0.7)
    qtbot.waitUntil(lambda: bool(panel.worker.problem), timeout=PATIENCE)
    assert "no way" in panel.bands.accessibleDescription()
    assert panel.bands.is_empty()


def test_a_wide_panel_shows_both_charts(panel: PeoplePanel) -> None:
    panel.resize(900, 400)
    assert panel.bands.isVisible()
    assert panel.histogram.isVisible()


def test_every_control_is_reached_and_named(panel: PeoplePanel) -> None:
    for control in (panel.head._measures, panel.foot._people, panel.foot._others, panel.bands):
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert control.accessibleName() or control.text()


def test_large_text_leaves_the_axes_their_room(panel: PeoplePanel) -> None:
    panel.set_look(Look.load("contrast", 2.0))
    panel.resize(560, 300)
    panel.bands.grab()
    assert panel.bands.area.height() >= 100
    assert panel.bands.area.bottom() < panel.bands.height()
    assert panel._scroll.verticalScrollBar().maximum() > 0


def test_what_a_size_looks_like_does_not_hang_on_the_size_before(panel: PeoplePanel) -> None:
    sizes = [(width, height) for height in range(200, 400, 9) for width in (273, 317, 512, 764)]
    seen: dict[tuple[int, int], list[QRect]] = {}
    for size in (*sizes, *reversed(sizes)):
        panel.resize(*size)
        for _ in range(3):
            QApplication.processEvents()
        parts = (panel.head, panel.bands, panel.histogram, panel.under.told, panel.foot)
        now = [part.geometry() for part in parts if part.isVisible()]
        assert seen.setdefault(size, now) == now, size
        bar, view = panel._scroll.verticalScrollBar(), panel._scroll.viewport()
        assert bar.isVisible() or panel._scroll.widget().height() <= view.height(), size


def test_a_therapy_has_a_change_in_each_person(treated: Crowd) -> None:
    offered = measures.readings(treated)
    assert ("HOMA_IR", True) in offered
    found = measures.reading(treated, "M_value", True, "mmol/L")
    plain = treated.people.readings["M_value"] - treated.people.without["M_value"]
    assert np.allclose(found.values, plain)
    for level in ("basics", "mechanism", "molecular"):
        said = measures.told(found, "M", True, treated, words(level=level))
        assert "half as much" in said
        assert str(int(np.sum(plain > 0))) in said


def test_a_low_panel_shows_everything_at_once(panel: PeoplePanel) -> None:
    """As at 1280 x 720: nothing is below the fold, nothing cut, and the chart has half of the height."""
    panel.resize(510, 241)
    for view in ("time", "spread"):
        panel.head.show_view(view)
        for _ in range(3):
            QApplication.processEvents()
        chart, told = (panel.bands if view == "time" else panel.histogram), panel.under.told
        assert not panel._scroll.verticalScrollBar().isVisible()
        assert chart.height() > 0.6 * 241
        assert told.height() >= told.heightForWidth(told.width())
        assert panel.foot.mapTo(panel, panel.foot.rect().bottomLeft()).y() < panel.height()
        assert "half have" not in told.text()
        assert "half have" in told.toolTip()
        assert told.toolTip() in chart.accessibleDescription()
    panel.resize(510, 420)
    assert "half have" in panel.under.told.text()


def test_numbers_keep_their_unit_and_controls_their_height(panel: PeoplePanel) -> None:
    said = panel.under.told.text()
    assert " %" not in said
    assert "\N{NO-BREAK SPACE}%" in said
    foot = panel.foot
    assert len({part.height() for part in (foot._people, foot._others, foot._stop)}) == 1
    assert len({part.y() for part in (foot._people, foot._others, foot._stop)}) == 1


def test_units_are_those_of_the_reader(treated: Crowd) -> None:
    mmol = measures.reading(treated, "glucose_peak", False, "mmol/L")
    mg = measures.reading(treated, "glucose_peak", False, "mg/dL")
    assert (mmol.symbol, mg.symbol) == ("mmol/L", "mg/dL")
    assert np.allclose(mg.values, 18.016 * mmol.values)
    now = measures.moment(treated, "glucose_uptake", 0.0, "mmol/L")
    assert float(now.own) == pytest.approx(1.0)
