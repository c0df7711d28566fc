"""The batch: of the order it claims, and in every lane what film, cell at rest and calendar say."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from hormoneviz.kinetics.calendar import calendar
from hormoneviz.kinetics.declare import reaction, state
from hormoneviz.kinetics.lanes import lanes
from hormoneviz.kinetics.network import Input, Network, Parameter
from hormoneviz.kinetics.presets import known_parameters
from hormoneviz.simulation.batch import Batch, Given
from hormoneviz.simulation.calendar import Calendar
from hormoneviz.simulation.conditions import conditions, network_of
from hormoneviz.simulation.constitution import constitution
from hormoneviz.simulation.errors import SolverFailed
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.lives import Lives
from hormoneviz.simulation.ode import rest
from hormoneviz.simulation.scenario import Hormones, Inflammation, Person, Protocol, Scenario, Therapy
from hormoneviz.simulation.steady import untreated
from hormoneviz.simulation.twins import Twins

TOY = Network(
    "toy",
    species=(state("a", "1", "x", "1"), state("b", "1", "x")),
    inputs=(Input("push", "1"),),
    parameters=(Parameter("k", 1.0, "1", "assumption", note="a toy"),),
    rules=(),
    reactions=(
        reaction("one", "a -> b", "k*a*a"),
        reaction("two", "-> a", "push"),
        reaction("three", "b ->", "b"),
    ),
    conserved=(),
    discrete=(),
)


def toy_end(steps: int) -> np.ndarray:
    """The toy at time 1, pushed by a wave, in two lanes, solved with that many equal steps."""
    batch = Batch(lanes(TOY), [np.array([1.0, 3.0])], np.array([[1.0, 0.5], [0.0, 0.2]]), relative=1e9)
    for first, last in pairwise(np.linspace(0.0, 1.0, steps + 1).tolist()):
        batch.restart(1.0)
        done = list(batch.steps(Given(first, last, lambda t: [1.0 + np.sin(5 * t)], True)))
        assert len(done) == 1
        batch.restart(1.0)
    return batch.state


def test_halving_the_step_divides_the_error_by_sixteen_or_more() -> None:
    errors = [np.abs(toy_end(n) - toy_end(256)).max() for n in (4, 8, 16, 32)]
    for coarse, fine in pairwise(errors):
        assert coarse / fine > 15


def test_a_step_knows_its_inside() -> None:
    batch = Batch(lanes(TOY), [np.array([1.0, 3.0])], np.array([[1.0, 0.5], [0.0, 0.2]]), relative=1e-5)
    steps = list(batch.steps(Given(0.0, 2.0, lambda t: [1.0], False)))
    for step in steps:
        assert step.at(step.start) == pytest.approx(step.coefficients[0], rel=1e-12)
        assert step.at(step.end) == pytest.approx(step.coefficients[1], rel=1e-12)
    fine = Batch(lanes(TOY), [np.array([1.0, 3.0])], np.array([[1.0, 0.5], [0.0, 0.2]]), relative=1e-9)
    middle = (steps[-1].start + steps[-1].end) / 2
    for _ in fine.steps(Given(0.0, middle, lambda t: [1.0], False)):
        pass
    assert steps[-1].at(middle) == pytest.approx(fine.state, rel=1e-4)


def test_what_cannot_go_on_says_so() -> None:
    batch = Batch(lanes(TOY), [np.array([-1.0])], np.array([[1.0], [0.0]]))  # a grows beyond all bounds at 1
    with pytest.raises(SolverFailed, match="could not go on"):
        list(batch.steps(Given(0.0, 2.0, lambda t: [0.0], False)))


PROTOCOLS = (
    Protocol("fasting"),
    Protocol("bath", insulin="10 nM", washout_at="30 min"),
    Protocol("meal"),
    Protocol("ogtt"),
    Protocol("clamp"),
    Protocol("gh_infusion"),
    Protocol("lipid_infusion"),
    Protocol("endotoxin"),
)
VERSIONS = (
    Scenario(),
    Scenario(person=Person(diabetes="type 2", body="obese")),
    Scenario(hormones=Hormones(testosterone="low", growth_hormone="high"), inflammation=Inflammation(0.6)),
    Scenario(parameters={"G4tot": 0.5, "k_p3": 0.3}),
)


@pytest.mark.parametrize("protocol", PROTOCOLS, ids=[protocol.kind for protocol in PROTOCOLS])
@pytest.mark.parametrize("tissue", ["muscle", "fat"])
def test_twins_live_what_their_films_show(protocol: Protocol, tissue: str) -> None:
    scenarios = [replace(version, protocol=protocol, tissue=tissue) for version in VERSIONS]
    twins = Twins(scenarios)
    times = [0.0, 3.0, 14.0, 31.0, 60.0, 111.0, 180.0]
    for _ in (*twins.settle(), *twins.reach(times[-1])):
        pass
    for lane, scenario in enumerate(scenarios):
        shown = Film(scenario).series(["GLUT4_surface", "glucose_uptake"], times)
        for name, course in shown.items():
            lived = [twins.at(time)[name][lane] for time in times]
            assert lived == pytest.approx(course, abs=1e-3 * course.max()), (name, lane)


def test_twins_live_through_events_as_their_films_do() -> None:
    """A hormone that falls, a load that comes and goes, a total and a rate that change."""
    scenario = (
        replace(Scenario(), protocol=Protocol("ogtt"), duration="120 min")
        .with_event("40 min", {"testosterone": "low", "G4tot": 0.6, "load": 0.6})
        .with_event("70 min", {"k_endo": 0.5, "load": 0.05})
    )
    twins = Twins([scenario, replace(scenario, person=Person(body="obese"))])
    times = [0.0, 39.0, 40.0, 41.0, 69.0, 71.0, 120.0]
    for _ in (*twins.settle(), *twins.reach(times[-1])):
        pass
    for lane, own in enumerate(twins.scenarios):
        for name, course in Film(own).series(["GLUT4_surface", "glucose_uptake", "IRS1_S"], times).items():
            lived = [twins.at(time)[name][lane] for time in times]
            assert lived == pytest.approx(course, abs=1e-3 * course.max()), (name, lane)


@pytest.mark.parametrize("sex", ["male", "female"])
def test_a_factor_does_what_a_parameter_of_the_scenario_would(sex: str) -> None:
    """In the cell (k_endo), in the body and the calendar (Vmx), and in the calendar alone (T_0)."""
    plain = Scenario(person=Person(sex=sex), protocol=Protocol("ogtt"))
    known = {**known_parameters("muscle"), **{p.name: p for p in calendar(sex).parameters}}
    exact = {name: known[name].value for name in ("k_endo", "Vmx", "T_0")}
    changed = replace(plain, parameters={name: 1.2 * value for name, value in exact.items()})
    twins = Twins([plain, changed], [dict.fromkeys(exact, 1.2), {}])
    for _ in (*twins.settle(), *twins.reach(60.0)):
        pass
    for name, lanes_of in twins.at(45.0).items():
        assert lanes_of[0] == pytest.approx(lanes_of[1], rel=1e-9, abs=1e-12), name
    assert twins.states[0]["testosterone"] == pytest.approx(twins.states[1]["testosterone"])


def test_twins_do_not_guess_what_lies_beyond_their_end() -> None:
    twins = Twins([Scenario(duration="10 min")])
    for _ in (*twins.settle(), *twins.reach(20.0)):
        pass
    with pytest.raises(ValueError, match="do not live for 21 min"):
        list(twins.reach(21.0))


def test_twins_rest_where_their_cells_rest() -> None:
    twins = Twins([replace(version, protocol=Protocol("clamp")) for version in VERSIONS])
    for _ in (*twins.settle(), *twins.reach(0.1)):
        pass
    at_zero = twins.at(0.0)
    for lane, scenario in enumerate(twins.scenarios):
        runner, first = network_of(scenario), conditions(scenario)[0]
        state = rest(runner, first.parameters, first.resting_inputs)
        for i, species in enumerate(runner.network.species):
            assert at_zero[species.name][lane] == pytest.approx(state[i], rel=1e-6, abs=1e-8), species.name


words = st.sampled_from(["low", "normal", "high"])
people = st.lists(
    st.tuples(
        st.builds(
            Person,
            sex=st.just("male"),
            age=st.integers(18, 100),
            stage=st.sampled_from(["young adult", "andropause", "perimenopause", "menopause", "PCOS"]),
            body=st.sampled_from(["lean", "overweight", "obese"]),
            diabetes=st.sampled_from(["none", "type 2"]),
        ),
        st.builds(Hormones, words, words, words, words),
        st.floats(0, 1),
    ),
    min_size=1,
    max_size=6,
)


@pytest.mark.parametrize("sex", ["male", "female"])
@settings(max_examples=12, deadline=None)
@given(who=people)
def test_lives_rest_where_each_person_rests(sex: str, who: list[tuple[Person, Hormones, float]]) -> None:
    found = [constitution(replace(p, sex=sex), hormones, load, "middle") for p, hormones, load in who]
    lives = Lives([(person, ()) for person in found])
    for _ in (*lives.untreated(), *lives.until(0.0)):
        pass
    names = [s.name for s in lives.run.network.species]
    for person, now in zip(found, lives.now(), strict=True):
        _, state = untreated(person)
        assert [now[name] for name in names] == pytest.approx(state, rel=1e-6, abs=1e-9)


MEN = (
    Therapy("testosterone cypionate", "100 mg", "7 d", from_week=1.0),
    Therapy("anastrozole", "1 mg", to_week=3.0),
    Therapy("testosterone pellets", "450 mg"),
    Therapy("growth hormone", "1 mg", from_week=2.0),
)
WOMEN = (
    Therapy("oral estradiol", "1 mg"),
    Therapy("estradiol patch", "50 ug/d", from_week=2.0, to_week=4.0),
    Therapy("micronised progesterone", "200 mg"),
)


@pytest.mark.parametrize(
    ("person", "therapies", "week"),
    [
        (Person(body="obese"), MEN, 5.0),
        (Person(stage="andropause"), MEN, 4.3),
        (Person(sex="female", stage="menopause"), WOMEN, 6.0),
        (Person(sex="female", stage="perimenopause"), WOMEN, 4.0),
    ],
)
def test_lives_go_where_each_calendar_goes(
    person: Person, therapies: tuple[Therapy, ...], week: float
) -> None:
    found = constitution(person, Hormones(), 0.2, "middle")
    taken = [(), therapies[:1], therapies[1:], therapies]
    lives = Lives([(found, some) for some in taken])
    for _ in (*lives.untreated(), *lives.until(week)):
        pass
    for some, now in zip(taken, lives.now(), strict=True):
        calendar = Calendar(found, some).at(week)
        for name in ("testosterone", "estradiol", "HOMA_IR", "VAT", "inflammation", "s_per", "GH"):
            # the calendar itself is solved to about 1e-3
            assert now[name] == pytest.approx(calendar[name], rel=3e-3, abs=1e-3), name
