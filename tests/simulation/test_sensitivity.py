"""What matters: the exact sensitivities are the slopes that one finds by trying."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

import numpy as np
import pytest
from msgspec.structs import replace
from scipy.integrate import solve_ivp

from hormoneviz.kinetics.compiled import compiled
from hormoneviz.kinetics.merge import cell_in_body
from hormoneviz.kinetics.presets import calendar_of_sex
from hormoneviz.kinetics.tangents import gradient, tangents
from hormoneviz.simulation.conditions import Condition, as_it_stands, conditions, network_of
from hormoneviz.simulation.errors import SolverFailed
from hormoneviz.simulation.grid import time_of
from hormoneviz.simulation.ode import rest
from hormoneviz.simulation.scenario import Event, Person, Protocol, Scenario, Therapy
from hormoneviz.simulation.sensitivity import TOP, Sensitivities, sensitivity
from hormoneviz.simulation.twins import Twins

OBESE = Person(age=50, body="obese")
TREATED = Therapy("testosterone cypionate", "100 mg", every="1 wk")
HEALTHY = Scenario(protocol=Protocol("ogtt"))
SMALL, KINK = 2e-3, 0.05
CASES = [
    (Scenario(person=OBESE, protocol=Protocol("ogtt")), "GLUT4_surface", 60.0),
    (Scenario(person=replace(OBESE, diabetes="type 2"), protocol=Protocol("clamp")), "glucose_uptake", 90.0),
    (Scenario(person=OBESE, protocol=Protocol("meal"), week=6.0, therapy=(TREATED,)), "plasma_glucose", 30.0),
    (Scenario(person=OBESE, protocol=Protocol("endotoxin")), "IRS1_S", 120.0),
    (Scenario(tissue="fat", protocol=Protocol("bath", insulin="1 nM")), "Akt_S473", 5.0),
    (Scenario(person=OBESE, protocol=Protocol("ogtt")), "GLUT4_surface", 0.0),
    (HEALTHY, "GLUT4_surface", 60.0),
    (Scenario(protocol=Protocol("fasting")), "glucose_uptake", 150.0),
]


@pytest.mark.parametrize(
    ("scenario", "quantity", "time"), CASES, ids=[f"{c[0].protocol.kind} {c[2]:g}" for c in CASES]
)
def test_slopes_are_those_that_one_finds_by_trying(scenario: Scenario, quantity: str, time: float) -> None:
    """Twins with a little more and a little less of each of the parameters, the calendar's among them.

    Twins are solved to 1e-3 a step; where they take the same steps their difference is far finer. At a kink
    only the side of more counts, and a difference to one side leaves out its step, not its square.
    """
    found = sensitivity(scenario, quantity, time)
    names = [name for name, _ in found.elasticities]
    sides = [{name: 1.0 + way * SMALL} for way in (1, -1, 0) for name in names]
    twins = Twins([scenario] * len(sides), sides)
    for _ in (*twins.settle(), *twins.reach(time + 0.1)):
        pass
    more, less, now = np.split(twins.at(time)[quantity], 3)
    up, down = (more - now) / SMALL / found.value, (now - less) / SMALL / found.value
    exact = np.array([share for _, share in found.elasticities])
    kinked = np.abs(up - down) > KINK * np.maximum(np.abs(up), np.abs(down))
    far = np.abs(exact - np.where(kinked, up, 0.5 * (up + down)))
    allowed = np.where(kinked, 1e-2, 3e-3) * np.abs(exact).max()
    assert not [(names[k], exact[k], up[k], down[k]) for k in np.flatnonzero(far > allowed)]


@pytest.mark.parametrize(
    ("scenario", "quantity", "names"),
    [
        (CASES[0][0], "GLUT4_surface", ("k_endo", "k_pten", "BW", "k_st")),
        (HEALTHY, "glucose_uptake", ("V4", "k_endo", "BW", "f")),
        (CASES[1][0], "Akt_S473", ("k_y", "k_dp", "IRtot", "k_pten")),
    ],
    ids=["ogtt", "healthy", "clamp"],
)
def test_in_the_hours_they_are_exact(scenario: Scenario, quantity: str, names: tuple[str, ...]) -> None:
    """Against central differences of another solver at 1e-10 a step, at several times, of parameters that the
    weeks before know nothing of. The film's own course is good to 1e-5."""
    order = [p.name for p in network_of(scenario).network.parameters]
    (condition,) = conditions(scenario)
    times = (0.0, 20.0, 75.0, 170.0)
    exact = [dict(sensitivity(scenario, quantity, time).elasticities) for time in times]
    for name in names:
        assert name not in calendar_of_sex("male")
        sides = []
        for way in (1e-3, -1e-3):
            values = list(condition.parameters)
            values[order.index(name)] *= 1.0 + way
            sides.append(np.log(solved(scenario, condition, tuple(values), quantity, times)))
        tried = (sides[0] - sides[1]) / 2e-3
        assert [found[name] for found in exact] == pytest.approx(tried, rel=3e-4, abs=1e-4), name


