"""The calendar: rest without drugs, weeks that never change, and nobody who comes to an impossible state."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hormoneviz.kinetics.calendar import calendar
from hormoneviz.simulation.calendar import MULTIPLIERS, SERIES, Calendar, calendar_of
from hormoneviz.simulation.constitution import Constitution, constitution
from hormoneviz.simulation.scenario import Hormones, Inflammation, Person, Scenario, Therapy
from hormoneviz.simulation.steady import runner
from hormoneviz.simulation.therapies import agents
from hormoneviz.simulation.vicious_circle import AXIS, METABOLISM

MAN, WOMAN = Person(), Person(sex="female")
OBESE = Person(body="obese")
TRT = Therapy("testosterone cypionate", "100 mg", "7 d")
WEEKS = np.linspace(0.0, 30.0, 61)

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
    progesterone=words,
    growth_hormone=words | st.floats(0, 100).map(lambda x: f"{x:.1f} ug/L"),
)
therapies = st.lists(
    st.builds(
        lambda name, fold, start, length: Therapy(
            name, _scaled(name, fold), agents()[name].every, float(start), float(start + length)
        ),
        name=st.sampled_from(sorted(agents())),
        fold=st.floats(0.1, 5.0),
        start=st.integers(0, 10),
        length=st.integers(1, 20),
    ),
    max_size=3,
)


def _scaled(name: str, fold: float) -> str:
    number, unit = agents()[name].dose.split(" ")
    return f"{float(number) * fold:.4g} {unit}"


def who(
    person: Person = MAN, levels: Hormones | None = None, load: float = 0.05, stance: str = "middle"
) -> Constitution:
    return constitution(person, levels or Hormones(), load, stance)  # type: ignore[arg-type]


def on(level: str, person: Person = MAN) -> Constitution:
    return who(person, Hormones(testosterone=level))


@settings(max_examples=25, deadline=None)
@given(people, hormones, st.floats(0, 1), st.sampled_from(["sceptical", "middle", "optimistic"]), therapies)
def test_nothing_is_negative_or_not_a_number(
    person: Person, levels: Hormones, load: float, stance: str, given_: list[Therapy]
) -> None:
    life = Calendar(who(person, levels, load, stance), given_)
    for name, values in life.series([*SERIES, "loop_gain"], WEEKS).items():
        assert np.all(np.isfinite(values)), name
        assert name == "loop_gain" or values.min() >= 0, name


@pytest.mark.parametrize("sex", ["male", "female"])
def test_a_healthy_young_adult_rests_where_the_network_starts(sex: str) -> None:
    run = runner(sex)
    parameters = run.ordered({})
    slopes = run.rhs(0.0, run.start(parameters), parameters, lambda _t: (0.0,) * len(run.network.inputs))
    assert slopes == pytest.approx([0.0] * len(slopes), abs=1e-9)


@pytest.mark.parametrize("person", [MAN, OBESE, Person(stage="andropause"), Person(diabetes="type 2")])
def test_without_drugs_nothing_moves(person: Person) -> None:
    for name, values in Calendar(who(person)).series(SERIES, WEEKS).items():
        assert values == pytest.approx(values[0], rel=2e-3), name


@pytest.mark.parametrize("person", [MAN, OBESE])
@pytest.mark.parametrize("level", ["28 ng/dL", "250 ng/dL", "916 ng/dL"])
def test_a_person_shows_the_level_that_was_asked_for(person: Person, level: str) -> None:
    shown = Calendar(on(level, person)).at(0.0)["testosterone"] / 0.0347
    assert shown == pytest.approx(float(level.split()[0]), rel=0.02, abs=2)


def test_a_failing_testis_has_high_LH_and_a_held_back_hypothalamus_low() -> None:
    lean, heavy = Calendar(on("low")).at(0.0), Calendar(on("low", OBESE)).at(0.0)
    assert lean["LH"] > 8 > 4 > heavy["LH"]


def test_only_a_waiting_pituitary_answers_enclomiphene() -> None:
    pill = Therapy("enclomiphene", "25 mg")
    heavy, lean = (Calendar(on("low", p), (pill,)).at(2.0)["testosterone"] / 0.0347 for p in (OBESE, MAN))
    assert heavy > 380 > lean


def test_the_past_does_not_depend_on_who_asked_first() -> None:
    early, late = Calendar(who(OBESE), (TRT,)), Calendar(who(OBESE), (TRT,))
    late.at(60.0)
    step_by_step = [early.at(week) for week in (0.0, 3.3, 26.0)]
    assert step_by_step == [late.at(week) for week in (0.0, 3.3, 26.0)]


def test_a_therapy_changes_nothing_before_it_begins() -> None:
    later = Therapy("testosterone cypionate", "100 mg", "7 d", from_week=8)
    with_it, without = Calendar(who(OBESE), (later,)), Calendar(who(OBESE))
    for name, values in with_it.series(SERIES, [0.0, 4.0, 7.9]).items():
        assert values == pytest.approx(without.series([name], [0.0, 4.0, 7.9])[name])
    assert with_it.at(9.0)["LH"] < without.at(9.0)["LH"]


def test_the_axis_comes_back_after_testosterone() -> None:
    life = Calendar(who(), (Therapy("testosterone cypionate", "100 mg", "7 d", to_week=12),))
    during, after, before = life.at(10.5), life.at(60.0), life.at(0.0)
    assert during["LH"] < 0.5 * before["LH"]
    assert after["LH"] == pytest.approx(before["LH"], rel=0.05)


def test_perimenopause_swings_and_menopause_does_not() -> None:
    swinging = Calendar(who(Person(sex="female", stage="perimenopause"))).series(["estradiol"], WEEKS)
    still = Calendar(who(Person(sex="female", stage="menopause"))).series(["estradiol"], WEEKS)
    assert swinging["estradiol"].max() > 2 * swinging["estradiol"].min()
    assert np.ptp(still["estradiol"]) < 0.01 * still["estradiol"][0]


def test_the_vicious_circle_settles() -> None:
    """Its gain is a share: more than nothing in a heavy man, well below one, and gone on testosterone."""
    untreated, treated = Calendar(who(OBESE)), Calendar(who(OBESE), (TRT,))
    assert 0 < untreated.loop_gain(0.0) < 0.5
    assert treated.loop_gain(12.0) < 0.5 * untreated.loop_gain(0.0)
    assert Calendar(who(WOMAN)).loop_gain(0.0) == pytest.approx(0.0, abs=0.01)


def test_a_push_that_comes_round_is_larger_by_what_the_gain_says() -> None:
    """Testosterone pushed with the circle closed, over the same push with metabolism deaf to it."""
    life = Calendar(who(OBESE))
    names = [s.name for s in calendar("male").species]
    state = np.array([life.at(0.0)[name] for name in names])
    slopes = runner("male").jacobian(0.0, state, life.parameters, lambda _t: (0.0,) * 15)
    closed, open_ = (_answer(slopes, names, part) for part in ((*AXIS, *METABOLISM), AXIS))
    assert closed / open_ == pytest.approx(1 / (1 - life.loop_gain(0.0)), rel=0.02)


def _answer(slopes: np.ndarray, names: list[str], part: tuple[str, ...]) -> float:
    """How far testosterone settles after a constant push, if only these states may answer."""
    places = [names.index(name) for name in part]
    push = np.array([float(name == "testosterone") for name in part])
    return float(np.linalg.solve(slopes[np.ix_(places, places)], -push)[part.index("testosterone")])


def test_the_stance_chooses_between_the_trials() -> None:
    gains = []
    for stance in ("sceptical", "middle", "optimistic"):
        person = who(Person(body="obese", diabetes="type 2"), Hormones(testosterone="low"), stance=stance)
        gains.append(Calendar(person, (TRT,)).at(24.0)["M_value"] / Calendar(person).at(0.0)["M_value"])
    assert gains == sorted(gains)
    assert gains[0] < 1.1 < gains[-1]


def test_a_load_of_this_hour_raises_cytokines_and_leaves_the_axis() -> None:
    life = Calendar(who())
    calm, acute = life.at(0.0), life.at(0.0, load=0.9)
    assert acute["TNF"] > 5 * calm["TNF"]
    assert acute["testosterone"] == calm["testosterone"]


def test_the_fast_body_is_handed_ones_in_health() -> None:
    assert Calendar(who()).multipliers(0.0) == pytest.approx(dict.fromkeys(MULTIPLIERS, 1.0))


def test_the_same_words_give_the_same_calendar() -> None:
    first, second = (calendar_of(MAN, Hormones(), 0.05, "middle", (TRT,)) for _ in range(2))
    assert first is second
    assert Scenario(inflammation=Inflammation(0.05)).week == 0.0
