"""ExperimentForm: which experiment is run on the clock, and with what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from msgspec.structs import replace
from PySide6.QtWidgets import (
    QButtonGroup,
    QFormLayout,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
)

from hormoneviz.exchange.checks import check
from hormoneviz.exchange.errors import BadInput
from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
from hormoneviz.simulation import protocol as usual
from hormoneviz.simulation.conditions import with_protocol
from hormoneviz.simulation.scenario import Protocol
from hormoneviz.views.popover import Content

KINDS: Final = (
    "meal", "ogtt", "clamp", "bath", "gh_infusion", "lipid_infusion", "endotoxin", "fasting",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Field:
    """A quantity that an experiment takes, and what it is where nothing is said."""

    name: str
    usual: str


FIELDS: Final[dict[str, tuple[Field, ...]]] = {
    "meal": (Field("glucose", usual.MEAL_GLUCOSE),),
    "ogtt": (Field("glucose", usual.MEAL_GLUCOSE),),
    "clamp": (
        Field("insulin", usual.CLAMP_INSULIN),
        Field("rate", ""),
        Field("glucose", usual.CLAMP_GLUCOSE),
    ),
    "bath": (Field("glucose", usual.BATH_GLUCOSE), Field("washout_at", "")),
    "gh_infusion": (Field("gh", usual.GH_LEVEL), Field("until", usual.GH_UNTIL)),
    "lipid_infusion": (Field("fatty_acids", usual.LIPID_LEVEL), Field("until", "")),
    "endotoxin": (Field("tnf", usual.ENDOTOXIN_TNF),),
    "fasting": (),
}


class ExperimentForm(Content):
    """Buttons for the kinds, and fields for what the present one takes."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self._session, self._look = session, look
        self._kinds = QButtonGroup(self)
        self._what, self._problem = QLabel(self), QLabel(self)
        self._problem.setProperty("role", "problem")
        self._fields = QFormLayout()
        self._lines: dict[str, QLineEdit] = {}
        box = QVBoxLayout(self)
        box.addLayout(self._buttons())
        box.addWidget(self._what)
        box.addLayout(self._fields)
        box.addWidget(self._problem)
        for text in (self._what, self._problem):
            text.setWordWrap(True)
        self._kinds.buttonClicked.connect(self._choose)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Another look."""
        self._look = look
        for text in (self._what, self._problem):
            text.setFixedWidth(look.pixels(420))
        self.refresh()

    def refresh(self) -> None:
        """Show the experiment of the scenario."""
        protocol = self._session.scenario.protocol
        for button in self._kinds.buttons():
            button.setChecked(button.property("kind") == protocol.kind)
        self._what.setText(self._look.words.say(f"protocol_{protocol.kind}_help"))
        self._problem.hide()
        if [*self._lines] != [field.name for field in FIELDS[protocol.kind]]:
            self._make_fields(protocol)
        for name, line in self._lines.items():
            line.setText(getattr(protocol, name) or "")

    def _buttons(self) -> QGridLayout:
        grid = QGridLayout()
        for place, kind in enumerate(KINDS):
            button = QPushButton(self._look.words.say(f"protocol_{kind}"), self)
            button.setCheckable(True)
            button.setProperty("kind", kind)
            button.setAccessibleDescription(self._look.words.say(f"protocol_{kind}_help"))
            self._kinds.addButton(button)
            grid.addWidget(button, place // 2, place % 2)
        return grid

    def _make_fields(self, protocol: Protocol) -> None:
        while self._fields.rowCount():
            self._fields.removeRow(0)
        self._lines = {}
        say = self._look.words.say
        for field in FIELDS[protocol.kind]:
            line = QLineEdit(self)
            line.setPlaceholderText(field.usual or say("field_none"))
            label = say(f"field_{field.name}")
            line.setAccessibleName(label)
            line.editingFinished.connect(self._edit)
            self._fields.addRow(label, line)
            self._lines[field.name] = line

    def _choose(self, button: QPushButton) -> None:
        kind = button.property("kind")
        if kind != self._session.scenario.protocol.kind:
            insulin = usual.BATH_INSULIN if kind == "bath" else None
            self._session.set_protocol(Protocol(kind=kind, insulin=insulin))
        self.refresh()

    def _edit(self) -> None:
        """Read the fields; what cannot be read is told and changes nothing."""
        said = {name: line.text().strip() or None for name, line in self._lines.items()}
        wanted = replace(self._session.scenario.protocol, **said)
        try:
            check(with_protocol(self._session.scenario, wanted))
        except BadInput as error:
            self._problem.setText(str(error))
            self._problem.show()
        else:
            self._problem.hide()
            self._session.set_protocol(wanted)
