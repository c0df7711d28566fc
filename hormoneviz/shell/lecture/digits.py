"""Digits: a number and Enter go to the beat of that number, as in other programs for slides."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_FORGOTTEN = 4000
"""ms after the last digit"""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Digits(QObject):
    """Listens to keys that a window's panels did not want."""

    typed = Signal(str)
    """the digits so far; empty once they are used or forgotten"""
    chosen = Signal(int)
    """the number, as typed"""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._digits = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_FORGOTTEN)
        self._timer.timeout.connect(self.forget)

    def listen_to(self, window: QWidget) -> None:
        """Hear the keys of a window, before it does."""
        window.installEventFilter(self)

    def forget(self) -> None:
        """Begin anew."""
        self._put("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        """Whether the key was ours."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if plain and event.text().isdecimal():
            self._put((self._digits + event.text())[-3:])
            return True
        if self._digits and event.key() in _ENTER:
            number = int(self._digits)
            self._put("")
            self.chosen.emit(number)
            return True
        if self._digits and event.key() == Qt.Key.Key_Escape:
            self._put("")
            return True
        return False

    def _put(self, digits: str) -> None:
        if digits != self._digits:
            self._digits = digits
            self.typed.emit(digits)
        if digits:
            self._timer.start()
        else:
            self._timer.stop()
