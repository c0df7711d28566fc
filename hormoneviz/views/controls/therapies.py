"""TherapiesForm: which drugs the person takes, from which week to which, and the week we look at."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QVBoxLayout

from hormoneviz.look.look import Look
from hormoneviz.session.session import Session
from hormoneviz.simulation.scenario import Therapy
from hormoneviz.simulation.therapies import agents
from hormoneviz.views.controls.therapy_row import TherapyRow
from hormoneviz.views.popover import Content, Popover
from hormoneviz.views.segments import Segments, sheet

WEEKS = (0, 4, 12, 26, 52)
"""short ways to a week; any other is a handle in the calendar"""


def usual(agent: str) -> Therapy:
    """An agent as the trial gave it that its row names."""
    row = agents()[agent]
    return Therapy(agent, row.dose, row.every)


class TherapiesForm(Content):
    """A row for each therapy; every edit changes the scenario at once."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self._session, self._look = session, look
        self._intro = QLabel(self)
        self._intro.setWordWrap(True)
        self._rows: list[TherapyRow] = []
        self._add = QPushButton(self)
        self._menu = QMenu(self._add)
        for name, row in agents().items():
            action = self._menu.addAction(f"{name} · {look.words.say(f'grade_{row.grade}')}")
            action.setData(name)
        self._menu.triggered.connect(self._add_chosen)
        self._add.setMenu(self._menu)
        choices = [(str(week), str(week), look.words.say("week_help", week=week)) for week in WEEKS]
        self._week = Segments(look.words.say("week_seen"), choices, self)
        self._week.chosen.connect(self._set_week)
        self._box = QVBoxLayout(self)
        for part in (self._intro, self._add, self._week):
            self._box.addWidget(part)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Another look: the rows are made anew."""
        self._look = look
        self.setStyleSheet(sheet(look))
        self._add.setText(look.words.say("therapy_add"))
        self._make_rows()

    def refresh(self) -> None:
        """Show the scenario's therapies; rows stay as long as the agents do, so that the focus stays too."""
        therapies = self._session.scenario.therapy
        if [row.property("agent") for row in self._rows] != [t.agent for t in therapies]:
            self._make_rows()
        else:
            for row, therapy in zip(self._rows, therapies, strict=True):
                row.show_therapy(therapy)
        week = self._session.scenario.week
        self._week.show_choice(f"{week:g}")
        self._intro.setText(self._look.words.say("therapies_intro" if therapies else "therapies_none"))

    def _make_rows(self) -> None:
        for row in self._rows:
            self._box.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        for place, therapy in enumerate(self._session.scenario.therapy):
            row = TherapyRow(therapy, self._look)
            row.setProperty("agent", therapy.agent)
            row.edited.connect(partial(self._edit, place))
            row.removed.connect(partial(self._remove, place))
            self._box.insertWidget(1 + place, row)
            row.show()
            self._rows.append(row)
        self._intro.setFixedWidth(self._look.pixels(600))
        self.refresh()
        popover = self.window()
        if isinstance(popover, Popover) and popover.isVisible():
            popover.fit()

    def _add_chosen(self, action: QAction) -> None:
        self._session.set_therapies((*self._session.scenario.therapy, usual(action.data())))
        self.refresh()

    def _edit(self, place: int, therapy: Therapy) -> None:
        therapies = list(self._session.scenario.therapy)
        therapies[place] = therapy
        self._session.set_therapies(tuple(therapies))

    def _remove(self, place: int) -> None:
        therapies = self._session.scenario.therapy
        self._session.set_therapies(therapies[:place] + therapies[place + 1 :])
        self.refresh()

    def _set_week(self, week: str) -> None:
        self._session.set_week(float(week))
