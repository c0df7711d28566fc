"""The card beside a thing in the scene: its name, what it is and does, and its value now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hormoneviz.look.units import glucose_in
from hormoneviz.look.words import format_value
from hormoneviz.views.card import Card
from hormoneviz.views.cell.pointing import QUANTITIES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QPoint

_GAP = 14


class ThingCard(Card):
    """A card about a thing of the scene."""

    _name = ""

    def describe(self, name: str, values: Mapping[str, float], units: Mapping[str, str]) -> str:
        """Fill the card about a thing; the same text in one line, for screen readers."""
        words = self._look.words
        self._name = name
        self.fill(words.label(name), f"{words.what(name)} {words.does(name)}", self._now(values, units))
        return self.text()

    def show_value(self, values: Mapping[str, float], units: Mapping[str, str]) -> None:
        """Only the value has changed."""
        self.set_value(self._now(values, units))

    def place_beside(self, point: QPoint) -> None:
        """Stand beside a point, wholly inside the parent and not over the point."""
        self.fit()
        left = point.x() + _GAP
        if left + self.width() > self._owner.rect().right():
            left = point.x() - _GAP - self.width()
        self._stand(left, point.y() - self.height() // 3)

    def _now(self, values: Mapping[str, float], units: Mapping[str, str]) -> str:
        quantity = QUANTITIES.get(self._name, self._name)
        if quantity not in values:
            return ""
        amount, unit = values[quantity], units.get(quantity, "")
        if quantity == "glucose":
            amount, unit = glucose_in(amount, unit, self._look.glucose_unit)
        value = format_value(amount, unit)
        words = self._look.words
        return (
            words.say("now", value=value) if quantity == self._name else f"{words.label(quantity)}: {value}"
        )
