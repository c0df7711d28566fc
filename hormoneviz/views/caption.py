"""Caption: what the scene shows, in words below it, for who cannot see it or does not know where to look."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

MOST = 0.2
"""of the parent's height, for the full text"""


class Caption(QLabel):
    """A few lines of text, or one where they would take too much of the height.

    It keeps the height of its longest text, so that the scene above does not jump with each sentence.
    """

    fitted = Signal()
    """`wanted` may be another height than before"""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._owner = parent
        self._texts = "", ""
        self.wanted = 0
        """px: the height of the longest text at this width; whoever lays it out sees to it"""
        self.setProperty("role", "caption")
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hide()

    def tell(self, full: str, short: str) -> None:
        """Show the full text, or the short one where the full one has no room."""
        self._texts = full, short
        self._fit()

    def start_anew(self) -> None:
        """Other words or another size of text: it may be lower from now on."""
        self.wanted = 0
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.start_anew()

    def _fit(self) -> None:
        full, short = self._texts
        self.ensurePolished()  # before that it does not know how large its letters are
        self.setMinimumHeight(0)  # else Qt takes it for the height of any text
        self.setText(full)
        if self.heightForWidth(self.width()) > MOST * self._owner.height():
            self.setText(short)
        self.wanted = max(self.wanted, self.heightForWidth(self.width()))
        self.fitted.emit()
