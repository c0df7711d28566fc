"""Hormones and inflammation are shown where they act, each with its own share."""

from __future__ import annotations

import pytest

from hormoneviz.simulation.scenario import Hormones, Inflammation, Scenario
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
    assert together["testosterone", "IRp"] == alone["testosterone", "IRp"]


def test_every_entry_is_a_node_of_the_layout() -> None:
    assert set(layout().enters.values()) <= set(layout().node)
