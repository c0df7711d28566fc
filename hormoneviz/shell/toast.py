"""Toast: a line told in passing, over the stage, that goes by itself."""

from __future__ import annotations

from PySide6.QtCore import QTimerEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

SHOWN, SHOWN_A_WORD = 3000, 300
"""ms; a slow reader is through in this time"""
MARGIN = 8


class Toast(QLabel):
    """Sits at the bottom of its host, above everything; a click or its time sends it away."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self.setProperty("role", "card")
        self.setMargin(8)
        self.setWordWrap(True)
        self.setAccessibleName("Message")
        # A number, not a QBasicTimer: in Python that outlives the widget, and then stops whichever timer has
        # its number by then.
        self._clock = 0
        self.hide()

    def say(self, message: str) -> None:
        """Show a message for a while, instead of the one before."""
        self.setText(message)
        self.setAccessibleDescription(message)
        self._place()
        self.show()
        self.raise_()
        self._stop_clock()
        self._clock = self.startTimer(SHOWN + SHOWN_A_WORD * len(message.split()))

    def follow(self) -> None:
        """The host has changed its size: stay at its bottom."""
        if self.isVisible():
            self._place()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now the host has its size."""
        self._place()
        super().showEvent(event)

    def timerEvent(self, event: QTimerEvent) -> None:
        """Its time is over."""
        self._leave()

    def mousePressEvent(self, _event: object) -> None:
        """Seen and dismissed."""
        self._leave()

    def _leave(self) -> None:
        self._stop_clock()
        self.hide()

    def _stop_clock(self) -> None:
        if self._clock:
            self.killTimer(self._clock)
            self._clock = 0

    def _place(self) -> None:
        host = self._host
        width = min(host.width() - 2 * MARGIN, max(320, host.width() * 3 // 4))
        self.ensurePolished()  # before that it does not know how large its letters are
        height = self.heightForWidth(width)
        self.setGeometry((host.width() - width) // 2, host.height() - height - MARGIN, width, height)
