"""Chips: which quantities the calendar shows and how many weeks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from hormoneviz.look.look import Look
from hormoneviz.look.words import Words
from hormoneviz.views.calendar.quantities import NAMES, SPANS
from hormoneviz.views.chips import ChipRow, Choice, MenuWords


class Chips(ChipRow):
    """The quantities, and at the right the weeks shown."""

    span_chosen = Signal(int)
    """weeks"""

    def __init__(self, look: Look, parent: QWidget) -> None:
        say = look.words.say
        words = MenuWords(say("calendar_more"), say("calendar_quantities"), say("calendar_more_help"))
        super().__init__(look, _choices(look.words), words, parent)
        self._language = look.words
        self._span, menu = self.menu_button(say("calendar_span_name"))
        self._spans = QActionGroup(self)
        for span in SPANS:
            action = self._spans.addAction(span_text(look.words, span))
            action.setCheckable(True)
            action.setData(span)
        menu.addActions(self._spans.actions())
        self._spans.triggered.connect(self._span_triggered)
        self.add_at_end(self._span)

    def set_look(self, look: Look) -> None:
        """The words and sizes of another look."""
        self._language = look.words
        self.say(_choices(look.words))
        super().set_look(look)

    def show_span(self, span: int) -> None:
        """The number of weeks that are shown."""
        text = self._language.say("calendar_span_button", span=span_text(self._language, span))
        if text != self._span.text():
            self._span.setText(text)
            for action in self._spans.actions():
                action.setChecked(action.data() == span)
            self.fit()

    def menu(self, parent: QWidget) -> QMenu:
        """All that can be chosen here, as a menu."""
        menu = super().menu(parent)
        menu.addSeparator()
        menu.addActions(self._spans.actions())
        return menu

    def _span_triggered(self, action: QAction) -> None:
        self.span_chosen.emit(action.data())


def _choices(words: Words) -> list[Choice]:
    return [
        Choice(
            name,
            words.label(name),
            words.short(name),
            words.say("calendar_quantity_help", label=words.label(name), what=words.what(name)),
        )
        for name in NAMES
    ]


def span_text(words: Words, span: int) -> str:
    """So many weeks, or years."""
    if span <= 52:
        return words.say("calendar_span_weeks", n=span)
    return words.say("calendar_span_years", n=span // 52)
