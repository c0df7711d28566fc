"""Badges with their grounds: every switch, every arrow that hormones and inflammation act on, every row."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from hormoneviz.exchange.claims.reference import reference
from hormoneviz.exchange.library import library
from hormoneviz.kinetics.insulin import NETWORK
from hormoneviz.look.look import Look
from hormoneviz.simulation.evidence import arrow, cell_effects, graded_effects
from hormoneviz.simulation.scenario import Hormones
from hormoneviz.simulation.switch_evidence import effects_behind, evidence_of
from hormoneviz.simulation.switches import PERSON, switches_on
from hormoneviz.simulation.therapies import agents
from hormoneviz.views.graded import EvidenceText
from hormoneviz.views.inspector.page import evidence
from hormoneviz.views.pathway.entries import entries
from hormoneviz.views.pathway.layout import layout

SWITCHES = (*PERSON, "load", "tissue", *Hormones.__struct_fields__, *agents())
MESSENGERS = ("TNF", "IL6", "FFA", "JNK", "SOCS3", "DAG", "CER")


def test_every_arrow_of_the_cell_names_what_exists() -> None:
    for id_, row in cell_effects().items():
        assert set(row.parameters) <= set(NETWORK.units), id_
        assert not row.at or row.at in NETWORK.units, id_
        assert all(reference(key).text for key in row.source), id_
        assert (row.grade == "unknown") == (not row.source), id_


@pytest.mark.parametrize("switch", SWITCHES)
def test_every_switch_has_graded_effects_with_species_and_references(switch: str) -> None:
    behind = effects_behind(switch)
    assert behind
    assert all(row.species and row.source for row in behind if row.grade != "unknown")


@pytest.mark.parametrize("entry", library(), ids=lambda entry: entry.path.stem)
def test_every_badge_and_row_of_a_shipped_scenario_is_graded(entry) -> None:
    for tissue in ("muscle", "fat"):
        scenario = replace(entry.scenario, tissue=tissue, event=())
        for badge in entries(layout(), scenario):
            assert badge.known.cause == badge.switch
            assert badge.known.at == badge.node or badge.node in badge.known.parameters
            assert badge.known in evidence(badge.node, None)
    for switch in switches_on(entry.scenario):
        known = evidence_of(switch, entry.scenario.person)
        assert known is not None or switch.kind == "parameters" or switch.name == "estradiol"


def test_every_arrow_from_inflammation_and_fatty_acids_is_graded_where_a_tap_on_it_leads() -> None:
    for edge in layout().edge:
        if edge.source in MESSENGERS:
            assert edge.pair in {(row.cause, row.at) for row in evidence(edge.target, None)}
    with pytest.raises(KeyError, match="nobody"):
        arrow("nobody", "TNF")


def test_references_are_one_press_away(qtbot, dressed: Look) -> None:
    text = EvidenceText()
    qtbot.addWidget(text)
    row = graded_effects()["load_insulin"]
    text.tell("<p>About it.</p>", [row], dressed)
    assert "moderate evidence · human · muscle, whole body" in text.text()
    assert "data:image/png;base64," in text.text()
    assert reference("mehta2010").text not in text.text()
    text.linkActivated.emit("references")
    assert all(reference(key).text in text.text() for key in row.source)
