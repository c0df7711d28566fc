"""Tour: five places of the window, one after the other, each ringed and told in a few words.

It is offered at the first start and found in the Help menu. Nothing is locked while it runs: what the ring
surrounds can be pressed, and Skip or Esc ends it at any step.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMargins, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hormoneviz.look.look import Look

_GAP, _RING, _LEAST = 10, 3, 360
"""px at 100 % text: between place, ring and card; the ring's line; the card's width, where it has the room"""


@dataclass(frozen=True, slots=True)
class Step:
    """One place, and what is said about it (phrases tour_<name>_title and tour_<name>)."""

    name: str
    things: tuple[str, ...]
    """what the ring goes round, by names that a panel's `where` knows"""


STEPS = (
    Step("insulin", ("insulin", "IR")),
    Step("signal", ("IRS1", "signal", "Akt_act")),
    Step("doors", ("GLUT4", "glucose")),
    Step("switches", ("load",)),
    Step("time", ("play",)),
)


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
                painter.drawRoundedRect(inside, 2 * _GAP, 2 * _GAP)


class Card(QFrame):
    """What is said, and Back, Next and Skip."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent)
        say = look.words.say
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title, self.text = QLabel(self), QLabel(self)
        self.title.setProperty("role", "title")
        for label in (self.title, self.text):
            label.setWordWrap(True)
        self.back, self.next, self.skip = (QPushButton(say(f"tour_{name}"), self) for name in _BUTTONS)
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Right go on, Left goes back, Esc ends it; whichever of its buttons has the focus."""
        for keys, button in (
            ((Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right), self.next),
            ((Qt.Key.Key_Left,), self.back),
            ((Qt.Key.Key_Escape,), self.skip),
        ):
            if event.key() in keys:
                button.click()
                return
        super().keyPressEvent(event)


_BUTTONS = ("back", "next", "skip")


class Tour(QObject):
    """The five steps, over a host; `bring` brings a thing into view and says where it then is in the host."""

    def __init__(self, host: QWidget, look: Look, bring: Callable[[str], QRect]) -> None:
        super().__init__(host)
        self._host, self._look, self._bring = host, look, bring
        self._number = 0
        self.ring, self.card = Ring(host, look), Card(host, look)
        self.card.next.clicked.connect(self.go_on)
        self.card.back.clicked.connect(self.go_back)
        self.card.skip.clicked.connect(self.end)
        host.installEventFilter(self)
        self._show()
        self.card.next.setFocus()

    @property
    def step(self) -> Step:
        """The one that is shown."""
        return STEPS[self._number]

    def go_on(self) -> None:
        """The next step; after the last there is none."""
        if self._number + 1 == len(STEPS):
            self.end()
        else:
            self._number += 1
            self._show()

    def go_back(self) -> None:
        """The step before."""
        self._number = max(0, self._number - 1)
        self._show()

    def end(self) -> None:
        """Leave the window as it was found."""
        self._host.removeEventFilter(self)
        for part in (self.ring, self.card):
            part.hide()
            part.deleteLater()
        self._host.setFocus()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Things are elsewhere in a window of another size."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self.place()
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        say, name, card = self._look.words.say, self.step.name, self.card
        card.title.setText(f"{self._number + 1}/{len(STEPS)}  {say(f'tour_{name}_title')}")
        card.text.setText(say(f"tour_{name}"))
        card.setAccessibleName(card.title.text())
        card.setAccessibleDescription(card.text.text())
        card.back.setEnabled(self._number > 0)
        card.next.setText(say("tour_end" if self._number + 1 == len(STEPS) else "tour_next"))
        self.place()

    def place(self) -> None:
        """The ring round the place, the card beside it where the host has most room."""
        gap, host = self._look.pixels(_GAP), self._host.rect()
        found = [self._bring(thing) for thing in self.step.things]
        place = QRect()
        for rect in found:
            place = place.united(rect)
        around = place.marginsAdded(QMargins(gap, gap, gap, gap)).intersected(host)
        self.ring.setVisible(not place.isEmpty())
        self.ring.setGeometry(around)
        width = min(self._look.pixels(_LEAST), host.width() - 2 * gap)
        self.card.setFixedWidth(width)
        height = min(
            max(self.card.heightForWidth(width), self.card.minimumSizeHint().height()), host.height()
        )
        self.card.setGeometry(beside(around, width, height, host, gap))
        for part in (self.ring, self.card):
            part.raise_()
        self.card.show()


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
