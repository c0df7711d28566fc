"""ControlsBar: hormone chips, inflammatory load, person, therapies, experiment, evidence, tissue, undo.

It shows the switches as they stand at the play head and asks the session to change them. What takes more than
one press to say opens as a form above the bar.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QWidget

from hormoneviz.exchange.library import ScenarioEntry, library
from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
from hormoneviz.simulation.protocol import BATH_INSULIN
from hormoneviz.views.controls.about import AboutButton
from hormoneviz.views.controls.evidence import EvidenceForm
from hormoneviz.views.controls.experiment import ExperimentForm
from hormoneviz.views.controls.person import PersonForm, in_words
from hormoneviz.views.controls.therapies import TherapiesForm
from hormoneviz.views.flow import FlowLayout, together
from hormoneviz.views.icons import icon
from hormoneviz.views.popover import Popover
from hormoneviz.views.scales import DOSE_STEPS, dose_at, load_phrase, step_of
from hormoneviz.views.scenarios import fill
from hormoneviz.views.segments import Segments, sheet
from hormoneviz.views.slider import DragSlider, SliderGroup

HORMONES = ("testosterone", "estradiol", "progesterone", "growth_hormone")
LEVELS = ("low", "normal", "high")
TISSUES = ("muscle", "fat")
FORMS = {
    "person": PersonForm,
    "therapies": TherapiesForm,
    "experiment": ExperimentForm,
    "evidence": EvidenceForm,
}
_MARGINS = (10, 6, 10, 2)
_BREAK = ":\n"


class ControlsBar(QWidget):
    """Everything that changes the cell, in one wrapping bar."""

    def __init__(
        self,
        session: Session,
        look: Look,
        scenarios: Sequence[ScenarioEntry] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`scenarios` fills the menu; the shipped ones where left out."""
        super().__init__(parent)
        self._session, self._look = session, look
        self._entries = library() if scenarios is None else list(scenarios)
        say = look.words.say
        # Made in the order in which they stand, which is the order of the Tab key.
        self._abouts: list[AboutButton] = []
        about = self._about("load", look.words.short("load"))
        self._load = SliderGroup(say("load_name"), say("load_help"), DragSlider(0, 100, 10), self, about)
        self._chips = {name: self._chip(name) for name in HORMONES}
        self._tissue = self._tissues()
        self._menu_button = self._scenario_menu()
        self._undo, self._redo = QToolButton(self), QToolButton(self)
        self._openers = {name: QPushButton(self) for name in FORMS}
        self._popovers = {
            name: Popover(form(session, look), self._openers[name]) for name, form in FORMS.items()
        }
        self._dose = SliderGroup(say("dose_name"), say("dose_help"), DragSlider(0, DOSE_STEPS, 10), self)
        self._washout = QPushButton(say("washout"), self)
        self._washout.setAccessibleDescription(say("washout_help"))
        self._washout.setToolTip(say("washout_help"))
        self._arrange()
        self._connect()
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Icons and sizes of another look; colours come with the style sheet."""
        self._look = look
        say, theme, side = look.words.say, look.theme, look.pixels(18)
        for name, button in (("undo", self._undo), ("redo", self._redo)):
            button.setIcon(icon(name, theme.colour("text"), theme.colour("text_muted", 0.5), side))
            button.setIconSize(QSize(side, side))
        self.setStyleSheet(sheet(look))
        self.ensurePolished()
        for about in self._abouts:
            about.set_look(look)
        for popover in self._popovers.values():
            popover.set_look(look)
        widest = max(
            (say("load_value", value=0.88, word=say(load_phrase(i / 10))) for i in range(11)), key=len
        )
        self._load.set_widths(look.pixels(90), widest)
        self._dose.set_widths(look.pixels(110), "0.00126 nM")
        self.refresh()

    def where(self, thing: str) -> QRect:
        """Where a switch stands in the bar; an empty place for what is none."""
        switches: dict[str, QWidget] = {**self._chips, "load": self._load, "tissue": self._tissue}
        return switches[thing].geometry() if thing in switches else QRect()

    def refresh(self, _what: object = None) -> None:
        """Show every switch as it stands at the play head; signals of showing never reach the session."""
        standing, say = self._session.standing, self._look.words.say
        for name, chip in self._chips.items():
            chip.show_choice(getattr(standing.hormones, name))
        load, protocol = standing.inflammation.load, standing.protocol
        self._load.show_value(round(100 * load), say("load_value", value=load, word=say(load_phrase(load))))
        self._tissue.show_choice(standing.tissue)
        self._bath.setVisible(protocol.kind == "bath")
        if protocol.kind == "bath":
            dose = protocol.insulin or BATH_INSULIN
            self._dose.show_value(step_of(dose), dose)
        self._refresh_openers()
        for button, phrase, step in (
            (self._undo, "undo", self._session.history.undo_name),
            (self._redo, "redo", self._session.history.redo_name),
        ):
            button.setEnabled(bool(step))
            button.setToolTip(say(f"{phrase}_step", step=step) if step else say(phrase))
            button.setAccessibleName(say(phrase))
            button.setAccessibleDescription(button.toolTip())
        if self.isVisible():  # before it is laid out, its width means nothing
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def _fit(self) -> None:
        """As high as the lines that the width allows; what is too long for one is broken after its name."""
        room = self.width() - _MARGINS[0] - _MARGINS[2]
        for chip in (*self._chips.values(), self._tissue):
            chip.fit(room)
        for level in (self._load, self._dose):
            level.fit(room)
        for opener in self._openers.values():
            text = opener.text().replace(_BREAK, ": ")
            opener.setText(text)
            if opener.sizeHint().width() > room:
                opener.setText(text.replace(": ", _BREAK, 1))
        self.setFixedHeight(self._flow.height_at(self.width()))

    def _refresh_openers(self) -> None:
        """What the forms hold, in a few words on the buttons that open them."""
        scenario, words = self._session.scenario, self._look.words
        number = len(scenario.therapy)
        drugs = scenario.therapy[0].agent if number == 1 else words.say("therapies_many", number=number)
        texts = {
            "person": in_words(words, scenario.person),
            "therapies": drugs if number else words.say("therapies_no"),
            "experiment": words.say(f"protocol_{scenario.protocol.kind}"),
            "evidence": words.say(f"stance_{scenario.evidence.stance}"),
        }
        for name, text in texts.items():
            opener, label = self._openers[name], words.say(f"{name}_name")
            opener.setText(f"{label}: {text}")
            opener.setAccessibleDescription(words.say(f"{name}_help"))
            opener.setToolTip(words.say(f"{name}_help"))
            if self._popovers[name].isVisible():
                self._popovers[name].refresh()

    # --- making ----------------------------------------------------------------------------------------

    def _about(self, switch: str, label: str) -> AboutButton:
        about = AboutButton(switch, label, self._look, self)
        self._abouts.append(about)
        return about

    def _chip(self, hormone: str) -> Segments:
        words = self._look.words
        label = words.label(hormone)
        choices = []
        for level in LEVELS:
            text = words.say(level)
            choices.append((level, text, words.say("chip_help", hormone=label, level=text)))
        chip = Segments(label, choices, self, self._about(hormone, words.short(hormone)))
        chip.setObjectName(hormone)
        return chip

    def _tissues(self) -> Segments:
        say = self._look.words.say
        choices = [(name, say(f"tissue_{name}"), say(f"tissue_{name}_help")) for name in TISSUES]
        label = say("tissue_name")
        return Segments(label, choices, self, self._about("tissue", label))

    def _scenario_menu(self) -> QPushButton:
        say = self._look.words.say
        button = QPushButton(say("scenarios_name"), self)
        button.setAccessibleDescription(say("scenarios_help"))
        button.setToolTip(say("scenarios_help"))
        menu = QMenu(button)
        fill(menu, self._entries, self._look.words)
        button.setMenu(menu)
        return button

    def _arrange(self) -> None:
        self._flow = flow = FlowLayout(self, across=10)
        flow.setContentsMargins(*_MARGINS)
        book = together(self, self._menu_button, self._undo, self._redo)
        self._bath = together(self, self._dose, self._washout)
        switches = (self._load, *self._chips.values(), self._tissue)
        for part in (*switches, book, *self._openers.values(), self._bath):
            flow.addWidget(part)

    def _connect(self) -> None:
        session = self._session
        for chip in self._chips.values():
            chip.chosen.connect(self._set_hormone)
        self._load.slider.set_by_hand.connect(self._set_load)
        self._tissue.chosen.connect(session.set_tissue)
        self._dose.slider.set_by_hand.connect(self._set_dose)
        self._washout.clicked.connect(self._wash_out)
        self._menu_button.menu().triggered.connect(self._load_scenario)
        self._undo.clicked.connect(session.undo)
        self._redo.clicked.connect(session.redo)
        session.film_changed.connect(self.refresh)
        session.frame_changed.connect(self._follow)

    # --- what a person does ----------------------------------------------------------------------------

    def _set_hormone(self, level: str) -> None:
        self._session.set_state(self.sender().objectName(), level)

    def _set_load(self, percent: int) -> None:
        self._session.set_state("load", percent / 100)

    def _set_dose(self, step: int) -> None:
        self._session.set_state("insulin", dose_at(step))

    def _wash_out(self) -> None:
        self._session.set_state("insulin", "0 nM")

    def _load_scenario(self, action: QAction) -> None:
        self._session.load(next(e.scenario for e in self._entries if str(e.path) == action.data()))

    def _follow(self, _frame: object) -> None:
        """The play head may have passed an event: the switches follow, where there is any event to pass."""
        if self._session.scenario.event or self._session.scenario.protocol.washout_at:
            self.refresh()
