"""Agenda: all beats of a lesson in a list; a tap goes to one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from hormoneviz.look.look import Look
from hormoneviz.session.lesson import Lesson


class Agenda(QListWidget):
    """The beats by number and title."""

    wanted = Signal(int)
    """somebody wants the beat of that number, from 0"""

    def __init__(self, lesson: Lesson, look: Look) -> None:
        super().__init__()
        self._lesson = lesson
        # Keys are the clicker's: a list with the focus would take them.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(60)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Other words."""
        self.setAccessibleName(look.words.say("lecture_agenda"))
        self.show_beat()

    def show_beat(self) -> None:
        """Mark the beat on stage; a story that was written anew has other beats."""
        titles = [f"{n}  {stage.beat.title}" for n, stage in enumerate(self._lesson.stages, 1)]
        if titles != [self.item(row).text() for row in range(self.count())]:
            self.clear()
            for title in titles:
                item = QListWidgetItem(title, self)
                item.setToolTip(title)
        self.setCurrentRow(self._lesson.number)

    def _choose(self, item: QListWidgetItem) -> None:
        self.wanted.emit(self.row(item))
