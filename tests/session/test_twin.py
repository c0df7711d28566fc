"""A twin: same clock, same seed, differs by what was chosen, and follows the session."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from hormoneviz.session.session import Session
from hormoneviz.session.twin import KINDS
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.scenario import Event, Inflammation, Person, Scenario, Therapy

TREATED = Scenario(
    vesicles=100,
    week=12.0,
    person=Person(body="obese"),
    inflammation=Inflammation(load=0.5),
    therapy=(Therapy("testosterone cypionate", "100 mg", "7 d"),),
    event=(Event("20 min", {"load": 0.8}),),
)


def test_each_kind_differs_by_what_it_says_and_nothing_else() -> None:
    assert KINDS["untreated"](TREATED) == replace(TREATED, therapy=())
    assert KINDS["week 0"](TREATED) == replace(TREATED, week=0.0)
    assert KINDS["unchanged"](TREATED) == replace(TREATED, event=())
    well = KINDS["healthy"](TREATED)
    assert (well.person, well.inflammation, well.therapy, well.event) == (Person(), Inflammation(), (), ())
    assert (well.seed, well.protocol, well.tissue, well.week) == (
        *(TREATED.seed, TREATED.protocol, TREATED.tissue, TREATED.week),
    )


def test_the_twin_shows_its_own_film_at_the_sessions_time(session: Session) -> None:
    session.load(TREATED)
    session.seek(7.0)
    session.set_twin("healthy")
    assert session.twin is not None
    expected = Film(KINDS["healthy"](TREATED)).at(7.0)
    assert session.twin.frame.values == expected.values
    session.seek(11.0)
    assert session.twin.time == 11.0


def test_the_twin_follows_a_change_and_undo(session: Session) -> None:
    session.load(TREATED)
    session.set_twin("untreated")
    twin = session.twin
    assert twin is not None
    session.set_state("testosterone", "low")
    assert twin.scenario == replace(session.scenario, therapy=())
    session.undo()
    assert twin.scenario == replace(TREATED, therapy=())


def test_swapping_needs_a_twin_and_another_twin_starts_behind(session: Session, heard: Any) -> None:
    told: list[bool] = []
    session.twin_changed.connect(lambda: told.append(session.twin_in_front))
    session.swap_twins()
    assert told == []
    session.set_twin("healthy")
    session.swap_twins()
    session.set_twin("untreated")
    session.set_twin("")
    assert told == [False, True, False, False]
    assert session.twin is None


def test_a_twin_that_has_left_hears_no_more(session: Session) -> None:
    session.set_twin("healthy")
    left = session.twin
    assert left is not None
    session.set_twin("")
    session.seek(5.0)
    assert left.time == 0.0


def test_an_unknown_kind_is_refused(session: Session) -> None:
    with pytest.raises(KeyError):
        session.set_twin("evil")
