"""The forms above the bar: person, therapies, experiment, evidence, and what to know of each switch."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QSpinBox

from hormoneviz.exchange.checks import check
from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
from hormoneviz.simulation.evidence import points
from hormoneviz.simulation.scenario import Event, Person, Protocol, Scenario, Therapy
from hormoneviz.simulation.therapies import agents
from hormoneviz.views.controls.about import about_html
from hormoneviz.views.controls.evidence import EvidenceForm
from hormoneviz.views.controls.experiment import FIELDS, KINDS, ExperimentForm
from hormoneviz.views.controls.person import PersonForm, in_words, with_sex, with_stage
from hormoneviz.views.controls.therapies import TherapiesForm, usual
from hormoneviz.views.controls.therapy_row import TherapyRow
from hormoneviz.views.popover import Popover

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def session() -> Session:
    return Session(Scenario(name="A meal", vesicles=100))


def shown(qtbot, form):
    qtbot.addWidget(form)
    form.show()
    return form


def texts(widget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def plain(html: str) -> str:
    return html.replace("&#x27;", "'").replace("&amp;", "&")


# --- person ----------------------------------------------------------------------------------------------


def test_a_stage_brings_an_age_at_which_it_happens() -> None:
    assert with_stage(Person(sex="female"), "menopause").age == 56
    assert with_stage(Person(sex="female", age=61), "menopause").age == 61


def test_another_sex_never_keeps_a_stage_it_does_not_have() -> None:
    assert with_sex(Person(stage="andropause", age=55), "female").stage == "menopause"
    assert with_sex(Person(sex="female", stage="PCOS"), "male").stage == "young adult"
    assert with_sex(Person(sex="female", stage="menopause", age=60), "male").stage == "andropause"


def test_the_person_form_changes_the_scenario(qtbot, session: Session, dressed: Look) -> None:
    form = shown(qtbot, PersonForm(session, dressed))
    for words in ("woman", "menopause", "obese", "type 2"):
        button = next(b for b in form.findChildren(QPushButton) if b.text() == words and b.isVisible())
        qtbot.mouseClick(button, LEFT)
    expected = Person(sex="female", age=56, stage="menopause", body="obese", diabetes="type 2")
    assert session.scenario.person == expected
    assert in_words(dressed.words, expected) == "woman, 56, menopause, obese, type 2"


# --- therapies -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("agent", agents())
def test_every_agent_can_be_added_and_starts_as_its_trial_gave_it(
    qtbot, session: Session, dressed: Look, agent: str
) -> None:
    form = shown(qtbot, TherapiesForm(session, dressed))
    action = next(a for a in form.findChild(QPushButton).menu().actions() if a.data() == agent)
    action.trigger()
    assert session.scenario.therapy == (usual(agent),)
    check(session.scenario)
    row = agents()[agent]
    said = plain(texts(form))
    assert row.effect[1:] in said
    assert row.unknown in said


def test_a_dose_can_be_edited_and_one_that_cannot_be_read_is_told(
    qtbot, session: Session, dressed: Look
) -> None:
    session.set_therapies((Therapy("testosterone cypionate", "100 mg", "7 d"),))
    form = shown(qtbot, TherapiesForm(session, dressed))
    dose = next(line for line in form.findChildren(QLineEdit) if line.accessibleName() == "Dose")
    dose.setText("a lot")
    dose.editingFinished.emit()
    problem = next(label for label in form.findChildren(QLabel) if label.property("role") == "problem")
    assert problem.isVisible()
    assert "a lot" in problem.text()
    assert session.scenario.therapy[0].dose == "100 mg"
    dose.setText("50 mg")
    dose.editingFinished.emit()
    assert not problem.isVisible()
    assert session.scenario.therapy[0].dose == "50 mg"


def test_weeks_of_a_therapy_and_the_week_looked_at(qtbot, session: Session, dressed: Look) -> None:
    session.set_therapies((usual("anastrozole"),))
    form = shown(qtbot, TherapiesForm(session, dressed))
    start, stop = form.findChildren(QSpinBox)
    stop.setValue(20)
    start.setValue(4)
    assert (session.scenario.therapy[0].from_week, session.scenario.therapy[0].to_week) == (4, 20)
    qtbot.mouseClick(next(b for b in form.findChildren(QPushButton) if b.text() == "12"), LEFT)
    assert session.scenario.week == 12


def test_a_therapy_is_taken_away_alone(qtbot, session: Session, dressed: Look) -> None:
    session.set_therapies((usual("anastrozole"), usual("MK-677")))
    form = shown(qtbot, TherapiesForm(session, dressed))
    named = "Take anastrozole away"
    qtbot.mouseClick(next(b for b in form.findChildren(QPushButton) if b.accessibleName() == named), LEFT)
    assert session.scenario.therapy == (usual("MK-677"),)
    assert len([row for row in form.findChildren(TherapyRow) if row.isVisible()]) == 1


# --- experiment ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_every_experiment_can_be_chosen_run_saved_and_has_its_fields(
    qtbot, session: Session, dressed: Look, kind: str
) -> None:
    session.set_protocol(Protocol("bath" if kind == "meal" else "meal"))
    form = shown(qtbot, ExperimentForm(session, dressed))
    button = next(b for b in form.findChildren(QPushButton) if b.property("kind") == kind)
    qtbot.mouseClick(button, LEFT)
    assert session.scenario.protocol.kind == kind
    check(session.scenario)
    assert len(form.findChildren(QLineEdit)) == len(FIELDS[kind])


def test_a_field_that_cannot_be_read_is_told_and_changes_nothing(
    qtbot, session: Session, dressed: Look
) -> None:
    form = shown(qtbot, ExperimentForm(session, dressed))
    line = form.findChild(QLineEdit)
    line.setText("75 apples")
    line.editingFinished.emit()
    assert "75 apples" in texts(form)
    assert session.scenario.protocol == Protocol()
    line.setText("50 g")
    line.editingFinished.emit()
    assert session.scenario.protocol.glucose == "50 g"


def test_another_experiment_keeps_toggles_that_fit_and_drops_the_old_doses(session: Session) -> None:
    session.load(
        Scenario(
            vesicles=100,
            event=(
                Event("30 min", {"load": 0.6, "insulin": "1 nM"}),
                Event("60 min", {"insulin": "0 nM"}),
                Event("150 min", {"testosterone": "low"}),
            ),
        )
    )
    session.set_protocol(Protocol("bath"))
    assert session.scenario.event == (Event("30 min", {"load": 0.6}),)
    assert session.scenario.duration == "120 min"


# --- evidence and honesty --------------------------------------------------------------------------------


def test_the_dial_of_evidence_is_set_and_says_what_it_turns(qtbot, session: Session, dressed: Look) -> None:
    form = shown(qtbot, EvidenceForm(session, dressed))
    qtbot.mouseClick(next(b for b in form.findChildren(QPushButton) if b.text() == "sceptical"), LEFT)
    assert session.scenario.evidence.stance == "sceptical"
    form.refresh()
    assert "found least" in texts(form)


@pytest.mark.parametrize(
    ("point", "switch"), [(name, switch) for name, point in points().items() for switch in point.switches]
)
def test_each_point_of_honesty_is_read_where_its_switch_is(
    qtbot, session: Session, dressed: Look, point: str, switch: str
) -> None:
    text = points()[point].text
    if switch in agents():
        session.set_therapies((usual(switch),))
        said = texts(shown(qtbot, TherapiesForm(session, dressed)))
    elif switch == "stance":
        said = texts(shown(qtbot, EvidenceForm(session, dressed)))
    else:
        said = about_html(dressed.words, switch)
    assert text in plain(said)


def test_a_popover_opens_at_its_button_within_the_screen_and_esc_closes_it(
    qtbot, session: Session, dressed: Look
) -> None:
    button = QPushButton("open")
    qtbot.addWidget(button)
    button.show()
    popover = Popover(PersonForm(session, dressed), button)
    button.click()
    assert popover.isVisible()
    assert button.screen().availableGeometry().contains(popover.geometry())
    qtbot.keyClick(popover, Qt.Key.Key_Escape)
    assert not popover.isVisible()
