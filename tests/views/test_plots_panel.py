"""The plots panel: drawn once a film, revealed by the play head, sought in by mouse and keys, zoomed."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.scenario import Inflammation, Protocol, Scenario
from hormoneviz.views.changes import changes
from hormoneviz.views.plots.catalogue import plots
from hormoneviz.views.plots.labels import end_labels
from hormoneviz.views.plots.panel import PlotsPanel
from hormoneviz.views.plots.rows import SMALL, TEXT, rows

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
    assert "+1 hidden" in [button.text() for button in panel.findChildren(QToolButton) if button.isVisible()]


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


def test_what_is_seen_can_be_heard(qtbot, panel: PlotsPanel, session: Session) -> None:
    session.seek(30)
    qtbot.waitUntil(lambda: "30 min" in panel.curves.accessibleDescription())
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


def test_smaller_causes_are_counted_and_named_on_demand(qtbot, panel: PlotsPanel, session: Session) -> None:
    session.seek(30)
    session.set_state("load", 0.8)
    panel.grab()
    panel.curves.asked.emit("Akt_S473", 45.0)
    qtbot.waitUntil(panel.why.isVisible)
    before = panel.why.list.count()
    assert {cause.name for cause in panel.why.smaller} == {"IL6", "SOCS3"}
    assert panel.why.more.text() == "+ 2 smaller"
    qtbot.mouseClick(panel.why.more, Qt.MouseButton.LeftButton)
    lines = [panel.why.list.item(row).text() for row in range(before, panel.why.list.count())]
    assert [line.split(",")[0] for line in lines] == ["+ IL-6 rose", "+ SOCS3 rose"]
    assert not panel.why.more.isVisible()
    assert "SOCS3" in panel.why.accessibleName()
    panel.why.list.setCurrentRow(before)
    qtbot.keyClick(panel.why.list, Qt.Key.Key_Return)
    assert session.selection == "IL6"


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
    small = panel.bars.places()[0].sentence.height()
    panel.set_look(Look.load("light", 2.0, "basics"))
    assert panel.bars.places()[0].sentence.height() >= 2.5 * small
    assert panel.bars.hidden > 0


LOW = [(240, 170), (360, 170), (400, 240), (360, 400), (520, 300), (900, 700), (1500, 1000)]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", LOW, ids=str)
def test_bars_and_their_words_stand_inside_and_apart(qapp, size: tuple[int, int], scale: float) -> None:
    look = Look.load("light", scale, "basics")
    room, chosen = QSizeF(*size), tuple(plots().values())[:4]
    whom = look.words.say("bar_as_twin_body")
    found = rows(room, look, chosen, whom, corner=60.0)
    parts = [part for row in found for part in (row.sentence, *row.bars)]
    assert all(QRectF(QPointF(), room).contains(part) for part in parts)
    assert all(one.bottom() <= other.top() + 0.5 for one, other in pairwise(parts))
    line = QFontMetricsF(fonts.font(look.pixels(TEXT), fonts.MEDIUM)).height()
    name = QFontMetricsF(fonts.font(look.pixels(SMALL))).height()
    assert all(row.sentence.height() >= line for row in found)
    assert all(bar.height() >= name for row in found for bar in row.bars)
    assert any(not row.brief for row in found) or size[1] < 250 * scale


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_axes_are_whole_and_plots_high_enough_in_every_panel(show: Shown, scale: float) -> None:
    look = Look.load("light", scale)
    panel = show(Session(Scenario()), look)
    for size in LOW:
        panel.resize(*size)
        panel.grab()
        art, view = panel.curves.artwork, panel.curves
        numbers = QFontMetricsF(fonts.font(look.pixels(12))).height()
        heights = [area.height() for area in art.areas]
        assert min(heights) >= look.pixels(28), (size, heights)
        assert art.areas[-1].bottom() + numbers <= view.height()
        assert all(area.left() >= look.pixels(34) for area in art.areas)
        assert all(b.top() - a.bottom() >= look.pixels(13) for a, b in pairwise(art.areas))


@pytest.mark.parametrize("level", ["basics", "mechanism"])
@pytest.mark.parametrize("size", [(240, 170), (400, 230), (520, 300)], ids=str)
def test_what_is_hidden_is_within_reach(show: Shown, level: str, size: tuple[int, int]) -> None:
    session = Session(Scenario())
    session.set_twin("healthy")
    panel = show(session, Look.load("light", 2.0, level), size)  # type: ignore[arg-type]
    buttons = [b for b in panel.findChildren(QToolButton) if b.isVisible() and b.text().startswith("+")]
    (button,) = buttons
    assert panel.rect().contains(QRect(button.mapTo(panel, QPoint()), button.size()))
    assert button.width() >= button.sizeHint().width() - 1
    offered = [action for action in button.menu().actions() if action.isVisible()]
    assert {plot.name for plot in panel.shown} <= {action.objectName() for action in offered}
    assert panel.difference.act in offered


def test_a_twin_is_drawn_and_named_beside_the_cell_and_then_as_a_difference(
    qtbot, panel: PlotsPanel, session: Session, look: Look
) -> None:
    session.set_state("load", 0.8)
    assert not panel.difference.isVisible()
    session.set_twin("healthy")
    panel.grab()
    assert panel.difference.isVisible()
    found = panel.readings.read(480)
    names = [label.text for label in end_labels(plots()["surface"], look.words, 180.0, found)]
    assert names == ["this cell", "healthy"]
    before = panel.curves.grab().toImage()
    qtbot.mouseClick(panel.difference, Qt.MouseButton.LeftButton)
    assert panel.curves.grab().toImage() != before
    found, chart = panel.readings.read(480), panel.curves._charts["surface"]
    assert chart.low < found.drawn.at(60.0)["GLUT4_surface"] < 0.0 < chart.top
    assert [label.text for label in end_labels(chart.plot, look.words, 180.0, found)] == ["this − healthy"]
    zero = chart.share_of(0.0)
    assert 0.0 < zero < 1.0
    session.set_twin("")
    assert panel.readings.read(480).difference is None
    assert not panel.difference.isVisible()


def test_the_twins_curve_follows_the_twin(panel: PlotsPanel, session: Session) -> None:
    session.set_twin("unchanged")
    session.seek(30)
    session.set_state("load", 0.9)
    found = panel.readings.read(480)
    assert found.kind == "unchanged"
    assert found.twin.at(100)["GLUT4_surface"] > found.now.at(100)["GLUT4_surface"]


def test_basics_compare_with_the_other_cell(show: Shown) -> None:
    session = Session(
        Scenario(inflammation=Inflammation(0.9), protocol=Protocol("bath", insulin="10 nM"), tissue="fat")
    )
    session.seek(60)
    session.set_twin("healthy")
    panel = show(session, Look.load("light", level="basics"))
    assert panel.bars.sentences()[0].endswith("doors at the surface as in the other cell")
    before = panel.bars.grab().toImage()
    panel.difference.act.trigger()
    assert panel.bars.grab().toImage() != before


def test_what_was_chosen_is_remembered_and_nonsense_is_passed_over(
    qtbot, panel: PlotsPanel, session: Session, dressed: Look
) -> None:
    panel.chips.action("uptake").trigger()
    other = PlotsPanel(session, dressed)
    qtbot.addWidget(other)
    other.recall(f"{panel.kept()} +nobody -surfaces x")
    assert [plot.name for plot in other.shown] == ["surface", "cascade"]
    assert other.kept() == panel.kept() == "-uptake"


@pytest.mark.parametrize("name", ["surface", "uptake", "glucose", "insulin", "FFA", "cascade"])
def test_a_tap_on_a_bend_of_every_plot_names_its_steps(qtbot, show: Shown, name: str) -> None:
    session = Session(Scenario(protocol=Protocol("meal")))
    panel = show(session)
    for each in plots():
        panel.chips.action(each).setChecked(each == name)
    panel.chips.action(name).setChecked(True)
    panel.grab()
    plot, now = plots()[name], panel.readings.read(panel.curves.width()).now
    curve = plot.curves[plot.main].name
    art, chart = panel.curves.artwork, panel.curves._charts[name]
    area = art.areas[art.names.index(name)]
    y = area.bottom() - chart.share_of(now.at(40.0)[curve]) * area.height()
    finger = QTest.createTouchDevice()
    place = QPointF(art.x_of(40.0), min(y + 8.0, area.bottom())).toPoint()
    QTest.touchEvent(panel.curves, finger).press(0, place, panel.curves)
    QTest.touchEvent(panel.curves, finger).release(0, place, panel.curves)
    qtbot.waitUntil(panel.why.isVisible)
    assert len(panel.why.steps) >= 2
    assert panel.why.steps[0].onset <= panel.why.steps[-1].onset + 1.0
    assert panel.why.replay.isVisible()


def test_a_tap_on_a_bar_asks_too(qtbot, show: Shown) -> None:
    session = Session(Scenario(protocol=Protocol("meal")))
    session.seek(40)
    panel = show(session, Look.load("light", level="basics"))
    place = panel.bars.places()[0].bars[0].center().toPoint()
    qtbot.mouseClick(panel.bars, Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(panel.why.isVisible)
    assert panel.why.steps[-1].name == "GLUT4_surface"
    panel.why.dismiss()
    session.select("plasma_glucose")
    qtbot.keyClick(panel.bars, Qt.Key.Key_W)
    qtbot.waitUntil(panel.why.isVisible)
    assert panel.why.steps[-1].name == "plasma_glucose"
