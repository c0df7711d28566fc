"""The session's commands, as rows."""

from __future__ import annotations

import pytest

from hormoneviz.session.commands import Command, session_commands
from hormoneviz.session.session import Session
from hormoneviz.simulation.scenario import Scenario


@pytest.fixture
def session() -> Session:
    return Session(Scenario(vesicles=100, duration="30 min"))


@pytest.fixture
def rows(session: Session) -> dict[str, Command]:
    return {command.id: command for command in session_commands(session)}


def test_each_row_has_its_own_id_and_its_own_keys(session: Session, rows: dict[str, Command]) -> None:
    assert len(rows) == len(session_commands(session))
    keys = [key for command in rows.values() for key in command.keys]
    assert len(keys) == len(set(keys))
    assert all(command.text and command.menu and command.keys for command in rows.values())


def test_every_row_can_be_run_at_any_time(session: Session, rows: dict[str, Command]) -> None:
    for _ in range(2):
        for command in rows.values():
            command.run()
    assert 0.0 <= session.time <= 30.0


def test_the_rows_do_what_they_say(session: Session, rows: dict[str, Command]) -> None:
    rows["end"].run()
    assert session.time == 30.0
    rows["start"].run()
    assert session.time == 0.0
    rows["fat"].run()
    assert session.scenario.tissue == "fat"
    rows["play"].run()
    assert session.is_playing


def test_undo_is_offered_only_when_there_is_a_step(session: Session, rows: dict[str, Command]) -> None:
    undo, redo = rows["undo"].enabled, rows["redo"].enabled
    assert undo is not None
    assert redo is not None
    assert (undo(), redo()) == (False, False)
    rows["fat"].run()
    assert (undo(), redo()) == (True, False)
    rows["undo"].run()
    assert (undo(), redo()) == (False, True)


def test_inflammation_goes_by_tenths_and_ends_at_0_and_1(session: Session, rows: dict[str, Command]) -> None:
    for _ in range(12):
        rows["inflame"].run()
    assert session.state("load") == 1.0
    rows["soothe"].run()
    assert session.state("load") == 0.9
    for _ in range(12):
        rows["soothe"].run()
    assert session.state("load") == 0.0
