"""The card beside a thing in the scene: its name, what it is and does, and its value now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from hormoneviz.look.words import format_value
from hormoneviz.views.cell.pointing import QUANTITIES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hormoneviz.look.look import Look

_WIDTH, _GAP = 270, 14


class ThingCard(QFrame):
    """A panel over the scene that never takes the mouse."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent)
        self._scene = parent
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._title, self._text, self._value = QLabel(self), QLabel(self), QLabel(self)
        self._title.setProperty("role", "title")
        box = QVBoxLayout(self)
        for line in (self._title, self._text, self._value):
            line.setWordWrap(True)
            box.addWidget(line)
        self._name = ""
        self.set_look(look)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Words and size of another look; colours come with the style sheet."""
        self._look = look
        self.setFixedWidth(look.pixels(_WIDTH))

    def describe(self, name: str, values: Mapping[str, float], units: Mapping[str, str]) -> str:
        """Fill the card about a thing; the same text in one line, for screen readers."""
        words = self._look.words
        self._name = name
        self._title.setText(words.label(name))
        self._text.setText(f"{words.what(name)} {words.does(name)}")
        self.show_value(values, units)
        return self.text()

    def text(self) -> str:
        return f"{self._title.text()}. {self._value.text()} {self._text.text()}"

    def show_value(self, values: Mapping[str, float], units: Mapping[str, str]) -> None:
        """Only the value has changed."""
        quantity = QUANTITIES.get(self._name, self._name)
        text = ""
        if quantity in values:
            value = format_value(values[quantity], units.get(quantity, ""))
            words = self._look.words
            text = words.say("now", value=value)
            if quantity != self._name:
                text = f"{words.label(quantity)}: {value}"
        if text != self._value.text():
            self._value.setText(text)
            self._value.setVisible(bool(text))

    def place_beside(self, point: QPoint) -> None:
        """Stand beside a point, wholly inside the parent and not over the point."""
        self.resize(self.width(), self.heightForWidth(self.width()))
        room = self._scene.rect()
        left = point.x() + _GAP
        if left + self.width() > room.right():
            left = point.x() - _GAP - self.width()
        top = min(max(point.y() - self.height() // 3, 4), max(4, room.bottom() - self.height() - 4))
        self.move(max(4, left), top)
        self.show()
        self.raise_()
