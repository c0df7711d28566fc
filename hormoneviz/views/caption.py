"""Caption: what the scene shows, in words below it, for who cannot see it or does not know where to look.

It changes at most once in three seconds, so that it can be read; the last change is never lost.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

EVERY = 3.0
"""s between two captions, at least"""
MOST = 0.2
"""of the parent's height, for the full text"""


class Caption(QLabel):
    """A few lines of text, or one where they would take too much of the height."""

    def __init__(
        self, tell: Callable[[], tuple[str, str]], parent: QWidget, clock: Callable[[], float] = monotonic
    ) -> None:
        """`tell` says what is to be seen now, in full and in short; `clock` counts seconds."""
        super().__init__(parent)
        self._owner = parent
        self._tell, self._clock = tell, clock
        self._changed = float("-inf")
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.refresh)
        self.setProperty("role", "caption")
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hide()

    def refresh(self) -> None:
        """Something may have changed: say it now, or as soon as the last caption could be read."""
        if not self.isVisible():
            return
        left = self._changed + EVERY - self._clock()
        if left > 0:
            if not self._later.isActive():
                self._later.start(round(1000 * left) + 1)
            return
        text = self._fitting(*self._tell())
        if text != self.text():
            self._changed = self._clock()
            self.setText(text)

    def say_now(self) -> None:
        """Somebody asked for it, or for other words."""
        self._later.stop()
        self._changed = float("-inf")
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Nothing was told while nobody saw it."""
        super().showEvent(event)
        self.say_now()

    def _fitting(self, full: str, short: str) -> str:
        lines = self.fontMetrics().boundingRect(0, 0, self.width(), 0, Qt.TextFlag.TextWordWrap, full)
        return full if lines.height() <= MOST * self._owner.height() else short
