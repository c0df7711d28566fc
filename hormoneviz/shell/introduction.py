"""Introduction: one line below the scene that says what there is to see in a scenario; it covers nothing.

"More" tells the whole note over the stage, in passing; the cross sends the line away until the next scenario.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton

from hormoneviz.look.look import Look
from hormoneviz.look.words import Words
from hormoneviz.simulation.scenario import Scenario
from hormoneviz.views import icons

_SIDE, _TOUCH_SIDE = 24, 44
"""px a side of the cross, and height of the word beside it, at 100 % text, for a mouse and for a finger"""


def introduction(scenario: Scenario, words: Words) -> tuple[str, str]:
    """The line, and the whole note.

    At the basics the title and a plain sentence of the words, for a scenario that has one there; else the
    note's first sentence.
    """
    note = " ".join(scenario.note.split())
    if words.level == "basics":
        plain = words.note_basics.get(scenario.name, "")
        line = f"{scenario.name}: {plain}" if plain else scenario.name
        return line, line
    first, dot, _ = note.partition(". ")
    return first + dot.strip() or scenario.name, note or scenario.name


class Introduction(QFrame):
    """The line, with a word that tells more and a cross."""

    more = Signal(str)
    """the whole note is asked for"""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._scenario: Scenario | None = None
        self._first = self._whole = ""
        self.line = QLabel(self)
        self.line.setTextFormat(Qt.TextFormat.PlainText)
        self.line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.tell_more, self.cross = QPushButton(self), QToolButton(self)
        self.tell_more.clicked.connect(self._tell)
        self.cross.clicked.connect(self.hide)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(10, 2, 4, 2)
        row.setSpacing(6)
        row.addWidget(self.line, 1)
        for button in (self.tell_more, self.cross):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        self.set_look(look)

    def introduce(self, scenario: Scenario) -> None:
        """Say what there is to see in a scenario, unless that has been said."""
        if self._scenario is None or scenario.name != self._scenario.name:
            self._scenario = scenario
            self._say()
            self.show()

    def set_look(self, look: Look) -> None:
        """Another theme, size of text or reading level."""
        self._look = look
        say, text = look.words.say, look.theme.colour("text")
        side = look.pixels(_TOUCH_SIDE if look.touch else _SIDE)
        self.tell_more.setText(say("more"))
        self.tell_more.setAccessibleName(say("more_of_note"))
        self.tell_more.setStyleSheet(f"min-height: {side - 2}px;")
        self.cross.setStyleSheet(f"padding: 0; min-width: {side - 2}px; min-height: {side - 2}px;")
        self.cross.setFixedSize(side, side)
        self.cross.setIcon(icons.icon("close", text, text, side // 2))
        self.cross.setIconSize(QSize(side // 2, side // 2))
        self.cross.setAccessibleName(say("dismiss_note"))
        self.cross.setToolTip(say("dismiss_note"))
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now the line has its font."""
        super().showEvent(event)
        self._fit()

    def _say(self) -> None:
        if self._scenario is not None:
            self._first, self._whole = introduction(self._scenario, self._look.words)
            self.line.setAccessibleName(self._whole)
            self._fit()

    def _fit(self) -> None:
        """As much of the line as has room; more is offered where there is more."""
        metrics, margins = QFontMetrics(self.line.font()), self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self.cross.width() - self._row.spacing()
        fits = self._first == self._whole and metrics.horizontalAdvance(self._whole) <= room
        if not fits:
            room -= self.tell_more.sizeHint().width() + self._row.spacing()
        cut = metrics.elidedText(self._first, Qt.TextElideMode.ElideRight, max(room, 1))
        self.line.setText(cut)
        self.line.setToolTip("" if cut == self._first else self._first)
        self.tell_more.setVisible(not fits)

    def _tell(self) -> None:
        self.more.emit(self._whole)
