"""The play head: seeks, steps, plays to the end, and says so once."""

from __future__ import annotations

from typing import Any

import pytest

from hormoneviz.session.player import STEP
from hormoneviz.session.session import Session
from hormoneviz.simulation.errors import SolverFailed
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.scenario import Scenario

MEAL = Scenario(name="A meal", vesicles=100)


def test_it_begins_paused_at_rest(session: Session) -> None:
    assert (session.time, session.is_playing, session.selection, session.ghost) == (0.0, False, "", None)
    assert session.scenario.name == "A dish"
    assert session.frame.time == 0.0


def test_seeking_stays_within_the_film(session: Session, heard: Any) -> None:
    for wanted in (5.0, 99.0, -3.0):
        session.seek(wanted)
    assert heard.said == ["frame 5", "frame 20", "frame 0"]


def test_steps_pause_and_go_both_ways(session: Session, heard: Any) -> None:
    session.play()
    session.step(1)
    session.step(1)
    session.step(-1)
    assert session.time == STEP
    assert not session.is_playing
    session.step(-1)
    session.step(-1)
    assert session.time == 0.0


def test_time_passes_while_playing_and_only_then(session: Session, heard: Any) -> None:
    session.advance(0.05)
    assert session.time == 0.0
    session.play()
    session.set_speed(10.0)
    session.advance(0.05)
    assert session.time == pytest.approx(0.5)
    assert heard.said == ["plays", "speed 10", "frame 0.5"]


def test_the_end_of_the_film_pauses(session: Session, heard: Any) -> None:
    session.seek(19.99)
    session.play()
    session.advance(0.1)
    assert (session.time, session.is_playing) == (20.0, False)
    assert heard.said[-2:] == ["frame 20", "pauses"]


def test_playing_at_the_end_starts_over(session: Session) -> None:
    session.seek(20.0)
    session.play()
    assert (session.time, session.is_playing) == (0.0, True)


def test_reset_goes_back_to_rest_and_keeps_the_scenario(session: Session) -> None:
    session.seek(5.0)
    session.set_state("load", 0.7)
    session.play()
    session.reset()
    assert (session.time, session.is_playing) == (0.0, False)
    assert session.scenario.event


def test_a_shorter_film_takes_the_play_head_along(session: Session) -> None:
    session.load(MEAL)
    session.seek(170.0)
    session.undo()
    assert session.time == 20.0
    session.play()
    session.seek(999.0)
    assert session.time == 20.0


def test_a_film_that_cannot_go_on_pauses_where_it_is(
    session: Session, heard: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.seek(5.0)
    session.play()
    heard.clear()

    def fails(film: Film, time: float) -> None:
        raise SolverFailed("the solver could not go on at 5 min")

    monkeypatch.setattr(Film, "at", fails)
    session.advance(0.05)
    assert heard.said == ["pauses"]
    assert heard.problems == ["The film cannot go on: the solver could not go on at 5 min"]
    assert session.time == 5.0


def test_selecting_is_told_once(session: Session, heard: Any) -> None:
    session.select("PIP3")
    session.select("PIP3")
    session.select("")
    assert heard.said == ["selected PIP3", "selected "]


def test_changing_speed_goes_by_the_stops(session: Session) -> None:
    session.change_speed(1)
    assert session.speed == 2.0
    for _ in range(20):
        session.change_speed(-1)
    assert session.speed == 0.25
