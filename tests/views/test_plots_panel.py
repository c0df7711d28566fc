"""The plots panel: drawn once a film, revealed by the play head, sought in by mouse and keys, zoomed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.scenario import Inflammation, Protocol, Scenario
from hormoneviz.views.changes import changes
from hormoneviz.views.plots.panel import PlotsPanel

Shown = Callable[..., PlotsPanel]


@pytest.fixture
def show(qtbot, dressed: Look) -> Shown:
    """Shows a session's plots and waits until the healthy twin is there."""

    def shown(session: Session, look: Look = dressed, size: tuple[int, int] = (480, 460)) -> PlotsPanel:
        panel = PlotsPanel(session, look)
        qtbot.addWidget(panel)
        panel.resize(*size)
        panel.show()
        qtbot.waitUntil(lambda: panel.readings.twin.film is not None)
        panel.grab()
        return panel

    return shown


@pytest.fixture
def panel(show: Shown, session: Session) -> PlotsPanel:
    return show(session)


def test_the_play_head_reveals_the_curve(panel: PlotsPanel, session: Session) -> None:
    before = panel.grab().toImage()
    session.seek(25)
    assert panel.grab().toImage() != before


def test_the_same_moment_is_the_same_picture_after_scrubbing(panel: PlotsPanel, session: Session) -> None:
    session.seek(25)
    first = panel.curves.grab().toImage()
    session.seek(5)
    panel.grab()
    session.seek(25)
    assert panel.curves.grab().toImage() == first


def test_a_frame_does_not_draw_the_curves_again(panel: PlotsPanel, session: Session) -> None:
    drawn = panel.curves.artwork
    session.seek(10)
    panel.grab()
    assert panel.curves.artwork is drawn


def test_a_change_draws_them_again_with_the_earlier_run_as_a_ghost(
    qtbot, panel: PlotsPanel, session: Session
) -> None:
    session.seek(20)
    drawn = panel.curves.artwork
    session.set_state("load", 0.8)
    qtbot.waitUntil(lambda: panel.curves.artwork is not drawn)
    assert panel.readings.read(480).ghost is not None


def test_the_healthy_twin_stays_where_only_the_person_changes(panel: PlotsPanel, session: Session) -> None:
    twin = panel.readings.twin.film
    session.set_state("load", 0.8)
    assert panel.readings.twin.film is twin
    found = panel.readings.read(480)
    assert found.healthy is not None
    assert found.healthy.at(40)["GLUT4_surface"] > found.now.at(40)["GLUT4_surface"]


def test_another_experiment_has_another_healthy_twin(qtbot, panel: PlotsPanel, session: Session) -> None:
    session.set_protocol(Protocol("meal"))
    assert panel.readings.twin.film is None
    qtbot.waitUntil(lambda: panel.readings.twin.film is not None)
    assert panel.readings.twin.film.scenario.protocol == Protocol("meal")


def test_nobody_looks_nothing_is_solved(qtbot, look: Look, session: Session) -> None:
    panel = PlotsPanel(session, look)
    qtbot.addWidget(panel)
    qtbot.wait(80)
    assert panel.readings.twin.film is None


def test_a_click_seeks(qtbot, panel: PlotsPanel, session: Session) -> None:
    x = round(panel.curves.artwork.x_of(90.0))
    qtbot.mouseClick(panel.curves, Qt.MouseButton.LeftButton, pos=QPoint(x, 8))
    assert session.time == pytest.approx(90.0, abs=1.0)


def test_arrow_keys_move_the_play_head(qtbot, panel: PlotsPanel, session: Session) -> None:
    qtbot.keyClick(panel.curves, Qt.Key.Key_Right)
    assert session.time == pytest.approx(1.0)
    qtbot.keyClick(panel.curves, Qt.Key.Key_Left)
    assert session.time == 0.0


def test_what_has_no_room_is_said(panel: PlotsPanel) -> None:
    assert panel.curves.artwork.names == ("surface", "uptake", "cascade")
    assert panel.curves.hidden == 0
    panel.resize(480, 200)
    panel.grab()
    assert panel.curves.artwork.names == ("surface", "uptake")
    assert "+1 hidden" in [label.text() for label in panel.chips.findChildren(type(panel._hidden))]


