"""The calendar and the body of the hours are one person: the same morning, the same end of a clamp."""

from __future__ import annotations

import numpy as np
import pytest

from hormoneviz.kinetics.calendar import calendar
from hormoneviz.kinetics.parameters import body_parameters
from hormoneviz.simulation.calendar import Calendar, calendar_of_scenario
from hormoneviz.simulation.constitution import constitution
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.scenario import Hormones, Person, Protocol, Scenario, Therapy

PEOPLE = {
    "healthy man": Scenario(),
    "healthy woman": Scenario(person=Person(sex="female")),
    "obese": Scenario(person=Person(body="obese", age=45)),
    "andropause": Scenario(person=Person(stage="andropause", age=65)),
    "polycystic ovary": Scenario(person=Person(sex="female", stage="PCOS")),
    "lean, type 2": Scenario(person=Person(diabetes="type 2", age=55)),
    "obese, type 2": Scenario(person=Person(body="obese", diabetes="type 2", age=55)),
    "growth hormone high": Scenario(hormones=Hormones(growth_hormone="high")),
    "a year of MK-677": Scenario(person=Person(age=70), week=52, therapy=(Therapy("MK-677", "25 mg"),)),
}


def film(scenario: Scenario, kind: str, hours: int) -> Film:
    changed = Scenario(
        vesicles=100,
        person=scenario.person,
        hormones=scenario.hormones,
        week=scenario.week,
        therapy=scenario.therapy,
        protocol=Protocol(kind),  # type: ignore[arg-type]
        duration=f"{hours} h",
    )
    return Film(changed)


def at(of: Film, name: str, minute: float) -> float:
    return float(of.series([name], [minute])[name][0])


@pytest.mark.parametrize("who", PEOPLE)
def test_the_morning_of_the_film_is_the_calendars(who: str) -> None:
    week = calendar_of_scenario(PEOPLE[who]).at(PEOPLE[who].week)
    rested = film(PEOPLE[who], "fasting", 1)
    assert at(rested, "plasma_glucose", 0.0) == pytest.approx(week["fasting_glucose"], rel=0.005)
    assert at(rested, "plasma_insulin", 0.0) / 6.0 == pytest.approx(week["fasting_insulin"], rel=0.01)
    assert at(rested, "FFA", 0.0) == pytest.approx(week["fasting_FFA"], rel=0.01)


@pytest.mark.parametrize("who", PEOPLE)
def test_a_long_clamp_ends_where_the_calendar_says(who: str) -> None:
    """Muscle notices insulin over hours: only then is the infusion steady."""
    week = calendar_of_scenario(PEOPLE[who]).at(PEOPLE[who].week)
    clamp = film(PEOPLE[who], "clamp", 48)
    assert at(clamp, "GIR", 2880.0) == pytest.approx(week["M_value"], rel=0.01)


def test_a_clamp_of_three_hours_reads_nine_tenths_of_it() -> None:
    week = calendar_of_scenario(Scenario()).at(0.0)
    assert 0.88 < at(film(Scenario(), "clamp", 3), "M_value", 165.0) / week["M_value"] < 0.96


@pytest.mark.parametrize("sex", ["male", "female"])
def test_the_calendars_balance_has_the_parameters_of_the_body(sex: str) -> None:
    body = {p.name: p for p in body_parameters()}
    shared = {p.name: p for p in calendar(sex).parameters if p.name in body}  # type: ignore[arg-type]
    assert {"Gb", "Ib", "Vmx", "K_X", "k_cr", "kp3", "K_hep", "be", "F0", "K_L"} <= set(shared)
    assert all(shared[name] == body[name] for name in shared)


def test_diabetes_is_diabetes_in_the_lean_too() -> None:
    """8 to 9 mmol/L in the morning, about half of the clamp, the answer to a rise all but lost."""
    lean, healthy = (
        Calendar(constitution(person, Hormones(), 0.05, "middle")).at(0.0)
        for person in (Person(diabetes="type 2", age=55), Person())
    )
    assert 8.0 < lean["fasting_glucose"] / 18.016 < 9.0
    assert 0.5 < lean["M_value"] / healthy["M_value"] < 0.65
    assert lean["first_phase"] <= 0.1


def test_beta_cells_do_not_all_die() -> None:
    """However resistant and old: glucose poisons them, yet some of the mass is always left."""
    worst = Person(sex="female", stage="menopause", body="obese", diabetes="type 2", age=90)
    life = Calendar(constitution(worst, Hormones(growth_hormone="high"), 1.0, "optimistic"))
    rest = life.at(0.0)
    assert rest["B"] > 0.3
    assert rest["fasting_insulin"] > 1.0
    assert np.isfinite(rest["fasting_glucose"])


def test_fatty_acids_dull_cell_and_body_in_the_same_hours() -> None:
    """One onset, after three to four hours (Boden 1998), and nothing in the first two."""
    minutes = np.arange(0.0, 361.0)
    held = {"insulin": "70 uU/mL", "glucose": "92 mg/dL"}
    given, control = (
        Film(Scenario(vesicles=100, protocol=Protocol(kind, **held), duration="6 h"))  # type: ignore[arg-type]
        for kind in ("lipid_infusion", "clamp")
    )
    hours = {}
    for name in ("GIR", "glucose_uptake"):
        with_it, without = (f.series([name], minutes)[name][30:] for f in (given, control))
        fall = 1 - with_it / without
        assert fall[90] < 0.05
        assert fall[-1] > 0.25
        hours[name] = (30 + int(np.argmax(fall >= 0.1))) / 60
    assert all(2.75 <= hour <= 4.25 for hour in hours.values()), hours
    assert abs(hours["GIR"] - hours["glucose_uptake"]) < 0.5
