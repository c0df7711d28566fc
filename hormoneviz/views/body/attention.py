"""Attention: which item a person has turned to, by pointer or keyboard, and the card about it.

The strip is low, so the card lies over the window, above the strip.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect

from hormoneviz.views.card import Card

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hormoneviz.look.look import Look
    from hormoneviz.views.body.card_texts import CardText
    from hormoneviz.views.body.item import Item

_WIDTH = 320
"""px at 100 %"""


class Attention:
    """The one card of a strip."""

    def __init__(self, strip: QWidget, look: Look) -> None:
        self._strip, self._look = strip, look
        self._card: Card | None = None
        self.item: Item | None = None

    def set_look(self, look: Look) -> None:
        """The next card is made anew."""
        self._look = look
        self.put_away()
        if self._card is not None:
            self._card.deleteLater()
            self._card = None

    def turn_to(self, item: Item, parts: CardText) -> None:
        """Show the card about an item."""
        window = self._strip.window()
        if self._card is None or self._card.parentWidget() is not window:
            self._card = Card(window, self._look, _WIDTH)
        self.item = item
        self._card.fill(*parts)
        self._card.place_by(QRect(item.mapTo(window, QPoint()), item.size()))

    def renew(self, parts: CardText) -> None:
        """Another value of the same item; the card stays where it is."""
        if self._card is not None and self.item is not None and self._card.isVisible():
            self._card.set_value(parts.value)

    def put_away(self, item: Item | None = None) -> None:
        """Hide the card, or only if it is about that item."""
        if item is None or item is self.item:
            self.item = None
            if self._card is not None:
                self._card.hide()

    def text(self) -> str:
        """What the card says; empty while there is none."""
        return self._card.text() if self._card is not None and self.item is not None else ""
