"""TherapyRow: one therapy as a person edits it: dose, interval, weeks, and what is known of its agent."""

from __future__ import annotations

from html import escape

from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QPushButton, QSpinBox, QWidget

from hormoneviz.exchange.errors import BadInput
from hormoneviz.exchange.therapy_checks import check_therapy
from hormoneviz.look.look import Look
from hormoneviz.simulation.evidence import points_of
from hormoneviz.simulation.scenario import Person, Therapy
from hormoneviz.simulation.switch_evidence import evidence_of
from hormoneviz.simulation.switches import Switch
from hormoneviz.simulation.therapies import agents
from hormoneviz.views.graded import badge_html, references_html
from hormoneviz.views.grounds import grounds
from hormoneviz.views.icons import icon

LAST_WEEK = 520
"""ten years, as far as the calendar goes"""
_WIDTH = 600
"""px at 100 % text"""


class TherapyRow(QWidget):
    """The fields of one therapy; what cannot be read is told below them and changes nothing."""

    edited = Signal(object)
    """the Therapy as it is to be"""
    removed = Signal()

    def __init__(self, therapy: Therapy, look: Look) -> None:
        super().__init__()
        say, agent = look.words.say, agents()[therapy.agent]
        self._therapy = therapy
        self._title = QLabel(f"<b>{therapy.agent}</b> · {_sure(therapy.agent, look)}", self)
        self._remove = QPushButton(self)
        self._remove.setAccessibleName(say("therapy_remove", agent=therapy.agent))
        self._remove.setToolTip(say("therapy_remove", agent=therapy.agent))
        self._route = QComboBox(self)
        self._route.addItems(agent.routes)
        self._dose, self._every = QLineEdit(self), QLineEdit(self)
        self._every.setPlaceholderText(say("therapy_once" if agent.acts != "daily" else "therapy_daily"))
        self._from, self._to = _weeks(self), _weeks(self)
        self._to.setRange(-1, LAST_WEEK)
        self._to.setSpecialValueText(say("therapy_open"))
        self._problem, self._known = QLabel(self), QLabel(_known(therapy.agent, look), self)
        self._problem.setProperty("role", "problem")
        self._known.setProperty("role", "muted")
        self._arrange(look)
        self.show_therapy(therapy)
        self._route.activated.connect(self._edit)
        for line in (self._dose, self._every):
            line.editingFinished.connect(self._edit)
        for week in (self._from, self._to):
            week.setKeyboardTracking(False)
            week.valueChanged.connect(self._edit)
        self._remove.clicked.connect(self.removed)

    def show_therapy(self, therapy: Therapy) -> None:
        """Show it as it stands in the scenario."""
        self._therapy = therapy
        self._route.setCurrentText(therapy.route or agents()[therapy.agent].routes[0])
        self._dose.setText(therapy.dose)
        self._every.setText(therapy.every or "")
        for box, week in (
            (self._from, therapy.from_week),
            (self._to, -1 if therapy.to_week is None else therapy.to_week),
        ):
            box.blockSignals(True)
            box.setValue(round(week))
            box.blockSignals(False)
        self._problem.hide()

    def _edit(self) -> None:
        """Read the fields; a therapy that can be lived is told to whoever listens."""
        to = self._to.value()
        wanted = replace(
            self._therapy,
            dose=self._dose.text().strip(),
            every=self._every.text().strip() or None,
            from_week=_kept(self._therapy.from_week, self._from.value()),
            to_week=None if to < 0 else _kept(self._therapy.to_week, to),
            route=self._chosen_route(),
        )
        try:
            check_therapy(wanted, ())
        except BadInput as error:
            self._problem.setText(str(error))
            self._problem.show()
            return
        self._problem.hide()
        if wanted != self._therapy:
            self._therapy = wanted
            self.edited.emit(wanted)

    def _chosen_route(self) -> str | None:
        """A route that nobody chose stays unsaid."""
        route = self._route.currentText()
        usual = agents()[self._therapy.agent].routes[0]
        return None if self._therapy.route is None and route == usual else route

    def _arrange(self, look: Look) -> None:
        say = look.words.say
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, look.pixels(10))
        side, theme = look.pixels(16), look.theme
        self._remove.setIcon(icon("close", theme.colour("text"), theme.colour("text_muted"), side))
        self._remove.setIconSize(QSize(side, side))
        grid.addWidget(self._title, 0, 0, 1, 4)
        grid.addWidget(self._remove, 0, 4, Qt.AlignmentFlag.AlignRight)
        fields = (
            ("therapy_route", self._route),
            ("therapy_dose", self._dose),
            ("therapy_every", self._every),
            ("therapy_from", self._from),
            ("therapy_to", self._to),
        )
        for column, (phrase, field) in enumerate(fields):
            label = QLabel(say(phrase), self)
            label.setProperty("role", "muted")
            label.setBuddy(field)
            field.setAccessibleName(say(phrase))
            grid.addWidget(label, 1, column)
            grid.addWidget(field, 2, column)
        for line, text in enumerate((self._problem, self._known)):
            text.setWordWrap(True)
            text.setFixedWidth(look.pixels(_WIDTH))
            grid.addWidget(text, 3 + line, 0, 1, 5)


def _weeks(parent: QWidget) -> QSpinBox:
    box = QSpinBox(parent)
    box.setRange(0, LAST_WEEK)
    return box


def _kept(exact: float | None, shown: int) -> float:
    """The exact number where the rounded one that is shown was left alone."""
    return exact if exact is not None and round(exact) == shown else float(shown)


def _known(agent: str, look: Look) -> str:
    """What is known of an agent, what nobody knows, and what one should keep in mind, as simple HTML."""
    row, say = agents()[agent], look.words.say
    parts = [f"{row.effect}."]
    if row.unknown:
        parts.append(say("therapy_unknown", what=row.unknown))
    parts += points_of(agent)
    told = "".join(f"<p>{escape(part[0].upper() + part[1:])}</p>" for part in parts)
    return told + references_html(row.source, look.words)


def _sure(agent: str, look: Look) -> str:
    """Badge, grade, species and tissue of an agent's row."""
    known = evidence_of(Switch(agent, "therapy"), Person())
    assert known is not None
    told = grounds(known.grade, known.species, known.tissue, look.words)
    return f"{badge_html(known.grade, look)} {escape(told)}"
