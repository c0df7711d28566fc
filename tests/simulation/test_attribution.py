"""The ledger: fair, whole, the same whoever asks, and true to the films it stands for."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from hormoneviz.simulation.attribution import MOST_EXACT, QUANTITIES, Accounting, Ledger, ledger
from hormoneviz.simulation.calendar import calendar_of_scenario
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.scenario import Event, Hormones, Inflammation, Person, Protocol, Scenario, Therapy
from hormoneviz.simulation.shapley import coalitions_of, estimated, everyone, exact, orders
from hormoneviz.simulation.switches import Switch, switched_off, switches_on

TRT = Therapy("testosterone cypionate", "100 mg", "7 d")
MAN = Scenario(
    person=Person(body="obese", diabetes="type 2"),
    hormones=Hormones(growth_hormone="high"),
    inflammation=Inflammation(0.6),
    protocol=Protocol("ogtt"),
    therapy=(TRT,),
    week=3.0,
)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 6), st.integers(0, 1000))
def test_shares_sum_to_the_whole(players: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    worth = {coalition: random.normal(size=2) for coalition in range(1 << players)}
    total = worth[everyone(players)] - worth[0]
    assert exact(worth, players).sum(axis=0) == pytest.approx(total, abs=1e-12)


def test_players_who_do_the_same_share_alike_and_who_does_nothing_gets_nothing() -> None:
    worth = {c: np.array([float((c & 1) + (c >> 1 & 1)) ** 2]) for c in range(8)}
    assert exact(worth, 3).ravel() == pytest.approx([2.0, 2.0, 0.0], abs=1e-12)


def test_an_estimate_is_whole_and_its_error_says_how_far_off_it_is() -> None:
    random, players = np.random.default_rng(7), 8
    worth = {coalition: random.normal(size=1) for coalition in range(1 << players)}
    drawn = orders(players, 40, 1)
    assert set(coalitions_of(drawn, players)) <= set(worth)
    shares, error = estimated(worth, drawn)
    assert shares.sum() == pytest.approx((worth[255] - worth[0])[0], abs=1e-12)
    off = np.abs(shares - exact(worth, players)) / error
    assert off.max() < 4.0
    assert error.min() > 0.0


def test_an_estimate_of_a_sum_is_exact() -> None:
    parts = np.array([1.0, -2.0, 0.5, 4.0])
    worth = {c: np.array([sum(p for i, p in enumerate(parts) if c >> i & 1)]) for c in range(16)}
    shares, error = estimated(worth, orders(4, 3, 2))
    assert shares.ravel() == pytest.approx(parts)
    assert error.ravel() == pytest.approx(0.0, abs=1e-12)


def test_switches_are_what_sets_a_person_apart() -> None:
    names = [switch.name for switch in switches_on(MAN)]
    assert names == ["body", "diabetes", "growth_hormone", "load", "testosterone cypionate"]
    assert switches_on(Scenario()) == ()
    assert switches_on(Scenario(person=Person(age=40))) == ()
    assert [s.name for s in switches_on(Scenario(person=Person(age=60, stage="PCOS")))] == ["age"]
    two = replace(MAN, therapy=(TRT, replace(TRT, from_week=2.0)), parameters={"k_p3": 1.0})
    assert [s.name for s in switches_on(two)][-2:] == ["testosterone cypionate", "parameters"]


def test_all_switched_off_is_the_healthy_twin() -> None:
    off = switched_off(MAN, switches_on(MAN))
    assert off == Scenario(protocol=MAN.protocol, week=MAN.week)
    woman = Scenario(person=Person(sex="female", stage="menopause"), tissue="fat", seed=5)
    assert switched_off(woman, switches_on(woman)) == Scenario(
        person=Person(sex="female"), tissue="fat", seed=5
    )


def test_the_ledger_is_whole() -> None:
    found = ledger(MAN, 45.0)
    whole = found.present - found.healthy
    assert found.exact
    assert not found.error.any()
    assert found.contributions.sum(axis=0) == pytest.approx(whole, rel=1e-9)
    assert found.alone.sum(axis=0) + found.together == pytest.approx(whole, rel=1e-9)
    assert found.contributions.shape == (5, len(QUANTITIES))


def shown(scenario: Scenario, time: float) -> np.ndarray:
    """The quantities as film and calendar show them."""
    cell = Film(scenario).series(QUANTITIES[:2], [time])
    homa = calendar_of_scenario(scenario).at(scenario.week)["HOMA_IR"]
    return np.array([*(cell[name][0] for name in QUANTITIES[:2]), homa])


ONE_SWITCH = [
    replace(Scenario(), person=Person(diabetes="type 2")),
    replace(Scenario(), hormones=Hormones(testosterone="low"), tissue="fat"),
    replace(Scenario(), inflammation=Inflammation(0.7), protocol=Protocol("endotoxin")),
    replace(Scenario(), person=Person(sex="female", stage="menopause"), protocol=Protocol("clamp")),
    replace(Scenario(), therapy=(TRT,), week=4.5),
    replace(Scenario(), parameters={"k_p3": 0.5}, protocol=Protocol("bath")),
]


@pytest.mark.parametrize("scenario", ONE_SWITCH)
@pytest.mark.parametrize("time", [0.0, 40.0])
def test_one_switch_is_the_difference_of_two_films(scenario: Scenario, time: float) -> None:
    found = ledger(scenario, time)
    healthy = shown(switched_off(scenario, found.switches), time)
    present = shown(scenario, time)
    scale = np.array([1.0, 1.0, 3.0]) * 1e-3 * np.maximum(healthy, present)
    assert np.all(np.abs(found.contributions[0] - (present - healthy)) <= scale)
    assert np.array_equal(found.alone, found.contributions)
    assert found.together == pytest.approx(np.zeros(3), abs=1e-12)


def test_a_switch_that_does_nothing_gets_nothing() -> None:
    scenario = replace(MAN, therapy=(TRT, Therapy("ipamorelin", "0.1 mg")))  # no lasting effect is known
    found = ledger(scenario, 30.0)
    row = found.switches.index(Switch("ipamorelin", "therapy"))
    assert found.contributions[row] == pytest.approx(np.zeros(3), abs=1e-9)
    assert np.abs(np.delete(found.contributions, row, axis=0)).max(axis=1).min() > 1e-3


def test_no_switch_no_row() -> None:
    found = ledger(Scenario(), 10.0)
    assert found.contributions.shape == (0, 3)
    assert np.array_equal(found.healthy, found.present)
    assert not found.together.any()


def equal(one: Ledger, other: Ledger, tolerance: float) -> bool:
    pairs = ((one.contributions, other.contributions), (one.alone, other.alone), (one.present, other.present))
    return one.switches == other.switches and all(
        np.allclose(a, b, rtol=tolerance, atol=tolerance) for a, b in pairs
    )


def test_the_same_question_has_the_same_answer() -> None:
    assert equal(ledger(MAN, 30.0), ledger(MAN, 30.0), 0.0)


def test_the_order_of_therapies_does_not_matter() -> None:
    drugs = (TRT, Therapy("anastrozole", "1 mg"))
    one, other = (replace(MAN, therapy=order) for order in (drugs, drugs[::-1]))
    assert equal(ledger(one, 30.0), ledger(other, 30.0), 1e-9)


def test_taking_on_the_twins_of_another_minute_changes_nothing() -> None:
    first = Accounting(MAN, 90.0)
    while not first.advance():
        pass
    second = Accounting(MAN, 30.0, first)
    while not second.advance():
        pass
    assert second.twins is first.twins
    assert second.result is not None
    assert equal(second.result, ledger(MAN, 30.0), 0.0)


def test_twins_of_another_scenario_are_not_taken_on() -> None:
    first = Accounting(Scenario(), 0.0)
    while not first.advance():
        pass
    assert Accounting(replace(Scenario(), week=1.0), 0.0, first).twins is None


def test_it_can_be_left_at_any_slice_and_progress_only_rises() -> None:
    accounting = Accounting(MAN, 60.0)
    seen = [accounting.progress]
    for _ in range(20):
        assert not accounting.advance()
        seen.append(accounting.progress)
    assert seen == sorted(seen)
    assert accounting.result is None
    while not accounting.advance():
        seen.append(accounting.progress)
    assert [*seen, accounting.progress] == sorted([*seen, accounting.progress])
    assert accounting.progress == 1.0
    assert accounting.advance()


def test_an_event_counts_as_if_from_the_start() -> None:
    late = replace(Scenario(), event=(Event("20 min", {"load": 0.7}),))
    early = replace(Scenario(), inflammation=Inflammation(0.7))
    assert equal(ledger(late, 40.0), ledger(early, 40.0), 0.0)
    assert ledger(late, 10.0).switches == ()


def test_more_switches_than_can_be_exact_are_estimated() -> None:
    many = replace(
        MAN,
        person=Person(age=65, stage="andropause", body="obese", diabetes="type 2"),
        parameters={"k_p3": 0.6},
        therapy=(TRT, Therapy("anastrozole", "1 mg"), Therapy("MK-677", "25 mg")),
    )
    found = ledger(many, 30.0)
    assert len(found.switches) == 9 > MOST_EXACT
    assert not found.exact
    assert found.contributions.sum(axis=0) == pytest.approx(found.present - found.healthy, rel=1e-9)
    assert found.error.max() > 0.0
    assert found.error.max() < 0.1 * np.abs(found.present - found.healthy).max()
