"""Whoever it is, whatever they take and whatever is done to them: every series is finite, none is negative
that cannot be, and nothing is lost or made from nothing."""

from __future__ import annotations

from itertools import combinations_with_replacement

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from hormoneviz.exchange.checks import check
from hormoneviz.simulation.calendar import SERIES, Calendar, calendar_of_scenario
from hormoneviz.simulation.conditions import conditions, network_of
from hormoneviz.simulation.constitution import constitution
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.scenario import (
    Event,
    Evidence,
    Hormones,
    Inflammation,
    Person,
    Protocol,
    Scenario,
    Therapy,
)
from hormoneviz.simulation.therapies import agents

NET_FLOWS = {"balance", "correction"}
"""of a film: glucose gained less glucose lost, and what a clamp still lacks; all else is an amount, a rate or
a share"""
MAY_BE_BELOW_ZERO = {"loop_gain"}
"""of the calendar: a circle that damps instead of feeding itself"""
ROUNDING = 1e-7
"""of a series' own size: the solver works at 1e-6 relative, so that an empty compartment is empty to this"""

AGENTS = sorted(agents())
MAN = Person(age=55, body="obese")
WOMAN = Person(sex="female", age=56, stage="menopause")
WEEKS = np.linspace(0.0, 8.0, 113)
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
"""no shrinking: a scenario can be read as it is, and to find smaller ones would take minutes"""

people = st.builds(
    Person,
    sex=st.sampled_from(["male", "female"]),
    age=st.integers(18, 100),
    stage=st.sampled_from(["young adult", "andropause", "perimenopause", "menopause", "PCOS"]),
    body=st.sampled_from(["lean", "overweight", "obese"]),
    diabetes=st.sampled_from(["none", "type 2"]),
)
words = st.sampled_from(["low", "normal", "high"])
hormones = st.builds(
    Hormones,
    testosterone=words | st.floats(0, 2000).map(lambda x: f"{x:.1f} ng/dL"),
    estradiol=words | st.floats(0, 500).map(lambda x: f"{x:.1f} pg/mL"),
    progesterone=words | st.floats(0, 30).map(lambda x: f"{x:.1f} ng/mL"),
    growth_hormone=words | st.floats(0, 100).map(lambda x: f"{x:.1f} ug/L"),
)
stances = st.sampled_from(["sceptical", "middle", "optimistic"])
loads = st.floats(0.0, 1.0)


def _size(number: float, unit: str) -> str:
    return f"{number:.4g} {unit}"


def therapy(name: str, fold: float, route: int, start: float, length: float | None) -> Therapy:
    """The dose of the agent's trial times `fold`, by one of its routes."""
    row = agents()[name]
    number, unit = row.dose.split(" ")
    end = None if length is None else start + length
    by = row.routes[route % len(row.routes)]
    return Therapy(name, _size(float(number) * fold, unit), row.every, start, end, by)


therapies = st.lists(
    st.builds(
        therapy,
        name=st.sampled_from(AGENTS),
        fold=st.floats(0.1, 5.0),
        route=st.integers(0, 1),
        start=st.floats(0.0, 10.0),
        length=st.none() | st.floats(0.1, 20.0),
    ),
    max_size=2,
).map(tuple)

