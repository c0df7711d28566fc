"""The inspector: facts of the network, formulas typeset, and a panel that follows the selection."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget

from hormoneviz.kinetics.formula import Formula
from hormoneviz.kinetics.merge import cell_in_body
from hormoneviz.look.look import Look
from hormoneviz.look.words import format_value
from hormoneviz.session.session import Session
from hormoneviz.simulation.scenario import Hormones, Scenario
from hormoneviz.views.inspector.facts import facts
from hormoneviz.views.inspector.panel import InspectorPanel
from hormoneviz.views.inspector.typeset import typeset

NETWORK = cell_in_body("muscle")


@pytest.fixture
def session() -> Session:
    return Session(Scenario(vesicles=100, hormones=Hormones(testosterone="low")))


@pytest.fixture
def panel(qtbot, session: Session, dressed: Look) -> InspectorPanel:
    panel = InspectorPanel(session, dressed)
    qtbot.addWidget(panel)
    panel.resize(520, 300)
    panel.show()
    return panel


def said(panel: InspectorPanel) -> str:
    return " ".join(label.text() for label in panel.findChildren(QLabel))


def test_everything_of_the_network_has_facts_that_agree_with_each_other() -> None:
    known = {name: facts(NETWORK, name) for name in NETWORK.units}
    for name, found in known.items():
        assert found.unit == NETWORK.units[name]
        for other in found.driven_by:
            assert name in known[other].drives
        for other in found.drives:
            reads = known[other]
            assert name in (*reads.driven_by, *(p.name for p in reads.parameters))


def test_a_state_has_the_processes_that_make_and_take_it() -> None:
    terms = {term.name: term.sign for term in facts(NETWORK, "PMclu").terms}
    assert set(terms.values()) == {1, -1}
    assert set(terms) == {r.name for r in NETWORK.reactions if "PMclu" in r.effect}


def test_the_parts_of_a_rule_add_up_to_it() -> None:
    rule = next(r for r in NETWORK.rules if r.name == "glucose_uptake")
    found = facts(NETWORK, "glucose_uptake")
    assert frozenset[str]().union(*(t.formula.names for t in found.terms)) == rule.formula.names
    assert not found.moves


def test_every_law_of_the_network_can_be_typeset(qapp) -> None:
    for formula in [r.rate for r in NETWORK.reactions] + [r.formula for r in NETWORK.rules]:
        box = typeset(formula, 15.0)
        picture = QImage(round(box.width) + 2, round(box.rise + box.drop) + 4, QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.white)
        blank = picture.copy()
        with QPainter(picture) as painter:
            box.paint(painter, 1.0, box.rise + 2)
        assert picture != blank, formula.text


def test_a_fraction_stands_higher_than_a_product_and_a_sum_in_a_product_gets_brackets(qapp) -> None:
    assert typeset(Formula("a/b"), 15.0).rise > typeset(Formula("a*b"), 15.0).rise
    assert typeset(Formula("(a + b)*c"), 15.0).width > typeset(Formula("a + b*c"), 15.0).width


def test_the_panel_follows_the_selection_and_links_go_on(panel: InspectorPanel, session: Session) -> None:
    session.select("IRS1_Y")
    assert "IRS-1 pTyr" in said(panel)
    assert "k_tyr" in said(panel)
    about = next(label for label in panel.findChildren(QLabel) if 'href="PIP3"' in label.text())
    about.linkActivated.emit("PIP3")
    assert session.selection == "PIP3"


def test_the_value_is_that_of_the_frame_and_hormones_are_told(
    panel: InspectorPanel, session: Session
) -> None:
    session.seek(30.0)
    session.select("IRS1_free")
    assert format_value(session.frame.values["IRS1_free"], "1") in said(panel)
    assert "Testosterone: IRS1tot" in said(panel)


def test_a_name_is_found_and_chosen_in_the_glossary(panel: InspectorPanel, session: Session) -> None:
    names = panel.findChild(QListWidget)
    panel.findChild(QLineEdit).setText("ceram")
    visible = [names.item(i) for i in range(names.count()) if not names.item(i).isHidden()]
    assert [item.text() for item in visible] == ["Ceramide"]
    names.setCurrentItem(visible[0])
    assert session.selection == "CER"


def test_what_the_network_does_not_know_still_has_its_words(panel: InspectorPanel, session: Session) -> None:
    session.select("nucleus")
    assert "Nucleus" in said(panel)


def test_an_unknown_name_is_no_fault(panel: InspectorPanel, session: Session) -> None:
    session.select("nobody knows this")
    assert "nobody knows this" in said(panel)
