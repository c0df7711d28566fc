"""What the tour shows over the window: a ring round a place, and a card beside it with what is said."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hormoneviz.look.look import Look

GAP, _RING = 10, 3
"""px at 100 % text: between place, ring and card; the ring's line"""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Ring(QWidget):
    """Surrounds a place and lets every press through."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent)
        self.look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        line, theme = self.look.pixels(_RING), self.look.theme
        inside = QRectF(self.rect()).adjusted(line, line, -line, -line)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for colour, width in ((theme.colour("surface"), 2.0 * line), (theme.colour("focus"), 1.0 * line)):
                painter.setPen(QPen(colour, width))
                painter.drawRoundedRect(inside, 2 * GAP, 2 * GAP)


class Card(QFrame):
    """What is said, and Back, Next and Skip."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title, self.text = QLabel(self), QLabel(self)
        self.title.setProperty("role", "title")
        for label in (self.title, self.text):
            label.setWordWrap(True)
        self.back, self.next, self.skip = (QPushButton(self) for _ in range(3))
        row = QHBoxLayout()
        row.addWidget(self.skip)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.next)
        box = QVBoxLayout(self)
        for label in (self.title, self.text):
            box.addWidget(label)
        box.addLayout(row)
        for button in (self.back, self.next, self.skip):
            button.setProperty("role", "finger")
            button.installEventFilter(self)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Other words; sizes and colours come with the program's style sheet."""
        self.back.setText(look.words.say("tour_back"))
        self.next.setText(look.words.say("tour_next"))
        self.skip.setText(look.words.say("tour_skip"))

    def say(self, title: str, text: str) -> None:
        """Show this, and tell it to a screen reader."""
        self.title.setText(title)
        self.text.setText(text)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys are the card's own also where one of its buttons has the focus, which would else move on
        to another button; only Enter is for that very button."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _ENTER and isinstance(watched, QPushButton):
                watched.click()
                return True
            return self._key(event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Right go on, Left goes back, Esc ends it."""
        if not self._key(event):
            super().keyPressEvent(event)

    def _key(self, event: QKeyEvent) -> bool:
        for keys, button in (
            ((*_ENTER, Qt.Key.Key_Right), self.next),
            ((Qt.Key.Key_Left,), self.back),
            ((Qt.Key.Key_Escape,), self.skip),
        ):
            if event.key() in keys:
                button.click()
                return True
        return False


def beside(place: QRect, width: int, height: int, host: QRect, gap: int) -> QRect:
    """Where a card of that size stands beside a place, inside the host: above what is low, else right or left
    of it (below a label is what it belongs to); in the corner farthest from it where none is free."""
    middle = place.center()
    x = min(max(middle.x() - width // 2, host.left() + gap), host.right() - width - gap)
    y = min(max(middle.y() - height // 2, host.top() + gap), host.bottom() - height - gap)
    above, below = (x, place.top() - gap - height), (x, place.bottom() + gap)
    right, left_of = (place.right() + gap, y), (place.left() - gap - width, y)
    low = middle.y() > host.top() + host.height() * 2 // 3
    for left, top in (above, right, left_of, below) if low else (right, left_of, below, above):
        card = QRect(left, top, width, height)
        if host.contains(card):
            return card
    left = host.left() if middle.x() > host.center().x() else host.right() + 1 - width
    top = host.top() if middle.y() > host.center().y() else host.bottom() + 1 - height
    return QRect(left, top, width, height)
