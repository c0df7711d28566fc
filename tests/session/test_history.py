"""Undo and redo as two stacks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hormoneviz.session.history import LONGEST, History
from hormoneviz.simulation.scenario import Scenario


def scenario(number: int) -> Scenario:
    return Scenario(seed=number)


@given(moves=st.lists(st.sampled_from(["step", "undo", "redo"]), max_size=40))
def test_undo_and_redo_walk_one_line_of_scenarios(moves: list[str]) -> None:
    history, line, place = History(), [scenario(0)], 0
    for move in moves:
        if move == "step":
            history.record(line[place], f"step {place}")
            line = [*line[: place + 1], scenario(len(moves) + len(line))]
            place += 1
        elif move == "undo" and history.undo_name:
            place -= 1
            assert history.undo(line[place + 1]) == line[place]
        elif move == "redo" and history.redo_name:
            place += 1
            assert history.redo(line[place - 1]) == line[place]
        assert bool(history.undo_name) == (place > 0)
        assert bool(history.redo_name) == (place < len(line) - 1)


def test_names_are_those_of_the_steps() -> None:
    history = History()
    history.record(scenario(0), "load 0.3")
    history.record(scenario(1), "tissue fat")
    assert history.undo_name == "tissue fat"
    assert history.before_last == scenario(1)
    history.undo(scenario(2))
    assert (history.undo_name, history.redo_name) == ("load 0.3", "tissue fat")


def test_with_nothing_to_undo_there_is_no_name_and_no_step() -> None:
    history = History()
    assert (history.undo_name, history.redo_name, history.before_last) == ("", "", None)
    for step in (history.undo, history.redo):
        with pytest.raises(IndexError):
            step(scenario(0))


def test_a_kiosk_that_runs_for_weeks_forgets_the_oldest_steps() -> None:
    history = History()
    for i in range(LONGEST + 50):
        history.record(scenario(i), f"step {i}")
    undone = 0
    while history.undo_name:
        last = history.undo(scenario(9999))
        undone += 1
    assert undone == LONGEST
    assert last == scenario(50)
