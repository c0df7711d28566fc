"""From the events of a scenario to stretches of constant conditions."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from hormoneviz.simulation.conditions import (
    Condition,
    as_it_stands,
    conditions,
    events_in_order,
    network_of,
    with_settings,
)
from hormoneviz.simulation.film import Film
from hormoneviz.simulation.scenario import Event, Hormones, Protocol, Scenario

BATH = Scenario(tissue="fat", vesicles=100, protocol=Protocol("bath", insulin="100 nM", washout_at="20 min"))


def scenario(*pairs: tuple[str, dict[str, float | str]]) -> Scenario:
    return replace(BATH, event=tuple(Event(at, settings) for at, settings in pairs))


def value(condition: Condition, name: str) -> float:
    names = [p.name for p in network_of(BATH).network.parameters]
    return condition.parameters[names.index(name)]


def test_without_events_there_is_one_condition() -> None:
    (only,) = conditions(BATH)
    assert (only.start, only.settings, only.breaks) == (0, {}, (400,))
    assert [only.inputs(t)[0] for t in (0.0, 19.99, 20.0)] == [100.0, 100.0, 0.0]
    assert only.resting_inputs[0] == 0.0


def test_events_come_in_the_order_of_time() -> None:
    mixed = scenario(("1 h", {"load": 0.3}), ("90 s", {"load": 0.9}), ("5 min", {"load": 0.5}))
    assert [c.start for c in conditions(mixed)] == [0, 30, 100, 1200]
    assert [s["load"] for _, s in events_in_order(mixed)] == [0.9, 0.5, 0.3]


def test_events_of_one_cell_become_one_and_the_last_word_counts() -> None:
    crowded = scenario(
        ("2 min", {"load": 0.1, "k_endo": 0.2}), ("120 s", {"load": 0.7}), ("1.97 min", {"insulin": "1 nM"})
    )
    assert events_in_order(crowded) == [(40, {"insulin": "1 nM", "load": 0.7, "k_endo": 0.2})]
    assert len(conditions(crowded)) == 2


def test_what_was_set_stays_set() -> None:
    first, second, third = conditions(scenario(("5 min", {"k_endo": 0.2}), ("9 min", {"k_te0": 0.5})))
    assert value(second, "k_endo") == value(third, "k_endo") == 0.2
    assert value(first, "k_endo") != 0.2
    assert value(second, "k_te0") == value(first, "k_te0")
    assert value(third, "k_te0") == 0.5


def test_an_override_has_the_last_word_over_the_hormones() -> None:
    starved = replace(BATH, hormones=Hormones(testosterone="low"))
    assert value(conditions(starved)[0], "IRtot") < 1.0
    assert value(conditions(replace(starved, parameters={"IRtot": 0.9}))[0], "IRtot") == 0.9


def test_inflammation_reaches_the_cell_by_its_milieu_and_its_kinases() -> None:
    calm, inflamed = conditions(scenario(("5 min", {"load": 1.0})))
    assert all(b > a for a, b in zip(calm.inputs(1.0)[2:], inflamed.inputs(1.0)[2:], strict=True))
    assert value(inflamed, "k_ser") > value(calm, "k_ser")


def test_fatty_acids_are_what_was_set() -> None:
    _, after = conditions(scenario(("5 min", {"fatty_acids": "1.2 mM"})))
    assert after.inputs(6.0)[4] == 1.2


@pytest.mark.parametrize(("at", "later"), [("10 min", 0.0), ("20 min", 3.0), ("25 min", 3.0)])
def test_insulin_given_after_the_wash_out_stays(at: str, later: float) -> None:
    """Before it, the wash-out still comes."""
    _, after = conditions(scenario((at, {"insulin": "3 nM"})))
    assert after.inputs(40.0)[0] == later


def test_insulin_given_in_a_meal_holds_plasma_there() -> None:
    meal = Scenario(vesicles=100).with_event("30 min", {"insulin": "70 uU/mL"})
    plasma = Film(meal).series(["plasma_insulin"], [29.9, 45.0, 170.0])["plasma_insulin"]
    assert plasma[0] < 200.0
    assert plasma[1:] == pytest.approx(420.0, rel=1e-4)


def test_a_level_takes_the_place_of_a_rate_and_a_rate_that_of_a_level() -> None:
    clamp = Scenario(protocol=Protocol("clamp", rate="1 mU/kg/min"))
    held = with_settings(clamp, {"insulin": "40 uU/mL"}).protocol
    assert (held.insulin, held.rate) == ("40 uU/mL", None)
    infused = with_settings(replace(clamp, protocol=held), {"rate": "2 mU/kg/min"}).protocol
    assert (infused.insulin, infused.rate) == (None, "2 mU/kg/min")


def test_the_scenario_as_it_stands_has_its_events_worked_in() -> None:
    busy = scenario(("5 min", {"load": 0.5, "testosterone": "low"}), ("9 min", {"k_endo": 0.2, "load": 0.6}))
    assert as_it_stands(busy, 4.9) == BATH
    standing = as_it_stands(busy, 5.0)
    assert (standing.inflammation.load, standing.hormones.testosterone, standing.parameters) == (
        0.5,
        "low",
        {},
    )
    standing = as_it_stands(busy, 100.0)
    assert (standing.inflammation.load, standing.parameters, standing.event) == (0.6, {"k_endo": 0.2}, ())


def test_what_holds_from_the_start_is_settled_and_what_comes_later_is_not() -> None:
    """A cell long in fatty acids has passed them on to ceramide; one that met them a minute ago has not."""
    for_long = replace(BATH, protocol=replace(BATH.protocol, fatty_acids="1.2 mM"))
    just_now = BATH.with_event("1 min", {"fatty_acids": "1.2 mM"})
    ceramide = [Film(s).at(1.0).values["CER"] for s in (for_long, just_now, BATH)]
    assert ceramide[0] > 10 * ceramide[1]
    assert ceramide[1] == pytest.approx(ceramide[2], abs=1e-6)


def test_an_event_at_time_0_differs_from_a_setting_in_rest_and_in_what_takes_weeks() -> None:
    set_before = with_settings(BATH, {"load": 0.9})
    at_once = BATH.with_event("0 min", {"load": 0.9})
    for name in ("k_ser", "k_p3"):
        for_long, now = conditions(set_before)[0], conditions(at_once)[-1]
        assert value(for_long, name) == pytest.approx(value(now, name))
    before, after = Film(set_before).at(0.0).values, Film(at_once).at(0.0).values
    assert before["TNF"] == pytest.approx(after["TNF"])
    assert before["JNK"] > after["JNK"]


def test_an_event_at_the_very_same_time_takes_the_new_settings_in() -> None:
    twice = BATH.with_event("5 min", {"load": 0.5, "k_endo": 0.1}).with_event("5 min", {"load": 0.6})
    assert twice.event == (Event("5 min", {"load": 0.6, "k_endo": 0.1}),)
