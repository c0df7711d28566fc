"""The plots panel: drawn once a film, revealed by the play head, sought in by mouse and keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt

from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.scenario import Protocol, Scenario
from hormoneviz.views.changes import changes
from hormoneviz.views.plots.panel import PlotsPanel


@pytest.fixture
def panel(qtbot, session: Session, look: Look) -> Iterator[PlotsPanel]:
    panel = PlotsPanel(session, look)
    qtbot.addWidget(panel)
    panel.resize(480, 420)
    panel.show()
    panel.grab()
    return panel


def test_the_play_head_reveals_the_curve(panel: PlotsPanel, session: Session) -> None:
    before = panel.grab().toImage()
    session.seek(25)
    assert panel.grab().toImage() != before


def test_the_same_moment_is_the_same_picture_after_scrubbing(panel: PlotsPanel, session: Session) -> None:
    session.seek(25)
    first = panel.grab().toImage()
    session.seek(5)
    panel.grab()
    session.seek(25)
    assert panel.grab().toImage() == first


def test_a_frame_does_not_draw_the_curves_again(panel: PlotsPanel, session: Session) -> None:
    drawn = panel.artwork
    session.seek(10)
    panel.grab()
    assert panel.artwork is drawn


def test_a_change_draws_them_again_with_the_earlier_run_as_a_ghost(
    qtbot, panel: PlotsPanel, session: Session
) -> None:
    session.seek(20)
    drawn = panel.artwork
    session.set_state("load", 0.8)
    qtbot.waitUntil(lambda: panel.artwork is not drawn)
    assert session.ghost is not None


def test_a_click_seeks(qtbot, panel: PlotsPanel, session: Session) -> None:
    x = round(panel.artwork.x_of(90.0))
    qtbot.mouseClick(panel, Qt.MouseButton.LeftButton, pos=QPoint(x, 60))
    assert session.time == pytest.approx(90.0, abs=1.0)


def test_arrow_keys_move_the_play_head(qtbot, panel: PlotsPanel, session: Session) -> None:
    qtbot.keyClick(panel, Qt.Key.Key_Right)
    assert session.time == pytest.approx(1.0)
    qtbot.keyClick(panel, Qt.Key.Key_Left)
    assert session.time == 0.0


def test_a_low_panel_shows_fewer_plots(panel: PlotsPanel) -> None:
    assert len(panel.artwork.areas) == 3
    panel.resize(480, 180)
    panel.grab()
    assert len(panel.artwork.areas) == 2


def test_all_plots_share_one_time_axis(panel: PlotsPanel) -> None:
    assert len({(round(area.left()), round(area.right())) for area in panel.artwork.areas}) == 1


def test_what_is_seen_can_be_heard(panel: PlotsPanel, session: Session) -> None:
    session.seek(30)
    assert "30 min" in panel.accessibleDescription()
    assert "GLUT4" in panel.accessibleDescription()


def test_another_look_redraws(panel: PlotsPanel) -> None:
    before = panel.grab().toImage()
    panel.set_look(Look.load("dark"))
    assert panel.grab().toImage() != before


def test_the_read_out_names_the_change_at_a_mark(panel: PlotsPanel, session: Session) -> None:
    session.seek(40)
    session.set_state("load", 0.8)
    assert "0.8" in panel.artwork.change_near(40.0)
    assert panel.artwork.change_near(80.0) == ""


def test_a_wash_out_is_marked_like_any_change(look: Look) -> None:
    bath = Protocol(kind="bath", insulin="10 nM", washout_at="60 min")
    found = changes(Film(Scenario(protocol=bath)), look.words)
    assert [(change.time, change.text) for change in found] == [(60.0, "Wash out")]
