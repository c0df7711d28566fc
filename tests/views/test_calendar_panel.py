"""The calendar panel: lanes and bars of a life, and a handle that settles the cell at another week."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton

from hormoneviz.look.look import Look
from hormoneviz.look.words import format_value
from hormoneviz.session.session import Session
from hormoneviz.simulation.calendar import calendar_of_scenario
from hormoneviz.simulation.errors import SolverFailed
from hormoneviz.simulation.scenario import Hormones, Person, Scenario, Therapy
from hormoneviz.views.calendar import courses
from hormoneviz.views.calendar.panel import CalendarPanel
from hormoneviz.views.calendar.quantities import SPANS
from hormoneviz.views.ranges import ranges

WEEKLY = Therapy("testosterone cypionate", "100 mg", "7 d")
TREATED = Scenario(name="Treated", hormones=Hormones(testosterone="low"), therapy=(WEEKLY,), week=26.0)
Shown = Callable[..., CalendarPanel]


@pytest.fixture
def treated() -> Session:
    return Session(TREATED)


@pytest.fixture
def show(qtbot, dressed: Look) -> Shown:
    """Shows a session's calendar and waits until its weeks are lived."""

    def shown(session: Session, width: int = 510, height: int = 245) -> CalendarPanel:
        panel = CalendarPanel(session, dressed)
        qtbot.addWidget(panel)
        panel.resize(width, height)
        panel.show()
        qtbot.waitUntil(lambda: panel.weeks.life.course is not None)
        return panel

    return shown


def place(panel: CalendarPanel, week: float) -> QPoint:
    """A pixel of the lanes in that week."""
    board = panel.weeks.board
    return QPoint(round(board.x_of(week)), round(board.area.bottom()) - 20)


def lanes(panel: CalendarPanel) -> list[str]:
    return [lane.quantity.name for lane in panel.weeks.board.lanes]


# --- the handle ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("span", SPANS)
def test_every_week_has_a_place_and_the_place_is_that_weeks(qtbot, show, span: int) -> None:
    session = Session(Scenario(week=3.0))
    panel = show(session)
    panel.weeks.life.widen(span)
    qtbot.waitUntil(lambda: panel.weeks.board.span == span)
    board = panel.weeks.board
    assert [board.week_at(board.x_of(week)) for week in range(board.span + 1)] == list(range(board.span + 1))


def test_a_click_goes_to_its_week_and_settles_another_cell(qtbot, show, treated: Session) -> None:
    panel, film = show(treated), treated.film
    qtbot.mouseClick(panel.weeks, Qt.MouseButton.LeftButton, pos=place(panel, 40))
    assert treated.scenario.week == 40.0
    assert treated.film is not film
    assert panel.weeks.week == 40.0


def test_a_drag_follows_the_finger_and_is_one_step_of_undo(qtbot, show, treated: Session) -> None:
    panel = show(treated)
    qtbot.mousePress(panel.weeks, Qt.MouseButton.LeftButton, pos=panel.weeks.grip().center().toPoint())
    for week in range(27, 45):
        qtbot.mouseMove(panel.weeks, place(panel, week))
        assert panel.weeks.week == week
    qtbot.mouseRelease(panel.weeks, Qt.MouseButton.LeftButton, pos=place(panel, 44))
    assert treated.scenario.week == 44.0
    treated.undo()
    assert treated.scenario.week == 26.0
    assert treated.history.undo_name == ""


def test_two_drags_are_two_steps(qtbot, show, treated: Session) -> None:
    panel = show(treated)
    for week in (10, 20):
        qtbot.mouseClick(panel.weeks, Qt.MouseButton.LeftButton, pos=place(panel, week))
    treated.undo()
    assert treated.scenario.week == 10.0


def test_taking_the_grip_beside_its_line_does_not_move_it(qtbot, show, treated: Session) -> None:
    panel = show(treated)
    edge = (panel.weeks.grip().bottomRight() + QPointF(-4, -6)).toPoint()
    qtbot.mouseClick(panel.weeks, Qt.MouseButton.LeftButton, pos=edge)
    assert treated.scenario.week == 26.0


