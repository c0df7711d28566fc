"""ReadOutItem: a laboratory value, a bar with the healthy range and this person on it, and the verdict in
words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF

from hormoneviz.views.body.item import NAME, SIDE, SMALL, VALUE, Form, Item, Line, Text
from hormoneviz.views.body.marks import paint_range

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from hormoneviz.look.look import Look
    from hormoneviz.views.body.ranges import Verdict
    from hormoneviz.views.body.readings import Reading

_NUMBERS = ("8.88", "88.8", "888")
_BAR, _ABOVE = 12.5, 1.5
"""px at 100 %: the bar with its marker and what is free above it"""
_VERDICTS: tuple[Verdict, ...] = ("low", "in_range", "high")


class ReadOutItem(Item):
    """One read-out."""

    def __init__(self, reading: Reading, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.reading = reading
        self._first = False

    @property
    def quantity(self) -> str:
        return self.reading.name

    def show_reading(self, reading: Reading) -> None:
        """The same read-out in another person or week; what looks the same is not painted again."""
        if reading != self.reading:
            self.reading = reading
            self.update()

    def set_first(self, first: bool) -> None:
        """Whether it is the first of them, which a line sets off from the organs."""
        if first != self._first:
            self._first = first
            self.update()

    def verdict(self) -> str:
        """Low, in range or high, in words."""
        return self._look.words.say(f"strip_{self.reading.verdict}")

    def lines(self) -> list[Line]:
        above, below = self._texts()
        lines = self._stack([*above, below], self._top())
        last = lines[-1]
        return [*lines[:-1], Line(last.box.translated(0, _BAR * self._scale), last.text)]

    def _texts(self) -> tuple[list[Text], Text]:
        """What stands above the bar, and the verdict below it."""
        figure, name = self.reading.figure, self._look.words
        off = self.reading.verdict != "in_range"
        verdict = Text(self.verdict(), SMALL, bold=off, role="warning" if off else "text_muted")
        if self._form == "wide":
            value = [Text(str(figure), VALUE, bold=True)]
            return [Text(name.label(self.reading.name), NAME), *value], verdict
        unit = Text(figure.unit, SMALL, role="text_muted")  # empty too, so that all numbers stand level
        value = [Text(figure.number, VALUE, bold=True), unit]
        return [Text(name.short(self.reading.name), NAME), *value], verdict

    def _longest(self, form: Form) -> Sequence[Text]:
        words, unit = self._look.words, self.reading.figure.unit
        wide = form == "wide"
        name = (words.label if wide else words.short)(self.reading.name)
        ends = f" {unit}" if wide and unit else ""
        return [
            Text(name, NAME),
            Text(unit if not wide else "", SMALL),
            *(Text(number + ends, VALUE, bold=True) for number in _NUMBERS),
            *(Text(words.say(f"strip_{verdict}"), SMALL, bold=True) for verdict in _VERDICTS),
        ]

    def _top(self) -> float:
        """px; the whole stands in the middle of the item."""
        above, below = self._texts()
        height = sum(text.height(self._scale) for text in (*above, below)) + _BAR * self._scale
        return max(0.0, 0.5 * (self.height() - height))

    def _paint(self, painter: QPainter) -> None:
        if self._first:
            inset = round(_BAR * 0.5)
            line = QRect(0, inset, 1, self.height() - 2 * inset)
            painter.fillRect(line, self._look.theme.colour("outline", 0.5))
        value = self.lines()[-2]
        side = 2 * SIDE * self._scale
        above, height = _ABOVE * self._scale, (_BAR - _ABOVE) * self._scale
        bar = QRectF(side, value.box.bottom() + above, self.width() - 2 * side, height)
        paint_range(painter, self._look.theme, self.reading.range, self.reading.place, bar)
