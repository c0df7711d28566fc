"""Parting: a lecture does not end by a slip of the hand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QMessageBox

from hormoneviz.session.lesson import Lesson
from hormoneviz.shell.window import MainWindow


class Parting(QObject):
    """Asks before the desk is closed in the middle of a lesson."""

    def __init__(self, desk: MainWindow, lesson: Lesson, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._lesson = desk, lesson
        self.sure = False
        """whether nobody needs to be asked"""
        desk.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._desk and event.type() == QEvent.Type.Close and not self._may_go():
            event.ignore()
            return True
        return False

    def _may_go(self) -> bool:
        """Before the first step and at the end there is nothing to lose."""
        inside = self._lesson.number > 0 and self._lesson.following is not None
        if self.sure or not inside:
            return True
        words, buttons = self._desk.look.words, QMessageBox.StandardButton
        asked = words.say("lecture_end"), words.say("lecture_end_sure")
        answer = QMessageBox.question(self._desk, *asked, buttons.Yes | buttons.No, buttons.No)
        return answer == buttons.Yes
