"""Chips: which quantities the calendar shows and how many weeks; what has no room is in a menu."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from hormoneviz.look.look import Look
from hormoneviz.look.words import Words
from hormoneviz.views.calendar.quantities import NAMES, SPANS

_GAP = 4


class Chips(QWidget):
    """A row of buttons that can be on or off, "More", and the weeks shown."""

    chosen = Signal(str, bool)
    """a person wants a quantity shown, or no longer"""
    span_chosen = Signal(int)
    """weeks"""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        words = look.words
        # One action stands behind a chip and its line in the menu.
        self._actions = {name: self._action(name, words) for name in NAMES}
        self._chips = [self._chip(action) for action in self._actions.values()]
        self._more, menu = self._menu_button(words.say("calendar_more_help"))
        self._words = words
        self._more.setText(words.say("calendar_quantities"))
        menu.addActions(list(self._actions.values()))
        self._span, menu = self._menu_button(words.say("calendar_span_name"))
        self._spans = QActionGroup(self)
        for span in SPANS:
            action = self._spans.addAction(span_text(words, span))
            action.setCheckable(True)
            action.setData(span)
        menu.addActions(self._spans.actions())
        self._spans.triggered.connect(self._span_triggered)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for button in (*self._chips, self._more):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._span)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """The sizes of another look; colours come with the program's style sheet."""
        self._words = look.words
        self.setStyleSheet(
            f"QToolButton {{ padding: 0 {look.pixels(4)}px; min-width: {look.pixels(20)}px; }}"
            'QToolButton[chip="true"]:checked { font-weight: 600; }'
            "QToolButton::menu-indicator { image: none; }"
        )
        self._fit()

    def show_chosen(self, names: Iterable[str]) -> None:
        """Show what is the case, without saying that somebody chose it."""
        on = set(names)
        for name, action in self._actions.items():
            with QSignalBlocker(self):
                action.setChecked(name in on)

    def show_span(self, span: int) -> None:
        """The number of weeks that are shown."""
        text = self._words.say("calendar_span_button", span=span_text(self._words, span))
        if text != self._span.text():
            self._span.setText(text)
            for action in self._spans.actions():
                action.setChecked(action.data() == span)
            self._fit()

    def action(self, name: str) -> QAction:
        """What stands behind a quantity's chip."""
        return self._actions[name]

    def menu(self, parent: QWidget) -> QMenu:
        """All that can be chosen here, as a menu."""
        menu = QMenu(parent)
        menu.addActions(list(self._actions.values()))
        menu.addSeparator()
        menu.addActions(self._spans.actions())
        return menu

    def _action(self, name: str, words: Words) -> QAction:
        action = QAction(words.label(name), self)
        action.setCheckable(True)
        action.setIconText(words.short(name))
        action.setObjectName(name)
        tip = words.say("calendar_quantity_help", label=words.label(name), what=words.what(name))
        action.setToolTip(tip)
        action.toggled.connect(self._toggled)
        return action

    def _chip(self, action: QAction) -> QToolButton:
        chip = QToolButton(self)
        chip.setDefaultAction(action)
        chip.setProperty("chip", True)
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.setAccessibleDescription(action.toolTip())
        return chip

    def _menu_button(self, name: str) -> tuple[QToolButton, QMenu]:
        button = QToolButton(self)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(name)
        button.setToolTip(name)
        menu = QMenu(button)
        button.setMenu(menu)
        return button, menu

    def _fit(self) -> None:
        """As many chips as the width allows; the rest are found under "More"."""
        widths = [chip.sizeHint().width() + _GAP for chip in self._chips]
        room = self.width() - self._span.sizeHint().width()
        all_fit = sum(widths) <= room
        room -= 0 if all_fit else self._more.sizeHint().width() + _GAP
        self._more.setVisible(not all_fit)
        fit = 0
        while fit < len(widths) and sum(widths[: fit + 1]) <= room:
            fit += 1
        for i, chip in enumerate(self._chips):
            chip.setVisible(i < fit)
        self._more.setText(self._words.say("calendar_more" if fit else "calendar_quantities"))

    def _toggled(self, on: bool) -> None:
        self.chosen.emit(self.sender().objectName(), on)

    def _span_triggered(self, action: QAction) -> None:
        self.span_chosen.emit(action.data())

    def minimumSizeHint(self) -> QSize:
        """Room for the two menus: chips that are shown shall not keep the window from growing narrower."""
        least = [button.sizeHint() for button in (self._more, self._span)]
        return QSize(sum(size.width() + _GAP for size in least), max(size.height() for size in least))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()


def span_text(words: Words, span: int) -> str:
    """So many weeks, or years."""
    if span <= 52:
        return words.say("calendar_span_weeks", n=span)
    return words.say("calendar_span_years", n=span // 52)
