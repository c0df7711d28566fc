"""States of the body change muscle in the direction and about by the size that trials found."""

from functools import cache

import numpy as np
import pytest
from scipy.integrate import solve_ivp

from hormoneviz.kinetics.compiled import compiled
from hormoneviz.kinetics.insulin import network
from hormoneviz.simulation.body import Settled, settled
from hormoneviz.simulation.calendar import calendar_of
from hormoneviz.simulation.levels import levels
from hormoneviz.simulation.scenario import Hormones, Person, Stance

CLAMP_INSULIN = 0.25  # nM at the cell: 0.6 x 70 uU/mL, what 1 mU/kg/min brings
MAN, WOMAN = Person(), Person(sex="female")
MENOPAUSE = Person(sex="female", age=55, stage="menopause")


def at(
    person: Person = MAN,
    hormones: Hormones | None = None,
    load: float = 0.05,
    stance: Stance = "middle",
    fatty_acids: float | None = None,
) -> Settled:
    life = calendar_of(person, hormones or Hormones(), load, stance)
    return settled(life.at(0.0), person, stance, fatty_acids)


def on_testosterone(level: str) -> Hormones:
    return Hormones(testosterone=level)


def clamp_uptake(state: Settled) -> float:
    """Glucose uptake of muscle after three hours of a clamp, settled in that state before."""
    cell = network("muscle")
    runner = compiled(cell)
    values = {p.name: p.value * state.parameters.get(p.name, 1.0) for p in cell.parameters}
    parameters = runner.ordered(values)
    milieu = (5.0, state.inputs["TNF"], state.inputs["IL6"], state.inputs["FFA"])
    y = runner.start(parameters)
    for insulin, minutes in ((0.018, 6000.0), (CLAMP_INSULIN, 180.0)):
        seen = (insulin, *milieu)
        y = solve_ivp(
            lambda t, y, seen=seen: runner.rhs(t, y, parameters, lambda _: seen),
            (0, minutes),
            y,
            method="LSODA",
            rtol=1e-6,
        ).y[:, -1]
    read = runner.read(y[:, None], parameters, np.array([[CLAMP_INSULIN], *([x] for x in milieu)]))
    return float(np.ravel(read["glucose_uptake"])[0])


@cache
def healthy() -> float:
    return clamp_uptake(at())


def share(state: Settled) -> float:
    return clamp_uptake(state) / healthy()


def test_a_lean_healthy_young_adult_is_the_reference() -> None:
    for person in (MAN, WOMAN):
        state = at(person)
        assert state.parameters == {}
        assert state.notes == ()
        assert state.inputs == pytest.approx({"TNF": 1.0, "IL6": 1.2, "FFA": 0.44})


@pytest.mark.parametrize(("load", "expected"), [(0.25, 0.85), (0.5, 0.71), (0.75, 0.61), (1.0, 0.54)])
def test_inflammation_takes_away_what_trials_found(load: float, expected: float) -> None:
    assert share(at(load=load)) == pytest.approx(expected, abs=0.08)


def test_cytokines_and_fatty_acids_never_fall_as_the_load_rises() -> None:
    states = [at(load=load) for load in np.linspace(0, 1, 41)]
    for name in ("TNF", "IL6", "FFA"):
        values = [state.inputs[name] for state in states]
        assert np.diff(values).min() > -1e-9


def test_an_obese_body_cannot_have_a_lean_load() -> None:
    obese = Person(body="obese")
    assert at(obese, load=0.05).inputs == pytest.approx(at(load=0.5).inputs, rel=0.05)
    assert at(obese, load=0.9).inputs == pytest.approx(at(load=0.9).inputs)


def test_no_testosterone_costs_a_third() -> None:
    assert share(at(hormones=on_testosterone("28 ng/dL"))) == pytest.approx(
        0.68, abs=0.08
    )  # Yialamas 2007: -32 %


def test_low_testosterone_costs_less_and_high_gains_little() -> None:
    assert 0.8 < share(at(hormones=on_testosterone("low"))) < 0.95
    assert 1.0 < share(at(hormones=on_testosterone("high"))) < 1.06


def test_the_stance_orders_contested_effects() -> None:
    low = on_testosterone("low")
    sceptical, middle, optimistic = (
        share(at(hormones=low, stance=s)) for s in ("sceptical", "middle", "optimistic")
    )
    assert 1 > sceptical > middle > optimistic > 0.6


