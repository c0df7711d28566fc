"""Scenario files: what is written can be read back, and means the same."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hormoneviz.exchange.checks import check
from hormoneviz.exchange.errors import BadInput
from hormoneviz.exchange.library import ScenarioEntry, library
from hormoneviz.exchange.scenario_file import format_scenario, parse_scenario, read_scenario, write_scenario
from hormoneviz.exchange.settings import apply_settings
from hormoneviz.simulation.calendar import calendar_of_scenario
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

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
SHARE = st.floats(0, 1)
LEVEL = st.sampled_from(["low", "normal", "high"])
RATE = st.floats(0, 1e6)
PERSONS = st.builds(
    Person,
    sex=st.sampled_from(["male", "female"]),
    age=st.integers(18, 100),
    stage=st.sampled_from(["young adult", "andropause", "perimenopause", "menopause", "PCOS"]),
    body=st.sampled_from(["lean", "overweight", "obese"]),
    diabetes=st.sampled_from(["none", "type 2"]),
)
HORMONES = st.builds(
    Hormones,
    testosterone=st.one_of(LEVEL, st.just("300 ng/dL")),
    estradiol=st.one_of(LEVEL, st.just("20 pg/mL")),
    progesterone=LEVEL,
    growth_hormone=st.one_of(LEVEL, st.floats(0, 100).map(lambda x: f"{x} ug/L")),
)
PROTOCOLS = st.one_of(
    st.just(Protocol("fasting")),
    st.builds(Protocol, kind=st.just("meal"), glucose=st.integers(0, 200).map(lambda g: f"{g} g")),
    st.builds(Protocol, kind=st.just("bath"), insulin=st.sampled_from([None, "100 nM", "10 µU/mL"])),
)
SETTINGS = st.dictionaries(st.sampled_from(["load", "pd0"]), SHARE, min_size=1)
EVENTS = st.lists(st.builds(Event, at=st.integers(0, 60).map(lambda t: f"{t} min"), set=SETTINGS), max_size=3)
THERAPIES = st.lists(
    st.sampled_from(sorted(agents())).map(
        lambda name: Therapy(
            name, agents()[name].dose, agents()[name].every, 2.0, 30.5, agents()[name].routes[0]
        )
    ),
    max_size=3,
)
SCENARIOS = st.builds(
    Scenario,
    name=TEXT,
    note=TEXT,
    seed=st.integers(0, 2**53),
    tissue=st.sampled_from(["muscle", "fat"]),
    vesicles=st.integers(100, 5000),
    duration=st.sampled_from(["60 min", "3 h"]),
    person=PERSONS,
    hormones=HORMONES,
    inflammation=st.builds(Inflammation, load=SHARE),
    evidence=st.builds(Evidence, stance=st.sampled_from(["sceptical", "middle", "optimistic"])),
    protocol=PROTOCOLS,
    week=st.floats(0, 520),
    therapy=THERAPIES.map(tuple),
    event=EVENTS.map(tuple),
    parameters=st.dictionaries(st.sampled_from(["k_endo", "k_p3", "k_dt"]), RATE),
)


@given(SCENARIOS)
def test_any_scenario_survives_being_written_and_read(scenario: Scenario) -> None:
    assert parse_scenario(format_scenario(scenario), "x") == scenario


def test_a_saved_scenario_reads_back_from_disk(tmp_path: Path) -> None:
    scenario = Scenario(name="Muscle, 37 °C").with_event("10 min", {"load": 0.8, "insulin": "10 nM"})
    write_scenario(scenario, tmp_path / "a b.toml")
    assert read_scenario(tmp_path / "a b.toml") == scenario


def test_an_empty_file_is_the_default_scenario() -> None:
    assert parse_scenario("", "x") == Scenario()


def test_a_saved_file_says_only_what_differs_from_the_default() -> None:
    assert format_scenario(Scenario(tissue="fat")) == 'format = 1\ntissue = "fat"\n'


def test_the_example_of_the_manual_reads() -> None:
    text = """
        format = 1
        [person]
        sex = "male"
        age = 55
        [hormones]
        testosterone = "low"
        [inflammation]
        load = 0.5
        [protocol]
        kind = "bath"
        insulin = "100 nM"
        washout_at = "60 min"
        [[event]]
        at = "10 min"
        set = { load = 0.8, k_p3 = 0, testosterone = "300 ng/dL" }
        [parameters]
        k_endo = 0.365
    """
    scenario = parse_scenario(text, "x")
    assert scenario.event == (Event("10 min", {"load": 0.8, "k_p3": 0.0, "testosterone": "300 ng/dL"}),)
    assert scenario.parameters == {"k_endo": 0.365}


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "windows.toml"
    path.write_bytes(b"\xef\xbb\xbfseed = 7\r\n")
    assert read_scenario(path).seed == 7


def test_settings_reach_their_tables() -> None:
    changed = apply_settings(
        Scenario(), ["load=0.8", "k_endo=0.3", "tissue=fat", "testosterone=300 ng/dL", "seed=9"]
    )
    assert changed.inflammation.load == 0.8
    assert changed.parameters == {"k_endo": 0.3}
    assert (changed.tissue, changed.hormones.testosterone, changed.seed) == ("fat", "300 ng/dL", 9)


def test_the_last_of_two_settings_wins() -> None:
    assert apply_settings(Scenario(), ["load=0.8", "load=0.1"]).inflammation.load == 0.1


def test_settings_may_only_be_right_together() -> None:
    changed = apply_settings(Scenario(), ["insulin=1 nM", "washout_at=10 min", "kind=bath"])
    assert changed.protocol == Protocol("bath", insulin="1 nM", washout_at="10 min")


@pytest.mark.parametrize("entry", library(), ids=lambda entry: entry.path.stem)
def test_every_shipped_scenario_reads_and_says_what_to_watch(entry: ScenarioEntry) -> None:
    scenario = entry.scenario
    assert scenario.note.count(".") >= 2
    assert "\n" not in scenario.note
    assert parse_scenario(format_scenario(scenario), "x") == scenario


def test_the_shipped_scenarios_have_names_of_their_own() -> None:
    names = [entry.name for entry in library()]
    assert len(set(names)) == len(names) >= 10


def test_parameters_of_the_calendar_reach_the_weeks_and_the_morning() -> None:
    as_it_is = apply_settings(Scenario(), [])
    fatter = apply_settings(Scenario(), ["VAT_set=2.5"])
    assert calendar_of_scenario(fatter).at(0)["VAT"] > 2 * calendar_of_scenario(as_it_is).at(0)["VAT"]
    morning = [Film(scenario).at(0.0).values["glucose"] for scenario in (as_it_is, fatter)]
    assert morning[1] > morning[0]


def test_an_event_cannot_set_what_takes_weeks() -> None:
    with pytest.raises(BadInput, match="cannot set"):
        check(Scenario(event=(Event("10 min", {"VAT_set": 2.0}),)))
