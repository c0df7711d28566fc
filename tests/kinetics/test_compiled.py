"""The generated code says what the declaration says: right-hand side, Jacobian, propensities, read-outs."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from scipy.integrate import solve_ivp

from hormoneviz.kinetics.compiled import Array, Compiled, compiled
from hormoneviz.kinetics.insulin import network
from hormoneviz.kinetics.network import evaluate
from hormoneviz.kinetics.parameters import CELLS
from hormoneviz.kinetics.traffic import COMPARTMENTS

QUIET = (0.0, 5.0, 1.0, 1.2, 0.44)
LOUD = (100.0, 12.0, 7.5, 3.1, 1.2)


@pytest.fixture(params=CELLS)
def runner(request: pytest.FixtureRequest) -> Compiled:
    return compiled(network(request.param))


def random_state(runner: Compiled, seed: int) -> Array:
    return np.random.default_rng(seed).uniform(0.02, 0.9, len(runner.network.species))


def by_name(runner: Compiled, state: Array, inputs: tuple[float, ...]) -> dict[str, float]:
    """Every quantity, worked out formula by formula without the generated code."""
    net = runner.network
    values = {p.name: p.value for p in net.parameters}
    values |= {s.name: float(v) for s, v in zip(net.species, state, strict=True)}
    values |= {i.name: v for i, v in zip(net.inputs, inputs, strict=True)}
    for rule in net.rules:
        values[rule.name] = evaluate(rule.formula, values)
    return values


@pytest.mark.parametrize("inputs", [QUIET, LOUD])
def test_the_right_hand_side_is_the_sum_of_the_declared_reactions(
    runner: Compiled, inputs: tuple[float, ...]
) -> None:
    state = random_state(runner, 1)
    values = by_name(runner, state, inputs)
    expected = {s.name: 0.0 for s in runner.network.species}
    for reaction in runner.network.reactions:
        for name, n in reaction.effect.items():
            expected[name] += n * evaluate(reaction.rate, values)
    found = runner.rhs(0.0, state, runner.ordered({}), lambda t: inputs)
    assert found == pytest.approx(list(expected.values()), rel=1e-12, abs=1e-12)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("inputs", [QUIET, LOUD])
def test_the_jacobian_is_the_numerical_one(runner: Compiled, inputs: tuple[float, ...], seed: int) -> None:
    state, parameters = random_state(runner, seed), runner.ordered({})

    def rhs(y: Array) -> Array:
        return np.array(runner.rhs(0.0, y, parameters, lambda t: inputs))

    exact = runner.jacobian(0.0, state, parameters, lambda t: inputs)
    for column in range(len(state)):
        h = np.zeros(len(state))
        h[column] = 1e-5
        numerical = (rhs(state + h) - rhs(state - h)) / 2e-5
        assert exact[:, column] == pytest.approx(numerical, rel=1e-6, abs=1e-6)


def test_traffic_only_moves_vesicles(runner: Compiled) -> None:
    places = [i for i, s in enumerate(runner.network.species) if s.name in COMPARTMENTS]
    for seed in range(5):
        rates = runner.rhs(0.0, random_state(runner, seed), runner.ordered({}), lambda t: LOUD)
        assert sum(rates[i] for i in places) == pytest.approx(0.0, abs=1e-13)


def test_what_is_conserved_stays_and_nothing_turns_negative(runner: Compiled) -> None:
    parameters = runner.ordered({})
    state, names = runner.start(parameters), [s.name for s in runner.network.species]
    for inputs, (start, end) in zip((QUIET, LOUD, QUIET), pairwise((0.0, 500.0, 680.0, 900.0)), strict=True):
        solved = solve_ivp(
            lambda t, y, inputs=inputs: runner.rhs(t, y, parameters, lambda _: inputs),
            *((start, end), state),
            method="LSODA",
            rtol=1e-8,
            atol=1e-10,
        )
        assert solved.success
        assert solved.y.min() > -1e-8
        for law in runner.network.conserved:
            total = next(p.value for p in runner.network.parameters if p.name == law.total)
            sums = solved.y[[names.index(member) for member in law.members]].sum(axis=0)
            if law.exact:
                assert sums == pytest.approx(total, abs=1e-6)
            else:
                assert sums.max() < total + 1e-6
        state = solved.y[:, -1]


def test_shares_stay_shares(runner: Compiled) -> None:
    """What is a share of a whole cannot be driven above it."""
    names = [s.name for s in runner.network.species]
    full = np.ones(len(names))
    rates = dict(zip(names, runner.rhs(0.0, full, runner.ordered({}), lambda t: LOUD), strict=True))
    for site in ("Akt_T308", "Akt_S473", "AS160_p", "Rab_GTP", "mTORC1", "S6K"):
        assert rates[site] <= 0.0, site


def test_a_propensity_is_the_reaction_rate_per_vesicle(runner: Compiled) -> None:
    state = random_state(runner, 4)
    values = by_name(runner, state, LOUD)
    found = runner.propensities(state[:, None], runner.ordered({}), np.array([LOUD]).T)
    for rate, name in zip(found[:, 0], runner.network.discrete, strict=True):
        reaction = runner.network.by_reaction[name]
        assert rate * values[reaction.consumes[0]] == pytest.approx(evaluate(reaction.rate, values))


def test_read_outs_of_a_course_are_those_of_each_moment_to_the_last_bit(runner: Compiled) -> None:
    states = np.array([random_state(runner, seed) for seed in range(9)]).T
    inputs = np.array([LOUD] * 9).T
    together = runner.read(states, runner.ordered({}), inputs)
    for i in range(9):
        alone = runner.read(states[:, i : i + 1], runner.ordered({}), inputs[:, i : i + 1])
        assert all(together[name][i] == alone[name][0] for name in together)


def test_read_outs_follow_the_declared_rules(runner: Compiled) -> None:
    state = random_state(runner, 6)
    found = runner.read(state[:, None], runner.ordered({}), np.array([LOUD]).T)
    values = by_name(runner, state, LOUD)
    assert {name: float(v[0]) for name, v in found.items()} == pytest.approx(
        {name: values[name] for name in found}
    )


def test_before_any_insulin_receptors_are_free_and_vesicles_stored(runner: Compiled) -> None:
    parameters = runner.ordered({"IRtot": 0.6, "G4tot": 0.8})
    start = dict(zip((s.name for s in runner.network.species), runner.start(parameters), strict=True))
    assert (start.pop("IR"), start.pop("GSVret")) == (0.6, 0.8)
    assert not any(start.values())


def test_parameters_come_in_the_declared_order_with_changes(runner: Compiled) -> None:
    changed = runner.ordered({"k_endo": 0.125})
    for parameter, number in zip(runner.network.parameters, changed, strict=True):
        assert number == (0.125 if parameter.name == "k_endo" else parameter.value)


def test_a_network_is_compiled_once() -> None:
    assert compiled(network("fat")) is compiled(network("fat"))