amounts = st.none() | st.floats(0.0, 200.0).map(lambda x: _size(x, "g"))
insulins = st.none() | st.floats(0.0, 300.0).map(lambda x: _size(x, "uU/mL"))
sugars = st.none() | st.floats(30.0, 400.0).map(lambda x: _size(x, "mg/dL"))
lipids = st.none() | st.floats(0.0, 4.0).map(lambda x: _size(x, "mM"))
ends = st.none() | st.floats(0.0, 230.0).map(lambda x: _size(x, "min"))
protocols = st.one_of(
    st.builds(Protocol, kind=st.just("fasting"), insulin=insulins, fatty_acids=lipids),
    st.builds(Protocol, kind=st.sampled_from(["meal", "ogtt"]), glucose=amounts, fatty_acids=lipids),
    st.builds(Protocol, kind=st.just("bath"), insulin=insulins, washout_at=ends, fatty_acids=lipids),
    st.builds(Protocol, kind=st.just("clamp"), insulin=insulins, glucose=sugars, fatty_acids=lipids),
    st.builds(
        Protocol,
        kind=st.just("clamp"),
        rate=st.floats(0.0, 10.0).map(lambda x: _size(x, "mU/kg/min")),
        glucose=sugars,
    ),
    st.builds(
        Protocol,
        kind=st.just("gh_infusion"),
        gh=st.none() | st.floats(0.0, 100.0).map(lambda x: _size(x, "ug/L")),
        until=ends,
        insulin=insulins,
        glucose=sugars,
    ),
    st.builds(
        Protocol,
        kind=st.just("lipid_infusion"),
        until=ends,
        fatty_acids=lipids,
        insulin=insulins,
        glucose=sugars,
    ),
    st.builds(
        Protocol,
        kind=st.just("endotoxin"),
        tnf=st.none() | st.floats(0.0, 500.0).map(lambda x: _size(x, "pg/mL")),
        insulin=insulins,
        glucose=sugars,
    ),
)
events = st.lists(
    st.builds(
        Event,
        at=st.floats(0.0, 230.0).map(lambda x: _size(x, "min")),
        set=loads.map(lambda x: {"load": x})
        | words.map(lambda x: {"testosterone": x})
        | words.map(lambda x: {"growth_hormone": x}),
    ),
    max_size=2,
).map(tuple)
scenarios = st.builds(
    Scenario,
    tissue=st.sampled_from(["muscle", "fat"]),
    vesicles=st.just(100),
    duration=st.just("4 h"),
    person=people,
    hormones=hormones,
    inflammation=st.builds(Inflammation, loads),
    evidence=st.builds(Evidence, stances),
    protocol=protocols,
    event=events,
    week=st.floats(0.0, 30.0),
    therapy=therapies,
)


@settings(max_examples=40, deadline=None, phases=PHASES)
@given(scenarios)
def test_any_experiment_on_anybody_is_finite_nonnegative_and_loses_nothing(scenario: Scenario) -> None:
    check(scenario)  # what the checks let through has to run
    film = Film(scenario)
    times = np.arange(0.0, 241.0, 1.0)
    found = film.series([*film.units_of_series], times)
    for name, course in found.items():
        assert np.isfinite(course).all(), name
        assert name in NET_FLOWS or course.min() >= -ROUNDING * (1 + course.max()), name
    _keeps_its_totals(scenario, found)


def _keeps_its_totals(scenario: Scenario, found: dict[str, np.ndarray]) -> None:
    """Receptors, IRS-1 and GLUT4: all that the condition at work says there are, and no more."""
    network = network_of(scenario).network
    (first, *later), names = conditions(scenario), [p.name for p in network.parameters]
    assert network.conserved
    for law in network.conserved:
        place = names.index(law.total)
        in_all = {c.parameters[place] for c in (first, *later)}
        total = np.sum([found[member] for member in law.members], axis=0)
        if law.exact and len(in_all) == 1:
            assert total == pytest.approx(first.parameters[place], rel=1e-6), law.total
        assert total.max() <= max(in_all) * (1 + 1e-6), law.total
        if law.exact:
            assert total.min() >= min(in_all) * (1 - 1e-6), law.total


@settings(max_examples=40, deadline=None, phases=PHASES)
@given(scenarios)
def test_any_life_is_finite_and_nonnegative(scenario: Scenario) -> None:
    life = calendar_of_scenario(scenario)
    for name, course in life.series([*SERIES, "loop_gain"], np.linspace(0.0, 40.0, 81)).items():
        assert np.isfinite(course).all(), name
        assert name in MAY_BE_BELOW_ZERO or course.min() >= 0, name


@pytest.mark.parametrize("name", AGENTS)
@pytest.mark.parametrize("person", [MAN, WOMAN], ids=["man", "woman"])
def test_every_agent_alone_and_with_every_other_leaves_a_possible_body(person: Person, name: str) -> None:
    who = constitution(person, Hormones(), 0.05, "middle")
    for first, second in combinations_with_replacement(AGENTS, 2):
        if first == name:
            both = (therapy(first, 1.0, 0, 0.0, None), therapy(second, 1.0, 1, 1.0, 4.0))
            course = Calendar(who, both).series([*SERIES, "loop_gain"], WEEKS)
            for series, values in course.items():
                assert np.isfinite(values).all(), (second, series)
                assert series in MAY_BE_BELOW_ZERO or values.min() >= 0, (second, series)


