"""Settling: the fast way ends where the long way ends, and says so when it cannot tell."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from hormoneviz.simulation.conditions import conditions, network_of
from hormoneviz.simulation.ode import REST, rest, wait
from hormoneviz.simulation.scenario import Hormones, Inflammation, Person, Protocol, Scenario
from hormoneviz.simulation.settle import newton, settle

words = st.sampled_from(["low", "normal", "high"])
scenarios = st.builds(
    lambda person, hormones, load, kind, tissue: Scenario(
        person=person,
        hormones=hormones,
        inflammation=Inflammation(load),
        protocol=Protocol(kind),
        tissue=tissue,
    ),
    person=st.builds(
        Person,
        sex=st.sampled_from(["male", "female"]),
        body=st.sampled_from(["lean", "overweight", "obese"]),
        diabetes=st.sampled_from(["none", "type 2"]),
    ),
    hormones=st.builds(Hormones, words, words, words, words),
    load=st.floats(0, 1),
    kind=st.sampled_from(["bath", "meal", "clamp", "endotoxin"]),
    tissue=st.sampled_from(["muscle", "fat"]),
)


@settings(max_examples=12, deadline=None)
@given(scenarios)
def test_a_cell_settles_where_a_long_fine_solution_ends(scenario: Scenario) -> None:
    runner, first = network_of(scenario), conditions(scenario)[0]
    given_ = first.parameters, lambda _t: first.resting_inputs
    state = rest(runner, first.parameters, first.resting_inputs)
    waited = wait(
        lambda t, y: np.array(runner.rhs(t, y, *given_)),
        lambda t, y: runner.jacobian(t, y, *given_),
        runner.start(first.parameters),
    )
    assert state == pytest.approx(waited, rel=1e-6, abs=1e-9)


@pytest.mark.parametrize("overrides", [{"G4tot": 0.4}, {"IRtot": 0.5, "G4tot": 2.0}, {"IRS1tot": 0.3}])
def test_totals_are_kept(overrides: dict[str, float]) -> None:
    scenario = replace(Scenario(), parameters=overrides)
    runner, first = network_of(scenario), conditions(scenario)[0]
    state = rest(runner, first.parameters, first.resting_inputs)
    places = {s.name: i for i, s in enumerate(runner.network.species)}
    for law in runner.network.conserved:
        if law.exact:
            total = sum(state[places[name]] for name in law.members)
            assert total == pytest.approx(overrides.get(law.total, 1.0), rel=1e-7)


def bistable(_t: float, y: np.ndarray) -> list[float]:
    """At rest at 0 (stable), 1 (not) and 3 (stable)."""
    return [-y[0] * (y[0] - 1) * (y[0] - 3)]


def slope(_t: float, y: np.ndarray) -> np.ndarray:
    return np.array([[-(3 * y[0] ** 2 - 8 * y[0] + 3)]])


@pytest.mark.parametrize(("start", "end"), [(0.9, 0.0), (1.1, 3.0), (5.0, 3.0)])
def test_of_two_states_of_rest_it_is_the_one_that_time_leads_to(start: float, end: float) -> None:
    found = settle(bistable, slope, np.array([start]), REST)
    assert found is not None
    assert found == pytest.approx([end], abs=1e-9)


def test_what_has_not_come_to_rest_in_time_is_not_told() -> None:
    assert settle(bistable, slope, np.array([2.0]), 0.1) is None


def test_what_grows_for_ever_has_no_rest() -> None:
    assert settle(lambda t, y: [1.0 + y[0]], lambda t, y: np.array([[1.0]]), np.array([1.0]), 10.0) is None


def test_a_negative_state_of_rest_is_none() -> None:
    assert newton(lambda t, y: [-1.0 - y[0]], lambda t, y: np.array([[-1.0]]), np.array([0.0])) is None


@pytest.mark.parametrize("person", [Person(), Person(body="obese", diabetes="type 2"), Person(sex="female")])
def test_a_person_settles_where_five_thousand_days_end(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    from hormoneviz.simulation import steady
    from hormoneviz.simulation.constitution import constitution

    who = constitution(person, Hormones(testosterone="low"), 0.4, "middle")
    quick = steady.untreated.__wrapped__(who)
    monkeypatch.setattr(steady, "settle", lambda *_: None)
    monkeypatch.setattr(steady, "AT_REST", 1e-8)
    slow = steady.untreated.__wrapped__(who)
    assert quick[0] == pytest.approx(slow[0], rel=1e-6, abs=1e-9)
    assert quick[1] == pytest.approx(slow[1], rel=1e-6, abs=1e-9)
