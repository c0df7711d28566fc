"""The film of a cell in a body: nothing negative, nothing lost, in every protocol and state."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from hormoneviz.simulation.film import Film
from hormoneviz.simulation.scenario import Hormones, Inflammation, Person, Protocol, Scenario

KINDS = ("fasting", "meal", "ogtt", "clamp", "gh_infusion", "lipid_infusion", "endotoxin")
HELD = {"insulin": "50 uU/mL", "glucose": "92 mg/dL"}


def film(protocol: Protocol, **changes: object) -> Film:
    return Film(replace(Scenario(vesicles=100, protocol=protocol, duration="10 h"), **changes))


def at(of: Film, name: str, *times: float) -> list[float]:
    return of.series([name], times)[name].tolist()


def test_a_drink_raises_glucose_then_insulin_then_the_doors() -> None:
    drink = film(Protocol("ogtt"))
    times = np.arange(0.0, 301.0)
    names = ["plasma_glucose", "plasma_insulin", "GLUT4_surface", "FFA"]
    found = drink.series(names, times)
    assert 30 <= found["plasma_glucose"].argmax() <= 90
    assert found["GLUT4_surface"].max() > 1.2 * found["GLUT4_surface"][0]
    assert found["FFA"].min() < 0.4 * found["FFA"][0]


@pytest.mark.parametrize(
    "worse",
    [
        {"person": Person(body="obese")},
        {"person": Person(diabetes="type 2")},
        {"inflammation": Inflammation(0.7)},
        {"hormones": Hormones(testosterone="low")},
        {"hormones": Hormones(growth_hormone="high")},
        {"person": Person(sex="female", stage="PCOS")},
    ],
)
def test_a_resistant_persons_glucose_rises_more(worse: dict[str, object]) -> None:
    meal = Protocol("meal")
    healthy, resistant = (film(meal, **changes) for changes in ({}, worse))
    times = np.arange(0.0, 181.0, 5.0)
    area = [f.series(["glucose"], times)["glucose"].mean() for f in (healthy, resistant)]
    assert area[1] > area[0] + 0.1


def test_a_clamp_holds_glucose_and_reads_m() -> None:
    clamp = film(Protocol("clamp"))
    assert at(clamp, "plasma_glucose", 0.0, 60.0, 180.0) == pytest.approx([92.0] * 3, abs=0.5)
    gir, m = (at(clamp, name, 180.0)[0] for name in ("GIR", "M_value"))
    assert gir == pytest.approx(m, rel=0.02)
    assert 7.5 < m < 9.1


def test_a_clamp_by_rate_reaches_the_level_of_one_by_level() -> None:
    assert at(film(Protocol("clamp", rate="1 mU/kg/min")), "plasma_insulin", 120.0) == pytest.approx(
        [420.0], rel=0.05
    )


def test_insulin_at_the_cell_is_that_of_plasma_less_what_capillaries_keep() -> None:
    values = film(Protocol("clamp")).at(60.0).values
    assert values["insulin"] == pytest.approx(0.6e-3 * values["plasma_insulin"])
    assert values["glucose"] == pytest.approx(values["plasma_glucose"] / 18.016)


@pytest.mark.parametrize("kind", ["gh_infusion", "lipid_infusion", "endotoxin"])
def test_what_is_infused_lowers_uptake_of_body_and_cell(kind: str) -> None:
    with_it = film(Protocol(kind, **HELD))  # type: ignore[arg-type]
    control = film(Protocol("clamp", **HELD))
    for name in ("GIR", "GLUT4_surface"):
        assert at(with_it, name, 330.0)[0] < 0.93 * at(control, name, 330.0)[0]


@pytest.mark.parametrize("tissue", ["muscle", "fat"])
def test_blood_does_not_depend_on_which_cell_is_looked_at(tissue: str) -> None:
    drink = film(Protocol("ogtt"), tissue=tissue)
    muscle = film(Protocol("ogtt"))
    assert at(drink, "glucose", 60.0) == pytest.approx(at(muscle, "glucose", 60.0), rel=1e-4)


def test_a_dish_has_no_body() -> None:
    assert "plasma_glucose" not in Film(Scenario(protocol=Protocol("bath"))).at(0.0).values


def test_fasting_stays_as_it_is_for_everyone() -> None:
    for person in (Person(), Person(body="obese"), Person(diabetes="type 2")):
        rested = film(Protocol("fasting"), person=person)
        for name in ("plasma_glucose", "plasma_insulin", "GLUT4_surface", "FFA"):
            course = rested.series([name], np.arange(0.0, 301.0, 30.0))[name]
            assert np.ptp(course) <= 1e-4 * course[0], name


people = st.builds(
    Person,
    sex=st.sampled_from(["male", "female"]),
    stage=st.sampled_from(["young adult", "menopause", "PCOS"]),
    body=st.sampled_from(["lean", "overweight", "obese"]),
    diabetes=st.sampled_from(["none", "type 2"]),
)
multipliers = st.fixed_dictionaries(
    {},
    optional={
        **{name: st.floats(0.2, 1.3) for name in ("s_per", "s_hep")},
        **{name: st.floats(0.1, 3.0) for name in ("B", "bf", "Fset")},
        "egp": st.floats(0.7, 1.3),
    },
)


@settings(max_examples=30, deadline=None)
@given(
    kind=st.sampled_from(KINDS),
    person=people,
    load=st.floats(0.0, 1.0),
    parameters=multipliers,
    tissue=st.sampled_from(["muscle", "fat"]),
)
def test_nothing_is_negative_or_no_number(
    kind: str, person: Person, load: float, parameters: dict[str, float], tissue: str
) -> None:
    scenario = Scenario(
        tissue=tissue,  # type: ignore[arg-type]
        vesicles=100,
        person=person,
        inflammation=Inflammation(load),
        protocol=Protocol(kind),  # type: ignore[arg-type]
        parameters=parameters,
    ).with_event("40 min", {"load": 0.6})
    made = Film(scenario)
    for name, course in made.series([*made.units_of_series], np.arange(0.0, 180.0, 2.0)).items():
        assert np.isfinite(course).all(), name
        # The balance of glucose and a clamp's correction are net flows, the one pair with a sign.
        assert name in ("balance", "correction") or course.min() > -1e-6 * (1 + np.abs(course).max()), name
