"""The card beside a node: what it is called, what it is, what it does, and its value now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from hormoneviz.look.look import Look
from hormoneviz.views.pathway.entries import Entry

_GAP = 8
_WIDTH = 260


class Card(QFrame):
    """A small panel over its parent that never takes the mouse."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent)
        self._owner = parent
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._title, self._text, self._value = QLabel(self), QLabel(self), QLabel(self)
        self._title.setProperty("role", "title")
        box = QVBoxLayout(self)
        self._changes = QLabel(self)
        for line in (self._title, self._text, self._value, self._changes):
            line.setWordWrap(True)
            box.addWidget(line)
        self.set_look(look)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Words and size of another look; colours come with the style sheet."""
        self._look = look
        self.setFixedWidth(look.pixels(_WIDTH))

    def describe(self, name: str, value: str, entries: Sequence[Entry] = ()) -> str:
        """Fill the card; the same text in one line, for screen readers."""
        words = self._look.words
        if name not in words:
            self._title.setText(name)
            self._text.setText("")
        else:
            self._title.setText(words.label(name))
            self._text.setText(f"{words.what(name)} {words.does(name)}")
        self._value.setText(words.say("now", value=value))
        changes = [
            words.say(
                "entry",
                switch=words.label(entry.switch),
                change=f"{100 * (entry.factor - 1):+.0f}".replace("-", "−"),
            )
            for entry in entries
        ]
        self._changes.setText("\n".join(changes))
        self._changes.setVisible(bool(changes))
        return " ".join([f"{self._title.text()}. {self._value.text()}. {self._text.text()}", *changes])

    def show_value(self, value: str) -> None:
        """Only the value has changed."""
        text = self._look.words.say("now", value=value)
        if text != self._value.text():
            self._value.setText(text)

    def place_beside(self, box: QRect) -> None:
        """Stand below a box, or above it, where there is room; always wholly inside the parent."""
        # A wrapped label only knows its height for a width, which the layout works out when it is activated.
        self.resize(self.width(), self.heightForWidth(self.width()))
        room = self._owner.rect()
        below = box.bottom() + _GAP
        top = below if below + self.height() <= room.bottom() else box.top() - _GAP - self.height()
        left = min(max(box.center().x() - self.width() // 2, 4), max(4, room.right() - self.width() - 4))
        self.move(QPoint(left, min(max(top, 4), max(4, room.bottom() - self.height() - 4))))
        self.show()
        self.raise_()
