"""Telling: words about what moves, no faster than they can be read, for captions and for screen readers."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

EVERY = 3.0
"""s between two tellings, at least"""


class Pace:
    """Lets a text through if it is another one and the last one could be read."""

    def __init__(self, clock: Callable[[], float] = monotonic, every: float = EVERY) -> None:
        """`clock` counts seconds; so does `every`."""
        self._clock, self._every = clock, every
        self._last: object = None
        self._since = float("-inf")

    @property
    def left(self) -> float:
        """s until something may be told; 0 if it may now."""
        return max(0.0, self._since + self._every - self._clock())

    def admit(self, text: object) -> bool:
        """Whether this is to be told now; if so, it is taken as told."""
        if self.left > 0.0 or text == self._last:
            return False
        self._last, self._since = text, self._clock()
        return True

    def forget(self) -> None:
        """Whatever comes next may be told at once."""
        self._last, self._since = None, float("-inf")


class Teller(QObject):
    """Asks for the present text whenever something moved; the last change is never lost."""

    told = Signal(object)

    def __init__(
        self, tell: Callable[[], object], parent: QWidget, clock: Callable[[], float] = monotonic
    ) -> None:
        """`tell` says what there is to tell now; nothing is told while the parent is not seen."""
        super().__init__(parent)
        self._host, self._tell = parent, tell
        self._pace = Pace(clock)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.refresh)

    def refresh(self) -> None:
        """Something may have changed: tell it now, or as soon as the last one could be read."""
        if not self._host.isVisible():
            return
        if self._pace.left > 0.0:
            if not self._later.isActive():
                self._later.start(round(1000 * self._pace.left) + 1)
            return
        text = self._tell()
        if self._pace.admit(text):
            self.told.emit(text)

    def tell_now(self) -> None:
        """Somebody asked for it, or for other words."""
        self.rest()
        self._pace.forget()
        self.refresh()

    def rest(self) -> None:
        """Nobody looks or listens."""
        self._later.stop()


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say it when it is done with what it is saying; nothing without one (Qt 6.8)."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
