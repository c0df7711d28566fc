"""Difference: the switch that shows how this cell differs from its twin, there while there is a twin."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QWidget

from hormoneviz.look.look import Look
from hormoneviz.look.words import Words
from hormoneviz.session.commands import Command
from hormoneviz.session.session import Session

_KEYS = ("Ctrl+D",)


class Difference(QToolButton):
    """A chip; its action stands in menus too."""

    def __init__(self, session: Session, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.act = QAction(self)
        self.act.setCheckable(True)
        self.setDefaultAction(self.act)
        self.setProperty("chip", True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        session.twin_changed.connect(self.show_twin)
        self.set_look(look)
        self.show_twin()

    def set_look(self, look: Look) -> None:
        """Other words."""
        self.act.setText(look.words.say("plot_difference"))
        self.act.setToolTip(look.words.say("plot_difference_help"))
        self.setAccessibleDescription(look.words.say("plot_difference_help"))

    def show_twin(self) -> None:
        """Without a twin there is nothing to differ from; it stays chosen for the next one."""
        there = self._session.twin is not None
        self.act.setVisible(there)
        self.setVisible(there)

    def command(self, words: Words) -> Command:
        """The same by menu, key and palette."""
        text = words.say("plot_difference_command")
        return Command("difference", text, _KEYS, "Twin", self.act.trigger, self._there, self.act.isChecked)

    def _there(self) -> bool:
        return self._session.twin is not None
