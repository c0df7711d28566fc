"""Hormones and inflammation are shown where they act, each with its own share."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from hormoneviz.simulation.scenario import Hormones, Inflammation, Person, Scenario, Therapy
from hormoneviz.views.pathway.entries import Entry, entries
from hormoneviz.views.pathway.layout import layout


def found(scenario: Scenario) -> dict[tuple[str, str], Entry]:
    return {(entry.switch, entry.node): entry for entry in entries(layout(), scenario)}


def test_a_healthy_cell_carries_no_badge() -> None:
    assert found(Scenario()) == {}


def test_low_testosterone_lowers_receptor_and_adaptor() -> None:
    badges = found(Scenario(hormones=Hormones(testosterone="low")))
    assert badges["testosterone", "IRp"].direction == "down"
    assert badges["testosterone", "IRS1_Y"].factor < 1


def test_growth_hormone_enters_by_fatty_acids_too() -> None:
    badges = found(Scenario(hormones=Hormones(growth_hormone="high")))
    assert badges["growth_hormone", "FFA"].direction == "up"


def test_inflammation_enters_outside_and_at_the_serine_sites() -> None:
    badges = found(Scenario(inflammation=Inflammation(load=0.7)))
    assert {node for switch, node in badges if switch == "load"} >= {"TNF", "IL6", "IRS1_S"}


@pytest.mark.parametrize("load", [0.05, 0.7])
def test_a_badge_tells_its_own_share_whatever_else_is_on(load: float) -> None:
    alone = found(Scenario(hormones=Hormones(testosterone="low")))
    together = found(Scenario(hormones=Hormones(testosterone="low"), inflammation=Inflammation(load=load)))
    assert together["testosterone", "IRp"].factor == pytest.approx(alone["testosterone", "IRp"].factor)


def test_a_drug_that_mends_the_level_takes_the_badge_away() -> None:
    low = Scenario(hormones=Hormones(testosterone="low"), week=26)
    weekly = Therapy("testosterone cypionate", "100 mg", "7 d")
    assert found(low)["testosterone", "IRp"].direction == "down"
    treated = found(replace(low, therapy=(weekly,))).get(("testosterone", "IRp"))
    assert treated is None or treated.direction == "up"


def test_what_belly_fat_brings_is_inflammation_too() -> None:
    badges = found(Scenario(person=Person(body="obese")))
    assert badges["load", "TNF"].direction == "up"


def test_every_entry_is_a_node_of_the_layout() -> None:
    assert set(layout().enters.values()) <= set(layout().node)
