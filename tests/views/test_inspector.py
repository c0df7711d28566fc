"""The inspector: facts of the network, formulas typeset, and a panel that follows the selection."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget

from hormoneviz.kinetics.formula import Formula
from hormoneviz.kinetics.merge import cell_in_body
from hormoneviz.look.look import Look
from hormoneviz.look.words import LEVELS, Level, format_value, words
from hormoneviz.session.session import Session
from hormoneviz.simulation.calendar import calendar_of_scenario
from hormoneviz.simulation.scenario import Hormones, Person, Protocol, Scenario
from hormoneviz.views.body.organs import doings
from hormoneviz.views.body.readings import READ_OUTS
from hormoneviz.views.calendar.quantities import QUANTITIES
from hormoneviz.views.inspector.citations import references
from hormoneviz.views.inspector.facts import facts
from hormoneviz.views.inspector.lookup import look_up
from hormoneviz.views.inspector.panel import InspectorPanel
from hormoneviz.views.inspector.typeset import typeset
from hormoneviz.views.pathway.layout import layout
from hormoneviz.views.plots.catalogue import plots

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


def test_tab_into_the_glossary_chooses_nothing_yet(qtbot, panel: InspectorPanel, session: Session) -> None:
    panel.resize(300, 220)
    panel.activateWindow()
    session.select("")
    find, names = panel.findChild(QLineEdit), panel.findChild(QListWidget)
    find.setFocus()
    qtbot.keyClick(find, Qt.Key.Key_Tab)
    assert names.hasFocus()
    assert session.selection == ""
    first = names.currentItem().text()
    qtbot.keyClick(names, Qt.Key.Key_Space)
    assert first in said(panel)


def test_a_narrow_panel_shows_the_page_and_the_glossary_while_something_is_sought(
    panel: InspectorPanel, session: Session
) -> None:
    panel.resize(300, 220)
    names, page = panel.findChild(QListWidget), panel._scroll
    session.select("PIP3")
    assert page.isVisible()
    assert not names.isVisible()
    assert page.width() > 250
    panel.findChild(QLineEdit).setText("ceram")
    assert names.isVisible()
    names.setCurrentItem(next(names.item(i) for i in range(names.count()) if not names.item(i).isHidden()))
    assert session.selection == "CER"
    assert page.isVisible()
    assert not names.isVisible()
    panel.resize(700, 400)
    assert names.isVisible()
    assert page.isVisible()


def test_what_the_network_does_not_know_still_has_its_words(panel: InspectorPanel, session: Session) -> None:
    session.select("nucleus")
    assert "Nucleus" in said(panel)


def test_an_unknown_name_is_no_fault(panel: InspectorPanel, session: Session) -> None:
    session.select("nobody knows this")
    assert "nobody knows this" in said(panel)


SELECTABLE = sorted(
    {curve.name for plot in plots().values() for curve in plot.curves}
    | {quantity.name for quantity in QUANTITIES}
    | set(READ_OUTS)
    | set(layout().node)
)


def test_organs_of_the_strip_select_what_is_looked_up_too(session: Session) -> None:
    state = calendar_of_scenario(session.scenario).at(0.0)
    frame, units = session.frame, session.film.network.units
    for person in (Person(), Person(sex="female")):
        for doing in doings(person, frame.values, units, state):
            assert doing.quantity in words()
            assert look_up(session, doing.quantity) is not None


@pytest.mark.parametrize("level", LEVELS)
def test_all_that_can_be_selected_has_words_a_law_and_a_number(
    panel: InspectorPanel, session: Session, level: Level
) -> None:
    panel.set_look(Look.load("light", level=level))
    for name in SELECTABLE:
        session.select(name)
        assert name in words(level=level), name
        found = look_up(session, name)
        assert found is not None, name
        given = any(q.name == name for q in session.film.network.inputs)
        assert found.facts.terms or given, name
        text = said(panel)
        assert words(level=level).what(name).replace("'", "&#x27;") in text, name
        assert "Now " in text, name
        assert words().say("inspector_law") in text or given


def test_glucose_is_told_in_the_unit_that_was_asked_for(panel: InspectorPanel, session: Session) -> None:
    session.select("plasma_glucose")
    assert "mmol/L" in said(panel)
    panel.set_look(Look.load("light", glucose_unit="mg/dL"))
    assert "mg/dL" in said(panel)
    session.select("fasting_glucose")
    assert "mg/dL" in said(panel)


def test_in_a_dish_the_body_is_said_to_be_elsewhere(qtbot, dressed: Look) -> None:
    session = Session(Scenario(protocol=Protocol("bath", insulin="10 nM")))
    panel = InspectorPanel(session, dressed)
    qtbot.addWidget(panel)
    session.select("GIR")
    assert words().say("inspector_elsewhere") in said(panel)
    assert "Now " not in said(panel)


MEASURE = re.compile(
    r"\d\.\d|\d ?(?:%|nM|mM|pg|min\b|nm\b|µm|h\b|s\b)|-?fold\b|(?:two|four|five|eight|ten|twelve) minutes"
)
NAMED = re.compile(r"assumption|our choice|Reactome \d+|BioNumbers \d+|docs/")


def test_every_molecular_text_with_a_measure_names_its_source() -> None:
    told = words(level="molecular")
    for name, word in told.thing.items():
        text = f"{word.what} {word.does}"
        cited = references(text)  # a source that no file knows is a KeyError
        if MEASURE.search(text) and told.thing[name] != words().thing[name]:
            assert cited or NAMED.search(text), f"{name}: {text}"


def test_references_are_shown_in_full(panel: InspectorPanel, session: Session) -> None:
    panel.set_look(Look.load("light", level="molecular"))
    session.select("CER")
    assert "Biochem J (palmitate and ceramide" in said(panel)
    assert references("(Blot & McGraw 2006; Sjöstrand 2005; Rask-Madsen 2003)")
