"""The card beside a node: what it is called, what it is, what it does, and its value now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hormoneviz.views import card
from hormoneviz.views.grounds import grounds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hormoneviz.views.pathway.entries import Entry


class Card(card.Card):
    """A card about a node, and about what acts on it."""

    def describe(self, name: str, value: str, entries: Sequence[Entry] = ()) -> str:
        """Fill the card; the same text in one line, for screen readers."""
        words = self._look.words
        title, text = name, ""
        if name in words:
            title, text = words.label(name), f"{words.what(name)} {words.does(name)}"
        changes = [
            words.say(
                "entry",
                switch=words.label(entry.switch),
                change=f"{100 * (entry.factor - 1):+.0f}".replace("-", "−"),
                sure=grounds(entry.known.grade, entry.known.species, entry.known.tissue, words),
            )
            for entry in entries
        ]
        self.fill(title, text, words.say("now", value=value), "\n".join(changes))
        return " ".join([f"{title}. {words.say('now', value=value)}. {text}", *changes])

    def show_value(self, value: str) -> None:
        """Only the value has changed."""
        self.set_value(self._look.words.say("now", value=value))
