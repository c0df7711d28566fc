"""Card: the small panel beside what a person points at: what it is called, what it is and does, its value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from hormoneviz.look.look import Look

_GAP = 8
_MARGIN = 4
"""px; between the card and the box it speaks of, and to the edge of the parent"""


class Card(QFrame):
    """A panel over its parent that never takes the mouse."""

    def __init__(self, parent: QWidget, look: Look, width: int = 270) -> None:
        """`width` is px at 100 % text; the height follows from the text."""
        super().__init__(parent)
        self._owner, self._wide = parent, width
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._title, self._text, self._value, self._more = (QLabel(self) for _ in range(4))
        self._title.setProperty("role", "title")
        box = QVBoxLayout(self)
        for line in (self._title, self._text, self._value, self._more):
            line.setWordWrap(True)
            box.addWidget(line)
        self.set_look(look)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Words and size of another look; colours come with the style sheet."""
        self._look = look
        self.setFixedWidth(look.pixels(self._wide))

    def fill(self, title: str, text: str, value: str, more: str = "") -> None:
        """All its texts; one that is empty takes no room."""
        self._title.setText(title)
        for label, said in ((self._text, text), (self._more, more)):
            label.setText(said)
            label.setVisible(bool(said))
        self.set_value(value)

    def set_value(self, value: str) -> None:
        """Only the value has changed."""
        if value != self._value.text():
            self._value.setText(value)
        self._value.setVisible(bool(value))

    def text(self) -> str:
        """All of it in one line, for screen readers."""
        said = f"{self._title.text()}. {self._value.text()} {self._text.text()} {self._more.text()}"
        return " ".join(said.split())

    def fit(self) -> None:
        """As high as its text; a wrapped label only knows its height for a width."""
        self.resize(self.width(), self.heightForWidth(self.width()))

    def place_by(self, box: QRect) -> None:
        """Stand below a box of the parent, or above it, where there is room; always wholly inside."""
        self.fit()
        room = self._owner.rect()
        below = box.bottom() + _GAP
        top = below if below + self.height() <= room.bottom() else box.top() - _GAP - self.height()
        left = min(box.center().x() - self.width() // 2, room.right() - self.width() - _MARGIN)
        self._stand(left, top)

    def _stand(self, left: int, top: int) -> None:
        """Be seen there, or as near to it as the parent reaches."""
        lowest = max(_MARGIN, self._owner.rect().bottom() - self.height() - _MARGIN)
        self.move(QPoint(max(_MARGIN, left), min(max(top, _MARGIN), lowest)))
        self.show()
        self.raise_()