def solved(
    scenario: Scenario,
    condition: Condition,
    values: tuple[float, ...],
    quantity: str,
    times: Sequence[float],
) -> list[float]:
    """The quantity at ascending times, by SciPy's LSODA from the state of rest that these parameters have."""
    run, found = network_of(scenario), []
    state = rest(run, values, condition.resting_inputs)
    breaks = [time_of(cell) for cell in condition.breaks]
    cuts = sorted({0.0, *times, *(time for time in breaks if time < times[-1])})
    for first, last in pairwise([*cuts, cuts[-1]]):
        given = condition.inputs(first)
        if first in times:
            read = run.read(state[:, None], values, np.array(given)[:, None])
            found.append(float(np.ravel(read[quantity])[0]))
        if last > first:
            inside = partial(inputs_before, condition, last)
            done = solve_ivp(
                lambda t, y, inside=inside: run.rhs(t, y, values, inside),
                (first, last),
                state,
                method="LSODA",
                jac=lambda t, y, inside=inside: run.jacobian(t, y, values, inside),
                rtol=1e-10,
                atol=1e-13,
            )
            state = done.y[:, -1]
    return found


def inputs_before(condition: Condition, end: float, time: float) -> tuple[float, ...]:
    """What is given until something jumps."""
    return condition.inputs(min(time, end - 1e-9))


def test_the_most_important_come_first_and_only_twelve_are_shown() -> None:
    found = sensitivity(CASES[0][0], "GLUT4_surface", 60.0)
    sizes = [abs(share) for _, share in found.elasticities]
    assert sizes == sorted(sizes, reverse=True)
    assert len(found.top) == TOP
    assert found.top == found.elasticities[:TOP]
    shares = dict(found.elasticities)
    assert shares["G4tot"] == pytest.approx(1.0, abs=1e-6)  # surface GLUT4 is in proportion to all of it
    assert not {"s_per", "B", "TNF_b"} & shares.keys()  # the calendar's, not their own


def test_a_quantity_in_proportion_to_one_parameter_is_so_over_all_of_time() -> None:
    """Uptake is in proportion to both transporters' scales together."""
    found = dict(sensitivity(CASES[1][0], "glucose_uptake", 40.0).elasticities)
    assert found["V4"] + found["V1"] == pytest.approx(1.0, abs=1e-9)


def test_events_count_as_if_from_the_start() -> None:
    scenario = replace(CASES[0][0], event=(Event("10 min", {"load": 0.7}),))
    there = sensitivity(scenario, "GLUT4_surface", 30.0)
    assert there.elasticities == sensitivity(as_it_stands(scenario, 30.0), "GLUT4_surface", 30.0).elasticities
    before = sensitivity(scenario, "GLUT4_surface", 5.0)
    assert before.elasticities == sensitivity(CASES[0][0], "GLUT4_surface", 5.0).elasticities


def test_what_is_nought_has_no_per_cent_and_what_is_nothing_no_slope() -> None:
    with pytest.raises(SolverFailed, match="is nought"):
        sensitivity(CASES[0][0], "GIR", 30.0)
    with pytest.raises(KeyError):
        sensitivity(CASES[0][0], "nonsense", 30.0)


def test_work_comes_in_slices_and_progress_rises() -> None:
    work, seen = Sensitivities(*CASES[0]), [0.0]
    while not work.advance():
        seen.append(work.progress)
    assert len(seen) > 30
    assert seen == sorted(seen)


def test_partial_derivatives_of_the_network_are_exact() -> None:
    """Against differences of the very slopes, at a state that is nobody's rest."""
    network = cell_in_body("muscle")
    run, exact = compiled(network), tangents(network)
    rng = np.random.default_rng(3)
    parameters = [p.value for p in network.parameters]
    state = run.start(parameters) * rng.uniform(0.7, 1.3, len(network.species)) + 0.01
    inputs = rng.uniform(0.5, 1.5, len(network.inputs)).tolist()

    def slopes(values: list[float], given: list[float]) -> np.ndarray:
        return np.array(run.rhs(0.0, state, values, lambda _t: tuple(given)))

    by_parameter = exact.by_parameter(state.tolist(), parameters, inputs)
    for k, value in enumerate(parameters):
        step = 1e-5 * max(abs(value), 1e-3)
        more, less = ([*parameters[:k], value + way * step, *parameters[k + 1 :]] for way in (1, -1))
        tried = (slopes(more, inputs) - slopes(less, inputs)) / (2 * step)
        scale = max(np.abs(tried).max(), 1e-6)
        assert by_parameter[:, k] == pytest.approx(tried, abs=1e-4 * scale), network.parameters[k].name
    by_input = exact.by_input(state.tolist(), parameters, inputs)
    for k, value in enumerate(inputs):
        more, less = ([*inputs[:k], value + way * 1e-6, *inputs[k + 1 :]] for way in (1, -1))
        tried = (slopes(parameters, more) - slopes(parameters, less)) / 2e-6
        assert by_input[:, k] == pytest.approx(tried, rel=1e-4, abs=1e-5), network.inputs[k].name


def test_a_gradient_is_kept_and_refuses_what_is_not_there() -> None:
    network = network_of(CASES[0][0]).network
    assert gradient(network, "GLUT4_surface") is gradient(network, "GLUT4_surface")
    with pytest.raises(KeyError):
        gradient(network, "insulin dose")
