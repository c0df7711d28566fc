"""The solution: true to the equations, at rest when nothing happens, whole at events, honest in failure."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace
from scipy.integrate import solve_ivp

from hormoneviz.kinetics.traffic import COMPARTMENTS
from hormoneviz.simulation.conditions import conditions, network_of
from hormoneviz.simulation.errors import SolverFailed
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.ode import Solution, rest
from hormoneviz.simulation.scenario import Event, Person, Protocol, Scenario

BATH = Scenario(tissue="fat", protocol=Protocol("bath", insulin="100 nM", washout_at="20 min"))
RECEPTORS = ("IR", "IRp_pm", "IRp_in", "IR_in")


def solved(scenario: Scenario, minutes: float) -> Solution:
    solution = Solution(network_of(scenario), conditions(scenario))
    solution.extend(int(minutes / 0.05))
    return solution


def with_events(*pairs: tuple[str, dict[str, float | str]]) -> Scenario:
    return replace(BATH, event=tuple(Event(at, settings) for at, settings in pairs))


KINDS = [
    Scenario(tissue=tissue, person=Person(diabetes=diabetes))
    for tissue in ("fat", "muscle")
    for diabetes in ("none", "type 2")
]


@pytest.mark.parametrize("scenario", KINDS)
def test_at_rest_nothing_changes(scenario: Scenario) -> None:
    runner, first = network_of(scenario), conditions(scenario)[0]
    state = rest(runner, first.parameters, first.resting_inputs)
    rates = runner.rhs(0.0, state, first.parameters, lambda t: first.resting_inputs)
    assert np.abs(rates).max() < 1e-8
    assert state.min() >= 0.0


def test_a_fasting_cell_stays_as_it_is() -> None:
    course = solved(Scenario(protocol=Protocol("fasting")), 180).read(np.linspace(0, 180, 50))
    for name, values in course.items():
        assert np.ptp(values) <= 1e-5 * (1 + abs(values[0])), name


@pytest.mark.parametrize("scenario", KINDS)
def test_the_course_is_that_of_a_much_finer_solution(scenario: Scenario) -> None:
    runner, (condition,) = network_of(scenario), conditions(scenario)
    times = np.linspace(0.0, 60.0, 61)
    fine = solve_ivp(
        lambda t, y: runner.rhs(t, y, condition.parameters, condition.inputs),
        *((0.0, 60.0), rest(runner, condition.parameters, condition.resting_inputs)),
        **{"method": "BDF", "rtol": 1e-9, "atol": 1e-12, "t_eval": times, "max_step": 1.0},
    )
    course = solved(scenario, 60).read(times)
    for i, species in enumerate(runner.network.species):
        assert course[species.name] == pytest.approx(fine.y[i], rel=1e-4, abs=1e-5)


@pytest.mark.parametrize("settings", [{}, {"load": 0.9}, {"insulin": "1 nM"}, {"IRtot": 0.4}, {"G4tot": 0.5}])
def test_totals_are_kept_and_nothing_is_negative(settings: dict[str, float | str]) -> None:
    scenario = with_events(("10 min", settings)) if settings else BATH
    solution = solved(scenario, 90)
    times = np.linspace(0.0, 90.0, 451)
    course = solution.read(times)
    after = times >= 10.0
    for total, members in (("G4tot", COMPARTMENTS), ("IRtot", RECEPTORS)):
        sums = np.sum([course[name] for name in members], axis=0)
        assert sums[~after] == pytest.approx(1.0, abs=1e-6)
        assert sums[after] == pytest.approx(float(settings.get(total, 1.0)), abs=1e-6)
    for species in solution.runner.network.species:
        assert course[species.name].min() > -1e-6, species.name


@pytest.mark.parametrize(("total", "members"), [("G4tot", COMPARTMENTS), ("IRtot", RECEPTORS)])
def test_a_changed_total_leaves_its_members_their_shares(total: str, members: tuple[str, ...]) -> None:
    solution = solved(with_events(("10 min", {total: 0.5})), 20)
    before, after = (solution.read(np.array([t])) for t in (10.0 - 1e-7, 10.0))
    for name in members:
        assert after[name][0] == pytest.approx(0.5 * before[name][0], rel=1e-4, abs=1e-7)
    untouched = {s.name for s in solution.runner.network.species} - set(members)
    for name in untouched:
        assert after[name][0] == pytest.approx(before[name][0], rel=1e-4, abs=1e-6)


def test_irs1_shares_survive_a_change_of_its_total() -> None:
    solution = solved(with_events(("10 min", {"IRS1tot": 0.5})), 60)
    course = solution.read(np.linspace(10.0, 60.0, 300))
    assert (course["IRS1_Y"] + course["IRS1_S"]).max() < 0.5 + 1e-6
    assert course["IRS1_free"].min() > -1e-6


def test_at_an_event_every_state_goes_on_from_where_it_was() -> None:
    solution = solved(with_events(("10 min", {"load": 1.0})), 20)
    before, after = (solution.read(np.array([t])) for t in (10.0 - 1e-7, 10.0))
    for species in solution.runner.network.species:
        assert after[species.name][0] == pytest.approx(before[species.name][0], rel=1e-4, abs=1e-6)


def test_an_event_owns_its_moment() -> None:
    insulin = solved(with_events(("10 min", {"insulin": "3 nM"})), 30).read(np.array([9.999, 10.0, 20.0]))
    assert insulin["insulin"].tolist() == [100.0, 3.0, 0.0]


def test_the_wash_out_is_where_it_should_be() -> None:
    read = solved(BATH, 30).read(np.array([19.999, 20.0]))
    assert read["insulin"].tolist() == [100.0, 0.0]


def test_what_is_solved_does_not_change_when_more_is() -> None:
    solution = solved(BATH, 10)
    pieces = list(solution.pieces)
    solution.extend(3000)
    assert solution.pieces[: len(pieces)] == pieces
    assert solution.end >= 3000


def test_times_may_come_in_any_order() -> None:
    solution = solved(BATH, 60)
    times = np.array([50.0, 0.0, 20.0, 19.99, 31.0, 0.0])
    together = solution.read(times)
    for i, time in enumerate(times):
        alone = solution.read(np.array([time]))
        assert all(together[name][i] == alone[name][0] for name in together)


@pytest.mark.parametrize("value", [0.0, 1e12, 1e300])
@pytest.mark.parametrize("name", ["k_on", "k_p3", "K_q", "tau_cer", "k_rel0", "k_fu", "IRtot", "G4tot"])
def test_parameters_beyond_reason_are_shown_or_refused_in_finite_time(name: str, value: float) -> None:
    try:
        frame = Film(replace(BATH, parameters={name: value})).at(25.0)
    except SolverFailed as failure:
        refusal = str(failure)
        assert refusal.startswith(("the solver", "the rates"))
    else:
        numbers = frame.values | {"k_ex": 0.0, "k_en": 0.0}  # of no vesicles, these are no numbers
        assert np.isfinite(list(numbers.values())).all()
