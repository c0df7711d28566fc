"""Popover: a small window with a form or a text, opened at the button it belongs to.

It closes on Esc and on a press anywhere else, and what it shows is renewed each time it opens.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from hormoneviz.look.look import Look

_GAP = 4
"""px between a button and what opens at it"""
_SHARE = 0.8
"""of the screen's height, at most; the rest of a long form scrolls"""


class Content(QWidget):
    """What stands inside a popover."""

    def refresh(self) -> None:
        """Show what is the case now."""
        raise NotImplementedError

    def set_look(self, look: Look) -> None:
        """Another theme or size of text."""
        raise NotImplementedError


class Popover(QFrame):
    """The frame round a Content."""

    def __init__(self, content: Content, button: QPushButton) -> None:
        super().__init__(button, Qt.WindowType.Popup)
        self._content, self._button = content, button
        self.setProperty("role", "card")
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(content)
        box = QVBoxLayout(self)
        box.setContentsMargins(2, 2, 2, 2)
        box.addWidget(self._scroll)
        button.clicked.connect(self.open)

    def open(self) -> None:
        """Show it above its button, or below where there is no room above."""
        self._content.refresh()
        self.fit()
        self.show()
        self._content.setFocus()

    def refresh(self) -> None:
        """Show what has changed, while it is open."""
        self._content.refresh()

    def fit(self) -> None:
        """As large as its content, within the screen, and in its place."""
        screen = self._button.screen().availableGeometry()
        for part in (self._content, *self._content.findChildren(QWidget)):
            part.ensurePolished()  # only then a text knows its size
        hint = self._content.sizeHint()
        width = min(hint.width(), screen.width()) + 6
        tall = self._content.heightForWidth(width - 6) if self._content.hasHeightForWidth() else hint.height()
        height = min(tall + 6, round(screen.height() * _SHARE))
        if tall + 6 > height:
            width += self._scroll.verticalScrollBar().sizeHint().width()
        self.setFixedSize(min(width, screen.width()), height)
        above = self._button.mapToGlobal(QPoint(0, -height - _GAP))
        below = self._button.mapToGlobal(QPoint(0, self._button.height() + _GAP))
        place = above if above.y() >= screen.top() else below
        x = max(screen.left(), min(place.x(), screen.right() - self.width()))
        y = max(screen.top(), min(place.y(), screen.bottom() - height))
        self.move(x, y)

    def set_look(self, look: Look) -> None:
        """Another look for the content."""
        self._content.set_look(look)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