def test_the_stance_leaves_firm_effects_alone() -> None:
    sceptical, optimistic = at(load=0.8, stance="sceptical"), at(load=0.8, stance="optimistic")
    assert sceptical.inputs == pytest.approx(optimistic.inputs)
    assert sceptical.parameters["k_ser"] == pytest.approx(optimistic.parameters["k_ser"])


def test_menopause_weakens_muscle_partly_through_belly_fat() -> None:
    assert share(at(MENOPAUSE)) == pytest.approx(0.85, abs=0.07)
    assert at(MENOPAUSE).inputs["IL6"] > at(WOMAN).inputs["IL6"]


def test_replaced_estradiol_gives_back_most_of_the_direct_loss() -> None:
    replaced = at(MENOPAUSE, Hormones(estradiol="100 pg/mL"))
    assert share(at(MENOPAUSE)) < share(replaced) < 1


def test_testosterone_does_not_help_women() -> None:
    assert share(at(WOMAN, on_testosterone("high"))) < 1
    assert at(WOMAN, on_testosterone("low")) == at(WOMAN)


def test_much_growth_hormone_costs_a_third_and_frees_fatty_acids() -> None:
    high = at(hormones=Hormones(growth_hormone="high"))
    assert share(high) == pytest.approx(0.65, abs=0.08)  # Moller 1989: 4.35 -> 2.83 mg/kg/min
    assert high.inputs["FFA"] == pytest.approx(0.6, abs=0.05)


def test_little_growth_hormone_reaches_the_cell_by_belly_fat_alone() -> None:
    low = at(hormones=Hormones(growth_hormone="low"))
    assert "k_p3" not in low.parameters
    assert 0.95 < share(low) < 1


def test_pcos_costs_a_third_whatever_the_androgen() -> None:
    pcos = Person(sex="female", stage="PCOS")
    assert share(at(pcos)) == pytest.approx(0.65, abs=0.08)  # Dunaif 1989: -35 to -40 %
    assert at(pcos, on_testosterone("low")).parameters == at(pcos).parameters


def test_given_fatty_acids_replace_those_of_the_state() -> None:
    assert at(load=0.8, fatty_acids=1.2).inputs["FFA"] == 1.2


def test_fat_loses_glut4_without_testosterone_and_muscle_keeps_it() -> None:
    low = on_testosterone("low")
    state = calendar_of(MAN, low, 0.05, "middle").at(0.0)
    muscle, fat = (settled(state, MAN, "middle", tissue=tissue) for tissue in ("muscle", "fat"))
    assert "G4tot" not in muscle.parameters
    assert fat.parameters["G4tot"] < 0.95


def test_each_effect_at_work_explains_itself_once() -> None:
    both = at(MAN, Hormones(testosterone="low", growth_hormone="high"), load=0.5)
    assert len(both.notes) == len(set(both.notes)) == 3


def test_causes_that_meet_in_one_parameter_multiply() -> None:
    growth = at(WOMAN, Hormones(growth_hormone="high")).parameters["k_p3"]
    androgen = at(WOMAN, on_testosterone("high")).parameters["k_p3"]
    both = at(WOMAN, Hormones(growth_hormone="high", testosterone="high")).parameters["k_p3"]
    assert both == pytest.approx(growth * androgen, rel=0.01)


def test_every_multiplier_belongs_to_a_parameter_of_the_network_and_stays_positive() -> None:
    known = {p.name for p in network("muscle").parameters}
    extreme = Hormones(
        testosterone="0 ng/dL", estradiol="0 pg/mL", progesterone="high", growth_hormone="400 ug/L"
    )
    for person in (MAN, WOMAN, MENOPAUSE, Person(sex="female", stage="PCOS", body="obese")):
        for tissue in ("fat", "muscle"):
            life = calendar_of(person, extreme, 1.0, "optimistic").at(0.0)
            state = settled(life, person, "optimistic", tissue=tissue)  # type: ignore[arg-type]
            assert state.parameters.keys() <= known
            assert all(factor > 0 for factor in state.parameters.values())


def test_words_mean_different_levels_for_men_and_women() -> None:
    normal = Hormones()
    assert levels(MAN, normal).testosterone == pytest.approx(18.4, abs=0.1)
    assert levels(WOMAN, normal).testosterone == pytest.approx(1.1, abs=0.1)
    assert levels(MENOPAUSE, normal).estradiol < 26 < levels(WOMAN, normal).estradiol
    assert levels(Person(stage="andropause"), normal).testosterone < levels(MAN, normal).testosterone