def test_a_press_on_the_names_goes_nowhere(qtbot, show, treated: Session) -> None:
    panel = show(treated)
    beside = QPoint(panel.weeks.width() - 20, 120)
    qtbot.mouseClick(panel.weeks, Qt.MouseButton.LeftButton, pos=beside)
    assert treated.scenario.week == 26.0


def test_the_grip_can_be_taken_with_a_finger_and_stays_in_the_panel(show, treated: Session) -> None:
    panel = show(treated)
    for week in (0.0, 26.0, 52.0):
        treated.set_week(week)
        grip = panel.weeks.grip()
        assert grip.width() >= 44
        assert panel.weeks.rect().contains(grip.toAlignedRect())


@pytest.mark.parametrize(
    ("key", "week"),
    [("Left", 25), ("Right", 27), ("PageDown", 22), ("PageUp", 30), ("Home", 0), ("End", 52)],
)
def test_keys_move_the_handle(qtbot, show, treated: Session, key: str, week: int) -> None:
    panel = show(treated)
    qtbot.keyClick(panel.weeks, getattr(Qt.Key, f"Key_{key}"))
    assert treated.scenario.week == week


def test_keys_in_quick_succession_all_count(qtbot, show, treated: Session) -> None:
    panel = show(treated)
    for _ in range(5):
        qtbot.keyClick(panel.weeks, Qt.Key.Key_Right)
    assert panel.weeks.week == 31
    qtbot.waitUntil(lambda: treated.scenario.week == 31.0)


def test_home_is_the_calendars_and_not_the_windows(qapp, show, treated: Session) -> None:
    panel = show(treated)
    pressed = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier)
    qapp.sendEvent(panel.weeks, pressed)
    assert pressed.isAccepted()  # the window hears only the plain keys that are not


# --- what is drawn and when ----------------------------------------------------------------------------


def test_neither_play_nor_another_week_lives_the_weeks_again(show, treated: Session) -> None:
    panel = show(treated)
    lived = panel.weeks.life.course
    treated.seek(30.0)
    treated.play()
    treated.advance(0.5)
    treated.set_week(12.0)
    panel.grab()
    assert panel.weeks.life.course is lived


def test_another_therapy_is_lived_and_drawn(qtbot, show, treated: Session) -> None:
    panel = show(treated)
    lived = panel.weeks.life.course
    treated.set_therapies((WEEKLY, Therapy("anastrozole", "1 mg", None, 4.0, 20.0)))
    qtbot.waitUntil(lambda: panel.weeks.life.course is not lived)
    assert [bar.text for bar in panel.weeks.bars] == [
        "testosterone cypionate 100 mg weekly",
        "anastrozole 1 mg daily",
    ]
    assert (panel.weeks.bars[1].start, panel.weeks.bars[1].end) == (4.0, 20.0)


def test_the_lanes_show_what_the_calendar_says(show, treated: Session) -> None:
    panel = show(treated)
    course = panel.weeks.life.course
    assert course is not None
    calendar = calendar_of_scenario(treated.scenario)
    for name in ("testosterone", "HOMA_IR", "VAT"):
        assert course.at(name, 26.0) == pytest.approx(calendar.at(26.0)[name], rel=1e-6)
    assert course.at("fasting_glucose", 26.0) == pytest.approx(calendar.at(26.0)["fasting_glucose"] / 18.016)
    untreated = calendar_of_scenario(replace(treated.scenario, therapy=()))
    assert course.untreated["LH"][-1] == pytest.approx(untreated.at(52.0)["LH"], rel=1e-6)


