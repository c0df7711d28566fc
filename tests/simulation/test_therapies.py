"""Therapies and the evidence behind them: the tables are whole, doses add up, and what is unknown does
nothing."""

from __future__ import annotations

import numpy as np
import pytest

from hormoneviz.kinetics.calendar import calendar
from hormoneviz.kinetics.calendar_parameters import calendar_parameters
from hormoneviz.kinetics.parameters import sources
from hormoneviz.simulation.calendar import SERIES, Calendar
from hormoneviz.simulation.constitution import constitution
from hormoneviz.simulation.errors import UnitError
from hormoneviz.simulation.evidence import graded_effects, points, points_of
from hormoneviz.simulation.scenario import Hormones, Person, Therapy
from hormoneviz.simulation.therapies import agents, amount, doses, rates

MAN = constitution(Person(), Hormones(), 0.05, "middle")
OF_THE_ISSUE = {
    *("testosterone cypionate", "testosterone pellets", "estradiol patch", "oral estradiol"),
    *("micronised progesterone", "medroxyprogesterone acetate", "norethisterone", "anastrozole"),
    *("gonadorelin", "enclomiphene", "sermorelin", "ipamorelin", "CJC-1295", "tesamorelin", "MK-677"),
    "growth hormone",
}


def trial(name: str) -> Therapy:
    """The agent at the dose of its trial."""
    return Therapy(name, agents()[name].dose, agents()[name].every)


def given(therapies: tuple[Therapy, ...], until: float) -> float:
    """mg that came from day 0 on, by dose or by rate."""
    at_once = sum(dose.amount for dose in doses(therapies, 0.0, until))
    steady = sum(r.amount * (min(r.end, until) - r.start) for r in rates(therapies, 0.0, until))
    return at_once + steady


def test_every_agent_of_the_source_texts_is_there() -> None:
    assert set(agents()) >= OF_THE_ISSUE


@pytest.mark.parametrize("name", agents())
def test_an_agent_cites_its_sources_and_acts_on_the_network(name: str) -> None:
    row = agents()[name]
    assert set(row.source) <= set(sources())
    assert amount(trial(name)) > 0
    network = calendar("male")
    known = {s.name for s in network.species} if row.acts == "depot" else {i.name for i in network.inputs}
    assert (row.into in known) == (row.acts != "none")
    assert (row.release > 0) == (row.acts == "implant")
    if row.acts == "none" or row.grade == "unknown":
        assert row.unknown


@pytest.mark.parametrize("name", [n for n, row in agents().items() if row.acts == "none"])
def test_what_nobody_has_measured_does_nothing(name: str) -> None:
    assert Calendar(MAN, (trial(name),)).at(8.0) == Calendar(MAN).at(8.0)


def test_CJC_raises_growth_hormone_and_leaves_fat_and_glucose_as_they_are() -> None:
    before, after = Calendar(MAN).at(4.0), Calendar(MAN, (trial("CJC-1295"),)).at(4.0)
    assert after["IGF1"] > 1.5 * before["IGF1"]
    for name in ("VAT", "SAT", "lean_mass", "fasting_glucose", "M_value"):
        assert after[name] == pytest.approx(before[name], rel=1e-3)


def test_doses_add_up() -> None:
    weekly = Therapy("testosterone cypionate", "100 mg", "7 d", from_week=1, to_week=11)
    assert given((weekly,), 365.0) == pytest.approx(10 * 100 * 0.70)
    assert given((weekly, weekly), 365.0) == pytest.approx(20 * 100 * 0.70)
    once = Therapy("testosterone pellets", "800 mg")
    assert given((once,), 365.0) == pytest.approx(800.0)
    assert given((Therapy("oral estradiol", "1 mg", to_week=4),), 365.0) == pytest.approx(28.0)


def test_what_was_injected_leaves_the_depot_as_testosterone_and_nothing_else() -> None:
    life = Calendar(MAN, (Therapy("testosterone cypionate", "200 mg"),))
    weeks = np.linspace(0.0, 20.0, 2801)
    course = life.series(["testosterone_given", "testosterone_ester"], weeks)
    assert course["testosterone_ester"][0] == pytest.approx(140.0)
    assert np.trapezoid(course["testosterone_given"], weeks * 7) == pytest.approx(140.0, rel=1e-3)


def test_an_agent_nobody_knows_names_the_nearest() -> None:
    with pytest.raises(UnitError, match='did you mean "tesamorelin"'):
        amount(Therapy("tesamorelen", "2 mg"))


def test_every_effect_is_graded_and_carried_by_parameters() -> None:
    known = {p.name for p in calendar_parameters("male")}
    for effect in graded_effects().values():
        assert set(effect.parameters) <= known
        assert set(effect.source) <= set(sources())


def test_contested_effects_are_on_the_dial_first_of_all_testosterone_and_insulin() -> None:
    effect = graded_effects()["androgen_insulin"]
    assert (effect.grade, effect.dialled) == ("contested", True)


def test_ten_points_stand_where_a_user_meets_them() -> None:
    assert len(points()) == 10
    switches = {"stance", "load", "tissue", *agents(), *Hormones.__struct_fields__}
    assert {switch for point in points().values() for switch in point.switches} <= switches
    assert len(points_of("testosterone")) >= 3
    assert all("dose" not in point.text for point in points().values())


def test_the_series_have_units() -> None:
    life = Calendar(MAN)
    assert {*SERIES, "loop_gain"} <= set(life.units)
