"""The controls bar shows the switches at the play head, asks the session to change them, and never echoes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QSlider

from hormoneviz.exchange.library import ScenarioEntry
from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
from hormoneviz.simulation.scenario import Protocol, Scenario
from hormoneviz.views.controls.bar import HORMONES, LEVELS, ControlsBar
from hormoneviz.views.scales import DOSE_STEPS, dose_at, load_phrase, step_of
from hormoneviz.views.segments import Segments


@pytest.fixture
def bar(qtbot, session: Session, dressed: Look, tmp_path) -> ControlsBar:
    other = ScenarioEntry("Another", tmp_path, Scenario(name="Another"))
    bar = ControlsBar(session, dressed, [other])
    qtbot.addWidget(bar)
    bar.resize(1280, bar.height())
    bar.show()
    return bar


def chip(bar: ControlsBar, hormone: str) -> Segments:
    found = bar.findChild(Segments, hormone)
    assert found is not None
    return found


@pytest.mark.parametrize("hormone", HORMONES)
@pytest.mark.parametrize("level", ["low", "high"])
def test_a_chip_sets_its_hormone(qtbot, bar: ControlsBar, session: Session, hormone: str, level: str) -> None:
    qtbot.mouseClick(chip(bar, hormone).button(level), Qt.MouseButton.LeftButton)
    assert session.state(hormone) == level


def test_chips_follow_the_play_head_over_an_event(bar: ControlsBar, session: Session) -> None:
    session.seek(20)
    session.set_state("estradiol", "low")
    session.seek(10)
    assert chip(bar, "estradiol").button("normal").isChecked()
    session.seek(30)
    assert chip(bar, "estradiol").button("low").isChecked()


def test_showing_is_not_setting(qtbot, bar: ControlsBar, session: Session) -> None:
    with qtbot.assertNotEmitted(session.film_changed):
        bar.refresh()


def test_undo_takes_a_toggle_back_and_says_what_it_would(qtbot, bar: ControlsBar, session: Session) -> None:
    undo = next(b for b in bar.findChildren(QAbstractButton) if b.accessibleName() == "Undo")
    assert not undo.isEnabled()
    session.set_state("load", 0.5)
    assert "load" in undo.toolTip()
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert session.state("load") == pytest.approx(0.05)


def test_the_load_slider_sets_the_load_by_keyboard(qtbot, bar: ControlsBar, session: Session) -> None:
    slider = next(s for s in bar.findChildren(QSlider) if "load" in s.accessibleName().lower())
    qtbot.keyClick(slider, Qt.Key.Key_PageUp)
    assert session.state("load") == pytest.approx(0.15)


def test_a_drag_is_coalesced_and_ends_where_it_was_let_go(bar: ControlsBar, session: Session) -> None:
    slider = next(s for s in bar.findChildren(QSlider) if "load" in s.accessibleName().lower())
    films = []
    session.film_changed.connect(lambda: films.append(session.film))
    slider.setSliderDown(True)
    for value in range(10, 60):
        slider.setValue(value)
    slider.setSliderDown(False)
    assert session.state("load") == pytest.approx(0.59)
    assert len(films) < 20


def test_the_dose_is_for_the_bath_alone(bar: ControlsBar, session: Session) -> None:
    dose = next(s for s in bar.findChildren(QSlider) if "dose" in s.accessibleName().lower())
    assert dose.isVisible()
    session.set_protocol(Protocol("meal"))
    assert not dose.isVisible()


def test_wash_out_takes_the_insulin_away_from_now_on(qtbot, bar: ControlsBar, session: Session) -> None:
    session.seek(30)
    button = next(b for b in bar.findChildren(QAbstractButton) if b.text() == "Wash out")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    session.seek(40)
    assert session.frame.values["insulin"] == 0.0
    session.seek(10)
    assert session.frame.values["insulin"] == pytest.approx(10.0)


def test_a_scenario_of_the_menu_comes_on_stage(bar: ControlsBar, session: Session) -> None:
    button = next(b for b in bar.findChildren(QAbstractButton) if b.text() == "Scenarios")
    button.menu().actions()[0].menu().actions()[0].trigger()
    assert session.scenario.name == "Another"


def test_the_bar_wraps_into_more_lines_where_it_is_narrow(qtbot, bar: ControlsBar) -> None:
    wide = bar.height()
    bar.resize(800, 100)
    qtbot.waitUntil(lambda: bar.height() > wide)


def test_everything_is_large_enough_and_named(bar: ControlsBar) -> None:
    for part in (*bar.findChildren(QAbstractButton), *bar.findChildren(QSlider)):
        assert part.height() >= 32, part.accessibleName()
        assert part.accessibleName() or part.text()


def test_tab_reaches_each_choice_and_arrows_move_within_it(qtbot, bar: ControlsBar, session: Session) -> None:
    for choice in bar.findChildren(Segments):
        reached = [b for b in choice.buttons() if b.focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert [b.isChecked() for b in reached] == [True]
    normal = chip(bar, "testosterone").button("normal")
    normal.setFocus()
    qtbot.keyClick(normal, Qt.Key.Key_Left)
    assert session.state("testosterone") == "low"


def test_there_is_a_button_for_each_level_of_each_hormone(bar: ControlsBar) -> None:
    for hormone in HORMONES:
        for level in LEVELS:
            assert level in chip(bar, hormone).button(level).accessibleName()


def test_dose_steps_are_read_back() -> None:
    assert [step_of(dose_at(step)) for step in range(DOSE_STEPS + 1)] == list(range(DOSE_STEPS + 1))
    assert (dose_at(0), dose_at(DOSE_STEPS)) == ("0.001 nM", "100 nM")


def test_loads_have_words() -> None:
    assert [load_phrase(x) for x in (0.0, 0.05, 0.5, 1.0)] == [
        "load_none",
        "load_lean",
        "load_obese",
        "load_endotoxin",
    ]


def test_tab_goes_through_the_bar_as_it_is_read(bar: ControlsBar) -> None:
    part, seen = bar.nextInFocusChain(), []
    while part is not bar:
        if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.window() is bar:
            seen.append(part.mapTo(bar, part.rect().topLeft()))
        part = part.nextInFocusChain()
    lines = [(round(place.y() / 20), place.x()) for place in seen]
    assert lines == sorted(lines)