def test_a_laptop_shows_three_plots(show: Shown) -> None:
    panel = show(Session(Scenario()), size=(510, 245))
    assert panel.curves.artwork.names == ("surface", "uptake", "glucose")


def test_chips_choose_the_plots_and_the_choice_outlives_the_scenario(
    panel: PlotsPanel, session: Session
) -> None:
    panel.chips.action("uptake").trigger()
    assert [plot.name for plot in panel.shown] == ["surface", "cascade"]
    session.load(Scenario(name="Other", protocol=Protocol("meal")))
    assert [plot.name for plot in panel.shown] == ["surface", "glucose", "insulin"]
    assert not panel.chips.action("uptake").isChecked()


def test_the_last_plot_cannot_be_taken_away(panel: PlotsPanel) -> None:
    for name in ("uptake", "cascade", "surface"):
        panel.chips.action(name).trigger()
    assert [plot.name for plot in panel.shown] == ["surface"]
    assert panel.chips.action("surface").isChecked()


def test_all_plots_share_one_time_axis(panel: PlotsPanel) -> None:
    assert len({(round(area.left()), round(area.right())) for area in panel.curves.artwork.areas}) == 1


def test_what_is_seen_can_be_heard(panel: PlotsPanel, session: Session) -> None:
    session.seek(30)
    assert "30 min" in panel.curves.accessibleDescription()
    assert "GLUT4" in panel.curves.accessibleDescription()


def test_another_look_redraws(panel: PlotsPanel) -> None:
    before = panel.grab().toImage()
    panel.set_look(Look.load("dark"))
    assert panel.grab().toImage() != before


def test_the_read_out_names_the_change_at_a_mark(panel: PlotsPanel, session: Session) -> None:
    session.seek(40)
    session.set_state("load", 0.8)
    panel.grab()
    assert "0.8" in panel.curves.artwork.change_near(40.0)
    assert panel.curves.artwork.change_near(80.0) == ""


def test_a_wash_out_is_marked_like_any_change(look: Look) -> None:
    bath = Protocol(kind="bath", insulin="10 nM", washout_at="60 min")
    found = changes(Film(Scenario(protocol=bath)), look.words)
    assert [(change.time, change.text) for change in found] == [(60.0, "Wash out")]


def test_the_wheel_comes_nearer_and_a_double_click_shows_all(qtbot, panel: PlotsPanel) -> None:
    art = panel.curves.artwork
    place = QPointF(art.x_of(60.0), 40.0)
    no_keys, still = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    wheel = QWheelEvent(
        *(place, QPointF(panel.curves.mapToGlobal(place)), QPoint(), QPoint(0, 240)),
        *(Qt.MouseButton.NoButton, no_keys, still, False),
    )
    QApplication.sendEvent(panel.curves, wheel)
    start, end = panel.curves.artwork.window
    assert 0.0 < start < 60.0 < end < 180.0
    assert panel.curves.artwork.time_at(place.x()) == pytest.approx(60.0, abs=0.01)
    qtbot.mouseDClick(panel.curves, Qt.MouseButton.LeftButton, pos=place.toPoint())
    assert panel.curves.artwork.window == (0.0, 180.0)


def test_keys_zoom_about_the_play_head_and_the_page_turns(qtbot, panel: PlotsPanel, session: Session) -> None:
    session.seek(20)
    for _ in range(10):
        qtbot.keyClick(panel.curves, Qt.Key.Key_Plus)
    start, end = panel.curves.artwork.window
    assert start < 20.0 < end < 60.0
    session.seek(100)
    start, end = panel.curves.artwork.window
    assert start <= 100.0 <= end
    qtbot.keyClick(panel.curves, Qt.Key.Key_Minus)
    assert panel.curves.artwork.window[1] - panel.curves.artwork.window[0] > end - start
    qtbot.keyClick(panel.curves, Qt.Key.Key_0)
    assert panel.curves.artwork.window == (0.0, session.film.duration)


