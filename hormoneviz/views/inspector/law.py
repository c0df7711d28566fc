"""LawView: the equation of one quantity, typeset, a line for each process that makes or takes it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from hormoneviz.look import fonts
from hormoneviz.look.look import Look
from hormoneviz.views.inspector.facts import Facts, Term
from hormoneviz.views.inspector.typeset import Box, name_box, typeset

_SIZE, _NOTE = 15.0, 12.0
_SMALLEST = 0.7
"""share of their size that letters keep in a narrow panel; a longer law is scrolled"""
_LINE_GAP = 10.0
"""px at 100 % text"""


class LawView(QWidget):
    """As large as its equation; whoever holds it scrolls."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._facts: Facts | None = None
        self._lines: list[tuple[Box, Box, str]] = []
        self._room = 0

    def set_look(self, look: Look) -> None:
        """Another theme or size of text."""
        self._look = look
        self.show_facts(self._facts)

    def show_facts(self, facts: Facts | None) -> None:
        """The equation of another quantity; none leaves it empty."""
        self._facts = facts
        self.setVisible(bool(facts and facts.terms))
        self.setAccessibleName(self._look.words.say("inspector_law"))
        self.setAccessibleDescription("; ".join(_spoken(term) for term in facts.terms) if facts else "")
        self.fit(self._room)

    def fit(self, room: int) -> None:
        """Stand within a width (px): letters get smaller where they must, down to a limit."""
        self._room = room
        size = self._look.text_scale * _SIZE
        self._lay_out(size)
        needed = self._width()
        if needed > room > 0:
            self._lay_out(size * max(room / needed, _SMALLEST))
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(self._width()), round(sum(self._height(law) for _, law, _ in self._lines)))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, y = self._look.theme, 0.0
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for left, law, note in self._lines:
                painter.setPen(theme.colour("text_muted"))
                painter.setFont(fonts.font(self._look.pixels(_NOTE)))
                painter.drawText(round(left.width), round(y + self._note()), note)
                y += self._note() if note else 0.0
                base = y + law.rise + 0.5 * self._gap()
                painter.setPen(QPen(theme.colour("text"), max(1.0, self._look.text_scale)))
                left.paint(painter, 0.0, base)
                law.paint(painter, left.width, base)
                y += law.rise + law.drop + self._gap()

    def _lay_out(self, size: float) -> None:
        terms = self._facts.terms if self._facts else ()
        self._lines = [(self._left(i, size), typeset(t.formula, size), t.name) for i, t in enumerate(terms)]

    def _width(self) -> float:
        return max((left.width + law.width for left, law, _ in self._lines), default=0.0) + 8.0

    def _gap(self) -> float:
        return _LINE_GAP * self._look.text_scale

    def _note(self) -> float:
        return 1.2 * _NOTE * self._look.text_scale

    def _height(self, law: Box) -> float:
        note = self._note() if self._facts and self._facts.terms[0].name else 0.0
        return law.rise + law.drop + self._gap() + note

    def _left(self, line: int, size: float) -> Box:
        """What stands before a term: the quantity and its sign on the first line, the sign on the others."""
        assert self._facts is not None
        sign = self._facts.terms[line].sign
        before = f"d {self._facts.name}/dt = " if self._facts.moves else f"{self._facts.name} = "
        mark = {1: "+ ", -1: "− "}.get((sign > 0) - (sign < 0), "")
        shown = name_box("", size) if line else name_box(before.replace("_", " "), size)
        indent = name_box(before.replace("_", " "), size).width
        tail = name_box(mark, size)

        def paint(painter: QPainter, x: float, y: float) -> None:
            shown.paint(painter, x, y)
            tail.paint(painter, x + indent, y)

        return Box(indent + tail.width, shown.rise, shown.drop, paint)


def _spoken(term: Term) -> str:
    return f"{'plus' if term.sign > 0 else 'minus' if term.sign < 0 else 'equals'} {term.formula.text}"