@pytest.mark.parametrize("name", AGENTS)
def test_every_route_of_an_agent_runs(name: str) -> None:
    for route in range(len(agents()[name].routes)):
        scenario = Scenario(person=WOMAN, week=2.0, therapy=(therapy(name, 1.0, route, 0.0, None),))
        check(scenario)
        assert Film(scenario).at(30.0).values["glucose_uptake"] > 0


@settings(max_examples=15, deadline=None, phases=PHASES)
@given(people, st.sampled_from(["meal", "ogtt"]), st.floats(1.0, 200.0), loads)
def test_what_is_eaten_is_in_the_stomach_in_the_gut_or_absorbed(
    person: Person, kind: str, grams: float, load: float
) -> None:
    scenario = Scenario(
        vesicles=100,
        person=person,
        inflammation=Inflammation(load),
        protocol=Protocol(kind, glucose=_size(grams, "g")),  # type: ignore[arg-type]
    )
    times = np.arange(0.0, 180.05, 0.05)
    found = Film(scenario).series(["stomach", "gut", "eaten"], times)
    absorption = next(p.value for p in network_of(scenario).network.parameters if p.name == "kab")
    absorbed = absorption * np.concatenate([[0.0], np.cumsum((found["gut"][1:] + found["gut"][:-1]) * 0.025)])
    swallowed = np.concatenate([[0.0], np.cumsum(found["eaten"][:-1] * 0.05)])
    assert swallowed[-1] == pytest.approx(1000 * grams, rel=1e-3)
    inside = found["stomach"] + found["gut"] + absorbed
    assert inside == pytest.approx(swallowed, rel=1e-4, abs=1e-3 * grams)


@settings(max_examples=15, deadline=None, phases=PHASES)
@given(people, loads, st.sampled_from(["meal", "ogtt", "fasting", "clamp", "endotoxin"]))
def test_glucose_in_the_body_changes_by_what_comes_and_goes(person: Person, load: float, kind: str) -> None:
    scenario = Scenario(
        vesicles=100,
        person=person,
        inflammation=Inflammation(load),
        protocol=Protocol(kind),  # type: ignore[arg-type]
    )
    times = np.arange(0.0, 120.02, 0.02)
    names = ["Gp", "Gt", "EGP", "Ra", "GIR", "Uid", "renal"]
    found = Film(scenario).series(names, times)
    brain = next(p.value for p in network_of(scenario).network.parameters if p.name == "Uii")
    gain = found["EGP"] + found["Ra"] + found["GIR"] - found["Uid"] - found["renal"] - brain
    moved = np.concatenate([[0.0], np.cumsum((gain[1:] + gain[:-1]) * 0.01)])
    stock = found["Gp"] + found["Gt"]
    assert stock - stock[0] == pytest.approx(moved, rel=1e-3, abs=0.05)


def test_an_injection_is_in_the_depot_freed_or_gone_into_blood() -> None:
    shot = Therapy("testosterone cypionate", "100 mg", "7 d", to_week=8.0)
    life = Calendar(constitution(MAN, Hormones(), 0.05, "middle"), (shot,))
    weeks = np.linspace(0.0, 20.0, 20 * 7 * 24 + 1)
    found = life.series(["testosterone_ester", "testosterone_freed", "testosterone_given"], weeks)
    step = 1 / 24
    blood = np.cumsum(found["testosterone_given"]) * step
    left = found["testosterone_ester"][-1] + found["testosterone_freed"][-1]
    assert blood[-1] + left == pytest.approx(8 * 100 * agents()["testosterone cypionate"].share, rel=5e-3)


def test_doses_a_rounding_apart_are_one_moment() -> None:
    """0.7 weeks and 4.9 days differ in the last digit; the days between them would be too few to solve."""
    both = (
        Therapy("CJC-1295", "2 mg", "0.7 d", from_week=5e-218),
        Therapy("testosterone cypionate", "100 mg", "7 d", from_week=0.7),
    )
    life = Calendar(constitution(MAN, Hormones(), 0.05, "middle"), both)
    for name, course in life.series([*SERIES, "loop_gain"], WEEKS).items():
        assert np.isfinite(course).all(), name