def test_basics_show_bars_and_words(show: Shown) -> None:
    inflamed = Session(
        Scenario(inflammation=Inflammation(0.9), protocol=Protocol("bath", insulin="10 nM"), tissue="fat")
    )
    inflamed.seek(60)
    panel = show(inflamed, Look.load("light", level="basics"))
    assert panel.bars.isVisible()
    share = inflamed.frame.values["GLUT4_surface"]
    healthy = panel.readings.read(480).healthy.at(60)["GLUT4_surface"] / 100  # type: ignore[union-attr]
    assert share / healthy < 0.87
    assert panel.bars.sentences()[0].endswith("doors at the surface as in health")
    before = panel.grab().toImage()
    inflamed.seek(5)
    assert panel.grab().toImage() != before
    panel.set_look(Look.load("light"))
    assert not panel.bars.isVisible()
    assert panel.curves.isVisible()


def test_a_click_on_a_bend_names_the_steps_and_selects_them(
    qtbot, panel: PlotsPanel, session: Session
) -> None:
    session.seek(30)
    session.set_state("load", 0.8)
    panel.grab()
    art, now = panel.curves.artwork, panel.readings.read(panel.curves.width()).now
    chart = panel.curves._charts["surface"]
    share = chart.share_of(now.at(40.0)["GLUT4_surface"])
    y = art.areas[0].bottom() - share * art.areas[0].height()
    qtbot.mouseClick(panel.curves, Qt.MouseButton.LeftButton, pos=QPointF(art.x_of(40.0), y).toPoint())
    qtbot.waitUntil(panel.why.isVisible)
    steps = [panel.why.list.item(i).text() for i in range(panel.why.list.count())]
    assert steps[0] == "1. Inflammatory load: 0.8, at 30 min"
    assert steps[-1].startswith("9. Surface GLUT4 fell")
    panel.why.list.setCurrentRow(2)
    qtbot.keyClick(panel.why.list, Qt.Key.Key_Return)
    assert session.selection == "JNK"
    panel.why.replay.click()
    assert session.time == pytest.approx(29.0)
    assert session.speed == 0.25
    assert session.is_playing
    session.pause()


def test_w_asks_about_the_play_head_and_escape_closes(qtbot, panel: PlotsPanel, session: Session) -> None:
    session.seek(10)
    qtbot.keyClick(panel.curves, Qt.Key.Key_W)
    qtbot.waitUntil(panel.why.isVisible)
    assert "rise" in panel.why.accessibleName()
    qtbot.keyClick(panel.why.list, Qt.Key.Key_Escape)
    assert not panel.why.isVisible()


def test_the_card_stays_within_the_panel(qtbot, panel: PlotsPanel, session: Session) -> None:
    panel.resize(300, 220)
    panel.grab()
    panel.curves.asked.emit("GLUT4_surface", 10.0)
    qtbot.waitUntil(panel.why.isVisible)
    assert panel.rect().contains(panel.why.geometry())
    panel.curves.asked.emit("", 10.0)
    assert not panel.why.isVisible()


def test_a_drag_along_a_curve_only_seeks(qtbot, panel: PlotsPanel, session: Session) -> None:
    asked: list[str] = []
    panel.curves.asked.connect(asked.append)
    art = panel.curves.artwork
    start, end = QPoint(round(art.x_of(20.0)), 50), QPoint(round(art.x_of(60.0)), 50)
    qtbot.mousePress(panel.curves, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(panel.curves, end)
    qtbot.mouseRelease(panel.curves, Qt.MouseButton.LeftButton, pos=end)
    assert asked == []


def test_another_film_puts_the_card_away_and_leaves_the_keyboard(
    qtbot, panel: PlotsPanel, session: Session
) -> None:
    panel.curves.asked.emit("GLUT4_surface", 10.0)
    qtbot.waitUntil(panel.why.isVisible)
    closed: list[bool] = []
    panel.why.closed.connect(lambda: closed.append(True))
    session.set_state("load", 0.6)
    assert not panel.why.isVisible()
    assert closed == []


def test_large_words_of_bars_wrap_instead_of_being_cut(show: Shown) -> None:
    session = Session(Scenario(protocol=Protocol("bath", insulin="10 nM"), tissue="fat"))
    panel = show(session, Look.load("light", level="basics"), (510, 400))
    assert panel.bars.hidden == 0
    large = Look.load("light", 2.0, "basics")
    panel.set_look(large)
    assert panel.bars._lines(large) > 1
    assert panel.bars.hidden > 0
