"""Badges with their grounds: every switch, every arrow that hormones and inflammation act on, every row."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPointF, Qt

from hormoneviz.exchange.claims.reference import reference
from hormoneviz.exchange.find import find_scenario
from hormoneviz.exchange.library import library
from hormoneviz.kinetics.insulin import NETWORK
from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
from hormoneviz.simulation.evidence import arrow, cell_effects, graded_effects
from hormoneviz.simulation.scenario import Hormones
from hormoneviz.simulation.switch_evidence import effects_behind, evidence_of
from hormoneviz.simulation.switches import PERSON, switches_on
from hormoneviz.simulation.therapies import agents
from hormoneviz.views.graded import EvidenceText
from hormoneviz.views.inspector.page import evidence
from hormoneviz.views.pathway.entries import entries
from hormoneviz.views.pathway.layout import layout
from hormoneviz.views.pathway.panel import PathwayPanel

LEFT = Qt.MouseButton.LeftButton
SWITCHES = (*PERSON, "load", "tissue", *Hormones.__struct_fields__, *agents())


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


def test_every_arrow_of_the_pathway_is_graded_where_a_tap_on_it_leads() -> None:
    for edge in layout().edge:
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


def test_a_press_on_a_badge_or_an_arrow_asks_for_its_evidence(qtbot, session: Session, dressed: Look) -> None:
    session.load(find_scenario("02-meal-inflamed"))
    panel = PathwayPanel(session, dressed)
    qtbot.addWidget(panel)
    panel.resize(640, 400)
    panel.show()
    diagram, asked = panel.diagram, []
    panel.asked.connect(lambda *what: asked.append(what))
    box = diagram._artwork().box("TNF")
    qtbot.mouseClick(diagram, LEFT, pos=(box.topLeft() + QPointF(20, -4)).toPoint())
    assert (session.selection, asked) == ("TNF", [("tab_details", "TNF")])
    qtbot.mouseClick(diagram, LEFT, pos=box.center().toPoint())
    assert (session.selection, asked) == ("TNF", [("tab_details", "TNF")])
    between = QPointF((box.right() + diagram._artwork().box("JNK").left()) / 2, box.center().y())
    qtbot.mouseClick(diagram, LEFT, pos=between.toPoint())
    assert (session.selection, asked) == ("JNK", [("tab_details", name) for name in ("TNF", "JNK")])