def test_each_injection_is_a_tick_and_its_peak_is_kept(show, treated: Session) -> None:
    panel = show(treated)
    assert panel.weeks.bars[0].doses == tuple(float(week) for week in range(52))
    course = panel.weeks.life.course
    assert course is not None
    x, thin = courses.thinned(course.weeks, course.values["testosterone"])  # a week to the pixel
    assert len(thin) < len(course.weeks) / 4
    for week in (0, 10, 51):
        inside = (course.weeks >= week) & (course.weeks < week + 1)
        drawn = thin[(x >= week) & (x < week + 1)]
        assert drawn.max() == course.values["testosterone"][inside].max()
        assert drawn.min() == course.values["testosterone"][inside].min()


def test_what_nobody_has_measured_is_said_on_the_bar(show) -> None:
    session = Session(
        Scenario(therapy=(Therapy("ipamorelin", "1 mg", "1 d"), Therapy("CJC-1295", "2 mg", "7 d")))
    )
    panel = show(session)
    first, second = panel.weeks.bars
    assert (first.known, first.note) == ("no", "effect unknown")
    assert (second.known, second.note) == ("partly", "effect partly unknown")
    assert "not measured in people" in second.tip


def test_without_therapy_it_says_so(show, treated: Session) -> None:
    session = Session(Scenario())
    panel = show(session)
    assert panel.weeks.bars == ()
    assert panel.weeks.life.course.untreated == {}
    assert "No therapy" in panel.weeks.accessibleDescription()


def test_an_implant_ends_when_it_is_empty(show) -> None:
    session = Session(Scenario(therapy=(Therapy("testosterone pellets", "800 mg", None, 10.0),)))
    panel = show(session)
    (bar,) = panel.weeks.bars
    assert bar.end == pytest.approx(10.0 + 149 / 7, abs=0.1)


def test_weeks_that_cannot_be_lived_leave_a_note(qtbot, monkeypatch, dressed: Look, treated: Session) -> None:
    def fail(_scenario: Scenario) -> None:
        raise SolverFailed("stuck on day 200")

    monkeypatch.setattr(courses, "calendar_of_scenario", fail)
    panel = CalendarPanel(treated, dressed)
    qtbot.addWidget(panel)
    panel.resize(510, 245)
    panel.show()
    qtbot.waitUntil(lambda: panel.weeks.life.problem != "")
    panel.grab()
    assert "day 200" in panel.weeks.life.problem
    assert panel.weeks.board.lanes == ()
    qtbot.keyClick(panel.weeks, Qt.Key.Key_Right)
    assert treated.scenario.week == 27.0


def test_nothing_is_lived_for_nobody(qtbot, dressed: Look, treated: Session) -> None:
    panel = CalendarPanel(treated, dressed)
    qtbot.addWidget(panel)
    treated.set_therapies(())
    qtbot.wait(50)
    assert panel.weeks.life.course is None


# --- what is chosen ------------------------------------------------------------------------------------


def test_each_scenario_has_its_usual_quantities_until_somebody_chooses(qtbot, show, treated: Session) -> None:
    panel = show(treated, 800, 600)
    assert lanes(panel) == ["testosterone", "HOMA_IR", "VAT"]
    woman = Scenario(name="Woman", person=Person(sex="female", stage="menopause", age=56))
    treated.load(woman)
    qtbot.waitUntil(lambda: panel.weeks.life.scenario.name == "Woman")
    assert lanes(panel) == ["estradiol", "HOMA_IR", "VAT"]
    panel.chips.action("LH").trigger()
    assert lanes(panel) == ["estradiol", "HOMA_IR", "VAT", "LH"]
    treated.load(TREATED)
    qtbot.waitUntil(lambda: panel.weeks.life.scenario.name == "Treated")
    assert lanes(panel) == ["estradiol", "HOMA_IR", "VAT", "LH"]


def test_a_chip_takes_its_lane_away_but_never_the_last_one(show, treated: Session) -> None:
    panel = show(treated, 800, 600)
    for name in ("testosterone", "VAT", "HOMA_IR"):
        panel.chips.action(name).trigger()
    assert lanes(panel) == ["HOMA_IR"]
    assert panel.chips.action("HOMA_IR").isChecked()


