"""ScreenChoice: which screen the hall is on, where there is a choice."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy

from hormoneviz.look.look import Look


class ScreenChoice(QComboBox):
    """The screens by their titles; hidden while there is one only."""

    wanted = Signal(str)
    """the key of the screen that a person chose"""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._offered: tuple[tuple[str, str, bool], ...] = ()
        # A wheel turned over it, or a clicker's key, must never move the hall.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(12)
        self.activated.connect(self._choose)
        self.setAccessibleName(look.words.say("lecture_screen", screen=""))
        self.hide()

    def set_look(self, look: Look) -> None:
        """Other words."""
        self._look = look
        self.setAccessibleName(look.words.say("lecture_screen", screen=""))
        self.offer(self._offered)

    def offer(self, screens: Sequence[tuple[str, str, bool]]) -> None:
        """The screens there are: key, title, whether the hall is there."""
        self._offered = tuple(screens)
        self.clear()
        for key, title, chosen in screens:
            self.addItem(self._look.words.say("lecture_screen", screen=title), key)
            if chosen:
                self.setCurrentIndex(self.count() - 1)
        self.setVisible(len(screens) > 1)

    def _choose(self, row: int) -> None:
        self.wanted.emit(self.itemData(row))
