"""Why did it change: the steps from a switch, a wash-out or a meal to what is seen, in their order."""

from __future__ import annotations

import pytest

from hormoneviz.simulation.cause_order import in_order
from hormoneviz.simulation.causes import causes
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.scenario import Event, Protocol, Scenario

TOGGLED = Scenario(
    tissue="fat",
    duration="120 min",
    protocol=Protocol("bath", insulin="10 nM"),
    event=(Event("30 min", {"load": 0.8}),),
)


def names(scenario: Scenario, quantity: str, time: float) -> list[str]:
    return [cause.name for cause in causes(Film(scenario), quantity, time)]


def test_inflammation_reaches_the_surface_step_by_step() -> None:
    found = causes(Film(TOGGLED), "GLUT4_surface", 40.0)
    assert [(cause.name, cause.rose) for cause in found] == [
        ("event", True),
        ("TNF", True),
        ("JNK", True),
        ("IRS1_S", True),
        ("IRS1_Y", False),
        ("PIP3", False),
        ("Akt_S473", False),
        ("AS160_p", False),
        ("GLUT4_surface", False),
    ]
    assert found[0].onset == 30.0
    assert found[0].settings == {"load": 0.8}
    assert all(cause.onset >= 30.0 for cause in found)
    assert found[-1].onset > found[0].onset


def test_before_the_switch_insulin_is_the_cause() -> None:
    found = causes(Film(TOGGLED), "GLUT4_surface", 8.0)
    assert [cause.name for cause in found][:3] == ["insulin", "IRp", "IRS1_Y"]
    assert all(cause.rose for cause in found)
    assert "event" not in [cause.name for cause in found]


def test_a_wash_out_is_insulin_that_fell() -> None:
    washed = Scenario(tissue="fat", protocol=Protocol("bath", insulin="10 nM", washout_at="60 min"))
    found = causes(Film(washed), "GLUT4_surface", 75.0)
    assert found[0].name == "insulin"
    assert (found[0].onset, found[0].rose) == (60.0, False)
    assert not found[-1].rose


def test_a_meal_comes_through_glucose_and_insulin() -> None:
    found = names(Scenario(protocol=Protocol("meal")), "glucose_uptake", 30.0)
    assert found[:4] == ["eaten", "glucose", "insulin", "IRp"]
    assert found[-2:] == ["GLUT4_surface", "glucose_uptake"]


def test_when_the_meal_is_over_everything_falls() -> None:
    found = causes(Film(Scenario(protocol=Protocol("meal"))), "GLUT4_surface", 150.0)
    assert not any(cause.rose for cause in found)
    assert {"insulin", "IRp", "PIP3"} <= {cause.name for cause in found}


def test_a_parameter_set_on_the_way_is_a_cause() -> None:
    found = causes(
        Film(Scenario(tissue="fat", protocol=Protocol("bath"), event=(Event("40 min", {"k_pten": 9.0}),))),
        *("GLUT4_surface", 45.0),
    )
    assert [cause.name for cause in found][:2] == ["event", "PIP3"]
    assert found[0].settings == {"k_pten": 9.0}


def test_what_rests_has_no_cause() -> None:
    assert causes(Film(Scenario(protocol=Protocol("bath", insulin="0 nM"))), "GLUT4_surface", 60.0) == ()


def test_the_answer_does_not_depend_on_how_far_the_film_was_seen() -> None:
    seen = Film(TOGGLED)
    seen.at(119.0)
    assert causes(seen, "GLUT4_surface", 40.0) == causes(Film(TOGGLED), "GLUT4_surface", 40.0)


def test_a_name_that_nobody_knows_is_refused() -> None:
    with pytest.raises(KeyError):
        causes(Film(TOGGLED), "GLUT9", 40.0)


def test_a_cause_stands_before_its_effect_and_the_weakest_edge_opens_a_circle() -> None:
    onsets = {"a": 3.0, "b": 2.0, "c": 1.0, "d": 0.5}
    assert in_order(onsets, []) == ["d", "c", "b", "a"]
    edges = [(0.9, "a", "b"), (0.8, "b", "c"), (0.1, "c", "a")]
    assert in_order(onsets, edges) == ["d", "a", "b", "c"]