def test_where_there_is_no_room_the_latest_choice_stays(show, treated: Session) -> None:
    panel = show(treated, 510, 200)
    panel.chips.action("CRP").trigger()
    assert "CRP" in lanes(panel)
    assert len(lanes(panel)) < len(panel.shown)
    assert all(lane.area.height() >= 30 for lane in panel.weeks.board.lanes)


def test_where_there_is_hardly_any_room_it_is_the_weeks(show, treated: Session) -> None:
    panel = show(treated, 510, 170)
    assert panel.chips.isVisible()
    panel.set_look(Look.load("light", 2.0))
    assert not panel.chips.isVisible()
    menu = panel.chips.menu(panel)
    assert panel.chips.action("LH") in menu.actions()


def test_chips_without_room_are_in_the_menu(show, treated: Session) -> None:
    panel = show(treated, 510, 245)
    shown = [chip for chip in panel.chips.findChildren(QToolButton) if chip.isVisible()]
    assert all(chip.geometry().right() < panel.width() for chip in shown)
    assert panel.chips.action("CRP") in next(c for c in shown if "More" in c.text()).menu().actions()


def test_moving_the_handle_never_narrows_the_span(qtbot, show, treated: Session) -> None:
    panel = show(treated)
    treated.set_week(80.0)
    qtbot.waitUntil(lambda: panel.weeks.board.span == 104)
    treated.set_week(2.0)
    panel.grab()
    assert panel.weeks.board.span == 104


def test_normal_is_what_the_read_outs_of_the_body_call_so(show, treated: Session) -> None:
    panel = show(treated, 800, 600)
    panel.chips.action("fasting_glucose").trigger()
    found = {lane.quantity.name: (lane.normal, lane.quantity.symbol) for lane in panel.weeks.board.lanes}
    for name in ("HOMA_IR", "fasting_glucose"):
        usual = ranges()[name]
        assert found[name] == ((usual.low, usual.high), usual.unit.replace("1", ""))
    assert found["testosterone"][0] == (9.16, 31.8)  # 264 to 916 ng/dL
    assert found["VAT"][0] is None


def test_glucose_is_told_in_the_unit_that_was_chosen(show, treated: Session) -> None:
    panel = show(treated, 800, 600)
    panel.chips.action("fasting_glucose").trigger()
    (before,) = (lane for lane in panel.weeks.board.lanes if lane.quantity.name == "fasting_glucose")
    picture = panel.weeks.grab().toImage()
    panel.set_look(Look.load("light", glucose_unit="mg/dL"))
    (lane,) = (lane for lane in panel.weeks.board.lanes if lane.quantity.name == "fasting_glucose")
    assert lane.quantity.symbol == "mg/dL"
    assert lane.normal == pytest.approx([18.016 * end for end in before.normal])
    assert lane.high == pytest.approx(18.016 * before.high)
    value = calendar_of_scenario(treated.scenario).at(26.0)["fasting_glucose"]
    assert format_value(value, "mg/dL") in panel.weeks.accessibleDescription()
    assert panel.weeks.grab().toImage() != picture


# --- look and speech -----------------------------------------------------------------------------------


def test_what_is_seen_can_be_heard(show, treated: Session) -> None:
    panel = show(treated)
    treated.set_week(30.0)
    told = panel.weeks.accessibleDescription()
    assert told.startswith("Week 30.")
    assert "Testosterone" in told
    assert "testosterone cypionate 100 mg weekly" in told


def test_another_look_redraws(qtbot, show, treated: Session) -> None:
    panel = show(treated)
    before = panel.grab().toImage()
    panel.set_look(Look.load("dark"))
    assert panel.grab().toImage() != before


def test_large_text_still_shows_a_lane_with_its_name_and_value(show, treated: Session) -> None:
    panel = show(treated, 510, 245)
    panel.set_look(Look.load("light", 2.0))
    assert len(lanes(panel)) == 1
    assert panel.weeks.board.area.width() > 150
