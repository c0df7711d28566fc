"""Matters: the parameters that matter most for a quantity at the play head, as bars that can be pressed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hormoneviz.kinetics.network import Parameter
from hormoneviz.kinetics.presets import all_parameters, cell_of, known_parameters
from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
from hormoneviz.simulation.scenario import Scenario
from hormoneviz.simulation.sensitivity import TOP
from hormoneviz.views.people.bar import Bar, bar_height
from hormoneviz.views.people.measures import measure
from hormoneviz.views.people.thinker import Thinker
from hormoneviz.views.timetext import time_said


class Matters(QWidget):
    """Up to TOP bars, and what they say."""

    changed = Signal()
    """another sensitivity is shown, or none; it may be higher or lower now"""
    progressed = Signal(float)
    """how far the work is, 0 to 1"""
    asked = Signal(str, str)
    """as the panel's"""

    def __init__(self, session: Session, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._look, self._quantity = session, look, ""
        self.thinker = Thinker(session, self)
        self.head, self.stop = QLabel(self), QPushButton(self)
        self.bars = [Bar(self) for _ in range(TOP)]
        self._arrange()
        self.stop.clicked.connect(self._stop_or_go)
        self.thinker.changed.connect(self.refresh)
        self.thinker.progressed.connect(self.progressed)
        session.playing_changed.connect(self._refresh_if_seen)

    def set_look(self, look: Look) -> None:
        """Another theme, level or text size."""
        self._look = look
        self.refresh()

    def look_at(self, quantity: str) -> None:
        """Which quantity is looked at; empty for none, and then nothing is worked out."""
        self._quantity = quantity
        self.thinker.look_at(quantity)
        if quantity:
            self.refresh()

    def refresh(self) -> None:
        """Show what the thinker has."""
        thinker, found = self.thinker, self.thinker.shown
        if found is not None and found.quantity != self._quantity:
            found = None
        self.head.setText(self._heading())
        self.stop.setText(self._look.words.say("people_go" if thinker.stopped else "people_stop"))
        self.stop.setEnabled(thinker.pending or thinker.stopped)
        top = found.top if found else ()
        known = parameters_of(self._session.scenario)
        end = max((abs(share) for _, share in top), default=1.0)
        for i, bar in enumerate(self.bars):
            if i < len(top):
                bar.show_share(self._look, known[top[i][0]], top[i][1], end)
            else:
                bar.hide()
        self.changed.emit()

    def height_at(self, width: int) -> int:
        """How high it stands at a width, with all of its bars."""
        beside = width - self.stop.sizeHint().width() - 8 - self._line.spacing()
        line = max(self.head.heightForWidth(max(beside, 1)), self.stop.sizeHint().height())
        return line + TOP * bar_height(self._look)

    def _heading(self) -> str:
        say, thinker, found = self._look.words.say, self.thinker, self.thinker.shown
        if thinker.stopped:
            return say("people_stopped")
        if thinker.problem:
            return say("matters_problem", problem=thinker.problem)
        if found is not None and found.quantity == self._quantity:
            what = say(f"plot_{measure(found.quantity).plot}")
            return say("matters_told", what=what, time=time_said(self._look.words, found.time))
        return say("matters_playing" if self._session.is_playing else "matters_making")

    def _refresh_if_seen(self, _playing: object = None) -> None:
        if self._quantity:
            self.refresh()

    def _stop_or_go(self) -> None:
        if self.thinker.stopped:
            self.thinker.go_on()
        else:
            self.thinker.stop()

    def _pressed(self) -> None:
        bar = self.sender()
        if isinstance(bar, Bar):
            self._session.select(bar.parameter)
            self.asked.emit("tab_details", bar.parameter)

    def _arrange(self) -> None:
        self.head.setWordWrap(True)
        self.head.setContentsMargins(8, 2, 8, 2)
        self._line = QHBoxLayout()
        self._line.setContentsMargins(0, 0, 8, 0)
        self._line.addWidget(self.head, 1)
        self._line.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._line)
        for bar in self.bars:
            column.addWidget(bar)
            bar.clicked.connect(self._pressed)
        column.addStretch(1)


def parameters_of(scenario: Scenario) -> dict[str, Parameter]:
    """Every parameter of a scenario's person, by name."""
    cell = known_parameters(cell_of(scenario.tissue, scenario.person.diabetes))
    return {**all_parameters(), **cell}
