"""PresenterPanel: the lecturer's desk.  What the hall sees in small, notes and next beat, clock, all beats,
and a button for everything that a clicker or a key does."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hormoneviz.look.look import Look
from hormoneviz.session.board import Board
from hormoneviz.session.commands import Command
from hormoneviz.session.lesson import Lesson
from hormoneviz.session.session import Session
from hormoneviz.views.command_buttons import CommandButtons
from hormoneviz.views.hall.view import HallView
from hormoneviz.views.presenter.agenda import Agenda
from hormoneviz.views.presenter.mirror import Mirror
from hormoneviz.views.presenter.notes import Notes
from hormoneviz.views.presenter.screen_choice import ScreenChoice
from hormoneviz.views.presenter.watch import Watch


class PresenterPanel(QWidget):
    """The main panel of a lecture's own window."""

    def __init__(
        self,
        session: Session,
        look: Look,
        lesson: Lesson,
        board: Board,
        hall: HallView,
        commands: Sequence[Command],
    ) -> None:
        super().__init__()
        self._lesson = lesson
        self.mirror = Mirror(hall, board, look)
        self.notes, self.agenda = Notes(lesson, look), Agenda(lesson, look)
        self.watch = Watch(lesson, look)
        self.screens = ScreenChoice(look)
        self.told = QLabel()
        self.told.setProperty("role", "problem")
        self.told.setWordWrap(True)
        self.told.hide()
        self.buttons = CommandButtons(commands)
        self.setAccessibleName(look.words.say("lecture_desk"))
        self._arrange()
        lesson.beat_changed.connect(self.show_beat)
        lesson.answered.connect(self._enable)
        board.changed.connect(self._enable)
        self.agenda.wanted.connect(lesson.jump)
        self.show_beat()

    def set_look(self, look: Look) -> None:
        """Another theme, level or size of text."""
        for part in (self.mirror, self.notes, self.agenda, self.watch, self.screens):
            part.set_look(look)

    def tell(self, problem: str) -> None:
        """Tell what went wrong, here alone; nothing to clear it."""
        self.told.setText(problem)
        self.told.setVisible(bool(problem))

    def show_beat(self) -> None:
        """The beat on stage."""
        self.notes.show_beat()
        self.agenda.show_beat()
        self._enable()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        head, top = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.watch, 1)
        head.addWidget(self.screens, 1)
        column.addLayout(head)
        top.addWidget(self.mirror, 5)
        top.addWidget(self.agenda, 2)
        column.addLayout(top, 5)
        column.addWidget(self.told)
        column.addWidget(self.notes, 4)
        column.addWidget(self.buttons)

    def _enable(self) -> None:
        self.buttons.refresh()
