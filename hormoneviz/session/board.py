"""Board: what a lecturer puts over the hall's picture: ink, a bright spot, a dark curtain, the class's guess.

All places are shares of a width and a height, so that windows of any size show the same.  Ink is wiped with
the next beat; a guess stays until the beat that shows what becomes of it is over.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Signal

from hormoneviz.session.lesson import Lesson
from hormoneviz.session.session import Session

Place = tuple[float, float]
"""shares of the width and of the height, from the upper left corner"""
Stroke = tuple[Place, ...]
Call = Literal["", "up", "same", "down"]
Tool = Literal["", "pen", "spot"]


class Board(QObject):
    """Over the picture of one lesson."""

    changed = Signal()

    def __init__(self, lesson: Lesson, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lesson, self._session = lesson, session
        self._frozen = self._played = False
        self.ink: tuple[Stroke, ...] = ()
        """drawn on the picture"""
        self.guess: tuple[Stroke, ...] = ()
        """drawn on the covered plot: shares of its axes' area"""
        self.call: Call = ""
        """what most of the class expect of the covered quantity"""
        self.spot: Place | None = None
        """where the bright spot is, while it is the tool"""
        self.tool: Tool = ""
        self.blank = False
        """whether the hall sees nothing"""
        self._guessed = -1
        """the beat in which the class was asked"""
        lesson.beat_changed.connect(self._turn)

    @property
    def may_guess(self) -> bool:
        """Whether the beat on stage covers a plot."""
        return bool(self._lesson.stage.beat.cover)

    def take(self, tool: Tool) -> None:
        """Take a tool in hand, or with the one in hand put it away; a pen stops the film meanwhile."""
        self.tool = "" if tool == self.tool else tool
        self.spot = (0.5, 0.5) if self.tool == "spot" else None
        if (self.tool == "pen") != self._frozen:
            self._freeze(self.tool == "pen")
        self.changed.emit()

    def begin(self, at: Place) -> None:
        """The tool comes down on the picture."""
        if self.tool == "pen":
            self.ink = (*self.ink, (at,))
        self._light(at)

    def draw(self, at: Place) -> None:
        """It moves on, down."""
        if self.tool == "pen" and self.ink:
            self.ink = _longer(self.ink, at)
        self._light(at)

    def hover(self, at: Place | None) -> None:
        """It moves over the picture, or away from it."""
        if self.tool == "spot":
            self.spot = at
            self.changed.emit()

    def begin_guess(self, at: Place) -> None:
        """A pen comes down on the covered plot."""
        if self.may_guess:
            self.guess = (*self.guess, (at,))
            self.changed.emit()

    def draw_guess(self, at: Place) -> None:
        """It moves on."""
        if self.may_guess and self.guess:
            self.guess = _longer(self.guess, at)
            self.changed.emit()

    def call_it(self, call: Call) -> None:
        """Note what the class expects; the same again takes it back."""
        if self.may_guess:
            self.call = "" if call == self.call else call
            self.changed.emit()

    def undo(self) -> None:
        """Take back the last stroke of ink, or else of the guess."""
        if self.ink:
            self.ink = self.ink[:-1]
        elif self.may_guess:
            self.guess = self.guess[:-1]
        self.changed.emit()

    def wipe(self) -> None:
        """Take away all that was drawn and called."""
        self.ink = ()
        if self.may_guess:
            self.guess, self.call = (), ""
        self.changed.emit()

    def cover_all(self) -> None:
        """Let the hall see nothing, or everything again."""
        self.blank = not self.blank
        self.changed.emit()

    def _light(self, at: Place) -> None:
        if self.tool == "spot":
            self.spot = at
        self.changed.emit()

    def _freeze(self, still: bool) -> None:
        """Stop the film while there is a pen over it; it goes on as it went before."""
        session, self._frozen = self._session, still
        if still:
            self._played = session.is_playing
            session.pause()
        elif self._played:
            self.ink = ()  # what is drawn on a picture means nothing on the next
            session.play()

    def _turn(self) -> None:
        """Another beat has a clean picture; a guess stays for the beat that shows what becomes of it."""
        self.ink, self.spot, self.tool, self.blank, self._frozen = (), None, "", False, False
        number = self._lesson.number
        if number not in (self._guessed, self._guessed + 1):
            self.guess, self.call, self._guessed = (), "", number if self.may_guess else -1
        self.changed.emit()


def _longer(strokes: tuple[Stroke, ...], at: Place) -> tuple[Stroke, ...]:
    return (*strokes[:-1], (*strokes[-1], at))
