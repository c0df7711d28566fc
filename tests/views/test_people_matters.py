"""What matters in the people panel: worked out when looked at, stopped when asked, read when pressed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
from hormoneviz.simulation.scenario import Protocol, Scenario
from hormoneviz.simulation.sensitivity import Sensitivity
from hormoneviz.views import slices
from hormoneviz.views.inspector.panel import InspectorPanel
from hormoneviz.views.people.panel import PeoplePanel

OGTT = Scenario(protocol=Protocol("ogtt"), duration="30 min")
pytestmark = pytest.mark.timeout(180)
PATIENCE = 60_000
"""ms; a hundred people are half a second of work, and a busy machine has other things to do"""


@pytest.fixture
def panel(qtbot, look: Look) -> PeoplePanel:
    panel = PeoplePanel(Session(OGTT), look)
    qtbot.addWidget(panel)
    panel.resize(510, 420)
    panel.show()
    return panel


def looked_at(qtbot, panel: PeoplePanel) -> Sensitivity:
    """What matters, once it is worked out."""
    panel.head.show_view("matters")
    qtbot.waitUntil(lambda: not panel.matters.thinker.pending, timeout=PATIENCE)
    found = panel.matters.thinker.shown
    assert found is not None
    return found


def test_what_matters_is_worked_out_when_looked_at_and_read_about_when_pressed(
    qtbot, panel: PeoplePanel
) -> None:
    assert panel.matters.thinker.shown is None
    panel._session.seek(20.0)
    found = looked_at(qtbot, panel)
    shown = [bar for bar in panel.matters.bars if bar.isVisible()]
    assert [bar.parameter for bar in shown] == [name for name, _ in found.top]
    assert "1 % more of it makes" in shown[0].accessibleName()
    assert all(bar.height() >= 24 for bar in shown)
    with qtbot.waitSignal(panel.asked) as heard:
        qtbot.keyClick(shown[2], Qt.Key.Key_Return)
    assert heard.args == ["tab_details", shown[2].parameter]
    assert panel._session.selection == shown[2].parameter
    panel._session.seek(25.0)
    qtbot.waitUntil(lambda: panel.matters.thinker.shown is not found, timeout=PATIENCE)
    panel.head.show_view("time")
    panel._session.seek(10.0)
    assert not panel.matters.thinker.pending  # nobody looks


def test_every_parameter_that_matters_has_a_card(qtbot, panel: PeoplePanel, look: Look) -> None:
    found = looked_at(qtbot, panel)
    inspector = InspectorPanel(panel._session, look)
    qtbot.addWidget(inspector)
    for name, _ in found.elasticities:
        panel._session.select(name)
        assert inspector._numbers.text(), name


def test_the_work_on_what_matters_is_told_and_can_be_stopped(
    qtbot, panel: PeoplePanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slices, "_SLICE", 0.0)
    told: list[float] = []
    panel.matters.progressed.connect(told.append)
    panel._session.seek(20.0)
    panel.head.show_view("matters")
    qtbot.waitUntil(lambda: panel.matters.thinker.progress > 0.0, timeout=PATIENCE)
    assert panel._progress.isVisible()
    qtbot.mouseClick(panel.matters.stop, Qt.MouseButton.LeftButton)
    assert not panel.matters.thinker.pending
    assert not panel._progress.isVisible()
    assert panel.matters.head.text() == "Stopped."
    qtbot.mouseClick(panel.matters.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.matters.thinker.shown is not None, timeout=PATIENCE)
    assert told[-1] == 1.0
    panel.hide()
    assert panel.matters.thinker._slices._code is None


def test_in_a_dish_what_matters_is_something_of_the_dish(qtbot, panel: PeoplePanel) -> None:
    """Blood glucose is looked at when its blood goes."""
    looked_at(qtbot, panel)
    panel.head._measures.setCurrentIndex(2)
    assert panel.head.measure == "plasma_glucose"
    panel._session.load(Scenario(protocol=Protocol("bath", insulin="1 nM"), duration="30 min"))
    panel._session.seek(10.0)
    qtbot.waitUntil(lambda: not panel.worker.pending and not panel.matters.thinker.pending, timeout=PATIENCE)
    found = panel.matters.thinker.shown
    assert found is not None
    assert (found.quantity, panel.matters.thinker.problem) == (panel.head.measure, "")
    assert found.quantity == "GLUT4_surface"
