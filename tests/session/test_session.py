"""The session changes its scenario: toggles, drags, undo, others; what cannot be solved stays off stage."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from hormoneviz.session.session import Session
from hormoneviz.simulation.errors import SolverFailed
from hormoneviz.simulation.scenario import Event, Person, Protocol, Scenario, Therapy

MEAL = Scenario(name="A meal", vesicles=100)
BATH = Protocol("bath", insulin="10 nM")
SHORT = Scenario(name="A dish", vesicles=100, tissue="fat", protocol=BATH, duration="20 min")
"""what the session of conftest.py shows"""


def test_a_toggle_at_time_0_changes_the_scenarios_own_table(session: Session) -> None:
    session.set_state("load", 0.7)
    session.set_state("testosterone", "low")
    session.set_state("k_endo", 0.2)
    session.set_state("insulin", "3 nM")
    scenario = session.scenario
    assert scenario.event == ()
    assert (scenario.inflammation.load, scenario.hormones.testosterone) == (0.7, "low")
    assert (scenario.parameters, scenario.protocol.insulin) == ({"k_endo": 0.2}, "3 nM")


def test_a_toggle_later_is_an_event_at_the_next_grid_time(session: Session) -> None:
    session.seek(5.01)
    session.set_state("load", 0.7)
    assert session.scenario.event == (Event("5.05 min", {"load": 0.7}),)
    assert session.scenario.inflammation == SHORT.inflammation
    session.seek(5.05)
    assert session.state("load") == 0.7
    session.seek(4.0)
    assert session.state("load") == 0.05


@pytest.mark.parametrize(
    ("name", "value"),
    [("load", 0.6), ("testosterone", "low"), ("insulin", "1 nM"), ("fatty_acids", "1 mM"), ("k_endo", 0.3)],
)
@pytest.mark.parametrize("time", [0.0, 7.0])
def test_every_switch_reads_back_what_was_set(
    session: Session, name: str, value: float | str, time: float
) -> None:
    session.seek(time)
    session.set_state(name, value)
    assert session.state(name) == value


def test_a_change_is_told_once_film_before_frame(session: Session, heard: Any) -> None:
    session.seek(5.0)
    heard.clear()
    session.set_state("load", 0.7)
    assert heard.said == ["film", "frame 5"]


def test_nothing_is_said_when_nothing_differs(session: Session, heard: Any) -> None:
    session.seek(0.0)
    session.set_state("load", 0.05)
    session.set_state("insulin", "10 nM")
    session.set_tissue("fat")
    session.set_stance("middle")
    session.set_protocol(SHORT.protocol)
    session.load(SHORT)
    session.set_speed(session.speed)
    session.select("")
    session.pause()
    session.undo()
    session.redo()
    session.advance(0.01)
    assert heard.said == []
    assert session.history.undo_name == ""


def test_a_drag_is_one_step_of_undo(session: Session) -> None:
    session.seek(5.0)
    for load in (0.1, 0.2, 0.3, 0.4):
        session.set_state("load", load)
    assert session.scenario.event == (Event("5 min", {"load": 0.4}),)
    session.undo()
    assert session.scenario == SHORT
    assert session.history.undo_name == ""


def test_a_drag_while_playing_begins_where_it_began(session: Session) -> None:
    session.seek(5.0)
    session.play()
    for load in (0.1, 0.2, 0.3):
        session.set_state("load", load)
        session.advance(0.02)
    assert session.scenario.event == (Event("5 min", {"load": 0.3}),)


def test_what_comes_between_ends_a_drag(session: Session) -> None:
    session.seek(5.0)
    session.set_state("load", 0.3)
    session.set_state("testosterone", "low")
    session.set_state("load", 0.4)
    session.undo()
    assert session.state("load") == 0.3
    session.seek(6.0)
    session.set_state("load", 0.5)
    session.seek(6.0)
    session.set_state("load", 0.6)
    session.undo()
    assert session.state("load") == 0.5


def test_undo_and_redo_name_the_step_and_bring_it_back(session: Session) -> None:
    session.set_state("load", 0.7)
    session.set_tissue("muscle")
    assert session.history.undo_name == "tissue muscle"
    session.undo()
    assert (session.scenario.tissue, session.history.redo_name) == ("fat", "tissue muscle")
    session.undo()
    assert session.scenario == SHORT
    assert session.history.redo_name == "load 0.7"
    session.redo()
    session.redo()
    assert (session.scenario.tissue, session.scenario.inflammation.load) == ("muscle", 0.7)
    assert session.history.redo_name == ""


def test_a_new_step_forgets_what_was_undone(session: Session) -> None:
    session.set_state("load", 0.7)
    session.undo()
    session.set_state("load", 0.2)
    assert session.history.redo_name == ""


def test_undo_shows_the_very_same_frame(session: Session) -> None:
    session.seek(12.0)
    before = session.frame
    session.set_state("load", 0.9)
    session.seek(15.0)
    session.undo()
    session.seek(12.0)
    assert dict(session.frame.values) == dict(before.values)
    assert session.frame.vesicles.since.tolist() == before.vesicles.since.tolist()


def test_the_run_before_a_change_stays_as_a_ghost(session: Session) -> None:
    first = session.film
    session.seek(5.0)
    session.set_state("load", 0.7)
    assert session.ghost is first
    session.set_state("load", 0.8)
    assert session.ghost is first  # the drag goes on: compare with where it began
    session.undo()
    assert session.ghost is None


def test_another_scenario_starts_at_0_without_a_ghost_and_can_be_undone(session: Session) -> None:
    session.seek(5.0)
    session.set_state("load", 0.7)
    toggled = session.scenario
    session.load(MEAL)
    assert (session.time, session.ghost, session.scenario) == (0.0, None, MEAL)
    assert session.history.undo_name == "scenario A meal"
    session.undo()
    assert session.scenario == toggled


def test_another_experiment_starts_at_0(session: Session) -> None:
    session.seek(5.0)
    session.set_protocol(Protocol("fasting"))
    assert (session.time, session.scenario.protocol.kind, session.history.undo_name) == (
        0.0,
        "fasting",
        "fasting",
    )


def test_another_tissue_keeps_the_moment(session: Session) -> None:
    session.seek(5.0)
    session.set_tissue("muscle")
    assert (session.time, session.frame.tissue) == (5.0, "muscle")


def test_another_stance_is_a_step_of_undo_and_keeps_the_moment(session: Session) -> None:
    session.seek(5.0)
    session.set_stance("sceptical")
    assert (session.time, session.scenario.evidence.stance) == (5.0, "sceptical")
    assert session.history.undo_name == "evidence sceptical"


@pytest.mark.parametrize("time", [0.0, 5.0])
def test_what_cannot_be_solved_leaves_the_old_on_stage_and_says_so(
    session: Session, heard: Any, time: float
) -> None:
    session.seek(time)
    before = (session.film, session.frame)
    heard.clear()
    session.set_state("tau_cer", 0.0)  # a division by zero
    assert (session.film, session.frame) == before
    assert heard.said == []
    assert session.history.undo_name == ""
    (problem,) = heard.problems
    assert problem.startswith("This cannot be shown: ")


def test_a_first_scenario_that_cannot_be_solved_is_refused() -> None:
    with pytest.raises(SolverFailed):
        Session(replace(SHORT, parameters={"tau_cer": 0.0}))


def test_the_scenario_as_it_stands_has_the_events_worked_in(session: Session) -> None:
    session.seek(5.0)
    session.set_state("load", 0.7)
    assert session.standing.inflammation.load == 0.7
    assert session.standing.event == ()


def test_a_drag_through_the_weeks_is_one_step_of_undo(session: Session) -> None:
    session.load(MEAL)
    for week in (4.0, 8.0, 12.0):
        session.set_week(week)
    assert (session.scenario.week, session.history.undo_name) == (12.0, "week 4")
    assert session.ghost is not None
    assert session.ghost.scenario == MEAL
    session.undo()
    assert session.scenario == MEAL


def test_a_seek_ends_the_drag_through_the_weeks(session: Session) -> None:
    session.load(MEAL)
    session.set_week(4.0)
    session.seek(3.0)
    session.set_week(8.0)
    session.undo()
    assert session.scenario.week == 4.0


def test_another_person_and_therapies_keep_the_play_head_and_can_be_undone(session: Session) -> None:
    session.load(MEAL)
    session.seek(5.0)
    woman, patch = Person(sex="female", stage="menopause", age=55), Therapy("estradiol patch", "50 ug/d")
    session.set_person(woman)
    session.set_therapies((patch,))
    assert (session.scenario.person, session.scenario.therapy, session.time) == (woman, (patch,), 5.0)
    session.undo()
    session.undo()
    assert session.scenario == MEAL


@pytest.mark.parametrize("therapy", [Therapy("estradoil patch", "50 ug/d"), Therapy("anastrozole", "much")])
def test_a_therapy_that_cannot_be_read_is_told_and_changes_nothing(
    session: Session, heard: Any, therapy: Therapy
) -> None:
    session.load(MEAL)
    session.set_therapies((therapy,))
    assert session.scenario == MEAL
    assert len(heard.problems) == 1
